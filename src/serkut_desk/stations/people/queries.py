"""Who works here, for lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission, Role

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in a list, without anything secret; `granted` besides what the role carries."""

    code: str
    display: str
    role: Role
    name: str | None
    title: str | None
    language: str
    has_pin: bool
    granted: tuple[Permission, ...] = ()


def people(desk: Desk, session: Session | None) -> list[PersonLine]:
    """Return the active people."""
    with desk.reading(session, Permission.PEOPLE) as work:
        return [
            PersonLine(
                person.code,
                person.display,
                person.role,
                person.name,
                person.title,
                person.language,
                person.pin_hash is not None,
                tuple(sorted(person.granted)),
            )
            for person in work.people.everybody()
            if person.active
        ]


def supervisors(desk: Desk) -> int:
    """Return how many supervisors there are; anybody may know."""
    with desk.database.reading() as work:
        return work.people.count(Role.SUPERVISOR)
