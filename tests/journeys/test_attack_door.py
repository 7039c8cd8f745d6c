"""Somebody at the door wants a device past a gate, and hands in whatever a file can hold."""

from __future__ import annotations

import json
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from journeys.street import Street, open_street
from kit import make_workshop
from serkut_desk.domain.cages import NewCage, SealDecision, SealStage
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.lots import MissingReason
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations.catalogue.commands import SetModel
from serkut_desk.stations.devices.commands import (
    CorrectDevice,
    ReportMixup,
    SettleMixup,
    UndoLast,
)
from serkut_desk.stations.handover.commands import AddDevice
from serkut_desk.stations.intake.commands import CloseLot, OpenLot, ReceiveDevice
from serkut_desk.stations.intake.lot_commands import (
    AnnounceLot,
    CheckSeal,
    DecideSeal,
    ListCages,
    UnlistCage,
)
from serkut_desk.stations.intake.photo_commands import AddPhoto, RemovePhoto
from serkut_desk.stations.intake.thing_commands import (
    AddAccessory,
    CountThings,
    UndoAccessory,
    UndoThings,
)
from serkut_desk.stations.snapshots.commands import (
    ApplySnapshot,
    ImportSnapshots,
    MatchSnapshot,
    SetAsideSnapshot,
)
from serkut_desk.stations.wiping.commands import StateNone
from stations.intake.door import LIST
from stations.snapshots.machines import Drive, Machine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.snapshots.commands import TakenIn

DISK = "WD-WX61AA810001"


@dataclass
class Front:
    """A street and the door in front of it."""

    street: Street
    stick: Path

    def do(self, command: Command[Any], *, boss: bool = True) -> Any:
        """Do something as a supervisor or as a maker."""
        street = self.street
        street.workshop.clock.tick(seconds=1)
        return street.workshop.desk.do(street.boss if boss else street.worker, command)

    def refused(self, command: Command[Any], *, boss: bool = True) -> str:
        """Do what must be refused, and return why."""
        with pytest.raises(KnownFailure) as refused:
            self.do(command, boss=boss)
        return refused.value.code

    def lot(self, **values: Any) -> str:
        """Open a lot."""
        code: str = self.do(OpenLot(sender="Kasvatus ja koulutus", **values)).lot.code
        return code

    def receive(self, lot: str, serial: str, **values: Any) -> Device:
        """Receive a laptop as a maker."""
        values.setdefault("type", DeviceType.LAPTOP)
        maker, model = "Lenovo", "ThinkPad T480"
        command = ReceiveDevice(lot=lot, serial=serial, manufacturer=maker, model=model, **values)
        return self.now(self.do(command, boss=False).device)

    def now(self, code: str) -> Device:
        """Return a device as it stands."""
        with self.street.workshop.desk.database.reading() as work:
            found = work.devices.by_code(code)
        assert found is not None
        return found

    def media(self, device: Device) -> list[StorageMedium]:
        """Return the media of a device."""
        with self.street.workshop.desk.database.reading() as work:
            return work.media.of_device(device.id)

    def tells(self, *files: bytes) -> list[TakenIn]:
        """Bring in files as a maker does."""
        for number, data in enumerate(files):
            (self.stick / f"{number}.json").write_bytes(data)
        done: list[TakenIn] = list(self.do(ImportSnapshots((self.stick,)), boss=False).files)
        for path in self.stick.iterdir():
            path.unlink()
        return done

    def stays(self, device: Device) -> None:
        """Assert that nobody gets a device out, whoever tries what comes after the data."""
        for step in (self.street.issue, self.street.shelve):
            with suppress(KnownFailure):
                step(device)
        assert self.refused(AddDevice(self.street.basket(), device.code))
        assert self.now(device.code).state != DeviceState.LEFT


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    """Give the door of a workshop in which everything can be done."""
    street = open_street(make_workshop(tmp_path / "data", waits=False), tmp_path / "stick")
    made = Front(street, tmp_path / "files")
    made.stick.mkdir()
    yield made
    street.workshop.desk.database.close()


