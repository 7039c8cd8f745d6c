"""Badges, roles and PINs."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.codes import HIGHEST, CodeKind, make_code
from serkut_desk.domain.errors import Misused, Refused, Word
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission, Role, SecondSupervisor
from serkut_desk.stations.authority import second_supervisor
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.people import pins
from serkut_desk.stations.people.commands import (
    AddPerson,
    ChangePerson,
    ChangeRole,
    EndGrant,
    GrantSkill,
    ParkWork,
    RemovePerson,
    ResetPin,
    ResumeWork,
)
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.people import Person, Session
    from serkut_desk.domain.permissions import PermissionTable
    from serkut_desk.records.people import People

LONGEST_TEXT = 80
# Enough characters to say where half-done work was, too few to hide a file in.
LONGEST_PARKED = 4000


def new_badge(people: People) -> str:
    """Return a badge's code that nobody ever had; its digits are drawn, not counted."""
    while True:
        code = make_code(CodeKind.BADGE, secrets.randbelow(HIGHEST) + 1)
        if people.by_code(code) is None:
            return code


def clean(text: str, field: str) -> str:
    """Return a short text without needless spaces.

    Raises:
        Misused: `text_missing` or `text_too_long`.
        Refused: `secret_not_kept`.
    """
    return short_text(text, field, LONGEST_TEXT)


def pin_for(table: PermissionTable, role: Role, pin: str | None) -> str | None:
    """Return the hash for a new person of a role.

    Raises:
        Misused: `pin_missing` where the role needs one.
    """
    if not table.has_pin(role):
        return None
    if pin is None:
        raise Misused("pin_missing", role=role.value)
    return pins.hashed(pin)


def _existing(task: Task, badge: str) -> Person:
    person = task.work.people.by_code(badge)
    if person is None or not person.active:
        raise Refused("badge_unknown", badge=badge)
    return person


def _keep_a_supervisor(task: Task, person: Person) -> None:
    if person.role is Role.SUPERVISOR and task.work.people.count(Role.SUPERVISOR) < 2:  # noqa: PLR2004 - the last one
        raise Refused("last_supervisor")


def _confirmed_by(task: Task, person: Person, second: Session | None) -> Person | None:
    """Return the second supervisor under whom another one ends.

    Else one of two could be rid of the other and then do alone what needs both.

    Raises:
        Refused: As `authority.second_supervisor`.
    """
    if person.role is not Role.SUPERVISOR or person.id == task.person.id:
        return None
    return second_supervisor(
        task.work.people,
        task.desk.permissions,
        SecondSupervisor.PROMOTE_SUPERVISOR,
        permission=Permission.PEOPLE,
        first=task.person,
        second=second,
        now=task.desk.clock.now(),
    )


def _second(task: Task) -> dict[str, object]:
    return {} if task.second is None else {"second": task.second.code}


# Roles that two supervisors give: those that let wipes pass. An auditor only reads.
_TRUSTED = frozenset({Role.SUPERVISOR, Role.APPROVER})


def _adds_supervisor(command: AddPerson) -> SecondSupervisor | None:
    return SecondSupervisor.ADD_SUPERVISOR if command.role in _TRUSTED else None


def _promotes(command: ChangeRole) -> SecondSupervisor | None:
    return SecondSupervisor.PROMOTE_SUPERVISOR if command.role in _TRUSTED else None


def _resets(_command: ResetPin) -> SecondSupervisor:
    return SecondSupervisor.RESET_PIN


@handles(AddPerson, Permission.PEOPLE, second=_adds_supervisor)
def add_person(task: Task, command: AddPerson) -> Person:
    """Give somebody a badge."""
    people = task.work.people
    code = new_badge(people)
    people.add(
        code=code,
        role=command.role.value,
        display=clean(command.display, "display"),
        name=command.name and clean(command.name, "name"),
        title=command.title and clean(command.title, "title"),
        pin_hash=pin_for(task.desk.permissions, command.role, command.pin),
        language=command.language,
        created_at=task.now,
        active=True,
    )
    task.work.journal.append(Tag.PERSON_ADDED, code, role=command.role.value, **_second(task))
    return _existing(task, code)


@handles(ChangePerson, Permission.PEOPLE)
def change_person(task: Task, command: ChangePerson) -> Person:
    """Change what papers and screens say of somebody; the journal says only that, not what."""
    person = _existing(task, command.badge)
    given = {
        field: clean(value, field)
        for field in ("display", "name", "title", "language")
        if (value := getattr(command, field)) is not None
    }
    if not given:
        raise Misused("nothing_to_change")
    task.work.people.change(person.id, **given)
    task.work.journal.append(Tag.PERSON_CHANGED, person.code, fields=sorted(given))
    return _existing(task, person.code)


