"""The intake screen: plain for makers, dense for supervisors, over the same deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.intake.effects import Question
from serkut_desk.ui import device_words
from serkut_desk.ui.panel import Action, Notice, Panel
from serkut_desk.ui.parts.device_card import DeviceCard as DeviceCardWidget
from serkut_desk.ui.stations.intake import wording
from serkut_desk.ui.stations.intake.actions import COMMANDS, IntakeActions, pages
from serkut_desk.ui.stations.intake.answering import Answering
from serkut_desk.ui.stations.intake.beside import Beside
from serkut_desk.ui.stations.intake.chips import chips_of
from serkut_desk.ui.stations.intake.deeds import DeedKind, written
from serkut_desk.ui.stations.intake.lot_dialogs import LotDialogs, lot_view
from serkut_desk.ui.stations.intake.maker_side import MakerSide
from serkut_desk.ui.stations.intake.maker_view import MakerView
from serkut_desk.ui.stations.intake.more import IntakeMore
from serkut_desk.ui.stations.intake.presenter import IntakePresenter
from serkut_desk.ui.stations.intake.recent import received_rows
from serkut_desk.ui.stations.intake.sticker_photos import StickerPhotos
from serkut_desk.ui.stations.intake.supervisor_view import SupervisorView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.intake.effects import Ask
    from serkut_desk.stations.intake.queries import LotView
    from serkut_desk.stations.intake.state import IntakeState
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Chip, Parked, PersonView
    from serkut_desk.ui.stations.intake.deeds import Outcome
    from serkut_desk.ui.stations.intake.presenter import Overview

_PLACE_NAME = "place_name"
_PICTURES = "pictures"


class IntakePanel(Panel):
    """Receives devices by scanning.

    Args:
        hands: Asks and carries out.
    """

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = IntakePresenter(hands, self)
        self._queue = self._presenter.queue
        self._dialogs = LotDialogs(self, hands, self._presenter)
        self._beside = Beside(self, hands)
        self._else = IntakeMore(self, hands, self._presenter)
        self._sticker = StickerPhotos(self, hands)
        self._near: DeviceCard | None = None
        self._actions = IntakeActions(hands, self._presenter, self._dialogs)
        self._answering = Answering(hands, self._actions.undo(), self)
        self._seen: Overview | None = None
        self._page = 0
        self._maker: MakerView | None = None
        self._maker_side: MakerSide | None = None
        self._supervisor: SupervisorView | None = None
        self._device_card = DeviceCardWidget()
        self._side = QWidget()
        self._inside = QStackedLayout(self._side)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._connect()

    def _connect(self) -> None:
        self._queue.done.connect(self._done)
        self._queue.failed.connect(self._failed)
        # Nothing is lost: what was scanned waits until somebody tries again.
        self._queue.stuck.connect(self._failed)
        self._presenter.overview.connect(self._overview)
        self._presenter.card.connect(self._card)
        self._presenter.said.connect(self.said)
        self._dialogs.wanted.connect(self.overlay_wanted)
        self._dialogs.said.connect(self.said)
        self._beside.wanted.connect(self.overlay_wanted)
        self._sticker.wanted.connect(self.overlay_wanted)
        self._sticker.said.connect(self.said)
        self._sticker.changed.connect(self._show)
        self._else.wanted.connect(self.overlay_wanted)
        self._else.said.connect(self.said)
        self._else.device_wanted.connect(self._elsewhere)
        self._actions.turned.connect(self._turn)
        self._actions.lot_wanted.connect(self._change_lot)
        self._answering.said.connect(self._tell)
        self._answering.taken.connect(self.scan_taken)
        self._answering.heard.connect(self._sound)
        self._answering.do_wanted.connect(self._do)
        self._answering.elsewhere.connect(self._elsewhere)

    @property
    def state(self) -> IntakeState:
        """What is set and what is at hand."""
        return self._queue.state

    def set_person(self, person: PersonView | None) -> None:
        """Build the view that fits the person."""
        super().set_person(person)
        if self._maker is not None or self._supervisor is not None:
            return
        if self.guidance:
            self._build_maker()
        else:
            self._build_supervisor()
        self._show()

    def _build_maker(self) -> None:
        self.side_width = 500
        self._maker = MakerView()
        self._column.addWidget(self._maker)
        word = self.tr("Swollen battery? Scan the STOP card.")
        self._maker_side = MakerSide(Action(word, self.stop_wanted.emit, key="F4", icon="hand"))
        self._inside.addWidget(self._maker_side)

    def _build_supervisor(self) -> None:
        self.side_width = 400
        self._presenter.look_at_all()
        types = [(kind, self._hands.texts.say(f"type.{kind}")) for kind in wording.TYPE_ICONS]
        self._supervisor = SupervisorView(
            types, self._actions.lot(), self._actions.count(), self._actions.start()
        )
        self._supervisor.changed.connect(self._written)
        self._supervisor.picked.connect(self._presenter.show_card)
        self._column.addWidget(self._supervisor)
        self._inside.addWidget(self._device_card)

    def side(self) -> QWidget:
        """Return the answer and the count, or the device."""
        return self._side

    def scanned(self, text: str) -> bool:
        """Take every scan that is no badge, in order."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.BADGE:
            return False
        if self._beside.card_scanned(text, self.state.lot, self._sender):
            return True
        if own is not None and self._dialogs.is_expected(str(own), self._lots()):
            # Nothing is received into it before somebody has said that it is here.
            self._dialogs.arrive(str(own), leads=self._may(Permission.LOTS))
            return True
        self._presenter.do(DeedKind.SCAN, text)
        return True

    def chips(self) -> tuple[Chip, ...]:
        """Return lot, place and type as far as they are set."""
        place, texts = self._answering.place_name, self._hands.texts
        return chips_of(self.state, self._sender, place, texts, guidance=self.guidance)

    def function_keys(self) -> tuple[Action, ...]:
        """Return the answers while something is asked, else what can be done."""
        actions = self._actions
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")
        if self._queue.is_stuck:
            return (actions.again(), stop)
        if self._answering.ask is not None:
            return (*self._answers(self._answering.ask), actions.undo(), stop)
        if self.guidance:
            choose = () if self.state.lot else self._lot_answers()
            beside = (self._besides(), *self._more()) if self.state.lot else ()
            own = (
                *self._spot(),
                *actions.maker(self.state, self._sticker.action()),
                actions.undo(),
            )
            return (*choose, *own, *beside, stop)
        start = actions.start()[:1] if self._may(Permission.LOTS) else ()
        if self.state.lot is None:
            return (*start, actions.lot()[0], actions.undo(), stop)
        form = (*actions.form(self.state), *actions.beside_form(), self._besides())
        return (*form, *self._more(), *actions.lot(), actions.undo(), stop)

    def cancel(self) -> None:
        """Leave the device at hand unsaved."""
        self._presenter.do(DeedKind.COMMAND, "cancel")

    @property
    def half_done(self) -> bool:
        """A device or a picture is at hand, or a scan has not come back."""
        waits = bool(self._queue.waiting) or bool(self._sticker.count)
        return waits or not self._queue.state.is_empty

    def park(self) -> Parked:
        """Return what is set, the device at hand, and every scan that has not come back."""
        pictures = {_PICTURES: self._sticker.count} if self._sticker.count else {}
        return {**self._queue.park(), _PLACE_NAME: self._answering.place_name, **pictures}

    def resume(self, state: Parked) -> None:
        """Continue where `park` was."""
        self._answering.place_name = str(state.get(_PLACE_NAME) or "")
        self._queue.resume(state)
        self._sticker.resume(lost=bool(state.get(_PICTURES)))
        self._show()

    def show_queue(self, queue: str) -> None:
        """Turn to the seals that wait for a decision, or to the lots that are to come."""
        self._dialogs.show_queue(Queue(queue))

    def refresh(self, changes: Changes) -> None:
        """Read the lots again when something was received here or elsewhere."""
        if (changes.lots or changes.devices or changes.labels) and not self._queue.waiting:
            self._presenter.look()

    def shown(self) -> None:
        """Read how the lots stand."""
        self._presenter.look()
        self._sticker.shown()

    def _done(self, outcome: Outcome) -> None:
        self._page = 0
        self._answering.pictured = bool(self._sticker.count)
        self._answering.take(outcome)
        self._sticker.follow(outcome)
        if not self._queue.waiting:
            # What the next scan's answer replaces at once, nobody can read.
            self._show()

    def _failed(self, failure: KnownFailure) -> None:
        self._answering.fail(failure)
        self._show()

    def _overview(self, seen: Overview) -> None:
        self._seen = seen
        mine = self.state.lot
        if not self._queue.waiting:
            if mine and all(line.lot.code != mine for line in seen.lots):
                # Closed meanwhile, here or elsewhere.
                self._presenter.do(DeedKind.COMMAND, "lot_off")
            elif not mine and len(seen.here) == 1 and not self._answering.lot_off:
                self._presenter.do(DeedKind.SCAN, seen.here[0].lot.code)
        self._show()

    def _card(self, card: DeviceCard) -> None:
        self._near = card
        if self._supervisor is not None:
            # Makers never see it, and making it takes longer than the answer to their scan.
            self._device_card.show_device(device_words.card_view(card, self._hands.texts))
        if self._answering.show_device(card) and not self._queue.waiting:
            self._show()

    def _show(self) -> None:
        self.chips_changed.emit()
        if self._maker is not None and self._maker_side is not None:
            self._show_maker(self._maker, self._maker_side)
        if self._supervisor is not None:
            self._show_supervisor(self._supervisor)

    def _show_maker(self, view: MakerView, side: MakerSide) -> None:
        stuck, ask = self._queue.is_stuck, self._answering.ask
        lot = self._lot()
        side.show_result(self._answering.shown(self.state.lot))
        side.show_counts(lot_view(lot, self._hands).counts if lot else None)
        side.show_stickers(self._answering.stickers)
        undo = self._actions.undo()
        own = self._actions.maker(self.state, self._sticker.action())
        offered = (*self._spot(), *own, undo, *self._more())
        if stuck:
            offered = (self._actions.again(),)
        side.show_actions((undo,) if ask is not None else offered)
        if ask is not None:
            sentence = wording.question_of(ask, self._hands.texts)
            view.show_question(sentence, self._answers(ask))
        elif self.state.lot is not None:
            view.show_state(
                self.state,
                self._answering.kind,
                just_done=self._answering.just_done,
                on_the_spot=self._hands.preferences.label_on_the_spot,
            )
        elif self._lots():
            view.show_question(self.tr("Which lot?"), self._lot_answers())
        else:
            view.show_no_lot()

    def _show_supervisor(self, view: SupervisorView) -> None:
        lot, ask = self._lot(), self._answering.ask
        texts = self._hands.texts
        view.show_lot(lot_view(lot, self._hands) if lot else None)
        outcome = self._answering.outcome
        hand = outcome.at_hand if outcome else None
        view.show_form(wording.form_of(self.state, hand, self._answering.place_name, texts))
        view.show_read(self._answering.stickers)
        if ask is not None:
            view.show_question(wording.question_of(ask, texts), self._answers(ask))
        else:
            view.show_question("", ())
            stuck = self._queue.is_stuck
            form = (*self._actions.form(self.state), *self._more())
            view.show_actions([self._actions.again()] if stuck else form)
        if self._seen is not None:
            has_list = bool(lot and lot.counts.expected)
            seen = self._seen
            view.show_rows(received_rows(seen.arrivals, seen.unprinted, texts, has_list=has_list))

    def _lots(self) -> tuple[LotView, ...]:
        return self._seen.lots if self._seen else ()

    def _lot_answers(self) -> tuple[Action, ...]:
        return self._actions.lots(self._lots(), leads=self._may(Permission.LOTS))

    def _lot(self) -> LotView | None:
        return next((line for line in self._lots() if line.lot.code == self.state.lot), None)

    @property
    def _sender(self) -> str:
        lot = self._lot()
        return lot.sender if lot else ""

    def _more(self) -> tuple[Action, ...]:
        """Offer what few devices need, while a lot is open."""
        if self.state.lot is None:
            return ()
        if self.guidance:
            others = [self._besides(), *self._else.staying()]
            lot = self._lot()
            if lot is not None and lot.cages:
                others += [self._dialogs.delivery.seals(lot.lot.code, leads=False)]
            return (self._else.action(others),)
        lot = self._lot()
        others = [*self._actions.beside_form(), self._besides()]
        others += [self._else.unread()]
        if lot is not None and self._may(Permission.LOTS):
            count = (self._actions.count(),) if lot.counts.pieces else ()
            others += [self._dialogs.delivery.menu(lot, (*count, self._actions.start()[0]))]
        return (self._else.action(others),)

    def _besides(self) -> Action:
        """Offer what is taken besides devices."""
        return self._beside.action(self.state.lot or "", self._sender, self._near, "F6")

    def _answers(self, ask: Ask) -> tuple[Action, ...]:
        """Return the answers; for a sticker that nobody can read also the camera."""
        camera = (self._sticker.action(),) if ask.question is Question.NO_SERIAL else ()
        return (*self._actions.answers(ask, self._page), *camera)

    def _spot(self) -> tuple[Action, ...]:
        """Offer to save without a roll label where labels come from the printer."""
        wanted = self._hands.preferences.label_on_the_spot and self.state.lot is not None
        return (self._actions.save(self.state),) if wanted else ()

    def _may(self, permission: Permission) -> bool:
        return self.person is not None and permission.value in self.person.permissions

    def _tell(self, notice: Notice) -> None:
        # A maker has one big answer; a banner above would move everything.
        if not self.guidance:
            self.said.emit(notice)

    def _sound(self, tone: Tone) -> None:
        # The banner is heard, too: what it tells needs no second tone.
        told = tone is not Tone.GOOD or self._answering.just_done
        if self.guidance or not told:
            self.heard.emit(tone)

    def _turn(self) -> None:
        choices = len(self._answering.ask.choices) if self._answering.ask else 0
        self._page = (self._page + 1) % pages(choices)
        self._show()

    def _change_lot(self) -> None:
        if self._lots():
            self._dialogs.choose_lot(self._lots(), leads=self._may(Permission.LOTS))
        else:
            self.said.emit(Notice(Tone.INFO, self.tr("No lot is open")))

    def _written(self, field: str, text: str) -> None:
        if field == "place":
            self._answering.place_name = text
        self._presenter.do(*written(field, text, self.state, self._answering.ask))

    def _do(self, name: str) -> None:
        if name == "undo":
            self._presenter.do(DeedKind.UNDO)
        elif name == "label_wrong":
            self._else.label_wrong()
        elif name == "stop_battery":
            self.stop_wanted.emit()

    def command(self, name: str) -> bool:
        """Take the command cards that are intake's own."""
        if name not in COMMANDS:
            return False
        self._presenter.do(DeedKind.COMMAND, name)
        return True

    def _elsewhere(self, text: str) -> None:
        self.panel_wanted.emit("devices", text)
