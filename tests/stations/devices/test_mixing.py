"""A label on the wrong device: nothing is rewritten, what it proved ends, both devices show it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.stations import facts
from serkut_desk.stations.devices import queries
from serkut_desk.stations.devices.commands import ReportMixup, SettleMixup
from serkut_desk.stations.repair import holding
from serkut_desk.stations.wiping.commands import StateNone
from stations.certificates.counter import Counter, new_seal
from stations.installation.bench_hands import BenchHands
from stations.repair import repair_hands

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device


@pytest.fixture
def counter(workshop: Workshop, tmp_path: Path) -> Counter:
    folder = tmp_path / "stick"
    folder.mkdir()
    return Counter(workshop, folder, seal=new_seal(workshop))


def head(workshop: Workshop) -> int:
    with workshop.desk.database.reading() as work:
        return work.journal.head().seq


def missing(workshop: Workshop, device: Device, action: Action) -> list[str]:
    with workshop.desk.database.reading() as work:
        known = facts.gather(work, work.devices.by_id(device.id), work.journal.now()).facts
    answer = may(action, known)
    return [one.code.value for one in answer.missing] if isinstance(answer, NotAllowed) else []


def test_a_supervisor_ends_what_was_proven_of_both_since_then(counter: Counter) -> None:
    workshop = counter.workshop
    one, two = counter.clean(1), counter.clean(2)
    papers = [counter.issue(device)[0].number for device in (one, two)]
    before = head(workshop)
    done = workshop.desk.do(workshop.first, ReportMixup(one.code, two.code, note="liimattu väärin"))
    assert head(workshop) == before + 1
    assert (done.settled, done.ended, list(done.certificates)) == (
        True,
        (one.code, two.code),
        papers,
    )
    with workshop.desk.database.reading() as work:
        for device, paper in zip((one, two), papers, strict=True):
            entry = work.journal.about(device.code)[-1]
            assert entry.tag == Tag.LABEL_MIXED_UP
            ended = work.certificates.by_code(paper)
            assert ended is not None
            assert (ended.state, ended.reason) == ("revoked", "mixed_up")
            assert work.devices.by_id(device.id).state == DeviceState.WAITING_WIPE
        body = json.loads(entry.body)
        assert [part["device"] for part in body["reopened"]] == [one.code, two.code]
        (job,) = [job for job in work.labels.waiting() if job.id == done.label]
        assert (job.code, job.replaces) == (one.code, True)
    assert workshop.desk.database.check_records() == ()
    for device in (one, two):
        card = queries.card(workshop.desk, workshop.worker, device.code)
        (line,) = card.mixups
        assert (line.label, line.stuck_on, line.open) == (one.code, two.code, False)
        assert card.timeline[-1].tag == Tag.LABEL_MIXED_UP


def test_a_maker_reports_and_neither_leaves_until_a_supervisor_has_decided(
    counter: Counter,
) -> None:
    workshop = counter.workshop
    one, two = counter.clean(1), counter.clean(2)
    paper = counter.issue(one)[0].number
    done = workshop.desk.do(workshop.worker, ReportMixup(one.code, two.code))
    assert (done.settled, done.ended) == (False, ())
    for device in (one, two):
        assert "label_doubt" in missing(workshop, device, Action.HAND_OVER)
    assert "label_doubt" in missing(workshop, two, Action.ISSUE_CERTIFICATE)
    with pytest.raises(Refused, match="mixup_open"):
        workshop.desk.do(workshop.worker, ReportMixup(one.code))
    with pytest.raises(Refused, match="not_permitted"):
        workshop.desk.do(workshop.worker, SettleMixup(one.code, mixed_up=False, reason="ei"))
    card = queries.card(workshop.desk, workshop.worker, two.code)
    assert [line.open for line in card.mixups] == [True]
    settled = workshop.desk.do(
        workshop.first, SettleMixup(one.code, mixed_up=True, reason="katsottu")
    )
    assert settled.certificates == (paper,)
    assert settled.ended == (one.code, two.code)
    assert "label_doubt" not in missing(workshop, one, Action.HAND_OVER)
    assert workshop.desk.database.check_records() == ()


def test_what_was_not_so_ends_nothing(counter: Counter) -> None:
    workshop = counter.workshop
    one = counter.clean(1)
    paper = counter.issue(one)[0].number
    workshop.desk.do(workshop.worker, ReportMixup(one.code))
    done = workshop.desk.do(
        workshop.first, SettleMixup(one.code, mixed_up=False, reason="oma tarra")
    )
    assert done.ended == ()
    with workshop.desk.database.reading() as work:
        kept = work.certificates.by_code(paper)
    assert kept is not None
    assert kept.state == "valid"
    with pytest.raises(Refused, match="mixup_unknown"):
        workshop.desk.do(workshop.first, SettleMixup(one.code, mixed_up=True, reason="taas"))
    assert workshop.desk.database.check_records() == ()


def test_proof_from_before_stays_and_a_supervisor_says_so(counter: Counter) -> None:
    workshop = counter.workshop
    one, two = counter.clean(1), counter.clean(2)
    counter.issue(one)
    since = head(workshop)
    done = workshop.desk.do(workshop.worker, ReportMixup(one.code, two.code, since=since + 0))
    # The certificate itself is that entry: it may have been given to the wrong machine.
    assert not done.settled
    workshop.desk.do(workshop.first, SettleMixup(one.code, mixed_up=False, reason="ei"))
    later = ReportMixup(two.code, one.code, since=since + 1)
    # A maker alone does not say that what was proven before may stand.
    assert not workshop.desk.do(workshop.worker, later).settled
    done = workshop.desk.do(workshop.first, SettleMixup(two.code, mixed_up=True, reason="niin"))
    assert (done.settled, done.ended) == (True, ())


def test_what_cannot_be_is_refused(counter: Counter) -> None:
    workshop = counter.workshop
    one = counter.clean(1)
    for command, code in (
        (ReportMixup(one.code, one.code), "mixup_same"),
        (ReportMixup(one.code, since=1), "mixup_since"),
        (ReportMixup(one.code, "SD0000099999"), "device_unknown"),
    ):
        with pytest.raises(Refused, match=code):
            workshop.desk.do(workshop.worker, command)


def test_a_doubt_that_is_settled_past_the_program_is_found(counter: Counter) -> None:
    workshop = counter.workshop
    one = counter.clean(1)
    workshop.desk.do(workshop.worker, ReportMixup(one.code))
    with workshop.desk.database.work() as work:
        told = work.mixups.open_of(one.id)
        assert told is not None
        work.mixups.change(
            told.id, settled_at=workshop.clock.now(), settled_by="x", outcome="unfounded"
        )
        work.commit()
    assert [one.about for one in workshop.desk.database.check_records()] == [one.code]


def reported(workshop: Workshop, device: Device) -> dict[str, Any]:
    """Return the body of the newest entry about a device."""
    with workshop.desk.database.reading() as work:
        found: dict[str, Any] = json.loads(work.journal.about(device.code)[-1].body)
        return found


def test_what_was_found_about_it_waits_and_ends_with_the_proof(workshop: Workshop) -> None:
    order = repair_hands.opened(workshop)
    repair_hands.mend(workshop, order)
    test = repair_hands.measured(workshop, order)
    with workshop.desk.database.reading() as work:
        device = work.devices.by_code(test.device)
        assert device is not None
        assert holding.held(work, order, workshop.clock.now()).counting_test() is not None
    told = workshop.desk.do(workshop.worker, ReportMixup(device.code))
    assert (told.settled, told.ended) == (False, ())
    done = workshop.desk.do(
        workshop.first, SettleMixup(device.code, mixed_up=True, reason="katsottu")
    )
    assert done.ended == (device.code,)
    with workshop.desk.database.reading() as work:
        assert work.inspections.in_force(device.id) is None
        assert work.inspections.decision_of(device.id) is None
        (seen,) = work.inspections.history(device.id)
        assert seen.ended_reason == "mixed_up"
        assert holding.held(work, order, workshop.clock.now()).counting_test() is None
    (found,) = reported(workshop, device)["found"]
    assert found["inspection"] == seen.id
    assert (len(found["safety_tests"]), found["decision"] is not None) == (1, True)
    assert workshop.desk.database.check_records() == ()


def test_what_was_found_before_stays(workshop: Workshop) -> None:
    device = repair_hands.broken(workshop)
    told = workshop.desk.do(workshop.worker, ReportMixup(device.code, since=head(workshop)))
    # The decision is that entry; the inspection is older and of this very device.
    assert not told.settled
    workshop.desk.do(workshop.first, SettleMixup(device.code, mixed_up=True, reason="katsottu"))
    with workshop.desk.database.reading() as work:
        assert work.inspections.in_force(device.id) is not None
        assert work.inspections.decision_of(device.id) is None
        state = work.devices.by_id(device.id).state
    assert state == DeviceState.WAITING_DECISION


def test_a_system_that_was_installed_meanwhile_ends_alone(counter: Counter) -> None:
    workshop = counter.workshop
    hands = BenchHands(workshop, counter.folder, seal=counter.seal)
    hands.image()
    device = hands.sellable()
    hands.record(device)
    since = head(workshop)
    done = workshop.desk.do(workshop.first, ReportMixup(device.code, since=since))
    assert (done.ended, done.certificates) == ((device.code,), ())
    assert hands.held(device) is None
    assert hands.last(device).ended_reason == "mixed_up"
    (found,) = reported(workshop, device)["found"]
    assert (found["inspection"], found["installation"]) == (None, hands.last(device).id)
    assert workshop.desk.database.check_records() == ()


def test_none_inside_that_was_said_before_is_not_confused(counter: Counter) -> None:
    workshop = counter.workshop
    device = counter.device("PF2ABC09")
    workshop.desk.do(workshop.worker, StateNone(device.code, CountSource.OPENED))
    workshop.clock.tick(minutes=1)
    workshop.desk.do(workshop.other, StateNone(device.code, CountSource.OPENED))
    workshop.clock.tick(minutes=1)
    counter.approve(device, media=0)
    alone = workshop.desk.do(workshop.first, ReportMixup(device.code, since=head(workshop)))
    assert alone.ended == (device.code,)
    with workshop.desk.database.reading() as work:
        assert work.approvals.in_force(device.id) is None
        assert len(work.media.stated_by(device.id)) == 2
