"""One thing after the other: what a person did at intake, carried out in the lane."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.scan import Sorted, sort_scans
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.intake import looking, session, setting
from serkut_desk.stations.intake.effects import Question, Reprint, Say, Tone
from serkut_desk.stations.intake.knowing import identity_of, model_of, of_catalogue
from serkut_desk.stations.intake.state import IntakeState
from serkut_desk.stations.labels.commands import ReprintLabel
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.lots import LotLine
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.commands import Undone
    from serkut_desk.stations.intake.effects import Ask, Effect

_SETTABLE = frozenset({"serial", "inventory", "model", "device_type", "place", "no_serial"})


class DeedKind(StrEnum):
    """What was done."""

    SCAN = "scan"
    COMMAND = "command"
    ANSWER = "answer"
    SET = "set"
    USUAL_TYPE = "usual_type"
    MEDIUM = "medium"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a person did; `value` is a scan, a name, an answer, or `field=value`."""

    kind: DeedKind
    value: str = ""

    def to_text(self) -> str:
        """Return it as text, to be parked."""
        return f"{self.kind}:{self.value}"

    @classmethod
    def from_text(cls, text: str) -> Deed | None:
        """Return what was parked, None when it is nothing known."""
        kind, _, value = text.partition(":")
        known = {one.value for one in DeedKind}
        return cls(DeedKind(kind), value) if kind in known else None


@dataclass(frozen=True, slots=True)
class AtHand:
    """What is known of the device at hand.

    Args:
        sorted: By its scans.
        line: By the list.
        told: By the catalogue of models, field by field.
    """

    sorted: Sorted
    line: LotLine | None
    told: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a deed came to."""

    deed: Deed
    state: IntakeState
    effects: tuple[Effect, ...]
    at_hand: AtHand | None
    undone: Undone | None = None


def written(field: str, text: str, state: IntakeState, ask: Ask | None) -> tuple[DeedKind, str]:
    """Return the deed of a person who wrote something into a field of the form."""
    if field != "type":
        return DeedKind.SET, f"{field}={text}"
    if ask is not None and ask.question is Question.TYPE and text:
        return DeedKind.ANSWER, text
    if state.is_named:
        return DeedKind.SET, f"device_type={text}"
    return DeedKind.USUAL_TYPE, text


def carry_out(desk: Desk, who: Session | None, state: IntakeState, deed: Deed) -> Outcome:
    """Do it, in the lane.

    Raises:
        KnownFailure: It can not be done; nothing was changed.
    """
    if deed.kind is DeedKind.UNDO and state.is_empty:
        undone = desk.do(who, UndoLast())
        return Outcome(deed, state, (), None, undone)
    after, effects = _step(desk, who, state, deed)
    effects = tuple(_printed(desk, who, effect) for effect in effects)
    return Outcome(deed, after, effects, _at_hand(desk, who, after))


def _step(desk: Desk, who: Session | None, state: IntakeState, deed: Deed) -> session.Step:
    value = deed.value
    if deed.kind in _BY_RECORDS:
        return _BY_RECORDS[deed.kind](desk, who, state, value)
    if deed.kind is DeedKind.UNDO:
        return looking.commanded(desk, who, state, "cancel")
    if deed.kind is DeedKind.MEDIUM:
        return session.add_medium(state, value), ()
    return setting.choose_type(state, DeviceType(value) if value else None), ()


def _printed(desk: Desk, who: Session | None, effect: Effect) -> Effect:
    """Queue the label that somebody wants anew, with who and why, and say so."""
    if not isinstance(effect, Reprint):
        return effect
    desk.do(who, ReprintLabel(effect.device, Texts("fi").say("label.reason.damaged")))
    return Say(Tone.DONE, "intake.say.reprinted", (("device", effect.device),))


def _set(desk: Desk, who: Session | None, state: IntakeState, text: str) -> session.Step:
    """Write over one field; a reason for the missing serial can be the last thing needed."""
    field, _, value = text.partition("=")
    if field not in _SETTABLE:
        return state, ()
    # As parked work is read: what is no word of a closed list is left out.
    written = {**state.to_dict(), field: value}
    if not value:
        written.pop(field, None)
    changed = replace(IntakeState.from_dict(written), asking=state.asking)
    if field == "no_serial" and changed.label is not None and value:
        return looking.commanded(desk, who, changed, "save")
    return changed, ()


_BY_RECORDS: Mapping[DeedKind, Callable[[Desk, Session | None, IntakeState, str], session.Step]] = {
    DeedKind.SCAN: looking.scanned,
    DeedKind.COMMAND: looking.commanded,
    DeedKind.ANSWER: looking.answered,
    DeedKind.SET: _set,
}


def _at_hand(desk: Desk, who: Session | None, state: IntakeState) -> AtHand | None:
    """Return what is known of the device at hand, None when there is none."""
    if state.is_empty or state.lot is None:
        return None
    with desk.reading(who, Permission.RECEIVE) as work:
        look = looking.RecordsLookup(work)
        known = sort_scans(look.scans(state.lot, state.texts))
        try:
            identity = identity_of(state.command(), known)
            line = look.match(state.lot, identity, state.line).line
        except KnownFailure:
            return AtHand(known, None)  # not clear yet: the question says so
        model = model_of(work, state.command(), known, identity, line)
        return AtHand(known, line, of_catalogue(model))
