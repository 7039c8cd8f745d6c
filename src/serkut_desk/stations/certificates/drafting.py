"""A certificate that is drawn and sealed before the transaction in which it is issued.

Drawing and sealing take longer than writing. So a certificate is made from a reading of the
records, with the number that comes next and the journal's head of that moment. If both are still
the same when the transaction has begun, nothing has happened since, and what was made is what
would be made now. If not, it is made again, inside. What is never issued is never written.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.stations.certificates.keys import in_use

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from serkut_desk.documents.sealing import Seal
    from serkut_desk.domain.journal import Head
    from serkut_desk.records.files import FileStore
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Task

Basis = TypeVar("Basis")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is known of a certificate before its page: number, time, place in the journal, key."""

    number: str
    at: datetime
    anchor: Head
    seal: Seal


@dataclass(frozen=True, slots=True)
class Draft(Generic[Basis]):
    """A sealed PDF that is not issued yet.

    Args:
        stamp: With which it was made.
        pdf: The sealed file.
        statement: Text of its QR.
        language: Of the paper.
        basis: The records that it rests on, for whoever writes them.
    """

    stamp: Stamp
    pdf: bytes
    statement: str
    language: str
    basis: Basis


def drafted(
    desk: Desk, make: Callable[[UnitOfWork, FileStore, Stamp], Draft[Basis]], seal: Seal
) -> Draft[Basis] | None:
    """Make a certificate from a reading; None where it is refused: the transaction says why."""
    try:
        with desk.database.reading() as work:
            anchor = work.journal.head()
            number = work.house.coming_code(CodeKind.CERTIFICATE)
            return make(work, desk.files, Stamp(number, work.journal.now(), anchor, seal))
    except KnownFailure:
        return None


def final(
    task: Task,
    prepared: Draft[Any] | None,
    make: Callable[[UnitOfWork, FileStore, Stamp], Draft[Basis]],
    seal: Seal,
) -> Draft[Basis]:
    """Return what was made before the transaction if it still says how things are, else make it.

    Takes the certificate's number.

    Raises:
        KnownFailure: As `make`.
    """
    work = task.work
    anchor, number = work.journal.head(), work.house.next_code(CodeKind.CERTIFICATE)
    if prepared is not None and (prepared.stamp.anchor, prepared.stamp.number) == (anchor, number):
        return prepared
    return make(work, task.desk.files, Stamp(number, task.now, anchor, seal))


def watch_clock(desk: Desk, _command: object) -> None:
    """A jump must be entered even though the issue is then refused and rolled back."""
    desk.database.watch_clock()


def demand_ready(work: UnitOfWork, seal: Seal) -> None:
    """See that certificates can be issued at all.

    Raises:
        Refused: `certificate_clock_doubted`, `key_none`, `key_not_in_use`.
    """
    if work.house.get("clock_doubted", False):
        raise Refused("certificate_clock_doubted")
    if in_use(work).fingerprint != seal.fingerprint:
        raise Refused("key_not_in_use", fingerprint=seal.fingerprint)


def demand_next(draft: Draft[Basis], entry: Head) -> None:
    """See that the entry follows the one that the paper names.

    Raises:
        Refused: `certificate_clock_doubted`: the clock jumped between looking at it and here.
    """
    if entry.seq != draft.stamp.anchor.seq + 1:
        raise Refused("certificate_clock_doubted")


def digest_of(statement: str) -> str:
    """Return what a journal entry says of the text of a QR."""
    return sha256(statement.encode("ascii")).hexdigest()
