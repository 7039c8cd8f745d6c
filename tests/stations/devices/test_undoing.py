from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot, make_medium, make_run
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.undo import STAYING, UNDO_TABLE
from serkut_desk.stations import arrival_undo, facts, labelling, part_undo
from serkut_desk.stations.devices import queries, undoing
from serkut_desk.stations.devices.commands import (
    CorrectDevice,
    MoveDevices,
    ReportMixup,
    UndoLast,
)
from serkut_desk.stations.labels.commands import ReprintLabel
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device


def _device(workshop: Workshop, device: Device) -> Device:
    with workshop.desk.database.reading() as work:
        return work.devices.by_id(device.id)


def _undo(workshop: Workshop) -> Tag:
    return workshop.desk.do(workshop.worker, UndoLast()).tag


def test_every_row_of_the_table_can_be_carried_out() -> None:
    others = part_undo.TAGS | arrival_undo.TAGS
    assert set(undoing._UNDO) | others == set(UNDO_TABLE) == set(undoing._ACTIONS) | others


def test_nothing_older_is_undone_past_ones_own_act_that_stays(workshop: Workshop) -> None:
    older, wrong = make_device(workshop), make_device(workshop)
    workshop.desk.do(workshop.worker, ReportMixup(wrong.code))
    with pytest.raises(Refused, match="undo_mixup"):
        _undo(workshop)
    workshop.desk.do(workshop.worker, MoveDevices((older.code,), "Hylly 1"))
    assert _undo(workshop) is Tag.DEVICE_MOVED
    with pytest.raises(Refused, match="undo_mixup"):
        _undo(workshop)
    assert _device(workshop, older).state == _device(workshop, wrong).state
    workshop.desk.do(workshop.worker, ReprintLabel(older.code, "rikki"))
    with pytest.raises(Refused, match="undo_label"):
        _undo(workshop)


def test_every_act_that_stays_says_so_in_every_language() -> None:
    assert not set(STAYING) & set(UNDO_TABLE)
    for language in ("fi", "en"):
        for code in STAYING.values():
            assert all(Texts(language).failure(Refused(code)).values())


def test_an_undone_receipt_lets_the_same_serial_be_received_again(workshop: Workshop) -> None:
    lot = make_lot(workshop)
    device = make_device(workshop, lot=lot, serial="PF2ABC12")
    with workshop.desk.database.work() as work:
        work.lots.lines.add(
            lot_id=lot.id,
            row=2,
            manufacturer="Lenovo",
            model="",
            serial="PF2ABC12",
            serial_key="PF2ABC12",
            inventory="",
            inventory_key="",
            imei="",
            quantity=1,
            problems=[],
            notes=[],
            device_id=device.id,
        )
        gathered = facts.gather(work, device, workshop.clock.now())
        labelling.queue_at_receipt(
            work, gathered, roll=False, by=workshop.worker.person, at=workshop.clock.now()
        )
        work.commit()
    assert _undo(workshop) is Tag.DEVICE_RECEIVED
    card = queries.card(workshop.desk, workshop.worker, device.code)
    assert (card.state, card.in_house) == (DeviceState.WITHDRAWN, False)
    assert [label.state for label in card.labels] == ["cancelled"]
    with workshop.desk.database.reading() as work:
        assert [line.device_id for line in work.lots.lines.all()] == [None]
    assert make_device(workshop, lot=lot, serial="PF2ABC12").code != device.code


def test_two_undos_in_a_row_go_back_step_by_step(workshop: Workshop) -> None:
    device = make_device(workshop)
    for name in ("Hylly 1", "Hylly 2"):
        workshop.desk.do(workshop.worker, MoveDevices((device.code,), name))
    places = {line.name: line.devices for line in queries.places(workshop.desk, workshop.worker)}
    assert places == {"Hylly 1": 0, "Hylly 2": 1}
    assert _undo(workshop) is Tag.DEVICE_MOVED
    assert queries.card(workshop.desk, workshop.worker, device.code).place == "Hylly 1"
    assert _undo(workshop) is Tag.DEVICE_MOVED
    assert queries.card(workshop.desk, workshop.worker, device.code).place is None
    assert _undo(workshop) is Tag.DEVICE_RECEIVED
    with pytest.raises(Refused, match="nothing_to_undo"):
        _undo(workshop)


def test_what_was_done_after_an_undo_is_undone_next(workshop: Workshop) -> None:
    device = make_device(workshop)
    workshop.desk.do(workshop.worker, MoveDevices((device.code,), "Hylly 1"))
    _undo(workshop)
    workshop.desk.do(workshop.worker, MoveDevices((device.code,), "Hylly 2"))
    assert _undo(workshop) is Tag.DEVICE_MOVED
    assert _undo(workshop) is Tag.DEVICE_RECEIVED


def test_a_move_of_many_is_undone_whole_or_not_at_all(workshop: Workshop) -> None:
    one, two = make_device(workshop), make_device(workshop)
    workshop.desk.do(workshop.worker, MoveDevices((one.code, two.code), "Hylly 1"))
    correction = CorrectDevice(two.code, "luettu väärin", model="T490")
    workshop.desk.do(workshop.first, correction)
    with pytest.raises(Refused, match="touched_since"):
        _undo(workshop)
    assert _device(workshop, one).place_id is not None


def test_a_declaration_is_undone_with_its_state(workshop: Workshop) -> None:
    device = make_device(workshop)
    make_medium(workshop, device)
    assert _device(workshop, device).state == "waiting_wipe"
    assert _undo(workshop) is Tag.MEDIUM_DECLARED
    assert _device(workshop, device).state == "received"
    assert queries.card(workshop.desk, workshop.worker, device.code).media == ()


def test_evidence_stops_the_undo_of_what_it_rests_on(workshop: Workshop) -> None:
    make_run(workshop, make_medium(workshop, make_device(workshop)))
    with pytest.raises(Refused, match="not_last_action"):
        _undo(workshop)


def test_none_inside_is_taken_back_by_who_said_it(workshop: Workshop) -> None:
    device = make_device(workshop, type="printer", by=workshop.first.person)
    for person in (workshop.first.person, workshop.worker.person):
        with workshop.desk.database.work(person) as work:
            second = person if person == workshop.worker.person else None
            work.media.state_none(
                device.id,
                how="opened",
                by=workshop.first.person,
                second=second,
                at=workshop.clock.now(),
            )
            facts.refresh(work, device.id, workshop.clock.now())
            head = work.journal.append(Tag.MEDIA_NONE, device.code)
            work.devices.touch(device.id, head.seq, person)
            work.commit()
    assert _device(workshop, device).state == "waiting_grade"
    assert _undo(workshop) is Tag.MEDIA_NONE
    with workshop.desk.database.reading() as work:
        assert work.media.stated_by(device.id) == (workshop.first.person,)
    assert _device(workshop, device).state == "received"


def test_only_ones_own_work_of_today(workshop: Workshop) -> None:
    make_device(workshop, by=workshop.first.person)
    with pytest.raises(Refused, match="nothing_to_undo"):
        _undo(workshop)
    make_device(workshop)
    workshop.clock.tick(hours=24)
    with pytest.raises(Refused, match="nothing_to_undo"):
        _undo(workshop)
