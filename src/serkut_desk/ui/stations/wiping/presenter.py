"""The wiping screen's questions to the records and its commands."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import short
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.wiping import offers, queries
from serkut_desk.stations.wiping.commands import (
    AcceptProposed,
    Approve,
    AssignRun,
    ConfirmKind,
    ConfirmSerial,
    Counted,
    DeclareMedium,
    ImportReports,
    NamePerformer,
    PlaceMedium,
    RecordPhone,
    RecordRun,
    RejectProposed,
    RemoveMedium,
    SetAsideRun,
    StateNone,
    StockMedium,
    UseMedium,
    WithdrawApproval,
    WithdrawMedium,
)
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.parts.reports_fate import fate_view
from serkut_desk.ui.shell.places import station_title
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.data_state import CountSource
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.queries import DeviceCard
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.report_candidates import CandidateLine
    from serkut_desk.stations.wiping.offers import WayLine
    from serkut_desk.stations.wiping.queries import EvidenceView, WaitingRow
    from serkut_desk.stations.wiping.results import Approvals, Imported, NoneStated
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.wiping.by_hand import HandRecord
    from serkut_desk.ui.stations.wiping.phone_card import PhoneRecord
    from serkut_desk.ui.stations.wiping.views import Stated


class Changed(Protocol):
    """What every command of the station answers with."""

    @property
    def changes(self) -> Changes:
        """What screens have to look at again."""
        ...


Done = TypeVar("Done", bound=Changed)


class WipingPresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Carries out.
    """

    listed = Signal(object)
    """All rows, as a tuple of `WaitingRow`."""
    failed = Signal(object)
    """The rows could not be fetched: a `KnownFailure`."""
    said = Signal(object)
    """A `Notice`."""
    evidence_ready = Signal(int, object)
    """Number of a medium and its `EvidenceView`."""
    found = Signal(object)
    """What a scan names: a `Found`."""
    card_ready = Signal(object, object)
    """A `DeviceCard` and the device's rows, for the maker."""
    candidates_ready = Signal(int, object)
    """Number of a run and the `CandidateLine`s."""
    ways_ready = Signal(str, object)
    """A medium and the `WayLine`s for it."""
    done = Signal()
    """What a card asked for is done."""
    refused = Signal(str, str)
    """What was asked was refused: what, and why with what to do next."""
    approved = Signal(object)
    """An `Approvals`."""
    imported = Signal(object)
    """A `FateView`."""
    progressed = Signal(int, int)
    """How many report files are read, of how many."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._stop = Event()

    def load(self) -> None:
        """Fetch the rows."""
        self._hands.ask(queries.waiting, self.listed.emit, self.failed.emit)

    def look_at(self, medium: int) -> None:
        """Fetch the evidence of a medium."""
        self._hands.ask(
            lambda desk, who: queries.evidence(desk, who, f"#{medium}"),
            partial(self._evidence, medium),
        )

    def find(self, text: str) -> None:
        """Find what was scanned."""
        self._hands.ask(
            lambda desk, who: devices.find(desk, who, text), self.found.emit, self._refused
        )

    def open_device(self, code: str) -> None:
        """Fetch a device's card and rows."""
        self._hands.ask(partial(_card, code=code), self._card, self._refused)

    def ask_candidates(self, run: int) -> None:
        """Fetch the media that a drive can be."""
        self._hands.ask(
            lambda desk, who: offers.candidates(desk, who, run),
            partial(self._candidates, run),
            self._refused,
        )

    def ask_ways(self, medium: str) -> None:
        """Fetch the techniques that can be recorded by hand."""
        self._hands.ask(
            lambda desk, who: offers.ways_by_hand(desk, who, medium),
            partial(self._ways, medium),
            self._refused,
        )

    def bring_in(self, paths: Sequence[Path], performer: str | None) -> None:
        """Import reports."""
        self._stop = Event()
        # Called in the lane; the signal comes to the window's thread by itself.
        watch = partial(_watch, self._stop, self.progressed.emit)
        command = ImportReports(tuple(paths), performer, watch)
        self._hands.submit(command, self._imported, self._refused, _changes)

    def stop_reading(self) -> None:
        """Stop the import that is being read; nothing of it is saved."""
        self._stop.set()

    def approve(self, stated: Stated) -> None:
        """Approve devices."""
        counted = tuple(Counted(code, media) for code, media in stated.counts)
        command = Approve(counted, stated.seen, stated.accepted)
        self._hands.submit(command, self._approved, self._refused, _changes)

    def withdraw_approval(self, device: str, reason: str) -> None:
        """Take an approval back."""
        self._do(WithdrawApproval(device, reason), self.tr("The approval was taken back"), device)

    def declare(self, device: str, serial: str, kind: str, reason: str = "") -> None:
        """Record a medium in a device."""
        command = DeclareMedium(device, serial, MediumKind(kind), serial_reason=reason)
        self._do(command, self.tr("Medium recorded"), device)

    def state_none(self, device: str, how: CountSource) -> None:
        """Record that no medium is inside."""
        self._hands.submit(StateNone(device, how), self._none, self._refused, _changes)

    def accept(self, medium: int, kind: str) -> None:
        """Accept a drive that a report found."""
        command = AcceptProposed(f"#{medium}", MediumKind(kind) if kind else None)
        self._do(command, self.tr("The drive belongs to the device"))

    def reject(self, medium: int, reason: str) -> None:
        """Reject a drive that a report found."""
        self._do(RejectProposed(f"#{medium}", reason), self.tr("The drive was rejected"))

    def confirm_kind(self, medium: int, kind: str) -> None:
        """Confirm or correct a kind."""
        self._do(ConfirmKind(f"#{medium}", MediumKind(kind)), self.tr("The kind is confirmed"))

    def confirm_serial(self, medium: int, text: str) -> None:
        """Confirm a serial by a second reading."""
        command = ConfirmSerial(f"#{medium}", text)
        self._do(command, self.tr("The serial number is confirmed"))

    def remove(self, medium: int) -> None:
        """Record that a medium was taken out."""
        title = self.tr("Taken out. The medium gets a label of its own.")
        self._do(RemoveMedium(f"#{medium}"), title, text=self._label_comes())

    def place(self, medium: int, place: str) -> None:
        """Record where a medium lies that was taken out."""
        self._do(PlaceMedium(f"#{medium}", place), self.tr("The place is recorded"))

    def stock(self, medium: int) -> None:
        """Let a proven medium become a spare part."""
        title = self.tr("It is a spare part now. It gets a label of its own.")
        self._do(StockMedium(f"#{medium}"), title, text=self._label_comes())

    def used(self, medium: int, reason: str) -> None:
        """Record that a medium was used for something else."""
        self._do(UseMedium(f"#{medium}", reason), self.tr("It has to be wiped anew"))

    def withdraw_medium(self, medium: int, reason: str) -> None:
        """Take a wrong record of a medium back."""
        self._do(WithdrawMedium(f"#{medium}", reason), self.tr("The record was taken back"))

    def assign(self, run: int, medium: int) -> None:
        """Count a drive of a report for a medium."""
        self._do(AssignRun(run, f"#{medium}"), self.tr("The report counts for this medium"))

    def set_aside(self, run: int, reason: str) -> None:
        """Let a run count no more."""
        self._do(SetAsideRun(run, reason), self.tr("The report does not count"))

    def name_performer(self, run: int, badge: str) -> None:
        """Record who performed a run."""
        self._do(NamePerformer(run, badge), self.tr("The performer is recorded"))

    def record(self, medium: int, told: HandRecord) -> None:
        """Record a run by hand."""
        command = RecordRun(
            medium=f"#{medium}",
            technique=SanitisationTechnique(told.technique),
            evidence=told.evidence,
            reason=told.reason,
            succeeded=told.succeeded,
            attested=frozenset(Attestation(word) for word in told.attested),
            tool=told.tool,
            tool_version=told.tool_version,
            performed_by=told.performed_by,
        )
        self._do(command, self.tr("The wipe is recorded"))

    def record_phone(self, medium: int, told: PhoneRecord) -> None:
        """Record the reset of a phone or tablet."""
        command = RecordPhone(
            medium=f"#{medium}",
            platform=told.platform,
            scanned=told.scanned,
            os_version=told.os_version,
            answers=told.answers,
            photo=told.photo,
            performed_by=told.performed_by,
        )
        title = self.tr("The reset is recorded. A supervisor looks at it.")
        self._do(command, title)

    def _label_comes(self) -> str:
        """Say where a label comes from, and how when it does not."""
        said = self.tr("The label comes out of the printer. If it does not: open {0}, press F10.")
        return said.replace("{0}", station_title("labels"))

    def _do(self, command: Command[Done], title: str, device: str = "", text: str = "") -> None:
        told = text or (short(device) if device else "")
        done = partial(self._told, Notice(Tone.GOOD, title, told))
        self._hands.submit(command, done, self._refused, _changes)

    def _told(self, notice: Notice, _done: Changed) -> None:
        self.said.emit(notice)
        self.done.emit()

    def _none(self, stated: NoneStated) -> None:
        if stated.persons < stated.needed:
            text = self.tr("Another person has to look and say so too.")
            self.said.emit(Notice(Tone.INFO, self.tr("You have found no medium"), text))
        else:
            self.said.emit(Notice(Tone.GOOD, self.tr("No medium inside: two persons say so")))
        self.done.emit()

    def _evidence(self, medium: int, view: EvidenceView) -> None:
        self.evidence_ready.emit(medium, view)

    def _card(self, found: tuple[DeviceCard, tuple[WaitingRow, ...]]) -> None:
        self.card_ready.emit(*found)

    def _candidates(self, run: int, lines: tuple[CandidateLine, ...]) -> None:
        self.candidates_ready.emit(run, lines)

    def _ways(self, medium: str, lines: tuple[WayLine, ...]) -> None:
        self.ways_ready.emit(medium, lines)

    def _imported(self, imported: Imported) -> None:
        self.imported.emit(fate_view(imported, self._hands.texts))

    def _approved(self, done: Approvals) -> None:
        self.done.emit()
        self.approved.emit(done)

    def _refused(self, failure: KnownFailure) -> None:
        told = self._hands.texts.failure(failure)
        self.refused.emit(told["what"], f"{told['why']} {told['next']}")


def _watch(stop: Event, tell: Callable[[int, int], None], done: int, total: int) -> None:
    if stop.is_set() and done < total:
        raise Refused("import_stopped")
    tell(done, total)


def _card(desk: Desk, who: Session | None, code: str) -> tuple[DeviceCard, tuple[WaitingRow, ...]]:
    return devices.card(desk, who, code), queries.media_of(desk, who, code)


def _changes(done: Changed) -> Changes:
    return done.changes
