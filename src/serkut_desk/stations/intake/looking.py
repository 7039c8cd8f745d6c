"""What the intake screen asks of the records, and scans carried out against them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.cages import CageState
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.scan import classify, sort_scans
from serkut_desk.stations.cage_rules import demand_open_cage, find_cage
from serkut_desk.stations.intake import session as screen
from serkut_desk.stations.intake import sorting
from serkut_desk.stations.intake.again import template_of
from serkut_desk.stations.intake.effects import Effect, Save
from serkut_desk.stations.intake.knowing import identity_of, model_of, of_catalogue
from serkut_desk.stations.intake.matching import Identity, Match, find
from serkut_desk.stations.intake.opened import open_lot_named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from serkut_desk.domain.lots import LotLine
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.scan import Scan
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.intake.again import Template
    from serkut_desk.stations.intake.session import Step
    from serkut_desk.stations.intake.state import IntakeState


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a device is; names are empty when unknown."""

    device: str
    name: str
    place: str
    lot: str


@dataclass(frozen=True, slots=True)
class LotSeen:
    """A lot, as a scan of its label needs it."""

    code: str
    sender: str
    is_open: bool


class Source(StrEnum):
    """Where the value of a field comes from."""

    NONE = "none"
    PERSON = "person"
    SCAN = "scan"
    LIST = "list"
    CATALOGUE = "catalogue"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the form and where it comes from."""

    value: str
    source: Source


@dataclass(frozen=True, slots=True)
class AtHand:
    """The device at hand.

    Args:
        fields: Of type, manufacturer, model, product, serial, inventory and imei.
        row: Row of the list that it answers.
        label: Its roll label, if it has one already.
        media: Declared at once, as `SERIAL,KIND,GB`.
    """

    fields: Mapping[str, Field]
    row: int | None
    label: str | None
    media: tuple[str, ...]


class RecordsLookup:
    """The records inside one transaction, as `session.Lookup`."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def scans(self, lot: str | None, texts: Sequence[str]) -> tuple[Scan, ...]:
        """Return what each text is."""
        found = self._work.lots.by_code(lot) if lot else None
        if found is None:
            return tuple(classify(text, rules=sorting.rules()) for text in texts)
        return sorting.read(self._work, found.id, texts)

    def device(self, code: str) -> Whereabouts | None:
        """Return where a device is."""
        device = self._work.devices.by_code(code)
        if device is None:
            return None
        place = self._work.places.of_id(device.place_id)
        name = f"{device.manufacturer} {device.model}".strip()
        lot = self._work.lots.by_id(device.lot_id).code
        return Whereabouts(device.code, name, place.name if place else "", lot)

    def lot(self, code: str) -> LotSeen | None:
        """Return a lot."""
        lot = self._work.lots.by_code(code)
        if lot is None:
            return None
        sender = self._work.lots.organisation(lot.organisation_id).name
        return LotSeen(lot.code, sender, lot.state == "open")

    def place(self, code: str) -> str | None:
        """Return the name of a place."""
        place = self._work.places.find(code)
        return None if place is None else place.name

    def places(self) -> tuple[tuple[str, str], ...]:
        """Return code and name of every place."""
        return tuple((place.code, place.name) for place in self._work.places.listed())

    def cages(self, lot: str) -> tuple[tuple[str, str], ...]:
        """Return the opened cages of a lot by name."""
        found = self._work.lots.by_code(lot)
        cages = self._work.cages.of_lot(found.id) if found else []
        return tuple((one.name, one.name) for one in cages if one.state is CageState.OPENED)

    def cage(self, lot: str, text: str) -> str | None:
        """Return the name of the opened cage that a text names.

        Raises:
            Refused: It is frozen, or nobody has opened it.
        """
        found = self._work.lots.by_code(lot)
        if found is None or find_cage(self._work.cages.of_lot(found.id), text) is None:
            return None
        cage = demand_open_cage(self._work, found, text)
        return cage.name if cage else None

    def template(self, code: str) -> Template | None:
        """Return what a device has in common with an identical one."""
        return template_of(self._work, code)

    def match(self, lot: str, identity: Identity, line: int | None) -> Match:
        """Return what is known of a device by its numbers."""
        return find(self._work, open_lot_named(self._work, lot), identity, line)


