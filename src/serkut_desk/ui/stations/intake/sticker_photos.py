"""Pictures of a sticker that nobody can read: taken while the device is at hand, kept with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations.intake.effects import Done
from serkut_desk.stations.intake.photo_commands import AddPhoto
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.photo_strip import PhotoStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.intake.photo_commands import PhotoDone
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.parts.photo_strip import HeldPhoto
    from serkut_desk.ui.stations.intake.deeds import Outcome

KEY = "F7"
"""It asked why there is no serial number; then it takes the picture of the sticker."""
_KEYS = ("F2", "F3", "F5")


class StickerCard(OverlayCard):
    """Takes pictures for a device that is not saved yet; they are held until it is.

    Args:
        parent: The window.
        hands: Asks and carries out.
        held: What was taken before.
    """

    def __init__(self, parent: QWidget, hands: Hands, held: Sequence[HeldPhoto]) -> None:
        super().__init__(parent, self.tr("Picture of the sticker"), Tone.INFO, width=900)
        lead = self.tr("Take a sharp picture of the whole sticker. It is kept with the device.")
        self.body.addWidget(label(lead, "lead", wrap=True))
        self.strip = PhotoStrip(hands, PhotoPurpose.SERIAL, own_bar=False)
        self.strip.hold(held)
        self.strip.said.connect(self._told)
        self.strip.changed.connect(self._show)
        self.body.addWidget(self.strip)
        self._said = label("", "lead", wrap=True, tone=str(Tone.ATTENTION))
        self.body.addWidget(self._said)
        self._bar = ActionBar((), big=True)
        self.body.addWidget(self._bar)
        self._show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to add, to be ready, or to go on without a picture."""
        add = self.strip.function_keys(_KEYS)
        if self.strip.held and not self.strip.is_reading:
            ready = Action(self.tr("Ready"), self.close_overlay, key="F10", icon="check", main=True)
            return (ready, *add, Action(self.tr("Close"), self.close_overlay, key="F9", icon="x"))
        # What is still being read is left behind by going now: "Ready" waits for it.
        skip = Action(self.tr("Without a picture"), self.close_overlay, key="F9", icon="x")
        return (*add, skip)

    def _told(self, notice: Notice) -> None:
        self._said.setText(f"{notice.title} {notice.text}".strip())
        self.heard.emit(notice.tone)

    def _show(self) -> None:
        self._bar.show_actions(self.function_keys())


class StickerPhotos(QObject):
    """Holds the pictures of the device at hand, and keeps them with it once it is saved.

    Args:
        panel: Whose window is covered.
        hands: Asks and carries out.
    """

    wanted = Signal(object)
    """An `Overlay` to be laid."""
    said = Signal(object)
    """A `Notice`."""
    changed = Signal()
    """Another picture is held, or one less."""

    def __init__(self, panel: QWidget, hands: Hands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._card: StickerCard | None = None
        self._held: tuple[HeldPhoto, ...] = ()
        self._lost = False
        # Of devices that are saved, while the pictures are not.
        self._owed: list[tuple[str, HeldPhoto]] = []

    @property
    def count(self) -> int:
        """How many pictures wait."""
        return len(self._held) + len(self._owed)

    def action(self) -> Action:
        """Return the way to the camera."""
        word = self.tr("Picture of the sticker")
        if self._held:
            word = self.tr("%n pictures taken", "", len(self._held))
        return Action(word, self.open, key=KEY, icon="camera")

    def open(self) -> None:
        """Lay the card."""
        self._card = StickerCard(self._panel.window(), self._hands, self._held)
        self._card.strip.changed.connect(self._took)
        self.wanted.emit(self._card)

    def follow(self, outcome: Outcome) -> None:
        """Keep the pictures with the device that was saved, or let go of them with it."""
        done = next((one for one in outcome.effects if isinstance(one, Done)), None)
        if done is not None:
            self._owed += [(done.received.device, one) for one in self._held]
            self._held = ()
            self._keep()
        elif self._held and outcome.state.is_empty and outcome.state.asking is None:
            self._held = ()
            self._say_lost()

    def resume(self, *, lost: bool) -> None:
        """Go on with parked work; pictures are not parked, which is said once it can be seen."""
        self._lost = lost

    def shown(self) -> None:
        """Say what was lost, and try again to keep what is owed."""
        self._keep()
        if self._lost:
            self._lost = False
            self._say_lost()

    def _keep(self) -> None:
        """Keep what is owed; what can not be kept now is tried again with the next device."""
        owed, self._owed = self._owed, []
        for device, one in owed:
            command = AddPhoto(device, one.data, PhotoPurpose.SERIAL, prepared=one.prepared)
            failed = partial(self._failed, device, one)
            self._hands.submit(command, self._kept, failed, _changes)

    def _say_lost(self) -> None:
        """Say that pictures were let go of, and that they are where they came from."""
        text = self.tr("The device is not saved. Take the picture again.")
        self.said.emit(Notice(Tone.ATTENTION, self.tr("The picture was not kept"), text))

    def _took(self) -> None:
        if self._card is not None:
            self._held = self._card.strip.held
            self.changed.emit()

    def _kept(self, _done: PhotoDone) -> None:
        """It goes with the device; the answer to the scan has said so."""

    def _failed(self, device: str, one: HeldPhoto, failure: KnownFailure) -> None:
        self._owed.append((device, one))
        self.said.emit(self._hands.notice(failure))


def _changes(done: PhotoDone) -> Changes:
    return done.changes
