"""People: builds the commands and hands their results to the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.permissions import Role
from serkut_desk.stations.people.commands import (
    AddPerson,
    ChangePerson,
    ChangeRole,
    EndGrant,
    GrantSkill,
    RemovePerson,
    ResetPin,
)
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Person, Session
    from serkut_desk.domain.permissions import Permission
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.people.queries import PersonLine
    from serkut_desk.ui.hands import Hands


class PeoplePresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Carries out.
    """

    listed = Signal(object)
    """The people, a tuple of `PersonLine`."""
    shut = Signal(object)
    """The `KnownFailure` for which the list may not be seen."""
    said = Signal(object)
    done = Signal()
    """What the form asked for is done."""
    meant = Signal(str)
    """The badge that the last action was about."""
    refused = Signal(str)
    """Why it is not, for the form."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands

    def has_pin(self, role: str) -> bool:
        """Tell whether people of a role have a PIN."""
        return self._hands.place.desk.permissions.has_pin(Role(role))

    def grantable(self, role: Role) -> tuple[Permission, ...]:
        """Return what people of a role can be given one by one."""
        return tuple(sorted(self._hands.place.desk.permissions.grantable[role]))

    def grant(self, badge: str, permission: Permission) -> None:
        """Let a person do something besides what the role carries."""
        self._do(GrantSkill(badge, permission), self.tr("{0} has a permission more"))

    def end_grant(self, badge: str, permission: Permission) -> None:
        """End what a person was given."""
        self._do(EndGrant(badge, permission), self.tr("{0} has a permission less"))

    def load(self) -> None:
        """Fetch the list."""
        self._hands.ask(_people, self.listed.emit, self.shut.emit)

    def add(self, told: Mapping[str, str]) -> None:
        """Give somebody a badge."""
        role = Role(told["role"])
        self._do(
            AddPerson(
                role=role,
                display=told["display"],
                pin=told["pin"] or None,
                name=told["name"] or None,
                title=told["title"] or None,
                language=told["language"],
            ),
            self.tr("{0} has a badge now. Print it."),
        )

    def change(self, badge: str, told: Mapping[str, str]) -> None:
        """Change what screens and papers say of somebody."""
        self._do(
            ChangePerson(
                badge,
                display=told["display"] or None,
                name=told["name"] or None,
                title=told["title"] or None,
                language=told["language"] or None,
            ),
            self.tr("{0} is changed"),
        )

    def change_role(self, badge: str, told: Mapping[str, str]) -> None:
        """Give somebody another role."""
        command = ChangeRole(badge, Role(told["role"]), pin=told["pin"] or None)
        self._do(command, self.tr("{0} has another role now"))

    def reset_pin(self, badge: str, told: Mapping[str, str]) -> None:
        """Set a new PIN."""
        self._do(ResetPin(badge, told["pin"]), self.tr("{0} has a new PIN"))

    def remove(self, badge: str) -> None:
        """Take a badge out of use."""
        self._do(RemovePerson(badge), self.tr("{0}: the badge does not work any more"))

    def print_badges(self, badges: tuple[str, ...]) -> None:
        """Make a sheet of badges, of everybody when none is named."""
        language = self._hands.language

        def sheet(desk: Desk, session: Session | None) -> Path:
            from serkut_desk.stations.people.badge_sheet import badge_sheet  # noqa: PLC0415 - loads reportlab

            return badge_sheet(desk, session, badges, language=language)

        self._hands.ask(sheet, self._printed)

    def _do(self, command: Command[Person], sentence: str) -> None:
        def then(person: Person) -> None:
            self.meant.emit(person.code)
            self.said.emit(Notice(Tone.GOOD, sentence.replace("{0}", person.display)))
            self.done.emit()

        changes: Callable[[Person], Changes] = lambda person: Changes(  # noqa: E731 - one use, with its type
            people=frozenset({person.code}), journal=True
        )
        self._hands.submit(command, then, self._failed, changes)

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self.said.emit(self._hands.notice(failure))
        self.refused.emit(f"{said['what']} {said['why']} {said['next']}")

    def _printed(self, path: Path) -> None:
        open_path(path)
        self.said.emit(Notice(Tone.GOOD, self.tr("The badges are ready to print"), str(path)))


def _people(desk: Desk, session: Session | None) -> tuple[PersonLine, ...]:
    from serkut_desk.stations.people import queries  # noqa: PLC0415 - not before first paint

    return tuple(queries.people(desk, session))
