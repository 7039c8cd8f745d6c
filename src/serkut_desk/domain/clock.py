"""Time: an injected clock, the one text form of an instant, and what counts as a jump."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

# A jump of more than this is an entry of its own (DESIGN, "The journal").
FORWARD_LIMIT = timedelta(minutes=10)
# Clocks are trimmed by fractions of a second all day; less than this is not a jump backwards.
BACKWARD_LIMIT = timedelta(seconds=1)

HELSINKI = ZoneInfo("Europe/Helsinki")


class Clock(Protocol):
    """Where time comes from; tests bring their own."""

    def now(self) -> datetime:
        """Return the wall clock, aware, in UTC."""
        ...

    def steady(self) -> tuple[str, float]:
        """Return a name of this running of the machine, and seconds that only go forward in it."""
        ...


def to_text(instant: datetime) -> str:
    """Return `2026-11-21T12:34:56.123Z`: milliseconds, UTC, always 24 characters.

    Raises:
        ValueError: `instant` says no time zone.
    """
    if instant.tzinfo is None:
        message = "an instant without a time zone"
        raise ValueError(message)
    utc = instant.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def from_text(text: str) -> datetime:
    """Return the instant that `to_text` wrote."""
    return datetime.fromisoformat(text)


def local(instant: datetime) -> datetime:
    """Return the instant in Finnish time, as papers and screens show it."""
    return instant.astimezone(HELSINKI)


class JumpKind(StrEnum):
    """How the clock jumped."""

    FORWARD = "forward"
    BACKWARD = "backward"


@dataclass(frozen=True, slots=True)
class ClockMark:
    """What the clocks said at the last entry."""

    running: str
    steady: float
    wall: datetime


def jump(last: ClockMark | None, last_entry: datetime | None, now: ClockMark) -> JumpKind | None:
    """Tell whether the wall clock jumped since the last entry.

    Within one running of the machine the steady clock says how much time really passed. Across a
    restart only a step backwards can be seen. A step is told once: the next one is looked for from
    what the clocks said then, even while the last entry is still ahead of them.
    """
    before = last.wall if last is not None else last_entry
    if before is not None and now.wall < before - BACKWARD_LIMIT:
        return JumpKind.BACKWARD
    if last is None or last.running != now.running:
        return None
    drift = (now.wall - last.wall) - timedelta(seconds=now.steady - last.steady)
    if drift > FORWARD_LIMIT:
        return JumpKind.FORWARD
    if drift < -FORWARD_LIMIT:
        return JumpKind.BACKWARD
    return None
