"""One file: where it stands, what it tells, what to do next, the original beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.button import ActionBar, BigButton
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.side_scroll import SideScroll
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.stations.evidence.original import OriginalView
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.evidence.originals import Original
    from serkut_desk.ui.stations.evidence.views import BesideView, DriveView, PageView


class FileSide(QWidget):
    """Shows a `PageView`."""

    other_wanted = Signal(str)
    """Key of another file about the same run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = Card()
        self._title = label("", "title", wrap=True)
        self._subtitle = label("", "muted", wrap=True)
        self._card.add(self._title)
        self._card.add(self._subtitle)
        self._area = SideScroll(self.tr("What the file tells"))
        self._card.add(self._area, 1)
        self._actions = ActionBar()
        self._card.add(self._actions)
        column.addWidget(self._card, 1)
        self._original: OriginalView | None = None
        self.show_page(None)

    def show_page(self, view: PageView | None) -> None:
        """Show one file, or that none is chosen."""
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(8))
        self._original = None
        self._title.setVisible(view is not None)
        self._subtitle.setVisible(view is not None)
        if view is None:
            line = self.tr("What it tells and what to do stands here.")
            column.addWidget(
                EmptyState(StateKind.NOTHING, self.tr("No file is chosen"), (line,)), 1
            )
        else:
            self._title.setText(view.title)
            self._subtitle.setText(view.subtitle)
            column.addWidget(Answer(view.tone, view.answer, view.why))
            for drive in view.drives:
                _add_drive(column, drive)
            for beside in view.beside:
                self._add_beside(column, beside)
            if view.kept:
                self._original = OriginalView()
                column.addWidget(self._original, 1)
            else:
                column.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(inside)

    def show_original(self, found: Original) -> None:
        """Show the original beneath what was read from it."""
        if self._original is not None:
            self._original.show_original(found)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the file."""
        self._actions.show_actions(actions)

    def _add_beside(self, column: QVBoxLayout, view: BesideView) -> None:
        """Show another file about the same run; what differs stands side by side."""
        column.addWidget(rule())
        same = self.tr("The same in {0}") if view.agrees else self.tr("Otherwise in {0}")
        same = self.tr("Attached: {0}") if view.attached else same
        said = label(same.replace("{0}", view.title), "strong", wrap=True)
        column.addWidget(said)
        if view.differences:
            grid = QGridLayout()
            grid.setHorizontalSpacing(px(14))
            for at, one in enumerate(view.differences):
                grid.addWidget(label(one.what, "secondary"), at, 0)
                for place, words in ((1, one.here), (2, one.there)):
                    grid.addWidget(label(words, wrap=True, tone=str(Tone.ATTENTION)), at, place)
            grid.setColumnStretch(1, 1)
            grid.setColumnStretch(2, 1)
            column.addLayout(grid)
        if view.number:
            action = Action(self.tr("Show it"), _Show(self, view.number), icon="file-text")
            column.addWidget(BigButton(action), 0, Qt.AlignmentFlag.AlignLeft)


def _add_drive(column: QVBoxLayout, view: DriveView) -> None:
    column.addWidget(rule())
    column.addWidget(label(view.title, "codevalue", wrap=True))
    tone = Tone.PLAIN if view.aside else view.tone
    column.addWidget(label(view.result, "strong", wrap=True, tone=str(tone)))
    if view.against:
        column.addWidget(label(view.against, "strong", wrap=True, tone=str(Tone.STOP)))
    column.addWidget(label(view.where, wrap=True))
    for line in view.lines:
        column.addWidget(label(line, "secondary", wrap=True))


class _Show:
    """Opens another file."""

    def __init__(self, side: FileSide, key: str) -> None:
        self._side = side
        self._key = key

    def __call__(self) -> None:
        self._side.other_wanted.emit(self._key)
