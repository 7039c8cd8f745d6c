"""A device that was out of the house's hands is behind the data gate again."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.clock import local
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.data_state import CountSource, DataState, MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.records.certificates import CertificateState
from serkut_desk.stations.coming_back import Reopened, reopen
from serkut_desk.stations.handling import Task
from serkut_desk.stations.wiping.commands import DestroyMedia, RemoveMedium, StateNone
from stations.certificates.counter import Counter, new_seal
from stations.wiping.logs import BEGIN, Drive, log

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.journal_check import Finding


@pytest.fixture
def counter(workshop: Workshop, tmp_path: Path) -> Counter:
    """Give a workshop with a key and an empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Counter(workshop, folder, seal=new_seal(workshop))


def _leave(counter: Counter, device: Device) -> None:
    """Let a device go as a handover does."""
    with counter.workshop.desk.database.work(counter.boss.person) as work:
        work.devices.change(device.id, state=DeviceState.LEFT.value, in_house=False)
        work.journal.append(Tag.HANDOVER_COMPLETED, device.code)
        work.commit()


def _reopen(counter: Counter, device: Device, reason: CameBack = CameBack.RETURNED) -> Reopened:
    """Let a device come back as a return does; two days pass before and an hour after."""
    desk = counter.workshop.desk
    counter.workshop.clock.tick(days=2)
    with desk.database.work(counter.boss.person) as work:
        person = work.people.by_code(counter.boss.person)
        assert person is not None
        task = Task(work, desk, person, counter.boss)
        done = reopen(task, work.devices.by_id(device.id), reason)
        subjects = (done.certificate,) if done.certificate else ()
        body = {"reopened": done.as_entry()}
        head = work.journal.append(Tag.DEVICE_RETURNED, device.code, subjects, **body)
        work.devices.touch(device.id, head.seq, person.code)
        work.commit()
    counter.workshop.clock.tick(hours=1)
    return done


def _now(counter: Counter) -> datetime:
    """Return what the clock of a wiping machine shows now."""
    return local(counter.workshop.clock.now()).replace(tzinfo=None)


def _findings(counter: Counter) -> tuple[Finding, ...]:
    return counter.workshop.desk.database.check_records()


def _sold(counter: Counter) -> tuple[Device, str]:
    """Return a device that was wiped, approved, certified and sold; and its certificate."""
    device = counter.clean()
    number = counter.issue(device)[0].number
    _leave(counter, device)
    return device, number


def test_nothing_that_was_proven_before_counts_after(counter: Counter) -> None:
    device, number = _sold(counter)
    done = _reopen(counter, device)
    now = counter.look(device)
    assert (now.state, now.data_state) == (DeviceState.WAITING_WIPE, DataState.NOT_WIPED)
    assert now.device.in_house
    assert done.certificate == number
    assert done.approved
    assert len(done.media) == 1
    with counter.workshop.desk.database.reading() as work:
        certificate = work.certificates.by_code(number)
        assert certificate is not None
        assert (certificate.state, certificate.reason) == (CertificateState.REVOKED, "returned")
        assert work.approvals.in_force(device.id) is None
    assert _findings(counter) == ()


def test_the_old_report_brought_again_does_not_count(counter: Counter) -> None:
    device, _ = _sold(counter)
    _reopen(counter, device)
    begin = BEGIN + timedelta(seconds=7)
    old = log(Drive("WD-WX61AA810001"), host="PF2ABC01", begin=begin)
    counter.bring(old)
    assert counter.look(device).data_state is DataState.NOT_WIPED
    # Other bytes with the same run, and another run of the time before.
    counter.bring(old + b"\n")
    assert counter.look(device).data_state is not DataState.UNAPPROVED
    earlier = BEGIN + timedelta(hours=9)
    counter.bring(log(Drive("WD-WX61AA810001"), host="PF2ABC01", begin=earlier))
    assert counter.look(device).data_state is DataState.NOT_WIPED
    with pytest.raises(Refused, match="medium_not_wiped"):
        counter.approve(device)


def test_a_new_run_counts_and_needs_a_new_approval_and_certificate(counter: Counter) -> None:
    device, old = _sold(counter)
    _reopen(counter, device)
    counter.bring(log(Drive("WD-WX61AA810001"), host="PF2ABC01", begin=_now(counter)))
    assert counter.look(device).data_state is DataState.UNAPPROVED
    counter.approve(device)
    now = counter.look(device)
    assert (now.data_state, now.facts.certified) == (DataState.PROVEN, False)
    assert now.state is DeviceState.WAITING_GRADE
    new = counter.issue(device)[0]
    assert new.number != old
    assert new.supersedes is None
    assert _findings(counter) == ()


