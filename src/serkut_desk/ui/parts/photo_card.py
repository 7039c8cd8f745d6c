"""One photograph large, with what it was taken for, when, and how to take it off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from serkut_desk.stations import photo_views
from serkut_desk.stations.intake.photo_commands import RemovePhoto
from serkut_desk.ui import device_words
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.photo_thumb import drawn
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.photos import Photo
    from serkut_desk.stations.intake.photo_commands import PhotoDone
    from serkut_desk.stations.photo_views import PhotoView
    from serkut_desk.ui.hands import Hands

_WIDE, _HIGH = 840, 460


class PhotoCard(OverlayCard):
    """Shows one photograph.

    Args:
        parent: The window.
        hands: Reads and removes it.
        view: Which.
    """

    said = Signal(object)
    """A `Notice`."""
    removed = Signal()
    """It stands no more."""

    def __init__(self, parent: QWidget, hands: Hands, view: PhotoView) -> None:
        title = hands.texts.say(f"photo.purpose.{view.purpose.value}")
        super().__init__(parent, title, Tone.INFO, width=_WIDE + 60)
        self._hands = hands
        self._view = view
        self._asking = False
        self._picture = QLabel()
        self._picture.setMinimumHeight(px(_HIGH))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(title)
        self.body.addWidget(self._picture)
        self.body.addWidget(label(device_words.moment(view.at), "secondary"))
        self._reason = TextField(self.tr("Why is it removed?"))
        self._reason.hide()
        self.body.addWidget(self._reason)
        self._problem = label("", wrap=True, tone=str(Tone.ATTENTION))
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._bar = ActionBar(self.function_keys())
        self.body.addWidget(self._bar)
        hands.ask(partial(_picture, photo=view.id), self._read, self._failed)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to close and to remove; removing is confirmed with F10."""
        if self._asking:
            return (
                Action(self.tr("Remove the picture"), self._remove, "F10", "trash-2", main=True),
                Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
            )
        return (
            Action(self.tr("Close"), self.close_overlay, key="F9", icon="x", main=True),
            Action(self.tr("Remove"), self._ask, key="F8", icon="trash-2"),
        )

    def _ask(self) -> None:
        self._asking = True
        # Nobody has to explain a picture of one's own; somebody else's needs a supervisor's words.
        self._reason.setVisible(not self._view.own)
        self._bar.show_actions(self.function_keys())

    def _remove(self) -> None:
        command = RemovePhoto(self._view.id, self._reason.text)
        self._hands.submit(command, self._gone, self._failed, _changes)

    def _gone(self, _done: PhotoDone) -> None:
        self.said.emit(Notice(Tone.GOOD, self.tr("The picture was removed.")))
        self.removed.emit()
        self.close_overlay()

    def _read(self, read: tuple[Photo, bytes]) -> None:
        self._picture.setPixmap(drawn(read[1], _WIDE, _HIGH))

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self._problem.setText(f"{said['what']} {said['why']} {said['next']}")
        self._problem.show()


def _changes(done: PhotoDone) -> Changes:
    return done.changes


_picture = photo_views.picture