@handles(ChangeRole, Permission.PEOPLE, second=_promotes)
def change_role(task: Task, command: ChangeRole) -> Person:
    """Give somebody another role."""
    person = _existing(task, command.badge)
    if person.role is command.role:
        raise Refused("role_is_same", role=command.role.value)
    _keep_a_supervisor(task, person)
    second = task.second or _confirmed_by(task, person, command.second)
    kept = person.pin_hash if command.pin is None else None
    pin_hash = kept or pin_for(task.desk.permissions, command.role, command.pin)
    task.work.people.change(person.id, role=command.role.value, pin_hash=pin_hash)
    task.work.journal.append(
        Tag.ROLE_CHANGED,
        person.code,
        role=command.role.value,
        before=person.role.value,
        **({} if second is None else {"second": second.code}),
        **_end_grants(task, person),
    )
    return _existing(task, person.code)


@handles(ResetPin, Permission.PEOPLE, second=_resets)
def reset_pin(task: Task, command: ResetPin) -> Person:
    """Set a new PIN and forget wrong ones."""
    person = _existing(task, command.badge)
    if not task.desk.permissions.has_pin(person.role):
        raise Refused("role_has_no_pin", role=person.role.value)
    task.work.people.change(person.id, pin_hash=pins.hashed(command.pin))
    task.work.people.clear_guard(person.id)
    task.work.journal.append(Tag.PIN_RESET, person.code, **_second(task))
    return _existing(task, person.code)


@handles(RemovePerson, Permission.PEOPLE)
def remove_person(task: Task, command: RemovePerson) -> Person:
    """Take a badge out of use."""
    person = _existing(task, command.badge)
    _keep_a_supervisor(task, person)
    second = _confirmed_by(task, person, command.second)
    task.work.people.change(person.id, active=False, pin_hash=None)
    confirmed = {} if second is None else {"second": second.code}
    task.work.journal.append(
        Tag.PERSON_REMOVED,
        person.code,
        role=person.role.value,
        **confirmed,
        **_end_grants(task, person),
    )
    return person


@handles(GrantSkill, Permission.PEOPLE)
def grant_skill(task: Task, command: GrantSkill) -> Person:
    """Let a person do what the table lets people of their role be given, one by one."""
    person, table = _existing(task, command.badge), task.desk.permissions
    word = Word(f"permission.{command.permission.value}")
    if table.may(person.role, command.permission, person.granted):
        raise Refused("grant_held_already", permission=word, badge=person.display)
    if command.permission not in table.grantable[person.role]:
        raise Refused("grant_not_possible", permission=word, role=person.role.value)
    head = task.work.journal.append(
        Tag.GRANT_GIVEN, person.code, permission=command.permission.value
    )
    task.work.people.grant(person.id, command.permission, at=task.now, by=task.actor, seq=head.seq)
    return _existing(task, person.code)


@handles(EndGrant, Permission.PEOPLE)
def end_grant(task: Task, command: EndGrant) -> Person:
    """End what a person was given."""
    person = _existing(task, command.badge)
    if command.permission not in person.granted:
        word = Word(f"permission.{command.permission.value}")
        raise Refused("grant_missing", permission=word, badge=person.display)
    task.work.people.end_grants(person.id, {command.permission})
    task.work.journal.append(Tag.GRANT_ENDED, person.code, permission=command.permission.value)
    return _existing(task, person.code)


def _end_grants(task: Task, person: Person) -> dict[str, list[str]]:
    """End everything that a person was given; return what the caller's entry says of it."""
    if not person.granted:
        return {}
    task.work.people.end_grants(person.id, person.granted)
    return {"grants_ended": sorted(word.value for word in person.granted)}


@handles(ParkWork, Permission.SEARCH, entries=Entries.NONE)
def park_work(task: Task, command: ParkWork) -> None:
    """Keep half-done work of the person at the desk."""
    if len(str(command.data)) > LONGEST_PARKED:
        raise Misused("text_too_long", field="data", longest=LONGEST_PARKED)
    task.work.people.park(task.person.id, command.station, command.data, task.desk.clock.now())


@handles(ResumeWork, Permission.SEARCH, entries=Entries.NONE)
def resume_work(task: Task, command: ResumeWork) -> dict[str, Any] | None:
    """Give half-done work back."""
    return task.work.people.unpark(task.person.id, command.station)
