"""The card that shows and adds the photographs of one device, lot or cage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.domain.codes import short
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.ui.forms import ChoiceField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.photo_strip import PhotoStrip
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Notice

_KEYS = ("F2", "F3", "F5")


class PurposeField(ChoiceField):
    """Why the next photographs of a strip are taken."""

    def __init__(self, hands: Hands, strip: PhotoStrip) -> None:
        words = [(one.value, hands.texts.say(f"photo.purpose.{one.value}")) for one in PhotoPurpose]
        super().__init__(self.tr("What do they show?"), words)
        self._strip = strip
        self.chosen.connect(self._choose)
        self.show_purpose(strip.purpose)

    def show_purpose(self, purpose: PhotoPurpose) -> None:
        """Choose for the person."""
        self.box.setCurrentIndex(self.box.findData(purpose.value))
        self._strip.purpose = purpose

    def _choose(self, purpose: str) -> None:
        self._strip.purpose = PhotoPurpose(purpose)


class PhotosCard(OverlayCard):
    """Shows what was photographed and takes more.

    Args:
        parent: The window.
        hands: Asks and carries out.
        of: Code of a device or lot.
        cage: Name of a cage of the lot.
        name: What people call it.
        purpose: Why the next ones are taken, until somebody chooses another.
    """

    overlay_wanted = Signal(object)
    """An `Overlay`: one photograph large."""

    def __init__(
        self,
        parent: QWidget,
        hands: Hands,
        of: str,
        *,
        cage: str = "",
        name: str = "",
        purpose: PhotoPurpose = PhotoPurpose.DEVICE,
    ) -> None:
        super().__init__(parent, self.tr("Pictures"), Tone.INFO, width=900)
        named = " · ".join(filter(None, (short(of), cage, name)))
        self.body.addWidget(label(named, "muted", wrap=True))
        self.strip = PhotoStrip(hands, purpose, own_bar=False)
        self.why = PurposeField(hands, self.strip)
        self.body.addWidget(self.why)
        self.strip.said.connect(self._told)
        self.strip.overlay_wanted.connect(self.overlay_wanted)
        self.strip.changed.connect(self._show)
        self.body.addWidget(self.strip)
        self._said = label("", "lead", wrap=True)
        self.body.addWidget(self._said)
        self._bar = ActionBar()
        self.body.addWidget(self._bar)
        self.strip.show_subject(of, cage)
        self._show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to be ready and to add."""
        return (
            Action(self.tr("Ready"), self.close_overlay, key="F10", icon="check", main=True),
            *self.strip.function_keys(_KEYS),
            Action(self.tr("Close"), self.close_overlay, key="F9", icon="x"),
        )

    def _told(self, notice: Notice) -> None:
        self._said.setText(f"{notice.title} {notice.text}".strip())
        restyle(self._said, "tone", str(notice.tone))
        self.heard.emit(notice.tone)

    def _show(self) -> None:
        self._bar.show_actions(self.function_keys()[:-1])
