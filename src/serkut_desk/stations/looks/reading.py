"""What a file says that was brought as evidence of a second look."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Unavailable
from serkut_desk.interchange.evidence import LIMIT, read_report
from serkut_desk.stations.found_files import content_of
from serkut_desk.stations.wording import file_name

if TYPE_CHECKING:
    from serkut_desk.domain.evidence import DriveResult
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Task
    from serkut_desk.stations.looks.commands import RecordLook


@dataclass(frozen=True, slots=True)
class LookFile:
    """A file, kept already, and what a known program tells in it, if one wrote it."""

    sha256: str
    name: str
    size: int
    tool: str
    tool_version: str | None
    drives: tuple[DriveResult, ...]


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
    return LookFile(
        sha256=sha256(data).hexdigest(),
        name=name,
        size=len(data),
        tool=runs[-1].program if runs else "",
        tool_version=runs[-1].tool_version if runs else None,
        drives=tuple(drive for run in runs for drive in run.drives),
    )


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
