from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.domain.returning import Verdict
from serkut_desk.stations.labelling import label_of
from serkut_desk.stations.returns import queries
from serkut_desk.stations.returns.commands import TakeBack
from serkut_desk.texts import Texts
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from stations.returns.till import Till


def _sold(till: Till, number: int = 1) -> tuple[Device, str, str]:
    """Return a device that was certified and sold, its certificate, its handover."""
    device = till.clean(number)
    certificate = till.issue(device)[0].number
    handover = till.sell(device)
    till.workshop.clock.tick(days=30)
    return device, certificate, handover


def test_a_returned_device_is_behind_the_data_gate_with_a_label_that_says_so(till: Till) -> None:
    device, certificate, handover = _sold(till)
    before = till.entries()
    done = till.bring_back(device, "screen")
    assert till.entries() == before + 1
    assert done.number == "PAL-1"
    assert (done.handover, done.certificate) == (handover, certificate)
    assert (done.state, done.data_state) == (DeviceState.WAITING_WIPE, DataState.NOT_WIPED)
    assert done.in_warranty
    with till.workshop.desk.database.reading() as work:
        job = work.labels.by_id(done.label)
        assert job is not None
        assert job.replaces
        assert label_of(job.data, Texts("fi")).framed == "PALAUTETTU \N{EN DASH} TYHJENNÄ UUDELLEEN"
        paper = work.certificates.by_code(certificate)
        assert paper is not None
        assert (paper.state, paper.reason) == ("revoked", "returned")
        assert work.returns.sold(device.id) is None
        entry = work.journal.about(device.code)[-1]
    assert entry.tag == Tag.DEVICE_RETURNED
    body = json.loads(entry.body)
    assert {"PAL-1", handover, certificate} <= set(body["subjects"])
    assert body["fault"] == "screen"
    assert till.workshop.desk.database.check_records() == ()


def test_after_a_new_proof_the_label_says_wiped_again(till: Till) -> None:
    device, _, _ = _sold(till)
    till.bring_back(device)
    till.workshop.clock.tick(hours=1)
    begin = local(till.workshop.clock.now()).replace(tzinfo=None)
    till.bring(log(Drive("WD-WX61AA810001"), host="PF2ABC01", begin=begin))
    approved = till.approve(device)
    with till.workshop.desk.database.reading() as work:
        job = work.labels.by_id(approved.labels[0])
    assert job is not None
    assert label_of(job.data, Texts("fi")).framed == "TYHJENNETTY"


def test_a_monitor_gets_its_word_and_waits_for_grading(till: Till) -> None:
    device = till.device("MO1", type="monitor")
    till.sell(device)
    done = till.bring_back(device)
    assert done.state is DeviceState.WAITING_GRADE
    with till.workshop.desk.database.reading() as work:
        job = work.labels.by_id(done.label)
    assert job is not None
    assert label_of(job.data, Texts("fi")).framed == "PALAUTETTU"


def test_twice_is_refused(till: Till) -> None:
    device, _, _ = _sold(till)
    till.bring_back(device)
    before = till.entries()
    with pytest.raises(Refused, match="return_already") as why:
        till.bring_back(device)
    assert why.value.facts["number"] == "PAL-1"
    assert till.entries() == before


def test_what_has_not_left_does_not_come_back(till: Till) -> None:
    device = till.clean()
    with pytest.raises(Refused, match="not_left"):
        till.bring_back(device)


def test_what_left_before_this_program_is_taken_in_as_new(till: Till) -> None:
    device = till.clean()
    with till.workshop.desk.database.work(till.boss.person) as work:
        work.devices.change(device.id, state=DeviceState.LEFT.value, in_house=False)
        work.commit()
    with pytest.raises(Refused, match="return_sale_unknown"):
        till.bring_back(device)
    with pytest.raises(Refused, match="return_sale_unknown"):
        queries.look(till.workshop.desk, till.boss, device.code)


def test_it_can_be_sold_and_come_back_again(till: Till) -> None:
    device, _, first = _sold(till)
    till.bring_back(device)
    second = till.sell(device)
    done = till.bring_back(device)
    assert (done.number, done.handover) == ("PAL-2", second)
    assert first != second


@pytest.mark.parametrize("text", ["serial", "code", "receipt", "lower", "number"])
def test_every_code_finds_it(till: Till, text: str) -> None:
    device, _, handover = _sold(till)
    texts = {"serial": device.serial, "code": device.code, "receipt": handover, "number": "ku 1"}
    done = till.bring_back(texts.get(text, device.code.lower()))
    assert done.device == device.code


