"""Asks what locks a device: one picture, one word and one key for each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from serkut_desk.domain.data_state import Lock
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.ui.stations.quarantine.views import Target

_PICTURES = {
    Lock.BIOS: PictureName.LOCK_BIOS,
    Lock.MDM: PictureName.LOCK_MDM,
    Lock.STOLEN: PictureName.LOCK_STOLEN,
}
_KEYS = {Lock.BIOS: "F2", Lock.MDM: "F3", Lock.STOLEN: "F5"}


class LockTile(QPushButton):
    """One answer with a picture of what is seen on the device."""

    def __init__(self, action: Action, picture: PictureName, line: str) -> None:
        super().__init__()
        self.setProperty("part", "tile")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{action.word} {action.key}")
        self.setAccessibleDescription(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(14), px(12), px(12))
        column.setSpacing(px(8))
        middle = Qt.AlignmentFlag.AlignHCenter
        shown = Picture(picture, line, 150)
        shown.setFixedSize(px(150), px(108))
        column.addWidget(shown, 0, middle)
        words = QHBoxLayout()
        words.setSpacing(px(8))
        words.addStretch(1)
        words.addWidget(label(action.word, "strong"))
        words.addWidget(label(action.key, "key"))
        words.addStretch(1)
        column.addLayout(words)
        said = label(line, "secondary", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.run)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for picture and words."""
        inner = self.layout()
        return (inner.sizeHint() if inner else QSize()).expandedTo(QSize(px(190), px(200)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut the words."""
        return self.sizeHint()


class ReportCard(OverlayCard):
    """Asks which lock it is; scans are not answers.

    Args:
        parent: The window.
        target: The device.
        stolen: Offer "stolen", too: for supervisors.
    """

    chosen = Signal(object)
    """A `Lock`; the card is closed."""

    def __init__(self, parent: QWidget, target: Target, *, stolen: bool) -> None:
        super().__init__(parent, self.tr("What is wrong?"), Tone.ATTENTION, width=840)
        self._locks = (Lock.BIOS, Lock.MDM, *((Lock.STOLEN,) if stolen else ()))
        self.body.addWidget(label(target.title, "lead", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(14))
        words = self._words()
        for lock in self._locks:
            action = self._action(lock)
            row.addWidget(LockTile(action, _PICTURES[lock], words[lock][1]), 1)
        self.body.addLayout(row)
        self._hint = label("", "problem", wrap=True)
        self._hint.hide()
        self.body.addWidget(self._hint)
        self.body.addWidget(ActionBar((self._leave(),)))

    def scanned(self, text: str) -> None:
        """Ask for an answer first; the other device is scanned again afterwards."""
        del text
        self._hint.setText(self.tr("Answer first. Then scan the next device."))
        self._hint.show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the answers and to leave."""
        return (*(self._action(lock) for lock in self._locks), self._leave())

    def _words(self) -> dict[Lock, tuple[str, str]]:
        return {
            Lock.BIOS: (self.tr("Password"), self.tr("The machine asks a password when it starts")),
            Lock.MDM: (self.tr("Management"), self.tr("The device asks an organisation's account")),
            Lock.STOLEN: (self.tr("Stolen?"), self.tr("Somebody says that it is stolen")),
        }

    def _action(self, lock: Lock) -> Action:
        return Action(self._words()[lock][0], _Choose(self, lock), _KEYS[lock])

    def _leave(self) -> Action:
        return Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x")


class _Choose:
    """Closes the card, then tells what was chosen."""

    def __init__(self, card: ReportCard, lock: Lock) -> None:
        self._card = card
        self._lock = lock

    def __call__(self) -> None:
        self._card.close_overlay()
        self._card.chosen.emit(self._lock)
