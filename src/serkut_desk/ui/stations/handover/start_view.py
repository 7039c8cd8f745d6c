"""Where a handover begins: the channels as big tiles, what is half done, what came last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.stations.handover.handover_list import HandoverList
from serkut_desk.ui.stations.handover.room import side_by_side
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.handover.views import HandoverRow

_COLUMNS = 3


class ChannelTile(QPushButton):
    """One channel: sign and key in the first line, its word, what it is for below.

    Args:
        action: Chooses it.
        line: One sentence.
    """

    def __init__(self, action: Action, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "tile")
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{action.word} {action.key}".strip())
        self.setAccessibleDescription(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(IconLabel(action.icon, theme.COLOURS["accent_text"], 28))
        head.addStretch(1)
        head.addWidget(label(action.key, "key"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(label(action.word, wrap=True))
        column.addWidget(label(line, "tileline", wrap=True))
        column.addStretch(1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.run)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """The sentence may need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """Return the height of all its lines."""
        inner = self.layout()
        return max(px(92), inner.heightForWidth(width) if inner else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for sign, word, key and sentence."""
        return QSize(px(200), self.heightForWidth(px(200)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Be as narrow as its longest word."""
        inner = self.layout()
        return (inner.minimumSize() if inner else QSize()).expandedTo(QSize(px(140), px(92)))


class StartView(Card):
    """Asks for the channel and offers to go on with what is half done.

    Args:
        channels: Action and sentence of each channel.
        parent: Its owner.
    """

    chosen = Signal(str)
    """Code of a handover in a list."""
    moved = Signal()
    """Another row of the list is the chosen one."""

    def __init__(
        self, channels: Sequence[tuple[Action, str]], parent: QWidget | None = None
    ) -> None:
        corner = ActionBar()
        super().__init__(parent=parent, corner=corner)
        self._corner = corner
        self.heading.setText(self.tr("Handover"))
        self.show_waiting("")
        columns = side_by_side(_COLUMNS)
        grid = QGridLayout()
        grid.setSpacing(px(10))
        for at, (action, line) in enumerate(channels):
            grid.addWidget(ChannelTile(action, line), at // columns, at % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self._list = HandoverList()
        self._list.chosen.connect(self.chosen)
        self._list.moved.connect(self.moved)
        self.add(self._list, 1)

    @property
    def current(self) -> HandoverRow | None:
        """The row that the person moved to."""
        return self._list.current

    def show_waiting(self, sentence: str) -> None:
        """Say which scan waits for a channel; "" when none does."""
        self.subtitle.setText(sentence or self.tr("Who gets the device?"))
        restyle(self.subtitle, "tone", str(Tone.ATTENTION) if sentence else "")

    def show_lists(self, half_done: Sequence[HandoverRow], recent: Sequence[HandoverRow]) -> None:
        """Show both lists."""
        self._list.show_rows(half_done, recent)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done beside choosing."""
        self._corner.show_actions(actions)
