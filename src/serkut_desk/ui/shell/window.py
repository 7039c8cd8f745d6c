"""The window: one station at a time inside one frame. It knows no station's work."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from serkut_desk.domain.scanner_setup import ScannerFix
from serkut_desk.ui import theme
from serkut_desk.ui.keys import ESCAPE, STOP_KEY
from serkut_desk.ui.notify import BugCard
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.shell.frame import Frame
from serkut_desk.ui.shell.gate import Gate
from serkut_desk.ui.shell.idle import IdleWatch
from serkut_desk.ui.shell.inputs import Inputs, action_of
from serkut_desk.ui.shell.layers import Layers
from serkut_desk.ui.shell.moving import move_in_list
from serkut_desk.ui.shell.places import on_rail
from serkut_desk.ui.shell.shelf import MemoryParking, PanelShelf
from serkut_desk.ui.sounds import Sound, Sounds
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from serkut_desk.domain.changes import Changes
    from serkut_desk.ui.lane import BugReport
    from serkut_desk.ui.language import Translations
    from serkut_desk.ui.overlay import Overlay
    from serkut_desk.ui.panel import Panel, PersonView
    from serkut_desk.ui.preferences import Preferences
    from serkut_desk.ui.shell.places import Station
    from serkut_desk.ui.shell.shelf import Parking
    from serkut_desk.ui.sounds import SoundChoice

IDLE_SECONDS = 300.0
READ_SECONDS = 4.0
"""So long a refusal stands, whatever is scanned after it."""
_STATION_KEYS = 9
"""So many stations are opened with Ctrl and a figure, so many more below them with Alt."""
SEARCH_KEY = "Ctrl+F"
FEEDBACK_KEY = "Ctrl+P"
SCANNER_KEY = "Ctrl+K"
_READ_AT_ONCE = frozenset({Tone.GOOD, Tone.INFO})
_BESIDE_KEYS = {"Ctrl+PgDown": 1, "Ctrl+PgUp": -1}
_ZOOM_KEYS = {"Ctrl++": 1, "Ctrl+=": 1, "Ctrl+-": -1, "Ctrl+0": 0}


def _machine_now() -> datetime:
    return datetime.now(UTC)


class Shell(QWidget):
    """The window around the stations; starts locked.

    `gate` locks and shows STOP, `frame` shows results, health and what waits.

    Args:
        stations: What can be opened.
        preferences: Scale, language and scanner of this desk.
        translations: Changes the language.
        workshop: Name above the rail.
        desk: Which desk this is.
        languages: Codes on offer.
        router: Gets each scan of the open desk first and returns True for what it took:
            badges, command cards.
        sounds: Plays results.
        clock: Seconds that only grow.
        idle_seconds: The desk locks itself after so long without a key or touch; 0 never.
        parking: Keeps half-done work of people; without it only while the window lives.
        now: Returns the desk's time: by it the kinds of stop are dealt with.
    """

    scan_unclaimed = Signal(str)
    """A scan that means nothing to the open panel: search for it."""
    language_changing = Signal(str)
    """Another language from now on; panels are made anew right after."""
    help_wanted = Signal()
    search_wanted = Signal()
    feedback_wanted = Signal()
    scanner_wanted = Signal()
    """The set-up of the scanner; also while nobody is signed in: without Enter nobody can be."""
    closing = Signal()

    def __init__(
        self,
        *,
        stations: Sequence[Station],
        preferences: Preferences,
        translations: Translations,
        workshop: str,
        desk: str,
        languages: Sequence[str],
        router: Callable[[str], bool] | None = None,
        sounds: Sounds | None = None,
        clock: Callable[[], float] = time.monotonic,
        idle_seconds: float = IDLE_SECONDS,
        parking: Parking | None = None,
        now: Callable[[], datetime] = _machine_now,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Serkut Desk")
        self._preferences = preferences
        self._translations = translations
        self._router = router
        sounds = sounds or Sounds(on=preferences.sounds, choices=_heard(preferences))
        self._sounds = sounds
        self._palette = preferences.palette
        self._shelf = PanelShelf(stations, parking or MemoryParking())
        self._open_key = ""
        self.person: PersonView | None = None
        self._refused_above: Notice | None = None
        self.frame = Frame(workshop, desk, languages, translations.language, sounds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._layers = Layers(self)
        self._layers.changed.connect(self._layers_changed)
        self._inputs = Inputs(self.frame.line, self._layers, preferences.scanner_prefix)
        self.set_scanner(preferences.scanner_prefix, preferences.scanner_fix)
        self.gate = Gate(
            self, self._layers, workshop, sounds, lambda: self._translations.language, now=now
        )
        self.gate.locked.connect(self._forget_typed)
        self._idle = IdleWatch(clock, idle_seconds, self)
        self._idle.idle.connect(self.gate.lock)
        self._inputs.activity.connect(self._idle.activity)
        self._inputs.scanned.connect(self._scanned)
        self._inputs.function_key.connect(self._function_key)
        self._inputs.refused.connect(self._refused)
        self._inputs.typed.connect(self.gate.show_typed)
        self._inputs.card.connect(self.route)
        self._inputs.move_by(lambda event: move_in_list(self.panel, event))
        self.frame.station_chosen.connect(self.open)
        self.frame.lock_wanted.connect(self.gate.lock)
        self.frame.language_chosen.connect(self.set_language)
        self.frame.help_wanted.connect(self.help_wanted)
        self.frame.search_wanted.connect(self._search)
        self.frame.feedback_wanted.connect(self._feedback)
        for keys, wanted in ((SEARCH_KEY, self._search), (FEEDBACK_KEY, self._feedback)):
            QShortcut(QKeySequence(keys), self).activated.connect(wanted)
        QShortcut(QKeySequence(SCANNER_KEY), self).activated.connect(self._scanner)
        for keys, step in _ZOOM_KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setProperty("step", step)
            shortcut.activated.connect(self._zoom)
        for number in range(1, _STATION_KEYS + 1):
            for held, before in (("Ctrl", 0), ("Alt", _STATION_KEYS)):
                shortcut = QShortcut(QKeySequence(f"{held}+{number}"), self)
                shortcut.setProperty("station", before + number)
                shortcut.activated.connect(self._to_station)
        for keys, step in _BESIDE_KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setProperty("step", step)
            shortcut.activated.connect(self._beside)
        self.gate.lock()

    @property
    def panel(self) -> Panel | None:
        """The panel that is open."""
        return self.frame.panel

    @property
    def open_key(self) -> str:
        """Key of the station that is open, "" when none is."""
        return self._open_key

    def set_person(self, person: PersonView) -> None:
        """Let `person` work: park the other's work, take up theirs, open the desk."""
        another = self.person is None or person.code != self.person.code
        if another or person != self.person:
            self._park(leaving=another)
            self.person = person
            if another:
                # Everybody begins where their own work is half done, else at their first station.
                self._open_key = self._shelf.left_at(person)
                self._translations.use(person.language)
            self._renew(keep=not another)
        self.gate.unlock()
        self._idle.activity()

    def open(self, key: str) -> None:
        """Open a station that the person may use; another is refused with a sentence."""
        if self.person is None:
            return
        if key not in self._shelf.allowed(self.person):
            sentence = self.tr("You may not open this station.")
            self.frame.show_notice(Notice(Tone.ATTENTION, sentence))
            return
        self._inputs.release()
        if key != self._open_key:
            self._end_notice()
        fresh = not self._shelf.has(key)
        panel = self._shelf.get(key, self.person)
        if fresh:
            self._adopt(panel)
        self._open_key = key
        self.frame.show_panel(panel, key)
        panel.shown()

    def _forget_typed(self) -> None:
        # Letters left behind would stand before the next person's badge.
        self.frame.line.clear()

    def _end_notice(self) -> None:
        # F9 must never undo the work of a station that was left. A refusal stays: it may have come
        # late, and nobody has read it yet.
        notice = self.frame.notice
        if notice is not None and (notice.undo is not None or notice.tone in _READ_AT_ONCE):
            self.frame.show_notice(None)

    def end_refusal(self) -> None:
        """Something went well after what the banner refused: that is over.

        What came just now may not have been read yet, such as between two scans; it stands for
        its time. What a panel says of the success itself stands in its place anyhow.
        """
        notice = self.frame.notice
        if notice is None or notice.undo is not None or notice.tone in _READ_AT_ONCE:
            return
        left = READ_SECONDS - self.frame.notice_seconds
        if left > 0:
            QTimer.singleShot(int(left * 1000) + 1, self, partial(self._end_if, notice))
        else:
            self.frame.show_notice(None)

    def _end_if(self, notice: Notice) -> None:
        if self.frame.notice is notice:
            self.frame.show_notice(None)

    def set_workshop(self, name: str) -> None:
        """Show the workshop's name, once it is known."""
        self.frame.set_workshop(name)
        self.gate.set_workshop(name)

    def set_idle_seconds(self, seconds: float) -> None:
        """Lock after another while without a key or touch; 0 never."""
        self._idle.set_seconds(seconds)

    def wear(self) -> None:
        """Take sounds and colours as the preferences have them now."""
        self._sounds.on = self._preferences.sounds
        self._sounds.choices = _heard(self._preferences)
        if self._preferences.palette is not self._palette:
            self._palette = self._preferences.palette
            self._dress()

    def set_scanner(self, prefix: str, fix: ScannerFix) -> None:
        """Take another first key of the scanner, and put right what it types."""

        def put_right(text: str) -> str:
            from serkut_desk.stations.scanners import layouts  # noqa: PLC0415 - after first paint

            return fix.fixed(text, layouts())

        self._inputs.set_scanner(prefix, put_right if fix != ScannerFix() else None)

    def press(self, key: str) -> None:
        """Do what an F-key does, such as for a command card."""
        self._inputs.press(key)

    def go(self, key: str, text: str) -> None:
        """Open another station and give it a scan."""
        self._go(key, text)

    def park(self) -> None:
        """Park the half-done work of who was at the desk last."""
        self._park(leaving=True)

    def lay(self, overlay: Overlay) -> None:
        """Lay an overlay over the window; it was made with this window as its parent."""
        overlay.heard.connect(self.frame.sound)
        self._layers.push(overlay)

    def show_bug(self, report: BugReport) -> None:
        """Tell of a mistake of the program; connect the lanes' `bug`."""
        self._layers.push(BugCard(report, self))

    def refresh(self, changes: Changes) -> None:
        """Let every panel decide whether it cares; connect `ChangeSignal.changed`."""
        for panel in self._shelf.panels:
            panel.refresh(changes)

    def set_language(self, language: str) -> None:
        """Speak another language at once, and when the program starts the next time."""
        self._preferences.language = language
        self._park()
        self._translations.use(language)
        self.language_changing.emit(language)
        self._renew()
        self.gate.renew()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's own name
        """Stop listening and say so; the composition then closes the lanes."""
        self.gate.end_stop()
        self._idle.stop()
        self._inputs.stop()
        self.closing.emit()
        event.accept()

    def _park(self, *, leaving: bool = False) -> None:
        # What was scanned for this person still reaches their panel before it goes.
        self._inputs.release()
        if leaving and self.person is not None:
            self._shelf.leave(self.person, self._open_key)
        self.frame.show_panel(None, "")
        if self.person is not None:
            self._shelf.park_all(self.person)

    def _renew(self, *, keep: bool = True) -> None:
        """Make the frame and the open panel anew: other words, sizes or person."""
        allowed = self._shelf.allowed(self.person)
        self.frame.renew(self._translations.language, self.person, allowed, keep=keep)
        self._inputs.set_line(self.frame.line)
        if allowed:
            self.open(self._open_key if self._open_key in allowed else allowed[0])

    def _adopt(self, panel: Panel) -> None:
        panel.said.connect(self.frame.show_notice)
        panel.scan_taken.connect(self._taken)
        panel.heard.connect(self._heard)
        panel.chips_changed.connect(self.frame.show_chips)
        panel.scans_held.connect(self._inputs.hold)
        panel.scans_released.connect(self._inputs.release)
        panel.overlay_wanted.connect(self.lay)
        panel.stop_wanted.connect(self.gate.show_stop)
        panel.stop_entered.connect(self.gate.show_entered_stop)
        panel.panel_wanted.connect(self._go)
        panel.queue_wanted.connect(self._go_queue)
        panel.files_wanted.connect(self._go_files)

    def _heard(self, tone: Tone) -> None:
        self.frame.sound(tone)
        self.end_refusal()

    def _taken(self, words: str, tone: Tone) -> None:
        self.frame.show_taken(words, tone)
        if tone is Tone.GOOD:
            self.end_refusal()

    def _go(self, key: str, text: str) -> None:
        self.open(key)
        if text and self.panel is not None and self._open_key == key:
            self.panel.scanned(text)

    def _go_queue(self, key: str, queue: str) -> None:
        self.open(key)
        if self.panel is not None and self._open_key == key:
            self.panel.show_queue(queue)

    def _go_files(self, key: str, paths: list[Path]) -> None:
        self.open(key)
        if self.panel is not None and self._open_key == key:
            self.panel.take_files(paths)

    def _scanned(self, text: str) -> None:
        if self._router is not None and self._router(text):
            return
        if self.panel is None or not self.panel.scanned(text):
            self.scan_unclaimed.emit(text)

    def route(self, text: str) -> None:
        """Do what a badge or command card means, whatever lies over the desk."""
        if self._router is not None:
            self._router(text)

    @property
    def is_free(self) -> bool:
        """Whether somebody is at the desk and nothing lies over it."""
        return self.person is not None and self._layers.top is None and not self.gate.is_locked

    def _search(self) -> None:
        if self.is_free:
            self.search_wanted.emit()

    def _feedback(self) -> None:
        if self.is_free:
            self.feedback_wanted.emit()

    def _scanner(self) -> None:
        top = self._layers.top
        if top is None or top is self.gate.lock_screen:
            self.scanner_wanted.emit()

    def _function_key(self, key: str) -> None:
        if key == "F12":
            self.gate.lock()
        elif key == "F1":
            self.help_wanted.emit()
        elif key == ESCAPE:
            if self.panel is not None:
                self.panel.cancel()
        else:
            actions = self.panel.function_keys() if self.panel else ()
            undo = self.frame.notice.undo if self.frame.notice else None
            action = action_of((*actions, *([undo] if undo else ())), key)
            if action is not None:
                self._inputs.do(action)
            elif key == STOP_KEY:
                # Also where a panel does not show it: danger can lie on any table.
                self.gate.show_stop()

    def _refused(self, word: str, reason: str) -> None:
        notice = Notice(Tone.ATTENTION, word, reason)
        self._refused_above = notice if self._layers.top is not None else None
        self.frame.show_notice(notice)

    def _layers_changed(self) -> None:
        if self._layers.top is None and self._refused_above is not None:
            # It spoke of the card that is closed now.
            self._end_if(self._refused_above)
            self._refused_above = None
        # What is covered takes no focus; keys still flow into the scan line.
        self.frame.setEnabled(self._layers.top is None)

    def _to_station(self) -> None:
        """Open the station with this number in the rail, without a mouse."""
        allowed = on_rail(self._shelf.allowed(self.person))
        number = int(self.sender().property("station"))
        if number <= len(allowed) and self.is_free:
            self.open(allowed[number - 1])

    def _beside(self) -> None:
        """Open the next station of the rail or the one before: there are more than ten numbers."""
        allowed = self._shelf.allowed(self.person)
        if self.is_free and self._open_key in allowed:
            step = int(self.sender().property("step"))
            self.open(allowed[(allowed.index(self._open_key) + step) % len(allowed)])

    def _zoom(self) -> None:
        step = int(self.sender().property("step"))
        self._preferences.scale = theme.next_scale(theme.scale(), step)
        self._dress()

    def _dress(self) -> None:
        """Make everything anew in other sizes or colours."""
        theme.use(self._preferences.palette)
        self._park()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, self._preferences.scale)
        self._renew()
        self.gate.renew()


def _heard(preferences: Preferences) -> dict[Sound, SoundChoice]:
    return {kind: preferences.sound(kind) for kind in Sound}
