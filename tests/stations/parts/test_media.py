"""A storage medium among the parts: never fitted, stocked or scrapped unproven."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.containers.commands import OpenContainer
from serkut_desk.stations.parts.commands import (
    AddPart,
    ChangePart,
    FitPart,
    MoveParts,
    PricePart,
    ScrapPart,
    TakePart,
)
from serkut_desk.stations.wiping.commands import RemoveMedium, StockMedium
from stations.certificates.counter import new_seal
from stations.wiping.loose import Bench

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.records.spare_parts import Part


@pytest.fixture
def bench(workshop: Workshop, tmp_path: Path) -> Bench:
    folder = tmp_path / "stick"
    folder.mkdir()
    return Bench(workshop, folder, seal=new_seal(workshop))


def now(workshop: Workshop, part: Part) -> Part:
    with workshop.desk.database.reading() as work:
        return work.parts.by_id(part.id)


def crate(workshop: Workshop) -> str:
    command = OpenContainer("ferrous", Weighed(12_000, Weighing.KEY, 5))
    return workshop.desk.do(workshop.worker, command).container


def test_what_is_not_wiped_becomes_no_part(bench: Bench) -> None:
    device = bench.clean(1)
    medium = bench.out(device)
    bench.use(medium)
    with pytest.raises(Refused, match="medium_"):
        bench.workshop.desk.do(bench.worker, StockMedium(f"#{medium.id}"))
    with bench.workshop.desk.database.reading() as work:
        assert work.parts.of_medium(medium.id) is None


def test_a_proven_medium_goes_through_the_stock_into_another_device(bench: Bench) -> None:
    shop = bench.workshop
    first, second = bench.clean(1), bench.clean(2)
    part = bench.stock(bench.out(first))
    assert (part.type, part.state, part.donor_id) == ("storage", "stock", first.id)
    shop.desk.do(bench.worker, MoveParts((part.code,), "Levylaari"))
    shop.desk.do(bench.boss, PricePart(part.code, 1500))
    with pytest.raises(Refused, match="part_stores_data"):
        shop.desk.do(bench.worker, ChangePart(part.code, serial="X1"))
    bench.repair(second)
    done = shop.desk.do(bench.worker, FitPart(part.code, second.code))
    assert (done.part.state, done.part.device_id, done.part.place_id) == ("fitted", second.id, None)
    assert part.medium_id is not None
    with shop.desk.database.reading() as work:
        medium = work.media.by_id(part.medium_id)
    assert (medium.device_id, medium.removed_at) == (second.id, None)
    with shop.desk.database.reading() as work:
        last = work.journal.about(part.code)[-1]
        assert work.journal.about(second.code)[-1].seq == last.seq
        assert work.journal.about(first.code)[-1].seq == last.seq
    assert bench.findings() == ()
    # Out again it is no part before its proof; and nobody takes it out as an ordinary part.
    with pytest.raises(Refused, match="part_is_medium"):
        shop.desk.do(bench.worker, TakePart(second.code, part=part.code))
    shop.desk.do(bench.worker, RemoveMedium(f"#{medium.id}"))
    assert now(shop, part).state == "withdrawn"
    with pytest.raises(Refused, match="part_is_withdrawn"):
        shop.desk.do(bench.worker, ScrapPart(part.code, crate(shop)))


def test_a_part_is_given_up_into_a_container_and_stays_there(bench: Bench) -> None:
    shop = bench.workshop
    box = crate(shop)
    part = shop.desk.do(bench.worker, AddPart("fan", "Tukku", weight_g=120, place="Laari 1")).part
    done = shop.desk.do(bench.worker, ScrapPart(part.code, box))
    assert (done.part.state, done.part.place_id) == ("scrapped", None)
    with shop.desk.database.reading() as work:
        held = work.containers.by_code(box)
        assert held is not None
        assert done.part.container_id == held.id
        assert work.containers.lines.sum_g(held.id) == 120
        assert work.journal.about(part.code)[-1].seq == work.journal.about(box)[-1].seq
    with pytest.raises(Refused, match="part_is_scrapped"):
        shop.desk.do(bench.worker, MoveParts((part.code,), "Laari 1"))
    with pytest.raises(Refused, match="part_is_scrapped"):
        shop.desk.do(bench.worker, ScrapPart(part.code, box))
