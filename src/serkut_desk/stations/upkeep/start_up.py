"""What the program does by itself when a workshop is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.events import Tag
from serkut_desk.records.files import sweep_half_written
from serkut_desk.stations.upkeep.queries import TAIL, journal_cut

if TYPE_CHECKING:
    from serkut_desk.stations.desk import Desk


def start_up(desk: Desk) -> None:
    """Sweep files of actions that never committed: reports, certificates, labels half made.

    Nothing is swept while the journal is not whole: then every file may be evidence.
    """
    if not _journal_is_whole(desk):
        return
    for folder in (desk.folder.papers, desk.folder.keys):
        sweep_half_written(folder)
    stored = frozenset(desk.files.digests())
    named = desk.database.named_files() if stored else frozenset()
    orphans = sorted(stored - named)
    if not orphans:
        desk.files.sweep(stored)
        return
    with desk.database.work() as work:
        work.journal.append(Tag.ORPHAN_SWEPT, "files", sha256=orphans)
        work.commit()
    desk.files.sweep(named)


def _journal_is_whole(desk: Desk) -> bool:
    if desk.database.missing_guards():
        return False
    with desk.database.reading() as work:
        return work.journal.tail(TAIL).ok and not journal_cut(work)
