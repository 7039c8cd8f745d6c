"""Every handler is tried as nobody, as each role, locked, without a PIN and with an old one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from serkut_desk import bootstrap
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.people import Session
from serkut_desk.domain.permissions import Permission, PinNeed, Role
from serkut_desk.stations.handling import Handler, collect

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit import Workshop

HANDLERS = collect(bootstrap.STATIONS)
GUARDED = {name: handler for name, handler in HANDLERS.items() if handler.needs is not None}
ALL = set(GUARDED)

# Done by anybody, signed in or not: what keeps people safe.
OPEN_TO_ALL = {"RaiseStop"}


def _bare(handler: Handler) -> Any:
    """Return a command that nobody filled in: authority comes before anything looks at it."""
    return object.__new__(handler.command)


def _refusal(workshop: Workshop, session: Session | None, handler: Handler) -> str | None:
    """Return why the desk refuses for reasons of authority, None when it would go on."""
    try:
        workshop.desk.do(session, _bare(handler))
    except Refused as refused:
        return refused.code
    except (AttributeError, AssertionError, TypeError):
        return None  # it went on to look at the empty command
    return None


def _session(workshop: Workshop, role: Role, *, pin: bool) -> Session:
    code = make_code(CodeKind.BADGE, 500 + list(Role).index(role))
    with workshop.desk.database.work() as work:
        if work.people.by_code(code) is None:
            work.people.add(
                code=code,
                role=role.value,
                display="X",
                language="fi",
                created_at=workshop.clock.now(),
                active=True,
            )
        work.commit()
    return Session(code, workshop.clock.now() if pin else None)


def _needs(handler: Handler) -> Permission:
    assert handler.needs is not None
    return handler.needs


def _all(workshop: Workshop, session: Session | None) -> dict[str | None, set[type]]:
    """Try every handler; return by reason which were refused, by None which would go on."""
    found: dict[str | None, set[type]] = {}
    for command, handler in GUARDED.items():
        found.setdefault(_refusal(workshop, session, handler), set()).add(command)
    return found


def _those(asked: Callable[[Permission], bool]) -> set[type]:
    """Return the commands whose permission is one of those asked for."""
    return {command for command, handler in GUARDED.items() if asked(_needs(handler))}


def test_only_what_keeps_people_safe_is_open_to_all() -> None:
    unguarded = {name.__name__ for name, handler in HANDLERS.items() if handler.needs is None}
    assert unguarded <= OPEN_TO_ALL


def test_nobody_may(workshop: Workshop) -> None:
    assert _all(workshop, None) == {"nobody_signed_in": ALL}


def test_a_locked_desk_may_not(workshop: Workshop) -> None:
    assert _all(workshop, replace(workshop.first, locked=True)) == {"desk_locked": ALL}


def test_an_unknown_badge_may_not(workshop: Workshop) -> None:
    stranger = Session(make_code(CodeKind.BADGE, 99), workshop.clock.now())
    assert _all(workshop, stranger) == {"badge_unknown": ALL}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says(workshop: Workshop, role: Role) -> None:
    found = _all(workshop, _session(workshop, role, pin=True))
    may = _those(lambda needs: workshop.desk.permissions.holds(role, needs))
    assert found.pop("not_permitted", set()) == ALL - may
    assert not found.keys() & {"pin_needed", "pin_too_old"}


@pytest.mark.parametrize("role", Role)
def test_whatever_was_given_only_what_the_role_can_be_given_counts(
    workshop: Workshop, role: Role
) -> None:
    session, table = _session(workshop, role, pin=True), workshop.desk.permissions
    with workshop.desk.database.work() as work:
        person = work.people.by_code(session.person)
        assert person is not None
        for word in Permission:
            work.people.grant(person.id, word, at=work.journal.now(), by="HK", seq=1)
        work.commit()
    for handler in GUARDED.values():
        found = _refusal(workshop, session, handler)
        may = _needs(handler) in table.roles[role] | table.grantable[role]
        assert (found != "not_permitted") == may, handler.command.__name__


def test_a_badge_alone_gives_no_supervisor_rights(workshop: Workshop) -> None:
    need = workshop.desk.permissions.pin_need
    found = _all(workshop, replace(workshop.first, pin_at=None))
    assert found["pin_needed"] == _those(lambda needs: need(needs) is not PinNeed.NONE)


def test_an_old_pin_is_not_enough_where_a_fresh_one_is_asked(workshop: Workshop) -> None:
    workshop.clock.tick(minutes=5, seconds=1)
    need = workshop.desk.permissions.pin_need
    found = _all(workshop, workshop.first)
    assert found["pin_too_old"] == _those(lambda needs: need(needs) is PinNeed.FRESH)


def test_a_pin_from_the_future_is_not_fresh(workshop: Workshop) -> None:
    ahead = replace(workshop.first, pin_at=workshop.clock.now() + timedelta(hours=1))
    fresh = next(
        handler
        for handler in GUARDED.values()
        if workshop.desk.permissions.pin_need(_needs(handler)) is PinNeed.FRESH
    )
    assert _refusal(workshop, ahead, fresh) == "pin_too_old"
