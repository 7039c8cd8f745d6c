"""The signed list of certificates and keys that hold no longer.

Numbers run on, and a list holds everything that the one before it said: who checks with an older
list sees at once when something was taken out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.trust import PublishedList
from serkut_desk.stations.certificates.commands import RevocationsSigned, SignRevocations
from serkut_desk.stations.certificates.keys import SUBJECT, in_use
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.trust_now import next_list

if TYPE_CHECKING:
    from serkut_desk.documents.revocations import RevocationList
    from serkut_desk.stations.desk import Desk


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
