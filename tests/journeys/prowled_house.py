"""A house with a device in every unproven condition, and what somebody needs who wants them out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import text

from apart import box
from draws import drawing
from factories import make_device, make_lot
from journeys.street import Street, open_street
from journeys.wiping_laws import Proofs
from pictures import jpeg
from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import Lock, MediumState
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.stations.devices.commands import ReportMixup
from serkut_desk.stations.quarantine.commands import ReportLock
from serkut_desk.stations.snapshots.commands import ImportSnapshots
from serkut_desk.stations.wiping import commands as wiping
from stations.looks.reader import Reader
from stations.snapshots import machines
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot

PLACE = "Varaosahylly"
# Everything in the house that has a label or a number somebody can scan or type.
_LABELS = {
    "device": "SELECT code FROM device",
    "medium": "SELECT code FROM medium WHERE code IS NOT NULL",
    "serial": "SELECT serial FROM medium UNION SELECT serial FROM device",
    "certificate": "SELECT code FROM certificate UNION SELECT code FROM lot_certificate"
    " UNION SELECT code FROM medium_certificate",
    "lot": "SELECT code FROM lot",
    "order": "SELECT code FROM work_order",
    "part": "SELECT code FROM part",
    "container": "SELECT code FROM container",
    "handover": "SELECT code FROM handover WHERE code IS NOT NULL",
    "place": "SELECT name FROM place",
}

# What nobody has settled yet goes with no device: a disk that a machine told of, a label that may
# be another's, a lock; nor does one go of which nobody knows whether it holds a disk.
_UNSETTLED = text(
    "SELECT device.id FROM device WHERE device.state = 'left' AND ("
    "EXISTS (SELECT 1 FROM medium WHERE medium.device_id = device.id AND proposed = 1)"
    " OR EXISTS (SELECT 1 FROM label_mixup AS mixed WHERE mixed.settled_at IS NULL"
    "  AND device.id IN (mixed.device_id, mixed.stuck_on_id))"
    " OR EXISTS (SELECT 1 FROM quarantine WHERE quarantine.device_id = device.id"
    "  AND quarantine.closed_at IS NULL)"
    " OR device.type IN ('laptop', 'phone')"
    "  AND NOT EXISTS (SELECT 1 FROM medium WHERE medium.device_id = device.id)"
    "  AND NOT EXISTS (SELECT 1 FROM medium_stay WHERE medium_stay.device_id = device.id)"
    "  AND NOT EXISTS (SELECT 1 FROM media_statement AS none WHERE none.device_id = device.id"
    "   AND none.second_by IS NOT NULL))"
)


@dataclass
class House:
    """Devices by their condition, and files that tempt.

    Args:
        street: Where they were made.
        lot: They came in it.
        devices: By condition; every one but "clean" and "spare" must stay.
        files: What lies on the stick, by what it is.
    """

    street: Street
    lot: Lot
    devices: dict[str, Device] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    proofs: Proofs = field(default_factory=Proofs)

    def check(self) -> None:
        """Ask the tables whether anything is out, approved or certified that is not proven."""
        before = set(self.proofs.left)
        with self.street.workshop.desk.database.reading() as work:
            self.proofs.check(work.connection)
            unsettled = set(work.connection.execute(_UNSETTLED).scalars())
        assert not unsettled & (self.proofs.left - before), unsettled

    def disk(self, name: str) -> str:
        """Return the serial of the medium that a device came with."""
        return f"WD-WX61AA82{sorted(_CONDITIONS).index(name):04d}"

    def labels(self) -> dict[str, list[str]]:
        """Return what can be scanned now, by what it is."""
        with self.street.workshop.desk.database.reading() as work:
            found = {
                kind: [str(one) for one in work.connection.execute(text(query)).scalars() if one]
                for kind, query in _LABELS.items()
            }
        return {kind: codes for kind, codes in found.items() if codes}

    def tags(self) -> set[str]:
        """Return every kind of entry that the journal holds."""
        with self.street.workshop.desk.database.reading() as work:
            return set(work.connection.execute(text("SELECT DISTINCT tag FROM journal")).scalars())

    def head(self) -> int:
        """Return how many entries the journal has."""
        with self.street.workshop.desk.database.reading() as work:
            return work.journal.head().seq

    def report(self, name: str, *, good: bool = True, minutes: int = 1) -> bytes:
        """Return the log of a run on a device's disk some minutes ago, by its own clock."""
        drive = Drive(self.disk(name))
        if not good:
            drive = drive.but(status="-FAILED-", errors=3)
        host = self.devices[name].serial
        return log(drive, host=host, begin=_now(self) - timedelta(minutes=minutes))

    def bring(self, data: bytes) -> None:
        """Bring a report in as the maker, past the window."""
        street = self.street
        path = street.write(data)
        command = wiping.ImportReports((path,), street.worker.person)
        street.workshop.desk.do(street.worker, command)

    def swap(self, name: str) -> None:
        """Let a machine tell that another disk is in it than the one that was proven."""
        device, street = self.devices[name], self.street
        told = machines.Machine(
            serial=device.serial, drives=(machines.Drive(f"S3PTNX0K2{device.id:05d}"),)
        )
        path = street.folder / f"machine-{device.id}.json"
        path.write_bytes(told.data())
        street.workshop.desk.do(street.worker, ImportSnapshots((path,)))


