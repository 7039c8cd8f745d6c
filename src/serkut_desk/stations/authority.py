"""Who may do it now: the permission table, the PIN's age, the second supervisor."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused, Word
from serkut_desk.domain.people import Person, Session
from serkut_desk.domain.permissions import PinNeed, Role
from serkut_desk.records.journal import PROGRAM

if TYPE_CHECKING:
    from serkut_desk.domain.permissions import Permission, PermissionTable, SecondSupervisor
    from serkut_desk.records.people import People

# Who acts when nobody is signed in and anybody may: the program itself, for the journal.
NOBODY = Person(
    id=0,
    code=PROGRAM,
    role=Role.WORKER,
    display="",
    name=None,
    title=None,
    pin_hash=None,
    language="fi",
    active=False,
    created_at=datetime.min.replace(tzinfo=UTC),
)


def authorise(
    people: People,
    table: PermissionTable,
    session: Session | None,
    permission: Permission,
    now: datetime,
) -> Person:
    """Return the person of the session, if they may.

    Raises:
        Refused: `nobody_signed_in`, `desk_locked`, `badge_unknown`, `not_permitted`,
            `pin_needed` or `pin_too_old`.
    """
    if session is None:
        raise Refused("nobody_signed_in")
    if session.locked:
        raise Refused("desk_locked")
    person = people.by_code(session.person)
    if person is None or not person.active:
        raise Refused("badge_unknown", badge=session.person)
    if not table.may(person.role, permission, person.granted):
        word = Word(f"permission.{permission.value}")
        raise Refused("not_permitted", permission=word, role=person.role.value)
    need = table.pin_need(permission)
    if need is not PinNeed.NONE and session.pin_at is None:
        raise Refused("pin_needed", permission=permission.value)
    if need is PinNeed.FRESH and session.pin_at is not None:
        age = now - session.pin_at
        if age > table.fresh_for or age.total_seconds() < -1:
            raise Refused("pin_too_old", minutes=int(table.fresh_for.total_seconds() // 60))
    return person


def who_can(people: People, table: PermissionTable, permission: Permission) -> list[Person]:
    """Return the active people who may do something, by their role or because it was given."""
    return [
        one
        for one in people.everybody()
        if one.active and table.may(one.role, permission, one.granted)
    ]


def whoever(people: People, session: Session | None) -> Person:
    """Return who is signed in, `NOBODY` when nobody is for sure; refuses nobody."""
    if session is None or session.locked:
        return NOBODY
    person = people.by_code(session.person)
    return person if person is not None and person.active else NOBODY


def second_supervisor(
    people: People,
    table: PermissionTable,
    act: SecondSupervisor,
    *,
    permission: Permission,
    first: Person,
    second: Session | None,
    now: datetime,
) -> Person | None:
    """Return the second supervisor of an act that needs one, None when it needs none.

    Raises:
        Refused: `second_supervisor_needed`, `second_is_first`, or as `authorise`.
    """
    if not table.needs_second(act, people.count(Role.SUPERVISOR)):
        return None
    return other_supervisor(
        people, table, permission=permission, first=first, second=second, now=now
    )


def other_supervisor(
    people: People,
    table: PermissionTable,
    *,
    permission: Permission,
    first: Person,
    second: Session | None,
    now: datetime,
) -> Person:
    """Return the second supervisor of an act that always needs two.

    Raises:
        Refused: `second_supervisor_needed`, `second_is_first`, or as `authorise`.
    """
    if second is None:
        raise Refused("second_supervisor_needed")
    other = authorise(people, table, second, permission, now)
    if other.id == first.id:
        raise Refused("second_is_first")
    if other.role is not Role.SUPERVISOR:
        raise Refused("second_supervisor_needed")
    return other
