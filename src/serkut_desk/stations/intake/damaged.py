"""A label that is damaged: which device it is on is scanned or answered, never guessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.stations.intake import asking
from serkut_desk.stations.intake.effects import Choice, Question, Reprint, Say, Show, Tone

if TYPE_CHECKING:
    from serkut_desk.stations.intake.session import Lookup, Step
    from serkut_desk.stations.intake.state import IntakeState


def ask(state: IntakeState, look: Lookup) -> Step:
    """Print the label of the device that was just scanned anew; of no other one without asking."""
    if state.is_named or state.label:
        return state, (Say(Tone.ATTENTION, "intake.say.finish_first"),)
    if state.shown is not None:
        return state, (Reprint(state.shown),)
    seen = look.device(state.last) if state.last else None
    if seen is None:
        return state, (Say(Tone.ATTENTION, "intake.say.which_label"),)
    facts = (("device", seen.device), ("name", seen.name))
    last = Choice(seen.device, "intake.ask.last_device", facts)
    return asking.ask(state, Question.LABEL, (last,))


def told(state: IntakeState, step: Step) -> Step:
    """Take the scan that came while it was asked; one that means nothing leaves it open."""
    after, effects = step
    seen = next((one.device for one in effects if isinstance(one, Show)), None)
    if seen is not None:
        return after, (*effects, Reprint(seen))
    return (state if after == replace(state, asking=None) else after), effects


def answered(state: IntakeState, value: str, _look: Lookup) -> Step:
    """Take the device that was received last for the one."""
    return state, (Reprint(value),) if value == state.last else ()
