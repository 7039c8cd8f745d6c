"""What was found about a device while a label misled: it ends, for it may be of the other one.

An inspection, a decision, an installed system and a safety test say what a machine is. Found under
a label that was on the wrong machine they must not reach a price tag. What is older stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.coming_back import CameBack
from serkut_desk.stations import facts

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task

REASON = CameBack.MIXED_UP.value


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found about one device since an entry, by the numbers of the records.

    `draft`: an inspection is under way whose answers were given since then.
    """

    device: Device
    inspection: int | None
    decision: int | None
    installation: int | None
    safety_tests: tuple[int, ...]
    draft: bool

    def __bool__(self) -> bool:
        """Tell whether anything was found."""
        kept = (self.inspection, self.decision, self.installation)
        return any(one is not None for one in kept) or bool(self.safety_tests) or self.draft

    def as_entry(self) -> dict[str, Any]:
        """Return what the entry says of it, under the name `found`."""
        return {
            "device": self.device.code,
            "inspection": self.inspection,
            "decision": self.decision,
            "installation": self.installation,
            "safety_tests": list(self.safety_tests),
            "draft": self.draft,
        }


def moment_of(work: UnitOfWork, seq: int) -> datetime:
    """Return when an entry was written."""
    return datetime.fromisoformat(next(work.journal.entries(after=seq - 1)).at)


def since(work: UnitOfWork, device: Device, seq: int) -> Findings:
    """Return what holds of a device and was found with entry `seq` or after it."""
    moment = moment_of(work, seq)
    seen = work.inspections.in_force(device.id)
    # A grade that was set otherwise since then is as doubtful as one that was found since then.
    judged = seen is not None and (
        seen.seq >= seq or (seen.override_at is not None and seen.override_at >= moment)
    )
    decided = work.inspections.decision_of(device.id)
    system = work.installations.done.in_force(device.id)
    draft = work.inspections.draft_of(device.id)
    earlier = [one for one in work.mixups.about(device.id) if one.settled_at is not None]
    return Findings(
        device,
        inspection=seen.id if seen is not None and judged else None,
        # Where a device goes was decided on what it was found to be.
        decision=decided.id if decided and (judged or decided.seq >= seq) else None,
        installation=system.id if system and system.seq >= seq else None,
        safety_tests=tuple(
            one.id
            for one in reversed(work.orders.safety.of_device(device.id))
            if one.seq >= seq and not any(old.misled(one.seq, one.tested_at) for old in earlier)
        ),
        draft=draft is not None and draft.changed_at >= moment,
    )


def end(task: Task, found: Findings) -> None:
    """End it in the caller's transaction; the caller's entry says `found=[....as_entry()]`.

    Safety tests stay as they were written: the settled label itself speaks against them.
    """
    work, device_id = task.work, found.device.id
    if found.inspection is not None:
        work.inspections.end(device_id, task.now, REASON)
    if found.decision is not None:
        work.inspections.end_decision(device_id, task.now, REASON)
    if found.installation is not None:
        work.installations.done.end(found.installation, task.now, REASON)
    if found.draft:
        work.inspections.drop_draft(device_id)
    facts.refresh(work, device_id, task.now)
