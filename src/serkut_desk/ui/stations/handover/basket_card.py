"""The left side while a basket is open: terms, lines, how it is paid, what can be done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.handover import GateCode
from serkut_desk.domain.money import parse_euros
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tick_row import TickRow
from serkut_desk.ui.stations.handover import wording
from serkut_desk.ui.stations.handover.basket import Basket
from serkut_desk.ui.stations.handover.forms import as_texts, read_terms, specs
from serkut_desk.ui.stations.handover.room import is_narrow
from serkut_desk.ui.stations.handover.terms_form import TermsForm
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.handover.views import BasketView, LineView
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action

# With more lines the terms, once complete, stand as one line to leave room.
_MANY_LINES = 3
_SEVERAL = 2


class BasketCard(Card):
    """Shows one open basket.

    Args:
        view: As it is now; its channel stays.
        texts: Sentences in the window's language.
        parent: Its owner.
    """

    terms_written = Signal(object)
    """The whole `Terms`, after a field was left."""
    seen_changed = Signal(bool)
    """Whether what has to be seen on paper was seen."""
    payment_changed = Signal()
    writing = Signal()
    """A field is being written in: what it will be is not known yet."""
    code_scanned = Signal(str)
    """A label of ours that was scanned into a field."""
    picked = Signal(str)
    """Number of the line that the person moved to."""

    def __init__(self, view: BasketView, texts: Texts, parent: QWidget | None = None) -> None:
        tools = ActionBar()
        title = texts.say(f"channel.{view.channel}")
        super().__init__(title, parent=parent, corner=None if is_narrow() else tools)
        self.tighten()
        self.body.setSpacing(px(8))
        if is_narrow():
            self.add(tools)
        self._tools = tools
        self._view = view
        self._wide: bool | None = None
        self._change: Action | None = None
        self._forms = self._make_forms(view, texts)
        self._renewed = TickRow(
            self.tr("The unit has changed the commitment: these values hold now"),
            changed=self._edited,
        )
        self._renewed.hide()
        self.basket = Basket()
        self.basket.picked.connect(self.picked)
        self._filling = False
        for part in (*self._forms, self._renewed):
            self.add(part)
        self.add(self.basket, 1)
        self._actions = ActionBar()
        self.add(self._actions)
        self._add_payment(view, texts)

    @property
    def payment(self) -> Payment | None:
        """How it is paid, as chosen."""
        payments = self._view.payments
        chosen = Payment(self._strip.current)
        # What costs nothing is not paid, whatever was chosen for when it does.
        return chosen if chosen in payments else next(iter(payments), None)

    @property
    def line(self) -> LineView | None:
        """The line that the person is at."""
        key = self.basket.current
        return next((line for line in self._view.lines if str(line.line) == key), None)

    @property
    def channel(self) -> Channel:
        """Which way; another one needs another card."""
        return self._view.channel

    @property
    def _given(self) -> int | None:
        """The cash that was given, in cents."""
        return parse_euros(self.paid_text) if self.payment is Payment.CASH else None

    @property
    def paid_text(self) -> str:
        """What was written beside the payment: the cash given, or a reference."""
        field = self._paid.get(self.payment) if self.payment else None
        return field.text if field else ""

    @property
    def seen(self) -> bool:
        """Whether the tick is set."""
        return self._forms[0].ticked

    def field(self, key: str) -> TextField:
        """Return a field of the terms.

        Raises:
            StopIteration: This channel does not ask for it.
        """
        return next(form.fields[key] for form in self._forms if key in form.fields)

    @property
    def is_writing(self) -> bool:
        """Whether a field holds what was not taken yet."""
        return any(form.is_writing for form in self._forms)

    def flush(self) -> None:
        """Take what is being written in a field."""
        for form in self._forms:
            form.flush()

    def show_basket(
        self, view: BasketView, texts: Texts, change: Action, *, fill: bool = True, line: str = ""
    ) -> None:
        """Show it as it is now.

        Args:
            view: The basket.
            texts: Sentences in the window's language.
            change: Shows the terms as fields.
            fill: False while newer terms than these are on their way.
            line: The line to move to; "" stays.
        """
        self._view, self._change = view, change
        values = as_texts(view.terms)
        for form in self._forms if fill else ():
            form.show_values(values)
        differs = any(gate.code is GateCode.SAME and not gate.holds for gate in view.gates)
        self._renewed.setVisible(differs or view.terms.renewed)
        self._filling = True
        self._renewed.setChecked(view.terms.renewed)
        self._filling = False
        self._show_terms(view, change)
        self._show_payment()
        self.basket.show_basket(wording.basket(view, self.payment, texts, self._given), line)

    def show_actions(self, tools: Sequence[Action], actions: Sequence[Action]) -> None:
        """Offer what can be done with lines, and with the whole."""
        self._tools.show_actions(tools)
        self._actions.show_actions(actions)

    def turn_terms(self) -> None:
        """Show the terms as fields, or as one line when nothing is missing."""
        self._wide = not self._forms[0].is_open
        if self._wide:
            self._forms[0].show_fields()
        elif self._change is not None:
            # What is being written is told first: it may be what is missing, or wrong.
            self.flush()
            self._show_terms(self._view, self._change)
        if self._forms[0].is_open:
            self._forms[0].start()

    def tick(self) -> None:
        """Set or take back the tick, as its F-key does."""
        self._forms[0].tick.toggle()

    def next_payment(self) -> None:
        """Choose the next way to pay."""
        payments = self._view.payments
        if self.payment is None or len(payments) < _SEVERAL:
            return
        at = payments.index(self.payment)
        self._strip.choose(payments[(at + 1) % len(payments)].value)
        self._payment_chosen()

    def wrong_cash(self) -> None:
        """Say that the cash that was given cannot be read."""
        field = self._paid[Payment.CASH]
        field.set_problem(self.tr("Write the sum like 50,00."))
        field.setFocus()

    def start(self) -> None:
        """Put the cursor into the first field that has to be filled."""
        self._forms[0].start()

    def restore(self, payment: str, *, seen: bool) -> None:
        """Set what only the screen knows, after it was parked."""
        if payment:
            self._strip.choose(payment)
        self._forms[0].set_ticked(on=seen)

    def _make_forms(self, view: BasketView, texts: Texts) -> tuple[TermsForm, ...]:
        rule = view.rule
        tick = wording.seen_words(view.channel) if rule.seen else ""
        # What an ordinary buyer gives is only asked where an invoice needs it.
        needed = rule.terms if view.channel is Channel.SALE else (*rule.terms, *rule.optional)
        forms = [TermsForm(specs(needed, texts), tick, "F3")]
        if view.channel is Channel.SALE and rule.optional:
            forms.append(TermsForm(specs(rule.optional, texts)))
        for form in forms:
            form.edited.connect(self._edited)
            form.ticked_changed.connect(self.seen_changed)
            form.writing.connect(self.writing)
            form.code_scanned.connect(self.code_scanned)
        return tuple(forms)

    def _add_payment(self, view: BasketView, texts: Texts) -> None:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addStretch(1)
        choices = [Choice(one.value, texts.say(f"payment.{one}")) for one in view.rule.payments]
        self._strip = ChoiceStrip(self.tr("How is it paid?"), choices)
        self._strip.chosen.connect(self._payment_chosen)
        self._how = label(self.tr("How is it paid?  F8"), "fieldname")
        column.addWidget(self._how)
        column.addWidget(self._strip)
        self._paid: dict[Payment, TextField] = {
            Payment.CASH: TextField(self.tr("Cash given (€)")),
            Payment.CARD: TextField(self.tr("Reference of the card terminal")),
        }
        for field in self._paid.values():
            field.edit.editingFinished.connect(self._paid_written)
            column.addWidget(field)
        self._show_payment()
        self.basket.put_beside(beside)

    def _show_payment(self) -> None:
        payment = self.payment
        several = len(self._view.payments) >= _SEVERAL
        self._how.setVisible(several)
        self._strip.setVisible(several)
        for key, field in self._paid.items():
            field.setVisible(key is payment and key in self._view.payments)
        if len(self._forms) > 1:
            self._forms[1].setVisible(payment is Payment.INVOICE)

    def _paid_written(self) -> None:
        for field in self._paid.values():
            field.set_problem("")
        self.payment_changed.emit()

    def _payment_chosen(self) -> None:
        for field in self._paid.values():
            field.set_text("")
        self._show_payment()
        self.payment_changed.emit()

    def _show_terms(self, view: BasketView, change: Action) -> None:
        form = self._forms[0]
        if not form.fields and not view.rule.seen:
            form.hide()
            return
        lacking = {GateCode.TERMS, GateCode.VALID, GateCode.SAME, GateCode.SEEN}
        complete = not any(gate.code in lacking and not gate.holds for gate in view.gates)
        narrow = len(view.lines) > _MANY_LINES if self._wide is None else not self._wide
        if complete and narrow and not form.is_writing and not form.is_wrong:
            form.show_line(wording.terms_line(view.terms), change)
        else:
            form.show_fields()

    def _edited(self) -> None:
        if self._filling:
            return
        values: dict[str, str] = {}
        for form in self._forms:
            values |= form.values
        read = read_terms(values, self._view.terms)
        for form in self._forms:
            form.show_problems(read.problems)
        self.terms_written.emit(replace(read.terms, renewed=self._renewed.isChecked()))
