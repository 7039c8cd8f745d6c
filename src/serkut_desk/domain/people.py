"""People as the program knows them: references, roles, and who is at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.permissions import Permission, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a badge. Only who approves has a name and a title; they stand on papers.

    `display` is the house's own short name (T07), never a person's name. `granted` is what they
    may besides what the role carries, person by person.
    """

    id: int
    code: str
    role: Role
    display: str
    name: str | None
    title: str | None
    pin_hash: str | None
    language: str
    active: bool
    created_at: datetime
    granted: frozenset[Permission] = frozenset()


@dataclass(frozen=True, slots=True)
class Session:
    """Who is at the desk now.

    `pin_at` is when the PIN was last given in this session, None when only the badge was.
    The role is read anew from the records at every action; a session can not lend rights.
    """

    person: str
    pin_at: datetime | None = None
    locked: bool = False


@dataclass(frozen=True, slots=True)
class PinGuard:
    """Wrong PINs in a row, and until when no PIN is looked at."""

    person_id: int
    failures: int
    not_before: datetime
