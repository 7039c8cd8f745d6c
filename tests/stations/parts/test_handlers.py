"""Parts into the stock, out of devices, into devices; what is refused leaves nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_device, make_lot
from on_bench import close_order, in_repair
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.parts import PartState, PartTest
from serkut_desk.stations import part_wants
from serkut_desk.stations.labelling import label_of
from serkut_desk.stations.parts.commands import (
    AddPart,
    ChangePart,
    CloseWant,
    FitPart,
    FoundPart,
    FreePart,
    LabelPart,
    MissingPart,
    MoveParts,
    PricePart,
    ReservePart,
    TakePart,
    TestPart,
    WantPart,
)
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.people import Session
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.handling import Command


def refused(workshop: Workshop, command: Command[Any], by: Session | None = None) -> str:
    """Return why a command is refused; nothing changed."""
    with workshop.desk.database.reading() as work:
        before = work.journal.head()
    with pytest.raises(KnownFailure) as failure:
        workshop.desk.do(by or workshop.worker, command)
    with workshop.desk.database.reading() as work:
        assert work.journal.head() == before
    return failure.value.code


def entries(workshop: Workshop, subject: str) -> list[tuple[str, dict[str, Any]]]:
    with workshop.desk.database.reading() as work:
        return [(one.tag, json.loads(one.body)) for one in work.journal.about(subject)]


def bought(workshop: Workshop, kind: str = "memory", **more: Any) -> Part:
    return workshop.desk.do(workshop.worker, AddPart(kind, "Osatukku Oy", **more)).part


def test_a_bought_part_gets_a_code_a_label_and_its_supplier(workshop: Workshop) -> None:
    done = workshop.desk.do(
        workshop.worker,
        AddPart(
            "muistikampa",
            "Osatukku Oy",
            specification="8 GB DDR4",
            fits=(("Lenovo", "ThinkPad T480"), ("", "lenovo thinkpad t-480")),
            cost_cents=1500,
            weight_g=18,
            place="Osalaari 7",
        ),
    )
    part = done.part
    assert (part.type, part.state, part.cost_cents, part.weight_g) == ("memory", "stock", 1500, 18)
    with workshop.desk.database.reading() as work:
        job = work.labels.of_code(part.code)[0]
        told = work.parts.fits.of_part(part.id)
        place = work.places.of_id(part.place_id)
    assert job.id == done.label
    assert job.data["fits"] == "ThinkPad T480"
    assert [one.model_key for one in told] == ["THINKPADT480"]
    assert place is not None
    assert place.name == "Osalaari 7"
    ((tag, body),) = entries(workshop, part.code)
    assert tag == "part:parts:made"
    assert (body["supplier"], body["cost"], body["place"]) == ("Osatukku Oy", 1500, place.code)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AddPart("storage", "Tukku"), "part_stores_data"),
        (AddPart("SSD", "Tukku"), "part_stores_data"),
        (AddPart("lentokone", "Tukku"), "part_type_unknown"),
        (AddPart("memory", ""), "text_missing"),
        (AddPart("memory", "Tukku", cost_cents=-1), "part_price"),
        (AddPart("memory", "Tukku", weight_g=-1), "part_weight"),
        (MoveParts((), "Hylly"), "parts_missing"),
        (MoveParts(("OS0000000196",), "Hylly"), "part_unknown"),
        (CloseWant(7), "want_unknown"),
    ],
)
def test_what_makes_no_sense_is_refused(
    workshop: Workshop, command: Command[Any], code: str
) -> None:
    assert refused(workshop, command) == code


def test_a_part_moves_from_one_machine_into_another_and_both_say_so(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    donor, patient = make_device(workshop, lot=lot), make_device(workshop, lot=lot)
    first, second = in_repair(workshop, donor), in_repair(workshop, patient)
    part = workshop.desk.do(
        workshop.worker,
        TakePart(donor.code, "screen", specification='14" FHD', weight_g=340, place="Laari 7"),
    ).part
    done = workshop.desk.do(workshop.worker, FitPart(part.code, patient.code))
    assert (done.part.state, done.part.device_id, done.part.place_id) == (
        "fitted",
        patient.id,
        None,
    )
    assert done.fits is True
    with workshop.desk.database.reading() as work:
        stays = work.parts.stays.of_part(part.id)
        heads = {one.seq: one for one in work.journal.about(part.code)}
    came, went = stays
    assert (came.device_id, came.fitted_at, came.taken_order_id) == (donor.id, None, first.id)
    assert (went.device_id, went.taken_at, went.fitted_order_id) == (patient.id, None, second.id)
    assert heads[came.taken_seq or 0].tag == "part:parts:taken"
    assert heads[went.fitted_seq or 0].tag == "part:parts:fitted"
    for device, tag in ((donor, "part:parts:taken"), (patient, "part:parts:fitted")):
        told = [body["part"] for found, body in entries(workshop, device.code) if found == tag]
        assert told == [part.code]


def test_what_was_fitted_keeps_its_code_when_it_comes_out_again(workshop: Workshop) -> None:
    device = make_device(workshop)
    order = in_repair(workshop, device)
    part = bought(workshop)
    workshop.desk.do(workshop.worker, FitPart(part.code, order.code))
    other = make_device(workshop)
    in_repair(workshop, other)
    assert refused(workshop, TakePart(other.code, part=part.code)) == "part_elsewhere"
    again = workshop.desk.do(
        workshop.worker, TakePart(device.code, part=part.code, place="Laari 7")
    )
    assert (again.part.code, again.part.state, again.label) == (part.code, "stock", None)
    with workshop.desk.database.reading() as work:
        (stay,) = work.parts.stays.of_part(part.id)
        assert len(work.labels.of_code(part.code)) == 1
    assert stay.fitted_at is not None
    assert stay.taken_at is not None
    assert refused(workshop, TakePart(device.code, part=part.code)) == "part_in_stock"


def test_nothing_comes_out_of_a_device_that_nobody_works_on(workshop: Workshop) -> None:
    device = make_device(workshop)
    assert refused(workshop, TakePart(device.code, "memory")) == "not_on_bench"
    order = in_repair(workshop, device)
    part = bought(workshop)
    close_order(workshop, order)
    assert refused(workshop, FitPart(part.code, order.code)) == "no_work_order"
    assert refused(workshop, FitPart(part.code, device.code)) == "no_work_order"
    assert refused(workshop, TakePart(device.code, "memory")) == "not_on_bench"


def test_a_battery_needs_its_permission_and_a_medium_its_own_way(workshop: Workshop) -> None:
    device = make_device(workshop)
    in_repair(workshop, device)
    assert refused(workshop, TakePart(device.code, "battery")) == "not_permitted"
    assert refused(workshop, TakePart(device.code, "storage")) == "part_is_medium"
    done = workshop.desk.do(workshop.first, TakePart(device.code, "akku"))
    assert done.part.type == "battery"


def test_a_part_is_kept_for_one_order_only(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    one, two = (in_repair(workshop, make_device(workshop, lot=lot)) for _ in range(2))
    part = bought(workshop)
    workshop.desk.do(workshop.worker, ReservePart(part.code, one.code))
    assert refused(workshop, ReservePart(part.code, one.code)) == "part_reserved_here"
    assert refused(workshop, ReservePart(part.code, two.code)) == "part_reserved_elsewhere"
    assert refused(workshop, FitPart(part.code, two.code)) == "part_reserved_elsewhere"
    workshop.desk.do(workshop.worker, FreePart(part.code))
    assert refused(workshop, FreePart(part.code)) == "part_not_reserved"
    done = workshop.desk.do(workshop.worker, FitPart(part.code, two.code))
    assert done.part.reserved_id is None
    close_order(workshop, one)
    other = bought(workshop)
    assert refused(workshop, ReservePart(other.code, one.code)) == "part_order_closed"


def test_what_failed_its_test_is_not_fitted(workshop: Workshop) -> None:
    order = in_repair(workshop, make_device(workshop))
    part = bought(workshop)
    failed = TestPart(part.code, PartTest.FAILED, "memtest: virheitä")
    assert refused(workshop, TestPart(part.code, PartTest.FAILED)) == "text_missing"
    done = workshop.desk.do(workshop.worker, failed)
    assert done.part.test_note == "memtest: virheitä"
    assert done.label is not None
    assert refused(workshop, FitPart(part.code, order.code)) == "part_failed_test"
    assert refused(workshop, ReservePart(part.code, order.code)) == "part_failed_test"
    done = workshop.desk.do(workshop.worker, TestPart(part.code, PartTest.PASSED))
    assert (done.part.test, done.part.tested_by) == ("passed", workshop.worker.person)
    workshop.desk.do(workshop.worker, FitPart(part.code, order.code))


def test_a_want_is_answered_by_what_fits_and_closed_by_fitting(workshop: Workshop) -> None:
    device = make_device(workshop, model="ThinkPad T480")
    order = in_repair(workshop, device)
    want = workshop.desk.do(workshop.worker, WantPart("screen", order=device.code))
    assert (want.want.model_key, want.answers) == ("THINKPADT480", ())
    other = bought(workshop, "screen", fits=(("Dell", "Latitude 5490"),))
    done = workshop.desk.do(
        workshop.worker, AddPart("screen", "Tukku", fits=(("", "Lenovo ThinkPad T-480"),))
    )
    assert done.wanted == (want.want.id,)
    again = workshop.desk.do(workshop.worker, WantPart("screen", model="thinkpad t480"))
    assert again.answers == (done.part.code,)
    workshop.desk.do(workshop.worker, FitPart(done.part.code, order.code))
    with workshop.desk.database.reading() as work:
        (open_one,) = work.parts.wants.open_ones()
        closed = work.parts.wants.by_id(want.want.id)
    assert open_one.id == again.want.id
    assert closed is not None
    assert closed.part_id == done.part.id
    assert refused(workshop, CloseWant(want.want.id)) == "want_closed"
    memory = bought(workshop)
    assert refused(workshop, CloseWant(again.want.id, memory.code)) == "part_other_type"
    workshop.desk.do(workshop.worker, CloseWant(again.want.id, other.code))


def test_the_part_that_is_replaced_answers_nothing(workshop: Workshop) -> None:
    device, other = (make_device(workshop, model="ThinkPad T480") for _ in range(2))
    in_repair(workshop, device)
    in_repair(workshop, other)
    want = workshop.desk.do(workshop.worker, WantPart("screen", order=device.code)).want
    broken = workshop.desk.do(workshop.worker, TakePart(device.code, "screen"))
    assert broken.wanted == ()
    with workshop.desk.database.reading() as work:
        assert part_wants.answers_to(work, want) == ()
    good = workshop.desk.do(workshop.worker, TakePart(other.code, "screen"))
    assert good.wanted == (want.id,)
    with workshop.desk.database.reading() as work:
        assert part_wants.answers_to(work, want) == (good.part,)


def test_a_price_is_the_supervisors(workshop: Workshop) -> None:
    part = bought(workshop)
    assert refused(workshop, PricePart(part.code, 2500)) == "not_permitted"
    assert refused(workshop, PricePart(part.code, -1), workshop.first) == "part_price"
    assert refused(workshop, PricePart(part.code, None), workshop.first) == "nothing_to_change"
    done = workshop.desk.do(workshop.first, PricePart(part.code, 2500))
    assert done.part.price_cents == 2500
    assert done.label is None
    done = workshop.desk.do(
        workshop.worker, ChangePart(part.code, specification="16 GB", fits=(("HP", "840 G5"),))
    )
    assert (done.part.specification, done.part.price_cents) == ("16 GB", 2500)
    assert done.label is not None
    assert refused(workshop, ChangePart(part.code, specification="16 GB")) == "nothing_to_change"
    assert refused(workshop, ChangePart(part.code, type="storage")) == "part_stores_data"
    changed = entries(workshop, part.code)[-1][1]["changed"]
    assert changed == {"specification": ["", "16 GB"], "fits": [[], [["HP", "840 G5"]]]}


def test_parts_move_several_at_once_and_only_from_the_stock(workshop: Workshop) -> None:
    parts = [bought(workshop) for _ in range(3)]
    codes = tuple(part.code for part in parts)
    done = workshop.desk.do(workshop.worker, MoveParts((*codes, codes[0]), "Laari 9"))
    assert done.parts == codes
    assert done.made
    assert workshop.desk.do(workshop.worker, MoveParts(codes, "Laari 9")).parts == ()
    order = in_repair(workshop, make_device(workshop))
    workshop.desk.do(workshop.worker, FitPart(codes[0], order.code))
    assert refused(workshop, MoveParts(codes, "Laari 8")) == "part_is_fitted"


def test_a_missing_part_is_found_again(workshop: Workshop) -> None:
    part = bought(workshop, place="Laari 1")
    assert refused(workshop, MissingPart(part.code, "")) == "text_missing"
    gone = workshop.desk.do(workshop.worker, MissingPart(part.code, "Ei laarissa"))
    assert (gone.part.state, gone.part.place_id) == (PartState.MISSING, None)
    assert refused(workshop, MoveParts((part.code,), "Laari 2")) == "part_is_missing"
    back = workshop.desk.do(workshop.worker, FoundPart(part.code, "Laari 2"))
    assert back.part.state == PartState.STOCK
    assert refused(workshop, FoundPart(part.code, "Laari 2")) == "part_in_stock"


def test_the_label_is_printed_again_on_request(workshop: Workshop) -> None:
    part = bought(workshop)
    done = workshop.desk.do(workshop.worker, LabelPart(part.code))
    with workshop.desk.database.reading() as work:
        jobs = work.labels.of_code(part.code)
    assert [job.id for job in jobs][-1] == done.label
    assert jobs[-1].replaces


def test_a_label_names_one_model_and_how_many_more(workshop: Workshop) -> None:
    part = bought(workshop, fits=(("", "T480"), ("", "T470"), ("", "T490")))
    with workshop.desk.database.reading() as work:
        (job,) = work.labels.of_code(part.code)
    shown = label_of(job.data, Texts("fi"))
    assert (shown.serial, shown.framed, shown.line) == ("Sopii: T480 +2", "EI TESTATTU", "Muisti")
