"""The seller's facts, which stand on every receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.papers import SELLER_FIELDS
from serkut_desk.domain.seller import iban_for_eyes
from serkut_desk.stations.upkeep import queries
from serkut_desk.stations.upkeep.commands import SetSeller
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.form_card import Field, FormCard
from serkut_desk.ui.stations.upkeep.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.papers import Seller
    from serkut_desk.ui.hands import Hands

_CODES = frozenset({"business_id", "iban"})


class SellerSection(Section):
    """Name, address and numbers of the seller."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(
            hands,
            QCoreApplication.translate("SellerSection", "Seller's facts"),
            QCoreApplication.translate("SellerSection", "They stand on receipts and invoices."),
        )
        self._seller: Seller | None = None
        self.column.addStretch(1)

    def load(self) -> None:
        """Fetch the facts."""
        self.hands.ask(queries.seller, self._loaded, self.show_failure)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to change them."""
        word = self.tr("Change") if self._seller else self.tr("Fill in")
        return (Action(word, self._change, "F2", "pencil", main=True),)

    def _loaded(self, seller: Seller | None) -> None:
        self._seller = seller
        missing = self.tr("missing")
        if seller is None:
            why = self.tr("Receipts cannot be made before these are filled in.")
            self.show_facts((Fact(self.tr("Seller"), why),))
            return
        self.show_facts(
            [
                Fact(self._name(field), self._shown(field) or missing, code=field in _CODES)
                for field in SELLER_FIELDS
            ]
        )

    def _name(self, field: str) -> str:
        return self.hands.texts.say(f"field.seller.{field}")

    def _shown(self, field: str) -> str:
        told = str(getattr(self._seller, field)) if self._seller else ""
        return iban_for_eyes(told) if field == "iban" else told

    def _change(self) -> None:
        fields: dict[str, Field] = {}
        for name in SELLER_FIELDS:
            hint = self.tr("Needed for invoices only.") if name == "iban" else ""
            field = TextField(self._name(name), hint, mono=name in _CODES)
            field.set_text(self._shown(name))
            fields[name] = field
        form = FormCard(
            self.window(),
            self.tr("Seller's facts"),
            fields,
            send=self.tr("Save"),
            lines=(self.tr("Papers that were made before keep the facts of their time."),),
        )
        self.lay(form, self._save)

    def _save(self, told: Mapping[str, str]) -> None:
        given: dict[str, Any] = dict(told)
        command = SetSeller(**given)
        self.hands.submit(
            command, self._saved, self.form_failed, lambda _seller: Changes(journal=True)
        )

    def _saved(self, _seller: Seller) -> None:
        self.form_done()
        self.tell(self.tr("The seller's facts are saved"))
        self.load()
