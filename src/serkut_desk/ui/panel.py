"""What every station's screen is: the promise between a panel and the window around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from serkut_desk.ui.roles import role_word

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.permissions import Role
    from serkut_desk.ui.theme import Tone

Parked = Mapping[str, str | int | bool | tuple[str, ...] | None]
"""Half-done work of one person on one panel: plain values only."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Who works at the desk now, as screens need it.

    `code` is the badge, `name` the house's short name ("T07"), `role` the word before it in the
    corner, `short` two characters of it.
    `stations` are the keys of the stations this person may use, in the order of the work.
    `guidance` is true for the plain view: one picture, one sentence, one result.
    """

    code: str
    name: str
    short: str
    stations: tuple[str, ...]
    permissions: frozenset[str]
    supervisor: bool = False
    guidance: bool = True
    language: str = "fi"
    role: Role | None = None

    @property
    def called(self) -> str:
        """What the corner says, in the language that the window speaks now."""
        return self.name if self.role is None else f"{role_word(self.role)} {self.name}"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do with an F-key, a tap or a command card.

    `key` is "F2" to "F11" ("" for none; F1 and F12 belong to the window). `main` is the one
    filled button. A disabled action says in `reason` why, and what to do first.
    """

    word: str
    run: Callable[[], None]
    key: str = ""
    icon: str = ""
    enabled: bool = True
    reason: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """The last result, for the line under the scan line and the ear."""

    tone: Tone
    title: str
    text: str = ""
    undo: Action | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that is set now and stays until changed: `Erä` **`ER 147`** `Vuosaari`."""

    before: str = ""
    strong: str = ""
    after: str = ""


class Panel(QWidget):
    """A station's screen. Override what the station needs; the defaults do nothing.

    The window makes a panel anew when the language, the scale or the person's view changes:
    `park` must give back everything that `resume` needs.
    """

    said = Signal(object)
    """A `Notice` for the banner."""
    scan_taken = Signal(str, object)
    """What the last scan was taken for, and its `Tone`; shown in the scan line."""
    heard = Signal(object)
    """A `Tone` to be heard for a result that the panel shows itself, without the banner."""
    chips_changed = Signal()
    """`chips` would answer something else now."""
    scans_held = Signal()
    """Keep further scans in the queue: an answer is awaited."""
    scans_released = Signal()
    """Hand on what was kept. When the person leaves first, it still comes before `park`."""
    overlay_wanted = Signal(object)
    """An `Overlay` to lay over the window; it gets scans and keys until it closes."""
    stop_wanted = Signal()
    """A hazard: show the STOP screen."""
    stop_entered = Signal(object)
    """A hazard, a `StopKind`, that the panel enters itself: show the STOP screen."""
    panel_wanted = Signal(str, str)
    """Go to another station (key) and give it this scan ("" for none)."""
    queue_wanted = Signal(str, str)
    """Go to another station (key) and turn it to this queue."""
    files_wanted = Signal(str, object)
    """Go to another station (key) and give it these files: a list of `Path`."""

    side_width = 400
    """Width of what `side` returns, in px at 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person: PersonView | None = None

    @property
    def guidance(self) -> bool:
        """Whether to show the plain view."""
        return self.person.guidance if self.person else True

    def set_person(self, person: PersonView | None) -> None:
        """Take who works now; called before the panel is shown, and at each change."""
        self.person = person

    def side(self) -> QWidget | None:
        """Return what stands at the right, such as the device card; always the same widget."""
        return None

    def scanned(self, text: str) -> bool:
        """Take one scan.

        Args:
            text: Exactly what the scanner sent, without its end.

        Returns:
            True if it means something here; False lets the window look elsewhere.
        """
        del text
        return False

    def command(self, name: str) -> bool:
        """Take a command card by its name; False leaves it to its F-key."""
        del name
        return False

    def chips(self) -> tuple[Chip, ...]:
        """Return what is set now, for the strip beside the scan line."""
        return ()

    def function_keys(self) -> tuple[Action, ...]:
        """Return what the F-keys do now."""
        return ()

    def cancel(self) -> None:
        """Leave what is half done unsaved: the Esc key, the same as the command card."""

    @property
    def on_table(self) -> str:
        """Code of the device that lies open before the person, for STOP; "" where none does."""
        return ""

    @property
    def half_done(self) -> bool:
        """Whether work stands here half done, so that its person comes back to it first."""
        return False

    def show_queue(self, queue: str) -> None:
        """Turn to what waits in a queue (`domain.queues.Queue`); called when it was opened so."""

    def take_files(self, paths: list[Path]) -> None:
        """Take files that were dropped on another station's screen."""

    def park(self) -> Parked:
        """Return half-done work and what is set."""
        return {}

    def resume(self, state: Parked) -> None:
        """Continue where `park` was; unknown or missing keys are ignored."""

    def refresh(self, changes: Changes) -> None:
        """Take note of what a command changed, here or elsewhere."""

    def shown(self) -> None:
        """The panel came to the front: fetch what is stale."""
