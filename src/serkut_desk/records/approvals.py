"""Approvals of devices and what each rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.media import Level
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_A = schema.approval
_I = schema.approval_item
_OF_DEVICE = select(_A).where(_A.c.device_id == bindparam("device_id")).order_by(_A.c.id)
_IN_FORCE = (
    select(_A)
    .where(_A.c.device_id == bindparam("device_id"), _A.c.withdrawn_at.is_(None))
    .order_by(_A.c.id.desc())
    .limit(1)
)
_LAST = select(_A).where(_A.c.device_id == bindparam("device_id")).order_by(_A.c.id.desc()).limit(1)
_ITEMS = select(_I).where(_I.c.approval_id == bindparam("approval")).order_by(_I.c.id)
_CAME_BACK = {reason.value for reason in CameBack}


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's word that a device is clean, with what was known then."""

    id: int
    device_id: int
    approved_at: datetime
    approved_by: str
    media_count: int
    seen: str
    policy_version: int
    accepted: list[str]
    withdrawn_at: datetime | None
    withdrawn_reason: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class ApprovalItem:
    """One medium of an approval: the run it rests on, the level reached and asked for."""

    id: int
    approval_id: int
    medium_id: int
    run_id: int
    level: Level
    required: Level
    rule: str
    judgement: dict[str, Any]


class Approvals(Rows[Approval]):
    """The approvals, those withdrawn included."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.approval, Approval)
        words = {"level": Level, "required": Level}
        self._items = Rows(connection, schema.approval_item, ApprovalItem, words)

    def in_force(self, device_id: int) -> Approval | None:
        """Return the approval that holds for a device."""
        return self.the_one(_IN_FORCE, device_id=device_id)

    def before_coming_back(self, device_id: int) -> Approval | None:
        """Return the last approval of a device if it ended because the device was away.

        It still speaks of the media that were not with the device.
        """
        last = self.the_one(_LAST, device_id=device_id)
        return last if last is not None and last.withdrawn_reason in _CAME_BACK else None

    def ground_of(self, device_id: int) -> tuple[Approval | None, Approval | None]:
        """Return the approval in force of a device, and that or else the one `before_coming_back`.

        Both in one question.
        """
        every = self.of_device(device_id)
        holds = next((one for one in reversed(every) if one.withdrawn_at is None), None)
        if holds is None and every and every[-1].withdrawn_reason in _CAME_BACK:
            return None, every[-1]
        return holds, holds

    def of_device(self, device_id: int) -> list[Approval]:
        """Return every approval of a device, withdrawn ones included, the oldest first."""
        return self.those(_OF_DEVICE, device_id=device_id)

    def withdraw(self, device_id: int, at: datetime, reason: str) -> int:
        """End every approval of a device that is in force; return how many there were."""
        done = self.connection.execute(
            update(_A)
            .where(_A.c.device_id == device_id, _A.c.withdrawn_at.is_(None))
            .values(withdrawn_at=at, withdrawn_reason=reason)
        )
        return int(done.rowcount)

    def items(self, approval_id: int) -> list[ApprovalItem]:
        """Return the media of an approval."""
        return self._items.those(_ITEMS, approval=approval_id)

    def add_item(self, **values: object) -> None:
        """Insert a medium of an approval."""
        self.connection.execute(insert(_I), values)
