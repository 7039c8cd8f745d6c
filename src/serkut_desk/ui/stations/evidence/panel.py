"""The evidence screen: every file that was brought in, where it stands, what to do next."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action, Notice, Panel
from serkut_desk.ui.parts.reports_card import ImportCard
from serkut_desk.ui.parts.reports_fate import fate_view, gravest_first
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.report_folder import ReportFolder
from serkut_desk.ui.stations.evidence import asking, wording
from serkut_desk.ui.stations.evidence.actions import Doing, actions
from serkut_desk.ui.stations.evidence.files_card import EVERYTHING, WAITING, FilesCard
from serkut_desk.ui.stations.evidence.maker import MakerView, MakerWaits
from serkut_desk.ui.stations.evidence.mapping_asking import MappingAsk
from serkut_desk.ui.stations.evidence.original import OriginalCard
from serkut_desk.ui.stations.evidence.page_side import FileSide
from serkut_desk.ui.stations.evidence.presenter import EvidencePresenter
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.evidence.originals import Original
    from serkut_desk.stations.evidence.queries import FilePage, Inbox
    from serkut_desk.stations.finding import Found
    from serkut_desk.stations.report_candidates import CandidateLine
    from serkut_desk.stations.wiping.results import Imported
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView

_FIRST = 0
"""Token of what the maker's view asks for: it shows no pages."""


