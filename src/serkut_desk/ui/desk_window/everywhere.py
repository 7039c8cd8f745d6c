"""What can be opened from every screen: the search over everything, and the feedback card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.changes import Changes
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.feedback import Mood
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.home.queries import Hit, Hits
    from serkut_desk.ui.desk_window.feedback_card import FeedbackCard
    from serkut_desk.ui.desk_window.search_card import SearchCard
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.shell.window import Shell

FEEDBACK = "feedback"
HOME = "home"
SCANNER = "scanner_check"


class Everywhere(QObject):
    """Lays the cards over the window and carries out what they ask.

    Args:
        shell: The window.
        hands: Asks and carries out.
    """

    def __init__(self, shell: Shell, hands: Hands) -> None:
        super().__init__(shell)
        self._shell = shell
        self._hands = hands
        self.search_card: SearchCard | None = None
        self.feedback_card: FeedbackCard | None = None
        self._wanted: str | None = None
        self._asking = False

    def command(self, name: str) -> bool:
        """Do what a command card of this name wants; False when it is none of these."""
        if name == FEEDBACK:
            if self._shell.is_free:
                self.feedback()
        elif name == HOME:
            if self._shell.is_free:
                self._shell.open(HOME)
        elif name == SCANNER:
            if self._shell.is_free:
                self.scanner()
        else:
            return False
        return True

    def scanner(self) -> None:
        """Open the set-up of the scanner."""
        from serkut_desk.ui.scanner_page import ScannerPage  # noqa: PLC0415 - after first paint

        page = ScannerPage(self._shell, self._hands)
        # What was scanned there is no scan.
        page.closed.connect(self._scanner_gone)
        self._shell.lay(page)

    def _scanner_gone(self) -> None:
        self._shell.frame.line.clear()

    def search(self) -> None:
        """Open the search."""
        from serkut_desk.ui.desk_window.search_card import SearchCard  # noqa: PLC0415 - after first paint

        card = SearchCard(self._shell, self._hands.texts)
        card.asked.connect(self._ask)
        card.chosen.connect(self._open)
        card.badge_scanned.connect(self._shell.route)
        card.closed.connect(self._search_gone)
        self.search_card = card
        self._shell.lay(card)
        card.begin()

    def feedback(self) -> None:
        """Open the feedback card about the screen that is open."""
        from serkut_desk.ui.desk_window.feedback_card import FeedbackCard  # noqa: PLC0415 - after first paint

        card = FeedbackCard(self._shell, self._hands.texts)
        card.sent.connect(partial(self._send, self._shell.open_key))
        card.badge_scanned.connect(self._shell.route)
        card.closed.connect(self._feedback_gone)
        self.feedback_card = card
        self._shell.lay(card)

    def _search_gone(self) -> None:
        self.search_card = None
        self._wanted = None
        # What was searched for is no scan.
        self._shell.frame.line.clear()

    def _feedback_gone(self) -> None:
        self.feedback_card = None
        # Words about the screen are no scan.
        self._shell.frame.line.clear()

    def _ask(self, text: str) -> None:
        """Look for a text; while one question is on its way, only the newest waits."""
        self._wanted = text
        if not self._asking:
            self._next()

    def _next(self) -> None:
        text, self._wanted = self._wanted or "", None
        self._asking = True
        self._hands.ask(partial(_search, text=text), partial(self._found, text), self._failed)

    def _found(self, text: str, hits: Hits) -> None:
        self._asking = False
        if self._wanted is not None:
            self._next()
        elif self.search_card is not None:
            self.search_card.show_hits(text, hits)

    def _failed(self, failure: KnownFailure) -> None:
        self._asking = False
        self._shell.frame.show_notice(self._hands.notice(failure))

    def _open(self, hit: Hit) -> None:
        person = self._shell.person
        if person is None:
            return
        if hit.station in person.stations:
            self._shell.go(hit.station, hit.text)
        else:
            # Whoever may not work there can still look at the device.
            self._shell.go("devices", hit.device or hit.text)

    def _send(self, screen: str, mood: Mood, note: str) -> None:
        from serkut_desk.stations.home.commands import LeaveFeedback  # noqa: PLC0415 - after first paint

        self._hands.submit(
            LeaveFeedback(screen or HOME, mood, note), self._thank, self._not_sent, _left
        )

    def _thank(self, _number: int) -> None:
        if self.feedback_card is not None:
            self.feedback_card.close_overlay()
        text = self.tr("A supervisor reads it. Your name was not kept.")
        self._shell.frame.show_notice(Notice(Tone.GOOD, self.tr("Thank you!"), text))

    def _not_sent(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        if self.feedback_card is not None:
            self.feedback_card.problem(f"{said['what']} {said['next']}")


def _search(desk: Desk, session: Session | None, text: str) -> Hits:
    from serkut_desk.stations.home.queries import search  # noqa: PLC0415 - after first paint

    return search(desk, session, text)


def _left(_number: int) -> Changes:
    return Changes(feedback=True)
