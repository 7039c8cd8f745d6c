"""What is set at intake, as chips of the head line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain import codes
from serkut_desk.ui.panel import Chip

if TYPE_CHECKING:
    from serkut_desk.stations.intake.state import IntakeState
    from serkut_desk.texts import Texts


def chips_of(
    state: IntakeState, sender: str, place: str, texts: Texts, *, guidance: bool
) -> tuple[Chip, ...]:
    """Return lot, place, cage and type as far as they are set.

    Args:
        state: What is set.
        sender: Name of the lot's sender, "" while it is not read.
        place: Name of the place, "" while only its code is known.
        texts: Words of types.
        guidance: A maker looks, to whom a sender's name says more than a code.
    """
    translate = QCoreApplication.translate
    chips = []
    if state.lot:
        code = "" if guidance and sender else codes.short(state.lot)
        chips.append(Chip("", code, sender))
    if state.place:
        chips.append(Chip(translate("IntakeChips", "Place"), place or codes.short(state.place)))
    if state.cage:
        word = translate("IntakeChips", "Cage")
        # Most cages are named by that word and a number: it need not stand there twice.
        named = state.cage.casefold().startswith(word.casefold())
        chips.append(Chip("" if named else word, state.cage))
    if state.same:
        name = state.same_name or codes.short(state.same)
        chips.append(Chip(translate("IntakeChips", "The same again"), name))
    elif state.type:
        chips.append(Chip(translate("IntakeChips", "Type"), texts.say(f"type.{state.type}")))
    return tuple(chips)
