"""The start of the handover screen: lists, channels, and scans that wait for a channel."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.papers import SERIES
from serkut_desk.ui.stations.handover import wording
from serkut_desk.ui.stations.handover.start_view import StartView

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.handover.actions import HandoverActions
    from serkut_desk.ui.stations.handover.answering import Answering
    from serkut_desk.ui.stations.handover.pages import Pages
    from serkut_desk.ui.stations.handover.presenter import HandoverPresenter, Listed

_PAPER = re.compile(rf"({'|'.join(SERIES.values())})-?[0-9]{{1,9}}")


class Starting(QObject):
    """Shows the start, and keeps what was scanned before anybody chose a channel.

    Args:
        hands: Words.
        pages: Where the start is put.
        actions: What can be done there.
        presenter: Finds papers.
        answering: Says that a scan waits.
        parent: Its owner.
    """

    chosen = Signal(str)
    """Code of a handover in a list."""

    def __init__(
        self,
        hands: Hands,
        pages: Pages,
        actions: HandoverActions,
        presenter: HandoverPresenter,
        answering: Answering,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._hands = hands
        self._pages = pages
        self._actions = actions
        self._presenter = presenter
        self._answering = answering
        self.listed: Listed | None = None
        self.waiting: tuple[str, ...] = ()

    @property
    def row(self) -> str:
        """Code of the chosen row, "" without one."""
        current = self._pages.start.current if self._pages.start else None
        return current.code if current else ""

    def show(self) -> bool:
        """Show it, as far as the lists are known; True when another page stood there."""
        if self.listed is None:
            return False
        listed, start = self.listed, self._pages.start
        fresh = start is None
        if start is None:
            actions = self._actions.channels(listed, self._hands.texts)
            lines = [wording.channel_line(one.channel) for one in listed.channels]
            start = StartView(list(zip(actions, lines, strict=True)))
            start.chosen.connect(self.chosen)
            start.moved.connect(self._show_actions)
            self._pages.put(start)
        start.show_lists(
            [wording.handover_row(one) for one in listed.half_done],
            [wording.handover_row(one) for one in listed.latest],
        )
        self.show_waiting()
        self._show_actions()
        return fresh

    def scanned(self, text: str) -> None:
        """Open the handover of a paper; keep anything else until somebody chose a channel."""
        if _PAPER.fullmatch(text):
            self._presenter.find(text, partial(self._no_paper, text))
        else:
            self._keep(text)

    def _no_paper(self, text: str, _failure: KnownFailure) -> None:
        # A serial number may look the same.
        self._keep(text)

    def _keep(self, text: str) -> None:
        if text not in self.waiting:
            self.waiting = (*self.waiting, text)
        self._answering.waits()
        self.show_waiting()

    def take(self) -> tuple[str, ...]:
        """Return what waits and forget it."""
        waiting, self.waiting = self.waiting, ()
        self.show_waiting()
        return waiting

    def show_waiting(self) -> None:
        """Say how many scans wait."""
        if self._pages.start is not None:
            count = len(self.waiting)
            words = self.tr("%n scans wait. Choose who gets the device.", "", count)
            self._pages.start.show_waiting(words if count else "")

    def _show_actions(self) -> None:
        start = self._pages.start
        if start is not None:
            start.show_actions(self._actions.start(start.current))
