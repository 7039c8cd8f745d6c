"""The papers that a handover, a return or a report just issued, with what to do with them.

tray = PaperTray(PaperWork(hands, Permission.HAND_OVER, self))
tray.show_papers(done.papers)     # `IssuedPaper`s; () hides it
... in function_keys(): (*tray.function_keys(), ...)   # F2 opens the first, F3 prints all
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar, BigButton
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.theme import COLOURS, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.papers import IssuedPaper
    from serkut_desk.ui.papers import PaperWork


class PaperTray(QWidget):
    """One row for each paper: what it is, its number, Open; below them Print for all.

    Args:
        work: Does what the buttons ask.
    """

    def __init__(self, work: PaperWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._papers: tuple[IssuedPaper, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._rows = QWidget()
        self._bar = ActionBar()
        self._column.addWidget(self._rows)
        self._column.addWidget(self._bar)
        self.show_papers(())

    @property
    def numbers(self) -> tuple[str, ...]:
        """Numbers of the papers that are shown."""
        return tuple(paper.name for paper in self._papers)

    def show_papers(self, papers: Sequence[IssuedPaper]) -> None:
        """Show other papers; none hides the tray."""
        self._papers = tuple(papers)
        old, self._rows = self._rows, QWidget()
        self._column.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for at, paper in enumerate(self._papers):
            if at:
                column.addWidget(rule())
            column.addLayout(self._row(paper))
        self._bar.show_actions(self.function_keys()[1:])
        self.setVisible(bool(self._papers))

    def function_keys(self, open_key: str = "F2", print_key: str = "F3") -> tuple[Action, ...]:
        """Return what F-keys do with the papers: open the first one, print them all."""
        if not self._papers:
            return ()
        return (
            Action(self.tr("Open the paper"), self._open, open_key, "file-text"),
            Action(self.tr("Print the papers"), self._print, print_key, "printer", main=True),
        )

    def _row(self, paper: IssuedPaper) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(IconLabel("file-text", COLOURS["muted"], 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(paper.title, "strong", wrap=True))
        words.addWidget(label(paper.name, "codevalue"))
        row.addLayout(words, 1)
        opening = Action(self.tr("Open"), partial(self._work.open, paper.name))
        row.addWidget(BigButton(opening))
        return row

    def _open(self) -> None:
        self._work.open(self._papers[0].name)

    def _print(self) -> None:
        self._work.print(self.numbers)
