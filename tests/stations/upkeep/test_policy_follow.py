"""What lists show follows the policy when another version begins to hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.upkeep.commands import ChangePolicy
from serkut_desk.stations.upkeep.handlers import follow_policy
from stations.wiping.logs import Drive, later, log
from stations.wiping.shop import Shop

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device

RULING = PolicyChange(
    reference="HEL 1",
    document_date=date(2026, 11, 20),
    flash=FlashDecision.CLEAR_ACCEPTED,
)


def overwritten(shop: Shop, number: int) -> Device:
    device = shop.device(f"PF2ABC1{number}", DataClass.ORDINARY)
    drive = Drive(f"S3TUNX0K4XXXQ{number}", bus="ATA-SSD", model="SAMSUNG MZ7LN256")
    shop.declare(device, drive.serial, MediumKind.SSD)
    shop.bring(log(drive, host=f"PF2ABC1{number}", begin=later(-number)))
    return device


def stored(shop: Shop, device: Device) -> tuple[str, str]:
    with shop.workshop.desk.database.reading() as work:
        (medium,) = work.media.of_device(device.id)
        return work.devices.by_id(device.id).state, medium.state


def test_states_follow_some_devices_at_a_time(workshop: Workshop, tmp_path: Path) -> None:
    shop, desk = Shop(workshop, tmp_path), workshop.desk
    devices = [overwritten(shop, number) for number in range(1, 4)]
    before = (DeviceState.WAITING_WIPE.value, MediumState.NOT_ENOUGH.value)
    after = (DeviceState.WAITING_APPROVAL.value, MediumState.UNAPPROVED.value)
    assert [stored(shop, one) for one in devices] == [before] * 3
    desk.do(shop.boss, ChangePolicy(RULING, shop.other))
    entries = shop.entries()
    # It does not hold before tomorrow, and nothing is written.
    assert follow_policy(desk, 2) == follow_policy(desk, 2)
    assert shop.entries() == entries
    workshop.clock.tick(days=1)
    first = follow_policy(desk, 2)
    assert (first.devices, first.more) == (tuple(one.code for one in devices[:2]), True)
    assert [stored(shop, one) for one in devices] == [after, after, before]
    last = follow_policy(desk, 2)
    assert (last.devices, last.more) == ((devices[2].code,), False)
    assert [stored(shop, one) for one in devices] == [after] * 3
    entries = shop.entries()
    assert follow_policy(desk, 2).devices == ()
    assert shop.entries() == entries
    with desk.database.reading() as work:
        told = [one for one in work.journal.entries() if one.tag == Tag.POLICY_FOLLOWED]
        assert check_records(work.connection) == ()
    assert [(one.actor, one.subject) for one in told] == [("program", "policy")] * 2
    shop.approve(devices[0])
