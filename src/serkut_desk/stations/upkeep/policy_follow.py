"""Lets stored states follow the policy when another version begins to hold.

Every gate judges anew by the version of its day. What lists and queues show is stored, and would
say what the version before said until somebody touches the device. A version begins at midnight,
so that no command is there to do it: the program does, some devices in one transaction, so that
whoever scans meanwhile waits for no more than these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.events import Tag
from serkut_desk.stations import facts, import_places, late_doubt, rules

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.records.unit_of_work import UnitOfWork

# Setting: the version that states were derived by, and the last device that was looked at.
FOLLOWED = "policy_followed"
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Followed:
    """What one step did: the devices that stand otherwise now, and whether there are more."""

    devices: tuple[str, ...] = ()
    more: bool = False


def is_behind(work: UnitOfWork, now: datetime) -> bool:
    """Tell whether some states may have been derived by another version than holds now."""
    return _upto(work, rules.version_at(work, now)) is not None


def follow(work: UnitOfWork, now: datetime, at_once: int) -> Followed:
    """Derive the next devices by the version that holds now, with an entry if any changed."""
    version = rules.version_at(work, now)
    upto = _upto(work, version)
    if upto is None:
        return Followed()
    ids = work.wipe_queue.judged_by_policy(upto, at_once)
    codes = tuple(code for row_id in ids if (code := _derived(work, row_id)) is not None)
    more = len(ids) == at_once
    work.house.put(FOLLOWED, {"version": version, "upto": ids[-1] if more else None})
    if codes or work.runs.untold:
        work.journal.append(Tag.POLICY_FOLLOWED, "policy", codes, version=version)
    late_doubt.follow(work)
    import_places.follow(work)
    return Followed(codes, more)


def _upto(work: UnitOfWork, version: int) -> int | None:
    """Return the last device that was derived by a version, None when all were."""
    # Nothing was ever derived by another one before the workshop made its first.
    first = {"version": rules.shipped_policy().version, "upto": None}
    held = work.house.get(FOLLOWED, first)
    if held["version"] != version:
        return 0
    upto: int | None = held["upto"]
    return upto


def _derived(work: UnitOfWork, row_id: int) -> str | None:
    """Derive a device anew; return its code if it stands otherwise now."""
    before = _stands(work, row_id)
    device = facts.refresh(work, row_id, work.journal.now()).device
    return device.code if _stands(work, row_id) != before else None


def _stands(work: UnitOfWork, row_id: int) -> tuple[str, ...]:
    media = (one.state for one in work.media.of_device(row_id))
    return (work.devices.by_id(row_id).state, *media)
