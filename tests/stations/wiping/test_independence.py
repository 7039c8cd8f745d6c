"""Who decided what of the evidence counts may not approve on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import MediumKind
from serkut_desk.stations.wiping.commands import (
    AssignRun,
    ConfirmKind,
    RejectProposed,
    SetAsideRun,
    WithdrawMedium,
)
from stations.wiping.logs import Drive, later, log
from stations.wiping.shop import HOST, SERIAL

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from stations.wiping.shop import Shop


def _only_the_other(shop: Shop, device: Device) -> None:
    with pytest.raises(Refused) as refused:
        shop.approve(device)
    assert refused.value.code == "approver_settled"
    shop.approve(device, by=shop.other)
    assert shop.look(device).state is DeviceState.WAITING_GRADE


def test_who_took_back_an_unwiped_medium_may_not_approve(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.declare(device, "SECONDDISK1")
    shop.bring(log(Drive(), host=HOST))
    shop.workshop.desk.do(shop.boss, WithdrawMedium("SECONDDISK1", "not there"))
    _only_the_other(shop, device)


def test_who_rejected_a_drive_may_not_approve(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    unwiped = Drive(serial="USB1STICK", name="sdb", status="-FAILED-", errors=1)
    shop.bring(log(Drive(), unwiped, host=HOST))
    shop.workshop.desk.do(shop.boss, RejectProposed("USB1STICK", "our stick"))
    _only_the_other(shop, device)


def test_who_set_a_failed_run_aside_may_not_approve(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    failing = log(Drive(status="-FAILED-", errors=3), host=HOST, begin=later(5))
    shop.bring(log(Drive(), host=HOST), failing)
    failed = shop.look(device).proofs[0].runs[-1]
    shop.workshop.desk.do(shop.boss, SetAsideRun(failed.id, "loose cable"))
    _only_the_other(shop, device)


def test_who_gave_a_run_to_a_medium_may_not_approve(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.device(serial="OTHERPC1")
    done = shop.bring(log(Drive(), host="OTHERPC1"))
    run = done.files[0].runs[0].results[0].run
    assert run is not None
    shop.workshop.desk.do(shop.boss, AssignRun(run, SERIAL))
    _only_the_other(shop, device)


def test_who_changed_a_kind_may_not_approve(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device, kind=MediumKind.SSD)
    shop.bring(log(Drive(), host=HOST, version="0.34"))
    shop.workshop.desk.do(shop.boss, ConfirmKind(SERIAL, MediumKind.HDD))
    _only_the_other(shop, device)


def test_setting_a_doubtful_drive_aside_concerns_every_device_it_held_back(shop: Shop) -> None:
    device, other = shop.device(), shop.device(serial="OTHERPC1")
    shop.declare(device)
    shop.bring(log(Drive(), host=HOST))
    doubled = (Drive(), Drive(name="sdb"))
    done = shop.bring(log(*doubled, host="OTHERPC1", begin=later(3)))
    for one in done.files[0].runs[0].results:
        assert one.run is not None
        shop.workshop.desk.do(shop.boss, SetAsideRun(one.run, "stale buffer"))
    assert shop.look(other).state is DeviceState.RECEIVED
    _only_the_other(shop, device)


def test_nobody_sets_aside_what_speaks_against_their_own_approval(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    shop.approve(device)
    shop.bring(log(Drive(status="-FAILED-", errors=1), begin=later(3)))
    good, failed = shop.look(device).proofs[0].runs
    desk = shop.workshop.desk
    with pytest.raises(Refused, match="aside_own_approval"):
        desk.do(shop.boss, SetAsideRun(failed.id, "loose cable"))
    desk.do(shop.other, SetAsideRun(failed.id, "loose cable"))
    # What they approved themselves they may doubt.
    desk.do(shop.boss, SetAsideRun(good.id, "not this disk"))
