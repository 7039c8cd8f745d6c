"""The right side of the search screen: the device that is chosen, or its whole timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from serkut_desk.ui import device_words
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.device_card import DeviceCard as DeviceCardWidget
from serkut_desk.ui.parts.timeline import Timeline

if TYPE_CHECKING:
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.texts import Texts


class DevicesSide(QWidget):
    """Shows a `DeviceCard` small beside the results, or as a timeline beside the page."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._stack = QStackedLayout(self)
        self._small = DeviceCardWidget()
        self._story = Card(self.tr("What has happened"), small=True)
        self._timeline = Timeline()
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("What has happened"))
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._timeline)
        column.addStretch(1)
        area.setWidget(inside)
        self._story.add(area, 1)
        self._stack.addWidget(self._small)
        self._stack.addWidget(self._story)

    def show_nothing(self) -> None:
        """No device is chosen."""
        self._small.show_device(None)
        self._stack.setCurrentWidget(self._small)

    def show_small(self, card: DeviceCard) -> None:
        """Show the device beside a list."""
        self._small.show_device(device_words.card_view(card, self._texts))
        self._stack.setCurrentWidget(self._small)

    def show_story(self, card: DeviceCard) -> None:
        """Show the timeline beside the device's page."""
        lines = reversed(card.timeline)
        said = [device_words.happening(line, self._texts) for line in lines]
        self._timeline.show_happenings(said)
        self._stack.setCurrentWidget(self._story)
