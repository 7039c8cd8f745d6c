"""Ways around the gates through the other ways: what one handler refuses, no other lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boxes import container, grams, sealed
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Refused
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    Fill,
    OpenShipment,
    SendShipment,
)
from serkut_desk.stations.repair.commands import SendOut, TakeOrder
from serkut_desk.stations.wiping.commands import StateNone, WithdrawApproval
from stations.wiping.loose import Bench

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command


@pytest.fixture
def bench(workshop: Workshop, tmp_path: Path) -> Bench:
    """Give a workshop where media are taken out and put in."""
    return Bench(workshop, tmp_path)


def _refused(workshop: Workshop, by: Session, command: Command[object]) -> str:
    with pytest.raises(Refused) as failure:
        workshop.desk.do(by, command)
    return failure.value.code


@pytest.mark.parametrize("as_part", [False, True])
def test_a_disk_whose_approval_was_withdrawn_does_not_leave_in_its_container(
    bench: Bench, *, as_part: bool
) -> None:
    workshop = bench.workshop
    device = bench.clean(1)
    medium = bench.out(device)
    given_up = bench.stock(medium).code if as_part else medium.code
    box = container(workshop)
    workshop.desk.do(workshop.worker, Fill(box, str(given_up), grams(100)))
    sealed(workshop, box, 1400)
    number = workshop.desk.do(workshop.first, OpenShipment("Kierrätys Oy")).shipment
    workshop.desk.do(workshop.first, AddToShipment(number, box))
    workshop.desk.do(bench.boss, WithdrawApproval(device.code, "väärä levy"))
    assert _refused(workshop, workshop.first, SendShipment(number)) == "medium_unapproved"
    bench.approve(device)
    workshop.desk.do(workshop.first, SendShipment(number))
    assert bench.findings() == ()


def test_nothing_inside_needs_its_approver_before_a_repairer_gets_it(bench: Bench) -> None:
    workshop = bench.workshop
    device = bench.device()
    for person in (workshop.worker, workshop.first):
        workshop.desk.do(person, StateNone(device.code, CountSource.OPENED))
    bench.repair(device)
    workshop.desk.do(workshop.first, TakeOrder(device.code))
    command = SendOut(device.code, "Korjaaja Oy", "koko laite", whole=True)
    assert _refused(workshop, workshop.first, command) == "device_unapproved"
    bench.approve(device, media=0, by=bench.other)
    workshop.desk.do(workshop.first, command)
