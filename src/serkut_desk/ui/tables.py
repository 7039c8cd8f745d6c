"""Tables of frozen rows, fetched page by page; sorting and filtering happen in the query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from serkut_desk.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from serkut_desk.ui.theme import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""A `Tone` value when the cell is a pill, None otherwise."""
ENDS_ROLE = TONE_ROLE + 1
"""Whether the end of a cell's words stays when there is no room for the whole."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    `text` makes a cell's words; `tone`, where given, draws them as a pill. `mono` is for codes,
    `ends` for names: of what differs at its end, the middle gives way. `right` is for sums,
    `weight` the share of spare width, `width` the least in px at 100 %.
    """

    title: str
    text: Callable[[Row], str]
    tone: Callable[[Row], Tone] | None = None
    mono: bool = False
    ends: bool = False
    right: bool = False
    weight: int = 1
    width: int = 80


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows of one query, in pages by key.

    Args:
        columns: What is shown.
        key: A row's unique key; also what the next page continues after.
        checkable: Whether a row can be ticked; None for a table without ticks.
    """

    page_wanted = Signal(object, int)
    """(key of the last row or None, token). Answer with `take_page` and the same token."""
    checks_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], str],
        checkable: Callable[[Row], bool] | None = None,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._key = key
        self._checkable = checkable
        self._rows: list[Row] = []
        self._checked: dict[str, Row] = {}
        self._token = 0
        self._more = False
        self._pending = False
        self._mono = theme.font(14, mono=True)

    def reload(self) -> None:
        """Throw all rows away and ask for the first page; pages on their way are ignored."""
        self.beginResetModel()
        self._rows = []
        self._token += 1
        self._more = False
        self._pending = True
        self.endResetModel()
        self.page_wanted.emit(None, self._token)

    def take_page(self, token: int, rows: Sequence[Row], *, more: bool) -> None:
        """Add a page that was asked for; one of an older query is dropped."""
        if token != self._token:
            return
        self._pending = False
        self._more = more
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        if token and not more:
            self._forget_unseen()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show a short list that is complete."""
        self.beginResetModel()
        self._rows = list(rows)
        self._token += 1
        self._more = self._pending = False
        self.endResetModel()
        self._forget_unseen()

    def row(self, at: int) -> Row:
        """Return a row by its place."""
        return self._rows[at]

    def place_of(self, key: str) -> int | None:
        """Return where a row stands among those fetched, None if it is not."""
        found = (at for at, row in enumerate(self._rows) if self._key(row) == key)
        return next(found, None)

    @property
    def checked(self) -> tuple[Row, ...]:
        """The ticked rows."""
        return tuple(self._checked.values())

    @property
    def tickable(self) -> bool:
        """Whether any fetched row can be ticked."""
        return self._checkable is not None and any(map(self._checkable, self._rows))

    @property
    def all_checked(self) -> bool:
        """Whether every fetched row that can be ticked is ticked, and there is one."""
        can = [self._key(row) for row in self._rows if self._checkable and self._checkable(row)]
        return bool(can) and all(key in self._checked for key in can)

    def turn_all(self) -> None:
        """Tick everything; nothing where everything is ticked already."""
        self.check_all(on=not self.all_checked)

    def check_all(self, *, on: bool) -> None:
        """Tick every fetched row that can be ticked, or none."""
        self._checked = (
            {self._key(row): row for row in self._rows if self._checkable and self._checkable(row)}
            if on
            else {}
        )
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_CHECK])
        self.checks_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own signature
        """Return how many rows are fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's own name
        """Tell whether another page may exist."""
        return not parent.isValid() and self._more and not self._pending

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's own name
        """Ask for the next page; it comes later through `take_page`."""
        if self.canFetchMore(parent):
            self._pending = True
            self.page_wanted.emit(self._key(self._rows[-1]) if self._rows else None, self._token)

    def headerData(  # noqa: N802 - Qt's own name
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | int | None:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        if role == _ALIGN:
            return _alignment(right=self.columns[section].right)
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in (_DISPLAY, _SPOKEN):
            return column.text(row)
        if role == _CHECK and index.column() == 0:
            return self._check_state(row)
        if role == TONE_ROLE:
            return str(column.tone(row)) if column.tone else None
        return self._looks(column, role)

    def _looks(self, column: Column[Row], role: int) -> object:
        """Return what is the same in all cells of a column."""
        if role == ENDS_ROLE:
            return column.ends or column.mono
        if role == _FONT and column.mono:
            return self._mono
        return _alignment(right=column.right) if role == _ALIGN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and self._checkable and self._checkable(self._rows[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: object, role: int = _DISPLAY) -> bool:  # noqa: N802 - Qt's own name
        """Take a tick."""
        if role != _CHECK or not index.isValid() or not self._checkable:
            return False
        row = self._rows[index.row()]
        if not self._checkable(row):
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._checked[self._key(row)] = row
        else:
            self._checked.pop(self._key(row), None)
        self.dataChanged.emit(index, index, [_CHECK])
        self.checks_changed.emit()
        return True

    def _check_state(self, row: Row) -> Qt.CheckState | None:
        if self._checkable is None or not self._checkable(row):
            return None
        ticked = self._key(row) in self._checked
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def _forget_unseen(self) -> None:
        # A row that is gone, or can no longer be ticked, must not be acted on unseen.
        kept = {
            self._key(row): row
            for row in self._rows
            if self._key(row) in self._checked and self._checkable and self._checkable(row)
        }
        if kept.keys() != self._checked.keys():
            self._checked = kept
            self.checks_changed.emit()
        else:
            self._checked = kept


def _alignment(*, right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
