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
from serkut_desk.domain.devices import SerialReason
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.scan import Role, Scan, ScanKind, Sorted, sort_scans
from serkut_desk.stations.intake.effects import (
    Ask,
    Choice,
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
    from collections.abc import Sequence

    from serkut_desk.stations.intake.looking import LotSeen, Whereabouts
    from serkut_desk.stations.intake.matching import Identity, Match
    from serkut_desk.stations.intake.results import Received

Step = tuple[IntakeState, tuple[Effect, ...]]

_FACTS = frozenset((ScanKind.SERIAL, ScanKind.IMEI, ScanKind.INVENTORY, ScanKind.PRODUCT))
_OUTSIDE = frozenset(("undo", "stop_battery", "help", "lock"))
# Fields of the device at hand that a person may write over.
FILLED = frozenset(("serial", "inventory", "imei", "product", "manufacturer", "model"))
_TYPES = frozenset(kind.value for kind in DeviceType)
_WHICH = {
    "scan.conflict.serial": Question.WHICH_SERIAL,
    "scan.conflict.product": Question.WHICH_PRODUCT,
    "scan.conflict.inventory": Question.WHICH_INVENTORY,
    "scan.conflict.imei": Question.WHICH_IMEI,
}
_FIELD = {
    Question.SERIAL: "serial",
    Question.WHICH_SERIAL: "serial",
    Question.WHICH_PRODUCT: "product",
    Question.WHICH_INVENTORY: "inventory",
    Question.WHICH_IMEI: "imei",
}


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

    def match(self, lot: str, identity: Identity, line: int | None) -> Match:
        """Return what is known of a device by its numbers.

        Raises:
            Refused: The lot or the line can not be used.
        """


def take(state: IntakeState, text: str, look: Lookup) -> Step:
    """Take one scan; an empty one, as a second Enter sends, means nothing."""
    if not text.strip():
        return state, ()
    scan = look.scans(state.lot, (text,))[0]
    if scan.kind is ScanKind.COMMAND:
        return _card(state, int(scan.also["number"]), look)
    if scan.kind is ScanKind.OWN:
        return _own(state, scan, look)
    if not _is_useful(scan):
        return state, (explained(scan),)
    if len(state.texts) >= MOST_TEXTS:
        return state, (Say(Tone.ATTENTION, "intake.say.too_many"),)
    kept = replace(state, texts=(*state.texts, text), asking=None)
    return _weigh(kept, look)


def command(state: IntakeState, name: str, look: Lookup) -> Step:
    """Do what an F-key or a command card says, by its name in `vocabularies/commands.json`."""
    if name in _OUTSIDE:
        return state, (Do(name),)
    if name == "save":
        return _save(state, look)
    if name == "cancel":
        key = "intake.say.nothing" if state.is_empty else "intake.say.cancelled"
        return state.cleared(), (Say(Tone.PLAIN, key),)
    if name == "lot_off":
        return replace(state, lot=None, line=None), (Say(Tone.PLAIN, "intake.say.lot_off"),)
    if name == "no_barcode":
        marked = replace(state, no_serial=SerialReason.UNREADABLE.value)
        said = Say(Tone.PLAIN, "intake.say.no_barcode")
        return _weigh(marked, look, said) if state.label else (marked, (said,))
    return state, (Say(Tone.ATTENTION, "scan.kind.unknown"),)


def answer(state: IntakeState, value: str, look: Lookup) -> Step:
    """Answer the open question with the value of one of its choices; "" means none of them."""
    question = state.asking
    if question is None or (question is Question.TYPE and value not in _TYPES):
        return state, ()
    settled = replace(state, asking=None)
    if question is Question.TYPE:
        return _weigh(replace(settled, device_type=DeviceType(value).value), look)
    if question is Question.LINE:
        return _weigh(replace(settled, line=int(value or NO_LINE)), look)
    if question is Question.WHAT:
        field, _, number = value.partition("=")
        settled = _without(settled, look, Role.UNSURE)
        return _weigh(settled.numbered(field, number) if number else settled, look)
    field = _FIELD[question]
    if question is not Question.SERIAL:
        settled = _without(settled, look, Role.CONFLICT)
    elif not value:
        settled = _without(settled, look, Role.USED, ScanKind.SERIAL)
    return _weigh(settled.numbered(field, value), look)


def choose_type(state: IntakeState, kind: DeviceType | None) -> IntakeState:
    """Set the kind that holds for devices of which nothing else tells it."""
    return replace(state, type=kind.value if kind else None)


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
        return state.cleared(), (said, Show(received.device))
    name = name_of(received.manufacturer, received.model)
    facts: Facts = (("device", received.device), ("name", name))
    tone, key = Tone.DONE, "intake.say.saved"
    if received.previous:
        tone, key = Tone.ATTENTION, "intake.say.saved_again"
        facts = (*facts, ("previous", received.previous))
    elif not received.listed and received.has_list:
        tone, key = Tone.ATTENTION, "intake.say.saved_extra"
    elif received.differs:
        tone, key = Tone.ATTENTION, "intake.say.saved_differs"
    after = replace(state.cleared(), last=received.device)
    return after, (Done(received), Say(tone, key, facts), Show(received.device))


def refused(state: IntakeState, failure: KnownFailure) -> Step:
    """Go on after `Save` was refused: the device at hand stays, the question is asked."""
    if failure.code == "type_needed":
        return _ask(state, Question.TYPE, tuple(Choice(k.value, f"type.{k}") for k in DeviceType))
    if failure.code == "label_taken":
        return replace(state, label=None), (Failed(failure),)
    return state, (Failed(failure),)


def _is_useful(scan: Scan) -> bool:
    """Tell whether a scan can say anything of a device; only then it is remembered."""
    if scan.kind is ScanKind.SECRET:
        return False
    return scan.kind in _FACTS or any(one.kind in _FACTS for one in scan.candidates)


def _card(state: IntakeState, number: int, look: Lookup) -> Step:
    return command(state, command_names().get(number, ""), look)


def _own(state: IntakeState, scan: Scan, look: Lookup) -> Step:
    kind = scan.also["code_kind"]
    if kind == CodeKind.DEVICE:
        return _label(state, scan.value, look)
    if kind == CodeKind.LOT:
        return _lot(state, scan.value, look)
    if kind == CodeKind.PLACE:
        name = look.place(scan.value)
        if name is None:
            return state, (Failed(Refused("place_unknown", place=scan.value)),)
        said = Say(Tone.DONE, "intake.say.place_set", (("place", name),))
        return replace(state, place=scan.value), (said,)
    return state, (Elsewhere(scan.value),)


def _label(state: IntakeState, code: str, look: Lookup) -> Step:
    """Bind a roll label, which saves; the label of a device that exists shows the device."""
    seen = look.device(code)
    if seen is not None:
        if state.is_empty:
            return state, (Show(code),)
        return state, (Failed(Refused("label_taken", label=code)), Show(code))
    bound = replace(state, label=code)
    if state.label not in {None, code}:
        return bound, (Say(Tone.ATTENTION, "scan.conflict.own"),)
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
    chosen = replace(state, lot=code, line=None)
    said = Say(Tone.DONE, "intake.say.lot_set", (("lot", code), ("sender", seen.sender)))
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
    receive = state.command()
    sort = sort_scans(look.scans(state.lot, state.texts))
    try:
        identity = identity_of(receive, sort)
        match = look.match(state.lot, identity, state.line)
        if match.duplicate is None:
            match.demand_clear()
    except KnownFailure as failure:
        asked, effects = _question(state, sort, failure, look)
        return asked, (*said, *effects)
    if match.duplicate is not None:
        return _here_already(state, match.duplicate.code, look)
    if state.label is not None or state.wanted:
        if not (identity or state.no_serial):
            return state, (*said, Say(Tone.PLAIN, "intake.say.scan_machine"))
        return state, (*said, Save(receive))
    return state, (*said, *found(sort, identity, match))


def _here_already(state: IntakeState, code: str, look: Lookup) -> Step:
    seen = look.device(code)
    if seen is None:
        return state.cleared(), (Show(code),)
    return state.cleared(), (here(code, seen.name, seen.place, seen.lot), Show(code))


def _question(state: IntakeState, sort: Sorted, failure: KnownFailure, look: Lookup) -> Step:
    """Turn a refusal into the question that settles it, where there is one."""
    if failure.code == "scans_conflict":
        for note in sort.conflicts:
            if question := _WHICH.get(note.code):
                same = (n.scan.value for n in sort.conflicts if n.code == note.code)
                return _ask(state, question, tuple(Choice(v) for v in dict.fromkeys(same)))
    if failure.code == "serial_unsure" and sort.serial:
        return _ask(state, Question.SERIAL, (Choice(sort.serial), Choice("", "intake.ask.none")))
    if failure.code == "scans_unsure":
        offered = {
            f"{one.kind.value}={one.value}": Choice(
                f"{one.kind.value}={one.value}",
                f"intake.ask.is_{one.kind}",
                (("number", one.value),),
            )
            for note in sort.unsure
            for one in note.scan.candidates
            if one.kind in _FACTS
        }
        return _ask(state, Question.WHAT, (*offered.values(), Choice("", "intake.ask.none")))
    if failure.code == "lines_ambiguous" and state.lot is not None:
        lines = look.match(state.lot, identity_of(state.command(), sort), state.line).lines
        rows = tuple(
            Choice(
                str(line.row),
                "intake.ask.row",
                (("row", line.row), ("name", name_of(line.manufacturer, line.model))),
            )
            for line in lines
        )
        return _ask(state, Question.LINE, (*rows, Choice(str(NO_LINE), "intake.ask.no_row")))
    return state, (Failed(failure),)


def _ask(state: IntakeState, question: Question, choices: tuple[Choice, ...]) -> Step:
    said = Say(Tone.ATTENTION, f"intake.ask.{question}", (("number", choices[0].value),))
    return replace(state, asking=question), (said, Ask(question, choices))


def _without(
    state: IntakeState, look: Lookup, role: Role, kind: ScanKind | None = None
) -> IntakeState:
    """Return the state without the scans that became `role`."""
    notes = sort_scans(look.scans(state.lot, state.texts)).notes
    kept = tuple(
        text
        for text, note in zip(state.texts, notes, strict=True)
        if note.role is not role or (kind is not None and note.scan.kind is not kind)
    )
    return replace(state, texts=kept)
