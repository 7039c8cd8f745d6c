from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from serkut_desk.documents import keys
from serkut_desk.domain.errors import Misused, Refused, Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.stations.upkeep import backing_up, backup_folder, checkpoints
from serkut_desk.stations.upkeep.commands import (
    ChooseBackupFolder,
    CloseDay,
    MakeBackup,
    MakeCheckpoint,
)
from serkut_desk.stations.upkeep.handlers import make_daily_backup

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.stations.upkeep.commands import MadeBackup


@pytest.fixture
def second(workshop: Workshop, tmp_path: Path) -> Path:
    """Choose the second place, and have one file in the records."""
    folder = tmp_path / "second"
    workshop.desk.do(workshop.first, ChooseBackupFolder(folder))
    workshop.desk.do(workshop.first, CloseDay())
    return folder


def _backup(workshop: Workshop) -> MadeBackup:
    return workshop.desk.do(workshop.first, MakeBackup())


def test_a_backup_is_a_whole_workshop_without_its_keys(workshop: Workshop, second: Path) -> None:
    workshop.desk.folder.keys.mkdir()
    (workshop.desk.folder.keys / "seal.pem").write_text("secret")
    made = _backup(workshop)
    assert made.path.parent == second
    assert made.path.name == "serkut-20261123T070000Z"
    assert (made.files, made.entries, made.signed) == (1, 2, False)
    assert {path.name for path in made.path.iterdir()} == {
        *("serkut.sqlite3", "files", "checkpoint.json", "contents.json")
    }
    found = backing_up.verify(made.path)
    assert (found.ok, found.files, found.entries) == (True, 1, 2)
    assert not list(second.glob(".*"))


def test_two_backups_in_one_second_have_two_names(workshop: Workshop, second: Path) -> None:
    first, other = _backup(workshop), _backup(workshop)
    assert other.path.name == first.path.name + "-2"
    assert [one.path for one in backup_folder.backups_in(second)] == [other.path, first.path]


def test_files_that_the_backup_before_has_take_no_more_room(
    workshop: Workshop, second: Path
) -> None:
    before = _backup(workshop)
    (stored,) = [path for path in (before.path / "files").rglob("*") if path.is_file()]
    workshop.clock.tick(days=1)
    after = _backup(workshop)
    again = after.path / stored.relative_to(before.path)
    assert again.samefile(stored)
    # A copy that went bad is not passed on.
    stored.chmod(0o644)
    stored.write_bytes(b"bad")
    workshop.clock.tick(days=1)
    assert backing_up.verify(_backup(workshop).path).ok
    assert second.is_dir()


@pytest.mark.usefixtures("second")
def test_without_links_files_are_copied(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError

    _backup(workshop)
    monkeypatch.setattr(os, "link", no_links)
    workshop.clock.tick(days=1)
    assert _backup(workshop).files == 1


@pytest.mark.usefixtures("second")
def test_what_is_wrong_with_a_backup_is_found(workshop: Workshop) -> None:
    made = _backup(workshop)
    (stored,) = [path for path in (made.path / "files").rglob("*") if path.is_file()]
    stored.chmod(0o644)
    good = stored.read_bytes()
    stored.write_bytes(good + b" ")
    assert backing_up.verify(made.path).why == "files"
    stored.unlink()
    assert backing_up.verify(made.path).why == "files"
    stored.write_bytes(good)
    assert backing_up.verify(made.path).ok

    database = made.path / "serkut.sqlite3"
    whole = database.read_bytes()
    database.write_bytes(whole[:5000] + os.urandom(3000) + whole[8000:])
    assert backing_up.verify(made.path).why == "database"
    database.write_bytes(b"")
    assert backing_up.verify(made.path).why == "database"
    database.unlink()
    with pytest.raises(Refused, match="not_a_backup"):
        backing_up.verify(made.path)


@pytest.mark.usefixtures("second")
def test_a_tail_cut_off_a_backup_shows_against_its_checkpoint(workshop: Workshop) -> None:
    made = _backup(workshop)
    raw = sqlite3.connect(made.path / "serkut.sqlite3")
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("DELETE FROM journal_subject WHERE seq = 2")
    raw.execute("DELETE FROM journal WHERE seq = 2")
    for _, sql in triggers:
        raw.execute(sql)
    raw.commit()
    raw.close()
    found = backing_up.verify(made.path)
    assert (found.why, found.facts) == ("journal", ("2: cut",))


def test_a_backup_that_can_not_be_written_leaves_nothing(
    workshop: Workshop, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable):
        _backup(workshop)
    monkeypatch.undo()
    assert list(second.iterdir()) == []
    with workshop.desk.database.reading() as work:
        assert Tag.BACKUP_MADE not in {entry.tag for entry in work.journal.entries()}
    assert _backup(workshop).files == 1


def test_old_days_go_and_at_least_fourteen_stay(workshop: Workshop, second: Path) -> None:
    with workshop.desk.database.work() as work:
        work.house.put("backup_days", 2)
        work.commit()
    for _ in range(16):
        made = make_daily_backup(workshop.desk)
        workshop.clock.tick(days=1)
    stay = backup_folder.backups_in(second)
    assert len(stay) == backup_folder.FEWEST_DAYS
    assert made.removed == ("serkut-20261124T070000Z",)
    (second / "serkut-20200101T000000Z").mkdir()
    (second / "holiday pictures").mkdir()
    backup_folder.rotate(second, 14)
    assert {path.name for path in second.iterdir()} >= {"holiday pictures"}


def test_a_backup_to_another_place_is_not_the_daily_one(
    workshop: Workshop, second: Path, tmp_path: Path
) -> None:
    workshop.desk.do(workshop.first, MakeBackup(tmp_path / "stick"))
    assert backup_folder.backups_in(second) == []
    with workshop.desk.database.reading() as work:
        assert work.house.get("last_backup") is None


def test_a_checkpoint_is_signed_when_the_seal_is_unlocked(
    workshop: Workshop, tmp_path: Path
) -> None:
    words = "viisi sanaa on tarpeeksi pitkä"
    files = keys.make_key("Digipaja", words, at=workshop.clock.now(), rounds=10)
    seal = keys.unlock(files, words)
    document = workshop.desk.do(workshop.first, MakeCheckpoint(seal))
    path = tmp_path / "checkpoint.json"
    path.write_bytes(checkpoints.as_bytes(document))
    assert checkpoints.read(path).sealed_by == seal.fingerprint
    path.write_text(json.dumps({**document, "seq": 17}), encoding="utf-8")
    with pytest.raises(Misused, match="checkpoint_forged"):
        checkpoints.read(path)
    for broken in (b"", b"[]", b"{}", b'{"seq": "x"}'):
        path.write_bytes(broken)
        with pytest.raises(Misused, match="checkpoint_unreadable"):
            checkpoints.read(path)


def test_the_second_place_is_really_another(workshop: Workshop, tmp_path: Path) -> None:
    root = workshop.desk.folder.root
    for folder in (root, root / "backups", root.parent):
        with pytest.raises(Refused, match="backup_folder_same"):
            workshop.desk.do(workshop.first, ChooseBackupFolder(folder))
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Unavailable, match="folder_not_writable"):
        workshop.desk.do(workshop.first, ChooseBackupFolder(blocked))