# Corrections.


def test_no_correction_makes_a_laptop_a_thing_without_data(front: Front) -> None:
    lot = front.lot()
    device = front.receive(lot, "PF2ABC11")
    front.do(StateNone(device.code, CountSource.OPENED), boss=False)
    for kind in DeviceType:
        command = CorrectDevice(device.code, "koe", type=kind, model="P2419H")
        for boss in (False, True):
            with suppress(KnownFailure):
                front.do(command, boss=boss)
    # Neither does the catalogue, or a machine that says so of itself.
    told = SetModel(of="Lenovo ThinkPad T480", type=DeviceType.MONITOR, slots=0, confirmed=True)
    with suppress(KnownFailure):
        front.do(told)
    assert front.now(device.code).type in {"laptop", "desktop", "allinone", "phone", "tablet"}
    front.stays(device)


def test_an_ordinary_lot_makes_no_data_ordinary(front: Front) -> None:
    second = {"second": front.street.other, "reference": "HEL 2026-000001"}
    ordinary = front.lot(data_class=DataClass.ORDINARY, **second)
    device = front.receive(front.lot(data_class=DataClass.CONFIDENTIAL), "PF2ABC12")
    front.do(CorrectDevice(device.code, "väärä erä", lot=ordinary))
    assert front.now(device.code).data_class is DataClass.CONFIDENTIAL
    front.do(UndoLast())
    assert front.now(device.code).data_class is DataClass.CONFIDENTIAL


# Cages.


def _sealed(front: Front) -> str:
    """Return a lot whose only cage came with a wrong seal."""
    lot = front.lot()
    front.do(ListCages(lot=lot, cages=(NewCage("Häkki 1", "A-1001"),)))
    front.do(CheckSeal(lot=lot, stage=SealStage.ARRIVAL, seal="A-9999", cage="Häkki 1"))
    return lot


@pytest.mark.parametrize("sent_back", [False, True])
def test_nothing_comes_out_of_a_cage_with_a_wrong_seal(front: Front, *, sent_back: bool) -> None:
    lot, other = _sealed(front), front.lot()
    if sent_back:
        decision = SealDecision.SENT_BACK
        front.do(DecideSeal(lot=lot, cage="Häkki 1", decision=decision, reason="rikki"))
    why = "cage_sent_back" if sent_back else "cage_frozen"
    for cage in (None, "Häkki 1", "A-1001", "A-9999"):
        command = ReceiveDevice(lot=lot, serial="PF2ABC13", type=DeviceType.LAPTOP, cage=cage)
        for boss in (False, True):
            assert front.refused(command, boss=boss) in {why, "cage_not_listed"}
    for stage in SealStage:
        for seal in ("A-1001", "A-9999", ""):
            again = CheckSeal(lot=lot, stage=stage, seal=seal, cage="Häkki 1")
            assert front.refused(again, boss=False) == why
    assert front.refused(UnlistCage(lot=lot, cage="Häkki 1"))
    # By way of another lot it gets no further.
    device = front.receive(other, "PF2ABC14")
    assert front.refused(CorrectDevice(device.code, "väärä erä", lot=lot)) == why
    assert front.now(device.code).lot_id == device.lot_id


def test_no_device_is_corrected_into_a_lot_that_has_not_come(front: Front) -> None:
    day = front.street.workshop.clock.now().date()
    coming = front.do(AnnounceLot(sender="Kirjasto", expected_on=day)).lot.code
    device = front.receive(front.lot(), "PF2ABC15")
    assert front.refused(CorrectDevice(device.code, "koe", lot=coming)) == "lot_not_here"


# What machines tell.


