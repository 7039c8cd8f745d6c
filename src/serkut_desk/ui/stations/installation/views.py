"""What the installation screen shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class ImageView:
    """What is installed now: its big name, and what it is in a quiet line."""

    name: str
    details: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class MachineView:
    """One machine on the bench.

    Args:
        icon: Of its kind.
        state: What was answered of it, in a few words, with its `tone`.
        well: How many tests went well, `failed` how many did not, `total` how many there are.
        note: Something to look at besides, such as another image; "" for nothing.
    """

    device: str
    short: str
    make: str
    icon: str
    state: str
    tone: Tone
    well: int
    failed: int
    total: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class TestRow:
    """One test in the list at the right; `state` is "" before it is answered."""

    __test__ = False

    key: str
    words: str
    state: str
    tone: Tone
    here: bool


@dataclass(frozen=True, slots=True)
class TestView:
    """The test at hand; without one everything was answered."""

    __test__ = False

    device: str
    make: str
    system: str
    icon: str
    sentence: str
    how: str
    given: str
    step: str


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A device that waits for a system."""

    device: str
    short: str
    make: str
    place: str


@dataclass(frozen=True, slots=True)
class ImageRow:
    """One image in the supervisors' list."""

    name: str
    system: str
    added: str
    state: str
    tone: Tone
    used: bool


@dataclass(frozen=True, slots=True)
class ImageSide:
    """The chosen image at the right, and the models that get it first."""

    name: str
    facts: tuple[Fact, ...]
    models: tuple[str, ...]
