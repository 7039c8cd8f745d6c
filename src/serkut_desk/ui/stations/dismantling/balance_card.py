"""The live balance: what went in, what came out, what is left, as one bar and three figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.mass import Verdict
from serkut_desk.domain.weighing import grams_words
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.stations.dismantling.wording import NONE, signed
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from serkut_desk.domain.mass import Balance

TONES = {
    Verdict.UNWEIGHED: Tone.PLAIN,
    Verdict.WITHIN: Tone.GOOD,
    Verdict.MISSING: Tone.ATTENTION,
    Verdict.TOO_MUCH: Tone.STOP,
}


class BalanceCard(Card):
    """Shows a `Balance`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.tighten()
        figures = QHBoxLayout()
        figures.setSpacing(px(28))
        self._in = _figure(figures, self.tr("In"), "result")
        self._out = _figure(figures, self.tr("Out"), "result")
        figures.addStretch(1)
        self._verdict = Pill("")
        figures.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        self._left = _figure(figures, self.tr("Left"), "figure", right=True)
        self.body.addLayout(figures)
        self._strip = ProgressStrip(self.tr("Balance"), 20)
        self.add(self._strip)
        legend = QHBoxLayout()
        legend.setSpacing(px(16))
        self._parts = {
            Tone.GOOD: label("", "secondary", tone=str(Tone.GOOD)),
            Tone.INFO: label("", "secondary", tone=str(Tone.INFO)),
            Tone.ATTENTION: label("", "secondary", tone=str(Tone.ATTENTION)),
        }
        for one in self._parts.values():
            legend.addWidget(one)
        legend.addStretch(1)
        self._off = label("", "secondary")
        legend.addWidget(self._off)
        self.body.addLayout(legend)

    def show_balance(self, sums: Balance, *, judged: bool) -> None:
        """Show another balance; what is left is judged only when everything is sorted."""
        weighed = sums.weight_in is not None
        left = sums.remainder or 0
        self._in.setText(grams_words(sums.weight_in) if sums.weight_in is not None else NONE)
        self._out.setText(grams_words(sums.out))
        self._left.setText(signed(left) if weighed else NONE)
        parts = (
            (Tone.GOOD, self.tr("Materials"), sums.fractions),
            (Tone.INFO, self.tr("Parts"), sums.parts),
            (Tone.ATTENTION, self.tr("Storage media"), sums.media),
        )
        for tone, word, grams in parts:
            self._parts[tone].setText(f"● {word} {grams_words(grams)}")
        self._strip.show_parts(sums.weight_in or 0, [(tone, grams) for tone, _, grams in parts])
        tone = TONES[sums.verdict] if judged or sums.verdict is Verdict.TOO_MUCH else Tone.PLAIN
        restyle(self._left, "tone", str(tone))
        said = {
            Verdict.WITHIN: self.tr("the scale can be off so much"),
            Verdict.MISSING: self.tr("missing"),
            Verdict.TOO_MUCH: self.tr("too much came out"),
        }.get(sums.verdict, "")
        shown = bool(said) and tone is not Tone.PLAIN
        self._verdict.setVisible(shown)
        self._verdict.show_state(said, tone)
        self._off.setText(f"± {grams_words(sums.tolerance)}" if weighed else "")


def _figure(row: QHBoxLayout, word: str, part: str, *, right: bool = False) -> QLabel:
    column = QVBoxLayout()
    column.setSpacing(px(0))
    name, figure = label(word, "secondary"), label(NONE, part)
    if right:
        for one in (name, figure):
            one.setAlignment(Qt.AlignmentFlag.AlignRight)
    column.addWidget(name)
    column.addStretch(1)
    column.addWidget(figure)
    row.addLayout(column)
    figure.setAccessibleName(word)
    return figure
