"""The intake screen without its widgets: what each scan means for the device at hand.

`take` and its sisters are pure: a state and a scan in, a state and effects out; what the records
say comes through a `Lookup`. Binding the roll label by scan saves, and so does the command `save`
(F10). Enter saves nothing, and a scanned number is never the answer to a question.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.declared_medium import declared_medium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.scan import Role, Scan, ScanKind, sort_scans
from serkut_desk.stations.intake import asking, damaged, setting
from serkut_desk.stations.intake.effects import (
    Do,
    Done,
    Effect,
    Elsewhere,
    Facts,
    Failed,
    Question,
    Save,
    Say,
    Show,
    Tone,
)
from serkut_desk.stations.intake.knowing import identity_of
from serkut_desk.stations.intake.matching import NO_LINE
from serkut_desk.stations.intake.sorting import command_names
from serkut_desk.stations.intake.speaking import explained, found, here, name_of
from serkut_desk.stations.intake.state import MOST_TEXTS, IntakeState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from serkut_desk.stations.intake.again import Template
    from serkut_desk.stations.intake.looking import LotSeen, Whereabouts
    from serkut_desk.stations.intake.matching import Identity, Match
    from serkut_desk.stations.intake.results import Received

Step = tuple[IntakeState, tuple[Effect, ...]]

_OUTSIDE = frozenset(("undo", "stop_battery", "label_wrong", "help", "lock"))
# Labels that stand on something else than a device.
_OF_OTHERS = frozenset({CodeKind.MEDIUM.value, CodeKind.PART.value, CodeKind.CONTAINER.value})
# Fields of the device at hand that a person may write over.
FILLED = frozenset(("serial", "inventory", "imei", "product", "manufacturer", "model"))


class Lookup(Protocol):
    """What the records say, as of one moment."""

    def scans(self, lot: str | None, texts: Sequence[str]) -> tuple[Scan, ...]:
        """Return what each text is; what the lot expects and the house knows wins."""

    def device(self, code: str) -> Whereabouts | None:
        """Return where the device with this code is."""

    def lot(self, code: str) -> LotSeen | None:
        """Return a lot."""

    def place(self, code: str) -> str | None:
        """Return the name of a place."""

    def places(self) -> Sequence[tuple[str, str]]:
        """Return code and name of every place."""

    def cages(self, lot: str) -> Sequence[tuple[str, str]]:
        """Return the opened cages of a lot, each as what names it and what people call it."""

    def cage(self, lot: str, text: str) -> str | None:
        """Return the name of the opened cage of a lot that a text names.

        Raises:
            Refused: It is frozen, or nobody has opened it.
        """

    def template(self, code: str) -> Template | None:
        """Return what a device has in common with an identical one."""

    def match(self, lot: str, identity: Identity, line: int | None) -> Match:
        """Return what is known of a device by its numbers.

        Raises:
            Refused: The lot or the line can not be used.
        """


def take(state: IntakeState, text: str, look: Lookup) -> Step:
    """Take one scan; an empty one, as a second Enter sends, means nothing."""
    if not text.strip():
        return state, ()
    if state.asking is not Question.LABEL:
        return _take(state, text, look)
    return damaged.told(state, _take(replace(state, asking=None), text, look))


def _take(state: IntakeState, text: str, look: Lookup) -> Step:
    scan = look.scans(state.lot, (text,))[0]
    if scan.kind is ScanKind.COMMAND:
        return _card(state, int(scan.also["number"]), look)
    if scan.kind is ScanKind.OWN:
        return _own(state, scan, look)
    useful = asking.is_useful(scan)
    if not (useful and scan.sure):
        # The name or the seal of a cage can look like a number of a device.
        named = setting.by_text(state, scan, look)
        if named is not None and state.asking is Question.CAGE:
            named = _go_on(named, look)
        if named is not None or not useful:
            return named or (state, (explained(scan),))
    if len(state.texts) >= MOST_TEXTS:
        return state, (Say(Tone.ATTENTION, "intake.say.too_many"),)
    kept = replace(state, texts=(*state.texts, text), asking=None)
    return _weigh(kept, look)


def command(state: IntakeState, name: str, look: Lookup) -> Step:
    """Do what an F-key or a command card says, by its name in `vocabularies/commands.json`."""
    if name in _OUTSIDE:
        return state, (Do(name),)
    if name in setting.QUESTIONS:
        return asking.ask_staying(state, setting.QUESTIONS[name], look)
    do = _COMMANDS.get(name)
    return do(state, look) if do else (state, (Say(Tone.ATTENTION, "scan.kind.unknown"),))


def _cancel(state: IntakeState, _look: Lookup) -> Step:
    key = "intake.say.nothing" if state.is_empty else "intake.say.cancelled"
    return state.cleared(), (Say(Tone.PLAIN, key),)


def _lot_off(state: IntakeState, _look: Lookup) -> Step:
    off = replace(state, lot=None, line=None, cage=None, same=None, same_name="")
    return off, (Say(Tone.PLAIN, "intake.say.lot_off"),)


def _no_barcode(state: IntakeState, _look: Lookup) -> Step:
    return asking.ask_no_serial(state)


def _same_again(state: IntakeState, look: Lookup) -> Step:
    return _go_on(setting.same_again(state, look), look)


def answer(state: IntakeState, value: str, look: Lookup) -> Step:
    """Answer the open question with the value of one of its choices; "" means none of them."""
    question = state.asking
    if question is None or not asking.takes(question, value):
        return state, ()
    settled = replace(state, asking=None)
    if question in asking.STAYS:
        return _go_on(setting.stays(settled, question, value, look), look)
    if question in _ANSWERS:
        return _ANSWERS[question](settled, value, look)
    field = asking.FIELD[question]
    if question is not Question.SERIAL:
        settled = asking.without(settled, look, Role.CONFLICT)
    elif not value:
        settled = asking.without(settled, look, Role.USED, ScanKind.SERIAL)
    return _weigh(settled.numbered(field, value), look)


def _type(state: IntakeState, value: str, look: Lookup) -> Step:
    return _weigh(replace(state, device_type=DeviceType(value).value), look)


def _line(state: IntakeState, value: str, look: Lookup) -> Step:
    return _weigh(replace(state, line=int(value or NO_LINE)), look)


def _what(state: IntakeState, value: str, look: Lookup) -> Step:
    field, _, number = value.partition("=")
    settled = asking.without(state, look, Role.UNSURE)
    return _weigh(settled.numbered(field, number) if number else settled, look)


def _serial_twice(state: IntakeState, value: str, look: Lookup) -> Step:
    """Take the serial for a second device's too, or forget it to read it again."""
    if value == asking.YES:
        return _weigh(replace(state, twice=True), look)
    dropped = asking.without(state, look, Role.USED, ScanKind.SERIAL)
    said = Say(Tone.PLAIN, "intake.say.scan_machine")
    return replace(dropped, serial="", wanted=False), (said,)


