"""What is asked when an order is tested, goes out, comes back or ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import short
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.money import parse_euros
from serkut_desk.domain.repair import Barrier, RepairOutcome
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import CloseOrder, ComeBack, RecordSafetyTest, SendOut
from serkut_desk.ui.stations.repair import forms, signs, wording
from serkut_desk.ui.stations.repair.forms import TilesCard, WorkForm
from serkut_desk.ui.stations.repair.safety_card import SafetyCard
from serkut_desk.ui.stations.repair.views import TileChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.repair_data import Quantity
    from serkut_desk.stations.repair.queries import Instrument, OrderCard
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.form_card import Field
    from serkut_desk.ui.stations.repair.presenter import RepairPresenter
    from serkut_desk.ui.stations.repair.questions import Questions
    from serkut_desk.ui.stations.repair.safety_card import SafetyAnswer

_NO_SUPPLY = "no_supply"
_SAFETY = "safety"


class Endings(QObject):
    """Asks and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
        questions: Lays the forms.
    """

    def __init__(
        self, panel: Panel, hands: Hands, presenter: RepairPresenter, questions: Questions
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self._questions = questions
        self.safety_card: SafetyCard | None = None
        self._asked: OrderCard | None = None
        self.now: datetime | None = None
        presenter.instruments.connect(self._lay_safety)
        presenter.tested.connect(self._tested)

    def safety(self, card: OrderCard) -> None:
        """Ask a safety test."""
        self._asked = card
        self._presenter.ask_instruments()

    def _lay_safety(self, instruments: tuple[Instrument, ...]) -> None:
        card, self._asked = self._asked, None
        if card is None or self.now is None:
            return
        valid = [one for one in instruments if one.valid]
        asking = SafetyCard(
            self._panel.window(),
            self._title(card),
            choices=card.safety.choices,
            quantities=partial(_quantities, at=self.now),
            instruments=valid or instruments,
            texts=self._hands.texts,
        )
        asking.sent.connect(partial(self._send_test, card))
        self._questions.drafts.follow(asking, card.line.order, _SAFETY)
        asking.closed.connect(self._safety_gone)
        self.safety_card = asking
        self._panel.overlay_wanted.emit(asking)
        asking.start()

    def _send_test(self, card: OrderCard, answer: SafetyAnswer) -> None:
        self._presenter.test(
            RecordSafetyTest(
                card.line.order,
                answer.choice.subject,
                answer.choice.protection_class,
                answer.seen,
                answer.values,
                answer.instrument,
                answer.calibration_due,
                answer.cord_cm,
                answer.note,
            )
        )

    def _tested(self, _done: object) -> None:
        if self.safety_card is not None:
            self.safety_card.drop()

    def _safety_gone(self) -> None:
        self.safety_card = None

    def send_out(self, card: OrderCard) -> None:
        """Ask who repairs it outside."""

        def send(values: Mapping[str, str]) -> None:
            self._presenter.move(
                SendOut(
                    card.line.order,
                    values["organisation"],
                    values["what"],
                    whole=values["whole"] == "whole",
                )
            )

        title = self.tr("To a repairer outside")
        self._lay(card, title, forms.out_fields(), self.tr("It goes out"), send)

    def came_back(self, card: OrderCard) -> None:
        """Ask what came back."""

        def send(values: Mapping[str, str]) -> None:
            cost = parse_euros(values["cost"]) if values["cost"] else None
            if values["cost"] and cost is None:
                self._wrong(self.tr("Write the cost as 95,00."))
                return
            self._presenter.move(ComeBack(card.line.order, values["note"], cost))

        title = self.tr("It came back")
        self._lay(card, title, forms.back_fields(), self.tr("It is here again"), send)

    def end(self, card: OrderCard) -> None:
        """Ask how it ends."""
        texts = self._hands.texts
        choices = []
        for way in card.ways:
            word = texts.say(f"order_outcome.{way.outcome.value}")
            reason = wording.lack_words(way.missing, texts)
            sign = signs.OUTCOMES[way.outcome]
            choices.append(TileChoice(way.outcome.value, word, sign, reason))
            if way.outcome is RepairOutcome.FIXED and _only_test_missing(card, way.missing):
                without = self.tr("Fixed, and no power supply goes with it")
                choices.append(TileChoice(_NO_SUPPLY, without, sign))
        title = self.tr("How does the work end?")
        asking = TilesCard(self._panel.window(), title, self._title(card), choices, columns=2)
        asking.tiles.picked.connect(partial(self._end_chosen, card, asking))
        self._panel.overlay_wanted.emit(asking)

    def _end_chosen(self, card: OrderCard, asking: TilesCard, key: str) -> None:
        asking.close_overlay()
        no_supply = key == _NO_SUPPLY
        outcome = RepairOutcome.FIXED if no_supply else RepairOutcome(key)
        if outcome is RepairOutcome.BEYOND_REPAIR:
            self._ask_barrier(card)
            return
        self._ask_note(card, outcome, None, no_supply=no_supply)

    def _ask_barrier(self, card: OrderCard) -> None:
        choices = [
            TileChoice(
                one.value, self._hands.texts.say(f"barrier.{one.value}"), signs.BARRIERS[one]
            )
            for one in Barrier
        ]
        title = self.tr("What prevents the repair?")
        asking = TilesCard(self._panel.window(), title, self._title(card), choices)
        asking.tiles.picked.connect(partial(self._barrier_chosen, card, asking))
        self._panel.overlay_wanted.emit(asking)

    def _barrier_chosen(self, card: OrderCard, asking: TilesCard, key: str) -> None:
        asking.close_overlay()
        self._ask_note(card, RepairOutcome.BEYOND_REPAIR, Barrier(key))

    def _ask_note(
        self,
        card: OrderCard,
        outcome: RepairOutcome,
        barrier: Barrier | None,
        *,
        no_supply: bool = False,
    ) -> None:
        def send(values: Mapping[str, str]) -> None:
            self._presenter.close(
                CloseOrder(card.line.order, outcome, values["note"], barrier, no_supply)
            )

        needed = outcome in {RepairOutcome.BEYOND_REPAIR, RepairOutcome.CANCELLED}
        word = self._hands.texts.say(f"order_outcome.{outcome.value}")
        after = {
            RepairOutcome.FIXED: self.tr("It is tested again in grading before it goes on."),
            RepairOutcome.NO_FAULT: self.tr("It is tested again in grading before it goes on."),
            RepairOutcome.BEYOND_REPAIR: self.tr("A supervisor decides where it goes."),
            RepairOutcome.CANCELLED: self.tr("It waits for repair again."),
        }[outcome]
        lines = [self._title(card), after]
        if barrier is not None:
            lines.insert(1, self._hands.texts.say(f"barrier.{barrier.value}"))
        fields = forms.end_fields(needed=needed)
        self._lay(
            card,
            word,
            fields,
            self.tr("End the work"),
            send,
            lines=lines,
            name=f"end:{outcome.value}",
        )

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open test what is wrong; False when there is none."""
        if self.safety_card is None:
            return False
        said = self._hands.texts.failure(failure)
        self.safety_card.problem(f"{said['what']} {said['next']}")
        return True

    def _title(self, card: OrderCard) -> str:
        device = card.line.device
        return " · ".join((short(device.code), wording.made(device, self._hands.texts)))

    def _wrong(self, sentence: str) -> None:
        if self._questions.form is not None:
            self._questions.form.problem(sentence)

    def _lay(
        self,
        card: OrderCard,
        title: str,
        fields: Mapping[str, Field],
        word: str,
        send: Callable[[Mapping[str, str]], None],
        *,
        lines: Sequence[str] = (),
        name: str = "",
    ) -> None:
        said = lines or (self._title(card),)
        window = self._panel.window()
        form = WorkForm(window, title, fields, send=word, lines=said, timed=False)
        self._questions.lay_form(form, card.line.order, name or ",".join(fields), send)


def _only_test_missing(card: OrderCard, missing: Sequence[Lack]) -> bool:
    """Tell whether only the test of a power supply is missing that may not be there."""
    codes = {one.code for one in missing}
    return card.safety.may_lack_supply and codes == {LackCode.SAFETY_TEST_MISSING}


def _quantities(protection_class: int, at: datetime) -> tuple[Quantity, ...]:
    return queries.quantities(protection_class, at)
