"""What the intake screens show, already in words: the presenter makes these, widgets draw them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.pictures import PictureName
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class GuideView:
    """The maker's picture and sentence. `at` is the current step; `len(steps)`: all are done."""

    picture: PictureName
    shows: str
    sentence: str
    steps: tuple[str, ...] = ()
    at: int = 0


@dataclass(frozen=True, slots=True)
class ResultView:
    """The big answer to the last scan."""

    tone: Tone
    title: str
    lead: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class StickerLine:
    """What one scan of the device at hand was taken for; `value` is "" where nothing was taken."""

    tone: Tone
    words: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class CountsView:
    """How the lot stands; `counted` of `pieces` things in lines of many."""

    expected: int
    received: int
    extra: int
    missing: int
    pieces: int = 0
    counted: int = 0


@dataclass(frozen=True, slots=True)
class LotView:
    """The open lot: its code, sender and data class in words, and its counts."""

    code: str
    sender: str
    data_class: str
    counts: CountsView


@dataclass(frozen=True, slots=True)
class FieldView:
    """What stands in a field and where it comes from."""

    text: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FormView:
    """The device being received; `type_key` is a device type or empty."""

    type_key: str = ""
    type_source: str = ""
    model: FieldView = FieldView()
    serial: FieldView = FieldView()
    inventory: FieldView = FieldView()
    media: FieldView = FieldView()
    place: FieldView = FieldView()


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """One line of the table of what came last."""

    code: str
    short: str
    model: str
    serial: str
    listed: str
    listed_tone: Tone
    label: str
    label_tone: Tone
    at: str


@dataclass(frozen=True, slots=True)
class EndRow:
    """What needs a reason when its lot is closed: a line without a device, or an extra device.

    Args:
        key: Row of the list, or our code.
        name: What people call it.
        model: Of the device.
        serial: Of the device, or the number that is known.
        extra: It came, and the list does not name it.
        reason: Key of the reason that is known already.
    """

    key: str
    name: str
    model: str
    serial: str
    extra: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ManyRow:
    """A line of many things; `counted` is None until somebody has counted."""

    row: int
    name: str
    expected: int
    counted: int | None


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One line of a delivery list before it is saved."""

    row: int
    type: str
    model: str
    serial: str
    inventory: str
    state: str
    tone: Tone
    remarks: str


@dataclass(frozen=True, slots=True)
class PreviewView:
    """A delivery list as it was read; nothing of it is saved.

    `stopped` counts rows that can only be taken as "to be identified". `ignored`, `problems` and
    `notes` are whole sentences. `known_in` is an open lot with the same list.
    """

    name: str
    rows: tuple[PreviewRow, ...]
    devices: int
    things: int
    stopped: int
    skipped: int
    ignored: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    known_in: str = ""
