"""A label on the wrong device: nothing is rewritten, what it proved ends, both devices show it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.stations import facts
from serkut_desk.stations.devices import queries
from serkut_desk.stations.devices.commands import ReportMixup, SettleMixup
from stations.certificates.counter import Counter, new_seal

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


def test_proof_from_before_stays_and_a_maker_may_say_so_alone(counter: Counter) -> None:
    workshop = counter.workshop
    one, two = counter.clean(1), counter.clean(2)
    counter.issue(one)
    since = head(workshop)
    done = workshop.desk.do(workshop.worker, ReportMixup(one.code, two.code, since=since + 0))
    # The certificate itself is that entry: it may have been given to the wrong machine.
    assert not done.settled
    workshop.desk.do(workshop.first, SettleMixup(one.code, mixed_up=False, reason="ei"))
    done = workshop.desk.do(workshop.worker, ReportMixup(two.code, one.code, since=since + 1))
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
