from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kit import PIN, FrozenClock
from serkut_desk import bootstrap
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.errors import Misused, Refused, Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.domain.people import Session
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.records.files import FileStore
from serkut_desk.stations.first_start import FirstStart, FirstSupervisor, FlashRuling
from serkut_desk.stations.upkeep import restoring
from serkut_desk.stations.upkeep.backing_up import verify
from serkut_desk.stations.upkeep.commands import CloseDay, MakeBackup

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.settings import DataFolder
    from serkut_desk.stations.desk import Desk

SUPERVISOR = FirstSupervisor(display="TJ1", pin=PIN, name="Nimi Yksi", title="työnjohtaja")
START = FirstStart(workshop="Digipaja", supervisors=(SUPERVISOR,))


class House:
    """A workshop made by a first start, at which somebody sits."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.clock = FrozenClock()
        self.made = bootstrap.create_desk(root, START, self.clock)

    @property
    def session(self) -> Session:
        """Who sits there, with a fresh PIN."""
        return Session(self.made.people[0], self.clock.now())

    def close_day(self) -> str:
        """Make an entry and a file."""
        self.clock.tick(minutes=1)
        with bootstrap.open_desk(self.root, self.clock) as desk:
            return desk.do(self.session, CloseDay()).digest

    def backup(self, to: Path) -> Path:
        """Make a backup."""
        with bootstrap.open_desk(self.root, self.clock) as desk:
            return desk.do(self.session, MakeBackup(to)).path

    def sit(self, _desk: Desk) -> Session:
        """Sign in wherever the desk is."""
        return self.session


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Give a workshop made by a first start."""
    return House(tmp_path / "data")


def test_the_first_start_is_one_entry_without_names(house: House) -> None:
    with bootstrap.open_desk(house.root, house.clock) as desk, desk.database.reading() as work:
        (entry,) = work.journal.entries()
        person = work.people.by_code(house.made.people[0])
    assert entry.tag == Tag.WORKSHOP_MADE
    assert house.made.people[0] in entry.body
    assert "Nimi" not in entry.body
    assert person is not None
    assert (person.name, person.title) == ("Nimi Yksi", "työnjohtaja")


def test_two_first_supervisors_lack_nothing(tmp_path: Path) -> None:
    second = replace(SUPERVISOR, display="TJ2", pin="2580")
    both = replace(START, supervisors=(SUPERVISOR, second))
    made = bootstrap.create_desk(tmp_path / "data", both)
    assert (len(made.people), made.cannot) == (2, ())


