"""Certificates: fetches lists, unlocks the seal, issues, opens, prints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import short
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.statement import StatementKind
from serkut_desk.stations.certificates import copies, queries
from serkut_desk.stations.certificates.batch import Batch
from serkut_desk.stations.certificates.commands import (
    CreateKey,
    IssueMediumCertificate,
    RevokeCertificate,
    issuing_anew,
)
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.shell.places import station_title
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.documents.rendering import PageDots
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.certificates.commands import Issued, IssuedAll, KeyDone, Revoked
    from serkut_desk.stations.certificates.queries import (
        CertificateLine,
        LotPlan,
        LotStanding,
        ReadyDevice,
        ReadyMedium,
    )
    from serkut_desk.stations.desk import Desk
    from serkut_desk.ui.hands import Hands

_PREVIEW_DPI = 110


@dataclass(frozen=True, slots=True)
class Listed:
    """What the panel shows; `seal` is the fingerprint of the key in use, "" without one."""

    ready: tuple[ReadyDevice, ...] = ()
    lots: tuple[LotStanding, ...] = ()
    media: tuple[ReadyMedium, ...] = ()
    issued: tuple[CertificateLine, ...] = ()
    seal: str = ""


class CertificatesPresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Carries out.
    """

    listed = Signal(object)
    """A `Listed`."""
    failed = Signal(object)
    """The lists could not be fetched: a `KnownFailure`."""
    said = Signal(object)
    """A `Notice`."""
    done = Signal()
    """What a form asked for is done."""
    refused = Signal(str, str)
    """What was asked was refused: what, and why with what to do next."""
    seal_changed = Signal()
    """The seal was unlocked or locked."""
    issued = Signal(object, object)
    """The certificates as a tuple of `Issued`, and the paths of their copies."""
    moved = Signal(object)
    """One more certificate of a `Batch` was issued or refused."""
    ended = Signal(object, object)
    """A `Batch` is over, and the paths of the copies of what it issued."""
    planned = Signal(object)
    """What issuing for a lot would do: a `LotPlan`."""
    page_ready = Signal(str, object)
    """Number of a certificate and its first page as `PageDots`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._keyring = hands.keyring
        self._page_of = ""
        self._batch: Batch | None = None
        self.language: str | None = None
        """Of the next certificates; None as the workshop has settled it."""
        hands.left.connect(self._left)

    @property
    def unlocked(self) -> bool:
        """Whether the seal can be used now."""
        return self._keyring.seal is not None

    def load(self) -> None:
        """Fetch both lists and the seal."""
        self._hands.ask(_lists, self.listed.emit, self.failed.emit)

    def lock(self) -> None:
        """Forget the seal, also one that is being unlocked."""
        was_open = self.unlocked
        self._keyring.lock()
        if was_open:
            self.seal_changed.emit()

    def unlock(self, passphrase: str) -> None:
        """Unlock the seal for the session."""
        self._hands.ask(self._keyring.opening(passphrase), self._unlocked, self._refused)

    def create_key(self, passphrase: str) -> None:
        """Make the key of the seal."""
        command = CreateKey(passphrase=passphrase)
        self._hands.submit(command, self._key_made, self._refused, _changes)

    def issue(self, devices: tuple[str, ...], lot: str | None = None, reason: str = "") -> None:
        """Issue certificates one after the other; the seal must be unlocked.

        Args:
            devices: Codes.
            lot: A lot whose own certificate comes last.
            reason: Why the lot's certificate that holds is replaced.
        """
        seal = self._keyring.seal
        assert seal is not None, "the panel asks the passphrase first"
        self._batch = Batch(
            seal, devices, lot=lot, lot_reason=reason or None, language=self.language
        )
        self._next(self._batch)

    def stop(self) -> None:
        """Issue nothing more of the batch after the one under way."""
        if self._batch is not None:
            self._batch.cancel()

    def plan(self, lot: str) -> None:
        """Ask what issuing for a lot would do."""
        self._hands.ask(partial(queries.lot_plan, lot=lot), self._planned, self._refused)

    def issue_medium(self, medium: str) -> None:
        """Issue the certificate of a medium that was taken out; the seal must be unlocked."""
        seal = self._keyring.seal
        assert seal is not None, "the panel asks the passphrase first"
        command = IssueMediumCertificate(medium=medium, seal=seal, language=self.language)
        self._hands.submit(command, self._issued, self._refused, _changes)

    def reissue(self, line: CertificateLine, reason: str) -> None:
        """Replace a certificate by a new one; the seal must be unlocked."""
        seal = self._keyring.seal
        assert seal is not None, "the panel asks the passphrase first"
        command = issuing_anew(
            line.kind, line.about, seal=seal, reason=reason, language=self.language
        )
        self._hands.submit(command, self._issued, self._refused, _changes)

    def revoke(self, number: str, reason: str) -> None:
        """Take a certificate back."""
        command = RevokeCertificate(number, reason)
        self._hands.submit(command, self._revoked, self._refused, _changes)

    def save_lot(self, lot: str, folder: Path) -> None:
        """Write copies of every certificate that holds in a lot into a folder."""
        self._hands.ask(partial(_save_lot, lot=lot, folder=folder), self._all_saved, self._refused)

    def save_all(self, numbers: tuple[str, ...], folder: Path) -> None:
        """Write copies of certificates into a folder."""
        saving = partial(copies.save_all, numbers=numbers, folder=folder)
        self._hands.ask(saving, self._all_saved, self._refused)

    def print_lot(self, lot: str) -> None:
        """Print every certificate that holds in a lot, its own first."""
        self._hands.ask(partial(_pdfs_of_lot, lot=lot), self._print, self._refused)

    def open(self, number: str) -> None:
        """Open a copy in the system's own program."""
        self._hands.ask(partial(copies.save_copy, number=number), self._open)

    def open_folder(self, folder: Path) -> None:
        """Show the folder with the copies."""
        self._open(folder)

    def save(self, number: str, target: Path) -> None:
        """Write a copy where the person wants it."""
        self._hands.ask(partial(copies.save_copy, number=number, target=target), self._saved)

    def print(self, numbers: tuple[str, ...]) -> None:
        """Print certificates on the computer's usual printer."""
        self._hands.ask(partial(_pdfs, numbers=numbers), self._print)

    def preview(self, number: str) -> None:
        """Draw the first page of a certificate."""
        self._page_of = number
        self._hands.ask(partial(_pdfs, numbers=(number,)), partial(self._draw, number))

    def _unlocked(self, _seal: object) -> None:
        self.seal_changed.emit()
        self.done.emit()

    def _key_made(self, _seal: object) -> None:
        text = self.tr("Make a copy of it under Upkeep and put it in a safe place.")
        self.said.emit(Notice(Tone.GOOD, self.tr("The seal has its key"), text))
        self.done.emit()
        self.load()

    def _left(self) -> None:
        """Stop what is under way and forget the seal when the person leaves."""
        self.stop()
        self.language = None
        self.lock()

    def _planned(self, plan: LotPlan) -> None:
        self.planned.emit(plan)

    def _next(self, batch: Batch) -> None:
        """Issue the next certificate, so that scans are answered between them."""
        self.moved.emit(batch)
        command = batch.next()
        if command is None:
            self._over(batch)
            return
        self._hands.submit(command, partial(self._took, batch), partial(self._not_taken, batch))

    def _took(self, batch: Batch, done: IssuedAll) -> None:
        batch.took(done)
        self._next(batch)

    def _not_taken(self, batch: Batch, failure: KnownFailure) -> None:
        if not batch.failed(failure):
            self._refused(failure)
        self._next(batch)

    def _over(self, batch: Batch) -> None:
        self._batch = None
        self.done.emit()
        # Told once: every screen fetches its lists anew.
        self._hands.changes.announce(batch.changes)
        if batch.total == 1 and batch.refused:
            self._refused(batch.refused[0].failure)
            return
        issued = tuple(batch.issued)
        self._hands.ask(
            lambda desk, _who: copies.copy_out(desk, issued), partial(self._all_copied, batch)
        )
        self.load()

    def _all_copied(self, batch: Batch, paths: list[Path]) -> None:
        self.ended.emit(batch, tuple(paths))

    def _issued(self, done: IssuedAll) -> None:
        issued = done.certificates
        self.done.emit()
        words = ", ".join(short(one.number) for one in issued)
        title = self.tr("%n certificates issued", "", len(issued))
        self.said.emit(Notice(Tone.GOOD, title, words))
        self._hands.ask(
            lambda desk, _who: copies.copy_out(desk, issued), partial(self._copied, issued)
        )
        self.load()

    def _copied(self, issued: tuple[Issued, ...], paths: list[Path]) -> None:
        self.issued.emit(issued, tuple(paths))

    def _revoked(self, done: Revoked) -> None:
        about = done.about
        self.done.emit()
        # The paper is out: who checks without us learns it from a list only.
        text = self.tr("{0} has no valid certificate now. Tell everybody: {1}, F8, sign the list.")
        text = text.replace("{0}", short(about)).replace("{1}", station_title("checking"))
        self.said.emit(Notice(Tone.ATTENTION, self.tr("The certificate was revoked"), text))
        self.load()

    def _all_saved(self, paths: list[Path]) -> None:
        title = self.tr("%n certificates saved", "", len(paths))
        self.said.emit(Notice(Tone.GOOD, title, str(paths[0].parent)))

    def _saved(self, path: Path) -> None:
        self.said.emit(Notice(Tone.GOOD, self.tr("The copy was saved"), str(path)))

    def _open(self, path: Path) -> None:
        if not open_path(path):
            title = self.tr("The copy is ready")
            self.said.emit(Notice(Tone.INFO, title, str(path)))

    def _print(self, pdfs: tuple[bytes, ...]) -> None:
        from serkut_desk.ui import paper_printer  # noqa: PLC0415 - rarely used

        self._hands.work(partial(paper_printer.print_papers, pdfs), self._printed)

    def _printed(self, printer: str) -> None:
        self.said.emit(Notice(Tone.GOOD, self.tr("Sent to the printer"), printer))

    def _draw(self, number: str, pdfs: tuple[bytes, ...]) -> None:
        if number == self._page_of:
            self._hands.work(partial(_page, pdfs[0]), partial(self._drawn, number))

    def _drawn(self, number: str, page: PageDots) -> None:
        if number == self._page_of:
            self.page_ready.emit(number, page)

    def _refused(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self.refused.emit(said["what"], f"{said['why']} {said['next']}")


def _lists(desk: Desk, session: Session | None) -> Listed:
    try:
        seal = queries.seal_named(desk, None).fingerprint
    except Refused:
        seal = ""
    issued = [
        line for kind in StatementKind for line in queries.certificates(desk, session, kind=kind)
    ]
    issued.sort(key=lambda line: line.number, reverse=True)
    return Listed(
        ready=tuple(queries.ready(desk, session)),
        lots=tuple(queries.lots(desk, session)),
        media=tuple(queries.ready_media(desk, session)),
        issued=tuple(issued[: queries.SHOWN]),
        seal=seal,
    )


def _save_lot(desk: Desk, session: Session | None, lot: str, folder: Path) -> list[Path]:
    numbers = queries.papers_of_lot(desk, session, lot)
    return copies.save_all(desk, session, numbers, folder)


def _pdfs_of_lot(desk: Desk, session: Session | None, lot: str) -> tuple[bytes, ...]:
    return _pdfs(desk, session, tuple(queries.papers_of_lot(desk, session, lot)))


def _pdfs(desk: Desk, session: Session | None, numbers: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(queries.certificate_pdf(desk, session, number) for number in numbers)


def _page(pdf: bytes) -> PageDots:
    from serkut_desk.documents.rendering import pages_as_dots  # noqa: PLC0415 - slow to import

    return pages_as_dots(pdf, _PREVIEW_DPI)[0]


def _changes(done: IssuedAll | Revoked | KeyDone) -> Changes:
    return done.changes
