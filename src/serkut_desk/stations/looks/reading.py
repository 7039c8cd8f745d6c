"""What a file says that was brought as evidence of a second look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import HELSINKI
from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.second_look import Told, told_by
from serkut_desk.interchange.evidence import LIMIT, read_report
from serkut_desk.stations import facts
from serkut_desk.stations.found_files import content_of
from serkut_desk.stations.wording import file_name

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.evidence import ReportRun
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.domain.second_look import Reading
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Task
    from serkut_desk.stations.looks.commands import RecordLook


@dataclass(frozen=True, slots=True)
class LookFile:
    """A file, kept already, and what a known program tells in it, if one wrote it."""

    sha256: str
    name: str
    size: int
    runs: tuple[ReportRun, ...]


def read(desk: Desk, command: RecordLook) -> LookFile:
    """Read and keep the evidence, before the transaction.

    Raises:
        Unavailable: `path_missing` or `evidence_unreadable`.
    """
    path = command.evidence
    if not path.exists():
        raise Unavailable("path_missing", path=str(path))
    data = content_of(path, LIMIT)
    if isinstance(data, str) or not data:
        raise Unavailable("evidence_unreadable", path=str(path))
    desk.files.keep(data)
    name = file_name(path.name)
    runs = read_report(name, data).runs
    return LookFile(sha256(data).hexdigest(), name, len(data), runs)


def told(work: UnitOfWork, file: LookFile, medium: StorageMedium, run: SanitisationRun) -> Reading:
    """Return what a file says of a medium since the wipe that is looked at."""
    before = [one for one in work.runs.of_medium(medium.id) if one.id <= run.id]
    reports = {one.report_run_id for one in before if one.report_run_id is not None}
    known = {work.evidence.report(one).fingerprint for one in reports}
    return told_by(file.runs, medium.serial_key, known)


def demand_new(
    work: UnitOfWork, file: LookFile, medium: StorageMedium, run: SanitisationRun, found: Reading
) -> None:
    """See that a medium was read for this look: not before its wipe, nor for another look.

    Raises:
        Refused: `look_is_the_report`, `look_file_used`, `look_before_wipe`.
    """
    name = facts.name_of(medium)
    if file.sha256 == run.sha256:
        raise Refused("look_is_the_report", medium=name)
    if work.looks.used(medium.id, file.sha256):
        raise Refused("look_file_used", medium=name)
    read = found.told in {Told.CLEAN, Told.DIRTY}
    began, wiped = _began(found.run) if read else None, facts.started_at(run)
    if began is not None and wiped is not None and began < wiped:
        raise Refused("look_before_wipe", medium=name)


def _began(run: ReportRun | None) -> datetime | None:
    if run is None or run.started is None or run.started.tzinfo is not None:
        return run.started if run is not None else None
    return run.started.replace(tzinfo=UTC if run.utc else HELSINKI)


def keep(task: Task, file: LookFile) -> None:
    """Remember the file among the evidence, once."""
    if task.work.evidence.file(file.sha256) is None:
        task.work.evidence.add_file(
            sha256=file.sha256,
            name=file.name,
            size=file.size,
            outcome="attachment",
            received_at=task.now,
            received_by=task.actor,
        )
