"""Devices that are ready to be approved and still wait: for whom, on which shelf."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts
from serkut_desk.stations.wiping.judging import prospect

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.wiping.judging import Prospect

LOOKED_AT = 40
"""The oldest devices that are looked at: each costs a judgement of its media."""


class WaitsFor(StrEnum):
    """Why a device that is clean is not approved; `waits_for.<word>` in the texts."""

    PERFORMER = "performer"
    NOBODY = "nobody"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SecondEyes:
    """One device that somebody else has to approve; who it is, is not told.

    Args:
        device: Its code.
        name: Maker and model.
        place: Its shelf, None when nobody said.
        waits_for: A performer that is told, anybody who may, or another than who asks.
    """

    device: str
    name: str
    place: str | None
    waits_for: WaitsFor


def second_eyes(
    desk: Desk, session: Session | None, limit: int = LOOKED_AT
) -> tuple[SecondEyes, ...]:
    """Return devices that only somebody else can approve, the oldest first."""
    # To see who waits is reading; a PIN that has grown old is asked for only where one approves.
    with desk.reading(session, Permission.AUDIT) as work:
        found = []
        person = session.person if session else None
        for row_id in work.wipe_queue.unapproved(limit):
            gathered = facts.gather(work, work.devices.by_id(row_id), desk.clock.now())
            ahead = prospect(work, desk.permissions, gathered, person, desk.clock.now())
            why = _why(ahead)
            if why is None:
                continue
            (line,) = work.overview.lines([row_id])
            name = f"{line.manufacturer} {line.model}".strip()
            found.append(SecondEyes(line.code, name, line.place, why))
        return tuple(found)


def _why(ahead: Prospect) -> WaitsFor | None:
    if ahead.missing or not ahead.against:
        return None
    if any(one.code is LackCode.PERFORMER_UNKNOWN for one in ahead.against):
        return WaitsFor.PERFORMER
    return WaitsFor.OTHER if ahead.who else WaitsFor.NOBODY
