"""The view of a `PagedModel`: tall rows, state pills, ticks big enough for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from serkut_desk.ui import theme
from serkut_desk.ui.icons import pixmap
from serkut_desk.ui.tables import ENDS_ROLE, TONE_ROLE, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_TICK_COLUMN = 34


class _Cell(QStyledItemDelegate):
    """Paints one cell: ground, tick, words or pill, thin line below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ticks = False
        """Whether a row can be ticked now: without one, the first column gives no room to it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_ground"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(px(8), 0, -px(8), 0)
        if self.ticks and index.column() == 0:
            _paint_tick(painter, room, index.data(Qt.ItemDataRole.CheckStateRole))
            room.setLeft(room.left() + px(_TICK_COLUMN))
        words = str(index.data() or "")
        tone = index.data(TONE_ROLE)
        if tone and words:
            _paint_pill(painter, room, words, Tone(str(tone)))
        else:
            _paint_words(painter, room, words, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), px(4), px(4))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's own name
        """Return the room the words want."""
        del option
        font = index.data(Qt.ItemDataRole.FontRole) or theme.font(14, figures=True)
        width = QFontMetrics(font).horizontalAdvance(str(index.data() or "")) + px(18)
        if index.data(TONE_ROLE):
            width += px(34)
        if self.ticks and index.column() == 0:
            width += px(_TICK_COLUMN)
        return QSize(width, px(44))

    def editorEvent(  # noqa: N802 - Qt's own name
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Take a tap anywhere in the tick's cell."""
        del option
        now = index.data(Qt.ItemDataRole.CheckStateRole)
        if not self.ticks or index.column() != 0 or now is None:
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            return _turn_tick(model, index)
        return False

    def helpEvent(  # noqa: N802 - Qt's own name
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say the whole of what is cut."""
        cut = index.isValid() and self.sizeHint(option, index).width() > option.rect.width()
        words = str(index.data()) if cut else ""
        # Names from others' files are no markup.
        if GuiQt.mightBeRichText(words):
            words = GuiQt.convertFromPlainText(words)
        QToolTip.showText(event.globalPos(), words, view)
        return True


def _turn_tick(model: QAbstractItemModel, index: Index) -> bool:
    """Tick what is not ticked, and the other way round; False where nothing can be ticked."""
    now = index.data(Qt.ItemDataRole.CheckStateRole)
    if now is None:
        return False
    on = Qt.CheckState(now) is not Qt.CheckState.Checked
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def _paint_words(painter: QPainter, room: QRect, words: str, index: Index) -> None:
    painter.setFont(index.data(Qt.ItemDataRole.FontRole) or theme.font(14, figures=True))
    painter.setPen(theme.colour("ink"))
    ends = bool(index.data(ENDS_ROLE))
    side = Qt.TextElideMode.ElideMiddle if ends else Qt.TextElideMode.ElideRight
    elided = painter.fontMetrics().elidedText(words, side, room.width())
    painter.drawText(room, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), elided)


def _paint_pill(painter: QPainter, room: QRect, words: str, tone: Tone) -> None:
    pair = theme.TONES[tone]
    painter.setFont(theme.font(13, QFont.Weight.DemiBold))
    metrics = painter.fontMetrics()
    sign = tone is not Tone.PLAIN
    before = px(26) if sign else px(10)
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - before - px(10))
    width = before + metrics.horizontalAdvance(words) + px(10)
    height = px(24)
    box = QRectF(room.left(), room.center().y() - height / 2 + 0.5, width, height)
    painter.setPen(QPen(QColor(pair.border), 1))
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(box, height / 2, height / 2)
    if sign:
        at = QRectF(box.left() + px(8), box.center().y() - px(14) / 2, px(14), px(14))
        drawn = pixmap(theme.TONE_ICONS[tone], pair.text, 14)
        painter.drawPixmap(at, drawn, QRectF(drawn.rect()))
    painter.setPen(QColor(pair.text))
    painter.drawText(
        box.adjusted(before, 0, 0, 0),
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        words,
    )


def _paint_tick(painter: QPainter, room: QRect, state: int | None) -> None:
    side = px(20)
    box = QRectF(room.left(), room.center().y() - side / 2 + 0.5, side, side)
    if state is None:
        painter.setPen(QPen(theme.colour("line_strong"), px(2)))
        middle = box.center().y()
        painter.drawLine(
            int(box.left() + px(5)), int(middle), int(box.right() - px(5)), int(middle)
        )
        return
    ticked = Qt.CheckState(state) is Qt.CheckState.Checked
    painter.setPen(QPen(theme.colour("accent" if ticked else "line_strong"), px(2)))
    painter.setBrush(theme.colour("accent" if ticked else "panel"))
    painter.drawRoundedRect(box, px(5), px(5))
    if ticked:
        inner = box.adjusted(px(3), px(3), -px(3), -px(3))
        drawn = pixmap("check", theme.COLOURS["white"], 14)
        painter.drawPixmap(inner, drawn, QRectF(drawn.rect()))


class DataTable(QTableView, Generic[Row]):
    """Shows a `PagedModel`.

    Args:
        model: The rows.
        name: What the table holds, for a screen reader.
        ticks: The model's rows can be ticked.
    """

    picked = Signal(object)
    """The row that the person moved to."""

    def __init__(
        self,
        model: PagedModel[Row],
        name: str,
        *,
        ticks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self._cell = _Cell(self)
        self.setItemDelegate(self._cell)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(px(44))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(px(30))
        head.setFixedHeight(px(38))
        self._ticks = ticks
        self.selectionModel().currentRowChanged.connect(self._moved)
        model.rowsInserted.connect(self._fit)
        model.modelReset.connect(self._fit)

    def show_row(self, key: str) -> None:
        """Move to a row by its key, if it is there; `picked` is emitted when it is another."""
        at = self._model.place_of(key)
        if at is not None:
            self.setCurrentIndex(self._model.index(at, 0))

    @property
    def waits_for_keys(self) -> bool:
        """Whether a person sees rows here that they could move through."""
        return self.isVisible() and self.isEnabled() and self._model.rowCount() > 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Move by rows, wherever in the row the last tap was; Space ticks the row."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        last = self._model.rowCount() - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in ends and last >= 0:
            self.setCurrentIndex(self._model.index(ends[key], 0))
        elif key is Qt.Key.Key_Space and self._ticks and row >= 0:
            _turn_tick(self._model, self._model.index(row, 0))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _moved(self, now: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(self._model.row(now.row()))

    def _fit(self) -> None:
        """Give each column what its first rows want, then share what is left by weight."""
        columns = self._model.columns
        self._cell.ticks = self._ticks and self._model.tickable
        seen = min(self._model.rowCount(), 60)
        option = QStyleOptionViewItem()
        delegate = self.itemDelegate()
        title = QFontMetrics(theme.font(13, QFont.Weight.DemiBold))
        wanted = []
        for at, column in enumerate(columns):
            cells = (
                delegate.sizeHint(option, self._model.index(row, at)).width() for row in range(seen)
            )
            least = max(px(column.width), title.horizontalAdvance(column.title) + px(20))
            wanted.append(max(least, *cells, 0))
        spare = self.viewport().width() - sum(wanted)
        # Too little room is taken from plain words, then from codes: states stay whole.
        plain = [column.weight * (not column.mono and not column.tone) for column in columns]
        weights = [column.weight for column in columns] if spare >= 0 else plain
        lowest = [px(column.width) for column in columns]
        widths = shared(wanted, lowest, weights, spare)
        over = self.viewport().width() - sum(widths)
        if over < 0:
            widths = shared(widths, lowest, [int(column.mono) for column in columns], over)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)


def shared(
    wanted: Sequence[int], least: Sequence[int], weights: Sequence[int], spare: int
) -> list[int]:
    """Return widths of columns after spare room is given or, below zero, taken by weight.

    What one column can not give, because it has come to its least, the others give.
    """
    widths = [max(want, low) for want, low in zip(wanted, least, strict=True)]
    spare -= sum(widths) - sum(wanted)
    while spare:
        taking = [
            at
            for at, weight in enumerate(weights)
            if weight and (spare > 0 or widths[at] > least[at])
        ]
        shares = sum(weights[at] for at in taking)
        if not shares:
            break
        before = spare
        for at in taking:
            part = before * weights[at] // shares
            changed = max(widths[at] + part, least[at])
            spare -= changed - widths[at]
            widths[at] = changed
        if spare == before or before > 0:
            break
    return widths