def test_a_run_that_began_before_and_ended_after_does_not_count(counter: Counter) -> None:
    device, _ = _sold(counter)
    _reopen(counter, device)
    with counter.workshop.desk.database.reading() as work:
        since = work.media.of_device(device.id)[0].used_since
    assert since is not None
    counter.workshop.clock.tick(hours=3)
    disk = Drive("WD-WX61AA810001")
    # By Finnish clocks, as everywhere: read as UTC, this would be hours after it came back.
    begin = local(since).replace(tzinfo=None) - timedelta(minutes=1)
    counter.bring(log(disk, host="PF2ABC01", begin=begin))
    assert counter.look(device).data_state is DataState.NOT_WIPED
    # ShredOS runs in UTC and says so.
    for minutes, state in ((-1, DataState.NOT_WIPED), (1, DataState.UNAPPROVED)):
        begin = since.astimezone(UTC).replace(tzinfo=None) + timedelta(minutes=minutes)
        told = log(disk, host="PF2ABC01", begin=begin)
        counter.bring(told.replace(b"nwipe 0.40", b"ShredOS v2025.11_31_x86-64_0.40"))
        assert counter.look(device).data_state is state


def test_what_failed_before_is_no_shame_after(counter: Counter) -> None:
    device, _ = _sold(counter)
    bad = Drive("WD-WX61AA810001", status="-FAILED-", errors=3)
    counter.bring(log(bad, host="PF2ABC01", begin=BEGIN + timedelta(hours=3)))
    _reopen(counter, device)
    counter.bring(log(Drive("WD-WX61AA810001"), host="PF2ABC01", begin=_now(counter)))
    assert counter.look(device).data_state is DataState.UNAPPROVED


def test_a_second_disk_found_inside_has_to_be_proven_too(counter: Counter) -> None:
    device, _ = _sold(counter)
    _reopen(counter, device)
    counter.declare(device, "WD-WX61AA999999")
    counter.bring(log(Drive("WD-WX61AA810001"), host="PF2ABC01", begin=_now(counter)))
    assert counter.look(device).data_state is DataState.NOT_WIPED


def test_what_was_taken_out_before_keeps_its_proof(counter: Counter) -> None:
    device = counter.device("PF2ABC01")
    out = counter.declare(device, "WD-WX61AA810001").medium
    counter.declare(device, "WD-WX61AA810002")
    drives = (Drive("WD-WX61AA810001"), Drive("WD-WX61AA810002", name="sdb"))
    counter.bring(log(*drives, host="PF2ABC01"))
    counter.approve(device, media=2)
    counter.issue(device)
    counter.workshop.desk.do(counter.worker, RemoveMedium(f"#{out.id}"))
    assert counter.look(device).data_state is DataState.PROVEN
    _leave(counter, device)
    done = _reopen(counter, device)
    proofs = {proof.medium.id: proof for proof in counter.look(device).proofs}
    assert proofs[out.id].medium.used_since is None
    assert proofs[out.id].standing.state is MediumState.PROVEN
    assert [proofs[one].standing.state for one in done.media] == [MediumState.NOT_WIPED]
    assert out.id not in done.media
    assert _findings(counter) == ()


def test_a_destroyed_medium_stays_destroyed(counter: Counter) -> None:
    device = counter.device("PF2ABC01")
    counter.declare(device, "0123ABCD", MediumKind.SD)
    shred = DestroyMedia(
        ("0123ABCD",),
        SanitisationTechnique.DESTROY_SHRED,
        second=counter.other.person,
        particle_class="E-4",
        evidence=counter.write(b"weighed in and out"),
    )
    counter.workshop.desk.do(counter.worker, shred)
    counter.approve(device)
    assert counter.look(device).proofs[0].standing.state is MediumState.DESTROYED
    _leave(counter, device)
    done = _reopen(counter, device)
    now = counter.look(device)
    assert done.media == ()
    assert now.proofs[0].standing.state is MediumState.DESTROYED
    # But somebody has to look again: another disk may have been put in.
    assert now.data_state is DataState.UNAPPROVED


def test_none_inside_has_to_be_said_by_two_again(counter: Counter) -> None:
    device = counter.device("PR1", type="printer")
    for session in (counter.worker, counter.boss):
        counter.workshop.desk.do(session, StateNone(device.code, CountSource.OPENED))
    assert counter.look(device).data_state is DataState.NO_MEDIA
    _leave(counter, device)
    _reopen(counter, device)
    assert counter.look(device).state is DeviceState.RECEIVED
    counter.workshop.desk.do(counter.worker, StateNone(device.code, CountSource.OPENED))
    assert counter.look(device).data_state is DataState.UNKNOWN
    counter.workshop.desk.do(counter.boss, StateNone(device.code, CountSource.OPENED))
    assert counter.look(device).data_state is DataState.NO_MEDIA