def _go_on(step: Step, look: Lookup) -> Step:
    """Look at the device at hand again after something else was set that counts for it."""
    state, effects = step
    if state.asking is not None or not state.is_named:
        return step
    after, more = _weigh(state, look)
    return after, (*effects, *more)


def _no_serial(state: IntakeState, reason: str, look: Lookup) -> Step:
    """Take why there is no serial; a roll label that waits for it saves."""
    said = Say(Tone.PLAIN, "intake.say.no_barcode")
    marked = replace(state, no_serial=reason)
    return _weigh(marked, look) if state.label or state.wanted else (marked, (said,))


def fill(state: IntakeState, field: str, value: str, look: Lookup) -> Step:
    """Take what a person wrote into one of `FILLED`; an empty text clears it."""
    if field not in FILLED:
        return state, ()
    filled = replace(state, asking=None).numbered(field, value.strip())
    return _weigh(filled, look) if filled.is_named else (filled, ())


def add_medium(state: IntakeState, text: str) -> IntakeState:
    """Declare a medium in the device at hand, as `SERIAL,KIND,GB`.

    Raises:
        Misused: `medium_form`, `medium_kind` or `medium_size`.
    """
    declared_medium(text)
    return replace(state, media=(*state.media, text))


def saved(state: IntakeState, received: Received) -> Step:
    """Go on after `Save` was carried out."""
    if received.duplicate:
        name = name_of(received.manufacturer, received.model)
        said = here(received.device, name, received.place, received.lot)
        return replace(state.cleared(), shown=received.device), (said, Show(received.device))
    name = name_of(received.manufacturer, received.model)
    facts: Facts = (("device", received.device), ("name", name))
    tone, key = Tone.DONE, "intake.say.saved"
    if received.late is not None:
        tone, key = Tone.ATTENTION, "intake.say.saved_late"
        facts = (*facts, ("lot", received.late.lot), ("row", received.late.row))
    elif received.previous:
        tone, key = Tone.ATTENTION, "intake.say.saved_again"
        facts = (*facts, ("previous", received.previous))
    elif not received.listed and received.has_list:
        tone, key = Tone.ATTENTION, "intake.say.saved_extra"
    elif received.differs:
        tone, key = Tone.ATTENTION, "intake.say.saved_differs"
    elif received.from_catalogue:
        key = "intake.say.saved_known"
    after = replace(state.cleared(), last=received.device, shown=None)
    effects: tuple[Effect, ...] = (Done(received), Say(tone, key, facts), Show(received.device))
    if state.same is not None and received.same_as is None:
        # Another machine came: what the last ones were is not guessed of the next one either.
        other = (Say(Tone.ATTENTION, "intake.say.not_same", (("name", state.same_name),)),)
        return replace(after, same=None, same_name=""), (*effects, *other)
    return after, effects


