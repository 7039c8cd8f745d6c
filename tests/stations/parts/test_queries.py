"""What lists, pages and the search say of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot
from on_bench import in_repair
from serkut_desk.domain.codes import short
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.parts import PartState, PartTest
from serkut_desk.stations import finding
from serkut_desk.stations.devices.card import card
from serkut_desk.stations.home.queries import HitKind, search
from serkut_desk.stations.labels.commands import ReprintLabel
from serkut_desk.stations.parts import queries
from serkut_desk.stations.parts.commands import (
    AddPart,
    FitPart,
    ReservePart,
    TakePart,
    TestPart,
    WantPart,
)
from serkut_desk.stations.parts.queries import PartFilter

if TYPE_CHECKING:
    from kit import Workshop


def codes(workshop: Workshop, **which: object) -> list[str]:
    found = queries.listed(workshop.desk, workshop.worker, PartFilter(**which))  # type: ignore[arg-type] # each test gives the fields it means
    return [line.code for line in found]


def test_a_list_is_narrowed_by_kind_model_and_reservation(workshop: Workshop) -> None:
    order = in_repair(workshop, make_device(workshop))
    add = workshop.desk.do
    ram = add(workshop.worker, AddPart("memory", "Tukku", specification="8 GB")).part
    screen = add(
        workshop.worker, AddPart("screen", "Tukku", fits=(("Lenovo", "ThinkPad T480"),))
    ).part
    assert codes(workshop) == [screen.code, ram.code]
    assert codes(workshop, types=frozenset({"muisti"})) == [ram.code]
    assert codes(workshop, fits="lenovo thinkpad t480 (i5)") == [screen.code]
    assert codes(workshop, fits=make_device(workshop).code) == [screen.code]
    workshop.desk.do(workshop.worker, ReservePart(screen.code, order.code))
    assert codes(workshop, reserved=True) == [screen.code]
    assert codes(workshop, reserved=False) == [ram.code]
    assert codes(workshop, states=frozenset({PartState.FITTED})) == []


def test_which_machines_got_memory_from_a_lot_is_one_question(workshop: Workshop) -> None:
    lot, other = make_lot(workshop), make_lot(workshop, "Kirjasto")
    donor, patient = make_device(workshop, lot=lot), make_device(workshop, lot=other)
    in_repair(workshop, donor)
    in_repair(workshop, patient)
    ram = workshop.desk.do(workshop.worker, TakePart(donor.code, "memory")).part
    spare = workshop.desk.do(workshop.worker, TakePart(donor.code, "memory", place="Laari 1")).part
    workshop.desk.do(workshop.worker, TakePart(donor.code, "screen"))
    workshop.desk.do(workshop.worker, TakePart(patient.code, "memory"))
    workshop.desk.do(workshop.worker, FitPart(ram.code, patient.code))
    found = queries.where(workshop.desk, workshop.worker, lot.code, ("muisti",))
    assert [(one.part.code, one.donor, one.part.device, one.part.place) for one in found] == [
        (ram.code, donor.code, patient.code, None),
        (spare.code, donor.code, None, "Laari 1"),
    ]
    assert found[0].device_name == "Lenovo ThinkPad T480"
    assert codes(workshop, lot=lot.code, types=frozenset({"memory"})) == [ram.code, spare.code]
    with pytest.raises(Refused, match="lot_unknown"):
        queries.where(workshop.desk, workshop.worker, donor.code)


def test_a_page_tells_where_a_part_was_and_what_happened(workshop: Workshop) -> None:
    device = make_device(workshop)
    order = in_repair(workshop, device)
    part = workshop.desk.do(workshop.worker, TakePart(device.code, "screen")).part
    workshop.desk.do(workshop.worker, FitPart(part.code, device.code))
    page = queries.page(workshop.desk, workshop.worker, part.code)
    assert [(one.device, one.fitted_order, one.taken_order) for one in page.stays] == [
        (device.code, None, order.code),
        (device.code, order.code, None),
    ]
    assert [one.key for one in page.history] == [
        "event.part.parts.taken",
        "event.part.parts.fitted",
    ]
    assert (page.line.donor, page.line.device, page.line.supplier) == (
        device.code,
        device.code,
        None,
    )


def test_figures_and_wants_tell_what_there_is(workshop: Workshop) -> None:
    ram = workshop.desk.do(workshop.worker, AddPart("memory", "Tukku")).part
    workshop.desk.do(workshop.worker, TestPart(ram.code, PartTest.PASSED))
    bad = workshop.desk.do(workshop.worker, AddPart("memory", "Tukku")).part
    workshop.desk.do(workshop.worker, TestPart(bad.code, PartTest.FAILED, "ei käynnisty"))
    workshop.desk.do(workshop.worker, WantPart("memory"))
    workshop.desk.do(workshop.worker, WantPart("screen", model="Latitude 5490"))
    memory, screen = sorted(
        queries.figures(workshop.desk, workshop.worker), key=lambda one: one.type
    )
    assert (memory.stock, memory.free, memory.passed, memory.failed, memory.wanted) == (
        2,
        2,
        1,
        1,
        1,
    )
    assert (screen.stock, screen.wanted) == (0, 1)
    first, second = queries.wants(workshop.desk, workshop.worker)
    assert first.answers == (ram.code,)
    assert second.answers == ()
    found = queries.wanted_for(workshop.desk, workshop.worker, "Dell Latitude 5490")
    assert [one.number for one in found] == [first.number, second.number]
    assert [
        one.number for one in queries.wanted_for(workshop.desk, workshop.worker, "EliteBook 840")
    ] == [first.number]


def test_the_search_finds_parts_by_code_number_and_serial(workshop: Workshop) -> None:
    device = make_device(workshop)
    order = in_repair(workshop, device)
    part = workshop.desk.do(
        workshop.worker,
        AddPart("memory", "Tukku", serial="HMA851-S6", specification="8 GB", place="Laari 7"),
    ).part
    for text in (part.code, short(part.code), "hma851", "HMA-851S6"):
        hits = search(workshop.desk, workshop.worker, text).hits
        (hit,) = [one for one in hits if one.kind is HitKind.PART]
        assert (hit.code, hit.station, hit.text) == (short(part.code), "parts", part.code)
        assert (hit.word, hit.place, hit.state) == (
            "part.type.memory",
            "Laari 7",
            "part.state.stock",
        )
    workshop.desk.do(workshop.worker, FitPart(part.code, order.code))
    found = finding.find(workshop.desk, workshop.worker, part.code)
    assert (found.by, found.device) == (finding.FoundBy.SPARE, device.code)
    assert queries.page(workshop.desk, workshop.worker, "hma851s6").line.code == part.code


def test_a_parts_label_is_reprinted_as_any_other(workshop: Workshop) -> None:
    part = workshop.desk.do(workshop.worker, AddPart("memory", "Tukku")).part
    job = workshop.desk.do(workshop.worker, ReprintLabel(part.code, "repesi"))
    with workshop.desk.database.reading() as work:
        found = work.labels.by_id(job)
    assert found is not None
    assert found.data["part_type"] == "part.type.memory"


def test_a_devices_card_shows_what_went_out_and_in(workshop: Workshop) -> None:
    device, other = make_device(workshop), make_device(workshop)
    in_repair(workshop, device)
    in_repair(workshop, other)
    taken = workshop.desk.do(
        workshop.worker, TakePart(device.code, "screen", specification='14"', place="Laari 1")
    ).part
    gone = workshop.desk.do(workshop.worker, TakePart(device.code, "fan")).part
    workshop.desk.do(workshop.worker, FitPart(gone.code, other.code))
    new = workshop.desk.do(workshop.worker, AddPart("screen", "Tukku")).part
    workshop.desk.do(workshop.worker, FitPart(new.code, device.code))
    shown = card(workshop.desk, workshop.worker, device.code)
    assert [(one.code, one.taken_at is None, one.now) for one in shown.parts] == [
        (taken.code, False, "Laari 1"),
        (gone.code, False, other.code),
        (new.code, True, ""),
    ]
    keys = [line.key for line in shown.timeline]
    assert keys[-3:] == [
        "event.part.parts.taken",
        "event.part.parts.taken",
        "event.part.parts.fitted",
    ]
