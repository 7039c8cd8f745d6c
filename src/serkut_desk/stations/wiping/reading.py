"""Reads report files before the transaction begins; originals are kept by their SHA-256."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Unavailable
from serkut_desk.interchange.evidence import LIMIT, Outcome, read_report
from serkut_desk.stations.wording import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from serkut_desk.interchange.evidence import ReadReport
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.wiping.commands import ImportReports

# More files than a stick full of reports has; beyond it somebody chose a whole disk.
MOST_FILES = 2000
KEPT = frozenset({Outcome.READ, Outcome.ATTACHMENT})
TOO_LARGE = "too_large"
CLOSED = "closed"
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was looked at before the transaction.

    `report` is None where it could not be read (`trouble` says why) or is known already.
    """

    path: str
    sha256: str | None = None
    report: ReadReport | None = None
    trouble: str | None = None


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that were given, and those in given folders; hidden ones are left out.

    Raises:
        Unavailable: `path_missing`, naming the first that is not there.
        Misused: `nothing_given` or `files_too_many`.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise Unavailable("path_missing", path=str(path))
        found += sorted(_inside(path)) if path.is_dir() else [path]
        if len(found) > MOST_FILES:
            raise Misused("files_too_many", most=MOST_FILES)
    if not found:
        raise Misused("no_files", path=", ".join(map(str, paths)) or "-")
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> Iterator[Path]:
    count = 0
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                count += 1
                if count > MOST_FILES:
                    raise Misused("files_too_many", most=MOST_FILES)
                yield Path(root) / name


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
    # A stick of another system has names that are no text here.
    name = os.fsencode(path).decode("utf-8", "replace")
    data = _bytes(path)
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
    data = _bytes(path)
    if isinstance(data, str) or not data:
        raise Unavailable("evidence_unreadable", path=str(path))
    return data


def _bytes(path: Path) -> bytes | str:
    """Return a regular file's content up to the limit, else why there is none."""
    try:
        # Without waiting: a pipe in the folder must not stop the import.
        handle = os.open(path, os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return CLOSED
            data = file.read(LIMIT + 1)
    except OSError:
        return CLOSED
    return TOO_LARGE if len(data) > LIMIT else data
