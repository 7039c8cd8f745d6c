"""The signed list of certificates and keys that hold no longer.

Numbers run on, and a list holds everything that the one before it said: who checks with an older
list sees at once when something was taken out.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.trust import PublishedList
from serkut_desk.stations import ended_certificates
from serkut_desk.stations.certificates.commands import RevocationsSigned, SignRevocations
from serkut_desk.stations.certificates.keys import SUBJECT, in_use
from serkut_desk.stations.handling import Task, handles

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.documents.revocations import EndedKey, RevocationList
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

NEXT_DUE: Final = timedelta(days=40)
"""A list is made once a month; whoever holds one that is older asks for another."""


def _watch_clock(desk: Desk, _command: SignRevocations) -> None:
    desk.database.watch_clock()


@handles(SignRevocations, Permission.ISSUE, prepare=_watch_clock)
def sign_revocations(task: Task, command: SignRevocations) -> RevocationsSigned:
    """Sign the next list and keep it."""
    from serkut_desk.documents.revocations import signed_file  # noqa: PLC0415 - slow to import

    work = task.work
    if work.house.get("clock_doubted", False):
        raise Refused("certificate_clock_doubted")
    if in_use(work).fingerprint != command.seal.fingerprint:
        raise Refused("key_not_in_use", fingerprint=command.seal.fingerprint)
    what = next_list(work, task.now)
    _follow(task, what)
    digest = task.desk.files.keep(signed_file(what, command.seal))
    entries = len(what.ended) + len(what.keys)
    fingerprint = command.seal.fingerprint
    head = work.journal.append(
        Tag.REVOCATIONS_SIGNED,
        SUBJECT,
        number=what.number,
        sha256=digest,
        seal=fingerprint,
        entries=entries,
    )
    work.trust.add_list(
        PublishedList(what.number, what.at, task.actor, digest, fingerprint, entries, head.seq)
    )
    stored = task.desk.files.path(digest)
    return RevocationsSigned(what.number, entries, digest, stored, Changes(journal=True))


def next_list(work: UnitOfWork, now: datetime) -> RevocationList:
    """Return the list as the records are now, with the number that comes next; nobody signed it.

    Raises:
        Refused: `key_none`.
    """
    from serkut_desk.documents.revocations import (  # noqa: PLC0415 - slow to import
        EndedPaper,
        Ending,
        RevocationList,
    )
    from serkut_desk.domain.statement import key_id  # noqa: PLC0415 - as these

    newest = work.trust.newest_list()
    at = now.replace(microsecond=0)
    return RevocationList(
        workshop=work.house.get("workshop")["name"],
        number=newest.number + 1 if newest else 1,
        at=at,
        until=at + NEXT_DUE,
        ended=tuple(
            EndedPaper(
                one.number,
                Ending(one.state.value),
                one.at.replace(microsecond=0),
                one.successor,
            )
            for one in ended_certificates.ended(work)
        ),
        keys=ended_keys(work),
        key=key_id(in_use(work).fingerprint),
    )


def ended_keys(work: UnitOfWork) -> tuple[EndedKey, ...]:
    """Return every key that is out of use or stolen."""
    from serkut_desk.documents.revocations import (  # noqa: PLC0415 - slow to import
        EndedKey,
        KeyEnding,
        plain_fingerprint,
    )

    thefts = work.trust.thefts()
    found = []
    for seal in work.seals.every():
        plain, theft = plain_fingerprint(seal.fingerprint), thefts.get(seal.fingerprint)
        if theft is not None:
            since = theft.since.replace(microsecond=0)
            found.append(EndedKey(plain, KeyEnding.STOLEN, since))
        elif seal.retired_at is not None:
            # The next whole second: what it sealed in its last one is as good as before.
            last = seal.retired_at.replace(microsecond=0) + timedelta(seconds=1)
            found.append(EndedKey(plain, KeyEnding.RETIRED, last))
    return tuple(sorted(found))


def _follow(task: Task, what: RevocationList) -> None:
    """Refuse a list that would contradict the one before it."""
    from serkut_desk.documents.revocations import read_file  # noqa: PLC0415 - slow to import

    newest = task.work.trust.newest_list()
    if newest is None:
        return
    older = read_file(task.desk.files.read(newest.sha256)).what
    if what.at < older.at:
        raise Refused("clock_before_list")
    if what.lacks(older):
        raise Refused("revocations_lost", number=older.number)


def newest_file(desk: Desk) -> bytes | None:
    """Return the newest list as it was signed, None before the first.

    Raises:
        Unavailable: `file_lost` or `file_damaged`.
    """
    with desk.database.reading() as work:
        newest = work.trust.newest_list()
    return None if newest is None else desk.files.read(newest.sha256)
