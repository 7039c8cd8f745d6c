"""A medium on its way out of one device into another keeps its gate, and each device its proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.data_state import DataState, MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.stations import media_moves
from serkut_desk.stations.wiping.commands import (
    DestroyMedia,
    RemoveMedium,
    SetAsideRun,
    WithdrawApproval,
)

if TYPE_CHECKING:
    from stations.wiping.loose import Bench


def test_what_it_was_in_keeps_its_proof_and_what_it_is_in_waits(bench: Bench) -> None:
    first, second, medium = bench.moved()
    assert medium.device_id == second.id
    assert medium.removed_at is None
    before, now = bench.look(first), bench.look(second)
    assert (before.data_state, before.facts.certified) == (DataState.PROVEN, True)
    assert [(one.state, one.removed) for one in before.facts.media] == [(MediumState.PROVEN, True)]
    assert now.data_state is DataState.UNAPPROVED
    assert now.state is DeviceState.WAITING_APPROVAL
    assert not now.facts.certified
    # The medium that was in it all the time keeps what was proven of it.
    states = {proof.medium.id: proof.standing.state for proof in now.proofs}
    assert states.pop(medium.id) is MediumState.UNAPPROVED
    assert list(states.values()) == [MediumState.PROVEN]
    assert bench.findings() == ()


def test_it_is_approved_anew_by_its_own_runs_and_stands_on_the_certificate(bench: Bench) -> None:
    first, second, medium = bench.moved()
    with pytest.raises(Refused, match="media_count_differs"):
        bench.approve(second)
    bench.approve(second, media=2, by=bench.other)
    bench.issue(second)
    now = bench.look(second)
    assert (now.data_state, now.facts.certified) == (DataState.PROVEN, True)
    with bench.workshop.desk.database.reading() as work:
        approval = work.approvals.in_force(second.id)
        assert approval is not None
        runs = {item.medium_id: item.run_id for item in work.approvals.items(approval.id)}
        assert runs[medium.id] in {run.id for run in work.runs.of_medium(medium.id)}
        listed = work.journal.about(second.code)[-1]
    assert '"media":2' in listed.body
    assert bench.look(first).data_state is DataState.PROVEN
    assert bench.findings() == ()


def test_an_unproven_medium_goes_nowhere_but_back(bench: Bench) -> None:
    device, other = bench.device(), bench.clean(2)
    bench.declare(device)
    medium = bench.out(device)
    bench.repair(device, other)
    for deed in (lambda: bench.fit(medium, other), lambda: bench.stock(medium)):
        with pytest.raises(Refused, match="medium_not_wiped"):
            deed()
    bench.wipe(medium)
    with pytest.raises(Refused, match="medium_unapproved"):
        bench.stock(medium)
    back = bench.fit(medium, device).medium
    assert (back.device_id, back.removed_at) == (device.id, None)
    assert bench.findings() == ()


def test_it_must_be_out_and_the_other_device_on_the_bench(bench: Bench) -> None:
    first, second = bench.clean(1), bench.clean(2)
    medium = bench.medium(first)
    with pytest.raises(Refused, match="medium_inside"):
        bench.fit(medium, second)
    with pytest.raises(Refused, match="medium_inside"):
        bench.place(medium, "Hylly 1")
    bench.out(first)
    with pytest.raises(Refused, match="no_work_order"):
        bench.fit(medium, second)


def test_a_later_failure_in_the_second_device_is_nothing_of_the_first(bench: Bench) -> None:
    first, second, medium = bench.moved()
    bench.approve(second, media=2, by=bench.other)
    bench.wipe(medium, second, status="-FAILED-")
    assert bench.look(second).data_state is not DataState.PROVEN
    assert bench.look(first).data_state is DataState.PROVEN
    bench.use(medium)
    assert bench.look(second).data_state is DataState.NOT_WIPED
    assert bench.look(first).data_state is DataState.PROVEN
    assert bench.findings() == ()


def test_nothing_in_the_second_device_clears_the_first(bench: Bench) -> None:
    first, second, medium = bench.moved()
    with bench.workshop.desk.database.reading() as work:
        (run,) = work.runs.of_medium(medium.id)
    bench.workshop.desk.do(bench.other, SetAsideRun(run.id, "Väärä raportti"))
    for device in (first, second):
        assert bench.look(device).data_state is DataState.NOT_WIPED, device.code
    bench.wipe(medium, second)
    bench.approve(second, media=2, by=bench.boss)
    assert bench.look(second).data_state is DataState.PROVEN
    assert bench.look(first).data_state is DataState.NOT_WIPED
    with pytest.raises(Refused, match="medium_not_wiped"):
        bench.approve(first, by=bench.boss)


def test_the_first_falls_with_its_own_approval_and_rises_with_it(bench: Bench) -> None:
    first, second, _ = bench.moved()
    bench.approve(second, media=2, by=bench.other)
    bench.workshop.desk.do(bench.other, WithdrawApproval(first.code, "Lasku oli väärin"))
    assert bench.look(first).data_state is DataState.UNAPPROVED
    assert bench.look(second).data_state is DataState.PROVEN
    bench.approve(first, by=bench.other)
    bench.issue(first)
    assert bench.look(first).data_state is DataState.PROVEN
    assert bench.findings() == ()


def test_round_and_round_each_device_is_approved_anew(bench: Bench) -> None:
    first, second, medium = bench.moved()
    third = bench.clean(3)
    bench.repair(first, third)
    with pytest.raises(Refused, match="medium_inside"):
        bench.fit(medium, third)
    bench.workshop.desk.do(bench.worker, RemoveMedium(f"#{medium.id}"))
    with pytest.raises(Refused, match="medium_unapproved"):
        bench.fit(medium, third)
    with pytest.raises(Refused, match="medium_unapproved"):
        bench.fit(medium, first)
    bench.approve(second, media=2, by=bench.other)
    bench.fit(medium, first)
    # What was approved of it before it went away says nothing after it came back.
    assert bench.look(first).data_state is DataState.UNAPPROVED
    assert bench.look(second).data_state is DataState.PROVEN
    bench.approve(first, by=bench.other)
    bench.workshop.desk.do(bench.worker, RemoveMedium(f"#{medium.id}"))
    bench.fit(medium, third)
    states = [bench.look(one).data_state for one in (first, second, third)]
    assert states == [DataState.PROVEN, DataState.PROVEN, DataState.UNAPPROVED]
    assert bench.findings() == ()


def test_a_part_of_it_goes_with_it_under_one_code(bench: Bench) -> None:
    first, second, third = bench.clean(1), bench.clean(2), bench.clean(3)
    medium = bench.out(first)
    part = bench.stock(medium)
    assert (part.state, part.medium_id, part.donor_id) == ("stock", medium.id, first.id)
    with pytest.raises(Refused, match="part_in_stock"):
        bench.stock(medium)
    bench.repair(second, third)
    bench.fit(medium, second)
    with bench.workshop.desk.database.reading() as work:
        now = work.parts.by_id(part.id)
        assert (now.state, now.device_id) == ("fitted", second.id)
    bench.workshop.desk.do(bench.worker, RemoveMedium(f"#{medium.id}"))
    with bench.workshop.desk.database.reading() as work:
        assert work.parts.by_id(part.id).state == "withdrawn"
    with pytest.raises(Refused, match="medium_unapproved"):
        bench.stock(medium)
    bench.approve(second, media=2, by=bench.other)
    assert bench.stock(medium).code == part.code
    bench.fit(medium, third)
    with bench.workshop.desk.database.reading() as work:
        stays = [(one.device_id, one.taken_at is None) for one in work.parts.stays.of_part(part.id)]
    assert stays == [(first.id, False), (second.id, False), (third.id, True)]
    assert bench.findings() == ()


def test_used_for_something_else_it_is_stock_no_more(bench: Bench) -> None:
    device = bench.clean()
    (issued,) = bench.issue(device)
    medium = bench.out(device)
    part = bench.stock(medium)
    bench.use(medium)
    now = bench.look(device)
    assert now.data_state is DataState.NOT_WIPED
    assert not now.facts.certified
    with bench.workshop.desk.database.reading() as work:
        assert work.parts.by_id(part.id).state == "withdrawn"
        entry = work.journal.about(part.code)[-1]
    assert entry.tag == Tag.MEDIUM_USED
    assert issued.number in entry.body
    with pytest.raises(Refused, match="medium_not_wiped"):
        bench.stock(medium)
    # The old report brought again does not count.
    bench.workshop.clock.tick(hours=1)
    bench.wipe(medium)
    bench.approve(device, by=bench.other)
    assert bench.stock(medium).state == "stock"
    assert bench.findings() == ()


def test_of_several_media_only_the_used_one_is_wiped_anew(bench: Bench) -> None:
    first, second, medium = bench.moved()
    bench.approve(second, media=2, by=bench.other)
    bench.workshop.clock.tick(hours=1)
    bench.use(medium)
    states = {one.medium.id: one.standing.state for one in bench.look(second).proofs}
    assert states.pop(medium.id) is MediumState.NOT_WIPED
    assert list(states.values()) == [MediumState.PROVEN]
    assert bench.look(first).data_state is DataState.PROVEN
    assert bench.findings() == ()


def test_what_stayed_here_when_its_device_was_sold_can_be_used(bench: Bench) -> None:
    device = bench.clean()
    (issued,) = bench.issue(device)
    medium = bench.out(device)
    bench.left(device)
    bench.use(medium)
    assert bench.again(medium).state == MediumState.NOT_WIPED
    with pytest.raises(Refused, match="medium_not_wiped"):
        bench.stock(medium)
    with bench.workshop.desk.database.reading() as work:
        paper = work.certificates.by_code(issued.number)
        assert paper is not None
        assert paper.ended_at is None
    assert bench.findings() == ()


def test_what_was_taken_apart_leaves_its_media_to_be_proven(bench: Bench) -> None:
    device = bench.device()
    bench.declare(device)
    medium = bench.out(device)
    bench.dismantled(device)
    with pytest.raises(Refused, match="medium_not_wiped"):
        bench.stock(medium)
    bench.wipe(medium)
    bench.approve(device, by=bench.other)
    bench.issue(device)
    assert bench.look(device).state is DeviceState.DISMANTLED
    assert bench.stock(medium).donor_id == device.id
    assert bench.findings() == ()


def test_a_destroyed_medium_is_no_part_but_may_go(bench: Bench) -> None:
    device = bench.device()
    bench.declare(device, "0123ABCD", MediumKind.SD)
    medium = bench.out(device)
    bench.dismantled(device)
    shred = DestroyMedia(
        ("0123ABCD",),
        SanitisationTechnique.DESTROY_SHRED,
        second=bench.other.person,
        particle_class="E-4",
        evidence=bench.write(b"weighed in and out"),
    )
    bench.workshop.desk.do(bench.worker, shred)
    bench.approve(device)
    assert bench.again(medium).state == MediumState.DESTROYED
    with pytest.raises(Refused, match="medium_destroyed"):
        bench.stock(medium)
    with bench.workshop.desk.database.reading() as work:
        media_moves.demand_may_leave(work, bench.again(medium))
    assert bench.findings() == ()
