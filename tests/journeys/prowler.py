"""Somebody who presses everything there is at the real window, and looks what comes of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from journeys import hands
from kit import PIN
from serkut_desk.ui.confirming import SecondCard
from serkut_desk.ui.keys import is_editing
from serkut_desk.ui.parts.asking import PinCard
from serkut_desk.ui.parts.reports_card import ImportCard
from stations.certificates.counter import PASSPHRASE

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from journeys.prowled_house import House
    from serkut_desk.domain.people import Person, Session
    from ui.window_kit import Window

_PATIENCE_MS = 20_000
_WRONG = 0.06
# What goes round among what is shown, or back to the beginning: where one stands alone, or there
# already, nothing moves.
_ROUND = frozenset({"Seuraava kortti", "Seuraava sarake", "Nollaa", "Aloita alusta"})
_MOST_LAYERS = 4
_FIGURE = re.compile(r"\(g\)|paino|määrä|lukum|hinta|€|minuut|montako|kpl|levyjä", re.IGNORECASE)
_DAY = re.compile(r"päivä|huolto|asti|kalibr", re.IGNORECASE)
_SERIAL = re.compile(r"sarja|levy|väline|imei", re.IGNORECASE)
_SECRET = re.compile(r"tunnuslause", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{2}[0-9]{10}")
_ANY = re.compile("")
_KEYS = tuple(f"F{number}" for number in (2, 3, 5, 6, 7, 8, 9, 10, 11))
_NONSENSE = ("", "\u202e\ud7ff", "../../etc/passwd", "'; DROP TABLE device; --", "9" * 400, "-1")
_WORDS = ("koe", "Kallion kirjasto", "12", "24.11.2026", "0201256-6", "nwipe", "H-5", "Silppuri 1")


@dataclass
class Prowler:
    """Hands without a plan.

    Args:
        window: The real window, in Finnish.
        house: What can be scanned, and files.
        chance: What decides.
    """

    window: Window
    house: House
    chance: random.Random
    silent: Counter[str] = field(default_factory=Counter)
    """Where something was pressed that could be pressed, and nothing answered."""
    hints: dict[str, list[str]] = field(default_factory=dict)
    """How it came to that, the first time."""
    broken: list[str] = field(default_factory=list)
    """What broke, with how it came to it."""
    trail: list[str] = field(default_factory=list)
    presses: int = 0
    next_file: Path | None = None
    """What is chosen where a file is asked the next time; anything without it."""
    _heard: int = 0
    _bugs: list[Any] = field(default_factory=list)
    _session: Session | None = None
    _people: list[Person] = field(default_factory=list)

    def __post_init__(self) -> None:
        desk = self.window.desk
        for lane in (desk.lane, desk.free):
            lane.bug.connect(self._bugs.append)
        self.window.shell.frame._sounds.play = self._hear  # type: ignore[assignment,method-assign] # counted

        with self.house.street.workshop.desk.database.reading() as work:
            self._people = work.people.everybody()

    def _hear(self, *_sound: object) -> None:
        self._heard += 1

    # What a person does.

    def come(self, session: Session) -> None:
        """Sign in with badge and PIN, whatever lies over the desk."""
        self._session = session
        shell = self.window.shell
        shell.gate.end_stop()
        shell.gate.lock()
        self._type(session.person)
        self.settle()
        if self.window.lock_pad() is not None:
            self._type(PIN)
        self.settle()
        assert not shell.gate.is_locked, self.trail[-20:]
        self.trail.append(f"come {session.person}")

    @property
    def is_supervisor(self) -> bool:
        """Whether who is at the desk is one."""
        person = self.window.shell.person
        return person is not None and person.supervisor

    def let_everybody_in(self) -> None:
        """Let everybody in again: who ended a badge or changed a PIN ended only this walk."""
        with self.house.street.workshop.desk.database.work() as work:
            for before in self._people:
                work.people.clear_guard(before.id)
                if work.people.by_code(before.code) != before:
                    work.people.change(
                        before.id,
                        role=before.role.value,
                        active=True,
                        pin_hash=before.pin_hash,
                        language="fi",
                    )
            work.commit()

    def open(self, station: str) -> None:
        """Open a station with nothing over it."""
        self.back()
        person = self.window.shell.person
        if self._session is not None and person is not None and person.code != self._session.person:
            self.come(self._session)
        if self.window.shell.open_key != station:
            self.trail.append(f"open {station}")
            self.window.shell.open(station)
            self.settle()
        assert self.window.shell.open_key == station

    def back(self) -> None:
        """Leave whatever lies over the desk, and come back where it was locked."""
        shell = self.window.shell
        for _ in range(_MOST_LAYERS):
            if self._left():
                break
            if shell._layers.top is None:
                return
            self._key("Esc")
            self.settle()
        assert self._session is not None
        if self._left():
            self.come(self._session)
        shell._layers.close_all()
        self.settle()

    def scan(self, text: str) -> None:
        """Scan something; it is answered."""
        self._come_back()
        self._try(f"scan {text}", lambda: self._type(text))

    def badge(self, session: Session) -> None:
        """Scan a badge where one is asked for: elsewhere it would be another person's desk."""
        top = self.window.shell._layers.top
        if top is not None and not top.takes_badges and not self._left():
            self.scan(session.person)

    def take_next(self, file: Path) -> None:
        """Choose this file where one is asked the next time."""
        self.next_file = file

    def press(self, key: str) -> None:
        """Press an F-key; one that stands for something that can be done now is answered."""
        self._come_back()
        action = next((one for one in hands.offered(self.window.shell) if one.key == key), None)
        said = f"{key} {action.word}" if action is not None else key
        wanted = action is not None and not self._stands(action.word)
        self._try(said, lambda: self._key(key), expected=wanted)

    def tap(self, button: QAbstractButton) -> None:
        """Tap a button."""
        said = button.accessibleName() or button.text() or type(button).__name__
        held = button.isCheckable() and button.isChecked()
        held = held or said.removesuffix(said.split()[-1]).strip() in _ROUND
        self._try(f"tap {said}", button.click, expected=not held)

    def prowl(self, presses: int) -> None:
        """Press whatever there is, and fill in what is asked."""
        for _ in range(presses):
            if self.chance.random() < 0.7:
                self.answer()
            if self._left():
                self.back()
            buttons = self.buttons()
            offered = [
                one.key
                for one in hands.offered(self.window.shell)
                if one.key and self._wanted(one.key)
            ]
            roll = self.chance.random()
            if offered and roll < 0.45:
                self.press(self.chance.choice(offered))
            elif buttons and roll < 0.9:
                self.tap(self.chance.choice(buttons))
            else:
                self.press(self.chance.choice(_KEYS))

    def scan_one_of(self, kind: str) -> None:
        """Scan the label of something of a kind, if there is any."""
        found = self.house.labels().get(kind)
        if found:
            self.scan(self.chance.choice(found))

    def straight(self, label: str, presses: int = 3) -> None:
        """Scan a label and go on to the end by what the window offers first."""
        self.scan(label)
        self.go_on(presses)

    def go_on(self, presses: int) -> None:
        """Go on by what the window offers first."""
        for _ in range(presses):
            if self._left():
                self.back()
            self.answer()
            found = [one for one in hands.offered(self.window.shell) if one.key and one.enabled]
            offered = [one for one in found if self._wanted(one.key)]
            if not offered:
                return
            main = next((one for one in offered if one.main), None)
            ends = next((one for one in offered if one.key == "F10"), None)
            self.press((main or ends or self.chance.choice(offered)).key)

    def answer(self) -> None:
        """Fill in what lies in front: a PIN, a badge, fields, lists, a row."""
        top = self.window.shell._layers.top
        if isinstance(top, PinCard):
            self._try("PIN", lambda: self._type(self._pin()))
        elif isinstance(top, SecondCard):
            self._second(top)
        elif isinstance(top, ImportCard) and top._asking:
            self.badge(self.house.street.worker)
        else:
            self._fill(self._front())

    def _left(self) -> bool:
        """Whether nobody can work: the desk is locked, or danger lies on the table."""
        gate = self.window.shell.gate
        return gate.is_locked or gate.stop_screen is not None

    def _stands(self, word: str) -> bool:
        """Whether it is so already what a key would choose, and can be seen to be."""
        chosen = (one for one in _seen(self._front(), QAbstractButton) if one.isChecked())
        return word in _ROUND or any(word in (one.accessibleName() or one.text()) for one in chosen)

    def _wanted(self, key: str) -> bool:
        """Whether to press it: who always cries danger gets nowhere."""
        return not key.endswith("F4") or self.chance.random() < 0.02

    def _come_back(self) -> None:
        """Be at the desk, and give the PIN where it was asked meanwhile."""
        if self._left():
            self.back()
        if isinstance(self.window.shell._layers.top, PinCard | SecondCard):
            self.answer()

    def _second(self, card: SecondCard) -> None:
        workshop = self.house.street.workshop
        people = (workshop.other, workshop.other, workshop.first, workshop.worker)
        badge = self.chance.choice(people).person
        self._try("badge", lambda: self._type(badge))
        if self.window.shell._layers.top is card and card.pad.isVisible():
            self._try("its PIN", lambda: self._type(self._pin()))

    def _pin(self) -> str:
        return "9999" if self.chance.random() < _WRONG else PIN

    def _fill(self, front: QWidget) -> None:
        line = self.window.shell.frame.line.edit
        found = [one for one in _seen(front, QLineEdit) if one is not line and is_editing(one)]
        labels = self.house.labels() if found else {}
        for edit in found:
            said = self._text(edit, labels)
            edit.setText(said)
            edit.textEdited.emit(said)
            self.trail.append(f"write {edit.accessibleName()}: {said[:40]}")
        for box in _seen(front, QComboBox):
            if box.isEnabled() and box.count() and self.chance.random() < 0.6:
                box.setCurrentIndex(self.chance.randrange(box.count()))
                box.activated.emit(box.currentIndex())
        for area in _seen(front, QPlainTextEdit):
            if not area.isReadOnly() and area.isEnabled():
                area.setPlainText("koe")
        for table in _seen(front, QTableView):
            rows = table.model().rowCount()
            if rows and table.isEnabled() and self.chance.random() < 0.5:
                table.setCurrentIndex(table.model().index(self.chance.randrange(rows), 0))
        self.settle()

    def _text(self, edit: QLineEdit, labels: Mapping[str, Sequence[str]]) -> str:
        name = edit.accessibleName()
        some = self.chance.choice(labels[self.chance.choice(list(labels))])
        ways = {
            _SECRET: (PASSPHRASE,) * 9 + ("väärä",),
            _DAY: ("24.11.2026", "23.11.2026", "1.5.2027"),
            _FIGURE: ("1", "2", "90", "410", "2500"),
            _SERIAL: tuple(labels.get("serial", ("koe",))),
            _ANY: (*_WORDS, some, some, some),
        }
        hidden = edit.echoMode() is not QLineEdit.EchoMode.Normal
        fits = _SECRET if hidden else next(one for one in ways if one.search(name))
        return self.chance.choice(_NONSENSE if self.chance.random() < _WRONG else ways[fits])

    # What a person sees.

    def buttons(self) -> list[QAbstractButton]:
        """Return every button that can be pressed now, in front or in the open station."""
        found = _seen(self._front(), QAbstractButton)
        return [one for one in found if one.isEnabled() and self._wanted(one.accessibleName())]

    def settle(self) -> None:
        """Wait until nothing is under way; choose a file where one is asked."""
        desk = self.window.desk
        for _ in range(8):
            self.window.bot.waitUntil(
                lambda: self._dialog() is not None or not (desk.lane.waiting or desk.free.waiting),
                timeout=_PATIENCE_MS,
            )
            QApplication.processEvents()
            dialog = self._dialog()
            if dialog is not None:
                self._choose(dialog)
            elif not (desk.lane.waiting or desk.free.waiting):
                return

    @staticmethod
    def _dialog() -> QFileDialog | None:
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QFileDialog) else None

    def _choose(self, dialog: QFileDialog) -> None:
        """Choose a file or folder, or leave."""
        folder = self.house.street.folder
        path = self.next_file or self.chance.choice(list(self.house.files.values()))
        self.next_file = None
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            path = folder.parent / "saved" / f"{len(self.trail)}"
            path.parent.mkdir(exist_ok=True)
        elif dialog.fileMode() is QFileDialog.FileMode.Directory:
            path = folder
        self.trail.append(f"choose {path.name}")
        self._heard += 1
        # The dialog is the system's: only what it answers is of interest.
        dialog.fileSelected.emit(str(path))
        dialog.filesSelected.emit([str(path)])
        dialog.reject()

    def _front(self) -> QWidget:
        shell = self.window.shell
        return shell._layers.top or shell.frame._desk.work

    def _state(self) -> tuple[object, ...]:
        """Return what somebody sees, hears and has saved."""
        shell = self.window.shell
        notice = shell.frame.notice
        return (
            shell.open_key,
            id(shell._layers.top),
            id(notice),
            shell.frame.line._words,
            self._heard,
            self.house.head(),
            QApplication.clipboard().text(),
            id(QApplication.focusWidget()),
            tuple(_facts(one) for one in self._front().findChildren(QWidget) if one.isVisible()),
        )

    def _try(self, said: str, act: Any, *, expected: bool = True) -> None:
        shell = self.window.shell
        top = shell._layers.top
        room = f"{shell.open_key}{f'/{type(top).__name__}' if top is not None else ''}"
        self.house.street.workshop.clock.tick(seconds=7)
        before = self._state()
        self.presses += 1
        self.trail.append(f"{room}: {said}")
        act()
        self.settle()
        if self._bugs:
            self._note("\n".join(one.details for one in self._bugs))
            self._bugs.clear()
            shell._layers.close_all()
        elif expected and before == self._state() and not self._complains(said):
            what = f"{room}: {_CODE.sub('…', said)}"
            self.silent[what] += 1
            self.hints.setdefault(what, self.trail[-8:])

    def _complains(self, said: str) -> bool:
        """Whether what was done has its answer on the screen: the same one as before."""
        if said.startswith("scan") and self.window.shell.frame.line._words:
            return True
        seen = _seen(self._front(), QLabel)
        return any(one.property("part") == "problem" and one.text() for one in seen)

    def _note(self, what: str) -> None:
        self.broken.append(f"{what}\nafter {self.trail[-12:]}")

    def broke(self, what: str) -> None:
        """Note what broke on the window's own thread."""
        self._note(what)

    def _type(self, text: str) -> None:
        focus = self.window._focus
        if text.isascii() and text.isprintable():
            QTest.keyClicks(focus, text)
            QTest.keyClick(focus, Qt.Key.Key_Return)
        else:
            self.window.shell._scanned(text)

    def _key(self, key: str) -> None:
        named = Qt.Key.Key_Escape if key == "Esc" else Qt.Key(Qt.Key.Key_F1 + int(key[1:]) - 1)
        QTest.keyClick(self.window._focus, named)


def _seen(front: QObject, kind: type[Any]) -> list[Any]:
    return [one for one in front.findChildren(kind) if one.isVisible()]


def _facts(widget: QWidget) -> tuple[object, ...]:
    """Return what of a widget somebody could notice."""
    said: list[object] = [type(widget).__name__, widget.isEnabled(), widget.accessibleName()]
    if isinstance(widget, QLabel | QLineEdit):
        said.append(widget.text())
    elif isinstance(widget, QAbstractButton):
        said += [widget.text(), widget.isChecked(), widget.accessibleDescription()]
    elif isinstance(widget, QComboBox):
        said.append(widget.currentText())
    elif isinstance(widget, QAbstractItemView):
        model = widget.model()
        at = widget.currentIndex()
        rows = model.rowCount()
        said += [rows, at.row(), str(at.data() or "")]
        said += [str(model.index(row, 0).data() or "") for row in range(min(rows, 12))]
    else:
        said.append(widget.accessibleDescription())
    return tuple(said)
