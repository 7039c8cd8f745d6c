"""Who is at the desk: a badge changes the person, a PIN follows where the role has one.

Scans that come while a badge is looked at are kept and go to whoever stands there afterwards.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.permissions import Permission
from serkut_desk.texts import Texts
from serkut_desk.ui.desk_window.person_view import person_view
from serkut_desk.ui.shell.shelf import LEFT_AT

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Person, Session
    from serkut_desk.ui.confirming import Confirming
    from serkut_desk.ui.desk_window.parking import Parking
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.shell.window import Shell

_PIN_LENGTHS = range(4, 13)


class SignIn(QObject):
    """Looks at badges and PINs and tells the shell who works.

    Args:
        shell: The window; its lock screen shows what is asked.
        hands: Gets the session.
        confirming: Looks at badges and PINs in the lane.
        parking: Half-done work of everybody.
    """

    entered = Signal(object)
    """A `Person` is at the desk now."""
    command = Signal(int)
    """The number of a command card that was scanned while the desk is locked."""
    named = Signal(str)
    """Code of the device whose label somebody who is signed in scanned at the STOP screen."""

    def __init__(
        self, shell: Shell, hands: Hands, confirming: Confirming, parking: Parking
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._hands = hands
        self._confirming = confirming
        self._parking = parking
        self._looking = False
        self._kept: deque[str] = deque()
        self._asked: tuple[Person, Session] | None = None
        shell.gate.badge_scanned.connect(self.scanned_at_gate)
        shell.gate.pin_entered.connect(self.pin)
        shell.gate.locked.connect(self.locked)

    @property
    def busy(self) -> bool:
        """Whether a badge is being looked at: keep further scans."""
        return self._looking

    def keep(self, text: str) -> None:
        """Keep a scan until it is known who is at the desk."""
        self._kept.append(text)

    def badge(self, code: str) -> None:
        """Look whose badge it is."""
        self._looking = True
        self._confirming.look_at_badge(code, self._known, self._unknown)

    def scanned_at_gate(self, text: str) -> None:
        """Take a scan on the lock or STOP screen."""
        if self._looking:
            self.keep(text)
            return
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.BADGE:
            self._asked = None
            self.badge(str(own))
        elif own is not None and own.kind is CodeKind.COMMAND:
            self.command.emit(own.number)
        elif own is not None and own.kind is CodeKind.DEVICE and self._may_name:
            self.named.emit(str(own))
        elif self._asked and text.isdigit() and len(text) in _PIN_LENGTHS:
            # Typed before the pad was there.
            self.pin(text)
        else:
            self._shell.gate.ask_badge(self.tr("That is no badge."))
            self._asked = None

    @property
    def _may_name(self) -> bool:
        """At a locked desk nobody's device is named."""
        gate = self._shell.gate
        signed_in = self._hands.session is not None and not gate.is_locked
        return signed_in and gate.stop_screen is not None

    def pin(self, digits: str) -> None:
        """Look at the PIN of who was asked."""
        if self._asked is None:
            self._shell.gate.ask_badge()
            return
        self._looking = True
        self._confirming.look_at_pin(self._asked[1], digits, self._right, self._wrong)

    def locked(self) -> None:
        """Nobody is at the desk; the person's rights go with them."""
        self._asked = None
        self._hands.session = None
        self._hands.keyring.lock()

    def _known(self, found: tuple[Person, Session]) -> None:
        self._looking = False
        person, session = found
        gate = self._shell.gate
        if gate.stop_screen is not None and not self._holds(person, Permission.DECIDE):
            gate.ask_badge(self.tr("Only a supervisor ends this. Get one now."))
        elif self._hands.place.desk.permissions.has_pin(person.role):
            if not gate.is_locked:
                gate.lock()
            self._asked = (person, session)
            gate.ask_pin(person_view(person, self._hands.place.desk.permissions).called)
        else:
            self._enter(person, session)
            return
        self._go_on()

    def _unknown(self, failure: KnownFailure) -> None:
        self._looking = False
        said = Texts(self._hands.language).failure(failure)
        sentence = f"{said['what']} {said['next']}"
        if self._shell.gate.is_locked or self._shell.gate.stop_screen is not None:
            self._shell.gate.ask_badge(sentence)
        else:
            self._shell.frame.show_notice(self._hands.notice(failure))
        self._go_on()

    def _right(self, session: Session) -> None:
        if self._asked is None:
            self._looking = False
            return
        person = self._asked[0]
        self._asked = None
        self._enter(person, session)

    def _wrong(self, failure: KnownFailure) -> None:
        self._looking = False
        said = Texts(self._hands.language).failure(failure)
        self._shell.gate.wrong_pin(f"{said['what']} {said['next']}")
        self._go_on()

    def _enter(self, person: Person, session: Session) -> None:
        self._looking = True
        stations = person_view(person, self._hands.place.desk.permissions).stations
        wanted = (*stations, LEFT_AT)
        self._parking.fetch(session, wanted, lambda: self._arrive(person, session))

    def _arrive(self, person: Person, session: Session) -> None:
        self._looking = False
        self._shell.gate.end_stop()
        self._hands.session = session
        self._hands.name = person.display
        # Before their panels are made: these speak the person's language.
        self._hands.language = person.language
        self._shell.set_person(person_view(person, self._hands.place.desk.permissions))
        self.entered.emit(person)
        self._go_on()

    def _go_on(self) -> None:
        """Hand on what was scanned meanwhile."""
        while self._kept and not self._looking:
            text = self._kept.popleft()
            if self._shell.gate.is_locked or self._shell.gate.stop_screen is not None:
                self.scanned_at_gate(text)
            else:
                self._shell.frame.line.add(text)
                self._shell.frame.line.end()

    def _holds(self, person: Person, permission: Permission) -> bool:
        return self._hands.place.desk.permissions.may(person.role, permission, person.granted)
