"""What a failed second look puts in doubt, frozen in the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import to_text
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.second_look import FreezeWhy, frozen_by
from serkut_desk.stations import facts
from serkut_desk.stations.late_doubt import concerned
from serkut_desk.stations.look_drawing import look_rules

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


@dataclass(frozen=True, slots=True)
class Frozen:
    """An incident that has begun.

    Args:
        incident: Its number.
        at: When.
        runs: Number of each frozen run, of its medium, and why.
        devices: Codes of the devices that they belong to.
        left: Those that are not here any more, each with the handover that it left with.
    """

    incident: int
    at: datetime
    runs: tuple[tuple[int, int, FreezeWhy], ...]
    devices: tuple[str, ...]
    left: tuple[tuple[str, str | None], ...]

    def as_entry(self) -> dict[str, Any]:
        """Return what the caller's entry says of it; the check of the records reads it."""
        return {
            "incident": self.incident,
            "at": to_text(self.at),
            "rules": look_rules().version,
            "frozen": [[run, medium, why.value] for run, medium, why in self.runs],
            "left": [[device, handover] for device, handover in self.left],
        }


def freeze(task: Task, look: int, failed: SanitisationRun) -> Frozen:
    """Begin the incident of a failed look, and keep everything from being proven that it doubts."""
    work, now = task.work, task.now
    mark = work.looks.mark_of(failed.id)
    others = dict(work.looks.like(mark))
    clean = work.looks.last_clean(mark.performers, mark.at)
    why = frozen_by(mark, others, look_rules(), last_clean=clean)
    media = {one.id: medium for one, medium in others.items()}
    assert failed.medium_id is not None
    media[failed.id] = failed.medium_id
    incident = work.looks.incidents.add(
        look_id=look, at=now, by=task.actor, seq=work.journal.next_seq()
    )
    for run, reason in why.items():
        work.looks.freezes.add(
            incident_id=incident, run_id=run, medium_id=media[run], why=reason.value, at=now
        )
    ids = sorted(concerned(work, [media[run] for run in why]))
    devices = [facts.refresh(work, one, now).device for one in ids]
    left = tuple(
        (one.code, handover_of(work, one.id)) for one in devices if one.state == DeviceState.LEFT
    )
    runs = tuple((run, media[run], reason) for run, reason in why.items())
    return Frozen(incident, now, runs, tuple(one.code for one in devices), left)


def handover_of(work: UnitOfWork, device: int) -> str | None:
    """Return the number of the handover that a device left with last."""
    line = work.handovers.lines.active_of(device)
    return work.handovers.by_id(line.handover_id).code if line is not None else None
