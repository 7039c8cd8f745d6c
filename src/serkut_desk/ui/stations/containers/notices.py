"""What a command about containers came to, for the banner and the ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import short
from serkut_desk.stations.containers.commands import (
    CodeSet,
    ContainerDone,
    Filled,
    Merged,
    ShipmentDone,
    WeighedOut,
)
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.stations.containers import wording
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.ui.hands import Hands


class ResultNotices(QObject):
    """Says results in words.

    Args:
        hands: For sentences.
    """

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands

    def of(self, done: object) -> Notice:
        """Return what a command came to, for the banner."""
        texts = self._hands.texts
        if isinstance(done, Filled):
            inside = wording.amount(done.inside_g, texts)
            tone = Tone.ATTENTION if done.near else Tone.GOOD
            title = self.tr("{0}: now {1}").replace("{0}", short(done.container))
            text = self.tr("Nearly full.") if done.near else ""
            return Notice(tone, title.replace("{1}", inside), text)
        if isinstance(done, Merged):
            title = self.tr("{0} was emptied into {1}").replace("{0}", short(done.container))
            amount = wording.amount(done.moved_g, texts)
            return Notice(Tone.GOOD, title.replace("{1}", short(done.into)), amount)
        if isinstance(done, WeighedOut):
            net = wording.amount(done.net_g, texts)
            title = self.tr("{0} weighs {1}").replace("{0}", short(done.container))
            title = title.replace("{1}", net)
            difference = wording.signed(done.difference_g)
            text = self.tr("Against the records: {0}").replace("{0}", difference)
            off = abs(done.difference_g) > done.tolerance_g
            return Notice(Tone.ATTENTION if off else Tone.GOOD, title, text)
        if isinstance(done, ContainerDone):
            fraction = texts.say(f"fraction.{done.fraction}")
            state = texts.say(f"container.state.{done.state}")
            return Notice(Tone.GOOD, f"{short(done.container)} · {fraction}", state)
        if isinstance(done, ShipmentDone):
            count = self.tr("%n containers", "", len(done.containers))
            state = texts.say(f"shipment.state.{done.state}")
            return Notice(Tone.GOOD, done.recycler, f"{state} · {count}")
        assert isinstance(done, CodeSet)
        return Notice(Tone.GOOD, done.recycler, done.code)
