"""Short questions about one medium: scan something, or say which medium a drive is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.media import MediumKind, kinds_in
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tiles import Tiles
from serkut_desk.ui.stations.wiping.memory_words import memory_words
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.report_candidates import CandidateLine
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_KEYS = ("F2", "F3", "F5", "F6", "F7", "F8")


def common_kinds(device_type: str) -> tuple[tuple[str, str, str], ...]:
    """Return key, word and icon of the kinds in such a device that a person can tell by eye."""
    offered = kinds_in(device_type)
    every = (
        (MediumKind.HDD.value, translate("WipingKinds", "Hard disk"), "hard-drive"),
        (MediumKind.SSD.value, translate("WipingKinds", "SSD"), "server"),
        (MediumKind.NVME.value, translate("WipingKinds", "Small SSD (NVMe)"), "memory-stick"),
        (MediumKind.USB.value, translate("WipingKinds", "USB stick"), "usb"),
        (MediumKind.SD.value, translate("WipingKinds", "Memory card"), "save"),
        (MediumKind.EMMC.value, translate("WipingKinds", "Soldered chip"), "database"),
        (MediumKind.PHONE.value, translate("WipingKinds", "Phone or tablet"), "smartphone"),
    )
    fitting = [one for one in every if one[0] in offered]
    if memory_words(device_type).whole:
        fitting.sort(key=lambda one: one[0] != MediumKind.PHONE)
    return tuple(fitting)


class ScanCard(OverlayCard):
    """Waits for one scan.

    Args:
        parent: The window.
        title: What it is about.
        line: What to scan.
        picture: What that looks like, and its words.
    """

    given = Signal(str)
    """The scanned text. Call `problem` or `close_overlay` when the answer is known."""

    def __init__(
        self, parent: QWidget, title: str, line: str, picture: tuple[PictureName, str]
    ) -> None:
        super().__init__(parent, title, Tone.INFO, width=560)
        middle = Qt.AlignmentFlag.AlignHCenter
        name, words = picture
        self.body.addWidget(Picture(name, words, 210), 0, middle)
        said = label(line, "lead", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(said)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.body.addWidget(ActionBar(self.function_keys()))

    def scanned(self, text: str) -> None:
        """Hand it on."""
        self._problem.hide()
        self.given.emit(text)

    def problem(self, sentence: str) -> None:
        """Say why it did not do, and wait for another."""
        self._problem.setText(sentence)
        self._problem.show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to leave."""
        return (Action(self.tr("Cancel"), self.close_overlay, "F9", "x"),)


class WhoseCard(OverlayCard):
    """Asks which medium a drive of a report is: among those it can be, or in a scanned device.

    Args:
        parent: The window.
        drive: What the report calls it.
        lines: Media that it can be.
        texts: Says the reasons.
    """

    chosen = Signal(int)
    """Number of the medium."""
    device_scanned = Signal(str)
    """Code of the device that the drive is in; nobody has recorded it there yet."""

    def __init__(
        self, parent: QWidget, drive: str, lines: Sequence[CandidateLine], texts: Texts
    ) -> None:
        title = self.tr("Which device's disk is {0}?").replace("{0}", drive)
        super().__init__(parent, title, Tone.INFO, width=760)
        self._answers = tuple(
            Action(
                f"{short(line.device)} · {line.name}",
                _Choose(self, line.medium_id),
                key=key,
                icon="hard-drive",
            )
            for line, key in zip(lines, _KEYS, strict=False)
        )
        if self._answers:
            tiles = Tiles(2)
            tiles.show_actions(self._answers)
            self.body.addWidget(tiles)
            for line in lines[: len(_KEYS)]:
                why = " ".join(texts.say(f"match_reason.{one}") for one in line.reasons)
                said = f"{short(line.device)} · {line.name}: {why}"
                self.body.addWidget(label(said, "secondary", wrap=True))
        else:
            none = self.tr("No recorded medium has this serial number.")
            self.body.addWidget(label(none, wrap=True))
            how = self.tr("Scan the device that the disk is in. The disk is then recorded there.")
            self.body.addWidget(label(how, "lead", wrap=True))
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.body.addWidget(ActionBar(self._leave()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the media and to leave."""
        return (*self._answers, *self._leave())

    def scanned(self, text: str) -> None:
        """Take the code of a device."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.DEVICE and not self._answers:
            self.device_scanned.emit(str(own))
        else:
            self.problem(
                self.tr("Choose one of these.")
                if self._answers
                else self.tr("Scan the device's own label, SD.")
            )

    def problem(self, sentence: str) -> None:
        """Say why it did not do."""
        self._problem.setText(sentence)
        self._problem.show()

    def _leave(self) -> tuple[Action, ...]:
        return (Action(self.tr("Cancel"), self.close_overlay, "F9", "x"),)


class _Choose:
    """Chooses a medium."""

    def __init__(self, card: WhoseCard, medium: int) -> None:
        self._card = card
        self._medium = medium

    def __call__(self) -> None:
        self._card.chosen.emit(self._medium)
