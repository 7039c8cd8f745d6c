"""The questions of the intake screen: one at a time, each with a few big answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.scan import Role, ScanKind, Sorted, sort_scans
from serkut_desk.stations.intake.effects import Ask, Choice, Failed, Question, Say, Tone
from serkut_desk.stations.intake.knowing import identity_of
from serkut_desk.stations.intake.matching import NO_LINE
from serkut_desk.stations.intake.reasons import is_reason, serial_reasons
from serkut_desk.stations.intake.speaking import name_of

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.scan import Scan
    from serkut_desk.stations.intake.session import Lookup, Step
    from serkut_desk.stations.intake.state import IntakeState

TELLING = frozenset((ScanKind.SERIAL, ScanKind.IMEI, ScanKind.INVENTORY, ScanKind.PRODUCT))
"""The kinds of scan that say something of a device."""
YES = "yes"
OFF = "-"
"""The answer that takes away what stays, such as a place."""
WHICH = {
    "scan.conflict.serial": Question.WHICH_SERIAL,
    "scan.conflict.product": Question.WHICH_PRODUCT,
    "scan.conflict.inventory": Question.WHICH_INVENTORY,
    "scan.conflict.imei": Question.WHICH_IMEI,
}
FIELD = {
    Question.SERIAL: "serial",
    Question.WHICH_SERIAL: "serial",
    Question.WHICH_PRODUCT: "product",
    Question.WHICH_INVENTORY: "inventory",
    Question.WHICH_IMEI: "imei",
}
STAYS = {Question.USUAL_TYPE: "type", Question.PLACE: "place", Question.CAGE: "cage"}
"""What stays until changed, by the question that sets it."""
_TYPES = frozenset(kind.value for kind in DeviceType)


def ask(state: IntakeState, question: Question, choices: tuple[Choice, ...]) -> Step:
    """Open a question."""
    said = Say(Tone.ATTENTION, f"intake.ask.{question}", (("number", choices[0].value),))
    return replace(state, asking=question), (said, Ask(question, choices))


def takes(question: Question, value: str) -> bool:
    """Tell whether a value can answer a question; what can not leaves it open."""
    if question is Question.TYPE:
        return value in _TYPES
    if question is Question.USUAL_TYPE:
        return value in _TYPES or value == OFF
    return question is not Question.NO_SERIAL or is_reason(value)


def ask_type(state: IntakeState) -> Step:
    """Ask what the device at hand is."""
    return ask(state, Question.TYPE, types())


def types() -> tuple[Choice, ...]:
    """Return every type of device as an answer."""
    return tuple(Choice(kind.value, f"type.{kind}") for kind in DeviceType)


def ask_no_serial(state: IntakeState) -> Step:
    """Ask why there is no serial."""
    reasons = tuple(Choice(one.key, f"intake.no_serial.{one.key}") for one in serial_reasons())
    return ask(state, Question.NO_SERIAL, reasons)


def ask_staying(state: IntakeState, question: Question, look: Lookup) -> Step:
    """Ask for what stays: the usual type, the place, the cage."""
    if question is Question.USUAL_TYPE:
        choices = types()
    else:
        names = look.places() if question is Question.PLACE else look.cages(state.lot or "")
        choices = tuple(Choice(value, "intake.ask.named", (("name", n),)) for value, n in names)
    if not choices:
        return state, (Say(Tone.PLAIN, f"intake.say.no_{question}"),)
    if getattr(state, STAYS[question]):
        choices = (*choices, Choice(OFF, "intake.ask.off"))
    return ask(state, question, choices)


def is_useful(scan: Scan) -> bool:
    """Tell whether a scan can say anything of a device; only then it is remembered."""
    if scan.kind is ScanKind.SECRET:
        return False
    return scan.kind in TELLING or any(one.kind in TELLING for one in scan.candidates)


def doubts_cage(state: IntakeState, look: Lookup) -> bool:
    """Tell whether devices can come out of several cages, and nobody has said which."""
    return state.cage is None and len(look.cages(state.lot or "")) > 1


def of_failure(state: IntakeState, sort: Sorted, failure: KnownFailure, look: Lookup) -> Step:
    """Turn a refusal into the question that settles it, where there is one."""
    if failure.code == "scans_conflict":
        for note in sort.conflicts:
            if question := WHICH.get(note.code):
                same = (n.scan.value for n in sort.conflicts if n.code == note.code)
                return ask(state, question, tuple(Choice(v) for v in dict.fromkeys(same)))
    if failure.code == "serial_unsure" and sort.serial:
        return ask(state, Question.SERIAL, (Choice(sort.serial), Choice("", "intake.ask.none")))
    if failure.code == "scans_unsure":
        return ask(state, Question.WHAT, (*_offered(sort), Choice("", "intake.ask.none")))
    if failure.code == "serial_twice":
        facts = tuple((name, str(failure.facts[name])) for name in ("serial", "device"))
        choices = (
            Choice("", "intake.ask.read_again"),
            Choice(YES, "intake.ask.two_devices", facts),
        )
        return ask(state, Question.SERIAL_TWICE, choices)
    if failure.code == "lines_ambiguous" and state.lot is not None:
        return ask(state, Question.LINE, _rows(state, sort, look))
    return state, (Failed(failure),)


def _offered(sort: Sorted) -> tuple[Choice, ...]:
    offered = {
        f"{one.kind.value}={one.value}": Choice(
            f"{one.kind.value}={one.value}",
            f"intake.ask.is_{one.kind}",
            (("number", one.value),),
        )
        for note in sort.unsure
        for one in note.scan.candidates
        if one.kind in TELLING
    }
    return tuple(offered.values())


def _rows(state: IntakeState, sort: Sorted, look: Lookup) -> tuple[Choice, ...]:
    lines = look.match(state.lot or "", identity_of(state.command(), sort), state.line).lines
    rows = tuple(
        Choice(
            str(line.row),
            "intake.ask.row",
            (("row", line.row), ("name", name_of(line.manufacturer, line.model))),
        )
        for line in lines
    )
    return (*rows, Choice(str(NO_LINE), "intake.ask.no_row"))


def without(
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
