"""What stays set at intake until it is changed: usual type, place, cage, same again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.scan import ScanKind
from serkut_desk.stations.intake import asking
from serkut_desk.stations.intake.effects import Failed, Question, Say, Tone

if TYPE_CHECKING:
    from serkut_desk.domain.scan import Scan
    from serkut_desk.stations.intake.session import Lookup, Step
    from serkut_desk.stations.intake.state import IntakeState

QUESTIONS = {
    "set_type": Question.USUAL_TYPE,
    "set_place": Question.PLACE,
    "set_cage": Question.CAGE,
}
"""What a command asks for."""


def choose_type(state: IntakeState, kind: DeviceType | None) -> IntakeState:
    """Set the kind that holds for devices of which nothing else tells it."""
    return replace(state, type=kind.value if kind else None)


def stays(state: IntakeState, question: Question, value: str, look: Lookup) -> Step:
    """Take the answer to a question about what stays; `asking.OFF` takes it away."""
    if value == asking.OFF:
        field = asking.STAYS[question]
        said = Say(Tone.PLAIN, f"intake.say.{field}_off")
        return state.without_staying(field), (said,)
    if question is Question.PLACE:
        return place(state, value, look)
    if question is Question.CAGE:
        return cage(state, value, look)
    said = Say(Tone.DONE, "intake.say.type_set", (("type", value),))
    return choose_type(state, DeviceType(value)), (said,)


def place(state: IntakeState, code: str, look: Lookup) -> Step:
    """Put what comes now to a place."""
    name = look.place(code)
    if name is None:
        return state, (Failed(Refused("place_unknown", place=code)),)
    said = Say(Tone.DONE, "intake.say.place_set", (("place", name),))
    return replace(state, place=code), (said,)


def cage(state: IntakeState, text: str, look: Lookup) -> Step:
    """Take what comes now out of a cage, named by its name or its seal; there is a lot."""
    return _cage(state, text, look) or (
        state,
        (Say(Tone.ATTENTION, "intake.say.no_cage"),),
    )


def by_text(state: IntakeState, scan: Scan, look: Lookup) -> Step | None:
    """Take a scan that names a cage of the lot; None for any other."""
    if scan.kind is ScanKind.SECRET or state.lot is None:
        return None
    return _cage(state, scan.text, look)


def _cage(state: IntakeState, text: str, look: Lookup) -> Step | None:
    try:
        name = look.cage(state.lot or "", text)
    except KnownFailure as failure:
        return state, (Failed(failure),)
    if name is None:
        return None
    said = Say(Tone.DONE, "intake.say.cage_set", (("cage", name),))
    settled = None if state.asking is Question.CAGE else state.asking
    return replace(state, cage=name, asking=settled), (said,)


def same_again(state: IntakeState, look: Lookup) -> Step:
    """Take the next machines to be identical with the last one, or stop doing so."""
    if state.same is not None:
        off = replace(state, same=None, same_name="")
        return off, (Say(Tone.PLAIN, "intake.say.same_off"),)
    template = look.template(state.last) if state.last else None
    if template is None:
        return state, (Say(Tone.ATTENTION, "intake.say.nothing_same"),)
    again = replace(state, same=template.device, same_name=template.name)
    said = Say(Tone.DONE, "intake.say.same", (("name", template.name or template.device),))
    return again, (said,)
