"""Models of devices: what one of a kind tells of the next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


# More media than any machine that comes here can hold.
MOST_SLOTS = 64


class ModelSource(StrEnum):
    """Where a model is known from."""

    DEVICE = "device"
    SNAPSHOT = "snapshot"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class ProductModel:
    """One model of one manufacturer.

    Args:
        type: Kind of device, a word of `DeviceType`.
        weee_category: A word of `resources/catalogue/weee.json`, None when unknown.
        typical_weight_g: Grams of one without accessories.
        storage_slots: How many storage media it can hold.
        checklist: Key of the checklist that its grading asks, None for its type's.
        guide: Key of the guide by which it is taken apart, None for its type's.
        photo: SHA-256 of its photograph; `photo_thumb` of the small one.
        confirmed: A supervisor looked at it.
        merged_into_id: The model that it turned out to be.
    """

    id: int
    manufacturer: str
    manufacturer_key: str
    model: str
    model_key: str
    type: str
    weee_category: str | None
    typical_weight_g: int | None
    storage_slots: int | None
    checklist: str | None
    guide: str | None
    photo: str | None
    photo_thumb: str | None
    source: ModelSource
    confirmed: bool
    merged_into_id: int | None
    made_at: datetime
    made_by: str
    seq: int
