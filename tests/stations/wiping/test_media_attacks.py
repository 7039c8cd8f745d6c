"""Attacks on media that move: past the program, by old reports, by what happens to the others."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.data_state import DataState, MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, ends_proof
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.queues import Queue
from serkut_desk.records.record_check import check_records
from serkut_desk.records.reports import lot_devices
from serkut_desk.stations import facts
from serkut_desk.stations.certificates.commands import RevokeCertificate
from serkut_desk.stations.certificates.queries import ready
from serkut_desk.stations.coming_back import reopen
from serkut_desk.stations.devices.card import card
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.handling import Task
from serkut_desk.stations.queues import waiting
from serkut_desk.stations.returns.commands import KeepMedium
from serkut_desk.stations.wiping import queries as wiping
from serkut_desk.stations.wiping.commands import (
    DestroyMedia,
    FitMedium,
    RemoveMedium,
    SetAsideRun,
    WithdrawApproval,
)
from serkut_desk.stations.wiping.second_eyes import second_eyes
from stations.wiping.logs import BEGIN, Drive, log
from stations.wiping.shop import SERIAL

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork
    from stations.wiping.loose import Bench


def test_the_gate_asks_the_journal_too(bench: Bench) -> None:
    device = bench.clean()
    medium = bench.out(device)
    with bench.workshop.desk.database.work("program") as work:
        (approval,) = work.approvals.of_device(device.id)
        work.approvals.change(approval.id, approved_by="HK0000000999")
        work.journal.append(Tag.SETTING_CHANGED, "test")
        work.commit()
    with pytest.raises(Refused, match="approval_unproven"):
        bench.stock(medium)


def test_a_persons_reason_is_not_the_programs_word(bench: Bench) -> None:
    device = bench.clean()
    medium = bench.out(device)
    bench.workshop.desk.do(bench.other, WithdrawApproval(device.code, "used"))
    assert bench.again(medium).state == MediumState.UNAPPROVED
    with pytest.raises(Refused, match="medium_unapproved"):
        bench.stock(medium)


def test_a_move_past_the_program_is_found(bench: Bench) -> None:
    first, second, medium = bench.moved()
    assert bench.findings() == ()
    changes: tuple[dict[str, object], ...] = (
        {"device_id": first.id},
        {"held": {}},
        {"left_by": "HK0000000999"},
    )
    for change in changes:
        with bench.workshop.desk.database.work("program") as work:
            (stay,) = work.media.stays.all()
            if "device_id" in change:
                work.media.change(medium.id, **change)
            else:
                work.media.stays.change(stay.id, **change)
            assert _wrong(work), change
    assert bench.findings() == ()
    assert second.id


def _wrong(work: UnitOfWork) -> set[str | None]:
    return {one.about for one in check_records(work.connection)}


def test_a_disk_given_to_another_device_past_the_program_is_found(bench: Bench) -> None:
    dirty, clean = bench.device("PF2DIRTY"), bench.clean(2)
    bench.declare(dirty, SERIAL)
    medium = bench.medium(dirty)
    with bench.workshop.desk.database.work("program") as work:
        work.media.change(medium.id, device_id=clean.id)
        assert clean.code in _wrong(work)


def test_a_stolen_device_gives_no_parts(bench: Bench) -> None:
    device = bench.clean()
    medium = bench.out(device)
    with bench.workshop.desk.database.work("program") as work:
        work.quarantines.add(
            device_id=device.id,
            lock="stolen",
            found_at=work.journal.now(),
            found_by="HK0000000111",
            note="",
            seq=1,
        )
        work.commit()
    with pytest.raises(Refused, match="stolen_not_released"):
        bench.stock(medium)


def test_a_revoked_certificate_does_not_hold_a_medium(bench: Bench) -> None:
    device = bench.clean()
    (issued,) = bench.issue(device)
    medium = bench.out(device)
    bench.workshop.desk.do(bench.boss, RevokeCertificate(issued.number, "Väärä osoite"))
    assert bench.stock(medium).state == "stock"


def test_the_cards_say_where_it_came_from_and_where_it_went(bench: Bench) -> None:
    first, second, medium = bench.moved()
    desk = bench.workshop.desk

    def ways(device: Device) -> dict[int, tuple[str | None, str | None]]:
        found = card(desk, bench.worker, device.code).media
        return {one.id: (one.came_from, one.went_to) for one in found}

    assert ways(first) == {medium.id: (None, second.code)}
    assert ways(second)[medium.id] == (first.code, None)
    bench.approve(second, media=2, by=bench.other)
    bench.repair(first)
    bench.workshop.desk.do(bench.worker, RemoveMedium(f"#{medium.id}"))
    bench.fit(medium, first)
    assert ways(first) == {medium.id: (second.code, None)}
    assert ways(second)[medium.id] == (first.code, first.code)


def test_a_used_medium_can_not_be_said_to_have_stayed_with_a_buyer(bench: Bench) -> None:
    device = bench.clean()
    medium = bench.medium(device)
    bench.use(medium)
    with pytest.raises(Refused, match="medium_not_returned"):
        bench.workshop.desk.do(bench.boss, KeepMedium(f"#{medium.id}", "paikka on tyhjä"))


def test_reports_count_it_for_both(bench: Bench) -> None:
    first, second, _ = bench.moved()
    with bench.workshop.desk.database.reading() as work:
        counted = {
            one.code: one.media
            for device in (first, second)
            for one in lot_devices(work.connection, device.lot_id)
        }
    assert counted == {first.code: 1, second.code: 2}


def test_a_late_report_of_the_time_before_is_told_of_the_device_it_was_in(bench: Bench) -> None:
    first, second, medium = bench.moved()
    bench.workshop.clock.tick(hours=9)
    early = log(Drive(medium.serial), host="PF2ABC01", begin=BEGIN - timedelta(hours=2))
    (run,) = bench.bring(early).files[0].runs
    assert [(one.match, one.device_code) for one in run.results] == [("matched", first.code)]
    assert bench.look(first).data_state is DataState.PROVEN
    late = bench.workshop.clock.now().replace(tzinfo=None) - timedelta(hours=4)
    after = log(Drive(medium.serial), host="PF2ABC02", begin=late)
    (run,) = bench.bring(after).files[0].runs
    assert [(one.match, one.device_code) for one in run.results] == [("matched", second.code)]
    # In the first computer again, by a clock of today: somebody has to say what that means.
    again = log(Drive(medium.serial), host="PF2ABC01", begin=late + timedelta(minutes=9))
    (run,) = bench.bring(again).files[0].runs
    assert [one.match for one in run.results] == ["proposed"]


def test_media_of_what_was_taken_apart_wait_at_the_same_stations(bench: Bench) -> None:
    device = bench.device()
    bench.declare(device)
    medium = bench.out(device)
    bench.dismantled(device)
    desk = bench.workshop.desk

    def waits() -> set[Queue]:
        return {line.queue for line in waiting(desk) if line.count and line.code == device.code}

    def rows() -> list[str]:
        return [row.situation.value for row in wiping.waiting(desk, bench.boss)]

    assert (waits(), rows()) == ({Queue.WIPE}, ["to_wipe"])
    bench.wipe(medium, status="-FAILED-")
    assert (waits(), rows()) == ({Queue.FAILED}, ["failed"])
    with desk.database.reading() as work:
        (failed,) = work.runs.of_medium(medium.id)
    desk.do(bench.other, SetAsideRun(failed.id, "Kaapeli oli irti"))
    bench.wipe(medium)
    assert (waits(), rows()) == ({Queue.APPROVE}, ["waits_approval"])
    assert wiping.counts(desk, bench.worker).result == 1
    (second,) = second_eyes(desk, bench.other)
    assert second.device == device.code
    bench.approve(device)
    assert (waits(), rows()) == ({Queue.CERTIFY}, [])
    assert [one.code for one in ready(desk, bench.boss)] == [device.code]
    bench.issue(device)
    assert (waits(), rows()) == (set(), [])


def test_who_put_it_in_does_not_approve_it(bench: Bench) -> None:
    first, second = bench.clean(1), bench.clean(2)
    medium = bench.out(first)
    bench.repair(second)
    bench.workshop.desk.do(bench.other, FitMedium(f"#{medium.id}", second.code))
    with pytest.raises(Refused, match="approver_declared"):
        bench.approve(second, media=2, by=bench.other)
    bench.approve(second, media=2, by=bench.boss)


def test_the_second_device_comes_back_from_a_buyer(bench: Bench) -> None:
    first, second, medium = bench.moved()
    bench.approve(second, media=2, by=bench.other)
    bench.left(second)
    desk = bench.workshop.desk
    bench.workshop.clock.tick(days=2)
    with desk.database.work(bench.boss.person) as work:
        person = work.people.by_code(bench.boss.person)
        assert person is not None
        task = Task(work, desk, person, bench.boss)
        done = reopen(task, work.devices.by_id(second.id), CameBack.RETURNED)
        head = work.journal.append(Tag.DEVICE_RETURNED, second.code, reopened=done.as_entry())
        work.devices.touch(second.id, head.seq, person.code)
        work.commit()
    assert medium.id in done.media
    assert bench.look(second).data_state is DataState.NOT_WIPED
    assert bench.look(first).data_state is DataState.PROVEN
    bench.workshop.desk.do(bench.worker, RemoveMedium(f"#{medium.id}"))
    with pytest.raises(Refused, match="medium_not_wiped"):
        bench.stock(medium)
    # The reports of before brought again change nothing.
    for old in sorted(bench.folder.glob("*.log")):
        bench.bring(old.read_bytes(), old.read_bytes() + b"\n")
    with pytest.raises(Refused):
        bench.stock(medium)
    assert bench.findings() == ()


def test_destroyed_in_the_second_it_was_still_clean_in_the_first(bench: Bench) -> None:
    first, second, medium = bench.moved()
    destroy = DestroyMedia(
        (f"#{medium.id}",),
        SanitisationTechnique.DESTROY_SHRED,
        second=bench.other.person,
        particle_class="H-7",
        evidence=bench.write(b"weighed in and out"),
    )
    bench.workshop.desk.do(bench.worker, destroy)
    bench.approve(second, media=2)
    assert bench.again(medium).state == MediumState.DESTROYED
    assert bench.look(first).data_state is DataState.PROVEN
    assert bench.findings() == ()


def test_a_move_is_taken_back_by_another_move_and_not_by_undo(bench: Bench) -> None:
    first, second, medium = bench.moved()
    with pytest.raises(Refused):
        bench.workshop.desk.do(bench.worker, UndoLast())
    assert bench.again(medium).device_id == second.id
    assert bench.look(first).data_state is DataState.PROVEN


def test_what_is_known_better_later_says_nothing_of_the_time_before(bench: Bench) -> None:
    first, second, medium = bench.moved()
    with bench.workshop.desk.database.work(bench.boss.person) as work:
        work.media.change(medium.id, kind="ssd", kind_source="report", kind_confirmed_by=None)
        facts.refresh(work, second.id, work.journal.now())
        work.journal.append(Tag.SETTING_CHANGED, "test")
        work.commit()
    assert bench.look(first).data_state is DataState.PROVEN
    assert bench.look(first).proofs[0].medium.kind is MediumKind.HDD
    assert bench.look(second).data_state is not DataState.PROVEN


def test_every_action_that_ends_a_proof_has_its_word_and_its_effect() -> None:
    ending = {action for action in Action if ends_proof(action)}
    assert {word.action for word in CameBack if word is not CameBack.FITTED} == ending
    assert not ends_proof(CameBack.FITTED.action)
    assert not ends_proof(Action.INSTALL)


def test_what_a_device_asks_of_moved_media_is_answered_by_an_index(bench: Bench) -> None:
    first, _, _ = bench.moved()
    with bench.workshop.desk.database.reading() as work:
        plan = work.connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT * FROM medium_stay WHERE device_id = ? UNION ALL"
            " SELECT s.* FROM medium_stay s JOIN medium m ON m.id = s.medium_id"
            " WHERE m.device_id = ? AND s.device_id <> m.device_id",
            (first.id, first.id),
        )
        assert not [row[3] for row in plan if str(row[3]).startswith("SCAN")]
