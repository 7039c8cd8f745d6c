"""What can be asked of the catalogue. Models are named by number, product number or whole name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.device_types import DeviceType


@dataclass(frozen=True, slots=True)
class ModelDone:
    """A model after a command; `name` is maker and model."""

    model: int
    name: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class ModelsMerged:
    """Two models that are one now.

    Args:
        model: The one that stays.
        name: Of the one that stays.
        merged: The one that turned out to be the same.
        merged_name: Its name, which goes on finding the other.
        devices: How many devices follow.
        codes: How many product numbers follow.
        filled: Fields of the one that stays that only the other knew.
        changes: For screens.
    """

    model: int
    name: str
    merged: int
    merged_name: str
    devices: int
    codes: int
    filled: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class CodeDone:
    """A product number after a command; `was` is the model that it named before, None for none."""

    model: int
    name: str
    code: str
    was: int | None
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class AddModel(Command[ModelDone]):
    """Add a model by hand; it counts as confirmed."""

    manufacturer: str
    model: str
    type: DeviceType


@dataclass(frozen=True, slots=True, kw_only=True)
class SetModel(Command[ModelDone]):
    """Correct what is known of a model; None leaves a field as it is.

    Args:
        of: Which model.
        manufacturer: Its maker.
        model: Its name.
        type: What kind of device it is.
        weee_category: A key of `catalogue/weee.json`; "" for unknown.
        weight_g: Typical weight of one without accessories; 0 for unknown.
        slots: How many storage media it can hold.
        slots_unknown: Nobody knows how many.
        checklist: Key of a checklist; "" for that of its type.
        guide: Key of a guide for taking apart; "" for that of its type.
        confirmed: A supervisor has looked at it.
        photo: Bytes of a picture file; b"" takes the picture away.
    """

    of: str
    manufacturer: str | None = None
    model: str | None = None
    type: DeviceType | None = None
    weee_category: str | None = None
    weight_g: int | None = None
    slots: int | None = None
    slots_unknown: bool = False
    checklist: str | None = None
    guide: str | None = None
    confirmed: bool | None = None
    photo: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AddModelCode(Command[CodeDone]):
    """Let a product number name a model; one that names another is moved only when told so."""

    of: str
    code: str
    move: bool = False


@dataclass(frozen=True, slots=True)
class RemoveModelCode(Command[CodeDone]):
    """Let a product number name no model any more."""

    of: str
    code: str


@dataclass(frozen=True, slots=True)
class MergeModels(Command[ModelsMerged]):
    """Say that one model is the same as another, which stays; `SplitModel` undoes it."""

    of: str
    into: str


@dataclass(frozen=True, slots=True)
class SplitModel(Command[ModelDone]):
    """Take a model out again of the one that it was merged into, with everything that it had."""

    of: str


@dataclass(frozen=True, slots=True)
class KeepApart(Command[ModelDone]):
    """Say that two models are not the same, so that nobody is asked again."""

    of: str
    other: str
