"""What turns up after its lot was closed: received into today's lot, linked to the line of old.

The closed lot stays closed and its counts stay what they were; the link stands beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.lots import name_key
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from serkut_desk.domain.lots import Lot, LotLine
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.intake.matching import Identity


@dataclass(frozen=True, slots=True)
class Late:
    """The line of a closed lot that a device answers late.

    Args:
        lot: Code of the closed lot.
        row: Row of its list.
        lot_id: Row of the records.
        line_id: As `lot_id`.
    """

    lot: str
    row: int
    lot_id: int
    line_id: int

    def as_entry(self) -> dict[str, object]:
        """Return what the entry of the receipt says of it."""
        return {"lot": self.lot, "row": self.row}


def find_late(work: UnitOfWork, lot: Lot, identity: Identity) -> Late | None:
    """Return the line of a closed lot that waits for this device, of the newest such lot.

    An inventory number alone counts only within what one unit sent: two units may use the same.
    """
    keys = serial_key(identity.serial), serial_key(identity.inventory), identity.imei
    maker = name_key(identity.maker)
    for line in work.lots.missed(*keys):
        if line.lot_id == lot.id or not _agrees(line, keys, maker):
            continue
        old = work.lots.by_id(line.lot_id)
        by_number = (keys[0] and line.serial_key) or (keys[2] and line.imei)
        if by_number or old.organisation_id == lot.organisation_id:
            return Late(old.code, line.row, old.id, line.id)
    return None


def _agrees(line: LotLine, keys: tuple[str, str, str], maker: str) -> bool:
    """Tell whether a line that shares a number with a device contradicts it in no other."""
    serial, _, imei = keys
    for own, listed in ((serial, line.serial_key), (imei, line.imei)):
        if own and listed and own != listed:
            return False
    listed_maker = name_key(line.manufacturer)
    return not (maker and listed_maker) or maker == listed_maker
