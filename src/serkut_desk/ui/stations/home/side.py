"""Beside the queues: what stands still and why, what waits for another approver, feedback."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain import codes
from serkut_desk.domain.queues import ROWS
from serkut_desk.stations.wiping.second_eyes import WaitsFor
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.home.tiles import OpeningButton
from serkut_desk.ui.stations.home.views import FEEDBACK_KEY
from serkut_desk.ui.theme import Tone, font, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.wiping.second_eyes import SecondEyes
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.home.views import StuckView

_SHOWN = 5  # devices of each reason
_ORDER = tuple(WaitsFor)


class _Row(OpeningButton):
    """A sign, a figure, and sentences that say what it is."""

    def __init__(
        self, tone: Tone, icon: str, title: str, lines: Sequence[str], figure: str = ""
    ) -> None:
        super().__init__("row", 48)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(10))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(icon, theme.TONES[tone].text, 20), 0, top)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(label(title, "strong", wrap=True, tone=str(tone)))
        for line in filter(None, lines):
            words.addWidget(label(line, "secondary", wrap=True))
        row.addLayout(words, 1)
        if figure:
            number = label(figure, "key" if figure == FEEDBACK_KEY else "count")
            number.setFont(font(17, figures=True))
            row.addWidget(number, 0, top)
        self.setAccessibleName(" ".join(filter(None, (title, figure))))
        self.setAccessibleDescription(" ".join(lines))
        self.finish()


class HomeSide(QWidget):
    """Three cards; each row opens where it is settled."""

    opened = Signal(str, str)
    """Station and queue."""
    device_opened = Signal(str)
    """Code of a device that another approver has to look at."""
    feedback_opened = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._stuck = self._card(self.tr("Does not go on"))
        self._others = self._card(self.tr("Waits for another approver"))
        self._feedback = self._card(self.tr("Feedback"))
        for card in (self._stuck, self._others, self._feedback):
            card.hide()
            column.addWidget(card)
        column.addStretch(1)

    def show_stuck(self, views: Sequence[StuckView]) -> None:
        """Show what stands still; a calm word when nothing does."""
        rows: list[QWidget] = []
        for view in views:
            made = _Row(
                view.tone,
                theme.TONE_ICONS[view.tone],
                view.name,
                (view.why, view.oldest),
                str(view.count),
            )
            station = ROWS[view.queue].station
            made.clicked.connect(partial(self.opened.emit, station, view.queue.value))
            rows.append(made)
        _fill(self._stuck, rows or [_calm(self.tr("Everything goes on."))])
        self._stuck.show()

    def show_others(self, found: Sequence[SecondEyes]) -> None:
        """Show devices that only somebody else can approve, by reason, with their shelf."""
        rows: list[QWidget] = []
        ranked = sorted(found, key=lambda one: _ORDER.index(one.waits_for))
        for reason, group in groupby(ranked, key=lambda one: one.waits_for):
            devices = list(group)
            rows.append(label(self._texts.say(f"waits_for.{reason.value}"), "muted", wrap=True))
            for one in devices[:_SHOWN]:
                title = " · ".join(filter(None, (codes.short(one.device), one.name)))
                shelf = one.place or self.tr("The shelf was not told.")
                made = _Row(Tone.INFO, "signature", title, (shelf,))
                made.clicked.connect(partial(self.device_opened.emit, one.device))
                rows.append(made)
            if len(devices) > _SHOWN:
                rows.append(label(self.tr("and %n more", "", len(devices) - _SHOWN), "secondary"))
        _fill(self._others, rows)
        self._others.setVisible(bool(rows))

    def show_feedback(self, unread: int) -> None:
        """Show how many cards are unread."""
        title = self.tr("%n unread", "", unread) if unread else self.tr("Everything is read")
        made = _Row(
            Tone.INFO if unread else Tone.PLAIN,
            "message-square",
            title,
            (self.tr("What people say of the screens."),),
            FEEDBACK_KEY,
        )
        made.clicked.connect(self.feedback_opened)
        _fill(self._feedback, [made])
        self._feedback.show()

    @staticmethod
    def _card(title: str) -> Card:
        made = Card(title, small=True)
        made.tighten()
        return made


def _fill(card: Card, rows: Sequence[QWidget]) -> None:
    """Replace what stands under the heading; the focus stays at its place."""
    had = -1
    while card.body.count() > 1:
        item = card.body.takeAt(1)
        old = item.widget() if item else None
        if old is not None:
            had = card.body.count() - 1 if old.hasFocus() else had
            old.hide()
            old.deleteLater()
    for row in rows:
        card.add(row)
    if 0 <= had < len(rows):
        rows[had].setFocus()


def _calm(sentence: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, px(4), 0, px(4))
    row.setSpacing(px(8))
    row.addWidget(IconLabel("circle-check", theme.TONES[Tone.GOOD].text, 20))
    row.addWidget(label(sentence, wrap=True), 1)
    return made
