"""Stocktake: count a shelf by scan; supervisors find or give up what is missing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.ui.panel import Action, Chip, Notice, Panel
from serkut_desk.ui.stations.stocktake import wording
from serkut_desk.ui.stations.stocktake.count_view import CountView, UnseenSide
from serkut_desk.ui.stations.stocktake.missing_desk import MissingDesk
from serkut_desk.ui.stations.stocktake.missing_view import StartSide
from serkut_desk.ui.stations.stocktake.presenter import StocktakePresenter
from serkut_desk.ui.stations.stocktake.questions import Questions
from serkut_desk.ui.stations.stocktake.start_view import StartView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.commands import Undone
    from serkut_desk.stations.stocktake.commands import CountClosed, Opened, Scanned
    from serkut_desk.stations.stocktake.queries import CountLine, MissingLine
    from serkut_desk.stations.stocktake.queries import CountView as Count
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView
    from serkut_desk.ui.parts.button import ActionBar


class Mode(StrEnum):
    """What the screen is turned to."""

    START = "start"
    COUNT = "count"
    MISSING = "missing"


class StocktakePanel(Panel):
    """The place that is counted, or the missing devices.

    Args:
        hands: Asks and carries out.
    """

    side_width = 400

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = StocktakePresenter(hands, self)
        self.questions = Questions(self, hands, self._presenter)
        self.missing = MissingDesk(hands, self._presenter, self.questions)
        self.missing.said.connect(self.said)
        self.missing.card.picked.connect(self._show_actions)
        self.mode = Mode.START
        self._place, self._name = "", ""
        self._count: Count | None = None
        self._moved = False
        self._start, self._counting = StartView(), CountView()
        self._stack = _stacked(self, self._start, self._counting, self.missing.card)
        self._side = QWidget()
        self._start_side, self._unseen = StartSide(self._stop()), UnseenSide()
        self._sides = _stacked(self._side, self._start_side, self._unseen, self.missing.side)
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.opened.connect(self._opened)
        presenter.counted.connect(self._counted)
        presenter.gone.connect(self._gone)
        presenter.scanned.connect(self._scanned)
        presenter.closed.connect(self._closed)
        presenter.undone.connect(self._undone)
        presenter.refused.connect(self._refused)

    @property
    def _may(self) -> bool:
        """Whether the person handles what is missing."""
        return self.person is not None and Permission.INCIDENT.value in self.person.permissions

    @property
    def half_done(self) -> bool:
        """Whether a counting stands here."""
        return bool(self._place)

    def side(self) -> QWidget:
        """Return what was not seen yet, or the chosen missing device."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Offer what this person may do."""
        super().set_person(person)
        self._turn(self.mode)

    def chips(self) -> tuple[Chip, ...]:
        """Return which place is counted."""
        if not self._place:
            return ()
        return (Chip(before=self.tr("Counting"), strong=self._name),)

    def park(self) -> Parked:
        """Keep which place is counted; what was scanned stands in the records."""
        return {"place": self._place, "mode": self.mode.value, "device": self.missing.keep}

    def resume(self, state: Parked) -> None:
        """Go on where it was."""
        self.missing.keep = str(state.get("device") or "")
        place = str(state.get("place") or "")
        if state.get("mode") == Mode.MISSING.value and self._may:
            self._turn(Mode.MISSING)
        elif place:
            self._presenter.open(place)

    def shown(self) -> None:
        """Fetch what is stale."""
        self._presenter.load()
        if self._place:
            self._presenter.look(self._place)

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when devices or places changed."""
        if changes.devices or changes.parts or changes.places:
            self.shown()

    def show_queue(self, queue: str) -> None:
        """Turn to the missing devices when their queue was opened."""
        if queue == Queue.MISSING.value and self._may:
            self._turn(Mode.MISSING)

    def scanned(self, text: str) -> bool:
        """Take a shelf, or a device of the place that is counted."""
        own = parse_code(text)
        if own is not None and own.kind in {CodeKind.COMMAND, CodeKind.BADGE}:
            return False
        if own is not None and own.kind is CodeKind.PLACE:
            # The devices on it may be scanned before the answer is here.
            self.scans_held.emit()
            self._presenter.open(str(own))
            return True
        if self.mode is Mode.MISSING:
            known = own is not None and self.missing.choose(str(own))
            self._show_actions()
            return known
        if not self._place:
            self.scan_taken.emit(self.tr("scan the shelf first"), Tone.ATTENTION)
            title = self.tr("Scan the shelf's label first")
            self.said.emit(Notice(Tone.ATTENTION, title, self.tr("Then the devices on it.")))
            return True
        self._presenter.scan(self._place, text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done now."""
        return (*self._actions(), self._stop())

    def _stop(self) -> Action:
        return Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")

    def cancel(self) -> None:
        """Leave the list of missing devices; a counting stays as it is."""
        if self.mode is Mode.MISSING:
            self._back()

    def _actions(self) -> tuple[Action, ...]:
        missing = Action(self.tr("Missing devices"), self._to_missing, key="F6", icon="list")
        if self.mode is Mode.MISSING:
            back = Action(self.tr("Back"), self._back, key="F2", icon="arrow-left")
            return (*self.missing.actions(), back)
        if self.mode is Mode.START:
            return (missing,) if self._may else ()
        return (
            Action(self.tr("End the counting"), self._end, "F10", "check", main=True),
            Action(self.tr("Another place"), self._leave, "F2", "map-pin"),
            *((self._undo_action(),) if self._moved else ()),
            *((missing,) if self._may else ()),
        )

    def _undo_action(self) -> Action:
        """Offer undo; only right after a move of this counting, as it takes the last work back."""
        return Action(self.tr("Undo the move"), self._presenter.undo, "F9", "undo-2")

    def _turn(self, mode: Mode) -> None:
        self.mode = mode
        at = list(Mode).index(mode)
        for stack in (self._stack, self._sides):
            stack.setCurrentIndex(at)
            _fit(stack)
        self._show_actions()
        self.chips_changed.emit()

    def _show_actions(self) -> None:
        bars: dict[Mode, ActionBar] = {
            Mode.START: self._start_side.bar,
            Mode.COUNT: self._counting.bar,
            Mode.MISSING: self.missing.card.bar,
        }
        actions = self._actions()
        bars[self.mode].show_actions(actions)
        self._start_side.bar.setVisible(self.mode is Mode.START and bool(actions))

    def _to_missing(self) -> None:
        self._turn(Mode.MISSING)

    def _back(self) -> None:
        self._turn(Mode.COUNT if self._place else Mode.START)

    def _leave(self) -> None:
        """Leave the counting half done; it stands in the records."""
        self._place, self._name, self._count = "", "", None
        self._turn(Mode.START)
        self._presenter.load()

    def _end(self) -> None:
        if self._count is not None:
            rows = [wording.unseen_row(one, self._hands.texts) for one in self._count.missing]
            self.questions.close(self._place, self._name, rows)

    def _listed(self, counts: tuple[CountLine, ...], missing: tuple[MissingLine, ...]) -> None:
        self._start.show_counts(counts)
        searched = [line for line in missing if line.outcome is None]
        self._start_side.show_counts(len(searched), sum(line.bears_data for line in searched))
        self.missing.show_lines(missing)
        self._show_actions()

    def _opened(self, done: Opened) -> None:
        again = done.place.code == self._place
        self._place, self._name = done.place.code, done.place.name
        self.scan_taken.emit(done.place.name, Tone.GOOD)
        if not again:
            self._count = None
            self._counting.show_place(done.place.name)
            self._unseen.show_rows((), known=False)
        self._counting.show_counts(done.counted, done.expected)
        self._turn(Mode.COUNT)
        self._presenter.look(self._place)
        self.scans_released.emit()

    def _counted(self, view: Count) -> None:
        if view.place != self._place:
            return
        texts = self._hands.texts
        self._count = view
        self._counting.show_counts(view.counted, view.expected)
        self._counting.show_scans([wording.scan_row(line, texts) for line in view.scans])
        self._unseen.show_rows([wording.unseen_row(one, texts) for one in view.unseen])

    def _gone(self) -> None:
        """Turn back when the counting was ended; the own end has turned back already."""
        if self._place:
            self._leave()

    def _scanned(self, done: Scanned) -> None:
        view = wording.answer_view(done, self._hands.texts)
        code = done.device or done.part
        self.scan_taken.emit(short(code) if code else done.text, view.tone)
        self._counting.show_answer(view)
        self._counting.show_counts(done.counted, done.expected)
        self._moved = done.moved
        self._show_actions()
        self.heard.emit(view.tone)
        self._presenter.look(self._place)

    def _closed(self, done: CountClosed) -> None:
        title = self.tr("{0} is counted").replace("{0}", done.place.name)
        count = len(done.missing)
        if not count and done.missing_parts:
            text = self.tr("%n parts are missing.", "", len(done.missing_parts))
            self.said.emit(Notice(Tone.ATTENTION, title, text))
        elif not count:
            self.said.emit(Notice(Tone.GOOD, title, self.tr("Nothing is missing.")))
        elif done.with_data:
            text = self.tr("%n devices are missing. Tell a supervisor now.", "", count)
            self.said.emit(Notice(Tone.STOP, title, text))
        else:
            text = self.tr("%n devices are missing.", "", count)
            self.said.emit(Notice(Tone.ATTENTION, title, text))
        self._place, self._name, self._count = "", "", None
        self._turn(Mode.MISSING if count and self._may else Mode.START)
        self._presenter.load()

    def _undone(self, done: Undone) -> None:
        self._moved = False
        self._show_actions()
        codes = ", ".join(short(code) for code in (*done.parts, *done.devices))
        self.said.emit(Notice(Tone.INFO, self.tr("Undone"), codes))

    def _refused(self, failure: KnownFailure) -> None:
        self.scans_released.emit()
        if self.questions.show_problem(failure):
            return
        self.said.emit(self._hands.notice(failure))


def _fit(stack: QStackedLayout) -> None:
    """Let only the page that is shown ask for room."""
    for at in range(stack.count()):
        page = stack.widget(at)
        shown = at == stack.currentIndex()
        policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
        if page is not None:
            page.setSizePolicy(policy, policy)
    stack.invalidate()


def _stacked(owner: QWidget, *views: QWidget) -> QStackedLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    inside = QWidget()
    stack = QStackedLayout(inside)
    for view in views:
        stack.addWidget(view)
    column.addWidget(inside)
    return stack
