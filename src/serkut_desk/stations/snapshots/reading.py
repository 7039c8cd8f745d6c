"""Reads snapshot files before the transaction begins; originals are kept by their SHA-256."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import KnownFailure, Refused, Unavailable
from serkut_desk.interchange.snapshots import read_snapshot
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.stations.found_files import TOO_LARGE, content_of, find_files, shown_path
from serkut_desk.stations.wording import file_name

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.snapshots import Snapshot
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.snapshots.commands import ImportSnapshots


@dataclass(frozen=True, slots=True)
class FoundSnapshot:
    """A file that was looked at before the transaction.

    `snapshot` is None where it could not be read (`failure` says why) or is known already.
    """

    path: str
    name: str
    size: int = 0
    sha256: str | None = None
    snapshot: Snapshot | None = None
    failure: KnownFailure | None = None


def prepare(desk: Desk, command: ImportSnapshots) -> list[FoundSnapshot]:
    """Read, hash and parse every file, and keep what is a snapshot."""
    paths = find_files(command.paths)
    found: list[FoundSnapshot] = []
    for path in paths:
        if command.watch is not None:
            command.watch(len(found), len(paths))
        found.append(_read(desk, path))
    if command.watch is not None:
        command.watch(len(found), len(paths))
    return found


def _read(desk: Desk, path: Path) -> FoundSnapshot:
    """Return what a file says; its bytes are kept before anything names them."""
    shown, name = shown_path(path), file_name(path.name)
    limit = reading_rules().limits.bytes
    data = content_of(path, limit)
    if data == TOO_LARGE:
        failure: KnownFailure = Refused("snapshot_too_large", limit=limit // 1_000_000)
        return FoundSnapshot(shown, name, failure=failure)
    if isinstance(data, str):
        return FoundSnapshot(shown, name, failure=Unavailable("snapshot_closed", name=name))
    digest = sha256(data).hexdigest()
    with desk.database.reading() as work:
        known = work.snapshots.of_file(digest) is not None
    if known:
        return FoundSnapshot(shown, name, len(data), digest)
    try:
        snapshot = read_snapshot(data, name)
    except KnownFailure as failure:
        return FoundSnapshot(shown, name, len(data), digest, failure=failure)
    desk.files.keep(data)
    return FoundSnapshot(shown, name, len(data), digest, snapshot)
