"""What a maker can do with the device or the medium that is open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.next_steps import Step
from serkut_desk.stations.wiping.queries import Situation
from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.wiping.memory_words import memory_words
from serkut_desk.ui.stations.wiping.phone_asking import phone_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.ui.stations.wiping.questions import Questions

translate = QCoreApplication.translate

_BARE = frozenset({Situation.MEDIA_UNKNOWN, Situation.NONE_SECOND})
_OUT = frozenset({Step.REMOVE.value, Step.DESTROY.value})


@dataclass(frozen=True, slots=True)
class MakerOpen:
    """What lies before a maker.

    Args:
        bare: Nobody has said what is inside.
        phone: The phone that can be reset.
        loose: A medium whose own label was scanned: it lies outside of its device.
        onward: A medium that a supervisor decided to take out or to destroy.
        device_type: Kind of the device.
    """

    bare: bool = False
    phone: WaitingRow | None = None
    loose: WaitingRow | None = None
    onward: WaitingRow | None = None
    device_type: str = ""


def opened(rows: Sequence[WaitingRow], scanned: str | None) -> MakerOpen:
    """Return what the rows of a device mean; `scanned` is the label of a medium, if it was one."""
    mine = (row for row in rows if row.code is not None and row.code == scanned)
    loose = next((row for row in mine if row.removed and not row.elsewhere), None)
    decided = (row for row in rows if row.step in _OUT and not row.elsewhere)
    onward = next(decided, None) if loose is None else loose
    return MakerOpen(
        bare=any(row.situation in _BARE for row in rows),
        phone=phone_of(rows),
        loose=loose,
        onward=onward if onward is not None and onward.step in _OUT else None,
        device_type=next((row.device_type for row in rows), ""),
    )


def maker_actions(
    device: str, shown: MakerOpen, questions: Questions, leave: Callable[[], None]
) -> tuple[Action, ...]:
    """Return what the buttons do; nothing while no device is open."""
    if not device:
        return ()
    following = Action(translate("WipingMaker", "Next device"), leave, "F9", "arrow-right")
    onward = _onward(shown.onward, questions)
    if shown.loose is not None:
        lies = partial(questions.place, shown.loose)
        where = Action(translate("WipingMaker", "Where it lies"), lies, "F3", "map-pin")
        return (*onward, where, following)
    words, none = memory_words(shown.device_type), partial(questions.none_inside, device)
    add = partial(questions.scan_medium, device, shown.device_type)
    whole = shown.bare and words.whole
    found = [Action(words.add, add, "F2", "plus", main=whole)]
    if shown.bare and not words.whole:
        found.append(Action(translate("WipingMaker", "No disk inside"), none, "F7", "ban"))
    if shown.phone is not None:
        reset = partial(questions.phone, shown.phone)
        word = translate("WipingMaker", "The phone was reset")
        found.append(Action(word, reset, "F6", "smartphone", main=True))
    return (*onward, *found, following)


def _onward(row: WaitingRow | None, questions: Questions) -> tuple[Action, ...]:
    """Offer what a supervisor decided after a failure."""
    if row is None:
        return ()
    if not row.removed:
        out, word = partial(questions.remove, row), translate("WipingMaker", "The disk is out")
        return (Action(word, out, "F8", "log-out", main=True),)
    if row.step == Step.DESTROY:
        destroyed, word = partial(questions.destroy, row), translate("WipingMaker", "Destroy")
        return (Action(word, destroyed, "F8", "hammer", main=True),)
    return ()