def refused(state: IntakeState, failure: KnownFailure, look: Lookup) -> Step:
    """Go on after `Save` was refused: the device at hand stays, the question is asked."""
    if failure.code == "type_needed":
        return asking.ask_type(state)
    if failure.code == "cage_needed":
        return asking.ask_staying(state, Question.CAGE, look)
    if failure.code == "label_taken":
        return replace(state, label=None), (Failed(failure),)
    return state, (Failed(failure),)


def _card(state: IntakeState, number: int, look: Lookup) -> Step:
    return command(state, command_names().get(number, ""), look)


def _own(state: IntakeState, scan: Scan, look: Lookup) -> Step:
    kind = scan.also["code_kind"]
    if kind == CodeKind.DEVICE:
        return _label(state, scan.value, look)
    if kind == CodeKind.LOT:
        return _lot(state, scan.value, look)
    if kind == CodeKind.PLACE:
        return setting.place(state, scan.value, look)
    if state.is_named and kind in _OF_OTHERS:
        # Nobody is led away from a device at hand: it is the wrong roll, or the wrong sticker.
        return state, (Failed(Refused("label_form", label=scan.value)),)
    return state, (Elsewhere(scan.value),)


def _label(state: IntakeState, code: str, look: Lookup) -> Step:
    """Bind a roll label, which saves; the label of a device that exists shows the device."""
    seen = look.device(code)
    if seen is not None:
        if state.is_empty:
            return replace(state, shown=code), (Show(code),)
        return state, (Failed(Refused("label_taken", label=code)), Show(code))
    bound = replace(state, label=code)
    if state.label not in {None, code}:
        return bound, (Say(Tone.ATTENTION, "scan.conflict.own"),)
    if state.asking is Question.NO_SERIAL:
        return asking.ask_no_serial(bound)
    if not state.is_named:
        return bound, (Say(Tone.PLAIN, "intake.say.scan_machine"),)
    # Binding the label saves, as F10 does: a question left open would let the next device slip
    # under this label.
    return _weigh(_confirmed(bound, look), look)


