"""A stop: a dangerous battery, with or without a device; everything waits for a supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class StopKind(StrEnum):
    """Why somebody cried stop."""

    SWOLLEN_BATTERY = "swollen_battery"
    LEAKING_BATTERY = "leaking_battery"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop; `raised_by` is None when nobody was signed in. Open until it is released.

    `outcome` says how it ended, a word by kind, None for what ended before outcomes were asked.
    """

    id: int
    kind: StopKind
    device_id: int | None
    raised_at: datetime
    raised_by: str | None
    released_at: datetime | None
    released_by: str | None
    outcome: str | None = None
    outcome_note: str = ""
