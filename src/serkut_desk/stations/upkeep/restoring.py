"""Puts a backup in the place of the present database, and never hides what is lost by it.

The entry of the restoration is written into a copy of the backup first; then this copy takes the
place of the present database in one step. What was there before is kept aside.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.files import FileStore, copy_file
from serkut_desk.stations.upkeep import backing_up
from serkut_desk.stations.upkeep.backup_folder import DATABASE, FILES

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.journal import Head
    from serkut_desk.domain.people import Session
    from serkut_desk.settings import DataFolder
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.upkeep.backing_up import VerifiedBackup

# Where the copy is prepared, beside the database.
STAGED = "restoring.sqlite3"
ASIDE = "aside"

# Numbers that may have been given since the backup, when nothing tells how many.
UNKNOWN_NUMBERS = 1000


@dataclass(frozen=True, slots=True)
class Present:
    """What the database that is replaced had: its head and the last number of each kind."""

    head: Head
    counters: dict[str, int]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored.

    Args:
        backup: The backup's folder.
        head: The newest entry of the backup.
        lost: The newest entry of the database that was replaced, None when it did not open.
        lost_entries: How many entries were made after the backup, None when nobody knows.
        aside: Where the replaced database and files are now, None when there was nothing.
    """

    backup: Path
    head: Head
    lost: Head | None
    lost_entries: int | None
    aside: Path | None


def checked(backup: Path) -> VerifiedBackup:
    """Return a backup that can be restored.

    Raises:
        Refused: `not_a_backup`, `backup_broken`.
    """
    found = backing_up.verify(backup)
    if not found.ok:
        said = "; ".join(found.facts[:3])
        raise Refused("backup_broken", path=str(backup), part=found.why, said=said)
    return found


def allowed(desk: Desk, session: Session | None) -> None:
    """Look whether somebody may restore, by the people of an open database.

    Raises:
        Refused: They may not.
    """
    with desk.reading(session, Permission.RESTORE):
        pass


def present_of(desk: Desk) -> Present:
    """Return what will be lost of an open database."""
    with desk.database.reading() as work:
        return Present(work.journal.head(), work.house.counters())


def enter(
    staged: Desk,
    session: Session | None,
    backup: VerifiedBackup,
    present: Present | None,
    aside: Path | None,
) -> Restored:
    """Write into the copy of the backup what is done and what is lost."""
    head = backup.checkpoint.head
    lost = None if present is None else present.head
    entries = None if lost is None else max(0, lost.seq - head.seq)
    with staged.database.work(session.person if session else None) as work:
        # Codes given after the backup are on labels and papers; they must not be given again.
        if present is not None:
            taken = present.counters
        else:
            taken = {kind: last + UNKNOWN_NUMBERS for kind, last in work.house.counters().items()}
        for kind, last in taken.items():
            work.house.skip_to(kind, last)
        work.journal.append(
            Tag.BACKUP_RESTORED,
            "backup",
            name=backup.path.name,
            made_at=backup.checkpoint.at,
            seq=head.seq,
            hash=head.hash,
            lost_seq=None if lost is None else lost.seq,
            lost_hash=None if lost is None else lost.hash,
            aside=None if aside is None else aside.name,
        )
        work.commit()
    return Restored(backup.path, head, lost, entries, aside)


def put_files(folder: DataFolder, backup: Path, named: frozenset[str], aside: Path | None) -> None:
    """Bring the files of the backup, and keep aside those that it does not name.

    Done before the database changes: a crash in between leaves more files than are named, never
    fewer, and what the next start sweeps lies aside already.
    """
    target, source = FileStore(folder.files), FileStore(backup / FILES)
    for digest in source.digests():
        target.keep(source.read(digest))
    if aside is None:
        return
    kept = FileStore(aside / FILES)
    for digest in target.digests():
        if digest not in named:
            copy_file(target.path(digest), kept.path(digest))


def drop_files(folder: DataFolder, named: frozenset[str]) -> None:
    """Take away the files that the restored database does not name; they lie aside."""
    FileStore(folder.files).sweep(named)


def swap(folder: DataFolder, staged: Path, aside: Path | None) -> None:
    """Put the prepared database in place; a crash leaves either the old one or the new one.

    Raises:
        Unavailable: `copy_failed`.
    """
    try:
        if aside is not None:
            _keep(folder.database, aside)
        staged.replace(folder.database)
    except OSError as problem:
        raise Unavailable(
            "copy_failed", path=str(folder.database), said=problem.strerror or ""
        ) from problem


def _keep(database: Path, aside: Path) -> None:
    aside.mkdir(parents=True, exist_ok=True)
    try:
        os.link(database, aside / DATABASE)
    except OSError:  # not every file system can link
        shutil.copy2(database, aside / DATABASE)
    for ending in ("-wal", "-shm", "-journal"):
        # Left over by a database that did not open; they must not be applied to another one.
        beside = database.with_name(database.name + ending)
        if beside.exists():
            beside.replace(aside / beside.name)
