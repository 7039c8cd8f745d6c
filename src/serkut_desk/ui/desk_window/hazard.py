"""A hazard on the table: the stop is entered at once, and a supervisor says how it ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import Stop, StopKind
from serkut_desk.stations.devices.commands import RaiseStop, ReleaseStop
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.queries import OpenStop
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.shell.window import Shell


BENCH = "dismantling"
"""Where a dangerous battery comes out of its device."""


class ReleaseCard(FormCard):
    """Asks how a stop ended; the label of its device may be scanned."""

    named = Signal(str)
    """Code of the device that was scanned."""
    _offered: Action | None = None

    def offer(self, word: str, run: Callable[[], None]) -> None:
        """Offer the way out that ends the stop by what is done there."""
        self._offered = Action(word, run, key="F5", icon="hammer")
        self._bar.show_actions(self.function_keys())

    def function_keys(self) -> tuple[Action, ...]:
        """Offer that way too."""
        return (*((self._offered,) if self._offered else ()), *super().function_keys())

    def scanned(self, text: str) -> None:
        """Take a device's label, and a place's."""
        own, place = parse_code(text), self.fields["place"]
        if own is not None and own.kind is CodeKind.DEVICE:
            self.named.emit(str(own))
        elif own is not None and own.kind is CodeKind.PLACE and isinstance(place, TextField):
            place.set_text(str(own))
        else:
            super().scanned(text)


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
        self._form: ReleaseCard | None = None
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
        device = stops[0].device
        where = self.tr("Device {0}.").replace("{0}", short(device)) if device else ""
        which = self.tr("Which device is it? Scan its label.")
        self._form = ReleaseCard(
            self._shell,
            self.tr("How did the stop end?"),
            fields,
            send=self.tr("End the stop"),
            lines=(where or which, self.tr("Until then it stays open.")),
            columns=1,
        )
        if device and self._may_take_out:
            self._form.offer(self.tr("Take the battery out now"), partial(self._to_bench, device))
        self._form.named.connect(self._named)
        self._form.sent.connect(partial(self._release, stops[0].id))
        self._form.closed.connect(self._form_gone)
        self._shell.lay(self._form)
        self._form.start()

    @property
    def _may_take_out(self) -> bool:
        person = self._shell.person
        return person is not None and Permission.BATTERY in person.permissions

    def _named(self, device: str) -> None:
        """Say which device the stop is about, and go on with it."""
        self._raise(device, partial(self._to_bench, device))

    def _to_bench(self, device: str) -> None:
        """Go where the battery comes out: that ends the stop."""
        if self._form is not None:
            self._form.close_overlay()
        self._shell.go(BENCH, device)

    def _form_gone(self) -> None:
        self._form = None

    def _stopped(self) -> None:
        if not self._known:
            # At a locked desk nobody says what lies there.
            panel = None if self._shell.gate.is_locked else self._shell.panel
            device = panel.on_table if panel is not None else ""
            self._raise(device or None)

    def _raise(self, device: str | None, then: Callable[[], None] | None = None) -> None:
        def entered(_stop: Stop) -> None:
            if then is not None:
                then()

        def changes(_stop: Stop) -> Changes:
            return Changes(devices=frozenset({device} if device else ()), journal=True)

        self._hands.submit(
            RaiseStop(StopKind.SWOLLEN_BATTERY, device), entered, self._failed, changes
        )

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
