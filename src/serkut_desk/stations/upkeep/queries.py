"""How the workshop stands: journal, backups, policy, and what the banner has to say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import from_text, local
from serkut_desk.domain.journal import Head
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.records.journal_check import is_cut
from serkut_desk.stations.rules import policies, policy_at
from serkut_desk.stations.seller import seller_of
from serkut_desk.stations.upkeep.backup_folder import BackupPlace, backups_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.papers import Seller
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.policy import Policy
    from serkut_desk.records.journal_check import JournalState
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

# How many of the newest entries are checked at every start.
TAIL = 1000
# Setting: number and hash of the entry to which the last backup goes.
LAST_BACKUP_HEAD = "last_backup_head"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something for the banner: the sentence `notice.<code>`, and whether it is grave."""

    code: str
    grave: bool = False


def verify_journal(desk: Desk, anchor: Head | None = None) -> JournalState:
    """Check the whole journal, and that records say what it says.

    Anybody may: it tells nothing of what the entries say.
    """
    state = desk.database.check(anchor)
    try:
        found = desk.database.check_records()
    except (KeyError, TypeError, ValueError, AttributeError):
        # Entries that somebody rewrote say nothing that records could be held against.
        if state.ok:
            raise
        return state
    return replace(state, findings=(*state.findings, *found))


def export_journal(desk: Desk, session: Session | None) -> Iterator[dict[str, object]]:
    """Yield every entry with exactly the fields that are stored."""
    with desk.reading(session, Permission.AUDIT) as work:
        for entry in work.journal.entries():
            yield entry._asdict()


def seller(desk: Desk, session: Session | None) -> Seller | None:
    """Return the seller's facts, None before somebody has given them."""
    with desk.reading(session) as work:
        return seller_of(work)


def policy_versions(desk: Desk, session: Session | None) -> tuple[Policy, tuple[Policy, ...]]:
    """Return the policy that holds today, and all its versions."""
    with desk.reading(session) as work:
        return policy_at(work, desk.clock.now()), policies(work)


def donors(desk: Desk, session: Session | None) -> tuple[str, ...]:
    """Return the names of everybody who has sent a lot, by name."""
    with desk.reading(session) as work:
        return tuple(work.lots.senders())


def known_backups(desk: Desk, session: Session | None) -> list[BackupPlace]:
    """Return the backups in the chosen folder, the newest first."""
    with desk.reading(session, Permission.BACKUP) as work:
        chosen = work.house.get("backup_folder")
    return [] if chosen is None else backups_in(Path(chosen))


def workshop_name(desk: Desk) -> str:
    """Return the workshop's name; anybody may know."""
    with desk.database.reading() as work:
        return str(work.house.get("workshop", {}).get("name", ""))


def clock_doubted(desk: Desk) -> bool:
    """Tell whether issuing waits for somebody to confirm the clock."""
    with desk.database.reading() as work:
        return bool(work.house.get("clock_doubted", False))


def backup_due(desk: Desk) -> bool:
    """Tell whether the program should make today's backup now."""
    with desk.database.reading() as work:
        chosen = work.house.get("backup_folder") is not None
        return chosen and _backup_is_late(desk, work)


def _backup_is_late(desk: Desk, work: UnitOfWork) -> bool:
    last = work.house.get("last_backup")
    if last is None:
        return True
    return local(from_text(last)).date() < local(desk.clock.now()).date()


def journal_cut(work: UnitOfWork) -> bool:
    """Tell whether the journal lacks what the newest papers or the last backup name."""
    kept = work.house.get(LAST_BACKUP_HEAD)
    return is_cut(work.connection, None if kept is None else Head(kept["seq"], kept["hash"]))


def notices(desk: Desk) -> tuple[Notice, ...]:
    """Return what everybody at the desk should see until it is put right, the gravest first."""
    found = []
    if desk.database.missing_guards():
        found.append(Notice("journal_unguarded", grave=True))
    with desk.database.reading() as work:
        if not work.journal.tail(TAIL).ok:
            found.append(Notice("journal_broken", grave=True))
        if journal_cut(work):
            found.append(Notice("journal_cut", grave=True))
        if work.house.get("clock_doubted", False):
            found.append(Notice("clock_doubted", grave=True))
        if work.house.get("backup_folder") is None:
            found.append(Notice("backup_folder_missing"))
        elif _backup_is_late(desk, work):
            found.append(Notice("backup_late"))
        if not (work.house.get("data_class") or {}).get("reference"):
            found.append(Notice("data_class_undecided"))
        if work.people.count(Role.SUPERVISOR) < 2:  # noqa: PLR2004 - acts of two supervisors
            found.append(Notice("one_supervisor"))
        if work.house.get("demo", False):
            found.append(Notice("demo"))
    return tuple(found)
