"""The card of what goes with one device: what belongs to it, what it weighs, how it looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations import thing_views
from serkut_desk.stations.intake.thing_commands import AddAccessory, UndoAccessory, WeighDevice
from serkut_desk.stations.thing_kinds import kind_of, thing_kinds
from serkut_desk.ui.forms import FormGrid
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.photo_strip import PhotoStrip
from serkut_desk.ui.parts.photos_card import PurposeField
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.parts.weight_field import WeightField
from serkut_desk.ui.stations.intake.kind_tiles import KindTiles, kind_of_card
from serkut_desk.ui.stations.intake.thing_rows import ThingRow, ThingRows
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.things import Accessory
    from serkut_desk.stations.intake.thing_commands import AccessoryDone, DeviceWeighed
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Notice


class BesideCard(OverlayCard):
    """Adds to one device: a tap on a kind is an accessory; F10 saves the weight or is ready.

    Args:
        parent: The window.
        hands: Asks and carries out.
        device: Code of the device.
        name: Its model, as people call it.
        purpose: What its pictures show, until somebody chooses another.
    """

    overlay_wanted = Signal(object)
    """An `Overlay`: one photograph large."""

    def __init__(
        self,
        parent: QWidget,
        hands: Hands,
        device: str,
        name: str = "",
        purpose: PhotoPurpose = PhotoPurpose.DEVICE,
    ) -> None:
        super().__init__(parent, self.tr("What goes with the device"), Tone.INFO, width=1120)
        self._hands = hands
        self._busy = False
        # What was added here, the newest last: F9 takes it back.
        self._mine: list[int] = []
        self._named = label("", "muted", wrap=True)
        kinds = [kind for kind in thing_kinds() if kind.accessory]
        self.tiles = KindTiles(kinds, hands.language)
        self.tiles.picked.connect(self.add)
        self.tiles.turned.connect(self._show)
        self.rows = ThingRows(hands.language, self.tr("Nothing yet. Tap what came along."))
        self.weight = WeightField(hands.scale, self.tr("Weight (g)"))
        self.weight.changed.connect(self._show)
        self.photos = PhotoStrip(hands, purpose, at_once=2)
        self._why = PurposeField(hands, self.photos)
        self.photos.said.connect(self._told)
        self.photos.overlay_wanted.connect(self.overlay_wanted)
        self._said = label("", "lead", wrap=True)
        self._bar = ActionBar()
        self._build()
        self.open_device(device, name)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addWidget(label(self.tr("What came with it?"), "section"))
        left.addWidget(self.tiles)
        left.addWidget(self.rows)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(px(12))
        fields = FormGrid(2)
        fields.add(self.weight)
        fields.add(self._why)
        right.addWidget(fields)
        right.addWidget(self.photos)
        right.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(px(28))
        across.addLayout(left, 1)
        across.addLayout(right, 1)
        self.body.addWidget(self._named)
        self.body.addLayout(across)
        self.body.addWidget(self._said)
        self.body.addWidget(self._bar)

    def open_device(self, device: str, name: str = "") -> None:
        """Turn to a device."""
        self.device = device
        self._mine = []
        self._named.setText(" · ".join(filter(None, (short(device), name))))
        self.weight.clear()
        self.photos.show_subject(device)
        self._say("")
        self._show()
        self._ask()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the kinds, the weight and the way out."""
        # F9 may take the last thing back; Escape only leaves, as everywhere.
        leave = Action(self.tr("Close"), self.close_overlay, key="Esc", icon="x")
        return (*self.tiles.function_keys(), *self._actions(), leave)

    def add(self, key: str) -> None:
        """Write down one thing that belongs to the device."""
        if not self._busy:
            self._busy = True
            command = AddAccessory(self.device, key)
            self._hands.submit(command, self._added, self._failed, _changes)

    def card_scanned(self, text: str) -> bool:
        """Take a kind's command card as a tap on it."""
        kind = kind_of_card(text)
        if kind is None:
            return False
        self.add(kind.key)
        return True

    def scanned(self, text: str) -> None:
        """Turn to the device whose label was scanned."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.DEVICE:
            asked = str(own)
            question = partial(_accessories, code=asked)
            self._hands.ask(question, partial(self._turn_to, asked), self._failed)
        else:
            super().scanned(text)

    def _turn_to(self, device: str, _found: object) -> None:
        self._why.show_purpose(PhotoPurpose.DEVICE)
        self.open_device(device)

    def _actions(self) -> tuple[Action, ...]:
        if self.weight.value_g is not None:
            first = Action(self.tr("Save the weight"), self._weigh, "F10", "scale", main=True)
        else:
            first = Action(self.tr("Ready"), self.close_overlay, "F10", "check", main=True)
        if self._mine:
            return (first, Action(self.tr("Undo last"), self._undo, key="F9", icon="undo-2"))
        return (first, Action(self.tr("Close"), self.close_overlay, key="F9", icon="x"))

    def _weigh(self) -> None:
        taken = None if self._busy else self.weight.take()
        if taken is not None:
            self._busy = True
            command = WeighDevice(self.device, taken)
            self._hands.submit(command, self._weighed, self._failed, _changes_of_weight)

    def _undo(self) -> None:
        if self._mine and not self._busy:
            self._busy = True
            self._hands.submit(UndoAccessory(self._mine[-1]), self._undone, self._failed, _changes)

    def _added(self, done: AccessoryDone) -> None:
        self._busy = False
        self._mine.append(done.accessory.id)
        self._say(kind_of(done.accessory.kind).word(self._hands.language), Tone.GOOD)
        self._done()

    def _undone(self, done: AccessoryDone) -> None:
        self._busy = False
        self._mine = [one for one in self._mine if one != done.accessory.id]
        word = kind_of(done.accessory.kind).word(self._hands.language)
        self._say(self.tr("Undone: {0}").replace("{0}", word), Tone.INFO)
        self._done()

    def _weighed(self, done: DeviceWeighed) -> None:
        self._busy = False
        self.weight.clear()
        grams = grams_words(done.weight.value_g)
        self._say(self.tr("Weight kept: {0}").replace("{0}", grams), Tone.GOOD)
        self._done()

    def _done(self) -> None:
        self.heard.emit(Tone.GOOD)
        self._show()
        self._ask()

    def _failed(self, failure: KnownFailure) -> None:
        self._busy = False
        self.weight.give_back()
        said = self._hands.texts.failure(failure)
        self._say(f"{said['what']} {said['next']}", Tone.ATTENTION)
        self.heard.emit(Tone.ATTENTION)

    def _told(self, notice: Notice) -> None:
        self._say(f"{notice.title} {notice.text}".strip(), notice.tone)
        self.heard.emit(notice.tone)

    def _ask(self) -> None:
        asked = self.device
        question = partial(_accessories, code=asked)
        self._hands.ask(question, partial(self._read, asked), self._failed)

    def _read(self, asked: str, found: tuple[Accessory, ...]) -> None:
        if asked == self.device:
            sums: dict[str, int] = {}
            for one in found:
                sums[one.kind] = sums.get(one.kind, 0) + one.count
            self.rows.show_rows([ThingRow(kind, count) for kind, count in sums.items()])

    def _say(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        self._said.setText(sentence)
        restyle(self._said, "tone", str(tone))

    def _show(self) -> None:
        self._bar.show_actions((*self._actions(), self.tiles.turn_action()))


def _changes(done: AccessoryDone) -> Changes:
    return done.changes


def _changes_of_weight(done: DeviceWeighed) -> Changes:
    return done.changes


_accessories = thing_views.accessories_of
