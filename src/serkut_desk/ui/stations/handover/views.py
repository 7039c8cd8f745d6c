"""What the handover screen shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.ui.parts.steps import Journey
    from serkut_desk.ui.parts.timeline import Happening


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A handover in a list, half done or completed."""

    code: str
    short: str
    when: str
    what: str
    count: str
    total: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the basket; `device` is its code, "" for an article."""

    key: str
    device: str
    short: str
    what: str
    grade: str
    warranty: str
    price: str
    label: str = ""
    label_tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class BasketView:
    """The basket: lines, how many labels were read of how many, and the sums as rows.

    `sums` are name and amount, quiet; `total` is said large.
    """

    lines: tuple[LineRow, ...]
    packed: int
    devices: int
    sums: tuple[tuple[str, str], ...]
    total: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What the last scan came to: large, in colour, with a sign."""

    tone: Tone
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class GateView:
    """One thing that must hold; `next` says what to do where it does not.

    What is `advice` stops nothing and is pointed out all the same.
    """

    holds: bool
    sentence: str
    next: str = ""
    advice: bool = False


@dataclass(frozen=True, slots=True)
class DeviceView:
    """The device of the chosen line, below the gates; `checks` are its own among several."""

    short: str
    model: str
    journey: Journey
    happenings: tuple[Happening, ...]
    checks: tuple[GateView, ...] = ()


@dataclass(frozen=True, slots=True)
class SideView:
    """What stands at the right of a basket.

    `gates` in the order in which to show them, `answer` whether it may go now ("" while nothing
    is in it), `read` of how many `devices` the label was read.
    """

    gates: tuple[GateView, ...] = ()
    answer: str = ""
    ready: bool = False
    device: DeviceView | None = None
    read: int = 0
    devices: int = 0


@dataclass(frozen=True, slots=True)
class RefusedView:
    """A device that did not go into the basket, and what is missing."""

    title: str
    gates: tuple[GateView, ...]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of a completed handover; `key` is its number, `KU-17`."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class DoneView:
    """A completed handover: what was given, what to pay or give back."""

    title: str
    lead: str
    text: str
