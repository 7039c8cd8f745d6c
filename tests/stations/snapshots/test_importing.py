"""Snapshots come in: whose each is, what is proposed, and what nobody may believe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot, make_medium
from serkut_desk.domain.declared_medium import DeclaredMedium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.stations.devices.commands import CorrectDevice, UndoLast
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.stations.snapshots import queries
from serkut_desk.stations.snapshots.commands import ImportSnapshots
from stations.snapshots.machines import Drive, Machine

if TYPE_CHECKING:
    from stations.snapshots.counter import Counter

SERIAL = "PF1ABC23"


def test_a_serial_finds_its_device_and_unknown_storage_is_proposed_and_blocks(
    counter: Counter,
) -> None:
    device = make_device(counter.workshop, serial=SERIAL)
    before = counter.tags()
    (file,) = counter.take(Machine())
    assert (file.outcome, file.device, file.proposed) == ("matched", device.code, 1)
    (medium,) = counter.media(device)
    assert (medium.serial, medium.proposed) == ("S3PTNX0K100017", True)
    assert (medium.kind, medium.kind_source) == (MediumKind.SSD, KindSource.SMARTCTL)
    assert counter.tags()[len(before) :] == [Tag.SNAPSHOT_IMPORTED]
    with counter.workshop.desk.database.reading() as work:
        assert work.devices.by_id(device.id).state == "waiting_review"
        (kept,) = work.snapshots.of_device(device.id)
    assert "addresses" not in kept.facts or kept.facts["addresses"] == []
    assert counter.workshop.desk.files.read(kept.sha256) == Machine().data()
    # The same file again is said, not stored twice.
    (again,) = counter.take(Machine())
    assert (again.outcome, again.snapshot) == ("known", file.snapshot)
    assert len(counter.tags()) == len(before) + 1
    assert counter.in_order


def test_a_declared_medium_gets_the_source_of_its_kind_but_nothing_milder(counter: Counter) -> None:
    device = make_device(counter.workshop, serial=SERIAL)
    person = KindSource.PERSON
    flat = make_medium(counter.workshop, device, serial="wd-1", kind=MediumKind.HDD, source=person)
    flash = make_medium(counter.workshop, device, serial="S1", kind=MediumKind.HDD, source=person)
    disk = make_medium(counter.workshop, device, serial="S2000", kind=MediumKind.SSD, source=person)
    (file,) = counter.take(
        Machine(
            drives=(
                Drive("WD-1", "WDC WD5000", rotation=5400),
                Drive("S1", path="/dev/sdb"),
                Drive("S2000", "ST500", rotation=7200, path="/dev/sdc"),
            )
        ),
    )
    assert file.proposed == 0
    now = {one.id: one for one in counter.media(device)}
    told = {row: (one.kind, one.kind_source) for row, one in now.items()}
    assert told[flat.id] == (MediumKind.HDD, KindSource.SMARTCTL)
    assert told[flash.id] == (MediumKind.SSD, KindSource.SMARTCTL)
    # A milder kind than recorded is a supervisor's to take over.
    assert told[disk.id] == (MediumKind.SSD, person)
    (line,) = [one for one in counter.page(file).lines if one.key == f"kind:{disk.id}"]
    assert line.choosable
    assert line.supervisor


def test_no_drive_found_takes_nothing_away(counter: Counter) -> None:
    device = make_device(counter.workshop, serial=SERIAL)
    medium = make_medium(counter.workshop, device)
    (file,) = counter.take(Machine(drives=()))
    assert (file.outcome, file.complete) == ("matched", False)
    assert [one.id for one in counter.media(device)] == [medium.id]
    page = counter.page(file)
    states = {one.medium_id: one.state for one in page.lines}
    assert states[medium.id] == queries.LineState.NOT_SURE


def test_a_placeholder_matches_nobody_and_a_device_that_comes_later_finds_its_snapshot(
    counter: Counter,
) -> None:
    make_device(counter.workshop, serial="System Serial Number", manufacturer="ASUS")
    nobody = Machine(maker="ASUS", serial="System Serial Number", board="", uuid="", drives=())
    waiting = Machine()
    files = counter.take(nobody, waiting)
    assert [one.outcome for one in files] == ["unknown", "unknown"]
    lot = make_lot(counter.workshop)
    command = ReceiveDevice(
        lot=lot.code,
        scans=(SERIAL,),
        sure=True,
        type=DeviceType.LAPTOP,
        manufacturer="Lenovo",
        media=(DeclaredMedium("S3PTNX0K100017", MediumKind.SSD),),
    )
    got = counter.workshop.desk.do(counter.workshop.worker, command)
    page = counter.page(files[1])
    assert (page.line.outcome, page.line.device) == ("matched", got.device)
    with counter.workshop.desk.database.reading() as work:
        found = work.devices.by_code(got.device or "")
        assert found is not None
        (medium,) = work.media.of_device(found.id)
    assert medium.kind_source is KindSource.SMARTCTL
    assert counter.in_order
    # Undone, it waits again.
    counter.workshop.desk.do(counter.workshop.worker, UndoLast())
    page = counter.page(files[1])
    assert (page.line.outcome, page.line.device) == ("unknown", None)
    assert counter.in_order


@pytest.mark.parametrize("corrected", [False, True])
def test_one_that_found_its_device_by_itself_holds_against_the_journal(
    counter: Counter, *, corrected: bool
) -> None:
    shop = counter.workshop
    # A report and a person write this maker's drives with and without its letters.
    machine = Machine(serial="", board="", uuid="", drives=(Drive(serial="WDC12345678"),))
    (file,) = counter.take(Machine(drives=()) if corrected else machine)
    assert file.outcome == "unknown"
    receive = ReceiveDevice(
        lot=make_lot(shop).code,
        serial=SERIAL,
        type=DeviceType.LAPTOP,
        media=() if corrected else (DeclaredMedium("C12345678", MediumKind.SSD, None),),
    )
    code = shop.desk.do(shop.worker, receive).device
    if corrected:
        shop.desk.do(shop.first, CorrectDevice(code, "luettu väärin", serial="PF1ABC99"))
    with shop.desk.database.reading() as work:
        (kept,) = work.snapshots.newest(1)
        assert kept.device_id is not None
    assert counter.in_order


def test_what_several_can_be_waits_with_its_reasons(counter: Counter) -> None:
    own = make_device(counter.workshop, serial=SERIAL)
    other = make_device(counter.workshop)
    make_medium(counter.workshop, other, serial="S3PTNX0K100017")
    (file,) = counter.take(Machine())
    assert file.outcome == "candidates"
    page = counter.page(file)
    reasons = {one.device: one.reasons for one in page.candidates}
    assert reasons[own.code] == ("serial",)
    # Its disk is in there by the records, but the machine has another serial.
    assert reasons[other.code] == ("medium", "serial_differs")
    assert counter.media(own) == []


def test_a_medium_alone_names_its_device_only_where_no_other_storage_is(counter: Counter) -> None:
    device = make_device(counter.workshop, serial="")
    make_medium(counter.workshop, device, serial="S3PTNX0K100017")
    two = Machine(serial="", board="", uuid="", drives=(Drive(), Drive("S9", path="/dev/sdb")))
    one = Machine(serial="", board="", uuid="")
    first, second = counter.take(two, one)
    assert (first.outcome, second.outcome) == ("candidates", "matched")


def test_another_maker_is_never_sure(counter: Counter) -> None:
    make_device(counter.workshop, serial=SERIAL, manufacturer="HP")
    (file,) = counter.take(Machine())
    assert file.outcome == "candidates"


def test_a_later_snapshot_finds_the_device_by_its_firmware(counter: Counter) -> None:
    device = make_device(counter.workshop, serial=SERIAL)
    counter.take(Machine())
    # The board was written anew and lost its serial.
    (file,) = counter.take(Machine(serial="", at="2026-11-21 08:00:00.000000"))
    assert (file.outcome, file.device) == ("matched", device.code)
    # What was proposed already is not proposed again.
    assert file.proposed == 0


def test_a_virtual_machine_and_what_is_no_snapshot_change_nothing(counter: Counter) -> None:
    make_device(counter.workshop, serial=SERIAL)
    virtual = Machine(maker="QEMU", model="Standard PC (Q35 + ICH9, 2009)", serial=SERIAL)
    files = counter.take(virtual, b"{", b"\0\1\2", b'{"type": "Snapshot"')
    assert [one.outcome for one in files] == ["virtual", *["unreadable"] * 3]
    assert all(one.failure is not None for one in files[1:])
    with counter.workshop.desk.database.reading() as work:
        assert len(work.snapshots.newest(10)) == 1


def test_an_import_that_is_stopped_leaves_nothing(counter: Counter) -> None:
    make_device(counter.workshop, serial=SERIAL)
    (counter.stick / "1.json").write_bytes(Machine().data())

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Refused("import_stopped")

    with pytest.raises(Refused):
        counter.workshop.desk.do(
            counter.workshop.worker, ImportSnapshots((counter.stick,), watch=stop)
        )
    with counter.workshop.desk.database.reading() as work:
        assert work.snapshots.newest(10) == []