def test_no_file_takes_a_medium_away_or_makes_it_milder(front: Front) -> None:
    device = front.receive(front.lot(), "PF2ABC16")
    front.street.declare(device, DISK, MediumKind.SSD)
    before = [(one.id, one.kind) for one in front.media(device)]
    # One that says there is nothing inside, and one that calls the SSD a disk that turns.
    empty = Machine(serial="PF2ABC16", drives=())
    turns = Machine(serial="PF2ABC16", drives=(Drive(DISK, rotation=7200),), at="2026-11-21 09:00")
    for file in front.tells(empty.data(), turns.data()):
        assert file.device == device.code
        with suppress(KnownFailure):
            front.do(ApplySnapshot(file.snapshot or 0, (f"medium:{before[0][0]}",)), boss=False)
    assert [(one.id, one.kind) for one in front.media(device)] == before
    front.stays(device)


def test_a_medium_that_a_machine_told_of_blocks_whatever_a_maker_does(front: Front) -> None:
    device = front.street.device("PF2ABC02")
    front.street.declare(device, "WD-WX61AA810002", MediumKind.HDD)
    front.street.wipe(device, "WD-WX61AA810002")
    (file,) = front.tells(Machine(serial="PF2ABC02", drives=(Drive("S3PTNX0K100099"),)).data())
    assert file.proposed == 1
    front.stays(device)
    number = file.snapshot or 0
    for command in (
        SetAsideSnapshot(number, "koe"),
        MatchSnapshot(number, front.receive(front.lot(), "PF2ABC17").code, "koe"),
    ):
        assert front.refused(command, boss=False) == "not_permitted"
    front.do(ApplySnapshot(number, ()), boss=False)
    front.do(UndoLast(), boss=False)
    front.stays(device)


def _deep(levels: int) -> bytes:
    return b'{"software": "workbench-script", "data": ' + b"[" * levels + b"]" * levels + b"}"


HOSTILE = (
    b"",
    b"\x00" * 100,
    b"\xff\xfe{}",
    _deep(200),
    _deep(200_000),
    b'{"type": "Snapshot", "data": {"smartctl": "' + b"[" * 50_000 + b'"}}',
    b"[" + b"1" * 5_000 + b"]",
    b'{"smartctl": {}, "user_capacity": {"bytes": 1e999}, "serial_number": {"a": 1}}',
    b'{"smartctl": {"version": [7]}, "serial_number": "\\ud800", "model_name": "\\u0000"}',
    b'{"id": "x", "class": "system", "serial": null, "children": {"children": 7}}',
    json.dumps([{"class": "disk", "serial": "../../x"}] * 20_000).encode(),
    b"# dmidecode 3.4\n" + b"Handle 0x0001, DMI type 1, 27 bytes\n" * 5_000,
)


def test_hostile_files_are_answered_and_change_nothing(front: Front) -> None:
    front.receive(front.lot(), "PF2ABC18")
    found = front.tells(*HOSTILE)
    assert len(found) == len(set(HOSTILE))
    assert all(one.failure is not None or one.device is None for one in found)
    (front.stick / "%2e%2e%2fx.json").write_bytes(b"{}")
    (front.stick / "link.json").symlink_to("/dev/zero")
    front.do(ImportSnapshots((front.stick, front.stick / ".." / "stick")), boss=False)


# Photographs.


