"""Every file of an import stands in exactly one place, also what is no report or was known.

A file that is known under its name already stands where it stood: bringing the same stick again
adds nothing. What changes nothing in the proof (a copy, what no reader understands) is told in one
entry for the whole import, beside the entry of each file that is new evidence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence_place import Place, unread_waits
from serkut_desk.interchange.evidence import Outcome, ReportKind
from serkut_desk.stations.wording import file_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.interchange.evidence import ReadReport
    from serkut_desk.records.evidence import EvidenceFile
    from serkut_desk.stations.handling import Task
    from serkut_desk.stations.wiping.commands import ImportReports
    from serkut_desk.stations.wiping.reading import FoundFile
    from serkut_desk.stations.wiping.results import ImportedFile

DUPLICATE = "duplicate"
KEPT = frozenset({Outcome.READ, Outcome.ATTACHMENT})
# What is a wiping program's report although nothing can be read in it.
_BROKEN = frozenset({ReportKind.NO_RUN, ReportKind.TOO_MANY_PARTS, ReportKind.NWIPE_CERTIFICATE})


def source_of(command: ImportReports) -> tuple[str, str]:
    """Return where an import comes from: what it is, and the name of the stick or folder."""
    first = command.paths[0] if command.paths else None
    name = file_name(first.name) if first is not None and first.name else ""
    if command.watched:
        return "watch", name
    return ("folder" if any(path.is_dir() for path in command.paths) else "files"), name


def add_file(task: Task, report: ReadReport, known: EvidenceFile | None) -> None:
    """Record an original; one that was kept before, and can be read now, becomes a report."""
    if known is not None:
        task.work.evidence.change_outcome(report.sha256, report.outcome.value)
        return
    task.work.evidence.add_file(
        sha256=report.sha256,
        name=report.name,
        size=report.size,
        outcome=report.outcome.value,
        received_at=task.now,
        received_by=task.actor,
    )


class Batch:
    """What is brought in at once; recorded only if any file of it is not recorded yet.

    Args:
        task: The open transaction.
        source: Where it comes from.
        performer: Who performed the wipes.
    """

    def __init__(self, task: Task, source: tuple[str, str], performer: str | None) -> None:
        self._task = task
        self._source = source
        self._performer = performer
        self._number: int | None = None
        self._others: list[tuple[str, str | None, str]] = []
        self.came: set[str] = set()
        """SHA-256 of the files that are new evidence."""

    def unread(self, found: FoundFile) -> int:
        """Record a file whose bytes could not be read, and return its number."""
        for earlier in self._task.work.imports.unread(found.path):
            if earlier.detail.get("trouble") == found.trouble:
                return earlier.id
        waits = unread_waits(found.name)
        detail = {"trouble": found.trouble}
        return self._add(found, Place.UNREADABLE, waits=waits, kind=found.trouble, **detail)

    def copied(self, found: FoundFile) -> tuple[int, str] | None:
        """Return a copy's number and the name of the file that came first, None if none did."""
        copies = self._task.work.imports.copies_of(found.sha256 or "")
        if not copies:
            return None
        for one in copies:
            if one.name == found.name:
                return one.id, copies[0].name
        number = self._add(found, Place.DUPLICATE, waits=False, first=copies[0].id)
        return number, copies[0].name

    def known(self, found: FoundFile) -> int:
        """Record a file that is known as evidence and never came in this way."""
        return self._add(found, Place.DUPLICATE, waits=False)

    def stand(self, found: FoundFile, report: ReadReport) -> int:
        """Record a file that is new, or that can be read now, and return its number."""
        if report.outcome in KEPT:
            self.came.add(report.sha256)
        known = self._task.work.imports.first_of(report.sha256)
        if known is not None:
            self._task.work.imports.read_now(known.id, report.kind.value)
            return known.id
        if report.outcome in KEPT:
            detail: dict[str, object] = {}
            if report.kernel is not None and report.kernel.errors:
                detail["kernel"] = report.kernel.kept
            # A supplier's report that nobody can read yet must not pass for somebody's paper.
            place = Place.UNREADABLE if report.asks else Place.ATTACHED
            return self._put(found, place, waits=report.asks, kind=report.kind.value, **detail)
        waits = report.kind in _BROKEN or unread_waits(found.name)
        if found.kept and self._task.work.evidence.file(report.sha256) is None:
            add_file(self._task, report, None)
        return self._add(found, Place.UNREADABLE, waits=waits, kind=report.kind.value)

    def close(self, files: Sequence[ImportedFile]) -> None:
        """Write the entry about what is no new evidence, and remember the last entry."""
        if self._number is None:
            return
        journal = self._task.work.journal
        if self._others:
            journal.append(
                Tag.REPORTS_REFUSED,
                f"import-{self._number}",
                files=[list(one) for one in self._others],
                of=len(files),
            )
        self._task.work.imports.change(self._number, seq=journal.head().seq)

    def placed(self, files: Sequence[ImportedFile]) -> tuple[ImportedFile, ...]:
        """Return what became of the files with where each stands now."""
        imports = self._task.work.imports
        found = []
        for file in files:
            row = imports.find(file.number) if file.number is not None else None
            if row is None:
                found.append(file)
            elif file.outcome == DUPLICATE:
                found.append(replace(file, place=Place.DUPLICATE.value))
            else:
                found.append(replace(file, place=row.place.value, waits=row.waits))
        return tuple(found)

    def _add(
        self,
        found: FoundFile,
        place: Place,
        *,
        waits: bool,
        kind: str | None = None,
        **detail: object,
    ) -> int:
        """Record a file that is no new evidence."""
        self._others.append((found.name, found.sha256, place.value))
        return self._put(found, place, waits=waits, kind=kind, **detail)

    def _put(
        self,
        found: FoundFile,
        place: Place,
        *,
        waits: bool,
        kind: str | None = None,
        **detail: object,
    ) -> int:
        if self._number is None:
            source, name = self._source
            self._number = self._task.work.imports.add(
                at=self._task.now,
                by=self._task.actor,
                performed_by=self._performer,
                source=source,
                name=name,
                seq=0,
            )
        modified = found.modified.isoformat() if found.modified else None
        return self._task.work.imports.files.add(
            batch_id=self._number,
            name=found.name,
            path=found.path,
            digest=found.sha256,
            size=found.size,
            modified=modified,
            kind=kind,
            place=place.value,
            waits=waits,
            detail=detail,
        )
