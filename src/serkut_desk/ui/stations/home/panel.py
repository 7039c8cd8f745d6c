"""The home view: what waits where, what stands still and why; for makers what to begin with."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import ROWS, Queue
from serkut_desk.ui.panel import Action, Panel
from serkut_desk.ui.parts.result import StopInvite
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.home.feedback_list import FeedbackList
from serkut_desk.ui.stations.home.presenter import HomePresenter
from serkut_desk.ui.stations.home.side import HomeSide
from serkut_desk.ui.stations.home.tiles import BeginTile, QueueTile
from serkut_desk.ui.stations.home.views import (
    BEGIN,
    FEEDBACK_KEY,
    IN,
    KEYS,
    MAKER_KEYS,
    OUT,
    begin_view,
    may,
    queue_view,
    stuck_views,
)
from serkut_desk.ui.theme import px, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.domain.changes import Changes
    from serkut_desk.stations.home.queries import FeedbackNote
    from serkut_desk.stations.queues import QueueLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import PersonView

_OPENED_BY = {
    CodeKind.LOT: "intake",
    CodeKind.CERTIFICATE: "certificates",
    CodeKind.HANDOVER: "handover",
    CodeKind.WORK_ORDER: "repair",
}
_WIDE = 900  # px at 100 %; from here four tiles stand side by side
_NARROW = 560  # below it two do
_MAKER_TWO, _MAKER_THREE = 640, 1400


class HomePanel(Panel):
    """Queues as tiles in the order of the work.

    Args:
        hands: Asks and carries out.
    """

    side_width = 360

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._presenter = HomePresenter(hands, self)
        self._presenter.counted.connect(self._counted)
        self._presenter.said.connect(self.said)
        self._presenter.feedback.connect(self._show_feedback)
        self._tiles: dict[Queue, QueueTile | BeginTile] = {}
        self._grids: list[tuple[QGridLayout, list[QWidget]]] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._side: HomeSide | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))

    def set_person(self, person: PersonView | None) -> None:
        """Build the view that this person needs."""
        super().set_person(person)
        if self._tiles or person is None:
            return
        if self.guidance:
            self._build_plain()
        else:
            self._build_dense()

    def side(self) -> QWidget | None:
        """Return what stands still; makers have the whole width."""
        return self._side

    def shown(self) -> None:
        """Count what waits, and let the arrows begin at the first queue."""
        self._presenter.count()
        if self._side is not None and self._may(Permission.APPROVE):
            self._presenter.look_for_others()
        self._take_focus()

    def refresh(self, changes: Changes) -> None:
        """Count again: whatever changed may wait somewhere now."""
        self._presenter.count()
        if self._side is not None and self._may(Permission.APPROVE) and changes.devices:
            self._presenter.look_for_others()

    def scanned(self, text: str) -> bool:
        """Open what was scanned where it is worked on; any other code finds its device."""
        own = parse_code(text)
        station = _OPENED_BY.get(own.kind) if own is not None else None
        if station is None or self.person is None or station not in self.person.stations:
            return False
        self.panel_wanted.emit(station, text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the first queues, the feedback and STOP."""
        shown = [
            Action(self._name(queue), partial(self._open, queue), key=key)
            for queue, key in zip(self._tiles, self._keys, strict=False)
        ]
        if self._may(Permission.FEEDBACK):
            word = self.tr("Read the feedback")
            shown.append(Action(word, self._presenter.list_feedback, key=FEEDBACK_KEY))
        return (*shown, self._stop())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's own name
        """What lay over the window is gone: let the arrows begin here."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and self.isEnabled():
            self._take_focus()

    def _take_focus(self) -> None:
        """Let the arrows begin at the first queue, unless they are somewhere on this view."""
        first = next(iter(self._tiles.values()), None)
        focus = QApplication.focusWidget()
        elsewhere = focus is None or not self.isAncestorOf(focus)
        if first is not None and self.isVisible() and elsewhere:
            first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Put as many tiles side by side as fit."""
        super().resizeEvent(event)
        self._fit()

    def _may(self, permission: Permission) -> bool:
        return self.person is not None and permission.value in self.person.permissions

    @property
    def _keys(self) -> tuple[str, ...]:
        plain = self.guidance and not self._may(Permission.FEEDBACK)
        return MAKER_KEYS if plain else KEYS

    def _stop(self) -> Action:
        return Action(
            self.tr("Battery swollen? Press here."), self.stop_wanted.emit, key="F4", icon="hand"
        )

    def _name(self, queue: Queue) -> str:
        plain = f"queue.{queue.value}.start" if self.guidance else f"queue.{queue.value}"
        return self._hands.texts.say(plain)

    def _build_plain(self) -> None:
        self._column.addWidget(label(self.tr("You can begin with these"), "display", wrap=True))
        self._section([queue for queue in BEGIN if may(queue, self.person)])
        self._column.addStretch(1)
        self._column.addWidget(StopInvite(replace(self._stop(), key="")))

    def _build_dense(self) -> None:
        self._side = HomeSide(self._hands.texts)
        self._side.opened.connect(self.queue_wanted)
        self._side.device_opened.connect(partial(self.panel_wanted.emit, "wiping"))
        self._side.feedback_opened.connect(self._presenter.list_feedback)
        self._presenter.others.connect(self._side.show_others)
        self._column.addWidget(label(self.tr("What waits in the workshop"), "title"))
        for title, queues in (
            (self.tr("From the door to the certificate"), IN),
            (self.tr("From grading to handover"), OUT),
        ):
            shown = [queue for queue in queues if may(queue, self.person)]
            if shown:
                self._column.addWidget(label(title, "section"))
                self._section(shown)
        self._column.addStretch(1)

    def _section(self, queues: Sequence[Queue]) -> None:
        grid = QGridLayout()
        grid.setSpacing(px(10))
        made: list[QWidget] = []
        for queue in queues:
            at = len(self._tiles)
            key = self._keys[at] if at < len(self._keys) else ""
            tile = BeginTile(key, BEGIN[queue]) if self.guidance else QueueTile(key)
            tile.clicked.connect(partial(self._open, queue))
            self._group.addButton(tile)
            self._tiles[queue] = tile
            made.append(tile)
        self._column.addLayout(grid)
        self._grids.append((grid, made))
        self._fit()

    def _fit(self) -> None:
        width = self.width() / scale()
        if self.guidance:
            columns = 1 + (width >= _MAKER_TWO) + (width >= _MAKER_THREE)
        elif width >= _WIDE:
            columns = 4
        else:
            columns = 3 if width >= _NARROW else 2
        for grid, tiles in self._grids:
            for at, tile in enumerate(tiles):
                grid.addWidget(tile, at // columns, at % columns)
            for column in range(4):
                grid.setColumnStretch(column, 1 if column < columns else 0)

    def _counted(self, lines: tuple[QueueLine, ...]) -> None:
        texts = self._hands.texts
        for line in lines:
            tile = self._tiles.get(line.queue)
            if tile is not None:
                make = begin_view if self.guidance else queue_view
                tile.show_queue(make(line, texts))
        if self._side is not None:
            self._side.show_stuck(stuck_views(lines, self.person, texts))
            if self._may(Permission.FEEDBACK):
                unread = next(line.count for line in lines if line.queue is Queue.FEEDBACK)
                self._side.show_feedback(unread)

    def _open(self, queue: Queue) -> None:
        self.queue_wanted.emit(ROWS[queue].station, queue.value)

    def _show_feedback(self, notes: tuple[FeedbackNote, ...]) -> None:
        card = FeedbackList(self.window(), notes, self._hands.texts)
        card.read.connect(self._presenter.mark_read)
        self.overlay_wanted.emit(card)
