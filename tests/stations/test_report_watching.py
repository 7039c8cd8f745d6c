"""A watched folder: what rests and is new counts, what grows is waited for, nothing is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.stations.found_files import find_files, on_fat
from serkut_desk.stations.report_watching import Look, fresh, look
from serkut_desk.stations.wiping.commands import ImportReports
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from kit import Workshop


def test_only_resting_new_reports_are_offered_once(workshop: Workshop, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    one, copy = folder / "one.log", folder / "sub" / "two.log"
    copy.parent.mkdir()
    one.write_bytes(log(Drive()))
    copy.write_bytes(log(Drive()))
    (folder / "kernel.efi").write_bytes(b"MZ")
    desk, who = workshop.desk, workshop.worker
    first = look((folder,), Look())
    assert (len(first.stamps), first.waiting, fresh(desk, who, first)) == (2, True, ())
    one.write_bytes(log(Drive()) + b"\n")
    second = look((folder,), first)
    assert fresh(desk, who, second) == (copy,), "the other one still grows"
    third = look((folder,), second)
    assert not third.waiting
    assert fresh(desk, who, third) == (one, copy)
    desk.do(who, ImportReports((one,), watched=True))
    assert fresh(desk, who, third) == (copy,)
    with desk.database.reading() as work:
        (batch,) = work.imports.batches([1])
    assert (batch.source, batch.name) == ("watch", "one.log")
    # A stick that was pulled out has no files; nothing is reported broken.
    assert look((tmp_path / "gone",), third) == Look()


def test_what_lies_on_a_stick_is_known_by_its_file_system(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    stick = tmp_path / "MY STICK"
    stick.mkdir()
    where = str(stick).replace(" ", r"\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 {where} vfat rw 0 0\nodd line\n")
    assert on_fat(stick / "one.log", mounts)
    assert not on_fat(tmp_path / "one.log", mounts)
    assert not on_fat(stick, tmp_path / "nowhere")


def test_a_folder_that_can_not_be_listed_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.log").write_bytes(b"x")
    closed = tmp_path / "closed"
    closed.mkdir()
    real = __import__("os").scandir

    def scandir(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "closed", str(path))
        return real(path)

    monkeypatch.setattr("os.scandir", scandir)
    told: list[Path] = []
    assert find_files((tmp_path,), told.append) == [tmp_path / "one.log"]
    assert told == [closed]