class EvidencePanel(Panel):
    """The list and one file for who decides; one picture and one sentence for makers.

    Args:
        hands: Asks and carries out.
    """

    side_width = 480

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._hands = hands
        self._presenter = EvidencePresenter(hands, self)
        self._folder = ReportFolder(hands, self)
        self._folder.changed.connect(self._came_in)
        self._watch = asking.WatchAsk(self, self._folder)
        self._keep = ""
        self._page: FilePage | None = None
        self._original: Original | None = None
        self._bringing: tuple[Path, ...] = ()
        self.card: ImportCard | None = None
        self._files: FilesCard | None = None
        self._maker: MakerView | None = None
        self._waits: MakerWaits | None = None
        self._shown = FileSide()
        self._shown.other_wanted.connect(self._go_to)
        self._side = QWidget()
        for widget in (self, self._side):
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(14))
        self._doing = Doing(
            accept=self._presenter.accept,
            reject=self._ask_reject,
            which=self._presenter.ask_candidates,
            aside=self._ask_aside,
            clock=self._ask_clock,
            settle=self._settle,
            again=self._read_again,
            columns=self._ask_columns,
            show=self._show_file,
            wiping=self._to_wiping,
            original=self._open_original,
        )
        self._mapping = MappingAsk(hands, self)
        self._mapping.card_ready.connect(self.overlay_wanted)
        self._mapping.refused.connect(self._refused)
        self._mapping.saved.connect(self._presenter.read_again)
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.page_ready.connect(self._opened)
        presenter.original_ready.connect(self._took_original)
        presenter.candidates_ready.connect(self._ask_which)
        presenter.found.connect(self._found)
        presenter.failed.connect(self._failed)
        presenter.refused.connect(self._refused)
        presenter.done.connect(self._done)
        presenter.imported.connect(self._imported)
        presenter.import_failed.connect(self._import_failed)

    def side(self) -> QWidget:
        """Return the file beside the list, or what a supervisor looks at."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Build the view that this person needs."""
        super().set_person(person)
        if self.guidance and self._maker is None and self._files is None:
            self._maker, self._waits = MakerView(), MakerWaits()
            self._put(self._maker, self._waits)
        elif not self.guidance and self._files is None and self._maker is None:
            self._files = FilesCard(self._hands.texts)
            self._files.picked.connect(self._picked)
            self._files.group_chosen.connect(self._turned)
            self._files.wanted.connect(self._wanted)
            self._put(self._files, self._shown)
        self._show_actions()

    def _put(self, main: QWidget, beside: QWidget) -> None:
        for holder, widget in ((self, main), (self._side, beside)):
            column = holder.layout()
            if column is not None:
                column.addWidget(widget)

    def shown(self) -> None:
        """Fetch the list, and look for new reports while the screen is open."""
        self._load()
        self._folder.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's own name
        """Look no more while nobody sees it: another screen, or the desk is locked."""
        super().hideEvent(event)
        self._folder.stop()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when a place can be another."""
        if changes.evidence or changes.devices or changes.media:
            self._load()

    def show_queue(self, queue: str) -> None:
        """Show what waits; there is no other queue here."""
        if queue == Queue.EVIDENCE and self._files is not None:
            self._files.choose(WAITING)
            self._load()

    def park(self) -> Parked:
        """Keep where the person was."""
        return {"group": self._files.group if self._files else "", "file": self._keep}

    def resume(self, state: Parked) -> None:
        """Continue there."""
        self._keep = str(state.get("file") or "")
        if self._files is not None:
            self._files.choose(str(state.get("group") or WAITING))

    def scanned(self, text: str) -> bool:
        """Show a device at the wiping station: its media and their evidence stand there."""
        own = parse_code(text)
        if own is not None and own.kind not in {CodeKind.DEVICE, CodeKind.MEDIUM}:
            return False
        self.scans_held.emit()
        self._presenter.find(text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")
        return (*self._page_actions(), *self._list_actions(), stop)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Bring in what was dropped."""
        event.acceptProposedAction()
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        self.bring_in().take([Path(url.toLocalFile()) for url in urls])

    def bring_in(self) -> ImportCard:
        """Ask where the files are and who performed the wipes."""
        card = ImportCard(self.window())
        card.wanted.connect(self._bring)
        card.cancelled.connect(self._presenter.stop_reading)
        self._presenter.progressed.connect(card.show_progress)
        card.closed.connect(self._card_closed)
        self.card = card
        self.overlay_wanted.emit(card)
        return card

    @property
    def _held(self) -> frozenset[str]:
        return frozenset(self.person.permissions) if self.person else frozenset()

    def _list_actions(self) -> tuple[Action, ...]:
        found = [Action(self.tr("Bring in reports"), self._ask_bring, "F5", "usb")]
        fresh = len(self._folder.fresh)
        if fresh:
            found.append(
                Action(self.tr("Bring in %n new", "", fresh), self._take_fresh, "F6", "download")
            )
        if Permission.DECIDE.value in self._held:
            found.append(Action(self.tr("Watch"), self._ask_watch, "F2", "eye"))
        return tuple(found)

    def _page_actions(self) -> tuple[Action, ...]:
        if self._page is None or self._files is None:
            return ()
        return tuple(actions(self._page, self._held, self._doing))

    def _show_actions(self) -> None:
        if self._files is not None:
            self._files.show_actions(self._list_actions())
        if self._maker is not None:
            self._maker.show_actions(self._list_actions())
        self._shown.show_actions(self._page_actions())

    def _load(self) -> None:
        if self._files is not None:
            self._files.load(self._keep)
        else:
            self._presenter.load(_FIRST, None, only_waiting=True, offset=0)

    def _wanted(self, token: int, offset: int) -> None:
        if self._files is not None:
            only = self._files.group == WAITING
            self._presenter.load(token, self._files.place, only_waiting=only, offset=offset)

    def _listed(self, token: int, inbox: Inbox) -> None:
        rows = [wording.list_row(one, self._hands.texts) for one in inbox.rows]
        if self._files is not None:
            self._files.take(token, rows, inbox)
            if not rows and self._files.empty:
                self._page, self._keep = None, ""
                self._shown.show_page(None)
        elif self._maker is not None and self._waits is not None:
            title, line = wording.calm(inbox)
            self._maker.show_counts(title, line, waiting=bool(inbox.waiting))
            self._waits.show_rows(rows)
        self._show_actions()

    def _turned(self, _group: str) -> None:
        self._load()

    def _picked(self, key: str) -> None:
        self._keep = key
        self._presenter.open(int(key))

    def _go_to(self, key: str) -> None:
        """Show a file wherever it stands."""
        self._keep = key
        if self._files is not None:
            self._files.choose(EVERYTHING)
            self._load()
        self._presenter.open(int(key))

    def _show_file(self, number: int) -> None:
        self._go_to(str(number))

    def _opened(self, number: int, page: FilePage) -> None:
        if str(number) != self._keep:
            return
        self._page, self._original = page, None
        self._shown.show_page(wording.page_view(page, self._hands.texts))
        self._show_actions()
        if page.kept:
            self._presenter.ask_original(number)

    def _took_original(self, number: int, found: Original) -> None:
        if str(number) == self._keep:
            self._original = found
            self._shown.show_original(found)

    def _open_original(self) -> None:
        if self._original is not None:
            self.overlay_wanted.emit(OriginalCard(self.window(), self._original, self._ask_save))

    def _ask_save(self) -> None:
        chooser = FileChooser(self, self.tr("Folder for the copy"))
        chooser.setFileMode(FileChooser.FileMode.Directory)
        chooser.fileSelected.connect(self._save)
        chooser.open()

    def _save(self, folder: str) -> None:
        if self._original is not None:
            self._presenter.save(self._original.sha256, Path(folder))

    def _settle(self) -> None:
        if self._page is not None:
            self._presenter.settle(self._page.line.number)

    def _read_again(self) -> None:
        if self._page is not None:
            self._presenter.read_again(self._page.line.number)

    def _ask_columns(self) -> None:
        """Let a supervisor say which column of a supplier's file is what."""
        page = self._page
        if page is not None and page.line.sha256:
            self._mapping.open(page.line.number, page.line.sha256, page.line.name)

    def _ask_which(self, run: int, lines: tuple[CandidateLine, ...]) -> None:
        if lines:
            texts = self._hands.texts
            card = asking.which_medium(self.window(), run, lines, texts, self._presenter)
        else:
            card = asking.whose_unknown(self.window())
            card.picked.connect(partial(self._whose, run))
        self.overlay_wanted.emit(card)

    def _whose(self, run: int, key: str) -> None:
        # The wiping station asks for the device's label and records the disk there.
        if key == asking.IN_DEVICE:
            self.queue_wanted.emit("wiping", Queue.REVIEW.value)
        else:
            self._ask_aside(run)

    def _ask_aside(self, run: int) -> None:
        self.overlay_wanted.emit(asking.why_not(self.window(), run, self._presenter))

    def _ask_clock(self, run: int) -> None:
        self.overlay_wanted.emit(asking.local_clock(self.window(), run, self._presenter))

    def _ask_reject(self, medium: int) -> None:
        self.overlay_wanted.emit(asking.not_ours(self.window(), medium, self._presenter))

    def _ask_watch(self) -> None:
        self.overlay_wanted.emit(self._watch.card())

    def _to_wiping(self, device: str) -> None:
        self.panel_wanted.emit("wiping", device)

    def _found(self, found: Found) -> None:
        self.scans_released.emit()
        if found.device is None:
            self.scan_taken.emit(self.tr("not found"), Tone.ATTENTION)
            self.said.emit(Notice(Tone.ATTENTION, self.tr("No device has this code"), found.text))
            return
        self.scan_taken.emit(short(found.device), Tone.GOOD)
        self.panel_wanted.emit("wiping", found.device)

    def _done(self, word: str) -> None:
        titles = {
            "again": self.tr("The file was read"),
            "settled": self.tr("Marked as looked at"),
            "clock": self.tr("The note is recorded. The log stays as it is."),
            "accepted": self.tr("The disk belongs to the device"),
            "rejected": self.tr("The disk is not ours"),
            "assigned": self.tr("The report counts for this disk"),
            "aside": self.tr("The report does not count"),
            "saved": self.tr("The copy is saved"),
        }
        self.said.emit(Notice(Tone.GOOD, titles[word]))

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        if self._files is None:
            self.said.emit(self._hands.notice(failure))
            return
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self._files.show_failure(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _refused(self, failure: KnownFailure) -> None:
        self.scans_released.emit()
        self.said.emit(self._hands.notice(failure))

    def _ask_bring(self) -> None:
        self.bring_in()

    def _bring(self, paths: tuple[Path, ...], performer: str | None) -> None:
        watched = bool(self._bringing) and paths == self._bringing
        self._presenter.bring_in(paths, performer, watched=watched)

    def _came_in(self) -> None:
        """Tell quietly what is new in the watched place."""
        fresh = len(self._folder.fresh)
        if fresh and self.isVisible():
            words = self.tr("%n new reports have come", "", fresh)
            self.said.emit(Notice(Tone.INFO, words, self.tr("F6 brings them in.")))
        self._show_actions()

    def _take_fresh(self) -> None:
        self._bringing = self._folder.fresh
        self.bring_in().take(self._bringing)

    def _imported(self, done: Imported) -> None:
        self._folder.look()
        if self.card is not None:
            self.card.show_fate(fate_view(done, self._hands.texts))
        shown = next((one for one in gravest_first(done) if one.number is not None), None)
        if shown is not None:
            self._keep = str(shown.number)
            if not shown.waits and self._files is not None:
                # Nothing of it waits: a table without its columns would be looked for in vain.
                self._files.choose(EVERYTHING)
        self._load()

    def _import_failed(self, failure: KnownFailure) -> None:
        if self.card is None:
            self.said.emit(self._hands.notice(failure))
            return
        said = self._hands.texts.failure(failure)
        self.card.show_failure(said["what"], f"{said['why']} {said['next']}")

    def _card_closed(self) -> None:
        self.card, self._bringing = None, ()
