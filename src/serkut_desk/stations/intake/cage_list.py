"""Cages and pallets of a lot: put on its list with the seals that the sender told, taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.cages import CageState, NewCage, seal_key
from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.cage_rules import cage_of
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.intake.lot_commands import ListCages, UnlistCage
from serkut_desk.stations.intake.lot_results import CageDone
from serkut_desk.stations.intake.opened import open_lot_named
from serkut_desk.stations.wording import impersonal_text, short_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from serkut_desk.domain.cages import Cage
    from serkut_desk.domain.lots import Lot
    from serkut_desk.records.unit_of_work import UnitOfWork

_LONGEST_NAME = 40
_LONGEST_SEAL = 40
_MOST = 200


def seal_text(text: str) -> str:
    """Return a seal as it may be kept; empty for none.

    Raises:
        Refused: `seal_is_ours` for a code of ours: a label was scanned, not a seal.
        Misused: `text_too_long`.
    """
    if not text.strip():
        return ""
    if parse_code(text) is not None:
        raise Refused("seal_is_ours", seal=text.strip())
    seal = short_text(text, "seal", _LONGEST_SEAL)
    return seal if seal_key(seal) else ""


def checked(cages: Iterable[NewCage], standing: Sequence[Cage] = ()) -> tuple[NewCage, ...]:
    """Return cages as they may be kept.

    Args:
        cages: What is to be listed.
        standing: The cages that the lot has already.

    Raises:
        Refused: `cage_twice` or `seal_twice`, `seal_is_ours`, `person_not_kept`.
        Misused: `text_missing`, `text_too_long`, `cages_too_many`.
    """
    names = {cage.name_key for cage in standing}
    seals = {cage.seal_key for cage in standing if cage.seal_key}
    made = []
    for one in cages:
        plain = NewCage(_name(one.name), seal_text(one.seal), one.kind)
        key, seal = name_key(plain.name), seal_key(plain.seal)
        if key in names:
            raise Refused("cage_twice", cage=plain.name)
        if seal in seals:
            raise Refused("seal_twice", seal=plain.seal)
        names.add(key)
        seals |= {seal} - {""}
        made.append(plain)
    if len(names) > _MOST:
        raise Misused("cages_too_many", most=_MOST)
    return tuple(made)


def _name(text: str) -> str:
    return impersonal_text(text, "cage", _LONGEST_NAME) or short_text(text, "cage")


def told(cages: Iterable[NewCage]) -> list[dict[str, str]]:
    """Return what an entry says of new cages."""
    return [{"name": one.name, "seal": one.seal, "kind": one.kind.value} for one in cages]


def put_up(work: UnitOfWork, lot_id: int, cages: Iterable[NewCage], seq: int) -> None:
    """Insert cages that were `checked`; the caller's entry says so."""
    for one in cages:
        work.cages.add(
            lot_id=lot_id,
            name=one.name,
            name_key=name_key(one.name),
            kind=one.kind.value,
            seal=one.seal,
            seal_key=seal_key(one.seal),
            state=CageState.LISTED.value,
            seq=seq,
        )


@handles(ListCages, Permission.LOTS)
def list_cages(task: Task, command: ListCages) -> CageDone:
    """Add cages to a lot, all or none.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, what `checked` says.
        Misused: `text_missing` when there are none.
    """
    work = task.work
    lot = open_lot_named(work, command.lot)
    cages = checked(command.cages, work.cages.of_lot(lot.id))
    if not cages:
        raise Misused("text_missing", field="cage")
    head = work.journal.append(Tag.CAGES_LISTED, lot.code, cages=told(cages))
    put_up(work, lot.id, cages, head.seq)
    return done(work, lot, *(one.name for one in cages))


@handles(UnlistCage, Permission.LOTS)
def unlist_cage(task: Task, command: UnlistCage) -> CageDone:
    """Take a cage off the list before anybody has read its seal.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, `cage_not_listed`, `cage_was_read`,
            `cage_has_photos`.
    """
    work = task.work
    lot = open_lot_named(work, command.lot)
    cage = cage_of(work.cages.of_lot(lot.id), command.cage)
    if work.cages.checks_of([cage.id]):
        raise Refused("cage_was_read", cage=cage.name)
    if work.photos.any_of_cage(cage.id):
        raise Refused("cage_has_photos", cage=cage.name)
    work.cages.drop(cage.id)
    work.journal.append(Tag.CAGE_UNLISTED, lot.code, cage=cage.name, seal=cage.seal)
    return done(work, lot, cage.name)


def done(work: UnitOfWork, lot: Lot, *changed: str) -> CageDone:
    """Return a lot's cages as they stand now."""
    return CageDone(lot.code, tuple(work.cages.of_lot(lot.id)), changed)
