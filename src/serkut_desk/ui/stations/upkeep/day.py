"""The day: is the clock right, and the report for the binder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.changes import Changes
from serkut_desk.stations.upkeep.commands import CloseDay, ClosedDay, ConfirmClock
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.upkeep.journal import day_state
from serkut_desk.ui.stations.upkeep.section import Section

if TYPE_CHECKING:
    from serkut_desk.stations.upkeep.states import DayState
    from serkut_desk.ui.hands import Hands


class DaySection(Section):
    """Clock and day report."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("DaySection", "Day and clock"))
        self._state: DayState | None = None
        self.column.addStretch(1)

    def load(self) -> None:
        """Fetch the clock."""
        self.hands.ask(day_state, self._loaded, self.show_failure)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to close the day, and to confirm a clock that is doubted."""
        doubted = self._state is not None and self._state.clock_doubted
        reason = "" if doubted else self.tr("The clock is right: nothing to confirm.")
        return (
            Action(self.tr("Close the day"), self._close, "F10", "calendar-days", main=not doubted),
            Action(
                self.tr("The clock is right"),
                self._confirm,
                "F6",
                "clock",
                enabled=doubted,
                reason=reason,
                main=doubted,
            ),
        )

    def _loaded(self, state: DayState) -> None:
        self._state = state
        doubted = self.tr("It has jumped. Look at another clock, then confirm.")
        self.show_facts(
            (
                Fact(self.tr("Time now"), f"{state.now:%-d.%-m.%Y %H:%M}"),
                Fact(self.tr("Clock"), doubted if state.clock_doubted else self.tr("in order")),
                Fact(
                    self.tr("Day report"),
                    self.tr("One page for the binder, with the journal's head on it."),
                ),
            )
        )

    def _close(self) -> None:
        self.show_busy(self.tr("Making the day report"))
        self.hands.submit(
            CloseDay(self.hands.language),
            self._closed,
            self.failed,
            lambda _closed: Changes(journal=True),
        )

    def _closed(self, closed: ClosedDay) -> None:
        open_path(closed.path)
        done = self.tr("The day is closed. Print the report.")
        again = self.tr("The day was closed already. This is its report.")
        self.tell(again if closed.again else done, str(closed.path))
        self.load()

    def _confirm(self) -> None:
        self.hands.submit(
            ConfirmClock(), self._confirmed, self.failed, lambda _done: Changes(journal=True)
        )

    def _confirmed(self, _nothing: None) -> None:
        self.tell(self.tr("The clock is confirmed"))
        self.load()
