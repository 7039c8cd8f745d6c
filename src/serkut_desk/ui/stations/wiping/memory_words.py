"""What is said of the media of a device: a phone has a memory of its own and no disk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.ui.parts.pictures import PictureName

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MemoryWords:
    """How the media of a device are asked for.

    Args:
        add: Word of the button.
        title: Of the card, with {0} for the device.
        line: What to scan on the card.
        sentence: What a maker does first.
        picture: Where the barcode is.
        shows: That in words.
        whole: The memory is the device's own, so that there always is one.
    """

    add: str
    title: str
    line: str
    sentence: str
    picture: PictureName
    shows: str
    whole: bool = False


def memory_words(device_type: str) -> MemoryWords:
    """Return the words for a device of this type."""
    if device_type == DeviceType.PHONE:
        return MemoryWords(
            add=translate("WipingMemory", "Add the phone's memory"),
            title=translate("WipingMemory", "Add the memory of {0}"),
            line=translate("WipingMemory", "Scan the phone's own serial number."),
            sentence=translate("WipingMemory", "Press F2. Scan the phone's serial number"),
            picture=PictureName.PHONE_BACK,
            shows=translate("WipingMemory", "A barcode at the back of a phone"),
            whole=True,
        )
    if device_type == DeviceType.TABLET:
        return MemoryWords(
            add=translate("WipingMemory", "Add the tablet's memory"),
            title=translate("WipingMemory", "Add the memory of {0}"),
            line=translate("WipingMemory", "Scan the tablet's own serial number."),
            sentence=translate("WipingMemory", "Press F2. Scan the tablet's serial number"),
            picture=PictureName.TABLET_BACK,
            shows=translate("WipingMemory", "A barcode at the back of a tablet"),
            whole=True,
        )
    return MemoryWords(
        add=translate("WipingMemory", "Add a disk"),
        title=translate("WipingMemory", "Add a disk to {0}"),
        line=translate("WipingMemory", "Scan the barcode on the disk."),
        sentence=translate("WipingMemory", "Scan the disk's barcode"),
        picture=PictureName.DISK,
        shows=translate("WipingMemory", "A disk with a barcode"),
    )
