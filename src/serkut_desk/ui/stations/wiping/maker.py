"""The maker's view: scan a device, see one picture and one sentence, do one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.result import ResultCard, StopInvite
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.wiping.views import GuideView

_WIDTH = 400


class MakerGuide(Card):
    """The picture and the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._picture = Picture(PictureName.SCANNER, "", _WIDTH)
        self._lead = label("", "lead", wrap=True)
        self._sentence = label("", "display", wrap=True)
        for said in (self._lead, self._sentence):
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(1)
        self.body.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addSpacing(px(14))
        self.body.addWidget(self._lead)
        self.body.addWidget(self._sentence)
        self.body.addStretch(2)

    def show_guide(self, view: GuideView) -> None:
        """Show another step."""
        self._picture.show_picture(view.picture, view.shows, _WIDTH)
        self._sentence.setText(view.sentence)
        self._lead.setText(view.lead)
        self._lead.setVisible(bool(view.lead))


class MakerSide(QWidget):
    """The answer to the last scan, the media of the open device, what can be done, STOP.

    Args:
        stop: Opens the STOP screen.
    """

    def __init__(self, stop: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._result = ResultCard()
        self._media = Card()
        self._media.add(label(self.tr("Media in this device")))
        self._facts = Facts()
        self._media.add(self._facts)
        self._help = Card()
        self._actions = ActionBar((), big=True)
        self._help.add(self._actions)
        for card in (self._result, self._media, self._help):
            column.addWidget(card)
        column.addStretch(1)
        column.addWidget(StopInvite(stop))

    def show_guide(self, view: GuideView) -> None:
        """Answer the last scan."""
        self._result.show_result(view.tone, view.result, "", view.text)
        self._media.setVisible(bool(view.facts))
        self._facts.show_facts(view.facts)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done now."""
        self._actions.show_actions(actions)
        self._help.setVisible(bool(actions))
