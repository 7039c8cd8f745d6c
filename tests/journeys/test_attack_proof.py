"""A proof was good; then something happens, and somebody wants the device out as if it had not."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from apart import keyed
from draws import drawing
from journeys.benches import PLACE, open_benches
from journeys.street import Street, open_street
from serkut_desk import bootstrap
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.stations.certificates.commands import IssueLotCertificate, IssueMediumCertificate
from serkut_desk.stations.certificates.queries import certificate
from serkut_desk.stations.containers.commands import Fill
from serkut_desk.stations.devices.commands import ReportMixup
from serkut_desk.stations.handover.commands import AddDevice
from serkut_desk.stations.repair import commands as repair
from serkut_desk.stations.upkeep.commands import ChangePolicy, MakeBackup
from serkut_desk.stations.wiping import commands as wiping
from stations.looks.reader import Reader, reading
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from journeys.benches import Benches
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.handling import Command

DISK, OTHER_DISK = "WD-WX61AA810001", "WD-WX61AA810002"


@pytest.fixture
def street(workshop: Workshop, tmp_path: Path) -> Street:
    """Give a workshop in which everything can be done."""
    return open_street(workshop, tmp_path / "stick")


def approved(street: Street, number: int = 1, **more: object) -> Device:
    """Return a laptop that somebody approved a moment ago; nothing was issued."""
    device = street.clean(number, **more)  # type: ignore[arg-type] # a lot or nothing
    street.shelve(device)
    return device


def refused(street: Street, command: Command[Any], why: str = "") -> None:
    """See that nobody does it; of a supervisor who may, for this reason."""
    for session in (street.worker, street.other, street.boss):
        with pytest.raises(KnownFailure) as told:
            street.workshop.desk.do(session, command)
    assert why in {"", told.value.code}


def stays(street: Street, *devices: Device) -> None:
    """See that no certificate is issued for any, and that none goes into a basket."""
    for device in devices:
        with pytest.raises(KnownFailure):
            street.issue(device, reason="koe")
        refused(street, AddDevice(street.basket(), device.code))


def _declared(street: Street, device: Device) -> tuple[Device, ...]:
    street.declare(device, "WD-WX61AA810777")
    return (device,)


def _labels_swapped(street: Street, device: Device) -> tuple[Device, ...]:
    other = approved(street, 2)
    street.workshop.desk.do(street.worker, ReportMixup(device.code, other.code))
    return device, other


def _failed(street: Street, device: Device) -> tuple[Device, ...]:
    bad = Drive(DISK, status="-FAILED-", errors=1)
    street.bring(log(bad, host=device.serial, begin=later(30)))
    return (device,)


def _withdrawn(street: Street, device: Device) -> tuple[Device, ...]:
    street.workshop.desk.do(street.boss, wiping.WithdrawApproval(device.code, "koe"))
    return (device,)


def _set_aside(street: Street, device: Device) -> tuple[Device, ...]:
    (proof,) = street.look(device).proofs
    street.workshop.desk.do(street.other, wiping.SetAsideRun(proof.runs[0].id, "koe"))
    return (device,)


def _another_came_in(street: Street, device: Device) -> tuple[Device, ...]:
    """Put the proven disk of another device into this one."""
    other, desk = approved(street, 2), street.workshop.desk
    desk.do(street.worker, wiping.RemoveMedium(OTHER_DISK))
    street.decide(device, Outcome.REPAIR)
    desk.do(street.worker, repair.OpenOrder(device.code, 1, "koe", take=True))
    desk.do(street.worker, wiping.FitMedium(OTHER_DISK, device.code))
    assert street.look(other).proofs[0].standing.state is MediumState.PROVEN
    return (device,)


@pytest.mark.parametrize(
    ("happens", "certified"),
    [
        (_declared, True),
        (_labels_swapped, False),
        (_failed, False),
        (_withdrawn, True),
        (_set_aside, True),
        (_another_came_in, False),
    ],
)
def test_what_happens_after_an_approval_counts(
    street: Street, happens: Callable[[Street, Device], tuple[Device, ...]], *, certified: bool
) -> None:
    device = approved(street)
    if certified:
        street.issue(device)
    stays(street, *happens(street, device))


def test_an_approval_names_the_rules_that_it_was_given_under(street: Street) -> None:
    device, late = approved(street), street.device("PF2ABC02")
    street.declare(late, OTHER_DISK)
    change = PolicyChange(
        reference="HEL 2026-1",
        document_date=date(2026, 11, 20),
        required={(DataClass.ORDINARY, MediumKind.HDD): Level.PURGE},
    )
    street.workshop.desk.do(street.boss, ChangePolicy(change, street.other))
    street.workshop.clock.tick(days=1)
    street.bring(log(Drive(OTHER_DISK), host=late.serial, begin=later(24)))
    stays(street, late)
    with pytest.raises(Refused):
        street.approve(late, by=street.other)
    (issued,) = street.issue(device)
    with street.workshop.desk.database.reading() as work:
        held = work.certificates.by_code(issued.number)
        (approval,) = work.approvals.of_device(device.id)
    assert held is not None
    assert (held.policy_version, approval.policy_version) == (1, 1)


def test_a_certificate_of_a_lot_does_not_outlive_its_devices(street: Street) -> None:
    first = approved(street, 1)
    with street.workshop.desk.database.reading() as work:
        lot = work.lots.by_id(first.lot_id)
    second = approved(street, 2, lot=lot)
    street.issue(first, second)
    assert street.seal is not None
    desk, issue = street.workshop.desk, IssueLotCertificate(lot=lot.code, seal=street.seal)
    (whole,) = desk.do(street.boss, issue).certificates
    assert not certificate(desk, street.boss, whole.number).stale
    desk.do(street.boss, wiping.WithdrawApproval(second.code, "koe"))
    assert certificate(desk, street.boss, whole.number).stale
    (newer,) = desk.do(street.boss, replace(issue, reissue_reason="koe")).certificates
    with desk.database.reading() as work:
        row = work.lot_certificates.by_code(newer.number)
    assert row is not None
    assert [line[0] for line in row.content] == [first.code]


@pytest.mark.parametrize("doubt", ["drawn", "frozen"])
def test_a_medium_in_doubt_goes_out_by_no_way(tmp_path: Path, doubt: str) -> None:
    benches = open_benches(tmp_path)
    street, desk = benches.street, benches.street.workshop.desk
    device, other = benches.things[:2]
    street.declare(device, DISK)
    street.bring(log(Drive(DISK), host=device.serial))
    with drawing(chance=1000):
        street.approve(device)
    if doubt == "frozen":
        reader = Reader(street.workshop, street.folder, seal=street.seal)
        reader.read(DISK, reading(1, errors=4), clean=False, tool="")
    street.shelve(device)
    with suppress(KnownFailure):
        street.issue(device)
    refused(street, AddDevice(street.basket(), device.code))
    for one in (device, other):
        street.grade(one)
        street.decide(one, Outcome.REPAIR)
        desk.do(street.boss, repair.OpenOrder(one.code, 1, "koe", take=True))
    why = {"drawn": "look_open", "frozen": "proof_frozen"}[doubt]
    refused(street, repair.SendOut(device.code, "Huolto Oy", "kone"), why)
    code = desk.do(street.boss, wiping.RemoveMedium(DISK)).medium.code
    if doubt == "frozen":
        assert street.seal is not None
        paper = IssueMediumCertificate(medium=code or "", seal=street.seal)
        refused(street, paper, why)
    _nowhere(benches, other, why)
    refused(street, AddDevice(street.basket(), device.code))
    desk.database.close()


def _nowhere(benches: Benches, other: Device, why: str) -> None:
    """See that the loose disk neither goes on nor away."""
    street = benches.street
    for here in benches.boxes:
        refused(street, Fill(here, DISK, keyed(90)))
    # The last of them is for media: there it is refused for the doubt.
    refused(street, Fill(benches.boxes[-1], DISK, keyed(90)), why)
    refused(street, wiping.StockMedium(DISK, PLACE), why)
    refused(street, wiping.FitMedium(DISK, other.code), why)


def test_a_backup_from_before_a_failure_shows_its_gap_and_hears_of_it_again(
    street: Street, tmp_path: Path
) -> None:
    workshop = street.workshop
    device = approved(street)
    street.issue(device)
    backup = workshop.desk.do(street.boss, MakeBackup(tmp_path / "second")).path
    (lost,) = _failed(street, device)
    root = workshop.desk.folder.root
    workshop.desk.database.close()
    workshop.clock.tick(minutes=1)
    done = bootstrap.restore_backup(root, backup, lambda _desk: street.boss, workshop.clock)
    assert done.aside is not None
    with bootstrap.open_desk(root, workshop.clock) as desk:
        workshop.desk = desk
        with desk.database.reading() as work:
            told = [one for one in work.journal.entries() if one.tag == Tag.BACKUP_RESTORED]
        assert len(told) == 1
        assert f'"lost_seq":{done.lost.seq}' in told[0].body if done.lost else False
        # What was lost lies aside under its hash, and says the same when it is brought in again.
        desk.do(
            street.worker,
            wiping.ImportReports((done.aside / "files",), street.worker.person),
        )
        (proof,) = street.look(lost).proofs
        assert (proof.standing.state, proof.standing.cancelled) == (MediumState.TO_REVIEW, True)
        refused(street, AddDevice(street.basket(), device.code))
        with pytest.raises(KnownFailure):
            street.issue(device, reason="koe")