def _now(house: House) -> datetime:
    return local(house.street.workshop.clock.now()).replace(tzinfo=None)


def _bare(house: House, name: str) -> None:
    _received(house, name)


def _device(house: House, serial: str, **more: str) -> Device:
    return make_device(house.street.workshop, lot=house.lot, serial=serial, **more)


def _received(house: House, name: str, kind: MediumKind = MediumKind.HDD) -> Device:
    device = _device(house, f"PF8ABC{len(house.devices):02d}")
    house.devices[name] = device
    house.street.declare(device, house.disk(name), kind)
    return device


def _failed(house: House, name: str) -> None:
    _received(house, name)
    house.bring(house.report(name, good=False))


def _flash(house: House, name: str) -> None:
    _received(house, name, MediumKind.SSD)
    begin = _now(house) - timedelta(minutes=2)
    drive = Drive(house.disk(name), bus="ATA-SSD", model="Samsung SSD 860")
    house.bring(log(drive, host=house.devices[name].serial, begin=begin))


def _wiped(house: House, name: str) -> Device:
    device = _received(house, name)
    house.bring(house.report(name))
    return device


def _approve(house: House, device: Device) -> None:
    house.street.approve(device)
    house.check()


def _proven(house: House, name: str) -> Device:
    device = _wiped(house, name)
    _approve(house, device)
    house.street.issue(device)
    house.check()
    return device


def _frozen(house: House, name: str) -> None:
    device, street = _wiped(house, name), house.street
    with drawing(chance=1000):
        _approve(house, device)
    reader = Reader(street.workshop, street.folder, seal=street.seal)
    bad = Drive(house.disk(name), errors=4)
    seen = log(bad, begin=_now(house), method="Verify Zeros (0x00)", passes=0)
    reader.read(house.disk(name), seen, clean=False, tool="")


def _drawn(house: House, name: str) -> None:
    device = _wiped(house, name)
    with drawing(chance=1000):
        _approve(house, device)


def _emptied(house: House, name: str) -> None:
    _received(house, name)
    house.street.workshop.desk.do(house.street.worker, wiping.RemoveMedium(house.disk(name)))


def _phone(house: House, name: str) -> None:
    house.devices[name] = _device(
        house, "PHONE0001", type="phone", model="Galaxy A52", imei="490154203237518"
    )


def _swapped(house: House, name: str) -> None:
    _proven(house, name)
    house.swap(name)


