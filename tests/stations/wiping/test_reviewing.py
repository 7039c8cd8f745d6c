"""The approver's way: what waits, each device at a glance, and what that costs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from asked import statements
from serkut_desk.domain.beside import Agreement, What
from serkut_desk.domain.data_state import CountSource
from serkut_desk.stations.wiping import reviewing
from serkut_desk.stations.wiping.commands import Approve, Counted
from stations.wiping.logs import Drive, later, log
from stations.wiping.timely import SIZE, clean

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from stations.wiping.shop import Shop


def page(shop: Shop, device: Device) -> reviewing.ReviewPage:
    return reviewing.page(shop.workshop.desk, shop.boss, device.code)


def test_a_clean_device_fits_in_every_point(shop: Shop) -> None:
    device = clean(shop, 1)
    shop.declare(shop.device("PF9"), "S9")  # waits for its wipe, not for an approval
    (one,) = reviewing.lane(shop.workshop.desk, shop.boss)
    assert one.device == device.code
    found = page(shop, device)
    assert found.approvable
    assert found.clean
    assert (found.count, found.done, found.performed) == (1, False, ("T02",))
    points = {point.what: point for point in found.media[0].points}
    assert {point.agreement for point in points.values()} == {Agreement.SAME}
    assert (points[What.SERIAL].asked, points[What.SERIAL].told) == ("WD-WCC6Y5XH01",) * 2
    assert (points[What.LEVEL].asked, points[What.LEVEL].told) == ("clear", "clear")
    assert (points[What.PASSES].asked, points[What.PASSES].told) == (3, 3)
    assert points[What.TOOL].told == "nwipe 0.40"
    assert What.EARLIER not in points


def test_what_was_declared_otherwise_and_what_failed_before_catch_the_eye(shop: Shop) -> None:
    serial = "WD-WCC6Y5XH01"
    bad = log(Drive(serial, status="-FAILED-", errors=2), host="PF2ABC01", begin=later(3))
    device = clean(shop, 1, bad)
    with shop.workshop.desk.database.work() as work:
        (medium,) = work.media.of_device(device.id)
        work.media.change(medium.id, capacity_bytes=SIZE // 2, model="Samsung PM871b")
        work.commit()
    found = page(shop, device)
    assert found.approvable
    assert not found.clean
    caught = {point.what: point.agreement for point in found.media[0].points if point.catches}
    assert caught == {
        What.CAPACITY: Agreement.DIFFERS,
        What.MODEL: Agreement.DOUBT,
        What.EARLIER: Agreement.DOUBT,
    }


def test_how_the_number_is_known_is_supposed_only_from_something(shop: Shop) -> None:
    found = page(shop, clean(shop, 1))
    assert (found.slots, found.machine_count, found.supposed) == (None, None, None)
    assert replace(found, slots=1).supposed is CountSource.MODEL
    assert replace(found, slots=2).supposed is None
    assert replace(found, slots=1, machine_count=1).supposed is CountSource.SNAPSHOT
    assert replace(found, slots=1, machine_count=2).supposed is None


def test_what_needs_more_than_a_key_is_told_apart(shop: Shop) -> None:
    own = shop.device("PF3XYZ01")
    shop.declare(own, "WD-WX41A7810")
    boss = shop.boss.person
    shop.bring(log(Drive("WD-WX41A7810"), host="PF3XYZ01", begin=later(1)), performed_by=boss)
    found = page(shop, own)
    assert [one.code.value for one in found.against] == ["approver_performed"]
    assert not found.approvable
    unknown = clean(shop, 2)
    with shop.workshop.desk.database.work() as work:
        (run,) = work.runs.of_device(unknown.id)
        work.runs.change(run.id, facts={**run.facts, "hidden_areas": "unknown"})
        work.commit()
    found = page(shop, unknown)
    assert found.acceptances
    assert not found.approvable
    points = {point.what: point.agreement for point in found.media[0].points}
    assert points[What.HIDDEN] is Agreement.UNKNOWN


def test_each_step_asks_as_much_with_many_devices_as_with_few(shop: Shop) -> None:
    desk = shop.workshop.desk
    first, second = clean(shop, 1), clean(shop, 2)

    def asked(device: Device) -> tuple[int, int, int]:
        with statements(shop.workshop) as listing:
            reviewing.lane(desk, shop.boss)
        with statements(shop.workshop) as looking:
            page(shop, device)
        with statements(shop.workshop) as approving:
            desk.do(shop.boss, Approve((Counted(device.code, 1),), CountSource.OPENED))
        return len(listing), len(looking), len(approving)

    few = asked(first)
    for number in range(3, 11):
        clean(shop, number)
    many = asked(second)
    assert many == few
    assert few[0] <= 6
    assert few[1] <= 45
