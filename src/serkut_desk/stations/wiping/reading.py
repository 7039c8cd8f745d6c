"""Reads report files before the transaction begins; originals are kept by their SHA-256."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.interchange.evidence import LIMIT, Outcome, ReportKind, read_report
from serkut_desk.stations.found_files import (
    CLOSED,
    changed_at,
    content_of,
    find_files,
    on_fat,
    shown_path,
)
from serkut_desk.stations.supplier_rules import active_mappings
from serkut_desk.stations.wording import file_name

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from serkut_desk.domain.supplier_mapping import SupplierMapping
    from serkut_desk.interchange.evidence import ReadReport
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.wiping.commands import ImportReports, ReadAgain

# What has nothing to read in it: programs, pictures, empty files. Of these only the hash stays.
_NOT_KEPT = frozenset({ReportKind.BINARY, ReportKind.EMPTY, ReportKind.TOO_LARGE})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was looked at before the transaction.

    Args:
        path: Where it was, as it can be shown.
        name: Without its folder.
        sha256: None where it could not be read: `trouble` says why.
        report: What it says; None where it could not be read or is known already.
        trouble: Why its bytes could not be read.
        size: In bytes.
        modified: When it was changed, as its file system says.
        on_fat: It lies on a stick's own kind of file system.
    """

    path: str
    name: str = ""
    sha256: str | None = None
    report: ReadReport | None = field(default=None, repr=False)
    trouble: str | None = None
    size: int | None = None
    modified: datetime | None = None
    on_fat: bool = False

    @property
    def kept(self) -> bool:
        """Whether its bytes are kept."""
        return self.report is not None and self.report.kind not in _NOT_KEPT


def prepare(desk: Desk, command: ImportReports) -> list[FoundFile]:
    """Read, hash and parse every file, and keep what counts.

    Raises:
        Unavailable: `stick_gone`: what was given is not there any more; nothing is saved.
    """
    closed: list[Path] = []
    mappings = active_mappings(desk)
    paths = find_files(command.paths, closed.append)
    fat = {path: on_fat(path) for path in command.paths}
    found = [_closed(path) for path in closed]
    for number, path in enumerate(paths):
        if command.watch is not None:
            command.watch(number, len(paths))
        root = next(one for one in command.paths if one == path or one in path.parents)
        one = read_one(desk, path, mappings, on_fat=fat[root])
        if one.trouble == CLOSED and not root.exists():
            raise Unavailable("stick_gone", path=shown_path(root), read=number, total=len(paths))
        found.append(one)
    if command.watch is not None:
        command.watch(len(paths), len(paths))
    return found


def _closed(path: Path) -> FoundFile:
    return FoundFile(shown_path(path), file_name(path.name), trouble=CLOSED)


def read_one(
    desk: Desk, path: Path, mappings: tuple[SupplierMapping, ...] = (), *, on_fat: bool = False
) -> FoundFile:
    """Return what a file says; its bytes are kept before anything names them."""
    shown, name = shown_path(path), file_name(path.name)
    data = content_of(path, LIMIT)
    modified = changed_at(path)
    if isinstance(data, str):
        return FoundFile(shown, name, trouble=data, modified=modified)
    digest = sha256(data).hexdigest()
    report = None if _known(desk, digest) else read_report(name, data, mappings)
    found = FoundFile(shown, name, digest, report, size=len(data), modified=modified, on_fat=on_fat)
    if found.kept:
        desk.files.keep(data)
    return found


def prepare_again(desk: Desk, command: ReadAgain) -> FoundFile:
    """Read the kept original of a file that no reader understood when it came.

    Raises:
        Refused: `import_file_unknown`, `file_not_kept`, `still_unreadable`, or that it was read.
        Unavailable: `file_lost` or `file_damaged`.
    """
    with desk.database.reading() as work:
        row = work.imports.find(command.file)
        file = work.evidence.file(row.digest) if row is not None and row.digest else None
    if row is None:
        raise Refused("import_file_unknown", number=command.file)
    if file is None:
        raise Refused("file_not_kept", name=row.name)
    if file.outcome == Outcome.READ:
        raise Refused("file_read_already", name=row.name)
    data = desk.files.read(file.sha256)
    report = read_report(row.name, data, active_mappings(desk))
    if report.outcome is not Outcome.READ:
        raise Refused("still_unreadable", name=row.name)
    return FoundFile(row.path, row.name, file.sha256, report, size=len(data))


def _known(desk: Desk, digest: str) -> bool:
    """Tell whether these bytes were read as a report before; what no reader knew is tried again."""
    with desk.database.reading() as work:
        known = work.evidence.file(digest)
    return known is not None and known.outcome == Outcome.READ


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
