"""What stands in the work area of the grading screen: one page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.grading.pages import FirstPage, InspectPage
from serkut_desk.ui.stations.grading.queue_card import QueueCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.grading.queries import QueueLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.grading.graded_page import GradedPage


class Stage(QWidget):
    """Makes pages when they are needed and lets go of the one before."""

    picked = Signal(str)
    """Key of a check that was tapped."""
    typed = Signal()
    """The figure changed."""
    row_picked = Signal()
    """Another row of a queue was chosen, or another queue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was shown yet."""
        return self._inside is None

    @property
    def inspection(self) -> InspectPage | None:
        """The page of an inspection, while it is shown."""
        return self._inside if isinstance(self._inside, InspectPage) else None

    @property
    def queue(self) -> QueueCard | None:
        """The queues, while they are shown."""
        return self._inside if isinstance(self._inside, QueueCard) else None

    def show_state(
        self, kind: StateKind, title: str, lines: Sequence[str] = (), actions: Sequence[Action] = ()
    ) -> None:
        """Show that there is nothing, something under way, a failure or a refusal."""
        self._show(EmptyState(kind, title, lines, actions))

    def show_inspection(self, texts: Texts, *, plain: bool) -> InspectPage:
        """Return the page of an inspection, made where there is none."""
        page = self.inspection
        if page is None:
            page = InspectPage(texts, plain=plain)
            page.picked.connect(self.picked)
            page.check.typed.connect(self.typed)
            self._show(page)
        return page

    def show_graded(self, page: GradedPage) -> None:
        """Show a graded device."""
        self._show(page)

    def show_first(self, sentence: str, actions: Sequence[Action]) -> None:
        """Show the maker's beginning."""
        page = self._inside
        if not isinstance(page, FirstPage):
            page = FirstPage()
            self._show(page)
        page.show_waiting(sentence, actions)

    def show_queue(self, texts: Texts, lines: Sequence[QueueLine], turned: str) -> None:
        """Show what waits, turned to one queue."""
        page = self.queue
        if page is None:
            page = QueueCard(texts)
            page.picked.connect(lambda _code: self.row_picked.emit())
            self._show(page)
        page.show_lines(lines, turned)

    def _show(self, widget: QWidget) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = widget
        self._column.addWidget(widget, 1)
