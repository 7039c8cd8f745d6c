"""What intake answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.domain.delivery_list import DeliveryList
    from serkut_desk.domain.device_types import DeviceType
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.lots import Lot, LotCounts
    from serkut_desk.domain.scan import Note
    from serkut_desk.stations.intake.late import Late
    from serkut_desk.stations.papers import IssuedPaper


@dataclass(frozen=True, slots=True)
class Opened:
    """A lot was opened. `new_sender` tells whether the unit was unknown until now."""

    lot: Lot
    sender: str
    new_sender: bool
    manifest: DeliveryList | None


@dataclass(frozen=True, slots=True)
class Closed:
    """A lot was closed; `receipt` is its last hand-over receipt."""

    lot: str
    counts: LotCounts
    receipt: IssuedPaper


@dataclass(frozen=True, slots=True)
class Counted:
    """A line of many was counted."""

    lot: str
    row: int
    expected: int
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A device was received, or is in the house already.

    Args:
        device: Its code.
        duplicate: It was here before; nothing was saved.
        lot: Code of its lot; of the older one for a duplicate.
        place: Name of the place where it is, "" when unknown.
        listed: The lot's list expected it.
        has_list: The lot has a list at all.
        row: Row of the list that it answered.
        answered: Row that names it but was answered by another device.
        state: Where it stands.
        media: What is declared in it.
        previous: Code that it had when it was here before and left.
        label: Number of the queued label; None when the roll label suffices.
        from_list: Fields that the list filled in.
        from_catalogue: Fields that the catalogue of models filled in.
        same_as: The identical device that the rest was taken from; None where nothing was.
        differs: Fields in which the list says something else than the device.
        notes: What became of each scan.
        cage: Name of the cage that it came in, "" for none.
        late: The line of a closed lot that it answers late.
    """

    device: str
    duplicate: bool
    lot: str
    place: str
    type: DeviceType
    manufacturer: str
    model: str
    product: str
    serial: str
    inventory: str
    imei: str
    listed: bool
    has_list: bool
    state: str
    row: int | None = None
    answered: int | None = None
    media: tuple[StorageMedium, ...] = ()
    previous: str | None = None
    label: int | None = None
    from_list: tuple[str, ...] = ()
    from_catalogue: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    same_as: str | None = None
    notes: tuple[Note, ...] = ()
    cage: str = ""
    late: Late | None = None
