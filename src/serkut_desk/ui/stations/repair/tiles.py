"""Many answers as tiles with sign and whole words; six of them have F-keys at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.repair.views import TileChoice

KEYS = ("F2", "F3", "F5", "F6", "F7", "F8")
"""F4 is STOP, F9 leaves, F10 saves: the others answer."""
MORE = "F11"


class WordTile(QPushButton):
    """One answer; its words break into lines and are never cut."""

    def __init__(self, choice: TileChoice, *, high: int = 62) -> None:
        super().__init__()
        self.choice = choice
        self.setProperty("part", "tile")
        self.setProperty("off", "true" if choice.reason else "false")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setEnabled(not choice.reason)
        self.setMinimumHeight(px(high))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(choice.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(10), px(8))
        row.setSpacing(px(10))
        tint = theme.COLOURS["disabled" if choice.reason else "accent_text"]
        row.addWidget(IconLabel(choice.icon, tint, 26), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(choice.word, "tileword", wrap=True), 1)
        self._key = label("", "key")
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_key("")

    def show_key(self, key: str) -> None:
        """Say which F-key gives this answer now, "" for none."""
        # The room stays, so that nothing moves when the keys do.
        self._key.setText(key)
        restyle(self._key, "part", "key" if key else "nokey")
        self.setAccessibleName(f"{self.choice.word} {key}".strip())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        """The words may need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """Return the height of all its lines."""
        inner = self.layout()
        return max(self.minimumHeight(), inner.heightForWidth(width) if inner else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for the words."""
        inner = self.layout()
        return (inner.sizeHint() if inner else QSize()).expandedTo(QSize(px(150), px(62)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Be as narrow as the longest word."""
        inner = self.layout()
        return inner.minimumSize() if inner else QSize()


class KeyedTiles(QWidget):
    """Answers in a grid; `offers` gives six of them F-keys, F11 gives them to the next six.

    Args:
        columns: How many stand side by side.
    """

    picked = Signal(str)
    """Key of the answer."""
    keys_moved = Signal()
    """Others have the F-keys now."""

    def __init__(self, columns: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._first = 0
        self._tiles: list[WordTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(8))

    def show_choices(self, choices: Sequence[TileChoice]) -> None:
        """Offer other answers."""
        for old in self._tiles:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles = [WordTile(choice) for choice in choices]
        self._first = 0
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // self._columns, at % self._columns)
            tile.clicked.connect(_Pick(self, tile.choice.key))
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        self._show_keys()

    def choose(self, key: str) -> None:
        """Show which answer was given; "" for none."""
        for tile in self._tiles:
            tile.setChecked(tile.choice.key == key)

    def offers(self) -> tuple[Action, ...]:
        """Return the answers that have F-keys now, and the way to the next ones."""
        keyed = self._tiles[self._first : self._first + len(KEYS)]
        answers = tuple(
            Action(
                tile.choice.word,
                _Pick(self, tile.choice.key),
                key,
                tile.choice.icon,
                enabled=not tile.choice.reason,
                reason=tile.choice.reason,
            )
            for tile, key in zip(keyed, KEYS, strict=False)
        )
        return (*answers, *self.more_actions())

    def more_actions(self) -> tuple[Action, ...]:
        """Return the way to the next answers, nothing where all have a key."""
        if len(self._tiles) <= len(KEYS):
            return ()
        return (Action(self.tr("Keys to the next ones"), self._more, MORE, "keyboard"),)

    @property
    def reasons(self) -> str:
        """Why some answers cannot be given, each reason once."""
        said = dict.fromkeys(tile.choice.reason for tile in self._tiles if tile.choice.reason)
        return " ".join(said)

    def _more(self) -> None:
        self._first += len(KEYS)
        if self._first >= len(self._tiles):
            self._first = 0
        self._show_keys()
        self.keys_moved.emit()

    def _show_keys(self) -> None:
        for at, tile in enumerate(self._tiles):
            place = at - self._first
            tile.show_key(KEYS[place] if 0 <= place < len(KEYS) else "")


class _Pick:
    """Tells which answer was given."""

    def __init__(self, tiles: KeyedTiles, key: str) -> None:
        self._tiles = tiles
        self._key = key

    def __call__(self) -> None:
        self._tiles.choose(self._key)
        self._tiles.picked.emit(self._key)