def _png(width: int, height: int, rows: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def test_pictures_that_are_none_are_refused_and_leave_no_file(front: Front) -> None:
    device = front.receive(front.lot(), "PF2ABC19")
    files = front.street.workshop.desk.folder.root
    before = {path for path in files.rglob("*") if path.is_file()}
    text = zlib.compress(b"\x00" * 20_000_000)
    bombs = (
        b"",
        b"GIF89a" + b"\x00" * 50,
        _png(2**31 - 1, 2**31 - 1),
        _png(60_000, 60_000, b"\x00" * 1_000_000),
        _png(0, 0),
        _png(8, 8)[:-8] + struct.pack(">I", len(text)) + b"zTXt" + text,
        b"\xff\xd8\xff\xe1\xff\xff" + b"Exif\x00\x00" * 9_000,
        b"RIFF\xff\xff\xff\xffWEBPVP8 " + b"\x00" * 64,
    )
    for bomb in bombs:
        front.refused(AddPhoto(device.code, bomb, PhotoPurpose.DEVICE), boss=False)
    assert {path for path in files.rglob("*") if path.is_file()} == before


# What must not be written down.

PERSONAL = ("131052-308T", "kysy matti.meikalainen@example.invalid", "soita 040 123 4567")


@pytest.mark.parametrize("text", PERSONAL)
def test_no_note_says_whom_to_reach(front: Front, text: str) -> None:
    lot = front.lot(manifest=LIST)
    device, proven = front.receive(lot, "PF2ABC20"), front.receive(lot, "PF2ABC21")
    front.do(StateNone(proven.code, CountSource.OPENED), boss=False)
    front.do(ReportMixup(proven.code), boss=False)
    (file,) = front.tells(Machine(serial="PF2ABC99").data())
    front.do(CountThings(lot, "mouse", 3), boss=False)
    front.do(AddAccessory(device.code, "charger"), boss=False)
    photo = front.do(AddPhoto(device.code, _small(), PhotoPurpose.DEVICE), boss=False).photo.id
    day = front.street.workshop.clock.now().date()
    for command in (
        AnnounceLot(sender="Kirjasto", expected_on=day, contact_role=text),
        AnnounceLot(sender="Kirjasto", expected_on=day, order_reference=text),
        ListCages(lot=lot, cages=(NewCage(text, "A-1"),)),
        CountThings(lot, "other", 1, note=text),
        AddAccessory(device.code, "other", note=text),
        UndoThings(1, text),
        UndoAccessory(1, text),
        RemovePhoto(photo, text),
        CorrectDevice(device.code, text, model="T490"),
        ReportMixup(device.code, note=text),
        SetAsideSnapshot(file.snapshot or 0, text),
        MatchSnapshot(file.snapshot or 0, device.code, text),
        SettleMixup(proven.code, mixed_up=True, reason=text),
        CloseLot(lot=lot, others=MissingReason.KEPT, notes={2: text}),
    ):
        assert front.refused(command) in {
            "person_not_kept",
            "secret_not_kept",
        }, command
    (front.stick / f"{text}.json").write_bytes(Machine(serial="PF2ABC98").data())
    front.do(ImportSnapshots((front.stick,)), boss=False)
    with front.street.workshop.desk.database.reading() as work:
        bodies = "".join(entry.body for entry in work.journal.entries())
    assert text not in bodies
    assert text.rsplit(maxsplit=1)[-1] not in bodies


def _small() -> bytes:
    return _png(2, 1, b"\x00" + b"\x10\x80\xf0" * 2)


# Labels.


def test_a_mixed_up_label_leaves_no_valid_certificate(front: Front) -> None:
    street = front.street
    first, second = (street.device(f"PF2ABC{number}") for number in (31, 32))
    for device, disk in ((first, "WD-WX61AA810031"), (second, "WD-WX61AA810032")):
        street.declare(device, disk, MediumKind.HDD)
        street.wipe(device, disk)
        street.shelve(device)
    front.do(ReportMixup(first.code, second.code), boss=False)
    front.stays(first)
    front.stays(second)
    front.do(SettleMixup(first.code, mixed_up=True, reason="tarkistettu"))
    with street.workshop.desk.database.reading() as work:
        assert [work.certificates.valid_of(one.id) for one in (first, second)] == [None, None]
    front.stays(first)


def test_a_maker_says_not_alone_that_a_label_misled_only_since_now(front: Front) -> None:
    street = front.street
    device, other = street.device("PF2ABC33"), street.device("PF2ABC34")
    street.declare(device, "WD-WX61AA810033", MediumKind.HDD)
    street.wipe(device, "WD-WX61AA810033")
    street.shelve(device)
    front.lot()
    with street.workshop.desk.database.reading() as work:
        last = work.journal.head().seq
    done = front.do(ReportMixup(device.code, other.code, since=last), boss=False)
    assert not done.settled
    front.stays(device)
