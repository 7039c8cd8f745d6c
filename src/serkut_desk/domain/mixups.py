"""A label that was stuck on the wrong device: what is said of it, and what a supervisor decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class MixupOutcome(StrEnum):
    """What was decided of it."""

    MIXED_UP = "mixed_up"
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True)
class Mixup:
    """One label on the wrong device; it is open until `outcome` is known.

    `device_id` is the device whose label it is, `stuck_on_id` the one that it was stuck on, None
    when that has no record. From entry `since_seq` on, a scan of the label may have meant either.
    """

    id: int
    device_id: int
    stuck_on_id: int | None
    since_seq: int
    note: str
    at: datetime
    by: str
    seq: int
    settled_at: datetime | None
    settled_by: str | None
    outcome: MixupOutcome | None

    def misled(self, seq: int, at: datetime) -> bool:
        """Tell whether what was found with entry `seq` at a moment may be of the other device."""
        if self.outcome is not MixupOutcome.MIXED_UP or self.settled_at is None:
            return False
        return self.since_seq <= seq and at <= self.settled_at
