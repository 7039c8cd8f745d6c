"""How the media are destroyed: way, size of the pieces, machine, container, weight, photograph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import short
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.domain.policy import PHYSICAL, SanitisationTechnique
from serkut_desk.stations import rules
from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.photo_strip import PhotoStrip
from serkut_desk.ui.parts.weight_field import WeightField
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.ui.hands import Hands


@dataclass(frozen=True, slots=True)
class How:
    """What was told of a destruction, but for the two who saw it."""

    technique: SanitisationTechnique
    particles: str | None
    machine: str
    weight_g: int | None
    by_scale: bool
    tolerance_g: int
    photo: bytes | None


class HowSide(QWidget):
    """The fields at the right.

    Args:
        hands: For the scale and the pictures.
    """

    changed = Signal()

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = hands.texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        ways = [
            (one.value, texts.say(f"technique.{one}")) for one in sorted(PHYSICAL, reverse=True)
        ]
        self._way = ChoiceField(self.tr("How"), ways)
        sizes = [
            ("", self.tr("not known")),
            *((name, name) for name in rules.particles()),
        ]
        self._size = ChoiceField(self.tr("Size of the pieces"), sizes, self.tr("H disks, E flash"))
        self._machine = TextField(self.tr("Machine or place"))
        self.weight = WeightField(
            hands.scale, self.tr("Pieces together (g)"), self.tr("All at once.")
        )
        card = Card(self.tr("How it is done"))
        grid = FormGrid(2)
        for field in (self._way, self._size, self._machine, self.weight):
            grid.add(field)
        card.add(grid)
        self._box = Facts()
        card.add(self._box)
        card.tighten()
        column.addWidget(card)
        seen = Card(self.tr("Photograph of the pieces"), small=True)
        self.photos = PhotoStrip(hands, PhotoPurpose.DEVICE, at_once=3)
        seen.add(self.photos)
        seen.tighten()
        column.addWidget(seen)
        column.addStretch(1)
        self._way.chosen.connect(self._way_chosen)
        self._size.chosen.connect(lambda _: self.changed.emit())
        self._machine.edited.connect(lambda _: self.changed.emit())
        self.weight.changed.connect(self.changed)
        self.photos.changed.connect(self.changed)
        self.show_container("")

    @property
    def told(self) -> How:
        """What is told now."""
        weight = self.weight.current()
        held = self.photos.held
        return How(
            technique=SanitisationTechnique(self._way.key),
            particles=self._size.key or None,
            machine=self._machine.text,
            weight_g=weight.value_g if weight else None,
            by_scale=weight is not None and weight.weighed.value == "scale",
            tolerance_g=weight.tolerance_g if weight else 0,
            photo=held[-1].data if held else None,
        )

    def set_told(self, way: str, size: str, machine: str) -> None:
        """Begin with what the last one was done with."""
        if way in set(PHYSICAL):
            self._way.choose(way)
        self._size.choose(size)
        self._machine.set_text(machine)

    def show_container(self, code: str) -> None:
        """Say where the pieces go."""
        words = short(code) if code else self.tr("Scan the container's label")
        self._box.show_facts((Fact(self.tr("Container"), words),))

    def clear(self) -> None:
        """Begin the next one: same machine, other pieces."""
        self.weight.clear()
        self.photos.clear()

    def _way_chosen(self, key: str) -> None:
        self._size.setVisible(key == SanitisationTechnique.DESTROY_SHRED.value)
        self.changed.emit()
