"""One delivery: who sent it, what was promised, what came."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

if TYPE_CHECKING:
    from datetime import date, datetime

    from serkut_desk.domain.media import DataClass


class MissingReason(StrEnum):
    """Why a device of the list did not come."""

    COMES_LATER = "comes_later"
    KEPT = "kept"
    LIST_WRONG = "list_wrong"
    NOT_FOUND = "not_found"


class ExtraReason(StrEnum):
    """Why a device came that the list does not name."""

    LIST_SHORT = "list_short"
    IN_PLACE_OF = "in_place_of"
    WRONG_LOT = "wrong_lot"
    EARLIER_LOT = "earlier_lot"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A city unit that sends; `name_key` is its name without case and spaces."""

    id: int
    name: str
    name_key: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Lot:
    """One delivery. `state` is open or closed.

    `list_digest` is the SHA-256 of the sender's list, which itself is not kept: it may hold
    columns about people. `order_reference` is the number of the pick-up order, `expected_on` the
    day it is due, `contact_role` whom to ask, as a role and never a name; `arrived_at` when the
    van came, None for a lot that is only expected or that nobody announced.
    """

    id: int
    code: str
    organisation_id: int
    data_class: DataClass
    data_class_reference: str | None
    list_name: str | None
    list_digest: str | None
    state: str
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    closed_by: str | None
    order_reference: str = ""
    expected_on: date | None = None
    contact_role: str = ""
    arrived_at: datetime | None = None

    @property
    def is_expected(self) -> bool:
        """Tell whether it was announced and has not come yet: nothing is received into it."""
        return self.state == "open" and self.expected_on is not None and self.arrived_at is None


@dataclass(frozen=True, slots=True)
class LotLine:
    """One line of a delivery list: a device that is expected, or a number of things.

    `row` is the row in the file as a person sees it, 0 when the line came from no file.
    `device_id` is the device that answered to it; `counted` is how many came of a line of many,
    None until somebody has counted; `missing_reason` why nothing came.
    """

    id: int
    lot_id: int
    row: int
    type: str | None
    manufacturer: str
    model: str
    serial: str
    serial_key: str
    inventory: str
    inventory_key: str
    imei: str
    quantity: int
    weight_g: int | None
    problems: list[dict[str, Any]]
    notes: list[dict[str, Any]]
    device_id: int | None
    counted: int | None
    missing_reason: str | None
    missing_note: str = ""


@dataclass(frozen=True, slots=True)
class ExtraDevice:
    """Why a device of a lot is not on its list; `note` is what the reason's word can not say."""

    device_id: int
    lot_id: int
    reason: ExtraReason
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class LateArrival:
    """A device that came after its lot was closed, into another one.

    `lot_id` is the closed lot; `line_id` the line of its list, None where a person linked it
    without one. `seq` is the entry that says so.
    """

    device_id: int
    lot_id: int
    line_id: int | None
    at: datetime
    by: str
    seq: int


@dataclass(frozen=True, slots=True)
class LotCounts:
    """How a lot stands.

    Args:
        expected: Devices on the list.
        received: Devices that came.
        extra: Those of them that no line of the list names.
        missing: Lines without a device.
        pieces: Things in lines of many, as the list says.
        counted: Things in lines of many that came.
    """

    expected: int
    received: int
    extra: int
    missing: int
    pieces: int = 0
    counted: int = 0


def name_key(name: str) -> str:
    """Return a name without case and spaces: what two writings of one unit have in common."""
    return "".join(normalize("NFKC", name).casefold().split())
