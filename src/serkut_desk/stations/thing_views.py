"""Things of a lot and accessories of a device as screens and the command line show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.things import Accessory, ThingLine, ThingSum
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class LotThings:
    """Things that came in a lot.

    Args:
        lot: Its code.
        lines: As they were written, the oldest first.
        sums: Of each kind.
    """

    lot: str
    lines: tuple[ThingLine, ...]
    sums: tuple[ThingSum, ...]


def things_of_lot(desk: Desk, session: Session | None, code: str) -> LotThings:
    """Return the things of a lot.

    Raises:
        Refused: `lot_unknown`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        lot = lot_named(work, code)
        return LotThings(
            lot.code, tuple(work.things.of_lot(lot.id)), tuple(work.things.sums(lot.id))
        )


def accessories_of(desk: Desk, session: Session | None, code: str) -> tuple[Accessory, ...]:
    """Return what belongs to a device, the oldest first.

    Raises:
        Refused: `device_unknown`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        return tuple(work.things.accessories.of_device(device_of(work, code).id))
