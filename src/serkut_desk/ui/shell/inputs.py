"""Where scans and F-keys go: to the topmost overlay, else to the open panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.keys import ESCAPE, KeyCapture
from serkut_desk.ui.listening import listen, stop_listening
from serkut_desk.ui.overlay import Overlay
from serkut_desk.ui.shell.scan_queue import ScanQueue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QKeyEvent

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.scan_line import ScanLine
    from serkut_desk.ui.shell.layers import Layers


def action_of(actions: Iterable[Action], key: str) -> Action | None:
    """Return the action of an F-key, None when it has none."""
    return next((action for action in actions if action.key == key), None)


def _is(kind: CodeKind, text: str) -> bool:
    own = parse_code(text)
    return own is not None and own.kind is kind


class Inputs(QObject):
    """Listens to the whole application until `stop`.

    Args:
        line: The scan line.
        layers: What may lie over the desk.
        prefix: The scanner's prefix key.
    """

    scanned = Signal(str)
    """A scan for the desk itself, in order, kept while scans are held."""
    function_key = Signal(str)
    """An F-key for the desk itself."""
    refused = Signal(str, str)
    """The word of an action that cannot be done now, and why."""
    typed = Signal(str)
    """What stands in the scan line, while it is being written."""
    card = Signal(str)
    """A command card, or a badge, that was scanned while something lies over the desk."""
    activity = Signal()

    def __init__(self, line: ScanLine, layers: Layers, prefix: str) -> None:
        super().__init__(layers)
        self._layers, self._line = layers, line
        self._queue = ScanQueue(self)
        self._queue.delivered.connect(self.scanned)
        self._keys = KeyCapture(line, prefix, self)
        self._keys.function_key.connect(self._key)
        self._keys.activity.connect(self.activity)
        self._fix: Callable[[str], str] | None = None
        self._listen(line)
        layers.changed.connect(self._layers_changed)
        listen(self._keys)

    @property
    def waiting(self) -> int:
        """How many scans are kept for an answer that has not come."""
        return self._queue.waiting

    def set_line(self, line: ScanLine) -> None:
        """Listen to another scan line."""
        self._keys.set_line(line)
        self._line = line
        self._listen(line)

    def set_scanner(self, prefix: str, fix: Callable[[str], str] | None) -> None:
        """Wait for a first key of the scanner, and put right what it types; None for nothing."""
        self._keys.set_prefix(prefix)
        self._fix = fix

    def move_by(self, mover: Callable[[QKeyEvent], bool]) -> None:
        """Let `mover` take the keys that go up and down, while nothing lies over the desk."""
        self._keys.move_by(lambda event: self._layers.top is None and mover(event))

    def hold(self) -> None:
        """Keep scans for the desk from now on."""
        self._queue.hold()

    def release(self) -> None:
        """Hand on what was kept."""
        self._queue.release()

    def stop(self) -> None:
        """Listen no more."""
        stop_listening(self._keys)

    def do(self, action: Action) -> None:
        """Run an action, or tell why it cannot be done now."""
        if action.enabled:
            action.run()
        else:
            self.refused.emit(action.word, action.reason)

    def _listen(self, line: ScanLine) -> None:
        line.scanned.connect(self._scanned)
        line.edit.textChanged.connect(self._typed)

    def _typed(self, text: str) -> None:
        self.typed.emit(text)
        if self._layers.top is not None:
            self._layers.top.typed(text)

    def _scanned(self, text: str) -> None:
        # What a hand typed is right as it is.
        if self._fix is not None and not self._keys.by_hand:
            text = self._fix(text)
        top = self._layers.top
        if top is None:
            self._queue.add(text)
        elif top.takes_cards and _is(CodeKind.COMMAND, text):
            if not top.card_scanned(text):
                self.card.emit(text)
        elif top.takes_badges and _is(CodeKind.BADGE, text):
            top.close_overlay()
            self.card.emit(text)
        else:
            top.scanned(text)
        if _is(CodeKind.BADGE, text):
            # A badge opens the desk: its number does not stay to be read.
            self._line.clear()

    def press(self, key: str) -> None:
        """Do what an F-key does now, such as for a command card."""
        self._key(key)

    def _key(self, key: str) -> None:
        top = self._layers.top
        if key != ESCAPE and (top is None or type(top).typed is Overlay.typed):
            # Letters left behind would stand before the next scan.
            self._line.drop_unended()
        if top is None:
            self.function_key.emit(key)
            return
        offered = top.function_keys()
        action = action_of(offered, key)
        if action is None and key == ESCAPE:
            # A layer is left by F9; Escape is the same, unless F9 takes something back there.
            action = action_of(offered, "F9")
            if action is None and len(offered) == 1:
                # What can only be closed, as the help, is closed.
                action = offered[0]
        if action is not None:
            self.do(action)

    def _layers_changed(self) -> None:
        top = self._layers.top
        self._keys.take_digits(top.digit_taker() if top else None)