def test_a_receipt_with_several_devices_asks_which(till: Till) -> None:
    one, other = till.clean(1), till.clean(2)
    handover = till.sell(one, other)
    with pytest.raises(Refused, match="return_several"):
        till.bring_back(handover)
    looked = queries.look(till.workshop.desk, till.boss, handover)
    assert {sale.device for sale in looked.sales} == {one.code, other.code}
    till.bring_back(one)
    assert till.bring_back(handover).device == other.code
    with pytest.raises(Refused, match="return_receipt_empty"):
        till.bring_back(handover)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LU0000099907", "return_receipt_unknown"),
        ("NOTHING-AT-ALL", "return_device_unknown"),
        ("KU-7", "return_device_unknown"),
    ],
)
def test_what_nobody_knows_is_refused(till: Till, text: str, code: str) -> None:
    from serkut_desk.domain.codes import CodeKind, make_code  # noqa: PLC0415 - for one case

    wanted = make_code(CodeKind.HANDOVER, 999) if text.startswith("LU") else text
    with pytest.raises(Refused, match=code):
        till.bring_back(wanted)


def test_a_fault_is_one_of_the_list(till: Till) -> None:
    device, _, _ = _sold(till)
    with pytest.raises(Misused, match="fault_unknown"):
        till.bring_back(device, "ghost")


@pytest.mark.parametrize(
    "note", ["soita 040 123 4567", "matti@esimerkki.fi", "+358 50 1234567", "09-310 1691"]
)
def test_a_note_about_a_person_is_refused(till: Till, note: str) -> None:
    device, _, _ = _sold(till)
    with pytest.raises(Refused, match="note_names_person"):
        till.bring_back(device, note=note)
    assert till.look(device).state is DeviceState.LEFT


def test_a_note_stays_out_of_the_journal(till: Till) -> None:
    device, _, _ = _sold(till)
    till.bring_back(device, note="vilkkuu 5 min jälkeen, malli 14-X1 2026")
    with till.workshop.desk.database.reading() as work:
        assert work.returns.open()[0].fault_note.startswith("vilkkuu")
        assert "vilkkuu" not in work.journal.about(device.code)[-1].body


def test_it_is_put_to_a_place(till: Till) -> None:
    device, _, _ = _sold(till)
    with till.workshop.desk.database.work(till.boss.person) as work:
        place = work.places.make("Palautushylly")
        work.commit()
    with pytest.raises(Refused, match="place_unknown"):
        till.bring_back(device, place="ei mikään")
    till.bring_back(device, place=place.code)
    view = queries.open_returns(till.workshop.desk, till.boss)[0]
    assert view.place == "Palautushylly"


@pytest.mark.parametrize(
    ("days", "fault", "covered"),
    [(30, "screen", True), (30, "damaged", False), (30, "unwanted", False), (366, "screen", False)],
)
def test_the_warranty_decides_by_day_and_fault(
    till: Till, days: int, fault: str, *, covered: bool
) -> None:
    device = till.clean()
    till.sell(device, months=12)
    till.workshop.clock.tick(days=days)
    assert till.bring_back(device, fault).in_warranty is covered


def test_the_day_is_the_finnish_one(till: Till) -> None:
    device = till.clean()
    # 22.30 in UTC is half past midnight of the next day here.
    till.workshop.clock.tick(hours=15, minutes=30)
    till.sell(device, months=1)
    sale = queries.look(till.workshop.desk, till.boss, device.code).sales[0]
    assert f"{sale.warranty.handed_on}" == "2026-11-24"
    assert f"{sale.warranty.until}" == "2026-12-24"
    assert sale.warranty.verdict(None) is Verdict.WITHIN


def test_a_maker_takes_nothing_back(till: Till) -> None:
    device, _, _ = _sold(till)
    with pytest.raises(Refused, match="not_permitted"):
        till.workshop.desk.do(till.worker, TakeBack(device.code, "screen"))
    with pytest.raises(Refused, match="not_permitted"):
        queries.open_returns(till.workshop.desk, till.worker)


def test_it_can_not_leave_without_a_new_proof(till: Till) -> None:
    device, _, _ = _sold(till)
    till.bring_back(device)
    answer = may(Action.HAND_OVER, till.look(device).facts)
    assert isinstance(answer, NotAllowed)
    assert "medium_not_wiped" in {lack.code.value for lack in answer.missing}


def test_an_open_return_is_what_a_scan_shows(till: Till) -> None:
    device, _, _ = _sold(till)
    till.bring_back(device, "battery")
    looked = queries.look(till.workshop.desk, till.boss, device.code)
    assert looked.open is not None
    assert (looked.open.number, looked.open.fault, looked.sales) == ("PAL-1", "battery", ())
