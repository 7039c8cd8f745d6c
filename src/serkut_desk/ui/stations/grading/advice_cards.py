"""Four ways of a device as cards: what each brings, how long, what it avoids, and three reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.stations import advice_words
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.advice import Advice, Option, Way
    from serkut_desk.domain.checklist import Checklist
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action


class WayCard(QPushButton):
    """One way; a tap or its F-key asks why.

    Args:
        option: Its figures and reasons.
        action: What it does; disabled with its reason where the rules refuse it.
        checklist: For the words of checks.
        texts: Sentences.
        advised: The rules advise it: a word and a frame say so.
    """

    def __init__(
        self,
        option: Option,
        action: Action,
        checklist: Checklist,
        texts: Texts,
        *,
        advised: bool,
    ) -> None:
        super().__init__()
        self.setProperty("part", "way")
        self.setProperty("advised", "true" if advised else "false")
        self.setProperty("off", "false" if action.enabled else "true")
        self.setAutoDefault(False)
        self.setEnabled(action.enabled)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(9), px(14), px(10))
        column.setSpacing(px(4))
        column.addLayout(self._head(action, advised=advised))
        figures = self._figures(option, texts)
        column.addWidget(label(figures, "wayfigures", wrap=True))
        lines = [advice_words.reason_words(one, checklist, texts) for one in option.reasons]
        if not action.enabled:
            lines = [action.reason, *lines[:2]]
        for line in lines:
            column.addWidget(label(f"• {line}", "wayreason", wrap=True))
        column.addStretch(1)
        word = self.tr("Advised: {0}").replace("{0}", action.word) if advised else action.word
        self.setAccessibleName(f"{word} {action.key}".strip())
        self.setAccessibleDescription(" ".join((figures, *lines)))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.run)

    def _head(self, action: Action, *, advised: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        tint = theme.COLOURS["accent_text" if action.enabled else "disabled"]
        row.addWidget(IconLabel(action.icon, tint, 20))
        row.addWidget(label(action.word, "wayname"))
        if advised:
            row.addWidget(Pill(self.tr("Advised"), Tone.GOOD))
        row.addStretch(1)
        row.addWidget(label(action.key, "key"))
        return row

    def _figures(self, option: Option, texts: Texts) -> str:
        unknown = texts.say("advice.unknown")
        price = advice_words.price_words(option.price, texts)
        if price == unknown:
            price = self.tr("no price known")
        kg = advice_words.kg_words(option.kg, texts)
        kg = self.tr("no CO₂e known") if kg == unknown else f"{kg} CO₂e"
        minutes = advice_words.minutes_words(option.minutes, texts)
        if minutes == unknown:
            minutes = self.tr("no time known")
        return f"{price} · {minutes} · {kg}"

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """Reasons may need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """Return the height that the reasons need."""
        inner = self.layout()
        return inner.totalHeightForWidth(width) if inner else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for everything at the width that it has."""
        width = max(self.width(), px(280))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut a reason."""
        return QSize(px(240), self.heightForWidth(max(self.width(), px(240))))


class AdviceCards(QVBoxLayout):
    """What is advised and why, then the four ways, two by two.

    Args:
        advice: The advice.
        actions: What choosing each way does.
        checklist: The inspection's own.
        texts: Sentences.
    """

    def __init__(
        self,
        advice: Advice,
        actions: Mapping[Way, Action],
        checklist: Checklist,
        texts: Texts,
    ) -> None:
        super().__init__()
        self.setSpacing(px(8))
        self.addWidget(label(advice_words.why_words(advice, texts), "strong", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(px(10))
        self.cards: dict[Way, WayCard] = {}
        for at, option in enumerate(advice.options):
            advised = option.way is advice.advised
            card = WayCard(option, actions[option.way], checklist, texts, advised=advised)
            self.cards[option.way] = card
            grid.addWidget(card, at // 2, at % 2)
        self.addLayout(grid)
        self.addWidget(label(advice_words.basis_words(advice, texts), "hint", wrap=True))
