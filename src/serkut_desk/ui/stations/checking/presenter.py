"""Checks files and texts, writes the page, signs the list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.errors import Refused
from serkut_desk.stations.certificates import keyring, publishing, queries
from serkut_desk.stations.certificates.commands import SignRevocations
from serkut_desk.stations.checking import papers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from serkut_desk.documents.sealing import Seal
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.certificates.commands import RevocationsSigned
    from serkut_desk.stations.checking.papers import Checked
    from serkut_desk.stations.desk import Desk
    from serkut_desk.ui.hands import Hands


class CheckingPresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Carries out.
    """

    checked = Signal(object)
    """A tuple of `Checked`."""
    progressed = Signal(int, int)
    """How many files are checked, of how many."""
    refused = Signal(object)
    """What was asked was refused: a `KnownFailure`."""
    unlock_refused = Signal(str)
    """The seal did not open: why, and what to do."""
    written = Signal(object)
    """Path of the page."""
    signed = Signal(object, object)
    """A `RevocationsSigned` and the path of its copy."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._stop = Event()

    def check_text(self, text: str) -> None:
        """Check the text of a QR."""
        self._hands.ask(partial(_check_text, text=text), self._one_checked, self.refused.emit)

    def check_files(self, paths: Sequence[Path]) -> None:
        """Check files, and the PDF files of folders."""
        self._stop.clear()
        watch = partial(_watch, self._stop, self.progressed.emit)
        question = partial(_check_papers, paths=tuple(paths), watch=watch)
        self._hands.ask(question, self.checked.emit, self.refused.emit)

    def stop(self) -> None:
        """Stop the files that are being checked."""
        self._stop.set()

    def write_page(self, path: Path) -> None:
        """Write the page for everybody."""
        question: Callable[[Desk, Session | None], Path] = partial(publishing.write_page, path=path)
        self._hands.ask(question, self.written.emit, self.refused.emit)

    def sign_unlocked(self, path: Path) -> bool:
        """Sign with the seal that is unlocked for the session; False when none is."""
        seal = self._hands.keyring.seal
        if seal is None:
            return False
        self._sign(path, seal)
        return True

    def sign_list(self, passphrase: str, path: Path) -> None:
        """Sign the next list and write a copy of it."""
        self._hands.ask(
            partial(keyring.unlock, passphrase=passphrase),
            partial(self._sign, path),
            self._not_unlocked,
        )

    def _sign(self, path: Path, seal: Seal) -> None:
        command = SignRevocations(seal)
        self._hands.submit(command, partial(self._copy, path), self.refused.emit, _changes)

    def _copy(self, path: Path, done: RevocationsSigned) -> None:
        self._hands.ask(
            partial(publishing.write_list, digest=done.sha256, path=path),
            partial(self._copied, done),
            self.refused.emit,
        )

    def _copied(self, done: RevocationsSigned, path: Path) -> None:
        self.signed.emit(done, path)

    def _one_checked(self, one: Checked) -> None:
        self.checked.emit((one,))

    def _not_unlocked(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self.unlock_refused.emit(f"{said['what']} {said['next']}")


def _check_text(desk: Desk, session: Session | None, text: str) -> Checked:
    return _standing(desk, papers.check_text(desk, session, text))


def _check_papers(
    desk: Desk,
    session: Session | None,
    paths: Sequence[Path],
    watch: Callable[[int, int], None],
) -> tuple[Checked, ...]:
    found = papers.check_papers(desk, session, paths, watch)
    return tuple(_standing(desk, one) for one in found)


def _standing(desk: Desk, one: Checked) -> Checked:
    """Add what the certificates' own screen says of one that nothing ended."""
    if one.answer is None or one.answer.number is None or one.booked is None:
        return one
    line = queries.status(desk, one.answer.number)
    return one if line is None else replace(one, standing=line.standing)


def _watch(stop: Event, tell: Callable[[int, int], None], done: int, total: int) -> None:
    if stop.is_set() and done < total:
        raise Refused("checking_stopped")
    tell(done, total)


def _changes(done: RevocationsSigned) -> Changes:
    return done.changes
