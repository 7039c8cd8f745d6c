"""Labels that were stuck on the wrong device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_

from serkut_desk.domain.mixups import Mixup, MixupOutcome
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_X = schema.label_mixup


class Mixups(Rows[Mixup]):
    """What was said of labels on wrong devices, settled or not."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _X, Mixup, {"outcome": MixupOutcome})

    def about(self, device_id: int) -> list[Mixup]:
        """Return those of a device, its label or another's on it; the newest first."""
        either = or_(_X.c.device_id == device_id, _X.c.stuck_on_id == device_id)
        return self.all(either, order=[_X.c.id.desc()])

    def open_of(self, device_id: int) -> Mixup | None:
        """Return the one about a device's own label that waits for a supervisor."""
        return self.one(_X.c.device_id == device_id, _X.c.settled_at.is_(None))

    def open_ones(self) -> list[Mixup]:
        """Return all that wait for a supervisor, the oldest first."""
        return self.all(_X.c.settled_at.is_(None), order=[_X.c.id])
