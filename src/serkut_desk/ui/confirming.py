"""Asks the PIN again, or a second supervisor's badge and PIN, over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.texts import Texts
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard, PinCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.pin_pad import PinPad
from serkut_desk.ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Person, Session
    from serkut_desk.ui.hands import Workplace
    from serkut_desk.ui.keys import DigitTaker
    from serkut_desk.ui.lane import DatabaseLane
    from serkut_desk.ui.overlay import Overlay


class SecondCard(OverlayCard):
    """Asks another supervisor to scan their badge, then for their PIN.

    Args:
        parent: The window.
        problem: Why the one before did not do, "" the first time.
    """

    badge_scanned = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget, problem: str = "") -> None:
        super().__init__(parent, self.tr("Another supervisor confirms"), width=460)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._who = label(self.tr("The other supervisor scans their badge."), wrap=True)
        self.body.addWidget(self._who)
        self._picture = Picture(PictureName.BADGE, self.tr("A badge with a barcode"), 200)
        self.body.addWidget(self._picture, 0, middle)
        self.pad = PinPad()
        self.pad.entered.connect(self.entered)
        self.pad.hide()
        self.body.addWidget(self.pad, 0, middle)
        self._problem = label(problem, "problem", wrap=True)
        self._problem.setVisible(bool(problem))
        self.body.addWidget(self._problem)
        self.body.addWidget(ActionBar(self.function_keys()))

    @property
    def not_a_badge(self) -> str:
        """What to say to a scan that is no badge."""
        return self.tr("That is no badge.")

    def ask_pin(self, name: str) -> None:
        """Ask the PIN of the supervisor whose badge was scanned."""
        self._who.setText(self.tr("{0}: give your PIN.").replace("{0}", name))
        self._picture.hide()
        self._problem.hide()
        self.pad.clear()
        self.pad.show()

    def wrong_badge(self, sentence: str) -> None:
        """Say why a badge did not do and wait for another."""
        self.pad.hide()
        self._picture.show()
        self._who.setText(self.tr("The other supervisor scans their badge."))
        self._problem.setText(sentence)
        self._problem.show()

    def scanned(self, text: str) -> None:
        """Take a badge."""
        self.badge_scanned.emit(text)

    def digit_taker(self) -> DigitTaker:
        """Digits are the PIN once it is asked."""
        return self.pad

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to leave."""
        return (Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),)


