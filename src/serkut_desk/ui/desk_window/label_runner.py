"""Prints labels as they are queued, beside the window; what does not print waits and is retried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from serkut_desk.stations.labels.printing import PrintReport
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.shell.window import Shell


class LabelRunner(QObject):
    """One run at a time; what comes meanwhile starts another.

    Args:
        shell: Shows why labels wait.
        hands: Works as the person at the desk.
    """

    def __init__(self, shell: Shell, hands: Hands) -> None:
        super().__init__(shell)
        self._shell = shell
        self._hands = hands
        self._running = False
        self._again = False
        self._telling = False
        self._said = ""

    @property
    def running(self) -> bool:
        """Whether labels are being printed."""
        return self._running

    def changed(self, changes: Changes) -> None:
        """Labels were queued, or a printer is another one."""
        if changes.labels and not self._telling:
            self.run()

    def run(self) -> None:
        """Print what waits, if the person at the desk may."""
        person = self._shell.person
        if person is None or Permission.LABELS.value not in person.permissions:
            return
        if self._hands.session is None or not self._hands.place.is_open:
            return
        if self._running:
            self._again = True
            return
        self._running = True
        desk, session = self._hands.place.desk, self._hands.session
        language = self._hands.language

        def work() -> PrintReport:
            from serkut_desk.stations.labels.printing import print_waiting  # noqa: PLC0415 - loads reportlab
            from serkut_desk.ui.system_printer import print_on_system  # noqa: PLC0415 - as above

            return print_waiting(desk, session, system=print_on_system, language=language)

        self._hands.work(work, self._ran, self._failed)

    def _ran(self, report: PrintReport) -> None:
        codes = frozenset(one.code for one in report.printed)
        held = report.held[0] if report.held else None
        if held is not None and held.code != self._said:
            # Said once: the queue and the foot show it from then on.
            failure = KnownFailure(held.code, **held.facts)
            self._shell.frame.show_notice(self._hands.notice(failure))
        self._said = held.code if held else ""
        self._end(codes, tried=bool(report.printed or report.held))

    def _failed(self, _failure: KnownFailure) -> None:
        # The person left meanwhile, or the disk is full: the next run tries again.
        self._end(frozenset(), tried=False)

    def _end(self, codes: frozenset[str], *, tried: bool) -> None:
        self._running = False
        if tried:
            self._telling = True
            self._hands.changes.announce(
                Changes(labels=codes or frozenset({"held"}), journal=bool(codes))
            )
            self._telling = False
        if self._again:
            self._again = False
            self.run()
