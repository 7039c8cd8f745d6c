"""Whatever is filled, taken back, merged, sealed, weighed and shipped: not a gram is lost."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apart import begun, to_take_apart
from boxes import TARE_G, container, grams, on_bench, part
from factories import make_medium
from kit import make_workshop
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.events import Tag
from serkut_desk.stations import filling, part_moves
from serkut_desk.stations.containers import queries
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    CancelShipment,
    ChangeContainer,
    Fill,
    MergeContainers,
    OpenShipment,
    SealContainer,
    SendShipment,
    UndoFilling,
    UnsealContainer,
    WeighOut,
)
from serkut_desk.stations.dismantling.commands import TakeMedium
from serkut_desk.stations.handling import Task
from serkut_desk.stations.parts.commands import ChangePart

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.house_mass import HouseMass

BOXES = 4
# Which deed, which container, which other or part, how many grams.
DEEDS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.integers(0, BOXES - 1),
        st.integers(0, BOXES - 1),
        st.integers(1, 900),
    ),
    min_size=8,
    max_size=30,
)


class House:
    """A workshop with two devices on the bench, parts in stock and some containers."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.devices = [on_bench(workshop, 8430), on_bench(workshop, 2210)]
        self.boxes = [container(workshop, limit_g=3000) for _ in range(BOXES - 1)]
        self.boxes.append(container(workshop, "ferrous"))
        self.parts = [part(workshop, 345), part(workshop, 12), part(workshop)]
        self.shipments = [workshop.desk.do(workshop.first, OpenShipment("Kierrätys Oy")).shipment]

    def _task(self, work: Any) -> Task:
        person = work.people.by_code(self.workshop.worker.person)
        return Task(work, self.workshop.desk, person, self.workshop.worker)

    def put(self, device: Device, box: str, weight: int) -> None:
        """Put grams of a device on the bench into a container, or take out a part of it."""
        with self.workshop.desk.database.work(self.workshop.worker.person) as work:
            order = work.dismantlings.open_of(device.id)
            if order is None:
                return
            line = filling.put(
                self._task(work), box, weight, weighed="key", tolerance_g=1, dismantling=order
            )
            said = filling.as_entry(work, line)
            work.journal.append(Tag.CONTAINER_FILLED, box, (device.code,), **said)
            work.commit()

    def take(self, device: Device, weight: int) -> None:
        with self.workshop.desk.database.work(self.workshop.worker.person) as work:
            order = work.dismantlings.open_of(device.id)
            if order is None:
                return
            taken = part_moves.take_out(
                self._task(work),
                work.devices.by_id(device.id),
                type="memory",
                # Some are not weighed before they go.
                weight_g=weight if weight % 7 else None,
                dismantling_id=order.id,
            )
            work.journal.append(Tag.PART_TAKEN, taken.code, (device.code,), part=taken.code)
            work.commit()
        self.parts.append(taken.code)

    def close(self, device: Device) -> None:
        with self.workshop.desk.database.work(self.workshop.worker.person) as work:
            order = work.dismantlings.open_of(device.id)
            if order is None or order.weight_in_g is None:
                return
            parts = sum(work.dismantlings.parts_g(order.id))
            lines = sum(x.weight_g for x in work.containers.lines.of_dismantling(order.id))
            work.dismantlings.change(
                order.id,
                state="closed",
                closed_at=work.journal.now(),
                closed_by="x",
                parts_g=parts,
                media_g=0,
                remainder_g=order.weight_in_g - parts - lines,
                reason="x",
            )
            work.journal.append(Tag.DISMANTLING_FINISHED, device.code)
            work.commit()

    def ship(self) -> None:
        """Send what is on the shipment, and begin another."""
        desk, boss = self.workshop.desk, self.workshop.first
        desk.do(boss, SendShipment(self.shipments[-1]))
        self.shipments.append(desk.do(boss, OpenShipment("Kierrätys Oy")).shipment)

    def deed(self, number: int, box: int, other: int, weight: int) -> None:
        """Do one of the things that people do, allowed or not."""
        desk, boss = self.workshop.desk, self.workshop.first
        here, there = self.boxes[box], self.boxes[other]
        thing = self.parts[other % len(self.parts)]
        made: tuple[Any, ...] = (
            lambda: self.put(self.devices[weight % 2], here, weight),
            lambda: self.put(self.devices[weight % 2], here, weight),
            lambda: self.take(self.devices[weight % 2], weight),
            lambda: desk.do(boss, Fill(here, self.parts[-1])),
            lambda: desk.do(boss, Fill(here, thing, grams(weight, 1))),
            lambda: desk.do(boss, UndoFilling(here, reason="väärin")),
            lambda: desk.do(boss, MergeContainers(here, there)),
            lambda: desk.do(boss, SealContainer(here, "S")),
            lambda: desk.do(boss, UnsealContainer(here, "auki")),
            lambda: desk.do(boss, WeighOut(here, grams(TARE_G + weight))),
            lambda: desk.do(boss, AddToShipment(self.shipments[-1], here)),
            self.ship if weight % 3 else lambda: desk.do(boss, CancelShipment(self.shipments[-1])),
            lambda: (
                self.close(self.devices[0])
                if weight % 5 == 0
                else desk.do(boss, ChangeContainer(here, limit_g=weight * 10))
            ),
        )
        with contextlib.suppress(KnownFailure):
            made[number]()

    def mass(self) -> HouseMass:
        return queries.house_mass(self.workshop.desk, self.workshop.worker)


