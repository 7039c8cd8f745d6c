"""Somebody has evidence of one wipe, and wants it to be the proof of another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interchange.test_supplier import GOOD, MAPPING, table
from journeys.street import Street, open_street
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.second_look import Lifted
from serkut_desk.stations.evidence.mapping_commands import MakeMapping
from serkut_desk.stations.handover.commands import AddDevice
from serkut_desk.stations.looks.commands import LiftFreeze
from serkut_desk.stations.wiping import reviewing
from serkut_desk.stations.wiping.commands import (
    ImportReports,
    ReadAgain,
    SetAsideRun,
    WithdrawApproval,
)
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device

DISK, OTHER_DISK = "WD-WX61AA810001", "WD-WX61AA810002"
STICK = Path(__file__).parents[1] / "interchange" / "stick" / "data"
FAILED = Drive(DISK, status="-FAILED-", errors=3)


@pytest.fixture
def street(workshop: Workshop, tmp_path: Path) -> Street:
    """Give a workshop in which everything can be done."""
    return open_street(workshop, tmp_path / "stick")


def holder(street: Street, number: int = 1, kind: MediumKind = MediumKind.HDD) -> Device:
    """Return a laptop with a disk of which nobody has heard anything."""
    device = street.device(f"PF2ABC{number:02d}")
    street.declare(device, f"WD-WX61AA81{number:04d}", kind)
    return device


def state(street: Street, device: Device) -> MediumState:
    """Return how far the proof of its only medium is."""
    (proof,) = street.look(device).proofs
    return proof.standing.state


def stays(street: Street, device: Device) -> None:
    """See that nobody approves it, and that it goes into no basket."""
    for session in (street.worker, street.boss, street.other):
        with pytest.raises(KnownFailure):
            street.approve(device, by=session)
    with pytest.raises(KnownFailure):
        street.workshop.desk.do(street.boss, AddDevice(street.basket(), device.code))


@pytest.mark.parametrize("together", [True, False])
def test_an_old_good_report_does_not_cure_a_later_failure(
    street: Street, *, together: bool
) -> None:
    device = holder(street)
    bad, good = log(FAILED, host=device.serial, begin=later(4)), log(Drive(DISK), host="PF2ABC01")
    for logs in [(bad, good)] if together else [(bad,), (good,)]:
        street.bring(*logs)
    (proof,) = street.look(device).proofs
    assert (proof.standing.state, proof.standing.cancelled) == (MediumState.TO_REVIEW, True)
    assert proof.deciding is not None
    assert proof.deciding.verdict is Verdict.FAILED
    stays(street, device)
    # A wipe that was begun after the failure does, and so does a person who looked at it.
    street.workshop.desk.do(street.other, SetAsideRun(proof.deciding.id, "väärä levy"))
    assert state(street, device) is MediumState.UNAPPROVED
    street.bring(log(Drive(DISK), host=device.serial, begin=later(9)))
    street.approve(device)


def test_who_brought_a_file_in_may_not_approve_what_another_let_read_again(
    street: Street,
) -> None:
    device = street.device("5CG8XXQ0V1")
    street.declare(device, "S3TUNX0K4XXXQ1", MediumKind.SSD)
    path, desk = street.folder / "lista.csv", street.workshop.desk
    path.write_bytes(table(GOOD))
    (file,) = desk.do(street.boss, ImportReports((path,), None)).files
    assert file.number is not None
    desk.do(street.other, MakeMapping(MAPPING))
    desk.do(street.worker, ReadAgain(file.number))
    against = {one.code for one in reviewing.page(desk, street.boss, device.code).against}
    assert LackCode.APPROVER_IMPORTED in against
    against = {one.code for one in reviewing.page(desk, street.other, device.code).against}
    assert LackCode.APPROVER_IMPORTED not in against


def test_who_performed_the_beginning_of_a_run_may_not_approve_its_end(street: Street) -> None:
    device, desk = holder(street), street.workshop.desk
    begun = street.write(log(Drive(DISK), host=device.serial, end=False))
    desk.do(street.boss, ImportReports((begun,), street.boss.person))
    street.bring(log(Drive(DISK), host=device.serial))
    assert len(street.look(device).proofs[0].runs) == 2
    with pytest.raises(Refused, match="approver_performed"):
        street.approve(device)
    street.approve(device, by=street.other)


def test_a_report_brought_in_again_brings_no_withdrawn_approval_back(street: Street) -> None:
    device, data = holder(street), log(Drive(DISK), host="PF2ABC01")
    street.bring(data)
    street.approve(device)
    street.workshop.desk.do(street.boss, WithdrawApproval(device.code, "koe"))
    done = street.bring(data)
    assert done.files[0].place == "duplicate"
    assert state(street, device) is MediumState.UNAPPROVED
    with pytest.raises(KnownFailure):
        street.issue(device)
    with pytest.raises(KnownFailure):
        street.workshop.desk.do(street.boss, AddDevice(street.basket(), device.code))


def test_evidence_of_one_drive_with_the_serial_of_another_proves_neither(street: Street) -> None:
    first, second = holder(street, 1), holder(street, 2)
    data = log(Drive(DISK), host=first.serial)
    street.bring(data)
    street.approve(first)
    street.bring(data.replace(DISK.encode(), OTHER_DISK.encode()).replace(b"PF2ABC01", b"PF2ABC02"))
    for device in (first, second):
        assert state(street, device) is MediumState.TO_REVIEW
        stays(street, device)


def test_a_stick_file_with_another_serial_proves_neither(street: Street) -> None:
    data = (STICK / "nvme_sanitize.json").read_bytes()
    devices = [street.device("PF2ABC01"), street.device("PF2ABC02")]
    serials = ("S0TESTNVME11", "S0TESTNVME22")
    for device, serial in zip(devices, serials, strict=True):
        street.declare(device, serial, MediumKind.NVME)
        street.bring(data.replace(b"S0TESTNVME11", serial.encode()))
    for device in devices:
        assert state(street, device) is MediumState.TO_REVIEW
        stays(street, device)


@pytest.mark.parametrize("lie", ["none", "one"])
def test_a_stick_file_that_says_done_over_samples_that_say_otherwise(
    street: Street, lie: str
) -> None:
    file = json.loads((STICK / "nvme_sanitize.json").read_bytes())
    assert (file["state"], file["result"]) == ("finished", "done")
    for sample in file["samples"][: 1 if lie == "one" else None]:
        sample["after"] = sample["before"]
    if lie == "none":
        file["samples"] = []
    device = street.device("PF2ABC01")
    street.declare(device, "S0TESTNVME11", MediumKind.NVME)
    street.bring(json.dumps(file).encode())
    assert state(street, device) not in {MediumState.UNAPPROVED, MediumState.PROVEN}
    stays(street, device)


def test_an_old_report_settles_no_doubt(street: Street) -> None:
    """A medium is in doubt; somebody still has the log of a wipe that was made before."""
    from draws import drawing  # noqa: PLC0415 - only here
    from stations.looks.reader import Reader, reading  # noqa: PLC0415 - only here

    reader = Reader(street.workshop, street.folder, seal=street.seal)
    with drawing(chance=1000):
        device = reader.wiped(1)
        reader.approve(device)
    street.workshop.clock.tick(days=1)
    serial = "WD-WX61AA810001"
    done = reader.read(serial, reading(1, errors=4), clean=False, tool="")
    street.workshop.clock.tick(hours=1)
    reader.bring(log(Drive(serial), host="PF2ABC01", begin=later(9)))
    assert state(street, device) is MediumState.TO_REVIEW
    assert done.incident is not None
    lift = LiftFreeze(done.incident, serial, Lifted.WIPED_AGAIN, "näin")
    with pytest.raises(Refused, match="freeze_no_ground"):
        street.workshop.desk.do(street.boss, lift)
    stays(street, device)
    reader.bring(log(Drive(serial), host="PF2ABC01", begin=later(28)))
    street.workshop.desk.do(street.boss, lift)
    assert state(street, device) is MediumState.UNAPPROVED
