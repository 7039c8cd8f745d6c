"""Media that did not come back: the buyer took the disk out before the device was returned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import serial_key
from serkut_desk.stations import facts
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.returns.commands import KeepMedium, MediumKept
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.records.unit_of_work import UnitOfWork

_NUMBER = re.compile(r"#[0-9]{1,15}")


@handles(KeepMedium, Permission.RETURNS)
def keep_medium(task: Task, command: KeepMedium) -> MediumKept:
    """Record that a medium stayed with the buyer; it counts as taken out by who says so.

    What was proven of it before it left is true still, and it is not here any more. The device
    waits for an approval by somebody else, who states how many media there are.
    """
    work, now = task.work, task.now
    medium = _inside(work, command.medium)
    reason = short_text(command.reason, "reason")
    device = work.devices.by_id(medium.device_id)
    _demand_return(work, medium)
    demand(Action.REMOVE_MEDIUM, facts.gather(work, device, now).facts)
    work.media.change(medium.id, removed_at=now, removed_by=task.actor, used_since=None)
    gathered = facts.refresh(work, device.id, now)
    proof = next(one for one in gathered.proofs if one.medium.id == medium.id)
    if proof.standing.state is not MediumState.PROVEN:
        raise Refused("medium_never_proven", medium=facts.name_of(medium))
    head = work.journal.append(
        Tag.MEDIUM_KEPT,
        device.code,
        (medium.code,) if medium.code else (),
        media=[medium.id],
        serial=medium.serial,
        reason=reason,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    codes = frozenset({medium.code} if medium.code else ())
    changes = Changes(devices=frozenset({device.code}), media=codes, journal=True)
    return MediumKept(device.code, facts.name_of(medium), gathered.state, changes)


def _demand_return(work: UnitOfWork, medium: StorageMedium) -> None:
    """See that it is the return that a medium has to be wiped for, and nothing that came after.

    Raises:
        Refused: `medium_not_returned`.
    """
    ended = work.approvals.before_coming_back(medium.device_id)
    by_return = ended is not None and ended.withdrawn_reason == CameBack.RETURNED.value
    if ended is None or not by_return or ended.withdrawn_at != medium.used_since:
        raise Refused("medium_not_returned", medium=facts.name_of(medium))


def _inside(work: UnitOfWork, text: str) -> StorageMedium:
    """Return the medium of a device that came back; there is no other that can have stayed out."""
    plain = text.strip()
    number = int(plain[1:]) if _NUMBER.fullmatch(plain) else None
    if number is not None:
        found = [one for one in (work.media.find(number),) if one is not None]
    else:
        key = serial_key(plain)
        found = work.media.by_serial(key) if key else []
    back = [one for one in found if one.used_since is not None and one.removed_at is None]
    if not back:
        raise Refused("medium_not_returned", medium=plain)
    return back[0]
