"""The device at the right: what it is, where it stands, what to do next, what happened."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.result import NextStep
from serkut_desk.ui.parts.steps import Journey, StepTrack
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.timeline import Happening, Timeline
from serkut_desk.ui.theme import Tone, px


@dataclass(frozen=True, slots=True)
class DeviceCardView:
    """Everything the card says, already in words."""

    code: str
    model: str
    state: str
    state_tone: Tone
    journey: Journey
    next_step: str
    next_tone: Tone = Tone.INFO
    facts: tuple[Fact, ...] = ()
    happenings: tuple[Happening, ...] = ()


class DeviceCard(Card):
    """Shows a `DeviceCardView`, or says that no device is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_device(None)

    def show_device(self, view: DeviceCardView | None) -> None:
        """Show another device; None when there is none."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._made(view) if view else self._none()
        self.body.addWidget(self._inside)

    def _none(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        said = label(self.tr("No device is open. Scan one."), "muted", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        return inside

    def _made(self, view: DeviceCardView) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.addWidget(label(view.code, "code"))
        head.addStretch(1)
        head.addWidget(Pill(view.state, view.state_tone))
        column.addLayout(head)
        column.addWidget(label(view.model, "muted", wrap=True))
        column.addWidget(StepTrack(view.journey))
        if view.next_step:
            column.addWidget(NextStep(view.next_step, view.next_tone))
        column.addWidget(self._below(view), 1)
        return inside

    def _below(self, view: DeviceCardView) -> QScrollArea:
        below = QWidget()
        below.setProperty("part", "clear")
        column = QVBoxLayout(below)
        column.setContentsMargins(0, px(4), px(4), 0)
        column.setSpacing(px(10))
        if view.facts:
            column.addWidget(Facts(view.facts))
        if view.happenings:
            column.addSpacing(px(4))
            column.addWidget(label(self.tr("What has happened"), "section"))
            column.addWidget(Timeline(view.happenings))
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("What has happened"))
        area.setWidget(below)
        return area