def holds(house: House) -> None:
    """See that every gram is somewhere, and each in one place."""
    found = house.mass()
    assert found.into_g == found.found_g
    assert found.weighed_in_g == 8430 + 2210
    assert min(found.in_open_g, found.in_sealed_g, found.shipped_g, found.parts_g) >= 0
    desk = house.workshop.desk
    shown = queries.wall(desk, house.workshop.first, gone=True)
    assert sum(one.inside_g for one in shown) == (
        found.in_open_g + found.in_sealed_g + found.shipped_g
    )
    assert all(one.inside_g == 0 for one in shown if one.state == "merged")
    with desk.database.reading() as work:
        for code in house.parts:
            row = work.parts.by_code(code)
            assert row is not None
            line = work.containers.lines.of_part(row.id)
            assert (row.state == "scrapped") == (line is not None)
            assert row.container_id == (line.container_id if line else None)


@settings(max_examples=12)
@given(deeds=DEEDS)
def test_in_is_out_and_stock_and_remainder_to_the_gram(
    deeds: list[tuple[int, int, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workshop = make_workshop(Path(folder) / "data", waits=False)
        try:
            house = House(workshop)
            for deed in deeds:
                house.deed(*deed)
            holds(house)
        finally:
            workshop.desk.database.close()


def test_the_whole_way_of_a_device_in_grams(workshop: Workshop) -> None:
    house = House(workshop)
    desk, boss, (boards, *_, iron) = workshop.desk, workshop.first, house.boxes
    first = house.devices[0]
    house.put(first, boards, 1214)
    house.put(first, iron, 6000)
    house.take(first, 1188)
    assert house.mass().remainder_g == 28 + 2210
    house.close(first)
    assert house.mass().remainder_g == 28 + 2210
    desk.do(boss, Fill(boards, house.parts[-1]))
    desk.do(boss, SealContainer(iron, "S-1"))
    desk.do(boss, WeighOut(iron, grams(TARE_G + 6003)))
    desk.do(boss, AddToShipment(house.shipments[-1], iron))
    house.ship()
    found = house.mass()
    assert (found.in_open_g, found.shipped_g, found.parts_g) == (1214 + 1188, 6000, 0)
    assert found.into_g == found.found_g == 8430 + 2210
    holds(house)


@pytest.mark.parametrize("closed", [False, True])
def test_what_is_weighed_only_when_it_goes_counts_once(workshop: Workshop, *, closed: bool) -> None:
    house = House(workshop)
    desk, boss, box = workshop.desk, workshop.first, house.boxes[0]
    device = house.devices[0]
    for _ in range(2):
        house.take(device, 903)
    heavy, light = house.parts[-2:]
    if closed:
        house.close(device)
    assert house.mass().remainder_g == 8430 + 2210
    desk.do(boss, Fill(box, heavy, grams(345)))
    desk.do(boss, ChangePart(light, weight_g=60))
    found = house.mass()
    assert (found.in_open_g, found.parts_g, found.elsewhere_g, found.again_g) == (345, 60, 0, 0)
    assert found.remainder_g == 8430 + 2210 - 345 - 60
    desk.do(boss, UndoFilling(box, reason="väärin"))
    assert house.mass().remainder_g == 8430 + 2210 - 60
    holds(house)


def test_a_medium_weighed_only_when_it_goes_counts_once(workshop: Workshop) -> None:
    desk, boss = workshop.desk, workshop.first
    device = to_take_apart(workshop)
    make_medium(workshop, device, serial="Z1")
    begun(workshop, device)
    out = desk.do(workshop.worker, TakeMedium(device.code, "Z1"))
    box = container(workshop, "data_media")
    with desk.database.work(boss.person) as work:
        crate = filling.container_of(work, box)
        # As it goes once its own gate lets it.
        work.containers.lines.add(
            container_id=crate.id,
            fraction=crate.fraction,
            weight_g=120,
            tolerance_g=0,
            weighed="key",
            dismantling_id=None,
            part_id=None,
            medium_id=out.medium,
            at=work.journal.now(),
            by=boss.person,
            undone_at=None,
            undone_by=None,
            seq=1,
        )
        found = work.containers.mass()
    assert (found.remainder_g, found.in_open_g, found.media_g) == (8430 - 120, 120, 0)
    assert found.into_g == found.found_g == 8430