class Confirming(QObject):
    """Lays the cards and looks at what is typed there.

    Args:
        place: The opened workshop.
        lane: Where PINs are looked at.
        parent: Its owner.
    """

    def __init__(self, place: Workplace, lane: DatabaseLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = "fi"
        self._window: QWidget | None = None
        self._lay: Callable[[Overlay], None] | None = None
        self._place = place
        self._lane = lane
        self._round: _PinRound | None = None
        self._seconds: _SecondRound | None = None

    def cover(self, window: QWidget, lay: Callable[[Overlay], None]) -> None:
        """Say what the cards cover, and what lays one over it."""
        self._window = window
        self._lay = lay

    @property
    def pin_card(self) -> PinCard | None:
        """The card that asks the PIN, while it does."""
        return self._round.card if self._round else None

    @property
    def second_card(self) -> SecondCard | None:
        """The card that asks the second supervisor, while it does."""
        return self._seconds.card if self._seconds else None

    def pin(
        self,
        session: Session,
        name: str,
        then: Callable[[Session], None],
        cancelled: Callable[[], None],
    ) -> None:
        """Ask the PIN of who is at the desk; what waits for the same answer shares one card."""
        assert self._window is not None
        assert self._lay is not None
        if self._round is None:
            reason = self.tr("{0}: this needs your PIN.").replace("{0}", name)
            card = PinCard(self._window, reason)
            self._round = _PinRound(self, card, session)
            card.closed.connect(self._pin_closed)
            self._lay(card)
        self._round.waiting.append((then, cancelled))

    def second(
        self, problem: str, then: Callable[[Session], None], cancelled: Callable[[], None]
    ) -> None:
        """Ask another supervisor's badge and PIN."""
        assert self._window is not None
        assert self._lay is not None
        card = SecondCard(self._window, problem)
        self._seconds = _SecondRound(self, card, then, cancelled)
        card.closed.connect(self._second_closed)
        self._lay(card)

    def sentence(self, failure: KnownFailure) -> str:
        """Return a failure in two sentences."""
        said = Texts(self.language).failure(failure)
        return f"{said['what']} {said['next']}"

    def look_at_pin(
        self,
        session: Session,
        digits: str,
        right: Callable[[Session], None],
        wrong: Callable[[KnownFailure], None],
    ) -> None:
        """Look whether the PIN is right, in the lane."""

        def work() -> Session:
            from serkut_desk.stations.people import sign_in  # noqa: PLC0415 - not before first paint

            return sign_in.with_pin(self._place.desk, session, digits)

        self._lane.submit(work).then(right, wrong)

    def look_at_badge(
        self,
        badge: str,
        known: Callable[[tuple[Person, Session]], None],
        unknown: Callable[[KnownFailure], None],
    ) -> None:
        """Look whose badge it is, in the lane."""

        def work() -> tuple[Person, Session]:
            from serkut_desk.stations.people import sign_in  # noqa: PLC0415 - not before first paint

            return sign_in.with_badge(self._place.desk, badge)

        self._lane.submit(work).then(known, unknown)

    def _pin_closed(self) -> None:
        ended, self._round = self._round, None
        if ended is not None:
            ended.tell()

    def _second_closed(self) -> None:
        ended, self._seconds = self._seconds, None
        if ended is not None:
            ended.tell()


class _PinRound(QObject):
    """One PIN card from its laying to its end."""

    def __init__(self, owner: Confirming, card: PinCard, session: Session) -> None:
        super().__init__(card)
        self.card = card
        self.waiting: list[tuple[Callable[[Session], None], Callable[[], None]]] = []
        self._owner = owner
        self._session = session
        self._given: Session | None = None
        self._open = True
        card.entered.connect(self._entered)

    def tell(self) -> None:
        """Tell everybody who waited."""
        self._open = False
        for then, cancelled in self.waiting:
            if self._given is None:
                cancelled()
            else:
                then(self._given)

    def _entered(self, digits: str) -> None:
        self._owner.look_at_pin(self._session, digits, self._right, self._wrong)

    def _right(self, session: Session) -> None:
        if self._open:
            self._given = session
            self.card.close_overlay()

    def _wrong(self, failure: KnownFailure) -> None:
        if self._open:
            self.card.wrong(self._owner.sentence(failure))


class _SecondRound(QObject):
    """One second supervisor's card from its laying to its end."""

    def __init__(
        self,
        owner: Confirming,
        card: SecondCard,
        then: Callable[[Session], None],
        cancelled: Callable[[], None],
    ) -> None:
        super().__init__(card)
        self.card = card
        self._owner = owner
        self._then = then
        self._cancelled = cancelled
        self._badge: Session | None = None
        self._given: Session | None = None
        self._open = True
        card.badge_scanned.connect(self._scanned)
        card.entered.connect(self._entered)

    def tell(self) -> None:
        """Tell who waited."""
        self._open = False
        if self._given is None:
            self._cancelled()
        else:
            self._then(self._given)

    def _scanned(self, text: str) -> None:
        own = parse_code(text)
        if own is None or own.kind is not CodeKind.BADGE:
            self.card.wrong_badge(self.card.not_a_badge)
            return
        self._owner.look_at_badge(str(own), self._known, self._unknown)

    def _known(self, found: tuple[Person, Session]) -> None:
        if self._open:
            person, self._badge = found
            self.card.ask_pin(person.display)

    def _unknown(self, failure: KnownFailure) -> None:
        if self._open:
            self.card.wrong_badge(self._owner.sentence(failure))

    def _entered(self, digits: str) -> None:
        if self._badge is not None:
            self._owner.look_at_pin(self._badge, digits, self._right, self._wrong)

    def _right(self, session: Session) -> None:
        if self._open:
            self._given = session
            self.card.close_overlay()

    def _wrong(self, failure: KnownFailure) -> None:
        if self._open:
            self.card.pad.wrong(self._owner.sentence(failure))
