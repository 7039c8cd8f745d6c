"""The desk: everything that a handler needs, and the one way to carry out a command."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.people import Session
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import import_places, late_doubt, rules
from serkut_desk.stations.authority import authorise, second_supervisor, whoever
from serkut_desk.stations.handling import Command, Entries, Handler, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from serkut_desk.domain.clock import Clock
    from serkut_desk.domain.people import Person
    from serkut_desk.domain.permissions import PermissionTable
    from serkut_desk.records.database import Database
    from serkut_desk.records.files import FileStore
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.settings import DataFolder

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Desk:
    """One open workshop.

    Args:
        folder: Where its data lies.
        database: Its records.
        files: Its files by content.
        permissions: Who may do what.
        handlers: How each command is carried out.
    """

    folder: DataFolder
    database: Database
    files: FileStore
    permissions: PermissionTable
    handlers: Mapping[type[Command[Any]], Handler]

    @property
    def clock(self) -> Clock:
        """Where time comes from."""
        return self.database.clock

    def do(self, session: Session | None, command: Command[Result]) -> Result:
        """Carry out a command: all of it with its journal entry, or nothing.

        Raises:
            KnownFailure: A rule refuses, or the environment does not allow it.
        """
        handler = self.handlers[type(command)]
        if handler.needs is not None and handler.prepare is not None:
            with self.reading(session, handler.needs):
                pass  # refuse before slow preparation
        prepared = handler.prepare(self, command) if handler.prepare else None
        with _numbers_fit(), self.database.work() as work:
            if handler.needs is None:
                person, second = whoever(work.people, session), None
            else:
                person, second = self._authorised(work, handler, handler.needs, session, command)
            work.actor = person.code
            work.journal.policy = partial(rules.version_at, work, self.clock.now())
            task = Task(work, self, person, session or Session(person.code), prepared, second)
            result: Result = handler.run(task, command)
            _check_entries(handler, work.journal.appended)
            late_doubt.follow(work)
            import_places.follow(work)
            _check_told(handler, work)
            work.commit()
        return result

    def _authorised(
        self,
        work: UnitOfWork,
        handler: Handler,
        needs: Permission,
        session: Session | None,
        command: Command[Any],
    ) -> tuple[Person, Person | None]:
        """Return who acts and the second supervisor where the act needs one."""
        now = self.clock.now()
        person = authorise(work.people, self.permissions, session, needs, now)
        act = handler.second(command) if handler.second else None
        if act is None:
            return person, None
        offered: Session | None = getattr(command, "second")  # noqa: B009 - asked of commands with `second` only
        second = second_supervisor(
            work.people,
            self.permissions,
            act,
            permission=needs,
            first=person,
            second=offered,
            now=now,
        )
        return person, second

    @contextmanager
    def reading(
        self, session: Session | None, needs: Permission = Permission.SEARCH
    ) -> Iterator[UnitOfWork]:
        """Open the records for reading, for somebody who may.

        Raises:
            Refused: As `authorise`.
        """
        with _numbers_fit(), self.database.reading() as work:
            authorise(work.people, self.permissions, session, needs, self.clock.now())
            yield work


@contextmanager
def _numbers_fit() -> Iterator[None]:
    """Answer a number that no record can hold as what it is: a slip of whoever gave it.

    Raises:
        Misused: `number_too_large`.
    """
    try:
        yield
    except OverflowError as problem:
        raise Misused("number_too_large") from problem


def _check_entries(handler: Handler, appended: int) -> None:
    """Stop a handler that changed records without saying so in the journal: a bug."""
    fits = {
        Entries.ONE: appended == 1,
        Entries.EACH: appended >= 1,
        Entries.MAYBE: True,
        Entries.NONE: appended == 0,
    }
    if not fits[handler.entries]:
        message = f"{handler.command.__name__} wrote {appended} entries"
        raise AssertionError(message)


def _check_told(handler: Handler, work: UnitOfWork) -> None:
    """Stop a handler that changed evidence or media after its entry, which then tells it not."""
    untold = work.untold()
    if untold:
        message = f"{handler.command.__name__} changed {', '.join(untold)} after its entry"
        raise AssertionError(message)
