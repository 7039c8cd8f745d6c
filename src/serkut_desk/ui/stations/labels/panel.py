"""The label queue: what waits, why, and where labels go. No device is lost by a dead printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.ui.panel import Action, Panel
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.labels.forms import (
    CardsForm,
    PrinterForm,
    ReprintForm,
    RollForm,
    kind_word,
)
from serkut_desk.ui.stations.labels.presenter import LabelsPresenter, Queue
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.printers import Printers
    from serkut_desk.stations.labels.queries import WaitingLabel
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import PersonView
    from serkut_desk.ui.parts.form_card import FormCard


class LabelsPanel(Panel):
    """The queue at the left, the printer at the right.

    Args:
        hands: Carries out what is asked.
    """

    side_width = 360

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._presenter = LabelsPresenter(hands, self)
        self._presenter.listed.connect(self._listed)
        self._presenter.failed.connect(self._failed)
        self._presenter.said.connect(self.said)
        self._presenter.printing.connect(self._printing_changed)
        self._presenter.done.connect(self._form_done)
        self._presenter.refused.connect(self._form_refused)
        self._labels: tuple[WaitingLabel, ...] = ()
        self._printers: Printers | None = None
        self._chosen: WaitingLabel | None = None
        self._printing = False
        self._form: FormCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = Card(self.tr("Label queue"))
        self._bar = ActionBar()
        self._card.add(self._bar)
        self._pages = QStackedWidget()
        self._card.add(self._pages, 1)
        column.addWidget(self._card)
        self._busy = EmptyState(StateKind.BUSY, self.tr("Printing labels"))
        self._nothing = EmptyState(
            StateKind.NOTHING,
            self.tr("No labels wait"),
            (self.tr("A label comes here when its printer is off or out of paper."),),
        )
        self._trouble: QWidget | None = None
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self._busy)
        self._pages.addWidget(self._made_table())
        self._side = Card(self.tr("Printer"))
        self._facts = Facts()
        self._side_bar = ActionBar()
        self._side.add(self._facts)
        self._side.add(self._side_bar)
        self._side.body.addStretch(1)

    def side(self) -> QWidget:
        """Show the printer in use."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Offer what this person may do."""
        super().set_person(person)
        self._show_actions()

    def shown(self) -> None:
        """Fetch the queue."""
        self._presenter.load()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when labels changed."""
        if changes.labels:
            self._presenter.load()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        return (*self._queue_actions(), *self._printer_actions())

    def _made_table(self) -> DataTable[WaitingLabel]:
        self._model: PagedModel[WaitingLabel] = PagedModel(
            (
                Column(self.tr("Label"), lambda one: short(one.code), mono=True, width=110),
                Column(self.tr("On it"), lambda one: str(one.data.get("model", "")), weight=2),
                Column(
                    self.tr("Why it waits"),
                    self._presenter.why,
                    tone=lambda one: Tone.ATTENTION if one.why else Tone.INFO,
                    weight=2,
                ),
                Column(
                    self.tr("Since"), lambda one: f"{local(one.made_at):%-d.%-m. %H:%M}", width=120
                ),
            ),
            key=lambda one: str(one.job),
        )
        self._table = DataTable(self._model, self.tr("Labels that wait"))
        self._model.setParent(self._table)
        self._table.picked.connect(self._pick)
        return self._table

    def _queue_actions(self) -> tuple[Action, ...]:
        none = "" if self._labels else self.tr("No labels wait.")
        busy = self.tr("Labels are being printed.") if self._printing else none
        return (
            Action(
                self.tr("Print now"),
                self._presenter.print_waiting,
                key="F10",
                icon="printer",
                enabled=not busy,
                reason=busy,
                main=True,
            ),
            Action(self.tr("Print a label again"), self._reprint, key="F5", icon="refresh-cw"),
            Action(
                self.tr("Take out of the queue"),
                self._cancel,
                key="F7",
                icon="x",
                enabled=self._chosen is not None,
                reason="" if self._chosen else none or self.tr("Choose a label first."),
            ),
        )

    def _printer_actions(self) -> tuple[Action, ...]:
        roll = Action(self.tr("Labels on a roll"), self._roll, key="F8", icon="tags")
        cards = Action(self.tr("Command cards"), self._cards, key="F6", icon="scan-line")
        if self.person is None or not self.person.supervisor:
            return (roll, cards)
        return (
            roll,
            cards,
            Action(self.tr("Another printer"), self._printer, key="F2", icon="settings"),
        )

    def _show_actions(self) -> None:
        self._bar.show_actions(self._queue_actions())
        self._side_bar.show_actions(self._printer_actions())

    def _listed(self, queue: Queue) -> None:
        self._labels, self._printers = queue
        self._model.show_rows(self._labels)
        jobs = {one.job for one in self._labels}
        if self._chosen is not None and self._chosen.job not in jobs:
            self._chosen = None
        self._show_page()
        used = self._printers.named(self._printers.default)
        facts = [Fact(self.tr("Labels go to"), self._printers.default)]
        if used is not None:
            facts.append(Fact(self.tr("How"), kind_word(used.kind)))
            if used.host:
                facts.append(Fact(self.tr("Address"), f"{used.host}:{used.port}", code=True))
            facts.append(Fact(self.tr("Dots per inch"), str(used.dpi)))
        self._facts.show_facts(facts)
        self._show_actions()

    def _show_page(self) -> None:
        if self._printing:
            self._pages.setCurrentWidget(self._busy)
        elif self._labels:
            self._pages.setCurrentWidget(self._table)
        else:
            self._pages.setCurrentWidget(self._nothing)

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        state = EmptyState(StateKind.FAILED, said["what"], (said["why"], said["next"]), (again,))
        if self._trouble is not None:
            self._pages.removeWidget(self._trouble)
            self._trouble.deleteLater()
        self._trouble = state
        self._pages.addWidget(state)
        self._pages.setCurrentWidget(state)

    def _pick(self, label: WaitingLabel) -> None:
        self._chosen = label
        self._show_actions()

    def _printing_changed(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._printing = on
        self._show_page()
        self._show_actions()

    def _cancel(self) -> None:
        if self._chosen is not None:
            self._presenter.cancel(self._chosen.job)

    def _reprint(self) -> None:
        self._lay(ReprintForm(self.window()), self._presenter.reprint)

    def _roll(self) -> None:
        self._lay(RollForm(self.window()), self._presenter.print_roll)

    def _cards(self) -> None:
        self._lay(CardsForm(self.window()), self._presenter.print_cards)

    def _printer(self) -> None:
        used = self._printers.named(self._printers.default) if self._printers else None
        self._lay(PrinterForm(self.window(), used), self._presenter.change_printer)

    def _lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        form.sent.connect(send)
        form.closed.connect(self._form_closed)
        self._form = form
        self.overlay_wanted.emit(form)
        form.start()

    def _form_done(self) -> None:
        if self._form is not None:
            self._form.close_overlay()

    def _form_refused(self, sentence: str) -> None:
        if self._form is not None:
            self._form.problem(sentence)

    def _form_closed(self) -> None:
        self._form = None
