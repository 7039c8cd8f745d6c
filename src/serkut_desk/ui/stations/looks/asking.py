"""The cards of the second looks' screen: what was found, why not, how a doubt ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import short
from serkut_desk.domain.second_look import Conclusion, Lifted
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.stations.looks.record_card import ReadingCard

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.looks.queries import IncidentView
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.form_card import Field
    from serkut_desk.ui.stations.looks.presenter import LooksPresenter
    from serkut_desk.ui.stations.looks.record_card import Reading


class LookQuestions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: LooksPresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self.card: FormCard | ReadingCard | None = None

    def record(self, medium: int, name: str) -> None:
        """Ask what a reading found."""
        card = ReadingCard(self._panel.window(), name)
        card.sent.connect(partial(self._record, medium))
        self._lay(card)

    def release(self, medium: int, name: str) -> None:
        """Ask why a medium can not be read."""
        field = TextField(self.tr("Why?"), self.tr("Short; it stays in the records."))
        form = FormCard(
            self._panel.window(),
            self.tr("{0} can not be read").replace("{0}", name),
            {"reason": field},
            send=self.tr("Let it go on"),
            lines=(self.tr("It counts as not looked at. Another is drawn."),),
            columns=1,
        )
        form.sent.connect(lambda told: self._presenter.release(medium, told["reason"]))
        self._lay(form)

    def settle(self, incident: IncidentView) -> None:
        """Ask how the doubt about one medium ended."""
        texts = self._hands.texts
        ways = [(one.value, texts.say(f"freeze_lifted.{one}")) for one in Lifted]
        fields: dict[str, Field] = {
            "medium": ChoiceField(self.tr("Medium"), self._media(incident)),
            "outcome": ChoiceField(self.tr("What happened?"), ways[:-1]),
            "reason": TextField(self.tr("Why?"), self.tr("Short; it stays in the records.")),
        }
        form = FormCard(
            self._panel.window(),
            self.tr("Settle a medium"),
            fields,
            send=self.tr("The doubt has ended"),
            lines=(self.tr("The records must show it first."),),
            columns=1,
        )
        form.sent.connect(partial(self._settle, incident.incident))
        self._lay(form)

    def read_again(self, incident: IncidentView) -> None:
        """Ask which medium in doubt was read back, then what was found."""
        fields: dict[str, Field] = {"medium": ChoiceField(self.tr("Medium"), self._media(incident))}
        form = FormCard(
            self._panel.window(),
            self.tr("Which medium was read back?"),
            fields,
            send=self.tr("Go on"),
            columns=1,
        )
        form.sent.connect(partial(self._read_again, incident))
        self._lay(form)

    def close(self, incident: IncidentView) -> None:
        """Ask what an incident was; the second supervisor is asked for after."""
        texts = self._hands.texts
        ends = [(one.value, texts.say(f"incident_end.{one}")) for one in Conclusion]
        fields: dict[str, Field] = {
            "conclusion": ChoiceField(self.tr("What was it?"), ends),
            "note": TextField(self.tr("Why?"), self.tr("Short; it stays in the records.")),
        }
        form = FormCard(
            self._panel.window(),
            self.tr("Close the incident"),
            fields,
            send=self.tr("Close it"),
            lines=(self.tr("Two supervisors close it. What is unfounded is proven again."),),
            columns=1,
        )
        form.sent.connect(partial(self._close, incident))
        self._lay(form)

    def refuse(self, failure: KnownFailure) -> bool:
        """Say on the open card why it was refused; tell whether there is one."""
        if self.card is None:
            return False
        said = self._hands.texts.failure(failure)
        self.card.problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def finish(self) -> None:
        """What was asked is done."""
        if self.card is not None:
            self.card.close_overlay()

    def _media(self, incident: IncidentView) -> list[tuple[str, str]]:
        return [
            (str(one.medium_id), f"{short(one.device)} · {one.medium}")
            for one in incident.frozen
            if one.outcome is None
        ]

    def _record(self, medium: int, told: Reading) -> None:
        self._presenter.record(medium, told)

    def _settle(self, incident: int, told: dict[str, str]) -> None:
        outcome = Lifted(told["outcome"])
        self._presenter.lift(incident, int(told["medium"]), outcome, told["reason"])

    def _read_again(self, incident: IncidentView, told: dict[str, str]) -> None:
        names = {one.medium_id: one.medium for one in incident.frozen}
        medium = int(told["medium"])
        self.finish()
        self.record(medium, names[medium])

    def _close(self, incident: IncidentView, told: dict[str, str]) -> None:
        conclusion, seen = Conclusion(told["conclusion"]), len(incident.frozen)
        self._presenter.close(incident.incident, conclusion, told["note"], seen)

    def _lay(self, card: FormCard | ReadingCard) -> None:
        card.closed.connect(self._card_closed)
        self.card = card
        self._panel.overlay_wanted.emit(card)
        if isinstance(card, FormCard):
            card.start()

    def _card_closed(self) -> None:
        self.card = None
