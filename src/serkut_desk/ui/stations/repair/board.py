"""The board: a column for each state of the work, a card for each order, the oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.keys import OPENS_BY_ENTER
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.repair.views import CardView, ColumnView, Mark

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MarkLine(QWidget):
    """A short state that may break into lines: sign and word."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(5))
        sign = IconLabel(theme.TONE_ICONS[mark.tone], theme.TONES[mark.tone].text, 14)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        said = label(mark.word, "mark", wrap=True, tone=str(mark.tone))
        row.addWidget(said, 1)


class BoardCard(QPushButton):
    """One card; arrows move on, Enter after an arrow or a tap opens it."""

    moved = Signal(int, int)
    """Columns and rows that an arrow wants to go."""
    focused = Signal()

    def __init__(self, view: CardView) -> None:
        super().__init__()
        self.view = view
        self.setProperty("part", "row")
        self.setProperty(OPENS_BY_ENTER, True)  # noqa: FBT003 - Qt names no argument
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(8), px(8), px(8))
        column.setSpacing(px(2))
        column.addWidget(label(view.short, "boardcode"))
        for words, part in ((view.model, ""), (view.fault, "strong"), (view.where, "secondary")):
            if words:
                column.addWidget(label(words, part, wrap=True))
        for mark in view.marks:
            column.addWidget(MarkLine(mark))
        marks = [mark.word for mark in view.marks]
        self.setAccessibleName(" ".join((view.short, view.model, view.fault, view.where, *marks)))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_chosen(self, *, on: bool) -> None:
        """Mark it as the one that the keys are about."""
        restyle(self, "now", "true" if on else "false")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Let arrows go from card to card."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(*step)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's own name
        """Where the focus is, is what the keys are about."""
        super().focusInEvent(event)
        self.focused.emit()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """Words may need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """Return the height of all lines."""
        inner = self.layout()
        return inner.totalHeightForWidth(width) if inner else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for what it holds."""
        inner = self.layout()
        return inner.totalSizeHint() if inner else QSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Be as narrow as the longest word."""
        inner = self.layout()
        return inner.totalMinimumSize() if inner else QSize()


class _Column(QFrame):
    """One column: title, how many, cards that scroll."""

    def __init__(self, view: ColumnView) -> None:
        super().__init__()
        self.setProperty("part", "boardcolumn")
        self.cards = [BoardCard(one) for one in view.cards]
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(10), px(4), px(8))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(IconLabel(view.icon, theme.COLOURS["muted"], 18))
        head.addWidget(label(view.title, "strong", wrap=True), 1)
        head.addWidget(label(str(len(view.cards)), "count"))
        head.setContentsMargins(px(4), 0, px(6), 0)
        column.addLayout(head)
        inside = QWidget()
        inside.setProperty("part", "clear")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, px(4), 0)
        lines.setSpacing(px(8))
        for card in self.cards:
            lines.addWidget(card)
        lines.addStretch(1)
        self.area = QScrollArea()
        self.area.setProperty("part", "clear")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(view.title)
        self.area.setWidget(inside)
        column.addWidget(self.area, 1)


class Board(QWidget):
    """Shows `ColumnView`s side by side with what can be done about the chosen card."""

    chosen = Signal(str)
    """Key of the card that the person moved to."""
    opened = Signal(str)
    """Key of a card that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(12))
        self._columns: list[_Column] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(px(10))
        whole.addLayout(self._row, 1)
        self._bar = ActionBar()
        whole.addWidget(self._bar)
        self._keep = ""
        # A card has its place only after it was laid out.
        self._scroll = QTimer(self)
        self._scroll.setSingleShot(True)
        self._scroll.timeout.connect(self._show_card)

    @property
    def card(self) -> CardView | None:
        """The chosen card."""
        found = self._found(self._keep)
        return found.view if found is not None else None

    def show_columns(self, columns: Sequence[ColumnView], keep: str) -> None:
        """Show the work as it stands now; `keep` or the first card is chosen."""
        had_focus = self._focused() is not None
        for old in self._columns:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._columns = [_Column(view) for view in columns]
        for column in self._columns:
            self._row.addWidget(column, 1)
            for card in column.cards:
                card.moved.connect(self._moved)
                card.focused.connect(self._focus_came)
                card.clicked.connect(self._pressed)
        found = self._found(keep) or next(iter(self._cards()), None)
        self._keep = found.view.key if found is not None else ""
        self._show_chosen()
        if had_focus:
            self.take_focus()

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done now."""
        self._bar.show_actions(actions)

    def choose(self, key: str) -> bool:
        """Choose a card; False when it is not on the board."""
        found = self._found(key)
        if found is not None:
            self._keep = key
            self._show_chosen()
        return found is not None

    def take_focus(self) -> None:
        """Let the arrows begin at the chosen card."""
        found = self._found(self._keep)
        if found is not None and self.isVisible():
            found.setFocus()

    def next_card(self) -> None:
        """Go to the next card, over the end back to the first."""
        cards = self._cards()
        keys = [card.view.key for card in cards]
        if keys:
            at = keys.index(self._keep) + 1 if self._keep in keys else 0
            self._go(cards[at % len(cards)])

    def next_column(self) -> None:
        """Go to the first card of the next column that has one."""
        filled = [column.cards for column in self._columns if column.cards]
        if filled:
            now = [card.view.key for cards in filled for card in cards[:1]]
            at = next(
                (
                    at
                    for at, cards in enumerate(filled)
                    if any(card.view.key == self._keep for card in cards)
                ),
                len(now) - 1,
            )
            self._go(filled[(at + 1) % len(filled)][0])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's own name
        """What lay over the window is gone: let the arrows begin here."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and self.isEnabled():
            self.take_focus()

    def _cards(self) -> list[BoardCard]:
        return [card for column in self._columns for card in column.cards]

    def _found(self, key: str) -> BoardCard | None:
        return next((card for card in self._cards() if card.view.key == key), None)

    def _focused(self) -> BoardCard | None:
        return next((card for card in self._cards() if card.hasFocus()), None)

    def _moved(self, across: int, down: int) -> None:
        """Go where an arrow points; an empty column is passed over."""
        columns = [column.cards for column in self._columns if column.cards]
        for at, cards in enumerate(columns):
            keys = [card.view.key for card in cards]
            if self._keep not in keys:
                continue
            row = keys.index(self._keep)
            target = columns[min(max(at + across, 0), len(columns) - 1)]
            self._go(target[min(max(row + down, 0), len(target) - 1)])
            return

    def _go(self, card: BoardCard) -> None:
        if card.hasFocus():
            return
        card.setFocus()
        if not card.hasFocus():
            # Without the focus, such as in a window that is not in front, the choice moves alone.
            self._choose(card)

    def _focus_came(self) -> None:
        card = self.sender()
        if isinstance(card, BoardCard):
            self._choose(card)

    def _choose(self, card: BoardCard) -> None:
        if card.view.key != self._keep:
            self._keep = card.view.key
            self._show_chosen()
            self.chosen.emit(self._keep)

    def _pressed(self) -> None:
        card = self.sender()
        if isinstance(card, BoardCard):
            self._choose(card)
            self.opened.emit(card.view.key)

    def _show_chosen(self) -> None:
        for card in self._cards():
            card.show_chosen(on=card.view.key == self._keep)
        self._scroll.start(0)

    def _show_card(self) -> None:
        for column in self._columns:
            for card in column.cards:
                if card.view.key == self._keep:
                    column.area.ensureWidgetVisible(card, 0, px(8))
