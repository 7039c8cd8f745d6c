"""Checks certificates: files, folders of files, texts of QR codes; with and without a workshop.

Whether a paper is genuine is answered from what is known of keys; whether it still holds, from the
newest list. A workshop at its own desk knows both until now, and whether it has the number at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import KnownFailure, Unavailable
from serkut_desk.domain.statement import MARK
from serkut_desk.records.files import read_regular
from serkut_desk.stations.trust_now import own_knowledge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from serkut_desk.documents.answering import Answer
    from serkut_desk.documents.knowledge import Knowledge
    from serkut_desk.domain.people import Session
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

_PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class Booked:
    """What the workshop's books say of a number: when it was issued, of what, its file."""

    issued_at: datetime
    about: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One paper with its answer.

    Args:
        name: Of the file; "" for a text.
        answer: None where the file could not be read, then `failure` says why.
        booked: What the books say of it; None when they do not have this very paper.
        asked: The books were asked.
        failure: Why the file could not be read.
        standing: What else the books know of one that nothing ended: the last words of a text
            `certificate.status.`, "" where there is nothing to say. Whoever asks fills it in.
    """

    name: str
    answer: Answer | None
    booked: Booked | None = None
    asked: bool = False
    failure: KnownFailure | None = None
    standing: str = ""

    @property
    def not_in_books(self) -> bool:
        """A key of the workshop signed it, and the workshop did not."""
        answer = self.answer
        genuine = answer is not None and answer.genuine and answer.number is not None
        return genuine and self.asked and self.booked is None


def is_text(subject: str) -> bool:
    """Tell whether what was given is the text of a QR and no path."""
    return subject.strip().upper().startswith(MARK)


def papers_in(path: Path) -> list[Path]:
    """Return the PDF files of a folder by name; a file alone.

    Raises:
        Unavailable: `certificate_file_missing`: a folder that cannot be read.
    """
    try:
        if not path.is_dir():
            return [path]
        return sorted(one for one in path.iterdir() if one.suffix.lower() == _PDF)
    except OSError as problem:
        raise Unavailable("certificate_file_missing", path=str(path)) from problem


def read(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        Unavailable: `certificate_file_missing`.
    """
    from serkut_desk.documents.verification import LARGEST  # noqa: PLC0415 - slow to import

    try:
        return read_regular(path, LARGEST)
    except OSError as problem:
        raise Unavailable("certificate_file_missing", path=str(path)) from problem


def check_text(desk: Desk, session: Session | None, text: str) -> Checked:
    """Return the answer about the text of a QR, as the workshop itself knows.

    Raises:
        Refused: `key_none`; as `authorise`.
    """
    from serkut_desk.documents.answering import answer_text  # noqa: PLC0415 - slow to import

    answer = answer_text(text, own_knowledge(desk))
    with desk.reading(session) as work:
        return Checked("", answer, booked_as(work, answer.number, text), asked=True)


def check_papers(
    desk: Desk,
    session: Session | None,
    paths: Sequence[Path],
    watch: Callable[[int, int], None] | None = None,
) -> tuple[Checked, ...]:
    """Return the answers about files and folders of files, as the workshop itself knows.

    Args:
        desk: The desk.
        session: Who asks.
        paths: Files and folders.
        watch: Told how many of how many are done; may raise to stop.

    Raises:
        Refused: `key_none`; as `authorise`.
    """
    with desk.reading(session):
        knowledge = own_knowledge(desk)
    files = [file for path in paths for file in papers_in(path)]
    found = []
    for at, file in enumerate(files):
        if watch is not None:
            watch(at, len(files))
        found.append(_checked(desk, session, file, knowledge))
    if watch is not None:
        watch(len(files), len(files))
    return tuple(found)


def _checked(desk: Desk, session: Session | None, file: Path, knowledge: Knowledge) -> Checked:
    from serkut_desk.documents.answering import answer_file  # noqa: PLC0415 - slow to import

    try:
        data = read(file)
    except KnownFailure as failure:
        return Checked(file.name, None, failure=failure)
    answer = answer_file(data, knowledge)
    with desk.reading(session) as work:
        return Checked(file.name, answer, booked_as(work, answer.number, data), asked=True)


def booked_as(work: UnitOfWork, number: str | None, given: bytes | str) -> Booked | None:
    """Return what the books say of a paper, None unless they have this very file or text.

    Another one with the same number was signed by somebody who has the key.
    """
    booked = _booked(work, number)
    if booked is None or number is None:
        return None
    if isinstance(given, bytes):
        same = booked.sha256 == sha256(given).hexdigest()
    else:
        same = work.statements.text_of(number) == "".join(given.split()).upper()
    return booked if same else None


def _booked(work: UnitOfWork, number: str | None) -> Booked | None:
    if number is None:
        return None
    device = work.certificates.by_code(number)
    if device is not None:
        code = work.devices.by_id(device.device_id).code
        return Booked(device.issued_at, code, device.sha256)
    medium = work.medium_certificates.by_code(number)
    if medium is not None:
        code = work.devices.by_id(medium.device_id).code
        return Booked(medium.issued_at, code, medium.sha256)
    lot = work.lot_certificates.by_code(number)
    if lot is None:
        return None
    return Booked(lot.issued_at, work.lots.by_id(lot.lot_id).code, lot.sha256)
