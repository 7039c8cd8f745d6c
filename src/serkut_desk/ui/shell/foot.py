"""The strip below: is everything in order, help, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.shell.places import Health

_NARROW = 900  # px at 100 %
LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
_SIGNS = {Tone.GOOD: "circle-check", Tone.ATTENTION: "triangle-alert", Tone.STOP: "octagon-x"}


class Foot(QFrame):
    """Health at the left; help and languages at the right.

    Args:
        languages: Two-letter codes that are offered.
        current: The one in use.
    """

    language_chosen = Signal(str)
    help_wanted = Signal()
    feedback_wanted = Signal()

    def __init__(
        self, languages: Sequence[str], current: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told: tuple[tuple[Health, ...], bool] = ((), True)
        self._narrow = False
        self.setProperty("part", "foot")
        self.setFixedHeight(px(34))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), 0, px(14), 0)
        row.setSpacing(px(4))
        place = QWidget()
        # It gives way: a small window must stay possible, and what is wrong is said first.
        place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._health = QHBoxLayout(place)
        self._health.setContentsMargins(0, 0, 0, 0)
        self._health.setSpacing(px(6))
        self._health.setAlignment(Qt.AlignmentFlag.AlignLeft)
        row.addWidget(place, 1)
        said = (
            (self.tr("Feedback Ctrl+P"), self.feedback_wanted),
            (self.tr("F1 Help"), self.help_wanted),
        )
        for word, wanted in said:
            button = QPushButton(word)
            button.setAutoDefault(False)
            button.clicked.connect(wanted)
            row.addWidget(button)
        self._group = QButtonGroup(self)
        for code in languages:
            button = QPushButton(LANGUAGE_NAMES.get(code, code))
            button.setAutoDefault(False)
            button.setCheckable(True)
            button.setChecked(code == current)
            button.setProperty("key", code)
            button.clicked.connect(self._chosen)
            self._group.addButton(button)
            row.addWidget(button)

    def show_health(self, health: Sequence[Health], *, plain: bool) -> None:
        """Show what is in order and what is not; the plain view says one sentence when all is."""
        self._told = (tuple(health), plain)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Speak as in the plain view where the strip is narrow."""
        super().resizeEvent(event)
        if (self.width() / scale() < _NARROW) != self._narrow:
            self._fit()

    def _fit(self) -> None:
        while self._health.count():
            item = self._health.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._narrow = self.width() / scale() < _NARROW
        health, plain = self._told
        short = plain or self._narrow
        wrong = [one for one in health if one.tone is not Tone.GOOD]
        if short and not wrong:
            self._say(Tone.GOOD, self.tr("Everything is in order"))
            return
        fine = [one for one in health if one.tone is Tone.GOOD]
        for one in wrong if short else (*wrong, *fine):
            self._say(one.tone, one.text)

    def _say(self, tone: Tone, text: str) -> None:
        sign = IconLabel(_SIGNS.get(tone, "info"), theme.TONES[tone].text, 15)
        self._health.addWidget(sign)
        self._health.addWidget(label(text, tone="" if tone is Tone.GOOD else str(tone)))
        self._health.addSpacing(px(14))

    def _chosen(self) -> None:
        self.language_chosen.emit(str(self.sender().property("key")))
