"""What can be done at the grading screen, as actions for its keys and buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.advice import Way
from serkut_desk.domain.checklist import Result, words_in
from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.grading import moves, wording

if TYPE_CHECKING:
    from serkut_desk.domain.outcomes import Grade
    from serkut_desk.stations.grading.queries import Look
    from serkut_desk.ui.stations.grading.panel import GradingPanel
    from serkut_desk.ui.stations.grading.presenter import GradingPresenter
    from serkut_desk.ui.stations.grading.questions import Questions
    from serkut_desk.ui.stations.grading.queue_card import QueueCard


class Deeds(QObject):
    """Binds the keys to the panel, the presenter and the questions between."""

    def __init__(
        self, panel: GradingPanel, presenter: GradingPresenter, questions: Questions
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._presenter = presenter
        self._questions = questions

    def hands(self) -> moves.Hands:
        """Return what the keys of an inspection do."""
        panel = self._panel
        decide = self._decide_now if panel.may(Permission.OUTCOME) else None
        return moves.Hands(
            answer=panel.answer,
            why_not=self._why_not,
            say=self._say,
            clean=self._clean,
            unmark=self._unmark,
            open_zone=self._open_zone,
            step_figure=self._step_figure,
            write_figure=self._write_figure,
            save_figure=self._save_figure,
            finish=self._presenter.finish,
            back=panel.back,
            later=panel.later,
            leave=panel.to_queue,
            stop=panel.stop_wanted.emit,
            decide=decide,
        )

    def finish(self) -> Action:
        """Return what F10 does while something is open: it says how much."""
        walk = self._panel.walk
        left = len(walk.left) if walk is not None else 0
        reason = wording.count_words(left, self._questions.texts) if left else ""
        word = self.tr("Save")
        return Action(word, self._presenter.finish, "F10", "award", not left, reason, main=True)

    def graded(self) -> tuple[Action, ...]:
        """Return what can be done with a graded device."""
        panel, look = self._panel, self._panel.look
        if look is None or look.held is None or look.against is not None:
            return (Action(self.tr("To the queue"), panel.to_queue, "F7", "list", main=True),)
        decides = panel.may(Permission.OUTCOME)
        done = not decides or look.decision is not None
        word = self.tr("To the queue") if decides else self.tr("Next device")
        leave = Action(word, panel.to_queue, "F7", "list" if decides else "arrow-right", main=done)
        actions = [leave] if done else []
        if decides:
            actions += self._outcomes(look)
        if panel.just_graded(look.device) and look.decision is None:
            undo = self.tr("Undo the grading")
            actions.append(Action(undo, self._presenter.undo, "F9", "undo-2"))
        actions.append(Action(self.tr("Grade again"), panel.grade_again, "F6", "list-checks"))
        if panel.may(Permission.OVERRIDE):
            actions.append(Action(self.tr("Change the grade"), self._override, "F11", "award"))
        # Who decides has F8 for the parts; the label is a tap away.
        key = "" if decides else "F8"
        actions.append(Action(self.tr("New label"), self._label, key, "printer"))
        return (*actions, *([] if done else [leave]))

    def queue(self, card: QueueCard | None, oldest: str) -> tuple[Action, ...]:
        """Return what can be done with the queues, or with the device that waits longest."""
        panel = self._panel
        if card is None:
            word = self.tr("Open the oldest")
            return (Action(word, panel.open_oldest, "F2", "laptop", main=True),) if oldest else ()
        some = bool(card.current)
        reason = "" if some else self.tr("Nothing waits here.")
        return (
            Action(self.tr("Open"), panel.open_oldest, "F2", "laptop", some, reason, main=True),
            Action(self.tr("Next queue"), card.turn, "F7", "arrow-right"),
        )

    def ways(self) -> dict[Way, Action]:
        """Return what choosing each way does."""
        look = self._panel.look
        if look is None:
            return {}
        words = {
            Way.SHELF: self.tr("To the shelf"),
            Way.REPAIR: self.tr("To repair"),
            Way.HARVEST: self.tr("For parts"),
            Way.DISMANTLE: self.tr("Take apart"),
        }
        advised = look.advice.advised if look.advice else None
        return {
            way: Action(
                word,
                partial(self._decide, way),
                wording.WAY_KEYS[way],
                wording.WAY_ICONS[way],
                way is not Way.SHELF or look.may_shelf,
                "" if look.may_shelf else self.tr("What does not work is not for the shelf."),
                main=way is advised,
            )
            for way, word in words.items()
        }

    def _outcomes(self, look: Look) -> tuple[Action, ...]:
        done = None
        if look.decision is not None:
            done = look.decision.plan or Way(look.decision.outcome.value)
        return tuple(one for way, one in self.ways().items() if way is not done)

    def _decide(self, way: Way) -> None:
        look = self._panel.look
        if look is None:
            return
        title = {
            Way.SHELF: self.tr("Why to the shelf?"),
            Way.REPAIR: self.tr("Why to repair?"),
            Way.HARVEST: self.tr("Why for parts?"),
            Way.DISMANTLE: self.tr("Why to be taken apart?"),
        }[way]
        offered = look.rules.why[way.outcome]
        if way is Way.HARVEST:
            offered = tuple(sorted(offered, key=lambda one: one.key != "parts"))
        self._questions.why(
            title,
            self.tr("The reason is kept."),
            offered,
            wording.WAY_ICONS[way],
            partial(self._presenter.decide, way),
        )

    def _decide_now(self) -> None:
        """Decide of a device that is not worth grading, or cannot be."""
        self._questions.which_way(self._decide)

    def _override(self) -> None:
        look = self._panel.look
        if look is None or look.held is None:
            return
        offered = look.rules.why_override

        def chosen(grade: Grade) -> None:
            title = self.tr("Why grade {0}?").replace("{0}", grade.value)
            line = self.tr("The computed grade is kept beside it.")
            self._questions.why(
                title, line, offered, "award", partial(self._presenter.override, grade)
            )

        self._questions.which_grade(look.held.grade, chosen)

    def _label(self) -> None:
        self._presenter.print_label(self.tr("Label with the grade"))

    def _why_not(self) -> None:
        walk = self._panel.walk
        check = walk.check if walk is not None else None
        if walk is None or check is None:
            return
        sentence = words_in(check.words, self._questions.texts.language)
        self._questions.why_not(
            sentence,
            walk.look.checklist.reasons.values(),
            lambda key: self._panel.answer(Result.NOT_POSSIBLE, key),
        )

    def _say(self, yes: bool) -> None:  # noqa: FBT001 - yes or no is what is said
        walk = self._panel.walk
        if walk is not None:
            self._panel.keep(walk.say(yes=yes))

    def _clean(self) -> None:
        walk = self._panel.walk
        if walk is not None:
            self._panel.keep(walk.clean())

    def _unmark(self) -> None:
        walk = self._panel.walk
        if walk is not None:
            self._panel.keep(walk.unmark())

    def _open_zone(self, key: str) -> None:
        walk = self._panel.walk
        if walk is not None:
            walk.open_zone(key)
            self._panel.show_walk()

    def _step_figure(self, step: int) -> None:
        page, walk = self._panel.page, self._panel.walk
        measure = walk.check.measure if walk is not None and walk.check is not None else None
        if page is None or measure is None:
            return
        now = page.check.figure
        value = measure.start if now is None else now + step
        page.check.set_figure(min(max(value, measure.low), measure.high))
        page.check.typed.emit()

    def _write_figure(self) -> None:
        if self._panel.page is not None:
            self._panel.page.check.write_figure()

    def _save_figure(self) -> None:
        page, walk = self._panel.page, self._panel.walk
        figure = page.check.figure if page is not None else None
        if walk is not None and figure is not None:
            self._panel.keep(walk.measure(figure))
