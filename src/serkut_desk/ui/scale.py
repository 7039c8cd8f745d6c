"""The scale of this desk as the window sees it: listened to only while somebody looks.

The port is open while at least one field is shown, so that no other program is kept from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from serkut_desk.domain.weighing import ScaleHere
from serkut_desk.stations.scales import keyed_tolerance_g, scale_here

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.weighing import Heard, ScaleSettings
    from serkut_desk.ui.hands import Hands
    from serkut_desk.weighing.reader import ScaleReader


class ScaleLink(QObject):
    """The line between the scale and the screens that weigh.

    Args:
        hands: Ask the records which scale this desk has.
    """

    changed = Signal()
    """`here` or `heard` is another now."""
    _arrived = Signal(object, object)

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._hands = hands
        self._lookers: set[int] = set()
        self._reader: ScaleReader | None = None
        self._listened: ScaleSettings | None = None
        self.here = ScaleHere(None, keyed_tolerance_g())
        self.heard: Heard | None = None
        # Queued: sent in the reader's thread, taken in the window's.
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def look(self, widget: QWidget) -> None:
        """Begin to listen for a widget that is shown."""
        key = id(widget)
        if key not in self._lookers:
            self._lookers.add(key)
            widget.destroyed.connect(lambda: self._gone(key))
        self.renew()

    def look_away(self, widget: QWidget) -> None:
        """Stop when the last widget is hidden."""
        self._gone(id(widget))

    def renew(self) -> None:
        """Ask again which scale this desk has: somebody may have set another one."""
        self._hands.ask(scale_here, self._settled, lambda _failure: None)

    def _gone(self, key: int) -> None:
        self._lookers.discard(key)
        if not self._lookers:
            self._close()

    def _settled(self, here: ScaleHere) -> None:
        self.here = here
        if not self._lookers:
            return
        if here.settings != self._listened:
            self._close()
        if here.settings is not None and self._reader is None:
            from serkut_desk.weighing.reader import ScaleReader  # noqa: PLC0415 - not at the start

            self._listened = here.settings
            reader = ScaleReader(here.settings, lambda heard: self._arrived.emit(here, heard))
            self._reader = reader
            reader.start()
        self.changed.emit()

    def _take(self, here: ScaleHere, heard: Heard) -> None:
        # What an earlier scale said before it was closed may still be on its way.
        if self._reader is not None and here.settings == self._listened:
            self.heard = heard
            self.changed.emit()

    def _close(self) -> None:
        reader, self._reader, self._listened = self._reader, None, None
        self.heard = None
        if reader is not None:
            reader.close()
