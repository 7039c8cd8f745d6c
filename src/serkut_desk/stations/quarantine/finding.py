"""The device that somebody means, with why it is locked away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.quarantine import LockFacts
from serkut_desk.stations import facts
from serkut_desk.stations.known_device import device_of

if TYPE_CHECKING:
    from serkut_desk.domain.data_state import Lock
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.quarantines import Quarantine
    from serkut_desk.stations.handling import Task


@dataclass(frozen=True, slots=True)
class Held:
    """A device in quarantine and the open reasons."""

    device: Device
    reasons: tuple[Quarantine, ...]

    def only(self, lock: Lock | None) -> tuple[Quarantine, ...]:
        """Return the reasons that a person means: one kind, or all.

        Raises:
            Refused: `lock_not_held`.
        """
        meant = tuple(one for one in self.reasons if lock in {None, one.lock})
        if not meant:
            raise Refused("lock_not_held", device=self.device.code)
        return meant


def held(task: Task, code: str) -> Held:
    """Return a device that is in quarantine.

    Raises:
        Refused: `device_unknown`, or what the lifecycle table says.
    """
    device = device_of(task.work, code)
    demand(Action.RELEASE_QUARANTINE, facts.gather(task.work, device, task.now).facts)
    return Held(device, tuple(task.work.quarantines.open_of(device.id)))


def facts_of(reason: Quarantine) -> LockFacts:
    """Return what the rules need to know of a reason."""
    return LockFacts(reason.lock, reason.request_id is not None, reason.answer)
