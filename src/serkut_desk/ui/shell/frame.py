"""The frame around the stations, which can make itself anew in other words and sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from serkut_desk.ui.parts.choices import Choice
from serkut_desk.ui.shell.desk import Desk
from serkut_desk.ui.shell.places import family_of, station_title
from serkut_desk.ui.sounds import OF_TONE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from serkut_desk.ui.panel import Notice, Panel, PersonView
    from serkut_desk.ui.scan_line import ScanLine
    from serkut_desk.ui.shell.places import Health
    from serkut_desk.ui.sounds import Sounds
    from serkut_desk.ui.theme import Tone


class Frame(QWidget):
    """Rail, scan line, banners and foot, with what they show.

    Args:
        workshop: Its name.
        desk: Which desk this is.
        languages: Codes on offer.
        language: The one in use.
        sounds: Plays results.
    """

    station_chosen = Signal(str)
    lock_wanted = Signal()
    language_chosen = Signal(str)
    help_wanted = Signal()
    search_wanted = Signal()
    feedback_wanted = Signal()

    def __init__(
        self, workshop: str, desk: str, languages: Sequence[str], language: str, sounds: Sounds
    ) -> None:
        super().__init__()
        self._names = (workshop, desk, tuple(languages))
        self._sounds = sounds
        self._person: PersonView | None = None
        self._health: tuple[Health, ...] = ()
        self._waiting: dict[str, int] = {}
        self._stations: tuple[str, ...] = ()
        self._key = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._desk = self._made(language)

    @property
    def line(self) -> ScanLine:
        """The scan line; another one after `renew`."""
        return self._desk.top.scan_line

    @property
    def panel(self) -> Panel | None:
        """The panel that is open."""
        return self._desk.work.panel

    @property
    def notice(self) -> Notice | None:
        """The last result that is shown."""
        return self._desk.work.banner.notice

    @property
    def notice_seconds(self) -> float:
        """How long the last result has been shown."""
        return self._desk.work.banner.seconds

    def renew(
        self, language: str, person: PersonView | None, stations: Sequence[str], *, keep: bool
    ) -> None:
        """Make everything anew for `person` and their stations; `keep` the last result."""
        old = self._desk
        self._person = person
        self._stations = tuple(stations)
        self._desk = self._made(language)
        self._desk.work.standing.show_notice(old.work.standing.notice)
        self._desk.work.banner.show_notice(old.work.banner.notice if keep else None)
        self._desk.top.show_person(person)
        self._desk.rail.show_stations(stations)
        self.show_waiting(self._waiting)
        self.show_health(self._health)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._desk.show()

    def set_workshop(self, name: str) -> None:
        """Show the workshop's name, now and after `renew`."""
        self._names = (name, *self._names[1:])
        self._desk.rail.set_workshop(name)

    def show_panel(self, panel: Panel | None, key: str) -> None:
        """Show another panel; None shows an empty work area."""
        focus, shown = QApplication.focusWidget(), self._desk.work
        if focus is not None and shown.isAncestorOf(focus):
            # A panel that goes would take the focus with it, and the keys after it.
            self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.work.show_panel(panel, station_title(key) if panel else "")
        self._desk.rail.show_active(key)
        self._key = key if panel else ""
        self._show_doors()
        self.show_chips()

    def show_chips(self) -> None:
        """Show what the open panel says is set now."""
        self._desk.top.show_chips(self.panel.chips() if self.panel else ())

    def show_notice(self, notice: Notice | None) -> None:
        """Show the last result and let it be heard; None clears it."""
        self._desk.work.banner.show_notice(notice)
        if notice is not None:
            self.sound(notice.tone)

    def sound(self, tone: Tone) -> None:
        """Let a result be heard."""
        sound = OF_TONE[tone]
        if sound:
            self._sounds.play(sound)

    def show_standing(self, notice: Notice | None) -> None:
        """Show what stays until it is mended, such as a late backup; None when it is."""
        self._desk.work.standing.show_notice(notice)

    def show_taken(self, words: str, tone: Tone) -> None:
        """Say what the last scan was taken for."""
        self.line.show_taken(words, tone)

    def show_health(self, health: Sequence[Health]) -> None:
        """Tell how database, printer and backup are."""
        self._health = tuple(health)
        plain = self._person is None or self._person.guidance
        self._desk.foot.show_health(self._health, plain=plain)

    def show_waiting(self, counts: Mapping[str, int]) -> None:
        """Tell how many wait at each station."""
        self._waiting = dict(counts)
        self._desk.rail.show_waiting(self._waiting)
        self._show_doors()

    def _show_doors(self) -> None:
        """Offer what shares a place on the rail with the open station."""
        family = family_of(self._key, self._stations)
        doors = [Choice(one, station_title(one), self._waiting.get(one) or None) for one in family]
        self._desk.work.show_doors(doors, self._key)

    def _made(self, language: str) -> Desk:
        desk = Desk(*self._names, language)
        desk.rail.station_chosen.connect(self.station_chosen)
        desk.work.door_chosen.connect(self.station_chosen)
        desk.top.lock_wanted.connect(self.lock_wanted)
        desk.foot.language_chosen.connect(self.language_chosen)
        desk.foot.help_wanted.connect(self.help_wanted)
        desk.foot.feedback_wanted.connect(self.feedback_wanted)
        desk.top.search_wanted.connect(self.search_wanted)
        self._column.addWidget(desk)
        return desk
