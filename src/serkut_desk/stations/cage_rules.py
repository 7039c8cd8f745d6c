"""Which cage of a lot may give devices: only one whose seal was looked at and that was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.cages import Cage, CageState, seal_key
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lots import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.lots import Lot
    from serkut_desk.records.unit_of_work import UnitOfWork

_CLOSED = {
    CageState.FROZEN: "cage_frozen",
    CageState.SENT_BACK: "cage_sent_back",
}


def demand_open_cage(work: UnitOfWork, lot: Lot, named: str | None) -> Cage | None:
    """Return the open cage that a device comes out of; None for a lot without cages.

    Without a name, the only cage that is open is it.

    Raises:
        Refused: `cage_not_listed`, `cage_not_opened`, `cage_frozen`, `cage_sent_back`, or
            `cage_needed` when the lot has cages and nobody says which.
    """
    cages = work.cages.of_lot(lot.id)
    if named:
        cage = cage_of(cages, named)
        _demand_open(cage)
        return cage
    opened = _opened(cages)
    if len(opened) > 1:
        raise Refused("cage_needed", cages=", ".join(cage.name for cage in opened))
    return opened[0] if opened else None


def demand_some_open(work: UnitOfWork, lot: Lot) -> None:
    """Do nothing when something can have come out of a lot's cages, or it has none.

    Raises:
        Refused: `cage_not_opened`, `cage_frozen` or `cage_sent_back`.
    """
    _opened(work.cages.of_lot(lot.id))


def _opened(cages: Sequence[Cage]) -> list[Cage]:
    """Return the cages that are open; refuse where there are cages and none is."""
    opened = [cage for cage in cages if cage.state is CageState.OPENED]
    if cages and not opened:
        waiting = [cage for cage in cages if cage.state is not CageState.SENT_BACK] or cages
        _demand_open(waiting[0])
    return opened


def cage_of(cages: Sequence[Cage], text: str) -> Cage:
    """Return the cage that a text names: its name, or the seal that is on it.

    Raises:
        Refused: `cage_not_listed`.
    """
    found = find_cage(cages, text)
    if found is None:
        raise Refused("cage_not_listed", cage=text.strip()[:40])
    return found


def find_cage(cages: Sequence[Cage], text: str) -> Cage | None:
    """Return the cage that a text names by its name, or by the seal on it; None when none."""
    name, seal = name_key(text), seal_key(text)
    by_name = next((cage for cage in cages if cage.name_key == name), None)
    by_seal = next((cage for cage in cages if seal and cage.seal_key == seal), None)
    return by_name or by_seal


def _demand_open(cage: Cage) -> None:
    if cage.state is not CageState.OPENED:
        raise Refused(_CLOSED.get(cage.state, "cage_not_opened"), cage=cage.name)
