"""The dark rail at the left: stations in the order of the work, with the number that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.shell.places import (
    BEHIND,
    BELOW_THE_LINE,
    ICONS,
    on_rail,
    station_short,
    station_title,
)
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

WIDTH = 228
_TALL = 46  # px at 100 %; a station where there is room
_LEAST = 44  # and where there is little; below that the rail scrolls
_MOST_NARROW = 99  # the largest count that stands beside a short name
_GAP = 2
_SIDE = 8


class _StationButton(QPushButton):
    """One station: icon, name, and how many wait."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setProperty("part", "station")
        self.setCheckable(True)
        self.setAutoDefault(False)
        # Whoever taps it goes on in the panel: arrows are for the list there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(px(_TALL))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(9), 0, px(6), 0)
        row.setSpacing(px(8))
        self._icon = IconLabel(ICONS[key], theme.COLOURS["rail_text"], 20)
        self._title = label(station_title(key))
        self._waiting = label("", "waiting")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._icon)
        row.addWidget(self._title, 1)
        row.addWidget(self._waiting)
        for child in (self._icon, self._title, self._waiting):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = row
        self._count = 0
        self.is_narrow = False
        self.toggled.connect(self._show_active)
        self.show_waiting(0)

    def show_waiting(self, count: int) -> None:
        """Show how many wait; none shows nothing."""
        self._count = count
        most = _MOST_NARROW if self.is_narrow else count
        self._waiting.setText(str(count) if count <= most else f"{most}+")
        self._waiting.setVisible(count > 0)
        name = station_title(self._key)
        waiting = self.tr("%n waiting", "", count) if count else ""
        self.setAccessibleName(f"{name} {waiting}".strip())

    def set_narrow(self, on: bool) -> None:  # noqa: FBT001 - said by the caller's own fit
        """Stand beside another one: a short name without a picture."""
        if on == self.is_narrow:
            return
        self.is_narrow = on
        self._icon.setVisible(not on)
        self._title.setText(station_short(self._key) if on else station_title(self._key))
        self._row.setContentsMargins(px(7 if on else 9), 0, px(4 if on else 6), 0)
        self._row.setSpacing(px(2 if on else 8))
        restyle(self._title, "narrow", "true" if on else "false")
        restyle(self._waiting, "narrow", "true" if on else "false")
        self.show_waiting(self._count)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Fill the rail's width, or half of it."""
        whole = px(WIDTH - 2 * _SIDE)
        width = (whole - px(_GAP)) // 2 if self.is_narrow else whole
        return QSize(width, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never make the rail wider than it is."""
        return self.sizeHint()

    def _show_active(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        for child in (self._title, self._waiting):
            restyle(child, "active", "true" if on else "false")
        tint = theme.COLOURS["accent_text" if on else "rail_text"]
        self._icon.set_icon(ICONS[self._key], tint, 20)


class Rail(QFrame):
    """Name of the workshop above, stations below.

    Args:
        workshop: Its name.
        desk: Which desk this is.
    """

    station_chosen = Signal(str)

    def __init__(self, workshop: str, desk: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "rail")
        self.setFixedWidth(px(WIDTH))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(14), 0, px(8))
        whole.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(22), 0, px(12), px(10))
        head.setSpacing(px(1))
        head.addWidget(label("Serkut Desk", "brand"))
        self._where = self.tr("desk {0}").replace("{0}", desk)
        self._workshop = label("", "workshop", wrap=True)
        self.set_workshop(workshop)
        head.addWidget(self._workshop)
        whole.addLayout(head)
        inside = QWidget()
        inside.setProperty("part", "clear")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(px(_SIDE), 0, px(_SIDE), 0)
        self._column.setSpacing(px(_GAP))
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setProperty("part", "railarea")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.tr("Stations"))
        self._area.setWidget(inside)
        whole.addWidget(self._area, 1)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _StationButton] = {}
        self._made: list[QWidget] = []
        self._below = QGridLayout()
        self._lined = False
        self._columns = 0

    def set_workshop(self, name: str) -> None:
        """Show the workshop's name; "" while it is not known."""
        self._workshop.setText(" · ".join(filter(None, (name, self._where))))

    def show_stations(self, keys: Sequence[str]) -> None:
        """Offer exactly these stations; those behind another one are reached through it."""
        for old in self._made:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = []
        self._buttons = {}
        self._below = QGridLayout()
        self._below.setSpacing(px(_GAP))
        box = QWidget()
        box.setProperty("part", "clear")
        box.setLayout(self._below)
        self._below.setContentsMargins(0, 0, 0, 0)
        for key in on_rail(keys):
            button = _StationButton(key)
            button.clicked.connect(self._chosen)
            button.setProperty("key", key)
            self._group.addButton(button)
            self._buttons[key] = button
            if key not in BELOW_THE_LINE:
                self._add(button)
        self._lined = 0 < len(self._above) < len(self._buttons)
        if self._lined:
            self._add(self._line())
        self._add(box)
        self._columns = 0
        self._fit()

    @property
    def _above(self) -> list[_StationButton]:
        """The steps of the work."""
        return [one for key, one in self._buttons.items() if key not in BELOW_THE_LINE]

    @property
    def _others(self) -> list[_StationButton]:
        """What stands below the line."""
        return [one for key, one in self._buttons.items() if key in BELOW_THE_LINE]

    def show_active(self, key: str) -> None:
        """Mark the station that is open; "" when none is."""
        key = self._stands_as(key)
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)
        if key in self._buttons:
            self._area.ensureWidgetVisible(self._buttons[key], 0, px(_LEAST))

    def show_waiting(self, counts: Mapping[str, int]) -> None:
        """Show how many wait at each station."""
        shown = dict.fromkeys(self._buttons, 0)
        for key, count in counts.items():
            if self._stands_as(key) in shown:
                shown[self._stands_as(key)] += count
        for key, button in self._buttons.items():
            button.show_waiting(shown[key])

    def _stands_as(self, key: str) -> str:
        """Return the station on the rail that one is reached through, mostly itself."""
        return key if key in self._buttons else BEHIND.get(key, key)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Make the stations as tall as fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each station its height.

        Where they do not fit below each other, those below the line stand two by two; a scroll
        bar is there only when that is too much as well.
        """
        if not self._buttons:
            return
        above, others = self._above, self._others
        columns = 1 if self._room(len(above) + len(others)) >= px(_LEAST) else 2
        if columns != self._columns:
            self._columns = columns
            for at, button in enumerate(others):
                button.set_narrow(columns > 1)
                self._below.addWidget(button, at // columns, at % columns)
        room = self._room(len(above) + -(-len(others) // columns))
        for button in self._buttons.values():
            button.setFixedHeight(min(max(room, px(_LEAST)), px(_TALL)))

    def _room(self, rows: int) -> int:
        """Return how high each of so many rows can be."""
        lines = px(1) + px(_GAP) if self._lined else 0
        return (self._area.height() - lines - px(_GAP) * rows) // rows

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)
        self._made.append(widget)

    @staticmethod
    def _line() -> QWidget:
        line = QFrame()
        line.setProperty("part", "railline")
        return line

    def _chosen(self) -> None:
        self.station_chosen.emit(str(self.sender().property("key")))
