"""What can be asked about people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.people import Person
from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.permissions import Permission, Role


@dataclass(frozen=True, slots=True)
class AddPerson(Command[Person]):
    """Give somebody a badge.

    `display` is a short name of the house (T07). `pin` is for roles that need one; who approves
    also has a name and a title, printed on certificates.
    """

    role: Role
    display: str
    pin: str | None = field(default=None, repr=False)
    name: str | None = None
    title: str | None = None
    language: str = "fi"
    second: Session | None = None


@dataclass(frozen=True, slots=True)
class ChangePerson(Command[Person]):
    """Change the short name, name, title or language; None leaves it."""

    badge: str
    display: str | None = None
    name: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeRole(Command[Person]):
    """Give somebody another role; a new PIN where the role needs one and there is none."""

    badge: str
    role: Role
    pin: str | None = field(default=None, repr=False)
    second: Session | None = None


@dataclass(frozen=True, slots=True)
class ResetPin(Command[Person]):
    """Set a new PIN for somebody else, or for oneself."""

    badge: str
    pin: str = field(repr=False)
    second: Session | None = None


@dataclass(frozen=True, slots=True)
class RemovePerson(Command[Person]):
    """Take a badge out of use; the history keeps its code."""

    badge: str
    second: Session | None = None


@dataclass(frozen=True, slots=True)
class GrantSkill(Command[Person]):
    """Let one person do something that their role does not carry but may be given."""

    badge: str
    permission: Permission


@dataclass(frozen=True, slots=True)
class EndGrant(Command[Person]):
    """End what a person was given."""

    badge: str
    permission: Permission


@dataclass(frozen=True, slots=True)
class ParkWork(Command[None]):
    """Keep one's half-done work of a station until one comes back."""

    station: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ResumeWork(Command[dict[str, Any] | None]):
    """Take one's half-done work of a station back."""

    station: str