def test_what_never_bears_data_goes_straight_to_grading(counter: Counter) -> None:
    device = counter.device("MO1", type="monitor")
    _leave(counter, device)
    done = _reopen(counter, device)
    assert (done.certificate, done.approved, done.media) == (None, False, ())
    assert counter.look(device).state is DeviceState.WAITING_GRADE


def test_the_inspection_and_the_decision_end(counter: Counter) -> None:
    device, _ = _sold(counter)
    _judge(counter, device)
    done = _reopen(counter, device)
    assert (done.gathered.facts.grade, done.gathered.facts.outcome) == (None, None)
    with counter.workshop.desk.database.reading() as work:
        assert work.inspections.in_force(device.id) is None
        assert [one.ended_reason for one in work.inspections.all()] == ["returned"]
        assert work.inspections.drafts.all() == []


def _judge(counter: Counter, device: Device) -> None:
    at = counter.workshop.clock.now()
    with counter.workshop.desk.database.work(counter.boss.person) as work:
        facts: dict[str, dict[str, str]] = {"answers": {}, "zones": {}, "measures": {}}
        form = {"checklist": "laptop", "checklist_version": 1, **facts}
        work.inspections.add(
            device_id=device.id,
            rules_version=1,
            grade="A",
            functional="ok",
            reasons=[],
            inspected_at=at,
            inspected_by=counter.boss.person,
            seq=1,
            **form,
        )
        work.inspections.decisions.add(
            device_id=device.id,
            outcome="shelf",
            reason="",
            decided_at=at,
            decided_by=counter.boss.person,
            seq=1,
        )
        work.inspections.drafts.add(
            device_id=device.id, changed_at=at, changed_by=counter.boss.person, **form
        )
        work.commit()


def test_a_device_that_came_in_as_a_new_one_is_not_taken_back(counter: Counter) -> None:
    device, _ = _sold(counter)
    again = counter.device("PF2ABC01")
    with pytest.raises(Refused, match="came_back_as") as why:
        _reopen(counter, device)
    assert why.value.facts["other"] == again.code


def test_a_forged_approval_after_a_return_is_found(counter: Counter) -> None:
    device, _ = _sold(counter)
    _reopen(counter, device)
    with counter.workshop.desk.database.work(counter.boss.person) as work:
        approval = work.approvals.before_coming_back(device.id)
        assert approval is not None
        work.approvals.change(approval.id, withdrawn_at=None, withdrawn_reason=None)
        for medium in work.media.of_device(device.id):
            work.media.change(medium.id, used_since=None, state="proven")
        work.commit()
    assert device.code in {str(one.about) for one in _findings(counter)}
    with pytest.raises(Refused, match="approval_unproven"):
        counter.issue(device)


def test_a_forged_proof_of_what_was_inside_is_found(counter: Counter) -> None:
    device, _ = _sold(counter)
    _reopen(counter, device)
    with counter.workshop.desk.database.work(counter.boss.person) as work:
        for medium in work.media.of_device(device.id):
            work.media.change(medium.id, used_since=None, state="proven")
        work.commit()
    assert device.code in {str(one.about) for one in _findings(counter)}


def test_a_revoked_certificate_that_was_made_to_hold_again_is_found(counter: Counter) -> None:
    device, number = _sold(counter)
    _reopen(counter, device)
    with counter.workshop.desk.database.work(counter.boss.person) as work:
        certificate = work.certificates.by_code(number)
        assert certificate is not None
        work.certificates.change(certificate.id, state="valid", ended_at=None)
        work.commit()
    assert number in {str(one.about) for one in _findings(counter)}


def test_it_comes_back_again_and_again(counter: Counter) -> None:
    device, _ = _sold(counter)
    for _ in range(3):
        _reopen(counter, device)
        counter.bring(log(Drive("WD-WX61AA810001"), host="PF2ABC01", begin=_now(counter)))
        counter.approve(device)
        counter.issue(device)
        assert counter.look(device).data_state is DataState.PROVEN
        _leave(counter, device)
    assert _findings(counter) == ()


def test_found_again_is_the_same_with_another_word(counter: Counter) -> None:
    device, number = _sold(counter)
    _reopen(counter, device, CameBack.FOUND)
    with counter.workshop.desk.database.reading() as work:
        certificate = work.certificates.by_code(number)
    assert certificate is not None
    assert certificate.reason == "found"
    assert counter.look(device).state is DeviceState.WAITING_WIPE
