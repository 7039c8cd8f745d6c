"""The form that a decision about a return is sent by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from serkut_desk.domain.money import euros, parse_euros
from serkut_desk.domain.returning import Remedy
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.stations.returns import wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.returns.queries import ReturnView
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate


class KeptForm(FormCard):
    """Asks which medium stayed with the buyer, and how that is known.

    Args:
        parent: The window.
        view: The return.
    """

    def __init__(self, parent: QWidget, view: ReturnView) -> None:
        hint = translate("ReturnForms", "Open the device and look first.")
        lines = (
            translate("ReturnForms", "It was clean when it left. Now it is not in the device."),
            translate("ReturnForms", "Afterwards somebody else has to approve the device."),
        )
        super().__init__(
            parent,
            translate("ReturnForms", "The disk stayed with the buyer"),
            {
                "medium": ChoiceField(translate("ReturnForms", "Which one?"), view.media),
                "reason": TextField(translate("ReturnForms", "How is it known?"), hint),
            },
            send=translate("ReturnForms", "Record"),
            lines=lines,
            columns=1,
        )


class SettleForm(FormCard):
    """Asks why, and for a refund how much.

    Args:
        parent: The window.
        view: The return.
        remedy: What was chosen.
        texts: Sentences.
    """

    decided = Signal(str, object)
    """The reason, and the cents of a refund or None."""

    def __init__(self, parent: QWidget, view: ReturnView, remedy: Remedy, texts: Texts) -> None:
        word = texts.say(f"remedy.{remedy.value}")
        hint = translate("ReturnForms", "Short; it stays in the records. Nothing about people.")
        fields = {"reason": TextField(translate("ReturnForms", "Why?"), hint)}
        if remedy is Remedy.REFUND:
            paid = euros(view.sale.paid_cents)
            most = translate("ReturnForms", "At most {0}.").replace("{0}", paid)
            fields["sum"] = TextField(translate("ReturnForms", "How much goes back?"), most)
            fields["sum"].set_text(paid)
        super().__init__(
            parent,
            f"{word}: {wording.title_of(view.sale)}",
            dict(fields),
            send=word,
            lines=(wording.remedy_line(remedy, view),),
            columns=1,
        )
        self._sum = fields.get("sum")
        self.sent.connect(self._sent)

    def _sent(self, values: dict[str, str]) -> None:
        if self._sum is None:
            self.decided.emit(values["reason"], None)
            return
        cents = parse_euros(values["sum"])
        if cents is None:
            self.problem(translate("ReturnForms", "Write the sum in euros, such as 95,00."))
        else:
            self.decided.emit(values["reason"], cents)
