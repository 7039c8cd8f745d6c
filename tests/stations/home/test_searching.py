"""One text finds whatever has a name or a number, as far as who asks may know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot, make_medium
from on_bench import in_repair
from serkut_desk.domain.codes import CodeKind, short
from serkut_desk.stations.finding import FoundBy, find
from serkut_desk.stations.home.queries import HitKind, search

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.home.queries import Hit


def hits(workshop: Workshop, text: str, session: Session | None = None) -> list[Hit]:
    """Return what a text names for the maker, or for somebody else."""
    return list(search(workshop.desk, session or workshop.worker, text).hits)


def kinds(workshop: Workshop, text: str, session: Session | None = None) -> list[str]:
    """Return the kinds of what was found."""
    return [hit.kind.value for hit in hits(workshop, text, session)]


def insert_handover(workshop: Workshop, **values: object) -> str:
    """Make a handover and a receipt with the number 17 straight in the records."""
    now = workshop.clock.now()
    with workshop.desk.database.work(workshop.first.person) as work:
        code = work.house.next_code(CodeKind.HANDOVER)
        row_id = work.handovers.add(
            code=code,
            channel="sale",
            state="open",
            terms={},
            receiver="Ostaja Oy",
            opened_at=now,
            opened_by=workshop.first.person,
            payment_reference="",
            rules={},
            seq=1,
        )
        work.papers.add(
            kind="receipt",
            series="KU",
            number=17,
            title="Kuitti",
            handover_id=row_id,
            issued_at=now,
            issued_by=workshop.first.person,
            language="fi",
            sha256="0" * 64,
            anchor_seq=1,
            anchor_hash="0" * 64,
            content={},
            **values,
        )
        work.commit()
    return code


@pytest.mark.parametrize("text", ["pf2abc12", "PF 2A BC12", "thinkpad", "bc12", "hki-10442"])
def test_devices_are_found_as_by_their_own_search(workshop: Workshop, text: str) -> None:
    made = make_device(workshop, serial="PF2ABC12", inventory="HKI-10442")
    (hit,) = hits(workshop, text)
    assert (hit.kind, hit.code, hit.text) == (HitKind.DEVICE, short(made.code), made.code)
    assert (hit.station, hit.state) == ("devices", "state.received")


def test_a_whole_code_names_exactly_that(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    device = make_device(workshop, lot=lot)
    found = search(workshop.desk, workshop.worker, lot.code)
    assert found.sure
    assert [(hit.kind, hit.text, hit.station) for hit in found.hits] == [
        (HitKind.LOT, lot.code, "intake")
    ]
    assert search(workshop.desk, workshop.worker, short(device.code)).sure


def test_a_number_from_a_label_comes_first(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    made = [make_device(workshop, lot=lot, serial=f"XX{number}12YY") for number in range(3)]
    with workshop.desk.database.work() as work:
        work.devices.correct(made[0].id, serial="9912Z")
        work.commit()
    found = hits(workshop, "02")
    assert next(hit.text for hit in found if hit.kind is HitKind.DEVICE) == made[1].code


def test_a_medium_is_found_by_the_beginning_of_its_serial(workshop: Workshop) -> None:
    device = make_device(workshop)
    make_medium(workshop, device, serial="S4EVNF0M123456")
    (hit,) = [one for one in hits(workshop, "s4ev") if one.kind is HitKind.MEDIUM]
    assert (hit.code, hit.text, hit.device) == ("S4EVNF0M123456", device.code, device.code)
    assert hit.state == "medium_state.not_wiped"


def test_lots_and_places_are_found_by_part_of_a_name(workshop: Workshop) -> None:
    make_lot(workshop, sender="Vuosaaren kirjasto")
    with workshop.desk.database.work(workshop.first.person) as work:
        work.places.make("Kirjastohylly 4")
        work.commit()
    assert kinds(workshop, "kirjasto") == ["lot", "place"]
    assert kinds(workshop, "VUOSAAREN K") == ["lot"]


@pytest.mark.parametrize("text", ["KU-17", "ku17", "ku 17", "17"])
def test_papers_are_found_by_number(workshop: Workshop, text: str) -> None:
    code = insert_handover(workshop)
    (hit,) = [one for one in hits(workshop, text, workshop.first) if one.kind is HitKind.PAPER]
    assert (hit.code, hit.name, hit.station, hit.text) == ("KU-17", "Kuitti", "handover", code)


def test_a_handover_never_says_to_whom(workshop: Workshop) -> None:
    code = insert_handover(workshop)
    (hit,) = hits(workshop, code, workshop.first)
    assert (hit.kind, hit.state) == (HitKind.HANDOVER, "found.handover.open")
    assert "Ostaja" not in str(hit)
    assert hits(workshop, "Ostaja", workshop.first) == []


def test_makers_find_no_handovers_papers_or_people(workshop: Workshop) -> None:
    code = insert_handover(workshop)
    for text in (code, "KU-17", "T01", workshop.other.person, "Nimi 1"):
        assert hits(workshop, text) == []
    (person,) = hits(workshop, "Nimi 1", workshop.first)
    assert (person.kind, person.code, person.state) == (HitKind.PERSON, "T01", "role.supervisor")
    assert kinds(workshop, workshop.other.person, workshop.first) == ["person"]


@pytest.mark.parametrize("text", ["", " ", "x", "%", "__", "\0\0", "a" * 5000, "'; --", "zz%zz"])
def test_anything_may_be_asked(workshop: Workshop, text: str) -> None:
    make_device(workshop)
    with workshop.desk.database.work(workshop.first.person) as work:
        work.places.make("Hylly 1")
        work.commit()
    assert hits(workshop, text) == []


def test_signs_of_patterns_stand_for_themselves(workshop: Workshop) -> None:
    with workshop.desk.database.work(workshop.first.person) as work:
        work.places.make("50 % hylly")
        work.places.make("Kaappi_2")
        work.commit()
    assert [hit.code for hit in hits(workshop, "50 %")] == ["50 % hylly"]
    assert [hit.code for hit in hits(workshop, "i_2")] == ["Kaappi_2"]


def test_a_work_order_is_found_by_its_code_and_leads_to_the_bench(workshop: Workshop) -> None:
    device = make_device(workshop)
    order = in_repair(workshop, device).code
    (hit,) = hits(workshop, order)
    assert (hit.kind, hit.code, hit.station, hit.text) == (
        HitKind.ORDER,
        short(order),
        "repair",
        order,
    )
    assert (hit.state, hit.device) == ("order_state.in_work", device.code)
    found = find(workshop.desk, workshop.worker, order)
    assert (found.by, [line.code for line in found.devices]) == (FoundBy.ORDER, [device.code])
