"""What the queries about taking apart answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.media import SOLDERED_KINDS, MediumKind

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.dismantling import Guide, GuideStep, Hazard
    from serkut_desk.domain.mass import Balance
    from serkut_desk.domain.stops import StopKind
    from serkut_desk.records.dismantlings import Summed


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the guide; `result` is None while it is not settled.

    `seq` is the entry that settled it, 0 where none did: the highest is what an undo takes first.
    """

    step: GuideStep
    result: str | None
    note: str
    seq: int


@dataclass(frozen=True, slots=True)
class MediumLine:
    """A medium that is or was inside; `name` is what people call it, `code` its label.

    `key` is its serial as scans are compared with.
    """

    id: int
    name: str
    kind: str
    code: str | None
    inside: bool
    weight_g: int | None
    state: MediumState
    key: str
    seq: int

    @property
    def holds_data(self) -> bool:
        """Whether it is inside and not destroyed: nothing goes on before it is out."""
        return self.inside and self.state is not MediumState.DESTROYED

    @property
    def soldered(self) -> bool:
        """Whether it sits on a board of the device."""
        return MediumKind(self.kind) in SOLDERED_KINDS


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part that came out."""

    code: str
    type: str
    specification: str
    weight_g: int | None
    place: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class FractionLine:
    """Grams that went into a container."""

    line: int
    container: str
    name: str
    fraction: str
    weight_g: int
    seq: int


@dataclass(frozen=True, slots=True)
class WantLine:
    """A part that somebody waits for; `settled` is how it was answered, None while it is open.

    `exact` tells that it is wanted from just this model.
    """

    number: int
    type: str
    specification: str
    note: str
    exact: bool
    settled: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class BoxLine:
    """An open container, where it stands, and how much goes in yet; None without a limit."""

    code: str
    name: str
    fraction: str
    place: str | None
    free_g: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One device that is, was or can be taken apart.

    Args:
        state: Where the device stands.
        order: Number of the order; None when nobody began.
        order_state: `open`, `closed`, `cancelled`, or "" when nobody began.
        guide: Frozen in its version when it was begun.
        next: Key of the step that comes next; None when every step is settled.
        expected: Grams to expect by fraction, empty where nobody knows.
        harvest: It was decided that parts are wanted from it.
        hazard: What stops it, None when nothing does.
        takes: Fractions of the containers that take what stops it.
        early: Fractions that may be put away before the media are out.
        reason: Why it was closed with a remainder, or cancelled.
        media_known: Media are declared, or it holds that there are none.
        none_by: How many persons have said that there are none.
    """

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    state: str
    place: str | None
    order: int | None
    order_state: str
    started_at: datetime | None
    closed_at: datetime | None
    scale: str
    guide: Guide
    steps: tuple[StepLine, ...]
    next: str | None
    balance: Balance
    expected: dict[str, int]
    source: str
    media: tuple[MediumLine, ...]
    parts: tuple[PartLine, ...]
    fractions: tuple[FractionLine, ...]
    wants: tuple[WantLine, ...]
    boxes: tuple[BoxLine, ...]
    harvest: bool
    hazard: StopKind | None
    takes: frozenset[str]
    early: frozenset[str]
    reason: str
    media_known: bool
    none_by: int

    @property
    def hazards(self) -> tuple[Hazard, ...]:
        """What dangerous things a device of the kind can hold."""
        return self.guide.hazards

    @property
    def step(self) -> GuideStep | None:
        """The step that comes next."""
        return None if self.next is None else self.guide.step(self.next)


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A device that waits, is under way, or stands still because of a danger.

    Args:
        begun: Since when it is taken apart; None for what waits.
        data: Its media are not proven: they come out with the data still on them.
        harvest: Parts are wanted from it.
    """

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    place: str | None
    state: str
    begun: datetime | None
    data: bool
    harvest: bool


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """What one device came to; its fractions by name."""

    sums: Summed
    fractions: dict[str, int]

    @property
    def fractions_g(self) -> int:
        """Grams of all fractions."""
        return sum(self.fractions.values())
