"""Cards and forms about one row of the wiping screen, and what follows from the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.media import MediumKind, kinds_in
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.parts.pictures import PictureName
from serkut_desk.ui.parts.reports_card import ImportCard
from serkut_desk.ui.stations.wiping import wording
from serkut_desk.ui.stations.wiping.approve_card import ApproveCard
from serkut_desk.ui.stations.wiping.asking import ScanCard, WhoseCard, common_kinds
from serkut_desk.ui.stations.wiping.by_hand import RecordCard, Way
from serkut_desk.ui.stations.wiping.memory_words import memory_words
from serkut_desk.ui.stations.wiping.next_card import NextCard
from serkut_desk.ui.stations.wiping.phone_asking import checklists
from serkut_desk.ui.stations.wiping.phone_card import PhoneCard
from serkut_desk.ui.stations.wiping.views import ApproveDevice, ApproveView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from serkut_desk.stations.report_candidates import CandidateLine
    from serkut_desk.stations.wiping.offers import WayLine
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.stations.wiping.results import Approvals
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.overlay import Overlay
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.bring_card import FateView
    from serkut_desk.ui.stations.wiping.phone_card import Checklist
    from serkut_desk.ui.stations.wiping.presenter import WipingPresenter

Card = FormCard | ScanCard | WhoseCard | RecordCard | PhoneCard


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: WipingPresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self._row: WaitingRow | None = None
        self.card: Card | None = None
        self.approve_card: ApproveCard | None = None
        self.import_card: ImportCard | None = None
        self._waits = False
        presenter.done.connect(self._done)
        presenter.refused.connect(self._refused)
        presenter.candidates_ready.connect(self._candidates)
        presenter.ways_ready.connect(self._ways)
        presenter.approved.connect(self._approved)
        presenter.imported.connect(self._imported)
        self.next_step = NextCard(panel, hands).ask

    def approve(self, rows: Sequence[WaitingRow], everything: Sequence[WaitingRow]) -> None:
        """Ask what an approver states of the devices of these rows."""
        codes = dict.fromkeys(row.device for row in rows if row.device)
        mine = [row for row in everything if row.device in codes]
        devices = tuple(
            ApproveDevice(
                code=code,
                short=short(code),
                model=next(row.device_name for row in mine if row.device == code),
                media=tuple(
                    f"{row.medium} {wording.kind_words(row.kind, row.capacity_bytes)}"
                    for row in mine
                    if row.device == code and row.medium_id is not None
                ),
                count=next(row.media_count for row in mine if row.device == code),
                doubt=next(
                    wording.slots_doubt(row, self._hands.texts)
                    for row in mine
                    if row.device == code
                ),
            )
            for code in codes
        )
        texts = self._hands.texts
        unknown = dict.fromkeys(word for row in mine for word in row.acceptances)
        told = self.tr("Some kinds are only told: open the devices and look.")
        notes = (told,) if any(row.needs_opened for row in mine) else ()
        view = ApproveView(
            devices=devices,
            told=wording.told_kinds(mine),
            unknown=tuple((word, texts.say(f"acceptance.{word}")) for word in unknown),
            notes=notes,
        )
        card = ApproveCard(self._panel.window(), view)
        card.stated.connect(self._presenter.approve)
        card.closed.connect(self._approve_closed)
        self.approve_card = card
        self._panel.overlay_wanted.emit(card)

    def bring_in(self) -> ImportCard:
        """Ask where the reports are."""
        card = ImportCard(self._panel.window())
        card.wanted.connect(self._presenter.bring_in)
        card.cancelled.connect(self._presenter.stop_reading)
        self._presenter.progressed.connect(card.show_progress)
        card.closed.connect(self._import_closed)
        card.results_wanted.connect(self._results)
        self.import_card = card
        self._panel.overlay_wanted.emit(card)
        return card

    def record(self, row: WaitingRow) -> None:
        """Record a run by hand; of a phone or a Chromebook by its checklist."""
        self._row = row
        asked = checklists(row.kind, self._hands.texts) if row.kind else ()
        if not asked:
            self._presenter.ask_ways(f"#{row.medium_id}")
        elif row.kind is MediumKind.PHONE:
            self.phone(row, asked)
        else:
            self._pick_way(row, asked)

    def phone(self, row: WaitingRow, asked: tuple[Checklist, ...] = ()) -> None:
        """Ask what is to be known of the reset of a phone or tablet."""
        medium = row.medium_id
        if medium is None or row.kind is None:
            return
        asked = asked or checklists(row.kind, self._hands.texts)
        card = PhoneCard(self._panel.window(), row.medium or "", asked)
        card.sent.connect(lambda told: self._presenter.record_phone(medium, told))
        self._lay(card)

    def _pick_way(self, row: WaitingRow, asked: tuple[Checklist, ...]) -> None:
        choices = [(one.platform, one.word, "laptop-minimal") for one in asked]
        card = PickCard(
            self._panel.window(),
            self.tr("Record a wipe of {0}").replace("{0}", row.medium or ""),
            self.tr("What was wiped?"),
            (*choices, ("", self.tr("Another way"), "pencil")),
        )
        card.picked.connect(
            lambda key: (
                self.phone(row, asked) if key else self._presenter.ask_ways(f"#{row.medium_id}")
            )
        )
        self._panel.overlay_wanted.emit(card)

    def destroy(self, row: WaitingRow) -> None:
        """Go to the bench where media are destroyed, with this one."""
        self._panel.panel_wanted.emit("destruction", row.code or row.medium or "")

    def whose(self, row: WaitingRow) -> None:
        """Say which medium a drive of a report is."""
        self._row = row
        if row.run is not None:
            self._presenter.ask_candidates(row.run)

    def accept(self, row: WaitingRow) -> None:
        """Say that a drive is in the device, and what kind it is."""
        medium = row.medium_id
        if medium is not None:
            self._pick_kind(
                self.tr("Is {0} in the device? Which kind?").replace("{0}", row.medium or ""),
                row.device_type,
                lambda kind: self._presenter.accept(medium, kind),
            )

    def confirm_kind(self, row: WaitingRow) -> None:
        """Confirm or correct the kind that a person told."""
        medium = row.medium_id
        if medium is None or row.kind is None:
            return
        texts = self._hands.texts
        offered = kinds_in(row.device_type) | {row.kind}
        kinds = [(kind.value, texts.say(f"kind.{kind}")) for kind in MediumKind if kind in offered]
        field = ChoiceField(self.tr("Kind"), kinds)
        field.choose(row.kind.value)
        form = FormCard(
            self._panel.window(),
            self.tr("What is {0}?").replace("{0}", row.medium or ""),
            {"kind": field},
            send=self.tr("I have looked: this is right"),
            columns=1,
        )
        form.sent.connect(lambda told: self._presenter.confirm_kind(medium, told["kind"]))
        self._lay(form)

    def confirm_serial(self, row: WaitingRow) -> None:
        """Read a doubtful serial once more."""
        medium = row.medium_id
        if medium is None:
            return
        card = ScanCard(
            self._panel.window(),
            self.tr("Is the serial number right?"),
            self.tr("Read the barcode on the medium itself."),
            (PictureName.DISK, self.tr("A disk with a barcode")),
        )
        card.given.connect(lambda text: self._presenter.confirm_serial(medium, text))
        self._lay(card)

    def place(self, row: WaitingRow) -> None:
        """Ask where a medium lies that was taken out."""
        medium = row.medium_id
        if medium is None:
            return
        card = ScanCard(
            self._panel.window(),
            self.tr("Where does it lie?"),
            self.tr("Read the label of the shelf."),
            (PictureName.SHELF, self.tr("A shelf with a label")),
        )
        card.given.connect(lambda text: self._presenter.place(medium, text))
        self._lay(card)

    def performer(self, row: WaitingRow) -> None:
        """Ask who performed the run."""
        run = row.run
        if run is None:
            return
        card = ScanCard(
            self._panel.window(),
            self.tr("Who did this wipe?"),
            self.tr("Scan the badge of who started it."),
            (PictureName.BADGE, self.tr("A badge with a barcode")),
        )

        def given(text: str) -> None:
            own = parse_code(text)
            if own is not None and own.kind is CodeKind.BADGE:
                self._presenter.name_performer(run, str(own))
            else:
                card.problem(self.tr("That is no badge."))

        card.given.connect(given)
        self._lay(card)

    def declare(self, device: str, serial: str, device_type: str = "") -> None:
        """Ask the kind of a scanned medium and record it; a phone only where one can be."""
        self._pick_kind(
            self.tr("Which kind is {0}?").replace("{0}", serial),
            device_type,
            lambda kind: self._presenter.declare(device, serial, kind),
        )

    def scan_medium(self, device: str, device_type: str) -> None:
        """Ask for the barcode of a medium."""
        words = memory_words(device_type)
        title = words.title.replace("{0}", short(device))
        card = ScanCard(self._panel.window(), title, words.line, (words.picture, words.shows))

        def given(text: str) -> None:
            if parse_code(text) is not None:
                card.problem(self.tr("That is our own label. Scan the disk's serial number."))
                return
            card.close_overlay()
            self.declare(device, text, device_type)

        card.given.connect(given)
        self._lay(card)

    def none_inside(self, device: str) -> None:
        """Ask how it is known that no medium is inside."""
        card = PickCard(
            self._panel.window(),
            self.tr("No disk inside {0}?").replace("{0}", short(device)),
            self.tr("Two persons have to say so. How do you know it?"),
            (
                (CountSource.OPENED.value, self.tr("I opened it and looked"), "eye"),
                (CountSource.MODEL.value, self.tr("This model has none"), "book-open"),
            ),
        )
        card.picked.connect(lambda how: self._presenter.state_none(device, CountSource(how)))
        self._panel.overlay_wanted.emit(card)

    def remove(self, row: WaitingRow) -> None:
        """Ask whether a medium was really taken out."""
        medium = row.medium_id
        if medium is None:
            return
        yes = Action(
            self.tr("It is out"), lambda: self._presenter.remove(medium), "F10", "check", main=True
        )
        card = AskCard(
            self._panel.window(),
            self.tr("Taken {0} out of the device?").replace("{0}", row.medium or ""),
            (self.tr("It gets a label of its own and still has to be wiped or destroyed."),),
            (yes, Action(self.tr("No"), _nothing, "F9", "x")),
        )
        self._panel.overlay_wanted.emit(card)

    def reason(self, title: str, line: str, word: str, then: Callable[[str], None]) -> None:
        """Ask why."""
        hint = self.tr("Short; it stays in the records.")
        field = TextField(self.tr("Why?"), hint)
        form = FormCard(
            self._panel.window(), title, {"reason": field}, send=word, lines=(line,), columns=1
        )
        form.sent.connect(lambda told: then(told["reason"]))
        self._lay(form)

    def _pick_kind(self, title: str, device_type: str, then: Callable[[str], None]) -> None:
        line = self.tr("Look at the disk and choose.")
        if memory_words(device_type).whole:
            line = self.tr("Choose what it is.")
        card = PickCard(self._panel.window(), title, line, common_kinds(device_type))
        card.picked.connect(then)
        self._panel.overlay_wanted.emit(card)

    def _lay(self, card: Card) -> None:
        card.closed.connect(self._card_closed)
        self.card = card
        self._panel.overlay_wanted.emit(card)
        if isinstance(card, FormCard):
            card.start()

    def _done(self) -> None:
        for card in (self.card, self.approve_card):
            if card is not None:
                card.close_overlay()

    def _refused(self, what: str, why: str) -> None:
        if self.approve_card is not None:
            self.approve_card.refuse(what, why)
        elif self.import_card is not None:
            self.import_card.show_failure(what, why)
        elif self.card is not None:
            self.card.problem(f"{what} {why}")
        else:
            self._panel.said.emit(Notice(Tone.ATTENTION, what, why))

    def _card_closed(self) -> None:
        if self.sender() is self.card:
            self.card = None

    def _approve_closed(self) -> None:
        self.approve_card = None

    def _import_closed(self) -> None:
        self.import_card = None

    def _results(self) -> None:
        # A maker's screen shows one device; where files wait for a person is in the evidence.
        if self._panel.guidance and self._waits:
            self._panel.panel_wanted.emit("evidence", "")

    def _imported(self, view: FateView) -> None:
        self._waits = view.tone is Tone.ATTENTION
        if self.import_card is not None:
            self.import_card.show_fate(view)
        else:
            self._panel.said.emit(Notice(view.tone, view.title, view.text))

    def _candidates(self, run: int, lines: tuple[CandidateLine, ...]) -> None:
        row = self._row
        if row is None or row.run != run:
            return
        card = WhoseCard(self._panel.window(), row.medium or "?", lines, self._hands.texts)
        card.chosen.connect(lambda medium: self._presenter.assign(run, medium))
        card.device_scanned.connect(lambda device: self._declare_found(card, device, row))
        self._lay(card)

    def _declare_found(self, card: Overlay, device: str, row: WaitingRow) -> None:
        card.close_overlay()
        self.declare(device, row.medium or "")

    def _ways(self, _medium: str, lines: tuple[WayLine, ...]) -> None:
        row = self._row
        if row is None or row.medium_id is None:
            return
        medium, texts = row.medium_id, self._hands.texts
        ways = [
            Way(
                line.technique.value,
                texts.say(f"technique.{line.technique}"),
                tuple((word.value, texts.say(f"attestation.{word}")) for word in line.attested),
                line.tools,
            )
            for line in lines
        ]
        card = RecordCard(self._panel.window(), row.medium or "", ways)
        card.sent.connect(lambda told: self._presenter.record(medium, told))
        self._lay(card)

    def _approved(self, done: Approvals) -> None:
        codes = tuple(one.gathered.device.code for one in done.approved)
        certificates = Action(
            self.tr("Certificates"),
            lambda: self._panel.panel_wanted.emit("certificates", " ".join(codes)),
            "F10",
            "signature",
            main=True,
        )
        card = AskCard(
            self._panel.window(),
            self.tr("%n devices approved", "", len(codes)),
            (
                ", ".join(map(short, codes)),
                self.tr("%n new labels wait at the printer.", "", len(done.labels)),
                self.tr("Tear off the old label, stick on the new one."),
            ),
            (certificates, Action(self.tr("Later"), _nothing, "F9", "clock")),
            Tone.GOOD,
        )
        self._panel.overlay_wanted.emit(card)


def _nothing() -> None:
    """Close the card and go on."""