def _mixed(house: House, name: str) -> None:
    device = _proven(house, name)
    command = ReportMixup(device.code, house.devices["bare"].code)
    house.street.workshop.desk.do(house.street.worker, command)


def _aside(house: House, name: str) -> None:
    device, street = _proven(house, name), house.street
    (proof,) = street.look(device).proofs
    street.workshop.desk.do(street.other, wiping.SetAsideRun(proof.runs[0].id, "koe"))


def _undone(house: House, name: str) -> None:
    device, street = _wiped(house, name), house.street
    _approve(house, device)
    street.workshop.desk.do(street.boss, wiping.WithdrawApproval(device.code, "koe"))


def _restored(house: House, name: str) -> None:
    """Lose a failure by putting the older database back: its log lies on the stick."""
    device, street = _proven(house, name), house.street
    folder = street.workshop.desk.folder
    failure = house.report(name, good=False, minutes=0)
    copy = street.folder.parent / "copy.sqlite3"
    street.workshop.desk.database.copy_to(copy)
    house.bring(failure)
    assert street.look(device).proofs[0].standing.state is not MediumState.PROVEN
    street.workshop.desk.database.close()
    for ending in ("-wal", "-shm"):
        folder.database.with_name(folder.database.name + ending).unlink(missing_ok=True)
    folder.database.write_bytes(copy.read_bytes())
    house.files["failed"] = street.folder / "nwipe_lost.log"
    house.files["failed"].write_bytes(failure)


def _locked(house: House, name: str) -> None:
    device = _received(house, name)
    command = ReportLock(device.code, Lock.BIOS)
    house.street.workshop.desk.do(house.street.worker, command)


def _given(house: House, name: str) -> None:
    house.street.shelve(_proven(house, name))
    house.street.give(house.devices[name])


def _clean(house: House, name: str) -> None:
    house.street.shelve(_proven(house, name))


_CONDITIONS = {
    "bare": _bare,
    "failed": _failed,
    "flash": _flash,
    "frozen": _frozen,
    "drawn": _drawn,
    "emptied": _emptied,
    "phone": _phone,
    "swapped": _swapped,
    "mixed": _mixed,
    "aside": _aside,
    "undone": _undone,
    "restored": _restored,
    "locked": _locked,
    "given": _given,
    "clean": _clean,
    "spare": _clean,
}
"""Every condition in which a device is tried; "given" has left, and may come back."""
_SHELVED = ("bare", "failed", "flash", "frozen", "swapped", "undone")


def build(workshop: Workshop, stick: Path) -> House:
    """Return the house; as much as is possible stands graded on the shelf."""
    street = open_street(workshop, stick)
    house = House(street, make_lot(workshop, data_class=DataClass.ORDINARY))
    for name, make in _CONDITIONS.items():
        workshop.clock.tick(minutes=5)
        make(house, name)
    for name in _SHELVED:
        street.shelve(house.devices[name])
    for name in ("aside", "drawn"):
        street.decide(house.devices[name], Outcome.REPAIR)
    for fraction in ("circuit_boards", "data_media"):
        box(workshop, fraction)
    _tempt(house)
    house.check()
    return house


def _tempt(house: House) -> None:
    """Put on the stick what could be taken for a proof."""
    stick = house.street.folder
    failed = house.report("failed", good=False)
    found = {
        "good": house.report("clean"),
        "edited": failed.replace(b"-FAILED-", b" Erased "),
        "other": house.report("spare").replace(
            house.disk("spare").encode(), house.disk("bare").encode()
        ),
        "machine": json.dumps({"serkut_stick": 1}).encode(),
        "photo": jpeg(),
        "empty": b"",
        "text": b"00000000  00 00 00 00",
    }
    endings = {"photo": "jpg", "machine": "json"}
    for name, data in found.items():
        path = stick / f"{name}.{endings.get(name, 'txt')}"
        path.write_bytes(data)
        house.files[name] = path