@pytest.mark.parametrize(
    ("start", "failure"),
    [
        (replace(START, supervisors=()), Misused),
        (replace(START, supervisors=(SUPERVISOR,) * 3), Misused),
        (replace(START, workshop=" "), Misused),
        (replace(START, supervisors=(replace(SUPERVISOR, pin="1111"),)), Refused),
    ],
)
def test_a_first_start_that_is_refused_leaves_no_database(
    tmp_path: Path, start: FirstStart, failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        bootstrap.create_desk(tmp_path / "data", start)
    assert [path.suffix for path in (tmp_path / "data").iterdir()] in ([], [".lock"])


def test_a_decision_without_a_document_and_a_backup_inside_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "data"
    ruling = FlashRuling(
        decision=FlashDecision.STRICT,
        reference=" ",
        document_date=FrozenClock().now().date(),
    )
    with pytest.raises(Refused, match="document_missing"):
        bootstrap.create_desk(root, replace(START, flash=ruling))
    with pytest.raises(Refused, match="backup_folder_same"):
        bootstrap.create_desk(root, replace(START, backup_folder=root / "backup"))


def test_an_unfinished_first_start_is_no_hindrance(tmp_path: Path) -> None:
    root = tmp_path / "data"
    root.mkdir()
    (root / "first-start.sqlite3").write_bytes(b"half")
    bootstrap.create_desk(root, START)
    assert not (root / "first-start.sqlite3").exists()
    with pytest.raises(Unavailable, match="database_exists"):
        bootstrap.create_desk(root, START)


def test_a_start_sweeps_what_no_record_names_and_says_so(house: House) -> None:
    kept = house.close_day()
    with bootstrap.open_desk(house.root, house.clock) as desk:
        orphan = desk.files.keep(b"a certificate whose transaction never committed")
        half = desk.files.path(orphan).with_name(".x.1.partial")
        half.write_bytes(b"half")
    with bootstrap.open_desk(house.root, house.clock) as desk:
        assert desk.files.digests() == [kept]
        assert not half.exists()
        with desk.database.reading() as work:
            newest = list(work.journal.entries())[-1]
        assert (newest.tag, newest.actor) == (Tag.ORPHAN_SWEPT, "program")
        assert orphan in newest.body
    with bootstrap.open_desk(house.root, house.clock) as desk, desk.database.reading() as work:
        assert work.journal.head().seq == newest.seq


def test_nothing_is_swept_from_a_journal_that_is_not_whole(house: House) -> None:
    with bootstrap.open_desk(house.root, house.clock) as desk:
        orphan = desk.files.keep(b"evidence")
    raw = sqlite3.connect(house.root / "serkut.sqlite3")
    raw.execute("DROP TRIGGER journal_no_update")
    raw.commit()
    raw.close()
    with bootstrap.open_desk(house.root, house.clock) as desk:
        assert desk.files.digests() == [orphan]


def test_restoring_keeps_the_gap_and_everything_in_it(house: House, tmp_path: Path) -> None:
    old = house.close_day()
    backup = house.backup(tmp_path / "second")
    new = house.close_day()
    with bootstrap.open_desk(house.root, house.clock) as desk:
        with desk.database.work() as work:
            for _ in range(5):
                taken = work.house.next_code(CodeKind.DEVICE)
            work.commit()
        with desk.database.reading() as work:
            lost = work.journal.head()
    house.clock.tick(minutes=1)
    restored = bootstrap.restore_backup(house.root, backup, house.sit, house.clock)
    assert restored.lost == lost
    assert restored.lost_entries == lost.seq - restored.head.seq
    with bootstrap.open_desk(house.root, house.clock) as desk:
        assert desk.files.digests() == [old]
        assert desk.database.check(restored.head).ok
        assert not desk.database.check(lost).ok
        with desk.database.work() as work:
            # The lost codes are on labels already.
            assert work.house.next_code(CodeKind.DEVICE) > taken
            entries = list(work.journal.entries())
    assert entries[-1].tag == Tag.BACKUP_RESTORED
    assert entries[-1].actor == house.made.people[0]
    assert lost.hash in entries[-1].body
    assert restored.aside is not None
    assert (restored.aside / "files" / new[:2] / new[2:]).is_file()
    raw = sqlite3.connect(restored.aside / "serkut.sqlite3")
    assert raw.execute("SELECT max(seq) FROM journal").fetchone() == (lost.seq,)
    raw.close()


def test_a_maker_or_an_old_pin_does_not_restore(house: House, tmp_path: Path) -> None:
    backup = house.backup(tmp_path / "second")
    before = (house.root / "serkut.sqlite3").read_bytes()
    for session in (None, Session("HK0000000198"), Session(house.made.people[0])):

        def sit(_desk: Desk, one: Session | None = session) -> Session | None:
            return one

        with pytest.raises(Refused):
            bootstrap.restore_backup(house.root, backup, sit, house.clock)
    assert (house.root / "serkut.sqlite3").read_bytes() == before


def test_a_database_that_does_not_open_is_kept_aside_and_numbers_leap(
    house: House, tmp_path: Path
) -> None:
    with bootstrap.open_desk(house.root, house.clock) as desk, desk.database.work() as work:
        given = int(work.house.next_code(CodeKind.DEVICE)[2:10])
        work.commit()
    backup = house.backup(tmp_path / "second")
    (house.root / "serkut.sqlite3").write_bytes(b"the disk gave up" * 500)
    restored = bootstrap.restore_backup(house.root, backup, house.sit, house.clock)
    assert (restored.lost, restored.lost_entries) == (None, None)
    assert restored.aside is not None
    assert (restored.aside / "serkut.sqlite3").read_bytes().startswith(b"the disk gave up")
    with bootstrap.open_desk(house.root, house.clock) as desk, desk.database.work() as work:
        assert int(work.house.next_code(CodeKind.DEVICE)[2:10]) > given + 1000


def test_a_crash_while_restoring_leaves_the_old_workshop(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = house.backup(tmp_path / "second")
    house.close_day()
    with bootstrap.open_desk(house.root, house.clock) as desk, desk.database.reading() as work:
        head = work.journal.head()

    def stop(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "link", stop)
    monkeypatch.setattr(shutil, "copy2", stop)
    with pytest.raises(Unavailable, match="copy_failed"):
        bootstrap.restore_backup(house.root, backup, house.sit, house.clock)
    with bootstrap.open_desk(house.root, house.clock) as desk, desk.database.reading() as work:
        assert work.journal.head() == head
    assert not (house.root / "restoring.sqlite3").exists()
    assert verify(backup).ok


def test_a_start_sweeps_papers_and_labels_that_were_not_finished(tmp_path: Path) -> None:
    house = House(tmp_path / "data")
    labels = tmp_path / "data" / "papers" / "labels"
    labels.mkdir(parents=True)
    (labels / ".SD0000000195-1.pdf.77.partial").write_bytes(b"%PDF")
    whole = labels / "SD0000000195-1.pdf"
    whole.write_bytes(b"%PDF")
    with bootstrap.open_desk(house.root, house.clock):
        pass
    assert list(labels.iterdir()) == [whole]


def test_a_crash_at_the_swap_loses_no_file(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = house.close_day()
    backup = house.backup(tmp_path / "second")
    new = house.close_day()
    house.clock.tick(minutes=1)
    swap = restoring.swap

    def crash(folder: DataFolder, staged: Path, aside: Path | None) -> None:
        swap(folder, staged, aside)
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring, "swap", crash)
    with pytest.raises(KeyboardInterrupt):
        bootstrap.restore_backup(house.root, backup, house.sit, house.clock)
    with bootstrap.open_desk(house.root, house.clock) as desk:
        assert desk.files.digests() == [old]
        assert desk.database.check().ok
    (aside,) = (house.root / restoring.ASIDE).iterdir()
    assert FileStore(aside / "files").digests() == [new]
