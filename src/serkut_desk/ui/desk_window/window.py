"""Puts the window together: shell, lanes, person, panels; opens the workshop and closes it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from serkut_desk import texts
from serkut_desk.domain.codes import STATEMENT, CodeKind, parse_code
from serkut_desk.ui.changes import ChangeSignal
from serkut_desk.ui.confirming import Confirming
from serkut_desk.ui.desk_window import condition
from serkut_desk.ui.desk_window.cards_on_the_wall import OF_PANELS, command_names, stop_kind
from serkut_desk.ui.desk_window.everywhere import Everywhere
from serkut_desk.ui.desk_window.hazard import Hazard
from serkut_desk.ui.desk_window.help import HelpCard
from serkut_desk.ui.desk_window.label_runner import LabelRunner
from serkut_desk.ui.desk_window.parking import Parking
from serkut_desk.ui.desk_window.rooms import stations
from serkut_desk.ui.desk_window.sign_in import SignIn
from serkut_desk.ui.desk_window.trouble import TroubleCard
from serkut_desk.ui.hands import Hands, Workplace
from serkut_desk.ui.lane import DatabaseLane, FreePool
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.shell.stop_faces import stop_faces
from serkut_desk.ui.shell.window import Shell
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Person, Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.queues import QueueLine
    from serkut_desk.ui.doors import Doors
    from serkut_desk.ui.language import Translations
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.preferences import Preferences

_ROOMS = {
    CodeKind.PART: "parts",
    CodeKind.WORK_ORDER: "repair",
    CodeKind.CONTAINER: "containers",
}
"""Where a label is looked at that the open panel does not take."""


class DeskWindow(QObject):
    """The whole window over one data folder.

    Args:
        root: The data folder.
        find_doors: Gives what opens workshops; called in the lane, as it imports much.
        preferences: Of this desk.
        translations: Words of the window.
        workstation: Which desk this is.
    """

    opened = Signal()
    """The workshop is open."""
    closed = Signal()

    def __init__(
        self,
        root: Path,
        find_doors: Callable[[], Doors],
        preferences: Preferences,
        translations: Translations,
        workstation: str,
    ) -> None:
        super().__init__()
        self._root = root
        self._find_doors = find_doors
        self._preferences = preferences
        self._held = ExitStack()
        self._closing = False
        self.lane = DatabaseLane(self)
        self.free = FreePool(self)
        self.changes = ChangeSignal(self)
        self.place = Workplace()
        self._foot = condition.FootWords(self)
        self._condition: condition.Condition | None = None
        self.shell = self._make_shell(translations, workstation)
        self.watch = condition.Watch(self.hands, self)
        self.sign_in = SignIn(self.shell, self.hands, self.confirming, self.parking)
        self.hazard = Hazard(self.shell, self.hands)
        self.labels = LabelRunner(self.shell, self.hands)
        self.cards = Everywhere(self.shell, self.hands)
        self._connect()

    def _make_shell(self, translations: Translations, workstation: str) -> Shell:
        self.parking = Parking(self.place, self.lane, self)
        # The shell needs its stations, they need the hands, and these lay cards over the shell.
        self.confirming = Confirming(self.place, self.lane, self)
        self.hands = Hands(
            self.place,
            self.lane,
            self.free,
            self.changes,
            self.confirming,
            preferences=self._preferences,
        )
        self.hands.language = self.confirming.language = translations.language
        shell = Shell(
            stations=stations(self.hands),
            preferences=self._preferences,
            translations=translations,
            workshop=self._preferences.workshop,
            desk=workstation,
            languages=texts.languages(),
            router=self._route,
            idle_seconds=self._preferences.lock_minutes * 60.0,
            parking=self.parking,
            now=self.place.now,
        )
        self.confirming.cover(shell, shell.lay)
        return shell

    def _connect(self) -> None:
        self.lane.bug.connect(self.shell.show_bug)
        self.free.bug.connect(self.shell.show_bug)
        self.changes.changed.connect(self.shell.refresh)
        self.changes.changed.connect(self._changed)
        self.changes.changed.connect(self.labels.changed)
        self.watch.looked.connect(self.labels.run)
        self.sign_in.command.connect(self._command)
        self.sign_in.named.connect(self.hazard.name)
        self.shell.scan_unclaimed.connect(self._search)
        self.hands.said.connect(self.shell.frame.show_notice)
        self.hands.committed.connect(self.shell.end_refusal)
        self.watch.found.connect(self._found)
        self.watch.counted.connect(self._counted)
        self.watch.followed.connect(self.changes.announce)
        self.watch.backup_failed.connect(self._backup_failed)
        self.hands.settings_changed.connect(self._settings_changed)
        self.sign_in.entered.connect(self._entered)
        self.shell.language_changing.connect(self._language_changing)
        self.shell.frame.language_chosen.connect(self._show_condition)
        self.shell.help_wanted.connect(self._help)
        self.shell.search_wanted.connect(self.cards.search)
        self.shell.feedback_wanted.connect(self.cards.feedback)
        self.shell.scanner_wanted.connect(self.cards.scanner)
        self.shell.closing.connect(self._close)
        for name, key in command_names().values():
            if name in OF_PANELS:
                pressed = QShortcut(QKeySequence(key), self.shell).activated
                pressed.connect(partial(self._own_command, name))

    def open(self) -> None:
        """Open the workshop in the lane; what is asked meanwhile comes after it."""
        self.lane.submit(self._open).then(self._ready, self._trouble)

    def _open(self) -> str:
        desk = self._held.enter_context(self._find_doors().open_desk(self._root))
        self.place.take(desk)
        from serkut_desk.stations.upkeep.queries import workshop_name  # noqa: PLC0415 - after first paint

        return workshop_name(desk)

    def _ready(self, workshop: str) -> None:
        self._preferences.workshop = workshop
        self.shell.set_workshop(workshop)
        self.watch.start()
        self.hazard.remember()
        self.opened.emit()

    def _trouble(self, failure: KnownFailure) -> None:
        card = TroubleCard(self.shell, failure, self.hands.language)
        card.again.connect(self.open)
        card.leave.connect(self.shell.close)
        self.shell.lay(card)

    def _route(self, text: str) -> bool:
        """Take badges and command cards before any panel sees them."""
        if self.sign_in.busy:
            self.sign_in.keep(text)
            return True
        own = parse_code(text)
        if own is None:
            return False
        if own.kind is CodeKind.BADGE:
            self.sign_in.badge(str(own))
            return True
        if own.kind is CodeKind.COMMAND:
            return self._command(own.number)
        return False

    def _command(self, number: int) -> bool:
        name, key = command_names().get(number, ("", ""))
        kind = stop_kind(number, self.place.now())
        if kind is not None:
            # Also where nobody is signed in.
            self.hazard.cry(kind)
        elif self.shell.gate.is_locked:
            pass  # nobody is at the desk: the card means nothing
        elif not self.cards.command(name) and not self._own_command(name) and key:
            self.shell.press(key)
        return bool(name)

    def _own_command(self, name: str) -> bool:
        """Let the open panel take a command that is its own, unless something lies over it."""
        panel = self.shell.panel
        return panel is not None and self.shell.is_free and panel.command(name)

    def _help(self) -> None:
        panel, person = self.shell.panel, self.shell.person
        actions = panel.function_keys() if panel is not None else ()
        if person is None or person.guidance or not self.place.is_open:
            self._lay_help(actions, None)
            return

        def head(desk: Desk, _session: Session | None) -> tuple[int, str]:
            from serkut_desk.stations.upkeep.states import journal_head  # noqa: PLC0415 - after first paint

            found = journal_head(desk)
            return found.seq, found.hash

        self.hands.ask(head, partial(self._lay_help, actions))

    def _lay_help(self, actions: Sequence[Action], head: tuple[int, str] | None) -> None:
        stops = stop_faces(self.hands.language, self.place.now())
        self.shell.lay(HelpCard(self.shell, actions, stops, head))

    def _search(self, text: str) -> None:
        """Look for what the open panel does not know; what has a room of its own is shown there."""
        person, own = self.shell.person, parse_code(text)
        rooms = person.stations if person is not None else ()
        room = _ROOMS.get(own.kind) if own is not None else None
        if text.upper().startswith(STATEMENT):
            room = "checking"
        if room is not None and room in rooms and room != self.shell.open_key:
            self.shell.go(room, text)
        elif "devices" in rooms:
            self.shell.go("devices", text)
        else:
            said = self.tr("This means nothing here")
            self.shell.frame.show_notice(Notice(Tone.INFO, said, text))

    def _entered(self, person: Person) -> None:
        self.hands.language = self.confirming.language = person.language
        self._show_condition()
        self.watch.count()
        self.hazard.look()

    def _language_changing(self, language: str) -> None:
        """Take the language before the panels are made anew in it."""
        self.hands.language = self.confirming.language = language

    def _settings_changed(self) -> None:
        held = self._preferences
        self.shell.set_idle_seconds(held.lock_minutes * 60.0)
        self.shell.set_scanner(held.scanner_prefix, held.scanner_fix)
        self.shell.wear()

    def _changed(self, changes: Changes) -> None:
        if changes.labels or changes.backup or changes.people or changes.journal:
            self.watch.look()
        else:
            self.watch.count()

    def _counted(self, waiting: tuple[QueueLine, ...]) -> None:
        if self._condition is not None:
            self._condition = replace(self._condition, waiting=waiting)
        self._show_waiting(waiting)

    def _show_waiting(self, waiting: tuple[QueueLine, ...]) -> None:
        from serkut_desk.stations.queues import by_station  # noqa: PLC0415 - after first paint

        person = self.shell.person
        held = person.permissions if person is not None else frozenset()
        self.shell.frame.show_waiting(by_station(waiting, held))

    def _found(self, found: condition.Condition) -> None:
        self._condition = found
        self._show_condition()

    def _show_condition(self) -> None:
        found = self._condition
        if found is None:
            return
        self.shell.frame.show_health(self._foot.health(found))
        self._show_waiting(found.waiting)
        # A maker can mend nothing of it; what is grave they see all the same.
        person = self.shell.person
        shown = found
        if person is None or not person.supervisor:
            shown = replace(found, notices=tuple(one for one in found.notices if one[1]))
        self.shell.frame.show_standing(condition.standing(shown, self.hands.language))

    def _backup_failed(self, failure: KnownFailure) -> None:
        notice = self.hands.notice(failure)
        self.shell.frame.show_notice(Notice(Tone.ATTENTION, notice.title, notice.text))

    def _close(self) -> None:
        """Let what is queued run, then let go of the workshop, in the thread that took it."""
        if self._closing:
            return
        self._closing = True
        self.watch.stop()
        self.shell.park()
        self.lane.submit(self._held.close)
        self.free.close()
        self.lane.close()
        self.closed.emit()
