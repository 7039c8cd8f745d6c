"""The wiping screen: what waits and its evidence for supervisors, one step for makers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.finding import FoundBy
from serkut_desk.stations.wiping.queries import Group
from serkut_desk.ui.panel import Action, Chip, Notice, Panel
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.wiping import wording
from serkut_desk.ui.stations.wiping.approvals import Approvals
from serkut_desk.ui.stations.wiping.board import Board
from serkut_desk.ui.stations.wiping.evidence_side import EvidenceSide
from serkut_desk.ui.stations.wiping.maker import MakerGuide, MakerSide
from serkut_desk.ui.stations.wiping.maker_actions import MakerOpen, maker_actions, opened
from serkut_desk.ui.stations.wiping.maker_words import guide_view, loose_view, start_view
from serkut_desk.ui.stations.wiping.presenter import WipingPresenter
from serkut_desk.ui.stations.wiping.questions import Questions
from serkut_desk.ui.stations.wiping.row_actions import RowActions
from serkut_desk.ui.stations.wiping.summary import summary
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.queries import DeviceCard, Found
    from serkut_desk.stations.wiping.queries import EvidenceView, WaitingRow
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView
    from serkut_desk.ui.parts.bring_card import FateView
    from serkut_desk.ui.parts.card import Card
    from serkut_desk.ui.stations.wiping.views import WipeRow

_MAKER_WIDTH, _SUPERVISOR_WIDTH = 530, 316
_GROUPS = {
    Queue.DECLARE: Group.TO_WIPE,
    Queue.WIPE: Group.TO_WIPE,
    Queue.APPROVE: Group.RESULT,
    Queue.NOT_ENOUGH: Group.RESULT,
    Queue.FAILED: Group.FAILED,
    Queue.REVIEW: Group.DECIDE,
}


class WipingPanel(Panel):
    """One view for makers, one for who decides.

    Args:
        hands: Carries out what is asked.
    """

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._hands = hands
        self._presenter = WipingPresenter(hands, self)
        self.questions = Questions(self, hands, self._presenter)
        self._row_actions = RowActions(self.questions, self._presenter)
        self.approvals = Approvals(self, hands, self.questions)
        self.approvals.left.connect(self.shown)
        self._connect()
        self._rows: tuple[WaitingRow, ...] = ()
        self._keep = ""
        self._device = ""
        self._maker_open = MakerOpen()
        self._medium: str | None = None
        self._scan = ""
        self._reports = 0
        self._announce = False
        self._board: Board | None = None
        self._guide: MakerGuide | None = None
        self._evidence: EvidenceSide | None = None
        self._maker_side: MakerSide | None = None
        self._side = QWidget()
        for widget in (self, self._side):
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(14))

    def side(self) -> QWidget:
        """Show the evidence, or the maker's answer."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Build the view that this person needs."""
        super().set_person(person)
        plain = self.guidance
        self.side_width = _MAKER_WIDTH if plain else _SUPERVISOR_WIDTH
        if plain and self._guide is None:
            self._build_plain()
        elif not plain and self._board is None:
            self._build_dense()
        self._show_actions()

    def shown(self) -> None:
        """Fetch what waits."""
        if self._board is not None:
            self._presenter.load()
        elif self._device:
            self._presenter.open_device(self._device)

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when devices or people changed."""
        # Behind the lane nobody sees it; it is fetched once that is left.
        wanted = changes.devices or changes.media or changes.policy or changes.people
        if wanted and self.approvals.lane is None:
            self.shown()

    @property
    def half_done(self) -> bool:
        """A maker has a device open."""
        return self._board is None and bool(self._device)

    def show_queue(self, queue: str) -> None:
        """Turn to the tab where these rows stand."""
        group = _GROUPS.get(Queue(queue))
        if self._board is not None and group is not None:
            self._keep = ""
            self._board.show_rows(self._lines(), group.value)

    def park(self) -> Parked:
        """Keep where the person was."""
        group = self._board.group if self._board else ""
        return {"group": group, "keep": self._keep, "device": self._device}

    def resume(self, state: Parked) -> None:
        """Continue there."""
        self._keep = str(state.get("keep") or "")
        self._device = str(state.get("device") or "")
        group = str(state.get("group") or "")
        if self._board is not None and group:
            self._board.show_rows((), group)

    def scanned(self, text: str) -> bool:
        """Open a device or medium; another text beside an open device is a disk of it.

        A place beside an open medium that was taken out is where that lies.
        """
        own = parse_code(text)
        open_one = self._maker_open.loose
        loose = open_one.medium_id if open_one is not None else None
        if own is not None and own.kind is CodeKind.PLACE and loose is not None:
            self.scan_taken.emit(self.tr("place"), Tone.GOOD)
            self._presenter.place(loose, str(own))
            return True
        if own is not None and own.kind not in {CodeKind.DEVICE, CodeKind.MEDIUM}:
            return False
        self._scan = text
        self.scans_held.emit()
        self._presenter.find(text)
        return True

    def chips(self) -> tuple[Chip, ...]:
        """Say how many reports came from the stick last."""
        if not self._reports:
            return ()
        return (Chip(self.tr("Brought in:"), self.tr("%n reports", "", self._reports)),)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        return (*self._list_actions(), *self._side_actions(), self._stop())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Take reports."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Bring in what was dropped."""
        event.acceptProposedAction()
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        self.questions.bring_in().take([Path(url.toLocalFile()) for url in urls])

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._took_rows)
        presenter.failed.connect(self._failed)
        presenter.said.connect(self.said)
        presenter.evidence_ready.connect(self._took_evidence)
        presenter.found.connect(self._found)
        presenter.card_ready.connect(self._took_card)
        presenter.refused.connect(self._refused)
        presenter.done.connect(self.shown)
        presenter.imported.connect(self._imported)

    def _build_plain(self) -> None:
        stop = replace(self._stop(), key="")
        self._guide, self._maker_side = MakerGuide(), MakerSide(stop)
        self._put(self._guide, self._maker_side)
        self._show_start()

    def _build_dense(self) -> None:
        self._board, self._evidence = Board(Group.RESULT.value), EvidenceSide()
        self._board.picked.connect(self._picked)
        self._board.group_chosen.connect(self._group_chosen)
        self._board.ticks_changed.connect(self._show_actions)
        self._put(self._board, self._evidence)
        self._board.show_busy()

    def _put(self, main: Card, side: QWidget) -> None:
        for place, widget in ((self, main), (self._side, side)):
            column = place.layout()
            if column is not None:
                column.addWidget(widget)

    def _may(self, permission: Permission) -> bool:
        return self.person is not None and permission.value in self.person.permissions

    def _stop(self) -> Action:
        word = self.tr("Battery swollen? Press here.")
        return Action(word, self.stop_wanted.emit, "F4", "hand")

    def _row(self) -> WaitingRow | None:
        return next((row for row in self._rows if wording.key_of(row) == self._keep), None)

    def _successor(self) -> WaitingRow | None:
        """Return the row that came in place of the kept one: a bare device gets its first disk."""
        device = wording.bare_device(self._keep)
        return next((row for row in self._rows if device and row.device == device), None)

    def _list_actions(self) -> tuple[Action, ...]:
        bring = Action(self.tr("Bring in reports"), self._bring_in, "F5", "usb")
        if self._board is None:
            return (bring,) if self._may(Permission.WIPE) else ()
        if self._board.group != Group.RESULT.value:
            return (bring,)
        return self.approvals.of(self._board, self._rows, bring)

    def _side_actions(self) -> tuple[Action, ...]:
        row = self._row()
        if self._board is None:
            return self._maker_actions()
        if row is None:
            return ()
        return self._row_actions.of(row, decides=self._may(Permission.DECIDE))

    def _maker_actions(self) -> tuple[Action, ...]:
        return maker_actions(self._device, self._maker_open, self.questions, self._show_start)

    def _show_actions(self) -> None:
        if self._board is not None:
            self._board.show_actions(self._list_actions())
        elif self._maker_side is not None:
            self._maker_side.show_actions((*self._maker_actions(), *self._list_actions()))

    def _took_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        if self._board is None:
            return
        self._rows = rows
        counts: dict[str, int] = dict.fromkeys((group.value for group in Group), 0)
        for row in rows:
            counts[row.group.value] += 1
        self._board.show_counts(counts)
        group = self._board.group
        kept = self._row() or self._successor()
        if kept is not None:
            group, self._keep = kept.group.value, wording.key_of(kept)
        self._board.show_rows(self._lines(), group, self._keep)
        if not any(row.group.value == group for row in rows):
            self._keep = ""
            self._show_evidence()
        self._show_actions()
        if self._announce:
            self._announce = False
            self.said.emit(summary(rows))

    def _imported(self, view: FateView) -> None:
        self._reports = len(view.rows)
        self.chips_changed.emit()
        self._announce, self._keep = True, ""
        if self._board is not None:
            self._board.choose(Group.RESULT.value)
        self.shown()

    def _failed(self, failure: KnownFailure) -> None:
        if self._board is None:
            return
        told = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        state = EmptyState(StateKind.FAILED, told["what"], (told["why"], told["next"]), (again,))
        self._board.show_instead(state)

    def _picked(self, key: str) -> None:
        self._keep = key
        self._show_evidence()

    def _group_chosen(self, group: str) -> None:
        self._keep = ""
        if self._board is not None:
            self._board.show_rows(self._lines(), group)
            if not any(row.group.value == group for row in self._rows):
                self._show_evidence()
        self._show_actions()

    def _lines(self) -> list[WipeRow]:
        """Return the lines of the table; what can be approved stands first."""
        texts, may = self._hands.texts, self._may(Permission.APPROVE)
        lines = [wording.wipe_row(row, texts, may_approve=may) for row in self._rows]
        return sorted(lines, key=lambda line: not line.tickable)

    def _show_evidence(self) -> None:
        row = self._row()
        if self._evidence is None:
            return
        if row is None:
            self._evidence.show_evidence(None, ())
        elif row.medium_id is None:
            self._evidence.show_evidence(
                wording.row_view(row, self._hands.texts), self._side_actions()
            )
        else:
            self._presenter.look_at(row.medium_id)

    def _took_evidence(self, medium: int, found: EvidenceView) -> None:
        row = self._row()
        if self._evidence is None or row is None or row.medium_id != medium:
            return
        may = row.approvable and self._may(Permission.APPROVE)
        view = wording.medium_view(row, found, self._hands.texts, may_approve=may)
        self._evidence.show_evidence(view, self._side_actions())

    def _bring_in(self) -> None:
        self.questions.bring_in()

    def _found(self, found: Found) -> None:
        self.scans_released.emit()
        self._medium = found.code if found.by is FoundBy.MEDIUM else None
        if found.device is not None:
            self.scan_taken.emit(short(found.device), Tone.GOOD)
            self._open(found.device)
        elif self._device and not found.devices and parse_code(self._scan) is None:
            self.scan_taken.emit(self.tr("serial number of a disk"), Tone.GOOD)
            self.questions.declare(self._device, self._scan, self._device_type())
        else:
            self.scan_taken.emit(self.tr("not found"), Tone.ATTENTION)
            line = self.tr("Scan the device's own label first.")
            self.said.emit(Notice(Tone.ATTENTION, self.tr("Not found here"), line))

    def _device_type(self) -> str:
        """Return the kind of the open device."""
        if self._board is None:
            return self._maker_open.device_type
        mine = (row.device_type for row in self._rows if row.device == self._device)
        return next(mine, "")

    def _open(self, device: str) -> None:
        self._device = device
        if self._board is None:
            self._presenter.open_device(device)
            return
        row = next((row for row in self._rows if row.device == device), None)
        if row is None:
            # Not waiting: it is shown all the same, once it is fetched.
            self._presenter.open_device(device)
            return
        self._go_to(row)

    def _go_to(self, row: WaitingRow) -> None:
        if self._board is None:
            return
        self._keep = wording.key_of(row)
        self._took_rows(self._rows)
        self._show_evidence()

    def _took_card(self, card: DeviceCard, rows: tuple[WaitingRow, ...]) -> None:
        if self._board is not None:
            known = {wording.key_of(row) for row in rows}
            others = (row for row in self._rows if wording.key_of(row) not in known)
            self._rows = (*others, *rows)
            if rows:
                self._go_to(rows[0])
            return
        if card.code != self._device or self._guide is None or self._maker_side is None:
            return
        self._maker_open = opened(rows, self._medium)
        loose, texts = self._maker_open.loose, self._hands.texts
        view = loose_view(loose, texts) if loose else guide_view(card, rows, texts)
        self._guide.show_guide(view)
        self._maker_side.show_guide(view)
        self._show_actions()

    def _show_start(self) -> None:
        self._device, self._maker_open = "", MakerOpen()
        if self._guide is not None and self._maker_side is not None:
            view = start_view()
            self._guide.show_guide(view)
            self._maker_side.show_guide(view)
        self._show_actions()

    def _refused(self, _what: str, _why: str) -> None:
        self.scans_released.emit()
