"""What the wiping screens show, already in words: `wording` makes these, widgets draw them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.data_state import CountSource
    from serkut_desk.domain.sanitisation import Acceptance
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.parts.pictures import PictureName
    from serkut_desk.ui.parts.timeline import Happening


@dataclass(frozen=True, slots=True)
class WipeRow:
    """One line of the table: a medium, a drive that belongs to nobody yet, or a bare device.

    `key` names it among all rows, `device` is a code or empty. `tickable` holds for media of
    devices that this person may approve now.
    """

    key: str
    group: str
    device: str
    short: str
    medium: str
    kind: str
    method: str
    levels: str
    state: str
    tone: Tone
    tickable: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The evidence beside the requirement, for the right side."""

    title: str
    subtitle: str
    tone: Tone
    answer: str
    why: str = ""
    steps: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    earlier: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class ApproveDevice:
    """One device on the approval card; `media` are lines, `count` is how many are declared.

    `doubt` is what the number of its model's places says against that, "" for nothing.
    """

    code: str
    short: str
    model: str
    media: tuple[str, ...]
    count: int
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ApproveView:
    """Everything that an approver is asked before F10.

    `told` are kinds that only a person told, `unknown` what has to be accepted, both in words.
    """

    devices: tuple[ApproveDevice, ...]
    told: tuple[str, ...] = ()
    unknown: tuple[tuple[Acceptance, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """What the approver stated on the card."""

    counts: tuple[tuple[str, int], ...]
    seen: CountSource
    accepted: frozenset[Acceptance]


@dataclass(frozen=True, slots=True)
class GuideView:
    """The maker's picture, sentence and answer; `device` is the open one's code."""

    picture: PictureName
    shows: str
    sentence: str
    lead: str = ""
    tone: Tone = Tone.PLAIN
    result: str = ""
    text: str = ""
    facts: tuple[Fact, ...] = ()
