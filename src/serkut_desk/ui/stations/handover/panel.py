"""The handover screen: who gets it, what they get, whether it may go, the papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.panel import Action, Chip, Notice, Panel
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.handover import wording
from serkut_desk.ui.stations.handover.actions import Deeds, HandoverActions
from serkut_desk.ui.stations.handover.answering import Answering
from serkut_desk.ui.stations.handover.basket_card import BasketCard
from serkut_desk.ui.stations.handover.finishing import Finishing
from serkut_desk.ui.stations.handover.handover_side import HandoverSide
from serkut_desk.ui.stations.handover.pages import Pages
from serkut_desk.ui.stations.handover.presenter import HandoverPresenter, Listed
from serkut_desk.ui.stations.handover.questions import Questions
from serkut_desk.ui.stations.handover.starting import Starting
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.handover.commands import DeviceAdded, HandedOver
    from serkut_desk.stations.handover.views import BasketView, DeviceLook, LineView
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView
    from serkut_desk.ui.stations.handover.views import RefusedView

_OPEN, _COMPLETED = "open", "completed"


class HandoverPanel(Panel):
    """One handover at a time; the others wait in the records.

    Args:
        hands: Carries out what is asked.
    """

    side_width = 400

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._presenter = HandoverPresenter(hands, self)
        self.questions = Questions(self, hands, self._presenter)
        self._answering = Answering(hands, self)
        self._view: BasketView | None = None
        self._payment = ""
        self._new_line = ""
        self._refused_one: RefusedView | None = None
        self._card: DeviceCard | None = None
        self._side = HandoverSide()
        self.pages = Pages()
        self._finishing = Finishing(
            hands, self._presenter, self.pages, self._answering, self._side, parent=self
        )
        self._actions = HandoverActions(self._deeds(), self)
        self._starting = Starting(
            hands, self.pages, self._actions, self._presenter, self._answering, parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._connect()
        self._answering.begin()
        self._show_busy()

    def side(self) -> QWidget:
        """Show the answer, the gates and the device, or the papers."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Tell who can, where this person may not."""
        super().set_person(person)
        if not self._may:
            lines = (self.tr("A supervisor hands devices over. Ask one to come."),)
            title = self.tr("You do not hand devices over")
            self.pages.put_state(EmptyState(StateKind.NOT_ALLOWED, title, lines))

    def shown(self) -> None:
        """Fetch what is stale."""
        if self._may and self._presenter.handover:
            self._presenter.look()
        elif self._may:
            self._presenter.load()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when handovers or devices changed."""
        if changes.handovers or changes.devices or changes.policy:
            self.shown()

    def scanned(self, text: str) -> bool:
        """Put a device into the basket, or open a handover."""
        own = parse_code(text)
        if not self._may:
            return False
        if own is not None and own.kind is CodeKind.HANDOVER:
            self._go_to(str(own))
        elif self.pages.basket is not None:
            self._take(text, of_device=own is None or own.kind is CodeKind.DEVICE)
        elif own is None or own.kind is CodeKind.DEVICE:
            self._wait(text)
        else:
            return False
        return True

    def chips(self) -> tuple[Chip, ...]:
        """Say which handover is open."""
        if not self._presenter.handover:
            return ()
        return (Chip(self.tr("Handover"), short(self._presenter.handover)),)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        view, actions = self._view, self._actions
        if not self._may:
            return ()
        if self.pages.basket is not None and view is not None:
            tools, bar = self._bars(view)
            return (*tools, *bar, *actions.hidden(view))
        if self.pages.done is not None:
            return actions.done()
        start = self.pages.start
        channels = actions.channels(self._starting.listed, self._hands.texts)
        return (*channels, *actions.start(start.current)) if start else ()

    def cancel(self) -> None:
        """Ask whether the basket is to be ended; else forget what waits, or begin the next."""
        if self.pages.basket is not None:
            self._with_basket(self.questions.cancel)
        elif self.pages.done is not None:
            self._leave()
        elif self._starting.take():
            self._answering.begin()

    @property
    def half_done(self) -> bool:
        """A basket is open, or scans wait for one."""
        return bool(self._presenter.handover or self._starting.waiting)

    def park(self) -> Parked:
        """Keep which handover is open and what only the screen knows of it.

        Not whether papers were seen: nothing is stored of that, who goes on looks again.
        """
        basket = self.pages.basket
        if basket is not None:
            basket.flush()
        payment = basket.payment if basket else None
        return {
            "handover": self._presenter.handover,
            "payment": payment.value if payment else "",
            "waiting": self._starting.waiting,
        }

    def resume(self, state: Parked) -> None:
        """Go on with the same handover."""
        waiting = state.get("waiting")
        self._starting.waiting = waiting if isinstance(waiting, tuple) else ()
        self._payment = str(state.get("payment") or "")
        handover = str(state.get("handover") or "")
        if handover and self._may:
            self._presenter.open(handover)

    def _deeds(self) -> Deeds:
        return Deeds(
            begin=self._presenter.begin,
            open_row=self._open_row,
            turn_terms=partial(self._basket_does, BasketCard.turn_terms),
            tick=partial(self._basket_does, BasketCard.tick),
            article=partial(self._with_basket, self.questions.article),
            discount=partial(self._with_basket, self.questions.discount),
            remove=partial(self._with_basket, self.questions.remove),
            next_payment=partial(self._basket_does, BasketCard.next_payment),
            complete=self._finishing.complete,
            leave=self._leave,
            cancel=partial(self._with_basket, self.questions.cancel),
            print_papers=self._finishing.print,
            open_papers=self._finishing.open,
        )

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._took_lists)
        presenter.failed.connect(self._failed)
        presenter.basket.connect(self._took_basket)
        presenter.opened.connect(self._begun)
        presenter.added.connect(self._added)
        presenter.not_added.connect(self._not_added)
        presenter.looked.connect(self._looked)
        presenter.refused.connect(self._refused)
        presenter.card.connect(self._took_card)
        presenter.completed.connect(self._completed)
        presenter.cancelled.connect(self._cancelled)
        self._starting.chosen.connect(self._go_to)
        self._finishing.papers.said.connect(self.said)
        self._answering.answered.connect(self._side.show_answer)
        self._answering.taken.connect(self.scan_taken)
        self._answering.heard.connect(self.heard)

    @property
    def _may(self) -> bool:
        return self.person is not None and Permission.HAND_OVER.value in self.person.permissions

    @property
    def _line(self) -> LineView | None:
        """The chosen line."""
        return self.pages.basket.line if self.pages.basket else None

    # The start.

    def _show_busy(self) -> None:
        self.pages.put_state(EmptyState(StateKind.BUSY, self.tr("Fetching the handovers…")))

    def _took_lists(self, listed: Listed) -> None:
        self._starting.listed = listed
        if not self._presenter.handover:
            self._show_start()

    def _show_start(self) -> None:
        if self._starting.show():
            self._side.show_start()
            self.chips_changed.emit()

    def _wait(self, text: str) -> None:
        """Keep a scan until somebody chose who gets the device."""
        if self.pages.done is not None:
            self._leave()
        self._starting.scanned(text)

    def _begun(self, _handover: str) -> None:
        self._answering.begin()
        for text in self._starting.take():
            self._presenter.add(text)

    def _open_row(self) -> None:
        if self._starting.row:
            self._go_to(self._starting.row)

    def _go_to(self, handover: str) -> None:
        """Open another handover; what was written in this one is kept."""
        self._forget()
        self._answering.begin()
        self._show_busy()
        self._presenter.open(handover)

    def _leave(self) -> None:
        """Go back to the start; what is half done stays in the records."""
        self._forget()
        self._presenter.leave()
        self._answering.begin()
        self._show_start()
        self._presenter.load()

    def _forget(self) -> None:
        if self.pages.basket is not None:
            self.pages.basket.flush()
        self._view = self._refused_one = self._card = None
        self._finishing.forget()

    # The basket.

    def _took_basket(self, view: BasketView) -> None:
        self._view = view
        if view.state == _OPEN:
            self._show_basket(view)
        elif view.state == _COMPLETED:
            self._finishing.show(view, self._actions)
            self.chips_changed.emit()
        else:
            self._leave()

    def _show_basket(self, view: BasketView) -> None:
        card = self.pages.basket
        if card is None or card.channel is not view.channel:
            self._put_basket(view)
        self._answering.know(view)
        self._repaint()
        self._finishing.looked(view)

    def _put_basket(self, view: BasketView) -> None:
        card = BasketCard(view, self._hands.texts)
        card.terms_written.connect(self._presenter.change_terms)
        card.seen_changed.connect(self._presenter.see)
        card.payment_changed.connect(self._repaint)
        card.writing.connect(self._show_actions)
        card.code_scanned.connect(self.scanned)
        card.picked.connect(self._picked)
        card.restore(self._payment, seen=self._presenter.seen)
        self._payment = ""
        self.pages.put(card)
        self._answering.begin(view)
        self.chips_changed.emit()

    def _repaint(self) -> None:
        card, view = self.pages.basket, self._view
        if card is None or view is None:
            return
        fill = not self._presenter.terms_pending
        line, self._new_line = self._new_line, ""
        change = self._actions.terms()
        card.show_basket(view, self._hands.texts, change, fill=fill, line=line)
        self._show_actions()
        self._show_side()

    def _show_actions(self) -> None:
        card, view = self.pages.basket, self._view
        if card is not None and view is not None:
            card.show_actions(*self._bars(view))

    def _bars(self, view: BasketView) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
        card, actions = self.pages.basket, self._actions
        payment, writing = (card.payment, card.is_writing) if card else (None, False)
        bar = actions.basket(view, payment, writing=writing)
        return actions.tools(view, self._line), bar

    def _show_side(self) -> None:
        view = self._view
        if view is not None and self.pages.basket is not None:
            shown = wording.side_view(view, self._line, self._card, self._hands.texts)
            self._side.show_basket(shown, self._refused_one)

    def _take(self, text: str, *, of_device: bool) -> None:
        if not of_device:
            self._answering.not_for_the_basket()
            return
        self._refused_one = None
        self._presenter.add(text)

    def _added(self, done: DeviceAdded) -> None:
        if done.handover == self._presenter.handover:
            self._refused_one = None
            self._new_line = str(done.line)
            self._answering.added(done)

    def _not_added(self, text: str, failure: KnownFailure) -> None:
        self._answering.failed(failure)
        if self._view is not None:
            self._presenter.look_at(text, self._view.channel)

    def _looked(self, look: DeviceLook) -> None:
        self._refused_one = wording.refused_view(look, self._hands.texts)
        self._show_side()

    def _refused(self, failure: KnownFailure) -> None:
        self._finishing.give_up()
        self.said.emit(self._hands.notice(failure))
        self._presenter.look()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        if self._presenter.handover and self._view is None:
            # Such as the label of a handover that is not here: the start is safe.
            self._leave()
            self.said.emit(self._hands.notice(failure))
            return
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self.pages.put_state(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _picked(self, _key: str) -> None:
        line = self._line
        device = line.device if line and line.device else ""
        if self._card is None or self._card.code != device:
            self._presenter.show_device(device)
        self._show_actions()
        self._show_side()

    def _took_card(self, card: DeviceCard) -> None:
        self._card = card
        self._show_side()

    def _basket_does(self, deed: Callable[[BasketCard], None]) -> None:
        if self.pages.basket is not None:
            deed(self.pages.basket)
            self._repaint()

    def _with_basket(self, deed: Callable[[BasketView, LineView | None], None]) -> None:
        if self._view is not None:
            deed(self._view, self._line)

    def _cancelled(self, handover: str) -> None:
        words = self.tr("{0} is cancelled").replace("{0}", short(handover))
        self.said.emit(Notice(Tone.INFO, words, self.tr("Nothing was handed over.")))
        if handover == self._presenter.handover:
            self._leave()

    def _completed(self, done: HandedOver) -> None:
        self.heard.emit(Tone.GOOD)
        self._finishing.completed(done)
