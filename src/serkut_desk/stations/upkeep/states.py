"""What the screens of upkeep show at once: where backups stand, the journal's head, the clock."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import from_text, local
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.files import write_synced
from serkut_desk.stations.upkeep.backup_folder import DEFAULT_DAYS, BackupPlace, backups_in
from serkut_desk.stations.upkeep.queries import backup_due, export_journal

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.journal import Head
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class BackupState:
    """Where backups stand.

    Args:
        folder: The chosen folder, None when none is.
        keep_days: Of how many days they stay.
        last: When the last was made, None when none was.
        late: Whether today's is missing.
        known: Those in the folder, the newest first.
    """

    folder: Path | None
    keep_days: int
    last: datetime | None
    late: bool
    known: tuple[BackupPlace, ...]


@dataclass(frozen=True, slots=True)
class DayState:
    """The clock and the journal as they stand now."""

    now: datetime
    clock_doubted: bool
    head: Head


def backup_state(desk: Desk, session: Session | None) -> BackupState:
    """Return where backups stand.

    Raises:
        Refused: As `authorise`.
    """
    with desk.reading(session, Permission.BACKUP) as work:
        chosen = work.house.get("backup_folder")
        days = int(work.house.get("backup_days", DEFAULT_DAYS))
        last = work.house.get("last_backup")
    folder = None if chosen is None else Path(chosen)
    return BackupState(
        folder,
        days,
        None if last is None else from_text(last),
        backup_due(desk),
        tuple(backups_in(folder)) if folder else (),
    )


def day_state(desk: Desk, session: Session | None) -> DayState:
    """Return the clock's and the journal's state.

    Raises:
        Refused: As `authorise`.
    """
    with desk.reading(session, Permission.AUDIT) as work:
        doubted = bool(work.house.get("clock_doubted", False))
        head = work.journal.head()
    return DayState(local(desk.clock.now()), doubted, head)


def journal_head(desk: Desk) -> Head:
    """Return the newest entry's number and hash; they stand on papers, anybody may know them."""
    with desk.database.reading() as work:
        return work.journal.head()


def export_to_papers(desk: Desk, session: Session | None) -> Path:
    """Write every entry of the journal, one JSON object a line, and return where.

    Raises:
        Refused: As `authorise`.
        Unavailable: It cannot be written.
    """
    lines = [json.dumps(entry, ensure_ascii=False) for entry in export_journal(desk, session)]
    path = desk.folder.papers / f"journal-{len(lines)}.jsonl"
    write_synced(path, ("\n".join(lines) + "\n").encode())
    return path


def checkpoint_to_papers(desk: Desk, document: dict[str, object]) -> Path:
    """Write a checkpoint to the papers and return where."""
    from serkut_desk.stations.upkeep.checkpoints import as_bytes  # noqa: PLC0415 - only here

    path = desk.folder.papers / f"checkpoint-{document['seq']}.json"
    write_synced(path, as_bytes(document))
    return path
