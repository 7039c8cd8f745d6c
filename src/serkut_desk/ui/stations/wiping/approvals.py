"""The ways to an approval from the supervisor's table: ticked ones together, or one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.wiping import wording
from serkut_desk.ui.stations.wiping.lane_card import LaneCard
from serkut_desk.ui.stations.wiping.lane_presenter import LanePresenter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.stations.wiping.board import Board
    from serkut_desk.ui.stations.wiping.questions import Questions


class Approvals(QObject):
    """Makes the buttons below the table, and opens what they open.

    Args:
        panel: Lays the cards and is what they cover.
        hands: Asks and carries out.
        questions: Asks what an approver states of ticked devices.
    """

    left = Signal()
    """The lane is left: the table is stale."""

    def __init__(self, panel: Panel, hands: Hands, questions: Questions) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._questions = questions
        self._rows: Sequence[WaitingRow] = ()
        self._board: Board | None = None
        self.lane: LaneCard | None = None

    def of(self, board: Board, rows: Sequence[WaitingRow], bring: Action) -> tuple[Action, ...]:
        """Return what can be done with the table; without ticks the devices come one by one."""
        self._rows, self._board = rows, board
        devices = {row.device for row in board.ticked}
        reason = ""
        person = self._panel.person
        if person is None or Permission.APPROVE.value not in person.permissions:
            reason = self.tr("A supervisor approves.")
        elif not board.tickable:
            reason = self._hands.texts.say("approve.nothing_here")
        ready = not reason
        if devices:
            word = self.tr("Approve %n devices", "", len(devices))
            approve = Action(word, self._approve, "F10", "check", ready, reason, main=True)
        else:
            word = self.tr("Approve one by one")
            approve = Action(word, self.open_lane, "F10", "check", ready, reason, main=True)
        all_of = Action(
            self.tr("Untick all") if board.all_ticked else self.tr("Tick the clean ones"),
            board.tick_all,
            "F2",
            "list-checks",
            enabled=board.tickable,
            reason="" if board.tickable else reason,
        )
        return approve, bring, all_of

    def open_lane(self) -> None:
        """Look at each device that waits, one after the other."""
        presenter = LanePresenter(self._hands, self)
        card = LaneCard(self._panel.window(), presenter, self._hands.texts)
        card.closed.connect(self._closed)
        card.certificates_wanted.connect(self._to_certificates)
        self.lane = card
        self._panel.overlay_wanted.emit(card)
        presenter.load()

    def _approve(self) -> None:
        keys = {row.key for row in self._board.ticked} if self._board else set()
        ticked = [row for row in self._rows if wording.key_of(row) in keys]
        self._questions.approve(ticked, self._rows)

    def _closed(self) -> None:
        self.lane = None
        self.left.emit()

    def _to_certificates(self, lot: str) -> None:
        if lot:
            self._panel.panel_wanted.emit("certificates", lot)
        else:
            self._panel.queue_wanted.emit("certificates", Queue.CERTIFY.value)
