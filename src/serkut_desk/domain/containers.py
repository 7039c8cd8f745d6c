"""Containers: their states, how full they are, and when somebody has to look after one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Refused

if TYPE_CHECKING:
    from datetime import datetime

HEAVIEST_G = 2_000_000
"""No container in the workshop weighs more; a larger number is a slip of the keys."""
LONGEST_DAYS = 3650
_DAY_S = 86_400


class ContainerState(StrEnum):
    """Where a container stands."""

    OPEN = "open"
    SEALED = "sealed"
    MERGED = "merged"
    SHIPPED = "shipped"


class ShipmentState(StrEnum):
    """Where a shipment stands."""

    OPEN = "open"
    LEFT = "left"
    CANCELLED = "cancelled"


class Alert(StrEnum):
    """What of a container needs somebody; the gravest comes first."""

    OVERDUE = "overdue"
    OVER_WEIGHT = "over_weight"
    DUE_SOON = "due_soon"
    NEARLY_FULL = "nearly_full"


STUCK = frozenset({Alert.OVERDUE, Alert.OVER_WEIGHT})
"""It is over its limit: it goes on only when somebody settles it."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a container holds against its limits; grams, None without a limit."""

    inside_g: int
    limit_g: int | None
    due_at: datetime | None
    is_open: bool = True

    @property
    def percent(self) -> int | None:
        """How full it is by weight, rounded down; None without a limit."""
        return None if self.limit_g is None else self.inside_g * 100 // self.limit_g

    def days_left(self, now: datetime) -> int | None:
        """Return the whole days until its time ends, below 0 when it ended; None without one."""
        if self.due_at is None:
            return None
        return int((self.due_at - now).total_seconds() // _DAY_S)

    def alert(self, now: datetime, *, near_percent: int, near_days: int) -> Alert | None:
        """Return what needs somebody, None when nothing does.

        A sealed container takes nothing more: only its time can still run out.
        """
        left = self.days_left(now)
        full = self.percent if self.is_open else None
        found = (
            (left is not None and left < 0, Alert.OVERDUE),
            (full is not None and self.inside_g > (self.limit_g or 0), Alert.OVER_WEIGHT),
            (left is not None and left < near_days, Alert.DUE_SOON),
            (full is not None and full >= near_percent, Alert.NEARLY_FULL),
        )
        return next((alert for holds, alert in found if holds), None)


def checked_limit(given: int | None, highest: int, field: str) -> int | None:
    """Return a limit as it is kept: None for no limit, which people write as 0.

    Raises:
        Misused: `container_limit_wrong`.
    """
    if given is None or given == 0:
        return None
    if not 0 < given <= highest:
        raise Misused("container_limit_wrong", field=field, limit=given)
    return given


_IS = {
    ContainerState.OPEN: "container_is_open",
    ContainerState.SEALED: "container_is_sealed",
    ContainerState.MERGED: "container_is_merged",
    ContainerState.SHIPPED: "container_is_shipped",
}


def demand_state(wanted: ContainerState, state: str, code: str) -> None:
    """Do nothing when a container stands where it must.

    Raises:
        Refused: `container_is_open`, `container_is_sealed`, `container_is_merged` or
            `container_is_shipped`.
    """
    if state != wanted.value:
        raise Refused(_IS[ContainerState(state)], container=code)
