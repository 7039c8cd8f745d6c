"""A look that failed: what it freezes, where that counts, how each doubt ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from draws import drawing
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.data_state import DataState, MediumState
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.people import Session
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.domain.queues import Queue
from serkut_desk.domain.second_look import Conclusion, FreezeWhy, Lifted, LookState
from serkut_desk.stations import queues
from serkut_desk.stations.certificates import queries as certificates
from serkut_desk.stations.certificates.commands import IssueLotCertificate
from serkut_desk.stations.devices import queries as cards
from serkut_desk.stations.looks.commands import LiftFreeze
from serkut_desk.stations.wiping.commands import RecordRun
from stations.looks.reader import reading, serial
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from stations.looks.reader import Reader


def supervisor(reader: Reader, number: int = 70) -> Session:
    """Add a third supervisor, who had no part in anything."""
    code = make_code(CodeKind.BADGE, number)
    with reader.workshop.desk.database.work() as work:
        work.people.add(
            code=code,
            role="supervisor",
            display=f"T{number}",
            name="Nimi",
            title="työnjohtaja",
            language="fi",
            created_at=reader.workshop.clock.now(),
            active=True,
        )
        work.commit()
    return Session(code, reader.workshop.clock.now())


def maker(reader: Reader) -> str:
    """Add another maker and return the badge."""
    code = make_code(CodeKind.BADGE, 71)
    with reader.workshop.desk.database.work() as work:
        work.people.add(
            code=code,
            role="worker",
            display="T71",
            language="fi",
            created_at=reader.workshop.clock.now(),
            active=True,
        )
        work.commit()
    return code


def fail(reader: Reader, medium: str = serial(1)) -> int:
    """Let the look at a medium fail and return the incident."""
    done = reader.read(medium, reading(1, errors=4), clean=False, tool="")
    assert done.state is LookState.FAILED
    assert done.incident is not None
    return done.incident


def states(reader: Reader, *devices: Device) -> list[MediumState]:
    return [reader.look(device).facts.media[0].state for device in devices]


def test_a_failure_freezes_what_has_something_in_common_and_nothing_else(reader: Reader) -> None:
    other = maker(reader)
    same_person = reader.wiped(2, version="0.41")
    stranger = reader.wiped(3, version="0.41", by=other)
    not_yet = reader.wiped(4, version="0.41")
    reader.approve(same_person, stranger)
    first = reader.drawn(1)
    incident = fail(reader)
    assert states(reader, first, same_person, stranger, not_yet) == [
        MediumState.TO_REVIEW,
        MediumState.TO_REVIEW,
        MediumState.PROVEN,
        MediumState.TO_REVIEW,
    ]
    for device in (first, same_person, not_yet):
        gathered = reader.look(device)
        assert gathered.facts.media[0].frozen
        assert gathered.data_state is DataState.TO_REVIEW
        assert gathered.device.state == DeviceState.WAITING_REVIEW
    with pytest.raises(Refused, match="proof_frozen"):
        reader.approve(not_yet)
    with pytest.raises(Refused, match="proof_frozen"):
        reader.issue(first)
    (view,) = reader.seen().incidents
    assert view.incident == incident
    assert {one.device: one.why for one in view.frozen} == {
        first.code: FreezeWhy.LOOK,
        same_person.code: FreezeWhy.PERSON,
        not_yet.code: FreezeWhy.PERSON,
    }
    lines = {one.queue: one.count for one in queues.waiting(reader.workshop.desk)}
    assert (lines[Queue.SECOND_LOOK], lines[Queue.PROOF_INCIDENTS]) == (0, 1)
    assert reader.findings() == ()


def test_what_came_in_before_a_clean_look_at_the_same_person_is_not_doubted(
    reader: Reader,
) -> None:
    before = reader.wiped(2, version="0.38")
    reader.approve(before)
    reader.workshop.clock.tick(days=1)
    clean = reader.drawn(3)
    reader.read(serial(3))
    reader.workshop.clock.tick(days=1)
    failed = reader.drawn(1)
    fail(reader)
    assert states(reader, before, clean, failed) == [
        MediumState.PROVEN,
        MediumState.PROVEN,
        MediumState.TO_REVIEW,
    ]


def test_what_was_itself_read_back_clean_is_not_doubted_by_anothers_failure(
    reader: Reader,
) -> None:
    first, second = reader.wiped(1), reader.wiped(2)
    with drawing(chance=1000):
        reader.approve(first, second)
    reader.read(serial(2))
    fail(reader)
    assert states(reader, first, second) == [MediumState.TO_REVIEW, MediumState.PROVEN]


def test_what_has_left_is_listed_with_its_handover_and_its_receiver_told(reader: Reader) -> None:
    gone = reader.wiped(2)
    reader.approve(gone)
    reader.issue(gone)
    reader.shelve(gone)
    reader.know_seller()
    basket = reader.basket(gone)
    reader.complete(basket)
    reader.drawn(1)
    incident = fail(reader)
    (view,) = reader.seen().incidents
    line = next(one for one in view.frozen if one.device == gone.code)
    assert (line.has_left, line.handover) == (True, basket)
    assert line.certificate is not None
    assert view.revoke == (line.certificate,)
    assert reader.look(gone).device.state == DeviceState.LEFT
    # The certificate of what has left says so, in the list and on the device's card.
    paper = certificates.certificate(reader.workshop.desk, reader.boss, line.certificate)
    assert paper.doubtful
    card = cards.card(reader.workshop.desk, reader.boss, gone.code)
    assert [one.doubtful for one in card.papers] == [True]
    with pytest.raises(Refused, match="freeze_no_ground"):
        reader.lift(incident, serial(1), Lifted.TOLD)
    assert reader.lift(incident, serial(2), Lifted.TOLD).left == 1
    # Its receiver knows: the certificate is as bad as before, until it is revoked.
    paper = certificates.certificate(reader.workshop.desk, reader.boss, line.certificate)
    assert paper.doubtful
    second = supervisor(reader)
    with pytest.raises(Refused, match="freezes_open"):
        reader.close(incident, Conclusion.CONFIRMED, second)
    reader.workshop.clock.tick(hours=1)
    reader.bring(log(Drive(serial(1)), host="PF2ABC01", begin=later(3)))
    second = replace(second, pin_at=reader.workshop.clock.now())
    assert reader.lift(incident, serial(1), Lifted.WIPED_AGAIN).left == 0
    done = reader.close(incident, Conclusion.CONFIRMED, second)
    assert done.revoke == (line.certificate,)
    assert reader.findings() == ()


def test_wiped_again_it_is_approved_anew_by_the_new_run_only(reader: Reader) -> None:
    device = reader.drawn(1)
    incident = fail(reader)
    with pytest.raises(Refused, match="freeze_no_ground"):
        reader.lift(incident, serial(1), Lifted.WIPED_AGAIN)
    with pytest.raises(Misused, match="freeze_unfounded_alone"):
        reader.lift(incident, serial(1), Lifted.UNFOUNDED)
    reader.workshop.clock.tick(hours=1)
    reader.bring(log(Drive(serial(1)), host="PF2ABC01", begin=later(3)))
    reader.lift(incident, serial(1), Lifted.WIPED_AGAIN)
    assert states(reader, device) == [MediumState.UNAPPROVED]
    reader.approve(device)
    (proof,) = reader.look(device).proofs
    assert proof.deciding is not None
    assert proof.deciding.id == 2
    with pytest.raises(Refused, match="freeze_unknown"):
        reader.lift(incident, serial(1), Lifted.WIPED_AGAIN)


def test_what_was_recorded_before_without_a_time_proves_nothing_either(reader: Reader) -> None:
    device = reader.drawn(1)
    asks = {Attestation.RATED_FOR_MEDIUM, Attestation.DEAD_AFTERWARDS}
    by_hand = RecordRun(
        serial(1),
        SanitisationTechnique.DEGAUSS,
        reader.write(b"degaussed"),
        "laitteesta ei jää lokia",
        attested=frozenset(asks),
        performed_by=maker(reader),
    )
    reader.workshop.desk.do(supervisor(reader), by_hand)
    reader.workshop.clock.tick(hours=1)
    fail(reader)
    assert states(reader, device) == [MediumState.TO_REVIEW]
    with pytest.raises(Refused, match="proof_frozen"):
        reader.approve(device)


def test_who_read_it_back_does_not_end_the_doubt_alone(reader: Reader) -> None:
    device = reader.drawn(1)
    incident = fail(reader)
    reader.workshop.clock.tick(hours=1)
    reader.read(serial(1), by=reader.other)
    with pytest.raises(Refused, match="freeze_own_look"):
        reader.workshop.desk.do(
            reader.other, LiftFreeze(incident, serial(1), Lifted.LOOKED_CLEAN, "näin")
        )
    assert states(reader, device) == [MediumState.TO_REVIEW]
    reader.lift(incident, serial(1), Lifted.LOOKED_CLEAN)
    assert states(reader, device) == [MediumState.PROVEN]


def test_read_back_clean_it_is_proven_again_under_its_old_approval(reader: Reader) -> None:
    device = reader.wiped(2)
    reader.approve(device)
    reader.drawn(1)
    incident = fail(reader)
    with pytest.raises(Refused, match="freeze_no_ground"):
        reader.lift(incident, serial(2), Lifted.LOOKED_CLEAN)
    reader.workshop.clock.tick(hours=1)
    reader.read(serial(2))
    assert states(reader, device) == [MediumState.TO_REVIEW]
    reader.lift(incident, serial(2), Lifted.LOOKED_CLEAN)
    assert states(reader, device) == [MediumState.PROVEN]
    reader.issue(device)
    assert reader.findings() == ()


def _whole(reader: Reader, device: Device) -> str:
    """Issue the certificate of a device's lot and return its number."""
    assert reader.seal is not None
    with reader.workshop.desk.database.reading() as work:
        lot = work.lots.by_id(device.lot_id).code
    done = reader.workshop.desk.do(reader.boss, IssueLotCertificate(lot=lot, seal=reader.seal))
    return done.certificates[0].number


