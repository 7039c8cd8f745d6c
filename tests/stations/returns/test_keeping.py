"""A disk that the buyer kept: it was clean when it left, and is not here any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import CountSource, DataState, MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.stations.returns.commands import KeepMedium, MediumKept
from serkut_desk.stations.wiping.commands import RemoveMedium
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from stations.returns.till import Till

SERIAL = "WD-WX61AA810001"


def _keep(till: Till, medium: str = SERIAL) -> MediumKept:
    command = KeepMedium(medium, "avattu: paikka on tyhjä")
    return till.workshop.desk.do(till.boss, command)


def _back(till: Till) -> Device:
    device = till.clean()
    till.sell(device)
    till.workshop.clock.tick(days=30)
    till.bring_back(device)
    return device


def test_the_device_waits_for_somebody_else_who_looks(till: Till) -> None:
    device = _back(till)
    before = till.entries()
    done = _keep(till)
    assert till.entries() == before + 1
    assert done.device == device.code
    now = till.look(device)
    assert now.proofs[0].standing.state is MediumState.PROVEN
    assert now.data_state is DataState.UNAPPROVED
    with pytest.raises(Refused, match="approver_declared"):
        till.approve(device, seen=CountSource.OPENED)
    till.approve(device, seen=CountSource.OPENED, by=till.other)
    assert till.look(device).data_state is DataState.PROVEN
    assert till.workshop.desk.database.check_records() == ()


def test_the_buyers_own_disk_has_to_be_wiped(till: Till) -> None:
    device = _back(till)
    _keep(till)
    till.declare(device, "BUYERS-OWN-01")
    assert till.look(device).data_state is DataState.NOT_WIPED
    begin = local(till.workshop.clock.now()).replace(tzinfo=None)
    till.workshop.clock.tick(hours=2)
    till.bring(log(Drive("BUYERS-OWN-01"), host="PF2ABC01", begin=begin))
    with pytest.raises(Refused, match="media_count_differs"):
        till.approve(device, media=1, by=till.other)
    till.approve(device, media=2, by=till.other)
    assert till.look(device).data_state is DataState.PROVEN
    assert till.workshop.desk.database.check_records() == ()


def test_it_can_come_back_again_afterwards(till: Till) -> None:
    device = _back(till)
    _keep(till)
    till.approve(device, by=till.other)
    till.sell(device)
    till.bring_back(device)
    now = till.look(device)
    assert now.data_state is DataState.UNAPPROVED
    assert now.proofs[0].medium.used_since is None
    assert till.workshop.desk.database.check_records() == ()


@pytest.mark.parametrize("text", ["NO-SUCH-DISK", "#99", "#1x", ""])
def test_only_a_medium_of_a_returned_device(till: Till, text: str) -> None:
    _back(till)
    with pytest.raises(Refused, match="medium_not_returned"):
        _keep(till, text)


def test_not_one_that_is_here_or_was_taken_out(till: Till) -> None:
    till.clean(2)
    with pytest.raises(Refused, match="medium_not_returned"):
        _keep(till, "WD-WX61AA810002")
    _back(till)
    till.workshop.desk.do(till.worker, RemoveMedium(SERIAL))
    with pytest.raises(Refused, match="medium_not_returned"):
        _keep(till)


def test_one_that_was_not_in_it_when_it_left_was_never_proven(till: Till) -> None:
    device = _back(till)
    medium = till.declare(device, "BUYERS-OWN-01").medium
    with pytest.raises(Refused, match="medium_not_returned"):
        _keep(till, f"#{medium.id}")
    failed = Drive(SERIAL, status="-FAILED-", errors=3)
    begin = local(till.workshop.clock.now()).replace(tzinfo=None)
    till.bring(log(failed, host="PF2ABC01", begin=begin))
    before = till.entries()
    with pytest.raises(Refused, match="medium_never_proven"):
        _keep(till)
    assert till.entries() == before
    assert till.look(device).data_state is DataState.NOT_WIPED


def test_a_maker_does_not_say_so(till: Till) -> None:
    _back(till)
    with pytest.raises(Refused, match="not_permitted"):
        till.workshop.desk.do(till.worker, KeepMedium(SERIAL, "tyhjä"))
