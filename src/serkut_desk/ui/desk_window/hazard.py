"""A stop: it is entered at once, and a supervisor says how it ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import HAZARDS, Stop, StopKind
from serkut_desk.stations.devices.commands import RaiseStop, ReleaseStop
from serkut_desk.ui.desk_window.release_card import ReleaseCard
from serkut_desk.ui.panel import Notice
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
        self._device: str | None = None
        shell.gate.stopped.connect(self._stopped)

    def cry(self, kind: StopKind = StopKind.SWOLLEN_BATTERY) -> None:
        """Show STOP at once; nobody need be signed in, no device need be known."""
        self._shell.gate.show_stop(kind)

    def name(self, device: str) -> None:
        """Take the device whose label was scanned at the STOP screen."""
        screen = self._shell.gate.stop_screen
        if screen is not None:
            self._device = device
            self._raise(screen.kind, device)

    def remember(self) -> None:
        """Show STOP again when the program was closed before a supervisor came."""
        self._hands.ask(_open_stops, self._show_again)

    def _show_again(self, stops: tuple[OpenStop, ...]) -> None:
        kinds = [stop.kind for stop in stops]
        if kinds:
            self._shell.gate.show_entered_stop(kinds[0], kinds)

    def look(self) -> None:
        """Ask a supervisor who has come about every stop that the records hold open."""
        person = self._shell.person
        self._device = None
        if person is not None and Permission.DECIDE in person.permissions:
            self._hands.ask(_open_stops, self._ask)

    def _ask(self, stops: tuple[OpenStop, ...]) -> None:
        if not stops or self._form is not None:
            return
        stop = stops[0]
        self._form = ReleaseCard(self._shell, stop, self._hands.language, self._hands.place.now())
        if stop.device and stop.kind in HAZARDS and self._may_take_out:
            battery = self.tr("Take the battery out now")
            self._form.offer(battery, partial(self._to_bench, stop.device))
        self._form.named.connect(partial(self._named, stop.kind))
        self._form.sent.connect(partial(self._release, stop.id))
        self._form.closed.connect(self._form_gone)
        self._shell.lay(self._form)
        self._form.start()

    @property
    def _may_take_out(self) -> bool:
        person = self._shell.person
        return person is not None and Permission.BATTERY in person.permissions

    def _named(self, kind: StopKind, device: str) -> None:
        """Say which device the stop is about, and go on with it."""
        go_on = partial(self._to_bench, device) if kind in HAZARDS else self._ask_again
        self._raise(kind, device, go_on)

    def _ask_again(self) -> None:
        if self._form is not None:
            self._form.close_overlay()
        self.look()

    def _to_bench(self, device: str) -> None:
        """Go where the battery comes out: that ends the stop."""
        if self._form is not None:
            self._form.close_overlay()
        self._shell.go(BENCH, device)

    def _form_gone(self) -> None:
        self._form = None

    def _stopped(self, kind: StopKind) -> None:
        # At a locked desk nobody says what lies there.
        locked = self._shell.gate.is_locked
        panel = None if locked else self._shell.panel
        on_table = panel.on_table if panel is not None else ""
        self._raise(kind, None if locked else self._device or on_table or None)

    def _raise(
        self, kind: StopKind, device: str | None, then: Callable[[], None] | None = None
    ) -> None:
        def entered(stop: Stop) -> None:
            named = device if stop.device_id is not None else None
            self._show_device(kind, named, device)
            if then is not None:
                then()

        def changes(_stop: Stop) -> Changes:
            codes = frozenset({device} if device else ())
            return Changes(devices=codes, labels=codes, journal=True)

        self._hands.submit(RaiseStop(kind, device), entered, self._failed, changes)

    def _show_device(self, kind: StopKind, named: str | None, wanted: str | None) -> None:
        """Say on the STOP screen which device was named, or that none could be."""
        screen = self._shell.gate.stop_screen
        if screen is None or screen.kind is not kind:
            return
        if named is not None:
            screen.show_device(self.tr("Device {0}.").replace("{0}", short(named)))
        elif wanted is not None:
            screen.show_device(self.tr("This device is not at work here. The stop holds."))
        else:
            screen.show_device("", ask=not self._shell.gate.is_locked)

    def _release(self, stop: int, told: Mapping[str, str]) -> None:
        if self._form is not None and told.get("outcome") == "":
            self._form.problem(self.tr("Choose how it ended."))
            return
        self._hands.submit(
            ReleaseStop(
                stop, told.get("reason", ""), told.get("place", ""), told.get("outcome") or None
            ),
            self._released,
            self._failed,
            # A place that is named for the first time gets a label, which prints when told of.
            lambda _stop: Changes(labels=frozenset({told.get("place", "")}) - {""}, journal=True),
        )

    def _released(self, _stop: Stop) -> None:
        if self._form is not None:
            self._form.close_overlay()
        self._shell.frame.show_notice(Notice(Tone.GOOD, self.tr("The stop has ended")))
        self.look()

    def _failed(self, failure: KnownFailure) -> None:
        if self._form is None:
            return
        if failure.code == "text_missing" and failure.facts.get("field") == "reason":
            self._form.problem(self.tr("Write what was done."))
            return
        said = self._hands.texts.failure(failure)
        self._form.problem(f"{said['what']} {said['why']} {said['next']}")


def _open_stops(desk: Desk, _session: Session | None) -> tuple[OpenStop, ...]:
    """Return what holds, the most dangerous first."""
    from serkut_desk.stations.devices.queries import open_stops  # noqa: PLC0415 - after first paint

    order = list(StopKind)
    return tuple(sorted(open_stops(desk), key=lambda stop: (order.index(stop.kind), stop.id)))
