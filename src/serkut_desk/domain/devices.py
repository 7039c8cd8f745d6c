"""The device, the unit of everything, and its storage media."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.media import DataClass, KindSource, MediumKind


@dataclass(frozen=True, slots=True)
class Device:
    """One device with its own code. `weight_g` in grams; empty text where nothing is known.

    `listed` tells whether the lot's list expected it; `touched_by` and `touched_seq` are who
    changed it last and in which journal entry, for undo.
    """

    id: int
    code: str
    lot_id: int
    type: str
    manufacturer: str
    manufacturer_key: str
    model: str
    product: str
    serial: str
    serial_key: str
    serial_reason: str | None
    inventory: str
    inventory_key: str
    imei: str
    weight_g: int | None
    data_class: DataClass
    state: str
    hazard: str | None
    place_id: int | None
    previous_id: int | None
    in_house: bool
    listed: bool
    received_at: datetime
    received_by: str
    touched_seq: int
    touched_by: str


@dataclass(frozen=True, slots=True)
class StorageMedium:
    """A disk, SSD, flash or card: in the device, or taken from it when `removed_at` is set.

    `used_since` is when it last came back from outside; what was proven before says nothing of it.
    `code` is its own LV label when it was taken out. `proposed` media were found in a report,
    nobody declared them, and they block until somebody accepts them.
    """

    id: int
    code: str | None
    device_id: int
    kind: MediumKind
    kind_source: KindSource
    kind_confirmed_by: str | None
    serial: str
    serial_key: str
    serial_certain: bool
    model: str
    capacity_bytes: int | None
    state: str
    proposed: bool
    declared_by: str
    declared_at: datetime
    removed_at: datetime | None
    removed_by: str | None
    used_since: datetime | None = None
    weight_g: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A shelf, cage or table with its own code."""

    id: int
    code: str
    name: str
    name_key: str
