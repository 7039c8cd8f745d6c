"""Papers of a handover: originals right after it, marked copies whenever it is opened later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.papers import PaperWork

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.handover.commands import HandedOver
    from serkut_desk.stations.handover.views import PaperLink
    from serkut_desk.ui.hands import Hands


class Papers(QObject):
    """Prints and opens.

    Args:
        hands: Carries out.
        parent: Its owner.
    """

    said = Signal(object)
    """A `Notice`."""

    def __init__(self, hands: Hands, parent: QObject) -> None:
        super().__init__(parent)
        self._work = PaperWork(hands, Permission.HAND_OVER, self)
        self._work.said.connect(self.said)
        self._fresh: frozenset[str] = frozenset()

    def issued(self, done: HandedOver) -> None:
        """Print the paper for the receiver; until `forget` the originals may be printed."""
        self._fresh = frozenset(paper.name for paper in done.papers)
        self._work.print([paper.name for paper in done.papers[:1]])

    def forget(self) -> None:
        """From now on only copies are printed."""
        self._fresh = frozenset()

    def print(self, papers: Sequence[PaperLink]) -> None:
        """Print papers, as they are or as marked copies."""
        names = [paper.name for paper in papers]
        if originals := [name for name in names if name in self._fresh]:
            self._work.print(originals)
        for name in names:
            if name not in self._fresh:
                self._work.reprint(name, on_paper=True)

    def open(self, papers: Sequence[PaperLink]) -> None:
        """Show papers in the system's own program."""
        for paper in papers:
            self._work.open(paper.name)