def _doubted(reader: Reader, *numbers: str) -> list[bool]:
    found = (certificates.certificate(reader.workshop.desk, reader.boss, one) for one in numbers)
    return [one.doubtful for one in found]


def test_two_supervisors_end_it_and_not_who_did_the_wipe(reader: Reader) -> None:
    device = reader.drawn(1)
    paper, whole = reader.issue(device)[0], _whole(reader, device)
    assert _doubted(reader, paper.number, whole) == [False, False]
    incident = fail(reader)
    assert _doubted(reader, paper.number, whole) == [True, True]
    assert certificates.lots(reader.workshop.desk, reader.boss)[0].doubtful
    assert reader.seen().incidents[0].revoke == (paper.number, whole), "the lot's one, too"
    for second, code in ((None, "second_supervisor_needed"), (reader.boss, "second_is_first")):
        with pytest.raises(Refused, match=code):
            reader.close(incident, Conclusion.UNFOUNDED, second)
    done = reader.close(incident, Conclusion.UNFOUNDED, reader.other)
    assert done.revoke == ()
    assert states(reader, device) == [MediumState.PROVEN]
    assert _doubted(reader, paper.number, whole) == [False, False]
    (view,) = reader.seen().incidents
    assert (view.conclusion, view.closed_by, view.left) == ("unfounded", ("T00", "T01"), 0)
    with pytest.raises(Refused, match="proof_incident_closed"):
        reader.close(incident, Conclusion.UNFOUNDED, reader.other)
    with pytest.raises(Refused, match="proof_incident_unknown"):
        reader.close(99, Conclusion.UNFOUNDED, reader.other)
    assert reader.findings() == ()


def test_nobody_ends_the_doubt_about_their_own_wipe(reader: Reader) -> None:
    device = reader.wiped(1, by=reader.boss.person)
    with drawing(chance=1000):
        reader.approve(device, by=reader.other)
    third = supervisor(reader)
    done = reader.read(serial(1), reading(1, errors=4), clean=False, tool="", by=third)
    assert done.incident is not None
    with pytest.raises(Refused, match="incident_own_work"):
        reader.close(done.incident, Conclusion.UNFOUNDED, reader.other)


def test_a_doubt_that_somebody_ended_past_the_program_is_found(reader: Reader) -> None:
    reader.approve(reader.wiped(2))
    reader.drawn(1)
    fail(reader)
    assert reader.findings() == ()
    for sql in (
        "DELETE FROM proof_freeze WHERE id = 2",
        "UPDATE proof_freeze SET lifted_at = at, lifted_by = 'HK', outcome = 'unfounded'",
        "UPDATE proof_freeze SET medium_id = 1",
        "UPDATE proof_incident SET closed_at = at, closed_by = 'HK', conclusion = 'unfounded'",
    ):
        assert reader.findings_after(sql) != (), sql
