"""What a packing list for a recycler says, frozen when it is issued; weights in grams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedContainer:
    """One container on a packing list.

    Args:
        code: Our code.
        name: What people call it.
        fraction: Key of its fraction.
        waste_code: In force on the day it left, with the asterisk of hazardous waste.
        hazardous: Whether that code is hazardous.
        recycler_code: What the recycler calls the fraction; may be empty.
        seal: Number of the seal.
        gross_g: With everything, by the scale.
        tare_g: The empty container.
        lines_g: What is inside by our records.
    """

    code: str
    name: str
    fraction: str
    waste_code: str
    hazardous: bool
    recycler_code: str
    seal: str
    gross_g: int
    tare_g: int
    lines_g: int

    @property
    def net_g(self) -> int:
        """What is inside by the scale."""
        return self.gross_g - self.tare_g


@dataclass(frozen=True, slots=True, kw_only=True)
class WasteName:
    """What a waste code on this list is called; without a Finnish name both are the English."""

    code: str
    name_fi: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackingListContent:
    """What leaves to a recycler together, container by container.

    Args:
        shipment: Number of the shipment.
        recycler: Who receives it.
        left_on: The day that decides about the waste codes.
        vehicle: Its registration; empty when nobody told.
        note: In words.
        containers: In the order of the list.
        names: The codes that occur.
    """

    shipment: int
    recycler: str
    left_on: date
    vehicle: str
    note: str
    containers: tuple[PackedContainer, ...]
    names: tuple[WasteName, ...]

    @property
    def net_g(self) -> int:
        """Everything by the scale."""
        return sum(one.net_g for one in self.containers)

    @property
    def hazardous(self) -> bool:
        """Whether hazardous waste is on it, so that a transfer document is needed."""
        return any(one.hazardous for one in self.containers)
