"""The returns screen: scan, see the warranty, say why, take back, decide what is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.panel import Action, Panel
from serkut_desk.ui.papers import PaperWork
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.returns import wording
from serkut_desk.ui.stations.returns.forms import KeptForm, SettleForm
from serkut_desk.ui.stations.returns.presenter import ReturnsPresenter
from serkut_desk.ui.stations.returns.side import SaleSide
from serkut_desk.ui.stations.returns.stages import OpenReturns, SettleCard, TakeCard, WhichDevice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.returning import Remedy
    from serkut_desk.stations.returns.commands import Settled, TakenBack
    from serkut_desk.stations.returns.queries import Looked, ReturnView, SaleView
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Chip, Parked, PersonView

Stage = OpenReturns | TakeCard | SettleCard | WhichDevice


class ReturnsPanel(Panel):
    """One thing in the middle, the sale with its warranty at the right.

    Args:
        hands: Carries out what is asked.
    """

    side_width = 400

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = ReturnsPresenter(hands, self)
        self._papers = PaperWork(hands, Permission.RETURNS, self)
        self._papers.said.connect(self.said)
        self._connect()
        self._returns: tuple[ReturnView, ...] = ()
        self._keep = ""
        self._sale: SaleView | None = None
        self._view: ReturnView | None = None
        self._take: TakeCard | None = None
        self._resumed: Parked = {}
        self.form: KeptForm | SettleForm | None = None
        self._side = SaleSide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self._show(EmptyState(StateKind.BUSY, self.tr("Fetching the returns…")))

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.failed.connect(self._failed)
        presenter.looked.connect(self._looked)
        presenter.unknown.connect(self._unknown)
        presenter.opened.connect(self._opened)
        presenter.taken.connect(self._taken)
        presenter.settled.connect(self._settled)
        presenter.kept.connect(self._kept)
        presenter.refused.connect(self._refused)
        presenter.said.connect(self.said)

    def side(self) -> QWidget:
        """Show the sale."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Offer what this person may do."""
        super().set_person(person)
        if not self._may:
            self._show(self._not_allowed())

    def shown(self) -> None:
        """Fetch the open returns."""
        if self._may:
            self._presenter.load()

    def refresh(self, changes: Changes) -> None:
        """Read anew what changed."""
        if not self._may or not (changes.devices or changes.handovers):
            return
        self._presenter.load()
        if self._view is not None and self._view.sale.device in changes.devices:
            self._presenter.open(self._view.number)

    @property
    def half_done(self) -> bool:
        """A device is being taken back."""
        return self._sale is not None

    def park(self) -> Parked:
        """Keep the device and what was said of it."""
        take = self._take
        return {
            "device": self._sale.device if self._sale else "",
            "return": self._view.number if self._view else "",
            "fault": take.chosen if take else "",
            "note": take.note.text if take else "",
            "place": take.place.text if take else "",
        }

    def resume(self, state: Parked) -> None:
        """Show the same again."""
        self._resumed = state
        if number := str(state.get("return") or ""):
            self._presenter.open(number)
        elif device := str(state.get("device") or ""):
            self._presenter.look(device)

    def chips(self) -> tuple[Chip, ...]:
        """Nothing stays set here."""
        return ()

    def scanned(self, text: str) -> bool:
        """Look a device or a receipt up; a shelf's code says where the device goes."""
        own = parse_code(text)
        if own is not None and own.kind in {CodeKind.COMMAND, CodeKind.BADGE}:
            return False
        if not self._may:
            return False
        if own is not None and own.kind is CodeKind.PLACE:
            if self._take is None:
                return False
            self._take.place.set_text(str(own))
            self.scan_taken.emit(self.tr("place"), Tone.GOOD)
            return True
        # Until it is known what this is, nothing may be done with what was there before.
        self._sale = None
        self._presenter.look(text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the tiles and buttons do."""
        if not self._may:
            return ()
        if self._take is not None:
            return (*self._take.fault_actions, *self._take_actions())
        if self._view is not None:
            return (*self._remedy_actions(self._view), *self._return_actions(self._view))
        if isinstance(self._inside, WhichDevice):
            return self._which_actions(self._inside)
        return self._list_actions()

    @property
    def _may(self) -> bool:
        return self.person is not None and Permission.RETURNS.value in self.person.permissions

    def _not_allowed(self) -> EmptyState:
        lines = (self.tr("A supervisor takes devices back. Ask one."),)
        return EmptyState(StateKind.NOT_ALLOWED, self.tr("Returns are for supervisors"), lines)

    # What can be done

    def _list_actions(self) -> tuple[Action, ...]:
        if not self._keep:
            return ()
        word = self.tr("Open {0}").replace("{0}", self._keep)
        run = partial(self._presenter.open, self._keep)
        return (Action(word, run, "F2", "list-checks", main=True),)

    def _take_actions(self) -> tuple[Action, ...]:
        chosen = self._take is not None and bool(self._take.chosen)
        reason = "" if chosen else self.tr("Choose first why it comes back.")
        word = self.tr("Take it back")
        return (
            Action(word, self._take_back, "F10", "undo-2", chosen, reason, main=True),
            Action(self.tr("Cancel"), self._leave, "F9", "x"),
        )

    def _which_actions(self, stage: WhichDevice) -> tuple[Action, ...]:
        return (
            Action(self.tr("This one"), stage.pick, "F2", "check", main=True),
            Action(self.tr("Cancel"), self._leave, "F9", "x"),
        )

    def _remedy_actions(self, view: ReturnView) -> tuple[Action, ...]:
        return tuple(
            Action(
                self._hands.texts.say(f"remedy.{remedy.value}"),
                partial(self._ask_why, remedy),
                wording.REMEDY_KEYS[remedy],
                wording.REMEDY_ICONS[remedy],
            )
            for remedy in view.remedies
        )

    def _return_actions(self, view: ReturnView) -> tuple[Action, ...]:
        actions = []
        if view.credit:
            opening = partial(self._papers.open, view.credit)
            actions.append(Action(self.tr("Open the credit note"), opening, "F7", "file-text"))
            printing = partial(self._papers.print, (view.credit,))
            actions.append(Action(self.tr("Print the credit note"), printing, "F8", "printer"))
        if view.exchange and view.exchange_state == "open":
            word = self.tr("Go to handover {0}").replace("{0}", short(view.exchange))
            going = partial(self.panel_wanted.emit, "handover", view.exchange)
            actions.append(Action(word, going, "F7", "arrow-right", main=True))
        if view.media:
            word = self.tr("The disk stayed with the buyer")
            actions.append(Action(word, self._ask_kept, "F11", "hard-drive"))
        return (*actions, Action(self.tr("To the list"), self._leave, "F9", "list"))

    # What comes back

    def _listed(self, rows: tuple[ReturnView, ...]) -> None:
        self._returns = rows
        if self._sale is None and self._view is None and self._may:
            self._show_list()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        self._show(
            EmptyState(StateKind.FAILED, said["what"], (said["why"], said["next"]), (again,))
        )

    def _looked(self, looked: Looked) -> None:
        if looked.open is not None:
            self.scan_taken.emit(self.tr("is back already"), Tone.INFO)
            self._opened(looked.open)
        elif len(looked.sales) > 1:
            self.scan_taken.emit(self.tr("%n devices", "", len(looked.sales)), Tone.GOOD)
            self._ask_which(looked.sales)
        else:
            self.scan_taken.emit(short(looked.sales[0].device), Tone.GOOD)
            self._show_sale(looked)

    def _unknown(self, _failure: KnownFailure) -> None:
        self.scan_taken.emit(self.tr("can not come back"), Tone.ATTENTION)
        if self._view is None:
            self._clear()
            self._show_list()

    def _ask_which(self, sales: tuple[SaleView, ...]) -> None:
        self._clear()
        stage = WhichDevice(sales)
        stage.picked.connect(self._presenter.look)
        stage.show_actions(self._which_actions(stage))
        self._side.show_nothing()
        self._show(stage)

    def _show_sale(self, looked: Looked) -> None:
        self._clear()
        self._sale = looked.sales[0]
        self._take = TakeCard(looked.faults, self._hands.texts)
        self._take.fault_chosen.connect(self._fault_chosen)
        self._take.show_actions(self._take_actions())
        self._show(self._take)
        self._show_warranty()
        state, self._resumed = self._resumed, {}
        if state.get("device") == self._sale.device:
            self._take.note.set_text(str(state.get("note") or ""))
            self._take.place.set_text(str(state.get("place") or ""))
            self._take.choose(str(state.get("fault") or ""))

    def _fault_chosen(self, _code: str) -> None:
        self._show_warranty()
        if self._take is not None:
            self._take.show_actions(self._take_actions())

    def _show_warranty(self) -> None:
        if self._sale is None or self._take is None:
            return
        texts = self._hands.texts
        words = wording.warranty(self._sale.warranty, self._take.fault, texts)
        facts = wording.sale_facts(self._sale)
        self._side.show_sale(wording.title_of(self._sale), words, facts)

    def _take_back(self) -> None:
        if self._take is None or self._sale is None or not self._take.chosen:
            return
        take = self._take
        self._presenter.take_back(self._sale.device, take.chosen, take.note.text, take.place.text)

    def _taken(self, done: TakenBack) -> None:
        self._presenter.open(done.number)

    def _opened(self, view: ReturnView) -> None:
        self._clear()
        self._view = view
        texts = self._hands.texts
        stage = SettleCard(view, texts)
        stage.show_actions(self._remedy_actions(view), self._return_actions(view))
        words = wording.of_return(view, texts)
        self._side.show_sale(wording.title_of(view.sale), words, wording.return_facts(view, texts))
        self._show(stage)

    def _ask_why(self, remedy: Remedy) -> None:
        if self._view is None:
            return
        number = self._view.number
        self.form = SettleForm(self.window(), self._view, remedy, self._hands.texts)
        self.form.closed.connect(self._form_closed)
        self.form.decided.connect(partial(self._decided, number, remedy))
        self.overlay_wanted.emit(self.form)
        self.form.start()

    def _ask_kept(self) -> None:
        if self._view is None:
            return
        self.form = KeptForm(self.window(), self._view)
        self.form.closed.connect(self._form_closed)
        self.form.sent.connect(self._send_kept)
        self.overlay_wanted.emit(self.form)
        self.form.start()

    def _send_kept(self, values: dict[str, str]) -> None:
        self._presenter.keep(values["medium"], values["reason"])

    def _kept(self) -> None:
        if self.form is not None:
            self.form.close_overlay()

    def _decided(self, number: str, remedy: Remedy, reason: str, cents: int | None) -> None:
        self._presenter.settle(number, remedy, reason, cents)

    def _form_closed(self) -> None:
        self.form = None

    def _settled(self, done: Settled) -> None:
        if self.form is not None:
            self.form.close_overlay()
        self._presenter.open(done.number)

    def _refused(self, sentence: str) -> None:
        if self.form is not None:
            self.form.problem(sentence)

    def _leave(self) -> None:
        self._presenter.forget()
        self._clear()
        self._show_list()
        self._presenter.load()

    def _clear(self) -> None:
        self._sale = self._view = self._take = None

    def _show_list(self) -> None:
        stage = OpenReturns(self._hands.texts)
        stage.picked.connect(partial(self._moved, stage))
        self._side.show_nothing()
        self._show(stage)
        numbers = [one.number for one in self._returns]
        self._keep = self._keep if self._keep in numbers else ""
        stage.show_returns(self._returns, self._keep)

    def _moved(self, stage: OpenReturns, number: str) -> None:
        self._keep = number
        stage.show_actions(self._list_actions())
        view = next(one for one in self._returns if one.number == number)
        texts = self._hands.texts
        words = wording.of_return(view, texts)
        self._side.show_sale(wording.title_of(view.sale), words, wording.return_facts(view, texts))

    def _show(self, widget: QWidget) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = widget
        self._column.addWidget(widget, 1)
