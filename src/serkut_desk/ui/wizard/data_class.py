"""The wizard's question about what class the data of deliveries has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.media import DataClass
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.wizard.pages import Page

if TYPE_CHECKING:
    from serkut_desk.ui.wizard.told import Told


class DataClassPage(Page):
    """Confidential until the city has decided; ordinary only with its decision."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("How secret is the data on the devices?"),
            (self.tr("Confidential data asks more of a wipe. It can be changed later."),),
        )
        choices = (
            Choice(
                DataClass.CONFIDENTIAL.value, self.tr("Confidential, until the city has decided")
            ),
            Choice(DataClass.ORDINARY.value, self.tr("Ordinary")),
        )
        self.data_class = ChoiceStrip(self.tr("Data of deliveries"), choices)
        self.data_class.chosen.connect(self._chosen)
        self.take(self.data_class)
        self.reference = TextField(
            self.tr("Reference of the decision"), self.tr("For example: HEL 2026-004711")
        )
        self.reference.hide()
        self.take(self.reference)

    def problem(self) -> str:
        """Ordinary data needs the city's decision."""
        missing = self._ordinary and not self.reference.text
        sentence = self.tr("Write the reference.") if missing else ""
        self.reference.set_problem(sentence)
        return sentence

    def tell(self, told: Told) -> None:
        """Write the class down."""
        told.data_class = DataClass(self.data_class.current)
        told.data_class_reference = self.reference.text if self._ordinary else ""

    @property
    def _ordinary(self) -> bool:
        return self.data_class.current == DataClass.ORDINARY.value

    def _chosen(self, _key: str) -> None:
        self.reference.setVisible(self._ordinary)
