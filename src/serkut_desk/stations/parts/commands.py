"""What can be asked about parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.parts import PartTest
    from serkut_desk.records.spare_parts import Part, PartWant


@dataclass(frozen=True, slots=True)
class PartDone:
    """A part after something was done with it.

    Args:
        part: As it is now.
        changes: What screens may want to read again.
        label: Number of the label that was queued.
        wanted: Numbers of open wants that it can answer; filled when it comes into the stock.
        fits: Whether it fits the device's model; None when nobody said, or no device is meant.
    """

    part: Part
    changes: Changes
    label: int | None = None
    wanted: tuple[int, ...] = ()
    fits: bool | None = None


@dataclass(frozen=True, slots=True)
class PartsMoved:
    """Parts that were put to a place; those that were there already are left out."""

    place: str
    name: str
    parts: tuple[str, ...]
    made: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class WantDone:
    """A want after it was made or closed; `answers` are codes of free parts that can answer it."""

    want: PartWant
    changes: Changes
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddPart(Command[PartDone]):
    """Record a part that was bought or given: from `supplier`, an organisation's name or number.

    `fits` are pairs of maker and model; `cost_cents` is what it cost us.
    """

    type: str
    supplier: str
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    specification: str = ""
    note: str = ""
    fits: tuple[tuple[str, str], ...] = ()
    weight_g: int | None = None
    cost_cents: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class ChangePart(Command[PartDone]):
    """Correct what is known of a part; None leaves a field, empty text clears it."""

    part: str
    type: str | None = None
    manufacturer: str | None = None
    model: str | None = None
    serial: str | None = None
    specification: str | None = None
    note: str | None = None
    fits: tuple[tuple[str, str], ...] | None = None
    weight_g: int | None = None


@dataclass(frozen=True, slots=True)
class PricePart(Command[PartDone]):
    """Set what a part is sold for, VAT included; None is "not for sale"."""

    part: str
    price_cents: int | None


@dataclass(frozen=True, slots=True)
class TestPart(Command[PartDone]):
    """Record how a test of a part went, and what was tested."""

    __test__ = False

    part: str
    test: PartTest
    note: str = ""


@dataclass(frozen=True, slots=True)
class MoveParts(Command[PartsMoved]):
    """Put parts to a place, by its code or name; an unknown name makes a place."""

    parts: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class ReservePart(Command[PartDone]):
    """Keep a part for an open work order, by the order's code."""

    part: str
    order: str


@dataclass(frozen=True, slots=True)
class FreePart(Command[PartDone]):
    """Keep a part for no order any more."""

    part: str


@dataclass(frozen=True, slots=True)
class TakePart(Command[PartDone]):
    """Take a part out of a device that is in repair or being taken apart.

    A part that was fitted before is named by its own code in `part`; a new one by its type.
    """

    device: str
    type: str = ""
    part: str | None = None
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    specification: str = ""
    note: str = ""
    weight_g: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class FitPart(Command[PartDone]):
    """Fit a part into a device whose work order is open; `device` may be the order's code."""

    part: str
    device: str


@dataclass(frozen=True, slots=True)
class WantPart(Command[WantDone]):
    """Wait for a part: of a type, for a model, for an order; all but the type may be left out.

    With an order, the model is that of its device unless another is named.
    """

    type: str
    manufacturer: str = ""
    model: str = ""
    specification: str = ""
    note: str = ""
    order: str | None = None


@dataclass(frozen=True, slots=True)
class CloseWant(Command[WantDone]):
    """Wait no more: a part was found, or it is not needed."""

    want: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class ScrapPart(Command[PartDone]):
    """Put a part into a container, by the container's code; `weight_g` weighed, else as known."""

    part: str
    container: str
    weight_g: int | None = None


@dataclass(frozen=True, slots=True)
class MissingPart(Command[PartDone]):
    """Say that a part is not where it should be, and why it is given up."""

    part: str
    reason: str


@dataclass(frozen=True, slots=True)
class FoundPart(Command[PartDone]):
    """Say that a missing part was found, and where it is put."""

    part: str
    place: str


@dataclass(frozen=True, slots=True)
class LabelPart(Command[PartDone]):
    """Print a part's label again."""

    part: str
