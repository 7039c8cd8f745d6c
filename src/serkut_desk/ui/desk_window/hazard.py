"""A hazard on the table: the stop is entered at once, and a supervisor says how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.stops import Stop, StopKind
from serkut_desk.stations.devices.commands import RaiseStop, ReleaseStop
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.errors import KnownFailure
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
        self._stop: Stop | None = None
        self._form: FormCard | None = None
        shell.gate.stopped.connect(self._stopped)

    def cry(self) -> None:
        """Show STOP at once; nobody need be signed in, no device need be known."""
        self._shell.gate.show_stop()

    def ended(self) -> None:
        """A supervisor has come: ask what was done and where the thing is."""
        if self._stop is None:
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
        self._form.sent.connect(self._release)
        self._shell.lay(self._form)
        self._form.start()

    def _stopped(self) -> None:
        self._hands.submit(
            RaiseStop(StopKind.SWOLLEN_BATTERY),
            self._raised,
            changes=lambda _stop: Changes(journal=True),
        )

    def _raised(self, stop: Stop) -> None:
        self._stop = stop

    def _release(self, told: Mapping[str, str]) -> None:
        if self._stop is None:
            return
        self._hands.submit(
            ReleaseStop(self._stop.id, told["reason"], told["place"]),
            self._released,
            self._failed,
            lambda _stop: Changes(journal=True),
        )

    def _released(self, _stop: Stop) -> None:
        self._stop = None
        if self._form is not None:
            self._form.close_overlay()
            self._form = None
        self._shell.frame.show_notice(Notice(Tone.GOOD, self.tr("The stop has ended")))

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        if self._form is not None:
            self._form.problem(f"{said['what']} {said['why']} {said['next']}")
