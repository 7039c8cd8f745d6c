"""Who may stand at the desk: the lock screen, and the STOP screen that only one can end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.stops import StopKind
from serkut_desk.ui.shell.lock import LockScreen
from serkut_desk.ui.shell.stop import StopScreen
from serkut_desk.ui.shell.stop_faces import stop_faces

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.shell.layers import Layers
    from serkut_desk.ui.sounds import Sounds


class Gate(QObject):
    """Shows the lock and STOP screens and hands on what is scanned and typed there.

    Args:
        window: What they cover.
        layers: Where they are laid.
        workshop: Its name.
        sounds: Plays the alarm.
        language: Returns the one that is spoken now.
        now: Returns the desk's time.
    """

    badge_scanned = Signal(str)
    """A scan on the lock or STOP screen, uninterpreted: a badge, a STOP card, anything."""
    pin_entered = Signal(str)
    """A PIN typed or tapped there."""
    stopped = Signal(object)
    """A `StopKind` was raised here and has to be entered."""
    locked = Signal()
    """The desk was just locked."""

    def __init__(
        self,
        window: QWidget,
        layers: Layers,
        workshop: str,
        sounds: Sounds,
        language: Callable[[], str],
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._layers = layers
        self._workshop = workshop
        self._sounds = sounds
        self._language = language
        self._now = now
        self.lock_screen: LockScreen | None = None
        self.stop_screen: StopScreen | None = None

    @property
    def is_locked(self) -> bool:
        """Whether nobody may work now."""
        return self.lock_screen is not None

    def lock(self) -> None:
        """Lock the desk; half-done work stays as it is. A STOP screen is never covered."""
        if self.lock_screen is not None or self.stop_screen is not None:
            return
        self._layers.close_all()
        self._lay_lock()
        self.locked.emit()

    def set_workshop(self, name: str) -> None:
        """Show the workshop's name, now and later."""
        self._workshop = name
        if self.lock_screen is not None:
            self.lock_screen.set_workshop(name)

    def renew(self) -> None:
        """Make the lock screen anew in another language or size."""
        if self.lock_screen is not None and self.stop_screen is None:
            self.lock_screen.close_overlay()
            self._lay_lock()

    def unlock(self) -> None:
        """Somebody has come in; a STOP screen stays."""
        self._layers.close_all((StopScreen,))
        self.lock_screen = None

    def show_stop(self, kind: StopKind = StopKind.SWOLLEN_BATTERY) -> None:
        """Show the STOP screen over everything at once, and have the stop entered."""
        if self.stop_screen is None or self.stop_screen.kind is not kind:
            self.show_entered_stop(kind)
            self.stopped.emit(kind)

    def show_entered_stop(
        self,
        kind: StopKind = StopKind.SWOLLEN_BATTERY,
        also: Collection[StopKind] = (),
    ) -> None:
        """Show it for a stop that is entered already; `also` are others that are open."""
        if self.stop_screen is None:
            faces = stop_faces(self._language(), self._now())
            self.stop_screen = StopScreen(self._window, self._sounds, faces, kind)
            self.stop_screen.badge_scanned.connect(self.badge_scanned)
            self.stop_screen.pin_entered.connect(self.pin_entered)
            self.stop_screen.kind_chosen.connect(self.show_stop)
            self._layers.push(self.stop_screen)
        self.stop_screen.show_kind(kind, also)

    def end_stop(self) -> None:
        """A supervisor has come."""
        if self.stop_screen is not None:
            screen, self.stop_screen = self.stop_screen, None
            screen.close_overlay()

    def ask_pin(self, name: str) -> None:
        """Ask the PIN of the supervisor whose badge was just scanned."""
        if self.stop_screen is not None:
            self.stop_screen.ask_pin(name)
        elif self.lock_screen is not None:
            self.lock_screen.ask_pin(name)

    def ask_badge(self, problem: str = "") -> None:
        """Ask for another badge; `problem` says why the last one did not do."""
        if self.stop_screen is not None:
            self.stop_screen.wrong(problem)
        elif self.lock_screen is not None:
            self.lock_screen.ask_badge(problem)

    def wrong_pin(self, sentence: str) -> None:
        """Say why the PIN did not do, and take another."""
        if self.stop_screen is not None:
            self.stop_screen.wrong(sentence)
        elif self.lock_screen is not None:
            self.lock_screen.wrong_pin(sentence)

    def show_typed(self, text: str) -> None:
        """Show on the lock screen that keys arrive."""
        if self.lock_screen is not None:
            self.lock_screen.show_typed(text)

    def _lay_lock(self) -> None:
        self.lock_screen = LockScreen(self._window, self._workshop)
        self.lock_screen.badge_scanned.connect(self.badge_scanned)
        self.lock_screen.pin_entered.connect(self.pin_entered)
        self._layers.push(self.lock_screen)
