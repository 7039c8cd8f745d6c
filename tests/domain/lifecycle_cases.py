"""Facts of devices for the tests of the lifecycle table."""

from __future__ import annotations

from dataclasses import replace

from serkut_desk.domain.data_state import DeviceFacts, MediumFacts, MediumState
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.lifecycle import Action, NotAllowed, may
from serkut_desk.domain.outcomes import Functional, Grade, Outcome

# Devices of which nothing but their data stands against leaving.
SHELVED = DeviceFacts(
    bears_data=BearsData.ALWAYS,
    grade=Grade.B,
    functional=Functional.OK,
    outcome=Outcome.SHELF,
    certified=True,
)
LAPTOP = DeviceFacts(bears_data=BearsData.ALWAYS)
PRINTER = DeviceFacts(bears_data=BearsData.MAYBE)
MONITOR = DeviceFacts(bears_data=BearsData.NEVER)


def disk(state: MediumState, name: str = "D1") -> MediumFacts:
    """Return a medium in a state."""
    return MediumFacts(name, state)


def with_media(*states: MediumState, approved: bool = True) -> DeviceFacts:
    """Return a laptop with media in these states."""
    media = tuple(disk(state, f"D{number}") for number, state in enumerate(states))
    return replace(LAPTOP, media=media, count_approved=len(media) if approved else None)


def shelved(facts: DeviceFacts) -> DeviceFacts:
    """Return a device of which nothing but what `facts` say stands against leaving."""
    return replace(
        facts,
        grade=SHELVED.grade,
        functional=SHELVED.functional,
        outcome=SHELVED.outcome,
        certified=True,
    )


def codes(action: Action, facts: DeviceFacts) -> list[str]:
    """Return what stands against an action."""
    answer = may(action, facts)
    return [found.code for found in answer.missing] if isinstance(answer, NotAllowed) else []
