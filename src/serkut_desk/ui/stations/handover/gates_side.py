"""The right side: may it go? Every gate with its sign, and the device of the chosen line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.steps import StepTrack
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.parts.timeline import Timeline
from serkut_desk.ui.stations.handover.views import SideView
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.handover.views import DeviceView, GateView, RefusedView


class GateRow(QWidget):
    """One gate: a sign and a sentence; below it what to do where it does not hold."""

    def __init__(self, view: GateView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tone = Tone.GOOD if view.holds else Tone.STOP
        sign = "check" if view.holds else "circle-x"
        state = self.tr("holds") if view.holds else self.tr("is missing")
        if view.advice:
            tone, sign, state = Tone.ATTENTION, "triangle-alert", self.tr("please note")
        plain = view.holds and not view.advice
        self.setAccessibleName(f"{view.sentence}: {state}. {view.next}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        icon = IconLabel(sign, theme.TONES[tone].text, 18)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(label(view.sentence, "" if plain else "strong", wrap=True))
        if view.next and not plain:
            words.addWidget(label(view.next, "secondary", wrap=True))
        row.addLayout(words, 1)


class GatesSide(Card):
    """Shows whether everything holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_gates(SideView())

    def show_gates(self, view: SideView, refused: RefusedView | None = None) -> None:
        """Show the gates of the basket; a device that did not go into it above everything."""
        column = self._renew()
        if refused is not None:
            column.addWidget(label(refused.title, "strong", wrap=True))
            for gate in refused.gates:
                column.addWidget(GateRow(gate))
            column.addWidget(rule())
        column.addWidget(label(self.tr("May it be handed over?"), "section"))
        if view.answer:
            column.addWidget(Answer(Tone.GOOD if view.ready else Tone.ATTENTION, view.answer))
        for gate in view.gates:
            column.addWidget(GateRow(gate))
        if view.device is not None:
            self._add_device(column, view.device)
        column.addStretch(1)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Tell how it goes, before there is a basket."""
        column = self._renew()
        column.addWidget(label(self.tr("This is how"), "section"))
        for number, step in enumerate(steps, 1):
            row = QHBoxLayout()
            row.setSpacing(px(12))
            figure = label(str(number), "stepnumber")
            figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(step, wrap=True), 1)
            column.addLayout(row)
        column.addStretch(1)

    def _renew(self) -> QVBoxLayout:
        """Throw away what is shown and return the column for something else."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.body.addWidget(self._inside, 1)
        return column

    @staticmethod
    def _add_device(column: QVBoxLayout, device: DeviceView) -> None:
        column.addSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(label(device.short, "code"))
        head.addWidget(label(device.model, "secondary", wrap=True), 1)
        column.addLayout(head)
        for gate in device.checks:
            column.addWidget(GateRow(gate))
        column.addWidget(StepTrack(device.journey))
        column.addWidget(Timeline(device.happenings))
