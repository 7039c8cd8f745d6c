"""A device that was out of the house's hands is behind the data gate again.

Whoever had it may have put data on what is inside, or put another disk in: nothing that was proven
or said before counts for what was inside. What had been taken out before, and what was destroyed,
was not with it and keeps its proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import DeviceState, ends_proof
from serkut_desk.stations import facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from serkut_desk.domain.coming_back import CameBack
    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.handling import Task


@dataclass(frozen=True, slots=True)
class Reopened:
    """A device that is behind the data gate again.

    Args:
        gathered: The device with what decides about it now.
        media: Ids of the media whose proof ended.
        certificate: Number of the certificate that was revoked, None when none held.
        approved: Whether an approval ended.
    """

    gathered: Gathered
    media: tuple[int, ...]
    certificate: str | None
    approved: bool

    def as_entry(self) -> dict[str, Any]:
        """Return what the caller's entry says of it, under the name `reopened`.

        The check of the records against the journal reads it.
        """
        return {
            "device": self.gathered.device.code,
            "media": list(self.media),
            "certificate": self.certificate,
            "approved": self.approved,
            "data_state": self.gathered.data_state.value,
        }


def reopen(task: Task, device: Device, reason: CameBack) -> Reopened:
    """Put a device behind the data gate again, in the caller's transaction.

    The media inside have to be proven anew, the approval and the certificate end, "none inside"
    has to be said anew, the inspection and the decision end. The caller has asked the lifecycle
    table, ends what kept the device away (its handover line, its incident) before, writes the one
    entry with `reopened=....as_entry()` and the certificate among the subjects, and touches the
    device.

    Raises:
        Refused: `came_back_as`: it came in meanwhile as a device of its own.
    """
    work, now = task.work, task.now
    _refuse_twice(task, device)
    inside = tuple(
        medium.id
        for medium in work.media.of_device(device.id)
        if medium.removed_at is None and medium.state != MediumState.DESTROYED.value
    )
    work.inspections.end(device.id, now, reason.value)
    work.inspections.drop_draft(device.id)
    work.inspections.end_decision(device.id, now, reason.value)
    work.devices.change(device.id, in_house=True, state=DeviceState.RECEIVED.value)
    return uncover(task, device, reason, inside)


def uncover(
    task: Task,
    device: Device,
    reason: CameBack,
    media: Iterable[int],
    *,
    stated_before: datetime | None = None,
) -> Reopened:
    """End what was stated of a device's data, in the caller's transaction.

    Where the lifecycle table says that the action ends the proof, these media have to be wiped
    anew; else they only have to be approved anew, in this device. The others keep their proof.

    Args:
        task: The caller's task, who writes the one entry as with `reopen`.
        device: The device whose approval, certificate and "none inside" end.
        reason: What happened.
        media: Ids of the media that are not covered any more.
        stated_before: "None inside" that was said before this stays; None: it never does.
    """
    work, now = task.work, task.now
    lost = tuple(media)
    if ends_proof(reason.action):
        for medium_id in lost:
            work.media.change(medium_id, used_since=now)
    stated = work.media.stated_at(device.id)
    if stated is None or stated_before is None or stated >= stated_before:
        work.media.unstate(device.id)
    approved = work.approvals.withdraw(device.id, now, reason.value) > 0
    certificate = work.certificates.revoke_of_device(device.id, reason=reason.value, at=now)
    gathered = facts.refresh(work, device.id, now)
    return Reopened(gathered, lost, certificate, approved)


def _refuse_twice(task: Task, device: Device) -> None:
    """Refuse a device that is in the house under another code: one thing has one record."""
    if not device.serial_key:
        return
    for other in task.work.devices.by_serial(device.serial_key):
        keys = {other.manufacturer_key, device.manufacturer_key} - {""}
        if other.id != device.id and other.in_house and len(keys) <= 1:
            raise Refused("came_back_as", device=device.code, other=other.code)