def _lot(state: IntakeState, code: str, look: Lookup) -> Step:
    seen = look.lot(code)
    if seen is None:
        return state, (Failed(Refused("lot_unknown", lot=code)),)
    if not seen.is_open:
        return state, (Failed(Refused("lot_closed", lot=code)),)
    # Another delivery has cages of its own, and seldom the same machines.
    chosen = replace(state, lot=code, line=None)
    if code != state.lot:
        chosen = replace(chosen, cage=None, same=None, same_name="")
    said = Say(Tone.DONE, "intake.say.lot_set", (("lot", code), ("sender", seen.sender)))
    opened = look.cages(code)
    if len(opened) == 1:
        # Only said: as soon as another one is open as well, it is asked which is meant.
        facts: Facts = (*said.facts, ("cage", opened[0][1]))
        said = Say(Tone.DONE, "intake.say.lot_set_cage", facts)
    if not state.is_named and chosen.asking is None and asking.doubts_cage(chosen, look):
        asked, effects = asking.ask_staying(chosen, Question.CAGE, look)
        return asked, (said, *effects)
    return _weigh(chosen, look, said) if state.is_named else (chosen, (said,))


def _save(state: IntakeState, look: Lookup) -> Step:
    """Save without a roll label; an offered serial is confirmed by it."""
    if not state.is_named:
        return state, (Say(Tone.PLAIN, "intake.say.nothing"),)
    return _weigh(replace(_confirmed(state, look), wanted=True), look)


def _confirmed(state: IntakeState, look: Lookup) -> IntakeState:
    """Take the serial that is being asked about: who saves has seen it on the screen."""
    if state.asking is not Question.SERIAL:
        return state
    sort = sort_scans(look.scans(state.lot, state.texts))
    return replace(state, serial=sort.serial or "", asking=None)


def _weigh(state: IntakeState, look: Lookup, *said: Say) -> Step:
    """Look at the device at hand: save it, ask, or say what was found.

    Args:
        state: With everything known so far.
        look: The records.
        said: What to say besides.
    """
    if state.lot is None:
        return state, (*said, Say(Tone.ATTENTION, "intake.say.no_lot"))
    sort = sort_scans(look.scans(state.lot, state.texts))
    try:
        identity = identity_of(state.command(), sort)
        match = look.match(state.lot, identity, state.line)
        if match.duplicate is None:
            match.demand_clear(twice=state.twice)
    except KnownFailure as failure:
        asked, effects = asking.of_failure(state, sort, failure, look)
        return asked, (*said, *effects)
    if match.duplicate is not None:
        return _here_already(state, match.duplicate.code, look)
    if asking.doubts_cage(state, look):
        # Asked before the label saves, and before the next device's codes come.
        asked, effects = asking.ask_staying(state, Question.CAGE, look)
        return asked, (*said, *effects)
    if state.label is None and not state.wanted:
        return state, (*said, *found(sort, identity, match, state.same_name))
    named = identity or state.no_serial
    last = Save(state.command()) if named else Say(Tone.PLAIN, "intake.say.scan_machine")
    return state, (*said, last)


def _here_already(state: IntakeState, code: str, look: Lookup) -> Step:
    seen = look.device(code)
    after = replace(state.cleared(), shown=code)
    if seen is None:
        return after, (Show(code),)
    return after, (here(code, seen.name, seen.place, seen.lot), Show(code))


_COMMANDS: Mapping[str, Callable[[IntakeState, Lookup], Step]] = {
    "save": _save,
    "cancel": _cancel,
    "lot_off": _lot_off,
    "no_barcode": _no_barcode,
    "same_again": _same_again,
    "label_damaged": damaged.ask,
}
_ANSWERS: Mapping[Question, Callable[[IntakeState, str, Lookup], Step]] = {
    Question.TYPE: _type,
    Question.LINE: _line,
    Question.WHAT: _what,
    Question.NO_SERIAL: _no_serial,
    Question.SERIAL_TWICE: _serial_twice,
    Question.LABEL: damaged.answered,
}
