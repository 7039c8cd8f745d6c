"""What photographs are of: a device, a lot, or a cage of a lot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.stations.cage_rules import cage_of
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from serkut_desk.domain.photos import Photo
    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Of:
    """What a photograph is of: the code that people know, and the row that it hangs on."""

    code: str
    device_id: int | None = None
    cage_id: int | None = None
    lot_id: int | None = None
    cage: str = ""

    @property
    def ids(self) -> dict[str, int | None]:
        """The row, as `photo_keeping` takes it."""
        return {"device_id": self.device_id, "cage_id": self.cage_id, "lot_id": self.lot_id}

    @property
    def changes(self) -> Changes:
        """What screens are told."""
        codes = frozenset({self.code})
        if self.device_id is not None:
            return Changes(devices=codes, journal=True)
        return Changes(lots=codes, journal=True)


def subject_of(work: UnitOfWork, code: str, cage: str = "") -> Of:
    """Return what a code, and the name of a cage, stand for.

    Raises:
        Refused: `device_unknown`, `lot_unknown`, `cage_not_listed`.
    """
    own = parse_code(code)
    if own is None or own.kind is not CodeKind.LOT:
        device = device_of(work, code)
        return Of(device.code, device_id=device.id)
    lot = lot_named(work, code)
    if not cage:
        return Of(lot.code, lot_id=lot.id)
    found = cage_of(work.cages.of_lot(lot.id), cage)
    return Of(lot.code, cage_id=found.id, cage=found.name)


def subject_of_photo(work: UnitOfWork, photo: Photo) -> Of:
    """Return what a photograph is of."""
    if photo.device_id is not None:
        return Of(work.devices.by_id(photo.device_id).code, device_id=photo.device_id)
    if photo.cage_id is not None:
        cage = work.cages.by_id(photo.cage_id)
        lot = work.lots.by_id(cage.lot_id)
        return Of(lot.code, cage_id=cage.id, cage=cage.name)
    assert photo.lot_id is not None, "a photograph is of something"
    return Of(work.lots.by_id(photo.lot_id).code, lot_id=photo.lot_id)
