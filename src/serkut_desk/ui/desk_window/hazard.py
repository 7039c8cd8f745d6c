"""A hazard on the table: the stop is entered at once, and a supervisor says how it ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import Stop, StopKind
from serkut_desk.stations.devices.commands import RaiseStop, ReleaseStop
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.queries import OpenStop
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.shell.window import Shell


class Hazard(QObject):
    """Shows the STOP screen and keeps the records in step.

    Args:
        shell: The window.
        hands: Carries out.
    """

    def __init__(self, shell: Shell, hands: Hands) -> None:
        super().__init__(shell)
        self._shell = shell
        self._hands = hands
        self._form: FormCard | None = None
        self._known = False
        shell.gate.stopped.connect(self._stopped)

    def cry(self) -> None:
        """Show STOP at once; nobody need be signed in, no device need be known."""
        self._shell.gate.show_stop()

    def remember(self) -> None:
        """Show STOP again when the program was closed before a supervisor came."""
        self._hands.ask(_open_stops, self._show_again)

    def _show_again(self, stops: tuple[OpenStop, ...]) -> None:
        if stops:
            self._known = True
            self._shell.gate.show_stop()
            self._known = False

    def look(self) -> None:
        """Ask a supervisor who has come about every stop that the records hold open."""
        person = self._shell.person
        if person is not None and Permission.DECIDE in person.permissions:
            self._hands.ask(_open_stops, self._ask)

    def _ask(self, stops: tuple[OpenStop, ...]) -> None:
        if not stops or self._form is not None:
            return
        fields: dict[str, TextField] = {
            "reason": TextField(self.tr("What was done?"), self.tr("For example: battery removed")),
            "place": TextField(
                self.tr("Where is it now?"), self.tr("Name of the place: fire box"), mono=False
            ),
        }
        self._form = FormCard(
            self._shell,
            self.tr("How did the stop end?"),
            fields,
            send=self.tr("End the stop"),
            lines=(self.tr("Until then it stays open."),),
            columns=1,
        )
        self._form.sent.connect(partial(self._release, stops[0].id))
        self._form.closed.connect(self._form_gone)
        self._shell.lay(self._form)
        self._form.start()

    def _form_gone(self) -> None:
        self._form = None

    def _stopped(self) -> None:
        if not self._known:
            stop = RaiseStop(StopKind.SWOLLEN_BATTERY)
            self._hands.submit(stop, lambda _stop: None, changes=_entered)

    def _release(self, stop: int, told: Mapping[str, str]) -> None:
        self._hands.submit(
            ReleaseStop(stop, told["reason"], told["place"]),
            self._released,
            self._failed,
            _entered,
        )

    def _released(self, _stop: Stop) -> None:
        if self._form is not None:
            self._form.close_overlay()
        self._shell.frame.show_notice(Notice(Tone.GOOD, self.tr("The stop has ended")))
        self.look()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        if self._form is not None:
            self._form.problem(f"{said['what']} {said['why']} {said['next']}")


def _entered(_stop: Stop) -> Changes:
    return Changes(journal=True)


def _open_stops(desk: Desk, _session: Session | None) -> tuple[OpenStop, ...]:
    from serkut_desk.stations.devices.queries import open_stops  # noqa: PLC0415 - after first paint

    return open_stops(desk)
