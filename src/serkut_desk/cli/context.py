"""What a command runs with: the data folder, who acts, and in which language it answers."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from serkut_desk.cli import secrets
from serkut_desk.cli.answer import print_failure
from serkut_desk.cli.parsing import own_code
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.permissions import Permission, PinNeed
from serkut_desk.settings import DataFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from serkut_desk.documents.sealing import Seal
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.texts import Texts

Result = TypeVar("Result")


@dataclass(slots=True)
class Context:
    """One call of the program.

    Args:
        data: The data folder.
        badge: Who acts (`--as`), None when nobody was named.
        as_json: Whether `--json` was given.
        texts: Sentences in the language of `--lang`.
    """

    data: Path
    badge: str | None
    as_json: bool
    texts: Texts
    _sessions: dict[str, Session] = field(default_factory=dict)

    @property
    def folder(self) -> DataFolder:
        """Where everything lies in the data folder."""
        return DataFolder(self.data)

    @contextmanager
    def open(self) -> Iterator[Desk]:
        """Open the workshop, alone, for the length of a with statement.

        When the command has done its work, the day's first one also makes the daily backup, and
        some states follow a policy that holds since.
        """
        from serkut_desk import bootstrap

        with bootstrap.open_desk(self.data) as desk:
            yield desk
            self._back_up(desk)
            self._follow(desk)

    def do(self, desk: Desk, command: Command[Result]) -> Result:
        """Carry out a command as who acts; the PIN is looked at only if the command needs one."""
        return desk.do(self.session(desk, desk.handlers[type(command)].needs), command)

    def session(self, desk: Desk, needs: Permission | None) -> Session | None:
        """Return the session of who acts, good for `needs` (None: anything) by badge and PIN."""
        if self.badge is None:
            return None
        return self._signed_in(desk, self.badge, needs, secrets.PIN)

    def second(self, desk: Desk, badge: str | None, needs: Permission) -> Session | None:
        """Return the session of the second supervisor (`--second`), None when nobody was named."""
        if badge is None:
            return None
        return self._signed_in(desk, badge, needs, secrets.SECOND_PIN)

    def new_pin(self) -> str | None:
        """Return the PIN that somebody is to get."""
        return secrets.ask(secrets.NEW_PIN, self.texts.say("cli.ask.new_pin"))

    def passphrase(self) -> str | None:
        """Return the passphrase of the signing key."""
        return secrets.ask(secrets.PASSPHRASE, self.texts.say("cli.ask.passphrase"))

    def signer(self, desk: Desk) -> Seal | None:
        """Return the unlocked seal for a checkpoint, None without a key or its passphrase."""
        from serkut_desk.stations.certificates import keyring

        with desk.database.reading() as work:
            exists = work.seals.in_use() is not None
        phrase = self.passphrase() if exists else None
        if phrase is None:
            return None
        return keyring.unlock(desk, self.session(desk, Permission.KEYS), phrase)

    def _back_up(self, desk: Desk) -> None:
        """Make the daily backup if it is due; a failure is told, the command stays done."""
        from serkut_desk.stations.upkeep import handlers, queries

        if not queries.backup_due(desk):
            return
        try:
            handlers.make_daily_backup(desk)
        except KnownFailure as failure:
            print_failure(self.texts.failure(failure), as_json=False)

    def _follow(self, desk: Desk) -> None:
        """Let some states follow the policy; a failure is told, the command stays done."""
        from serkut_desk.stations.upkeep import handlers, policy_follow

        try:
            handlers.follow_policy(desk, policy_follow.AT_ONCE * 4)
        except KnownFailure as failure:
            print_failure(self.texts.failure(failure), as_json=False)

    def _signed_in(
        self, desk: Desk, badge: str, needs: Permission | None, variable: str
    ) -> Session:
        from serkut_desk.stations.people import sign_in

        code = own_code(badge)
        session = self._sessions.get(code)
        if session is None:
            person, session = sign_in.with_badge(desk, code)
        else:
            with desk.database.reading() as work:
                found = work.people.by_code(code)
            person = found or sign_in.with_badge(desk, code)[0]
        table = desk.permissions
        may = needs and table.may(person.role, needs, person.granted)
        if needs and may and _wants_pin(desk, session, needs):
            pin = secrets.ask(variable, self.texts.say("cli.ask.pin", badge=code))
            if pin is not None:
                session = sign_in.with_pin(desk, session, pin)
        self._sessions[code] = session
        return session


def _wants_pin(desk: Desk, session: Session, needs: Permission) -> bool:
    need = desk.permissions.pin_need(needs)
    if need is PinNeed.NONE:
        return False
    if session.pin_at is None:
        return True
    return need is PinNeed.FRESH and desk.clock.now() - session.pin_at > desk.permissions.fresh_for
