from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit import PIN
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.permissions import Role
from serkut_desk.stations.people import sign_in
from serkut_desk.stations.people.commands import (
    AddPerson,
    ChangeRole,
    ParkWork,
    RemovePerson,
    ResumeWork,
)

if TYPE_CHECKING:
    from kit import Workshop


def test_a_maker_gets_a_badge_and_the_journal_says_so_without_a_name(workshop: Workshop) -> None:
    made = workshop.desk.do(workshop.first, AddPerson(role=Role.WORKER, display="T07"))
    assert made.code.startswith("HK")
    with workshop.desk.database.reading() as work:
        (entry,) = work.journal.about(made.code)
    assert entry.actor == workshop.first.person
    assert "T07" not in entry.body


def test_adding_a_supervisor_needs_the_other_supervisor(workshop: Workshop) -> None:
    command = AddPerson(role=Role.SUPERVISOR, display="TJ3", pin="2580")
    with pytest.raises(Refused, match="second_supervisor_needed"):
        workshop.desk.do(workshop.first, command)
    own = AddPerson(role=Role.SUPERVISOR, display="TJ3", pin="2580", second=workshop.first)
    with pytest.raises(Refused, match="second_is_first"):
        workshop.desk.do(workshop.first, own)
    both = AddPerson(role=Role.SUPERVISOR, display="TJ3", pin="2580", second=workshop.other)
    assert workshop.desk.do(workshop.first, both).role is Role.SUPERVISOR


def test_an_auditor_who_only_reads_needs_no_second_supervisor(workshop: Workshop) -> None:
    auditor = AddPerson(role=Role.AUDITOR, display="T90", pin="2580")
    assert workshop.desk.do(workshop.first, auditor).role is Role.AUDITOR
    turned = ChangeRole(badge=workshop.worker.person, role=Role.AUDITOR, pin="2580")
    assert workshop.desk.do(workshop.first, turned).role is Role.AUDITOR


def test_whoever_may_approve_is_added_and_promoted_by_two(workshop: Workshop) -> None:
    added = AddPerson(role=Role.APPROVER, display="H1", pin="2580")
    promoted = ChangeRole(badge=workshop.worker.person, role=Role.APPROVER, pin="2580")
    for command in (added, promoted):
        with pytest.raises(Refused, match="second_supervisor_needed"):
            workshop.desk.do(workshop.first, command)


def test_one_of_two_supervisors_is_not_rid_of_the_other_alone(workshop: Workshop) -> None:
    other = workshop.other.person
    for command in (RemovePerson(badge=other), ChangeRole(badge=other, role=Role.WORKER)):
        with pytest.raises(Refused, match="second_supervisor_needed"):
            workshop.desk.do(workshop.first, command)
    alone = RemovePerson(badge=other, second=workshop.first)
    with pytest.raises(Refused, match="second_is_first"):
        workshop.desk.do(workshop.first, alone)
    both = ChangeRole(badge=other, role=Role.WORKER, second=workshop.other)
    assert workshop.desk.do(workshop.first, both).role is Role.WORKER


def test_the_last_supervisor_stays(workshop: Workshop) -> None:
    workshop.desk.do(workshop.other, RemovePerson(badge=workshop.other.person))
    with pytest.raises(Refused, match="last_supervisor"):
        workshop.desk.do(workshop.first, RemovePerson(badge=workshop.first.person))
    with pytest.raises(Refused, match="last_supervisor"):
        workshop.desk.do(workshop.first, ChangeRole(badge=workshop.first.person, role=Role.WORKER))


def test_a_weak_pin_is_refused(workshop: Workshop) -> None:
    for pin in ("12", "0000", "abcd"):
        command = AddPerson(role=Role.SUPERVISOR, display="TJ3", pin=pin, second=workshop.other)
        with pytest.raises(Refused, match="pin_"):
            workshop.desk.do(workshop.first, command)
    with pytest.raises(Misused, match="pin_missing"):
        workshop.desk.do(
            workshop.first,
            AddPerson(role=Role.SUPERVISOR, display="TJ3", second=workshop.other),
        )


def test_wrong_pins_make_the_next_try_wait_also_in_another_process(workshop: Workshop) -> None:
    desk = workshop.desk
    _, session = sign_in.with_badge(desk, workshop.first.person)
    for _ in range(3):
        with pytest.raises(Refused, match="pin_wrong"):
            sign_in.with_pin(desk, session, "9999")
    with pytest.raises(Refused, match="pin_wait"):
        sign_in.with_pin(desk, session, PIN)
    workshop.clock.tick(minutes=1)
    assert sign_in.with_pin(desk, session, PIN).pin_at == workshop.clock.now()


def test_parked_work_comes_back_once(workshop: Workshop) -> None:
    workshop.desk.do(workshop.worker, ParkWork("intake", {"serial": "PF2ABC12"}))
    assert workshop.desk.do(workshop.worker, ResumeWork("intake")) == {"serial": "PF2ABC12"}
    assert workshop.desk.do(workshop.worker, ResumeWork("intake")) is None


def test_only_the_owner_of_parked_work_gets_it(workshop: Workshop) -> None:
    workshop.desk.do(workshop.worker, ParkWork("intake", {"serial": "PF2ABC12"}))
    assert workshop.desk.do(workshop.first, ResumeWork("intake")) is None
