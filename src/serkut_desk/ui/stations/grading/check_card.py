"""The check at hand, big: its pictogram, its sentence, how to find out, and the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.parts.tiles import Tiles
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action

_BIG, _SMALL = 132, 64
_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class CheckView:
    """What the card says.

    Args:
        icon: The pictogram.
        before: What the check is about: its group, or the part of the surface.
        sentence: True when all is well.
        how: How to find out.
        given: What was answered before, "" when nothing was.
        unit: Of a figure, None when no figure is asked.
    """

    icon: str
    before: str
    sentence: str
    how: str = ""
    given: str = ""
    unit: str | None = None


class CheckCard(QFrame):
    """Shows a `CheckView` with its answers.

    Args:
        plain: One picture and one sentence, for makers: everything larger and in the middle.
    """

    typed = Signal()
    """The figure changed."""

    def __init__(self, *, plain: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "now")
        self._plain = plain
        middle = Qt.AlignmentFlag.AlignHCenter if plain else Qt.AlignmentFlag.AlignLeft
        self._icon = IconLabel("circle", theme.COLOURS["accent_text"], self._size)
        self._before = label("", "section")
        self._sentence = label("", "display" if plain else "title", wrap=True)
        self._how = label("", "lead" if plain else "muted", wrap=True)
        self._given = label("", "secondary", wrap=True)
        for line in (self._before, self._sentence, self._how, self._given):
            line.setAlignment(middle)
        self._figure = self._figure_row()
        self._tiles = Tiles(3)
        self._answers = ActionBar(big=True)
        self._steps = ActionBar()
        self._lay_out()

    @property
    def _size(self) -> int:
        return _BIG if self._plain else _SMALL

    @property
    def figure(self) -> int | None:
        """The figure that stands in the field, None when there is none."""
        text = self._field.text
        return int(text) if text.isascii() and text.isdigit() else None

    def set_figure(self, value: int | None) -> None:
        """Write a figure into the field."""
        self._field.set_text("" if value is None else str(value))

    def write_figure(self) -> None:
        """Let the person type the figure."""
        self._field.setFocus()
        self._field.edit.selectAll()

    def show_view(
        self,
        view: CheckView,
        answers: Sequence[Action],
        steps: Sequence[Action],
        tiles: Sequence[Action] = (),
    ) -> None:
        """Show another check; `steps` go back or leave it for later."""
        # Makers answer on tiles; a figure has more keys than fit in one row of them.
        large = self._plain and not tiles and view.unit is None
        two_rows = large and len(answers) > _IN_A_ROW
        size = _SMALL if view.unit is not None or two_rows else self._size
        self._icon.set_icon(view.icon, theme.COLOURS["accent_text"], size)
        # Tiles need the room, and have pictures of their own.
        self._icon.setVisible(not (tiles and self._plain))
        for line, words in (
            (self._before, view.before),
            (self._sentence, view.sentence),
            (self._how, view.how),
            (self._given, view.given),
        ):
            line.setText(words)
            line.setVisible(bool(words))
        self._figure.setVisible(view.unit is not None)
        self._unit.setText(view.unit or "")
        self._tiles.set_columns(2 if two_rows else _IN_A_ROW)
        self._tiles.show_actions(answers if large else tiles)
        self._tiles.setVisible(large or bool(tiles))
        self._answers.show_actions(() if large else answers)
        self._answers.setVisible(not large)
        self._steps.show_actions(steps)
        self.setAccessibleName(f"{view.sentence} {view.how}".strip())
        restyle(self, "plain", "true" if self._plain else "false")

    def _figure_row(self) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        self._field = TextField(self.tr("Figure"))
        self._field.edit.setValidator(QIntValidator(0, 99999, self._field.edit))
        self._field.edit.setFont(theme.font(28, figures=True))
        self._field.setFixedWidth(px(170))
        self._field.edited.connect(lambda _text: self.typed.emit())
        self._unit = label("", "result")
        row.addStretch(1 if self._plain else 0)
        row.addWidget(self._field)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(12), px(22), px(12))
        column.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(px(4))
        for line in (self._before, self._sentence, self._how, self._given):
            words.addWidget(line)
        if self._plain:
            column.addStretch(1)
            column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(px(6))
            column.addLayout(words)
        else:
            head = QHBoxLayout()
            head.setSpacing(px(18))
            head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
            head.addLayout(words, 1)
            column.addLayout(head)
        column.addWidget(self._figure)
        column.addWidget(self._tiles)
        column.addSpacing(px(4))
        column.addWidget(self._answers)
        if self._plain:
            column.addStretch(1)
        column.addWidget(self._steps)
