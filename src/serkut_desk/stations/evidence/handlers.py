"""Settles files that nobody can read, and notes what a computer's clock was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence import ClockFlag
from serkut_desk.domain.evidence_place import Place
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import report_matching
from serkut_desk.stations.evidence.commands import ClockNoted, FilesSettled, NoteClock, SettleFiles
from serkut_desk.stations.handling import Task, handles

if TYPE_CHECKING:
    from serkut_desk.records.import_batches import ImportFile

NOTE = "clock_note"
RTC_LOCAL = ClockFlag.RTC_LOCAL.value


@handles(SettleFiles, Permission.DECIDE)
def settle_files(task: Task, command: SettleFiles) -> FilesSettled:
    """Remember who looked at files that are no reports, or can not be read."""
    rows = [_to_settle(task, number) for number in sorted(set(command.files))]
    for row in rows:
        task.work.imports.files.change(
            row.id, waits=False, settled_at=task.now, settled_by=task.actor
        )
    task.work.journal.append(
        Tag.FILES_SETTLED,
        f"import-{rows[0].batch_id}" if rows else "import",
        files=[[row.id, row.name, row.digest] for row in rows],
    )
    return FilesSettled(len(rows), Changes(evidence=True, journal=True))


def _to_settle(task: Task, number: int) -> ImportFile:
    row = task.work.imports.find(number)
    if row is None:
        raise Refused("import_file_unknown", number=number)
    if not row.waits:
        raise Refused("file_settled_already", name=row.name)
    if row.place is not Place.UNREADABLE:
        raise Refused("file_not_to_settle", name=row.name)
    return row


@handles(NoteClock, Permission.DECIDE)
def note_clock(task: Task, command: NoteClock) -> ClockNoted:
    """Keep beside a report's times that its computer's clock ran in local time, and who says so."""
    run = task.work.runs.by_id(command.run)
    if run is None:
        raise Refused("run_unknown", run=command.run)
    if run.report_run_id is None:
        raise Refused("run_without_report", run=command.run)
    if NOTE in run.facts:
        raise Refused("clock_noted_already", run=command.run)
    note = {"choice": RTC_LOCAL, "by": task.actor, "at": task.now.isoformat()}
    devices: set[int] = set()
    drives = task.work.runs.of_report(run.report_run_id)
    for one in drives:
        flags = [*one.facts.get("clock", []), RTC_LOCAL]
        task.work.runs.change(one.id, facts={**one.facts, NOTE: note, "clock": flags})
        devices |= report_matching.concerned(task.work, one)
    codes = [task.work.devices.by_id(row_id).code for row_id in sorted(devices)]
    head = task.work.journal.append(
        Tag.CLOCK_NOTED,
        codes[0] if codes else run.sha256 or "run",
        codes,
        runs=[one.id for one in drives],
        sha256=run.sha256,
        choice=RTC_LOCAL,
    )
    for row_id in sorted(devices):
        task.work.devices.touch(row_id, head.seq, task.actor)
    return ClockNoted(
        run.id, len(drives), Changes(devices=frozenset(codes), evidence=True, journal=True)
    )
