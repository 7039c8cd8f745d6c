"""A journal whose end was cut off, long before anybody checks all of it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from factories import make_lot
from serkut_desk.stations.upkeep import queries
from serkut_desk.stations.upkeep.commands import ChooseBackupFolder, MakeBackup
from serkut_desk.stations.upkeep.start_up import start_up

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


def _by_force(workshop: Workshop, *statements: str) -> None:
    """Change the file as somebody could who takes the guards off and puts them back."""
    raw = sqlite3.connect(workshop.desk.folder.database)
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for _, sql in guards:
        raw.execute(sql)
    raw.commit()
    raw.close()


def _cut(workshop: Workshop, after: int) -> None:
    _by_force(
        workshop,
        f"DELETE FROM journal_subject WHERE seq > {after}",  # noqa: S608 - the test's own number
        f"DELETE FROM journal WHERE seq > {after}",  # noqa: S608 - the test's own number
    )


def _codes(workshop: Workshop) -> list[str]:
    return [notice.code for notice in queries.notices(workshop.desk)]


def _filled(workshop: Workshop) -> None:
    for number in range(3):
        make_lot(workshop, f"Yksikkö {number}")


def _paper(workshop: Workshop, seq: int) -> None:
    """Enter a certificate that names an entry; whatever else it says."""
    with workshop.desk.database.work() as work:
        (entry,) = (one for one in work.journal.entries() if one.seq == seq)
    columns = (
        "code, device_id, approval_id, issued_at, issued_by, sha256, language, policy_version,"
        " anchor_seq, anchor_hash, seal, state"
    )
    values = f"'TT1', 1, 1, '{entry.at}', 'x', 'x', 'fi', 1, {seq}, '{entry.hash}', 'x', 'valid'"
    _by_force(workshop, f"INSERT INTO certificate ({columns}) VALUES ({values})")  # noqa: S608 - the test's own words


@pytest.mark.parametrize(("left", "missed"), [(3, False), (2, True)])
def test_an_end_that_a_paper_names_is_missed(
    workshop: Workshop, left: int, *, missed: bool
) -> None:
    _filled(workshop)
    _paper(workshop, 3)
    _cut(workshop, left)
    assert (_codes(workshop)[0] == "journal_cut") is missed
    assert "journal_broken" not in _codes(workshop)


def test_another_end_in_its_place_is_noticed(workshop: Workshop) -> None:
    _filled(workshop)
    _paper(workshop, 3)
    _cut(workshop, 2)
    workshop.clock.tick(minutes=1)
    make_lot(workshop, "Toinen")
    make_lot(workshop, "Kolmas")
    assert _codes(workshop)[0] == "journal_cut"


def test_an_end_that_the_last_backup_has_is_missed_and_nothing_is_swept(
    workshop: Workshop, tmp_path: Path
) -> None:
    _filled(workshop)
    workshop.desk.do(workshop.first, ChooseBackupFolder(tmp_path / "second"))
    workshop.desk.do(workshop.first, MakeBackup())
    assert "journal_cut" not in _codes(workshop)
    _cut(workshop, 3)
    assert _codes(workshop)[0] == "journal_cut"
    orphan = workshop.desk.files.keep(b"no record names this")
    start_up(workshop.desk)
    assert workshop.desk.files.read(orphan) == b"no record names this"
