"""What was decided about a medium after a failure, and who does it next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.media import SOLDERED_KINDS
from serkut_desk.domain.next_steps import Step
from serkut_desk.stations.wiping.queries import Situation

if TYPE_CHECKING:
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

FAILING = frozenset({Situation.FAILED, Situation.NOT_ENOUGH})
"""Situations after which a supervisor says how a medium goes on."""


def decided_step(row: WaitingRow) -> Step | None:
    """Return how a medium goes on that failed; None while nobody has decided it."""
    return Step(row.step) if row.step and row.situation in FAILING else None


def decided(row: WaitingRow, texts: Texts) -> tuple[str, str] | None:
    """Return what was decided and who does it next; None while nobody has decided."""
    step = decided_step(row)
    if step is None:
        return None
    way = texts.say(f"next_step.{step}")
    if row.step_technique:
        way = f"{way}: {texts.say(f'technique.{row.step_technique}')}"
    title = translate("WipingDecided", "Decided: {0}.").replace("{0}", way)
    return title, _next(step, row)


def _next(step: Step, row: WaitingRow) -> str:
    if step is Step.REPEAT:
        return translate("WipingDecided", "A maker wipes it next, after scanning the device.")
    if step is Step.REMOVE:
        return translate("WipingDecided", "A maker takes it out next, after scanning the device.")
    if row.removed:
        return translate("WipingDecided", "Two makers destroy it together next.")
    if row.kind in SOLDERED_KINDS:
        return translate("WipingDecided", "Two makers destroy it next, with what it is a part of.")
    return translate("WipingDecided", "A maker takes it out next. Then two makers destroy it.")
