"""What waits at the wiping station: which devices, and how many media stand where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from serkut_desk.domain.data_state import SETTLED_MEDIA, MediumState
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.records import schema

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection

_D = schema.device
_M = schema.medium
_R = schema.sanitisation_run

WAITING = (
    DeviceState.RECEIVED,
    DeviceState.WAITING_WIPE,
    DeviceState.WAITING_REVIEW,
    DeviceState.WAITING_APPROVAL,
)
# What is being taken apart, or was, says by its state nothing of the media that came out of it.
_APART = _D.c.state.in_([DeviceState.DISMANTLING.value, DeviceState.DISMANTLED.value])
UNSETTLED = frozenset(MediumState) - SETTLED_MEDIA


def left_media(states: Collection[MediumState]) -> ColumnElement[bool]:
    """Return the condition of a device taken apart with a medium in one of these states."""
    media = select(_M.c.device_id).where(
        _M.c.state.in_(sorted(state.value for state in states)), _M.c.proposed.is_(False)
    )
    return _APART & _D.c.id.in_(media)


_OPEN = (
    select(_M.c.device_id)
    .where(_M.c.proposed.is_(True))
    .union(
        select(_R.c.device_id).where(
            _R.c.medium_id.is_(None), _R.c.set_aside_by.is_(None), _R.c.paired_with.is_(None)
        )
    )
)
_WAITS = (
    (_D.c.in_house.is_(True) & _D.c.state.in_([state.value for state in WAITING]))
    | left_media(UNSETTLED)
    | (_APART & _D.c.id.in_(_OPEN))
)


class WipeQueue:
    """Reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def device_ids(self, limit: int) -> list[int]:
        """Return devices that wait for wiping, a decision or approval, the oldest first."""
        query = select(_D.c.id).where(_WAITS).order_by(_D.c.id).limit(limit)
        return list(self._connection.execute(query).scalars())

    def unapproved(self, limit: int) -> list[int]:
        """Return devices that wait for nothing but approval, the oldest first."""
        waits = _D.c.state == DeviceState.WAITING_APPROVAL.value
        waits |= left_media([MediumState.UNAPPROVED])
        query = select(_D.c.id).where(waits).order_by(_D.c.id).limit(limit)
        return list(self._connection.execute(query).scalars())

    def judged_by_policy(self, after: int, limit: int) -> list[int]:
        """Return devices with a medium of which the policy of the day says whether it is enough.

        Args:
            after: Only those with a larger number.
            limit: At most so many.
        """
        query = (
            select(_M.c.device_id)
            .join(_D, _D.c.id == _M.c.device_id)
            .where(
                _M.c.state.in_([MediumState.UNAPPROVED.value, MediumState.NOT_ENOUGH.value]),
                _M.c.device_id > after,
                _D.c.in_house.is_(True) | _APART,
            )
            .distinct()
            .order_by(_M.c.device_id)
            .limit(limit)
        )
        return list(self._connection.execute(query).scalars())

    def media_by_state(self) -> dict[str, int]:
        """Return how many media of waiting devices stand in each state; proposed ones apart."""
        query = (
            select(_M.c.state, func.count())
            .join(_D, _D.c.id == _M.c.device_id)
            .where(_WAITS, _M.c.proposed.is_(False))
            .group_by(_M.c.state)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def settled(self) -> int:
        """Return how many media of devices in the house are proven or destroyed."""
        query = (
            select(func.count())
            .select_from(_M)
            .join(_D, _D.c.id == _M.c.device_id)
            .where(_D.c.in_house.is_(True), _M.c.state.in_(sorted(SETTLED_MEDIA)))
        )
        return self._connection.execute(query).scalar_one()

    def proposed(self) -> int:
        """Return how many drives of reports wait to be accepted or assigned."""
        media = select(func.count()).select_from(_M).where(_M.c.proposed.is_(True))
        runs = (
            select(func.count())
            .select_from(_R)
            .where(
                _R.c.medium_id.is_(None),
                _R.c.set_aside_by.is_(None),
                _R.c.paired_with.is_(None),
                _R.c.match == "proposed",
            )
        )
        return int(self._connection.execute(media).scalar_one()) + int(
            self._connection.execute(runs).scalar_one()
        )