def scanned(desk: Desk, session: Session | None, state: IntakeState, text: str) -> Step:
    """Take one scan and carry out what it saves; for the lane of the window.

    Raises:
        KnownFailure: The person may not receive, or the environment does not allow it.
    """
    return _carried_out(desk, session, lambda look: screen.take(state, text, look))


def commanded(desk: Desk, session: Session | None, state: IntakeState, name: str) -> Step:
    """Do what an F-key says, as `scanned`."""
    return _carried_out(desk, session, lambda look: screen.command(state, name, look))


def answered(desk: Desk, session: Session | None, state: IntakeState, value: str) -> Step:
    """Answer the open question, as `scanned`."""
    return _carried_out(desk, session, lambda look: screen.answer(state, value, look))


def filled(desk: Desk, session: Session | None, state: IntakeState, field: str, value: str) -> Step:
    """Take what a person wrote into a field of the form, as `scanned`."""
    return _carried_out(desk, session, lambda look: screen.fill(state, field, value, look))


def at_hand(desk: Desk, session: Session | None, state: IntakeState) -> AtHand:
    """Return what is known of the device at hand so far, for the form that fills by scanning.

    Raises:
        KnownFailure: The person may not receive, or the environment does not allow it.
    """
    with desk.reading(session, Permission.RECEIVE) as work:
        look = RecordsLookup(work)
        sort = sort_scans(look.scans(state.lot, state.texts))
        line, told = None, dict[str, str | None]()
        with suppress(Refused):
            if state.lot is not None:
                identity = identity_of(state.command(), sort)
                line = look.match(state.lot, identity, state.line).line
                told = of_catalogue(model_of(work, state.command(), sort, identity, line))
    written = {name: getattr(state, name) for name in sorted(screen.FILLED)}
    scanned_ones = {
        "serial": sort.serial,
        "inventory": sort.inventory,
        "imei": sort.imei,
        "product": sort.product,
        "manufacturer": sort.maker if line is None or not line.manufacturer else None,
    }
    fields = {name: _field(name, written, scanned_ones, line, told) for name in written}
    written["type"] = state.device_type or ""
    kind = _field("type", written, {}, line, told)
    usual = Field(state.type, Source.USUAL) if state.type else kind
    return AtHand(
        {**fields, "type": kind if kind.value else usual},
        row=line.row if line else None,
        label=state.label,
        media=state.media,
    )


def _field(
    name: str,
    written: Mapping[str, str],
    scanned_ones: Mapping[str, str | None],
    line: LotLine | None,
    told: Mapping[str, str | None],
) -> Field:
    if written[name]:
        return Field(written[name], Source.PERSON)
    if scanned_ones.get(name):
        return Field(scanned_ones[name] or "", Source.SCAN)
    listed = getattr(line, name, None) if line else None
    if listed:
        return Field(str(listed), Source.LIST)
    known = told.get(name)
    return Field(known, Source.CATALOGUE) if known else Field("", Source.NONE)


def _carried_out(
    desk: Desk, session: Session | None, step: Callable[[RecordsLookup], Step]
) -> Step:
    """Take a step on the records as they are now, and save where it says so."""
    with desk.reading(session, Permission.RECEIVE) as work:
        state, effects = step(RecordsLookup(work))
    done: list[Effect] = []
    for effect in effects:
        if not isinstance(effect, Save):
            done.append(effect)
            continue
        try:
            received = desk.do(session, effect.command)
        except KnownFailure as failure:
            with desk.reading(session, Permission.RECEIVE) as work:
                state, more = screen.refused(state, failure, RecordsLookup(work))
        else:
            state, more = screen.saved(state, received)
        done.extend(more)
    return state, tuple(done)
