"""What the banner says after something was done at the grading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.codes import short
from serkut_desk.domain.events import Tag
from serkut_desk.stations.devices.commands import Undone
from serkut_desk.stations.grading.commands import Decided, Overridden
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.grading.commands import Finished
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action


def finished(done: Finished, undo: Action) -> Notice:
    """Return the grade, and where its label is; or that the device was locked away."""
    translate = QCoreApplication.translate
    title = _grade(done.graded.grade.value)
    code = short(done.device)
    if done.locks:
        text = translate("Grading", "{0} · locked: take it to quarantine").replace("{0}", code)
        return Notice(Tone.ATTENTION, title, text)
    text = translate("Grading", "{0} · the new label is in the queue").replace("{0}", code)
    return Notice(Tone.GOOD, title, text, undo)


def changed(done: Overridden | Decided | Undone | str, texts: Texts) -> Notice:
    """Return what a supervisor decided, what was undone, or whose label was queued."""
    translate = QCoreApplication.translate
    if isinstance(done, Undone):
        title = translate("Grading", "Undone")
        if done.tag is Tag.GRADED:
            title = translate("Grading", "The grading is open again")
        return Notice(Tone.INFO, title, ", ".join(map(short, done.devices)))
    if isinstance(done, Decided):
        return Notice(Tone.GOOD, texts.say(f"state.{done.state.value}"), short(done.device))
    if isinstance(done, Overridden):
        return Notice(Tone.GOOD, _grade(done.grade.value), short(done.device))
    return Notice(Tone.GOOD, translate("Grading", "The label is in the queue"), short(done))


def _grade(letter: str) -> str:
    return QCoreApplication.translate("Grading", "Grade {0}").replace("{0}", letter)
