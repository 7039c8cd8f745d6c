"""Repair: a board of the work, a page for each order; makers see one thing at a time."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.domain.repair import OrderMove, OrderState
from serkut_desk.stations.repair.commands import SetState, TakeOrder
from serkut_desk.stations.repair.queries import Found
from serkut_desk.ui.panel import Action, Chip, Panel
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.repair import order_words, permits, wording
from serkut_desk.ui.stations.repair.beginning import Beginning, open_action
from serkut_desk.ui.stations.repair.board import Board as BoardView
from serkut_desk.ui.stations.repair.deeds import Deeds
from serkut_desk.ui.stations.repair.endings import Endings
from serkut_desk.ui.stations.repair.maker_start import MakerStart
from serkut_desk.ui.stations.repair.opening_desk import OpeningDesk
from serkut_desk.ui.stations.repair.order_page import OrderPage
from serkut_desk.ui.stations.repair.presenter import RepairPresenter
from serkut_desk.ui.stations.repair.questions import Questions
from serkut_desk.ui.stations.repair.telling import Telling
from serkut_desk.ui.stations.repair.views import Deed
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.repair.commands import Closed, Moved, Opened
    from serkut_desk.stations.repair.queries import Board, Looked, OrderCard
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView


class Mode(StrEnum):
    """What the screen is turned to."""

    START = "start"
    BOARD = "board"
    OPENING = "opening"
    ORDER = "order"


class RepairPanel(Panel):
    """The board, an order that is opened, an order's page.

    Args:
        hands: Asks and carries out.
    """

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = RepairPresenter(hands, self)
        self.questions = Questions(self, hands, self._presenter)
        self.endings = Endings(self, hands, self._presenter, self.questions)
        self.telling = Telling(self, hands)
        self.mode = Mode.BOARD
        self._home = Mode.BOARD
        self._begin: Beginning | None = None
        self._keep = self._wanted_column = ""
        self.card: OrderCard | None = None
        self._deeds: Deeds | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._start = MakerStart(self._stop())
        self.board = BoardView()
        self.opening = OpeningDesk(hands, self._presenter)
        self._order = QWidget()
        self._page: OrderPage | EmptyState | None = None
        inner = QVBoxLayout(self._order)
        inner.setContentsMargins(0, 0, 0, 0)
        self._views = (self._start, self.board, self.opening.view, self._order)
        for view, mode in zip(self._views, Mode, strict=True):
            column.addWidget(view)
            view.setVisible(mode is self.mode)
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.looked.connect(self._looked)
        presenter.shown.connect(self._shown)
        presenter.failed.connect(self._failed)
        presenter.opened.connect(self._opened)
        presenter.moved.connect(self._moved)
        presenter.stepped.connect(self.telling.stepped)
        presenter.undone.connect(self.telling.undone)
        presenter.tested.connect(self.telling.tested)
        presenter.closed.connect(self._closed)
        presenter.placed.connect(self.telling.placed)
        presenter.refused.connect(self._refused)
        self.board.chosen.connect(self._chosen)
        self.board.opened.connect(self._open_key)
        self.opening.begun.connect(self._to_opening)
        self.opening.view.left.connect(self._to_home)
        self.opening.view.code_scanned.connect(self.scanned)

    def set_person(self, person: PersonView | None) -> None:
        """Show the view that this person needs."""
        super().set_person(person)
        self._home = Mode.START if self.guidance else Mode.BOARD
        if self.mode in {Mode.START, Mode.BOARD}:
            self._turn(self._home)

    @property
    def half_done(self) -> bool:
        """Whether an order is being opened, or one of this person's stands open."""
        mine = self.card is not None and self.card.line.mine
        return self.mode is Mode.OPENING or (self.mode is Mode.ORDER and mine)

    def chips(self) -> tuple[Chip, ...]:
        """Say which order is open."""
        if self.mode is not Mode.ORDER or self.card is None:
            return ()
        line = self.card.line
        return (Chip(self.tr("Work order"), short(line.order), short(line.device.code)),)

    def park(self) -> Parked:
        """Keep what was open, and what was written for a new order."""
        return {
            "mode": self.mode.value,
            "order": self._presenter.order,
            "card": self._keep,
            "draft": self.questions.drafts.park(),
            **self.opening.park(),
        }

    def resume(self, state: Parked) -> None:
        """Go on where it was."""
        self._keep = str(state.get("card") or "")
        self.questions.drafts.resume(state.get("draft"))
        mode, order = state.get("mode"), str(state.get("order") or "")
        if mode == Mode.ORDER.value and order:
            self._show_order(order)
        elif mode == Mode.OPENING.value:
            self.opening.resume(state)
        elif mode == Mode.BOARD.value:
            self._turn(Mode.BOARD)

    def shown(self) -> None:
        """Fetch what is stale."""
        self._load()
        if self.mode is Mode.BOARD:
            self.board.take_focus()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when orders, devices or parts changed."""
        if changes.orders or changes.devices or changes.parts:
            self._load()

    def _load(self) -> None:
        self._presenter.load()
        if self.mode is Mode.ORDER:
            self._presenter.show(self._presenter.order)

    def show_queue(self, queue: str) -> None:
        """Turn to what waits: to the first that is to be tested, or to everything."""
        self._to_home()
        if queue == Queue.TO_TEST.value:
            self._wanted_column = OrderState.TO_TEST.value
            self._to_board()
            self._presenter.load()

    def scanned(self, text: str) -> bool:
        """Open an order by its label or its device; a part is used; a shelf takes the device."""
        own = parse_code(text)
        if own is not None and own.kind in {CodeKind.COMMAND, CodeKind.BADGE}:
            return False
        if own is not None and own.kind is CodeKind.PLACE:
            if self.mode is not Mode.ORDER or self.card is None:
                return False
            self.scan_taken.emit(self.tr("place"), Tone.GOOD)
            self._presenter.place(self.card.line.device.code, str(own))
            return True
        self.scans_held.emit()
        self._presenter.look(text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done now."""
        return (*self._actions(), self._stop())

    def cancel(self) -> None:
        """Go back one view; nothing is saved by it."""
        if self.mode is Mode.OPENING:
            self.opening.view.back()
        elif self.mode is not self._home:
            self._to_home()

    def _stop(self) -> Action:
        return Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")

    def _actions(self) -> tuple[Action, ...]:
        if self.mode is Mode.OPENING:
            return self.opening.view.offers()
        if self.mode is Mode.ORDER:
            return self._order_actions()
        return self._start_actions() if self.mode is Mode.START else self._board_actions()

    def _board_actions(self) -> tuple[Action, ...]:
        back = Action(self.tr("Back"), self._to_home, "F11", "arrow-left")
        return (
            open_action(self.board.card, self._open_chosen),
            Action(self.tr("Next card"), self.board.next_card, "F2", "chevron-down"),
            Action(self.tr("Next column"), self.board.next_column, "F3", "arrow-right"),
            *((back,) if self._home is Mode.START else ()),
        )

    def _start_actions(self) -> tuple[Action, ...]:
        begin = self._begin
        return (*(begin.mine() if begin else ()), *self._to_begin())

    def _to_begin(self) -> tuple[Action, ...]:
        board = Action(self.tr("The whole board"), self._to_board, "F6", "columns-2")
        return (*(self._begin.first() if self._begin else ()), board)

    def _order_actions(self) -> tuple[Action, ...]:
        back = Action(self.tr("Back to the board"), self._to_home, "F11", "arrow-left")
        if self.card is None or self._deeds is None:
            return (back,)
        may_test = permits.may(self.person, Permission.SAFETY_TEST)
        texts = self._hands.texts
        deed = order_words.next_view(self.card, texts, may_test=may_test).deed
        main = self._deeds.main(deed)
        return (*((main,) if main else ()), *self._deeds.others(deed), back)

    def _turn(self, mode: Mode) -> None:
        self.mode = mode
        # Only what is shown asks for room.
        for view, its_mode in zip(self._views, Mode, strict=True):
            view.setVisible(its_mode is mode)
        self._show_actions()
        self.chips_changed.emit()

    def _show_actions(self) -> None:
        if self.mode is Mode.BOARD:
            self.board.show_actions(self._board_actions())
        elif self.mode is Mode.START and self._begin is not None:
            begin = self._begin
            self._start.show_work(begin.mine(), begin.waiting, self._to_begin())

    def _to_home(self) -> None:
        self.card, self._deeds = None, None
        self._presenter.order = ""
        self.board.choose(self._keep)
        self._turn(self._home)
        if self._home is Mode.BOARD:
            self.board.take_focus()

    def _to_opening(self) -> None:
        self.card, self._deeds = None, None
        self._turn(Mode.OPENING)

    def _to_board(self) -> None:
        self._turn(Mode.BOARD)
        self.board.take_focus()

    def _listed(self, board: Board, now: datetime) -> None:
        self._begin = Beginning(board, now, self._hands.texts, self._open_key)
        self.endings.now = now
        self.board.show_columns(self._begin.columns, self._keep)
        wanted, self._wanted_column = self._wanted_column, ""
        for column in self._begin.columns:
            if column.key == wanted and column.cards:
                self.board.choose(column.cards[0].key)
        self._keep = self.board.card.key if self.board.card else ""
        self._show_actions()

    def _failed(self, failure: KnownFailure) -> None:
        self.scans_released.emit()
        said = self._hands.texts.failure(failure)
        if self.mode is not Mode.ORDER or self._page is None:
            self.said.emit(self._hands.notice(failure))
            return
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self._show_page(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _chosen(self, key: str) -> None:
        self._keep = key
        self._show_actions()

    def _open_chosen(self) -> None:
        if self.board.card is not None:
            self._open_key(self.board.card.key)

    def _open_key(self, key: str) -> None:
        """Open what a card stands for: an order, or a device that has none yet."""
        waiting = self._begin.line(key) if self._begin is not None else None
        if waiting is None:
            self._show_order(key)
        else:
            self.opening.of_line(waiting)

    def _show_order(self, order: str) -> None:
        self.card, self._deeds = None, None
        self._show_page(EmptyState(StateKind.BUSY, self.tr("Opening…")))
        self._turn(Mode.ORDER)
        self._presenter.show(order)

    def _shown(self, card: OrderCard) -> None:
        if self.mode is not Mode.ORDER:
            return
        self.card = card
        self._keep = card.line.order
        self._deeds = Deeds(card, self._runs(card), self.questions, self._hands.texts)
        texts = self._hands.texts
        may_test = permits.may(self.person, Permission.SAFETY_TEST)
        view = order_words.order_view(card, self.questions.task_words(), texts, may_test=may_test)
        main = self._deeds.main(view.next.deed)
        actions = [
            one for one in self._order_actions() if not one.main and self._listed_for(one, main)
        ]
        page = OrderPage(view, main, actions, self._stop(), plain=self.guidance)
        self._show_page(page)
        self.telling.on_page(page if self.guidance else None)
        self.chips_changed.emit()

    def _listed_for(self, action: Action, main: Action | None) -> bool:
        """Tell whether an action is listed: makers see what they may do, each thing once."""
        once = main is None or action.word != main.word
        return not self.guidance or (action.enabled and once)

    def _runs(self, card: OrderCard) -> dict[Deed, partial[None]]:
        order, questions, endings = card.line.order, self.questions, self.endings
        move = self._presenter.move
        return {
            Deed.TAKE: partial(move, TakeOrder(order)),
            Deed.STEP: partial(questions.step, card),
            Deed.DIAGNOSIS: partial(questions.diagnosis, card),
            Deed.PARTS: partial(questions.parts, card),
            Deed.LAY_AWAY: partial(questions.lay_away, card, endings.send_out),
            Deed.CAME_BACK: partial(endings.came_back, card),
            Deed.SAFETY: partial(endings.safety, card),
            Deed.CLOSE: partial(endings.end, card),
            Deed.TO_TEST: partial(move, SetState(order, OrderMove.TO_TEST)),
            Deed.WAIT_PART: partial(move, SetState(order, OrderMove.WAIT_PART)),
            Deed.NOTHING: partial(self._presenter.undo, order),
        }

    def _show_page(self, page: OrderPage | EmptyState) -> None:
        inner = self._order.layout()
        if self._page is not None and inner is not None:
            inner.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        if inner is not None:
            inner.addWidget(page)

    def _looked(self, looked: Looked) -> None:
        self.scans_released.emit()
        if looked.found is Found.ORDER and looked.order is not None:
            self.scan_taken.emit(short(looked.order), Tone.GOOD)
            self._show_order(looked.order)
        elif looked.found is Found.TO_OPEN and looked.device is not None:
            self.scan_taken.emit(short(looked.device), Tone.GOOD)
            self.opening.of_device(looked.device)
        elif looked.found is Found.PART and looked.part is not None:
            self._part_scanned(looked.part)
        else:
            self.telling.unknown(looked)

    def _part_scanned(self, part: str) -> None:
        self.scan_taken.emit(short(part), Tone.GOOD)
        if self.card is not None and self.mode is Mode.ORDER:
            if self.card.missing:
                reason = wording.lack_words(self.card.missing, self._hands.texts)
                self.telling.say(Tone.ATTENTION, self.tr("Take the work first"), reason)
            else:
                self.questions.part_scanned(self.card, part)
        else:
            title = self.tr("Open the work first")
            text = self.tr("Scan the device, then the part.")
            self.telling.say(Tone.ATTENTION, title, text)

    def _opened(self, done: Opened) -> None:
        self.telling.opened(done)
        self._show_order(done.order)

    def _moved(self, done: Moved) -> None:
        self.telling.moved(done)
        if done.state is not OrderState.IN_WORK:
            self._keep = done.order

    def _closed(self, done: Closed) -> None:
        self._to_home()
        self.telling.closed(done)

    def _refused(self, failure: KnownFailure) -> None:
        self.scans_released.emit()
        if self.questions.show_problem(failure) or self.endings.show_problem(failure):
            return
        if self.mode is Mode.OPENING:
            self.opening.refuse(failure)
        self.telling.refused(failure)
