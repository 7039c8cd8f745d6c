"""What the keys do while a device is inspected: one row of answers, one of steps, tiles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.checklist import CheckKind, Result, words_in
from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.grading import wording
from serkut_desk.ui.stations.grading.check_card import CheckView

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.checklist import Check
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.grading.walk import Walk

# F4 is STOP, F9 goes back, F10 saves, on every screen.
ZONE_KEYS = ("F3", "F5", "F6", "F7", "F8", "F11")


@dataclass(frozen=True, slots=True)
class Hands:
    """What can be done; the panel gives its own methods."""

    answer: Callable[[Result], None]
    why_not: Callable[[], None]
    say: Callable[[bool], None]
    clean: Callable[[], None]
    unmark: Callable[[], None]
    open_zone: Callable[[str], None]
    step_figure: Callable[[int], None]
    write_figure: Callable[[], None]
    save_figure: Callable[[], None]
    finish: Callable[[], None]
    back: Callable[[], None]
    later: Callable[[], None]
    leave: Callable[[], None]
    stop: Callable[[], None]
    decide: Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What is shown and offered for the check at hand."""

    view: CheckView
    answers: tuple[Action, ...]
    steps: tuple[Action, ...]
    tiles: tuple[Action, ...] = ()
    quiet: tuple[Action, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """Everything that has a key; `quiet` has no button."""
        return (*self.answers, *self.tiles, *self.steps, *self.quiet)


def turn(walk: Walk, hands: Hands, texts: Texts, figure: int | None) -> Turn:
    """Return what the screen shows now."""
    check = walk.check
    if check is None:
        return _done(hands)
    if walk.zone is not None:
        return _zone(walk, hands, texts)
    if check.kind is CheckKind.ZONES:
        return _zones(walk, check, hands, texts)
    if check.measure is not None:
        return _measure(walk, check, hands, texts, figure)
    return _answer(walk, check, hands, texts)


def _steps(hands: Hands, *, later: bool = True, decide: bool = True) -> tuple[Action, ...]:
    translate = QCoreApplication.translate
    steps = [Action(translate("Grading", "Back"), hands.back, "F9", "arrow-left")]
    if later:
        steps.append(Action(translate("Grading", "Later"), hands.later, "F8", "arrow-right"))
    if decide and hands.decide is not None:
        steps.append(Action(translate("Grading", "Decide now"), hands.decide, "F11", "signature"))
    else:
        steps.append(Action(translate("Grading", "STOP: battery"), hands.stop, "F4", "hand"))
    return tuple(steps)


def _quiet(hands: Hands) -> tuple[Action, ...]:
    """Return what its key does although no button says so: F1 tells it."""
    translate = QCoreApplication.translate
    return (
        Action(translate("Grading", "To the queue"), hands.leave, "F7", "list"),
        Action(translate("Grading", "STOP: battery"), hands.stop, "F4", "hand"),
    )


def _done(hands: Hands) -> Turn:
    translate = QCoreApplication.translate
    view = CheckView(
        "circle-check",
        "",
        translate("Grading", "Everything is answered"),
        translate("Grading", "Save, and see the grade."),
    )
    save = Action(translate("Grading", "Save"), hands.finish, "F10", "award", main=True)
    return Turn(view, (save,), _steps(hands, later=False), quiet=_quiet(hands))


def _answer(walk: Walk, check: Check, hands: Hands, texts: Texts) -> Turn:
    translate = QCoreApplication.translate
    yes = Action(
        translate("Grading", "Yes"), lambda: hands.answer(Result.PASS), "F2", "circle-check"
    )
    no = Action(translate("Grading", "No"), lambda: hands.answer(Result.FAIL), "F3", "circle-x")
    answers = (yes, no, *_without(check, hands))
    return Turn(_view(walk, check, texts), answers, _steps(hands), quiet=_quiet(hands))


def _without(check: Check, hands: Hands) -> tuple[Action, ...]:
    """Return the answers for what can not be tested or is not there."""
    translate = QCoreApplication.translate
    able = Action(
        translate("Grading", "Can not be tested"), hands.why_not, "F5", "circle-question-mark"
    )
    if check.always:
        return (able,)
    none = Action(
        translate("Grading", "Not fitted"), lambda: hands.answer(Result.NOT_FITTED), "F6", "ban"
    )
    return (able, none)


def _measure(walk: Walk, check: Check, hands: Hands, texts: Texts, figure: int | None) -> Turn:
    translate = QCoreApplication.translate
    measure = check.measure
    assert measure is not None, "only a figure comes here"
    fits = figure is not None and measure.low <= figure <= measure.high
    save = Action(
        translate("Grading", "Save"), hands.save_figure, "F10", "save", enabled=fits, main=True
    )
    down, up = f"\N{MINUS SIGN} {measure.step}", f"+ {measure.step}"
    answers = (
        save,
        Action(translate("Grading", "Write"), hands.write_figure, "F2", "pencil"),
        Action(down, lambda: hands.step_figure(-measure.step), "F7"),
        Action(up, lambda: hands.step_figure(measure.step), "F8"),
        *_without(check, hands),
    )
    view = replace(_view(walk, check, texts), unit=measure.unit)
    return Turn(view, answers, _steps(hands, later=False), quiet=_quiet(hands)[1:])


def _zones(walk: Walk, check: Check, hands: Hands, texts: Texts) -> Turn:
    translate = QCoreApplication.translate
    word = translate("Grading", "No marks anywhere")
    if walk.marked:
        word = translate("Grading", "The others are clean")
    clean = Action(word, hands.clean, "F2", "circle-check", main=True)
    tiles = []
    for (key, zone), fkey in zip(walk.look.checklist.zones.items(), ZONE_KEYS, strict=False):
        name = words_in(zone.words, texts.language)
        if key in walk.marked:
            name = translate("Grading", "{0}: marks").replace("{0}", name)
        tiles.append(Action(name, _OpenZone(hands, key), fkey, zone.icon))
    view = _view(walk, check, texts)
    how = translate("Grading", "Is there a mark? Choose the part.")
    steps = _steps(hands, later=False, decide=False)
    return Turn(replace(view, how=how), (clean,), steps, tuple(tiles))


class _OpenZone:
    """Takes one part of the surface in hand."""

    def __init__(self, hands: Hands, key: str) -> None:
        self._hands = hands
        self._key = key

    def __call__(self) -> None:
        self._hands.open_zone(self._key)


def _zone(walk: Walk, hands: Hands, texts: Texts) -> Turn:
    translate = QCoreApplication.translate
    zone, question = walk.zone, walk.question
    assert zone is not None, "a part is at hand"
    assert question is not None, "and a question about it"
    view = CheckView(
        zone.icon,
        words_in(zone.words, texts.language),
        words_in(question.words, texts.language),
        words_in(question.how, texts.language),
    )
    answers = (
        Action(translate("Grading", "Yes"), lambda: hands.say(True), "F2", "circle-check"),  # noqa: FBT003 - yes or no is what is said
        Action(translate("Grading", "No"), lambda: hands.say(False), "F3", "circle-x"),  # noqa: FBT003 - as above
        Action(translate("Grading", "No marks here"), hands.unmark, "F6", "x"),
    )
    return Turn(view, answers, _steps(hands, later=False, decide=False))


def _view(walk: Walk, check: Check, texts: Texts) -> CheckView:
    language = texts.language
    given = wording.row_answer(walk, check, texts)[2] if walk.is_answered(check) else ""
    said = QCoreApplication.translate("Grading", "Answered: {0}").replace("{0}", given)
    return CheckView(
        check.icon,
        words_in(walk.look.checklist.groups[check.group], language),
        words_in(check.words, language),
        words_in(check.how, language),
        said if given else "",
    )
