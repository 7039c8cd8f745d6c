"""Machines that told of themselves: bring in their lists, look at what differs, choose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action, Notice, Panel
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.snapshots import wording
from serkut_desk.ui.stations.snapshots.bring import ListsCard
from serkut_desk.ui.stations.snapshots.machines_card import EVERYTHING, OPEN, MachinesCard
from serkut_desk.ui.stations.snapshots.page_side import PageSide
from serkut_desk.ui.stations.snapshots.presenter import SnapshotsPresenter
from serkut_desk.ui.sticks import sticks
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.commands import Undone
    from serkut_desk.stations.finding import Found
    from serkut_desk.stations.snapshots.commands import Applied, SnapshotDone, SnapshotsTaken
    from serkut_desk.stations.snapshots.queries import Page, SnapshotLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView
    from serkut_desk.ui.stations.snapshots.views import PageView


class SnapshotsPanel(Panel):
    """The list, and one machine beside its record.

    Args:
        hands: Asks and carries out.
    """

    side_width = 540

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._hands = hands
        self._presenter = SnapshotsPresenter(hands, self)
        self._rows: tuple[SnapshotLine, ...] = ()
        self._keep = ""
        self._view: PageView | None = None
        self.card: ListsCard | None = None
        self._list = MachinesCard()
        self._list.picked.connect(self._picked)
        self._list.group_chosen.connect(self._group_chosen)
        self._page = PageSide()
        self._page.ticked.connect(self._show_actions)
        self._page.candidate_chosen.connect(self._choose_device)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.page_ready.connect(self._opened)
        presenter.failed.connect(self._failed)
        presenter.refused.connect(self._refused)
        presenter.found.connect(self._found)
        presenter.imported.connect(self._imported)
        presenter.import_failed.connect(self._import_failed)
        presenter.applied.connect(self._applied)
        presenter.decided.connect(self._decided)
        presenter.undone.connect(self._undone)
        presenter.copied.connect(self._copied)

    def side(self) -> QWidget:
        """Return the machine beside its record."""
        return self._page

    def set_person(self, person: PersonView | None) -> None:
        """Show what this person may choose."""
        super().set_person(person)
        self._show_actions()

    def shown(self) -> None:
        """Fetch the list."""
        self._presenter.load(everything=self._list.group == EVERYTHING)

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when devices changed."""
        if changes.devices or changes.media:
            self.shown()

    def park(self) -> Parked:
        """Keep which machine was chosen."""
        return {"group": self._list.group, "machine": self._keep}

    def resume(self, state: Parked) -> None:
        """Choose it again."""
        self._keep = str(state.get("machine") or "")
        if state.get("group") == EVERYTHING:
            self._list.choose(EVERYTHING)

    def show_queue(self, queue: str) -> None:
        """Turn to what waits for a choice."""
        del queue
        self._list.choose(OPEN)
        self.shown()

    def scanned(self, text: str) -> bool:
        """Open the machine of a device, or say which device the open machine is."""
        own = parse_code(text)
        if own is not None and own.kind not in {CodeKind.DEVICE, CodeKind.MEDIUM}:
            return False
        self.scans_held.emit()
        self._presenter.find(text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do, and the rows' keys."""
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")
        rows = self._page.row_actions()
        return (*self._page_actions(), *self._list_actions(), *rows, self._undo(), stop)

    def _undo(self) -> Action:
        return Action(self.tr("Undo last"), self._presenter.undo, "F9", "undo-2")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Bring in what was dropped."""
        event.acceptProposedAction()
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        self.bring_in().take([Path(url.toLocalFile()) for url in urls])

    def bring_in(self) -> ListsCard:
        """Ask where the files are."""
        card = ListsCard(self.window())
        card.wanted.connect(self._presenter.bring_in)
        card.cancelled.connect(self._presenter.stop_reading)
        self._presenter.progressed.connect(card.show_progress)
        card.closed.connect(self._card_closed)
        self.card = card
        self.overlay_wanted.emit(card)
        return card

    @property
    def _decides(self) -> bool:
        return self.person is not None and Permission.DECIDE.value in self.person.permissions

    def _list_actions(self) -> tuple[Action, ...]:
        return (
            Action(self.tr("Bring in lists"), self._bring, "F5", "usb", main=not self._rows),
            Action(self.tr("Collector onto a stick"), self._ask_stick, icon="terminal"),
        )

    def _page_actions(self) -> tuple[Action, ...]:
        view = self._view
        if view is None or not view.device:
            return self._aside() if view is not None else ()
        chosen, all_of = self._page.chosen, self._page.choosable
        found = []
        if all_of:
            word = self.tr("Take %n", "", len(chosen)) if chosen else self.tr("Take all")
            found.append(Action(word, self._take, "F10", "check", main=True))
            leave = self.tr("Leave as recorded")
            found.append(Action(leave, self._leave, "F11", "x"))
        elif not view.waits and not self._settled:
            found.append(Action(self.tr("Seen"), self._leave, "F10", "check", main=True))
        return (*found, *self._aside())

    def _aside(self) -> tuple[Action, ...]:
        line = self._line
        if not self._decides or line is None or line.outcome == "set_aside":
            return ()
        return (Action(self.tr("Does not count"), self._ask_aside, icon="ban"),)

    @property
    def _line(self) -> SnapshotLine | None:
        return next((one for one in self._rows if str(one.number) == self._keep), None)

    @property
    def _settled(self) -> bool:
        return self._line is not None and self._line.settled

    def _show_actions(self) -> None:
        self._list.show_actions(self._list_actions())
        self._page.show_actions(self._page_actions())

    def _listed(self, rows: tuple[SnapshotLine, ...]) -> None:
        self._rows = rows
        if self._line is None:
            self._keep = str(rows[0].number) if rows else ""
        texts = self._hands.texts
        self._list.show_rows([wording.list_row(one, texts) for one in rows], self._keep)
        self._open_chosen()

    def _open_chosen(self) -> None:
        if self._keep:
            self._presenter.open(int(self._keep))
        else:
            self._view = None
            self._page.show_page(None)
        self._show_actions()

    def _opened(self, number: int, page: Page) -> None:
        if str(number) != self._keep:
            return
        view = wording.page_view(page, self._hands.texts, decides=self._decides)
        if view != self._view:
            # What was ticked stays while nothing else is so.
            self._view = view
            self._page.show_page(view, decides=self._decides)
        self._show_actions()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self._list.show_failure(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _refused(self, failure: KnownFailure) -> None:
        self.scans_released.emit()
        self.said.emit(self._hands.notice(failure))
        self.shown()

    def _picked(self, key: str) -> None:
        if key != self._keep:
            self._keep = key
            self._open_chosen()

    def _group_chosen(self, group: str) -> None:
        self._presenter.load(everything=group == EVERYTHING)

    def _found(self, found: Found) -> None:
        self.scans_released.emit()
        code, line = found.device, self._line
        if code is None:
            self.scan_taken.emit(self.tr("not found"), Tone.ATTENTION)
            self.said.emit(Notice(Tone.ATTENTION, self.tr("No device has this code"), found.text))
            return
        self.scan_taken.emit(short(code), Tone.GOOD)
        own = next((one for one in self._rows if one.device == code), None)
        if own is not None:
            self._keep = str(own.number)
            texts = self._hands.texts
            self._list.show_rows([wording.list_row(one, texts) for one in self._rows], self._keep)
            self._open_chosen()
        elif line is not None and line.device is None and self._decides:
            self._choose_device(code)
        else:
            words = self.tr("No machine's list tells of {0}").replace("{0}", short(code))
            self.said.emit(Notice(Tone.INFO, words, self.tr("Bring in the stick first.")))

    def _choose_device(self, code: str) -> None:
        """Match at once what its numbers name for sure; anything else needs a reason."""
        line = self._line
        if line is None or self._view is None:
            return
        if any(one.device == code and one.clear for one in self._view.candidates):
            self._presenter.match(line.number, code)
            return
        reasons = (
            (self.tr("Its serial number can not be read"), "eye-off"),
            (self.tr("Its mainboard was changed"), "cpu"),
            (self.tr("The record has another serial number"), "pencil"),
        )
        card = PickCard(
            self.window(),
            self.tr("Why is this {0}?").replace("{0}", short(code)),
            self.tr("The machine's numbers do not name this device for sure."),
            tuple((word, word, icon) for word, icon in reasons),
        )
        card.picked.connect(_Match(self._presenter, line.number, code))
        self.overlay_wanted.emit(card)

    def _ask_aside(self) -> None:
        line = self._line
        if line is None:
            return
        reasons = (
            (self.tr("Made on another machine"), "laptop"),
            (self.tr("Made again since"), "refresh-cw"),
            (self.tr("The list is wrong"), "circle-alert"),
        )
        card = PickCard(
            self.window(),
            self.tr("Why does it not count?"),
            self.tr("Disks that it proposed are taken back."),
            tuple((word, word, icon) for word, icon in reasons),
        )
        card.picked.connect(_SetAside(self._presenter, line.number))
        self.overlay_wanted.emit(card)

    def _take(self) -> None:
        line = self._line
        if line is not None:
            self._presenter.apply(line.number, self._page.chosen or self._page.choosable)

    def _leave(self) -> None:
        line = self._line
        if line is not None:
            self._presenter.apply(line.number, ())

    def _applied(self, done: Applied) -> None:
        device = short(done.device)
        title = self.tr("{0}: %n things taken over", "", len(done.taken)).replace("{0}", device)
        if not done.taken:
            title = self.tr("{0} stays as it is recorded").replace("{0}", device)
        words = []
        if done.accepted:
            words.append(self.tr("%n disks are inside", "", len(done.accepted)))
        if done.label is not None:
            words.append(self.tr("A new label is in the queue"))
        if done.left:
            words.append(self.tr("A supervisor chooses the rest"))
        self.said.emit(Notice(Tone.GOOD, title, " · ".join(words), self._undo()))

    def _undone(self, done: Undone) -> None:
        said = self._hands.texts.say("event." + done.tag.value.replace(":", "."), name="")
        devices = ", ".join(short(code) for code in done.devices)
        self.said.emit(Notice(Tone.INFO, self.tr("Undone"), f"{said.strip()} · {devices}"))

    def _decided(self, done: SnapshotDone) -> None:
        if done.device is not None:
            title = self.tr("This is {0}").replace("{0}", short(done.device))
            self._keep = str(done.snapshot)
        else:
            title = self.tr("The list does not count any more")
        self.said.emit(Notice(Tone.GOOD, title))

    def _bring(self) -> None:
        self.bring_in()

    def _imported(self, done: SnapshotsTaken) -> None:
        new = [one for one in done.files if one.snapshot is not None]
        self._keep = str(new[-1].snapshot) if new else self._keep
        if self.card is not None:
            self.card.show_fate(wording.fate_view(done, self._hands.texts))
        self.shown()

    def _import_failed(self, failure: KnownFailure) -> None:
        if self.card is None:
            self.said.emit(self._hands.notice(failure))
            return
        said = self._hands.texts.failure(failure)
        self.card.show_failure(said["what"], f"{said['why']} {said['next']}")

    def _card_closed(self) -> None:
        self.card = None

    def _ask_stick(self) -> None:
        chooser = FileChooser(self, self.tr("Folder or stick for the collector"))
        chooser.setFileMode(FileChooser.FileMode.Directory)
        found = sticks()
        if found:
            chooser.setDirectory(str(found[0].path))
        chooser.fileSelected.connect(self._copy_to)
        chooser.open()

    def _copy_to(self, folder: str) -> None:
        self._presenter.copy_collector(Path(folder))

    def _copied(self, path: Path) -> None:
        del path
        line = self.tr("Start the machine from the stick and run it: sh serkut-collect")
        self.said.emit(Notice(Tone.GOOD, self.tr("The collector is on the stick"), line))


class _Match:
    """Matches with the reason that was picked."""

    def __init__(self, presenter: SnapshotsPresenter, number: int, device: str) -> None:
        self._presenter = presenter
        self._number = number
        self._device = device

    def __call__(self, reason: str) -> None:
        self._presenter.match(self._number, self._device, reason)


class _SetAside:
    """Sets a list aside with the reason that was picked."""

    def __init__(self, presenter: SnapshotsPresenter, number: int) -> None:
        self._presenter = presenter
        self._number = number

    def __call__(self, reason: str) -> None:
        self._presenter.set_aside(self._number, reason)
