"""Reads report files before the transaction begins; originals are kept by their SHA-256."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Unavailable
from serkut_desk.interchange.evidence import LIMIT, Outcome, read_report
from serkut_desk.stations.found_files import content_of, find_files, shown_path
from serkut_desk.stations.wording import file_name

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.interchange.evidence import ReadReport
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.wiping.commands import ImportReports

KEPT = frozenset({Outcome.READ, Outcome.ATTACHMENT})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was looked at before the transaction.

    `report` is None where it could not be read (`trouble` says why) or is known already.
    """

    path: str
    sha256: str | None = None
    report: ReadReport | None = None
    trouble: str | None = None


def prepare(desk: Desk, command: ImportReports) -> list[FoundFile]:
    """Read, hash and parse every file, and keep what counts."""
    paths = find_files(command.paths)
    found: list[FoundFile] = []
    for path in paths:
        if command.watch is not None:
            command.watch(len(found), len(paths))
        found.append(read_one(desk, path))
    if command.watch is not None:
        command.watch(len(found), len(paths))
    return found


def read_one(desk: Desk, path: Path) -> FoundFile:
    """Return what a file says; its bytes are kept before anything names them."""
    name = shown_path(path)
    data = content_of(path, LIMIT)
    if isinstance(data, str):
        return FoundFile(name, trouble=data)
    digest = sha256(data).hexdigest()
    with desk.database.reading() as work:
        known = work.evidence.file(digest) is not None
    if known:
        return FoundFile(name, digest)
    report = read_report(file_name(path.name), data)
    if report.outcome in KEPT:
        desk.files.keep(data)
    return FoundFile(name, digest, report)


def evidence_bytes(path: Path) -> bytes:
    """Return a file that shall be evidence of something recorded by hand.

    Raises:
        Unavailable: `path_missing` or `evidence_unreadable`.
    """
    if not path.exists():
        raise Unavailable("path_missing", path=str(path))
    data = content_of(path, LIMIT)
    if isinstance(data, str) or not data:
        raise Unavailable("evidence_unreadable", path=str(path))
    return data
