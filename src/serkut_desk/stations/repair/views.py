"""What screens and the command line are told about repairs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.repair import (
        Barrier,
        OrderMove,
        OrderState,
        RepairOutcome,
        StepKind,
    )
    from serkut_desk.domain.repair_data import SafetyNeed, Subject


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A device as a line shows it; `state` is the word of the lifecycle, `place` a name."""

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    place: str | None
    state: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A device that was decided for repair and has no order yet; `reason` is the decision's."""

    device: DeviceLine
    reason: str
    since: datetime


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One work order on the board.

    Args:
        order: Its code.
        state: The column it stands in.
        fault: Number of the fault in the list `fault_list`.
        fault_words: The fault in plain words, by language.
        taken: Somebody has it in hand.
        mine: The person who asks has it in hand.
        minutes: Of the order so far, whoever worked.
        wanted: Parts that it waits for.
        answered: Codes of free parts in stock that it waits for.
        reserved: Codes of parts that are kept for it.
        outside: Name of the repairer who has it, None while it is in the house.
        since: When it was opened.
        stuck: Key of the device's state when it stops the work (`hazard_stop`, `quarantine`,
            `missing`), None when nothing does.
    """

    order: str
    device: DeviceLine
    state: OrderState
    fault_list: str
    fault: int
    fault_words: tuple[tuple[str, str], ...]
    problem: str
    taken: bool
    mine: bool
    minutes: int
    wanted: int
    reserved: tuple[str, ...]
    outside: str | None
    since: datetime
    stuck: str | None
    outcome: RepairOutcome | None
    closed_at: datetime | None
    answered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that is repaired: devices without an order, open orders, the last ones done."""

    waiting: tuple[WaitingLine, ...]
    orders: tuple[OrderLine, ...]
    done: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of an order's history.

    `part` is the code of the part it is about; `step` is None where the parts' own station wrote
    it down.
    """

    step: int | None
    kind: StepKind
    task: str | None
    note: str
    minutes: int
    part: str | None
    at: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class OutsideLine:
    """Something that was sent out; `came_at` None while it is there."""

    organisation: str
    whole: bool
    what: str
    sent_at: datetime
    came_at: datetime | None
    came_note: str
    cost_cents: int | None


@dataclass(frozen=True, slots=True)
class TestLine:
    """One safety test.

    `values` are triples of measured thing, figure and whether it keeps its limit. `counts` tells
    that it is the last one, and nothing was done to the device since.
    """

    __test__ = False

    subject: Subject
    protection_class: int
    passed: bool
    values: tuple[tuple[str, int, bool], ...]
    instrument: str
    calibration_due: date
    note: str
    at: datetime
    counts: bool


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the order: reserved for it, put in or taken out in it."""

    code: str
    type: str
    name: str
    state: str
    place: str | None


@dataclass(frozen=True, slots=True)
class WantLine:
    """A part that is wanted for the order; `closed` when it was found or given up."""

    number: int
    type: str
    name: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way to end an order; `missing` is what still stands against it."""

    outcome: RepairOutcome
    missing: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class OrderCard:
    """Everything about one work order.

    Args:
        line: As on the board.
        diagnosis: What was found, "" before.
        barrier: What prevented it, None unless beyond repair.
        outcome_note: What was said when it ended.
        steps: Its history, the newest last; undone lines too.
        answers: Free parts in stock that it waits for, the best first.
        moves: What may be done to it now by the person who asks (`take`, `hand_on`, ...).
        missing: Why the person may not work on it now; empty when it is in their hands.
        undoable: The person may take back the last step.
        safety: Which safety test it needs and whether that is there.
        ways: How it can end.
        again: Keys of the checks that are asked again after it.
    """

    line: OrderLine
    diagnosis: str
    barrier: Barrier | None
    outcome_note: str
    steps: tuple[StepLine, ...]
    outside: tuple[OutsideLine, ...]
    tests: tuple[TestLine, ...]
    parts: tuple[PartLine, ...]
    wants: tuple[WantLine, ...]
    moves: tuple[OrderMove, ...]
    missing: tuple[Lack, ...]
    undoable: bool
    safety: SafetyNeed
    ways: tuple[Way, ...]
    again: tuple[str, ...]
    answers: tuple[PartLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument of an earlier safety test; `valid` when its calibration still holds."""

    name: str
    calibration_due: date
    valid: bool


class Found(StrEnum):
    """What a scan at the repair station names."""

    ORDER = "order"
    TO_OPEN = "to_open"
    NOT_FOR_REPAIR = "not_for_repair"
    PART = "part"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Looked:
    """The answer to a scan.

    Args:
        found: What it is.
        order: Code of the order: by its own code, or the one that the device has open.
        device: Code of the device.
        part: Code of the part.
        missing: What stands against opening an order for the device.
        text: The scan as it may be shown.
    """

    found: Found
    order: str | None
    device: str | None
    part: str | None
    missing: tuple[Lack, ...]
    text: str
