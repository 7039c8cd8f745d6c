"""What one person may besides their role: given by a supervisor, with an entry, until it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.stations.authority import authorise, who_can
from serkut_desk.stations.home import queries as home
from serkut_desk.stations.people import queries
from serkut_desk.stations.people.commands import ChangeRole, EndGrant, GrantSkill, RemovePerson

if TYPE_CHECKING:
    from kit import Workshop

GIVEN = [Permission.BATTERY, Permission.SAFETY_TEST]


def _may(workshop: Workshop, permission: Permission) -> bool:
    """Tell whether the maker may, by the one function that every command asks."""
    desk = workshop.desk
    with desk.database.reading() as work:
        try:
            authorise(work.people, desk.permissions, workshop.worker, permission, desk.clock.now())
        except Refused:
            return False
        return True


def _give(workshop: Workshop, permission: Permission = Permission.BATTERY) -> None:
    workshop.desk.do(workshop.first, GrantSkill(workshop.worker.person, permission))


@pytest.mark.parametrize("permission", GIVEN)
def test_what_is_given_holds_until_it_ends(workshop: Workshop, permission: Permission) -> None:
    assert not _may(workshop, permission)
    _give(workshop, permission)
    assert _may(workshop, permission)
    assert permission in home.held(workshop.desk, workshop.worker)
    listed = {one.code: one.granted for one in queries.people(workshop.desk, workshop.first)}
    assert listed[workshop.worker.person] == (permission,)
    assert workshop.desk.database.check_records() == ()
    workshop.desk.do(workshop.other, EndGrant(workshop.worker.person, permission))
    assert not _may(workshop, permission)
    with workshop.desk.database.reading() as work:
        told = [entry.tag for entry in work.journal.about(workshop.worker.person)]
    assert told == [Tag.GRANT_GIVEN, Tag.GRANT_ENDED]
    assert workshop.desk.database.check_records() == ()


@pytest.mark.parametrize(
    "permission", [word for word in Permission if word not in GIVEN], ids=lambda word: word.value
)
def test_nothing_else_can_be_given_least_of_all_a_mains_supply(
    workshop: Workshop, permission: Permission
) -> None:
    carried = permission in workshop.desk.permissions.roles[Role.WORKER]
    wanted = "grant_held_already" if carried else "grant_not_possible"
    with pytest.raises(Refused, match=wanted):
        _give(workshop, permission)


def test_nobody_gives_themselves_anything(workshop: Workshop) -> None:
    command = GrantSkill(workshop.worker.person, Permission.BATTERY)
    with pytest.raises(Refused, match="not_permitted"):
        workshop.desk.do(workshop.worker, command)
    with pytest.raises(Refused, match="grant_held_already"):
        workshop.desk.do(workshop.first, GrantSkill(workshop.first.person, Permission.BATTERY))


def test_twice_is_refused_and_so_is_ending_what_was_never_given(workshop: Workshop) -> None:
    with pytest.raises(Refused, match="grant_missing"):
        workshop.desk.do(workshop.first, EndGrant(workshop.worker.person, Permission.BATTERY))
    _give(workshop)
    with pytest.raises(Refused, match="grant_held_already"):
        _give(workshop)


def test_it_ends_with_the_badge_and_with_the_role(workshop: Workshop) -> None:
    for role in (Role.AUDITOR, Role.WORKER):
        _give(workshop) if role is Role.AUDITOR else None
        workshop.desk.do(workshop.first, ChangeRole(workshop.worker.person, role, pin="1234"))
        assert not _may(workshop, Permission.BATTERY)
    _give(workshop)
    workshop.desk.do(workshop.first, RemovePerson(workshop.worker.person))
    with workshop.desk.database.reading() as work:
        gone = work.people.by_code(workshop.worker.person)
        assert gone is not None
        assert gone.granted == frozenset()
    assert workshop.desk.database.check_records() == ()


def test_who_can_counts_who_was_given_it(workshop: Workshop) -> None:
    desk = workshop.desk

    def can() -> set[str]:
        with desk.database.reading() as work:
            return {one.code for one in who_can(work.people, desk.permissions, Permission.BATTERY)}

    supervisors = {workshop.first.person, workshop.other.person}
    assert can() == supervisors
    _give(workshop)
    assert can() == supervisors | {workshop.worker.person}


def test_a_grant_past_the_program_is_found(workshop: Workshop) -> None:
    with workshop.desk.database.work() as work:
        person = work.people.by_code(workshop.worker.person)
        assert person is not None
        at = work.journal.now()
        work.people.grant(person.id, Permission.BATTERY, at=at, by=workshop.first.person, seq=1)
        work.commit()
    found = workshop.desk.database.check_records()
    assert [one.about for one in found] == [workshop.worker.person]
