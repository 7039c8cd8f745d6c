"""How an intention becomes one unit of work with one journal entry.

A command is a frozen dataclass that derives from `Command[Result]`. A handler is one function,
marked with `@handles`; `Desk.do` begins the transaction, looks whether the person may, runs it,
checks that it wrote its entry, and commits. So no handler can forget any of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from types import ModuleType

    from serkut_desk.domain.people import Person, Session
    from serkut_desk.domain.permissions import Permission, SecondSupervisor
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

Result = TypeVar("Result")


class Command(Generic[Result]):
    """An intention of a person; its handler returns a `Result`."""

    __slots__ = ()


class Entries(Enum):
    """How many journal entries a handler writes."""

    ONE = "one"
    # One for each subject file, as with imports; at least one.
    EACH = "each"
    # May find that there is nothing to change, such as a repeated import.
    MAYBE = "maybe"
    # Touches nothing that the journal is about: parked work, label progress.
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Task:
    """What a handler works with: the open transaction and what surrounds it.

    Where anybody may, `person` is `authority.NOBODY` unless somebody is signed in.
    `prepared` is what the handler's `prepare` made before the transaction began.
    `second` is the second supervisor where one was asked for.
    """

    work: UnitOfWork
    desk: Desk
    person: Person
    session: Session
    prepared: Any = None
    second: Person | None = None

    @property
    def now(self) -> datetime:
        """The time that this action's entry carries."""
        return self.work.journal.now()

    @property
    def actor(self) -> str:
        """Code of the person who acts."""
        return self.person.code


@dataclass(frozen=True, slots=True)
class Handler:
    """A function that carries out one kind of command, and what it asks for."""

    command: type[Command[Any]]
    needs: Permission | None
    run: Callable[[Task, Any], Any]
    entries: Entries = Entries.ONE
    prepare: Callable[[Desk, Any], Any] | None = None
    second: Callable[[Any], SecondSupervisor | None] | None = None


def handles(
    command: type[Command[Result]],
    needs: Permission | None,
    *,
    entries: Entries = Entries.ONE,
    prepare: Callable[[Desk, Any], Any] | None = None,
    second: Callable[[Any], SecondSupervisor | None] | None = None,
) -> Callable[[Callable[[Task, Any], Result]], Handler]:
    """Mark a function as the handler of a command.

    Args:
        command: The command's class.
        needs: The permission without which it is refused; None when anybody may, also nobody
            signed in, as what keeps people safe.
        entries: How many journal entries it writes.
        prepare: Slow work that needs no transaction (reading files), done before it begins.
        second: Says for a command which act of two supervisors it is; the command then has a
            field `second: Session | None`.
    """

    def mark(run: Callable[[Task, Any], Result]) -> Handler:
        return Handler(command, needs, run, entries, prepare, second)

    return mark


def collect(modules: Iterable[ModuleType]) -> dict[type[Command[Any]], Handler]:
    """Return every handler of these modules by its command.

    Raises:
        ValueError: Two handlers carry out the same command.
    """
    found: dict[type[Command[Any]], Handler] = {}
    for module in modules:
        for thing in vars(module).values():
            if not isinstance(thing, Handler):
                continue
            if found.get(thing.command, thing) is not thing:
                message = f"two handlers for {thing.command.__name__}"
                raise ValueError(message)
            found[thing.command] = thing
    return found
