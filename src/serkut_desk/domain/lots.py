"""One delivery: who sent it, what was promised, what came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.media import DataClass


@dataclass(frozen=True, slots=True)
class Organisation:
    """A city unit that sends; `name_key` is its name without case and spaces."""

    id: int
    name: str
    name_key: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Lot:
    """One delivery. `state` is open or closed."""

    id: int
    code: str
    organisation_id: int
    data_class: DataClass
    data_class_reference: str | None
    list_name: str | None
    list_sha256: str | None
    state: str
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    closed_by: str | None


@dataclass(frozen=True, slots=True)
class LotLine:
    """One line of a delivery list: a device that is expected, or a number of things.

    `row` is the row in the file as a person sees it, 0 when the line came from no file.
    `device_id` is the device that answered to it.
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


@dataclass(frozen=True, slots=True)
class LotCounts:
    """How a lot stands: devices on the list, all received, those beside the list, still missing."""

    expected: int
    received: int
    extra: int
    missing: int


def name_key(name: str) -> str:
    """Return a name without case and spaces: what two writings of one unit have in common."""
    return "".join(name.split()).casefold()
