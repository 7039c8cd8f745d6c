"""The open lot that a code names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from serkut_desk.domain.lots import Lot
    from serkut_desk.records.unit_of_work import UnitOfWork


def open_lot_named(work: UnitOfWork, text: str) -> Lot:
    """Return the lot of a code, if things can be received into it.

    Raises:
        Refused: `lot_unknown` or `lot_closed`.
    """
    lot = lot_named(work, text)
    if lot.state != "open":
        raise Refused("lot_closed", lot=lot.code)
    return lot


def lot_here(work: UnitOfWork, text: str) -> Lot:
    """Return the open lot of a code that has come, if it was announced.

    Raises:
        Refused: `lot_unknown`, `lot_closed` or `lot_not_here`.
    """
    lot = open_lot_named(work, text)
    if lot.is_expected:
        raise Refused("lot_not_here", lot=lot.code)
    return lot
