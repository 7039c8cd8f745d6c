"""Photographs of what arrives: kept once, taken off, brought back, swept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pictures import SECRET, jpeg, opened, png
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations import photo_keeping, photo_views
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.intake.photo_commands import AddPhoto, RemovePhoto
from serkut_desk.stations.photo_keeping import limits
from serkut_desk.stations.photo_watching import Look, look
from serkut_desk.stations.upkeep.start_up import start_up
from stations.intake.door import label

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.intake.photo_commands import PhotoDone
    from stations.intake.door import Door

DAMAGE = PhotoPurpose.DAMAGE


@pytest.fixture
def code(door: Door) -> str:
    """Give the code of a device that was received."""
    return door.receive("PF2ABC12", label(1)).device


def add(door: Door, of: str, data: bytes, who: Session | None = None) -> PhotoDone:
    return door.workshop.desk.do(who or door.workshop.worker, AddPhoto(of, data, DAMAGE))


def shown(door: Door, of: str) -> list[int]:
    seen = photo_views.strip(door.workshop.desk, door.workshop.worker, of)
    return [one.id for one in seen]


def refused(door: Door, command: AddPhoto | RemovePhoto, who: Session | None = None) -> str:
    with pytest.raises(KnownFailure) as problem:
        door.workshop.desk.do(who or door.workshop.worker, command)
    return problem.value.code


def test_a_photograph_stands_on_its_device(door: Door, code: str) -> None:
    desk, data = door.workshop.desk, jpeg((400, 300))
    done = add(door, code, data)
    assert (done.of, done.new, done.photo.purpose) == (code, True, DAMAGE)
    assert door.entries(code)[-1] == "photo:intake:added"
    photo, image = photo_views.picture(desk, door.workshop.worker, done.photo.id)
    assert opened(image).size == (photo.width, photo.height) == (400, 300)
    (view,) = photo_views.strip(desk, door.workshop.first, code)
    assert not view.own
    assert opened(view.thumb).size == (320, 240)
    # Neither the bytes that came nor anything that they told is anywhere in the house.
    assert SECRET not in door.texts()
    assert all(SECRET.encode() not in desk.files.read(one) for one in desk.files.digests())


def test_the_same_picture_is_kept_once_for_one_thing_and_again_for_another(
    door: Door, code: str
) -> None:
    first, again = add(door, code, png()), add(door, code, png())
    assert (again.new, again.photo) == (False, first.photo)
    assert door.entries(code).count("photo:intake:added") == 1
    lot = add(door, door.lot, png())
    assert lot.new
    assert lot.photo.sha256 == first.photo.sha256
    assert shown(door, door.lot) == [lot.photo.id]
    assert len(door.workshop.desk.files.digests()) == 2


def test_one_takes_off_what_one_took_and_a_supervisor_says_why(door: Door, code: str) -> None:
    desk, shop = door.workshop.desk, door.workshop
    own, others = add(door, code, jpeg(seed=1)), add(door, code, jpeg(seed=2), shop.first)
    desk.do(shop.worker, RemovePhoto(own.photo.id))
    assert refused(door, RemovePhoto(others.photo.id, "turha")) == "not_permitted"
    assert refused(door, RemovePhoto(own.photo.id)) == "photo_removed"
    assert refused(door, RemovePhoto(10**30)) == "photo_unknown"
    assert refused(door, RemovePhoto(others.photo.id), shop.other) == "text_missing"
    desk.do(shop.other, RemovePhoto(others.photo.id, "Kuvassa on ihminen"))
    assert shown(door, code) == []
    with pytest.raises(Refused) as problem:
        photo_views.picture(desk, shop.worker, own.photo.id)
    assert problem.value.code == "photo_removed"
    assert door.entries(code)[-2:] == ["photo:intake:removed"] * 2


def test_undo_takes_off_and_brings_back_until_the_file_is_swept(door: Door, code: str) -> None:
    desk, shop = door.workshop.desk, door.workshop
    kept = add(door, code, jpeg()).photo
    desk.do(shop.worker, UndoLast())
    assert shown(door, code) == []
    kept = add(door, code, jpeg()).photo
    desk.do(shop.worker, RemovePhoto(kept.id))
    desk.do(shop.worker, UndoLast())
    assert shown(door, code) == [kept.id]
    assert door.entries(code)[-1] == "photo:intake:undone"
    start_up(desk)
    assert set(desk.files.digests()) == {kept.sha256, kept.thumb_sha256}
    desk.do(shop.worker, RemovePhoto(kept.id))
    start_up(desk)
    assert desk.files.digests() == []
    with pytest.raises(Refused) as problem:
        desk.do(shop.worker, UndoLast())
    assert problem.value.code == "photo_gone"


def test_a_picture_that_somebody_took_in_again_is_not_brought_back_twice(
    door: Door, code: str
) -> None:
    shop = door.workshop
    first = add(door, code, jpeg()).photo
    shop.desk.do(shop.worker, RemovePhoto(first.id))
    again = add(door, code, jpeg(), shop.first).photo
    with pytest.raises(Refused, match="photo_again"):
        shop.desk.do(shop.worker, UndoLast())
    assert shown(door, code) == [again.id]


def test_what_can_not_be_kept_is_refused_and_nothing_is_written(door: Door, code: str) -> None:
    before = door.rows()
    assert refused(door, AddPhoto(code, b"no picture", DAMAGE)) == "photo_unreadable"
    assert refused(door, AddPhoto(label(99), jpeg(), DAMAGE)) == "device_unknown"
    assert refused(door, AddPhoto(door.lot, jpeg(), DAMAGE, "Häkki 9")) == "cage_not_listed"
    assert door.rows() == before
    assert door.workshop.desk.files.digests() == []


def test_a_device_has_so_many_and_no_more(
    door: Door, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = replace(limits(), most_of_one=1)
    monkeypatch.setattr(photo_keeping, "limits", lambda: few)
    add(door, code, jpeg(seed=1))
    assert refused(door, AddPhoto(code, jpeg(seed=2), DAMAGE)) == "photo_too_many"


def test_a_watched_folder_offers_what_is_whole_and_was_not_taken(
    door: Door, code: str, tmp_path: Path
) -> None:
    folder = tmp_path / "camera"
    folder.mkdir()
    (folder / "one.JPG").write_bytes(jpeg(seed=1))
    (folder / "notes.txt").write_text("no picture")
    (folder / "half.jpg").write_bytes(jpeg(seed=2)[:400])
    first = look(folder, Look())
    assert first.waiting
    assert first.found == ()
    second = look(folder, first)
    assert [one.path.name for one in second.found] == ["one.JPG"]
    assert {path.name: said for path, said in second.problems.items()} == {
        "half.jpg": "photo_unreadable"
    }
    assert not second.waiting
    # The rest of the file arrives; it is offered as soon as it stays as it is.
    (folder / "half.jpg").write_bytes(jpeg(seed=2))
    third = look(folder, second)
    assert third.waiting
    fourth = look(folder, third)
    assert {one.path.name for one in fourth.found} == {"one.JPG", "half.jpg"}
    done = add(door, code, (folder / "one.JPG").read_bytes())
    digests = tuple(one.digest for one in fourth.found)
    desk, worker = door.workshop.desk, door.workshop.worker
    taken = photo_views.taken(desk, worker, digests)
    assert taken == {done.photo.source_digest}
    desk.do(worker, RemovePhoto(done.photo.id))
    assert photo_views.taken(desk, worker, digests) == taken
    assert {one.name for one in folder.iterdir()} == {"one.JPG", "notes.txt", "half.jpg"}


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownFailure) as problem:
        look(tmp_path / "nowhere", Look())
    assert problem.value.code == "photo_folder_missing"
