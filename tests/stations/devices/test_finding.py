from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot, make_medium
from serkut_desk.domain.codes import CodeKind
from serkut_desk.stations.devices.commands import MoveDevices
from serkut_desk.stations.devices.queries import FoundBy, find

if TYPE_CHECKING:
    from kit import Workshop


@pytest.mark.parametrize(
    "text",
    [
        "pf2abc12",
        "PF 2A BC12",
        "pf-2abc12",
        "HKI-10442",
        "hki 10442",
        "490154203237518",
        "1S20L6S2RJ00PF2ABC12",
    ],
)
def test_an_exact_number_names_one_device_however_it_is_written(
    workshop: Workshop, text: str
) -> None:
    wanted = make_device(workshop, serial="PF2ABC12", inventory="HKI-10442", imei="490154203237518")
    make_device(workshop)
    found = find(workshop.desk, workshop.worker, text)
    assert (found.by, found.device) == (FoundBy.NUMBER, wanted.code)


def test_our_codes_name_devices_lots_places_and_media(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    device = make_device(workshop, lot=lot)
    medium = make_medium(workshop, device, serial="S4EVNF0M")
    with workshop.desk.database.work() as work:
        code = work.house.next_code(CodeKind.MEDIUM)
        work.media.change(medium.id, code=code)
        work.commit()
    moved = workshop.desk.do(workshop.worker, MoveDevices((device.code,), "Hylly 3"))

    def by(text: str) -> tuple[FoundBy, list[str]]:
        found = find(workshop.desk, workshop.worker, text)
        return found.by, [line.code for line in found.devices]

    assert by(device.code) == (FoundBy.DEVICE, [device.code])
    assert by(f"sd {int(device.code[2:10])}") == (FoundBy.DEVICE, [device.code])
    assert by(code) == (FoundBy.MEDIUM, [device.code])
    assert by("s4evnf0m") == (FoundBy.NUMBER, [device.code])
    assert by(lot.code) == (FoundBy.LOT, [device.code])
    assert by(moved.place.code) == (FoundBy.PLACE, [device.code])
    assert find(workshop.desk, workshop.worker, lot.code).device is None
    assert by("SD0099999962") == (FoundBy.NOTHING, [])


def test_a_part_finds_among_two_thousand(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    with workshop.desk.database.work() as work:
        for number in range(2000):
            work.devices.receive(
                code=work.house.next_code(CodeKind.DEVICE),
                lot_id=lot.id,
                type="laptop",
                manufacturer="HP",
                manufacturer_key="hp",
                model="EliteBook 840 G6",
                product="",
                serial=f"5CG9{number:06d}",
                serial_key=f"5CG9{number:06d}",
                inventory="",
                inventory_key="",
                imei="",
                data_class="confidential",
                state="received",
                received_at=workshop.clock.now(),
                received_by="HK",
                touched_seq=0,
                touched_by="HK",
            )
        work.commit()
    wanted = make_device(workshop, lot=lot, model="ThinkPad X1 Carbon", serial="PFOI77Q0")
    for text in ("x1 carbon", "thinkpadx1", "LENOVO carb", "F0177Q", "fOi77qo", "carbon think"):
        found = find(workshop.desk, workshop.worker, text)
        assert [line.code for line in found.devices] == [wanted.code], text
        assert found.device == wanted.code
    many = find(workshop.desk, workshop.worker, "elitebook")
    assert (len(many.devices), many.more, many.device) == (50, True, None)


@pytest.mark.parametrize("text", ["", "  ", '"', "ab", "'; DROP", "a\0b", "x" * 5000, "\ud800"])
def test_odd_text_finds_nothing_and_breaks_nothing(workshop: Workshop, text: str) -> None:
    make_device(workshop)
    assert find(workshop.desk, workshop.worker, text).by is FoundBy.NOTHING


def test_a_secret_is_not_looked_for(workshop: Workshop) -> None:
    found = find(workshop.desk, workshop.worker, "131052-308T")
    assert found.by is FoundBy.NOTHING
    assert "308T" not in found.text
