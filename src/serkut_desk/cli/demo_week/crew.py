"""Who works in the story, and how it is told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from serkut_desk.domain.permissions import PinNeed
from serkut_desk.stations.people import sign_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from serkut_desk.cli.demo_week.clock import StoryClock
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.permissions import Permission
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.texts import Texts

# Known to everybody who reads this; they open nothing but the demo's own folder.
PIN = "4711"
PASSPHRASE = "esittelyn avain ei ole mikään salaisuus"  # noqa: S105 - as above

Result = TypeVar("Result")
# The PIN is typed anew before the desk would ask for it.
_FRESH = timedelta(minutes=4)


class Told:
    """Tells the story, one sentence a line.

    Args:
        texts: Language of the sentences and of all papers.
        line: Takes each sentence.
    """

    def __init__(self, texts: Texts, line: Callable[[str], None]) -> None:
        self.texts = texts
        self._line = line

    @property
    def language(self) -> str:
        """Two letters."""
        return self.texts.language

    def __call__(self, key: str, **fields: object) -> None:
        """Tell the sentence `demo.<key>`."""
        self._line(self.texts.say(f"demo.{key}", **fields))

    def refusal(self, device: str, refused: KnownFailure) -> None:
        """Tell why the desk did not let something be done."""
        said = self.texts.failure(refused)
        self("refused", device=device, what=said["what"], next=said["next"])


class Crew:
    """The open desk with its people.

    Args:
        desk: The demo's workshop.
        clock: Its clock.
        told: Tells the story.
        supervisors: Their badges, two.
    """

    def __init__(
        self, desk: Desk, clock: StoryClock, told: Told, supervisors: tuple[str, ...]
    ) -> None:
        self.desk = desk
        self.clock = clock
        self.told = told
        self.supervisors = supervisors
        self.makers: list[str] = []
        self._sessions: dict[str, Session] = {}
        self._typed: dict[str, datetime] = {}

    def supervisor(self, number: int = 0, needs: Permission | None = None) -> Session:
        """Return a supervisor with badge and PIN.

        Args:
            number: Which.
            needs: What the session is for, where the PIN may have to be typed anew for it.
        """
        badge, now = self.supervisors[number], self.clock.now()
        last = self._typed.get(badge)
        fresh = needs and self.desk.permissions.pin_need(needs) is PinNeed.FRESH
        if last is None or (fresh and now - last > _FRESH):
            session = sign_in.with_badge(self.desk, badge)[1]
            self._sessions[badge] = sign_in.with_pin(self.desk, session, PIN)
            self._typed[badge] = now
        return self._sessions[badge]

    def maker(self, number: int = 0) -> Session:
        """Return a maker, who needs a badge only."""
        badge = self.makers[number]
        if badge not in self._sessions:
            self._sessions[badge] = sign_in.with_badge(self.desk, badge)[1]
        return self._sessions[badge]

    def leads(self, command: Command[Result], number: int = 0) -> Result:
        """Let a supervisor do it."""
        needs = self.desk.handlers[type(command)].needs
        return self.desk.do(self.supervisor(number, needs), command)

    def makes(self, command: Command[Result], number: int = 0) -> Result:
        """Let a maker do it."""
        return self.desk.do(self.maker(number), command)
