"""Repair: what a work order goes through, what is done in it, and how it ends.

Pure: what stands in the records comes in as `OrderFacts`. The fault types, the kinds of work that
need a permission of their own and the limits of the safety test are data, in `repair_data`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.lacks import Lack, LackCode, lack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class OrderState(StrEnum):
    """Where a work order stands: the columns of the board; `order_state.<word>` in the texts."""

    WAITING = "waiting"
    IN_WORK = "in_work"
    WAITING_PART = "waiting_part"
    OUTSIDE = "outside"
    TO_TEST = "to_test"
    DONE = "done"


class OrderMove(StrEnum):
    """What moves a work order from one state to another."""

    TAKE = "take"
    HAND_ON = "hand_on"
    WAIT_PART = "wait_part"
    TO_TEST = "to_test"
    SEND_OUT = "send_out"
    COME_BACK = "come_back"
    CLOSE = "close"


class RepairOutcome(StrEnum):
    """How a work order ends; `order_outcome.<word>` in the texts."""

    FIXED = "fixed"
    NO_FAULT = "no_fault"
    BEYOND_REPAIR = "beyond_repair"
    CANCELLED = "cancelled"


class Barrier(StrEnum):
    """What prevented a repair: the words of the Open Repair Data Standard are in the data."""

    NO_PARTS = "no_parts"
    PARTS_DEAR = "parts_dear"
    NO_WAY_IN = "no_way_in"
    NO_INFORMATION = "no_information"
    NO_EQUIPMENT = "no_equipment"
    WORN_OUT = "worn_out"


class StepKind(StrEnum):
    """One kind of line in the history of an order; `order_step.<word>` in the texts."""

    LOOKED = "looked"
    CLEANED = "cleaned"
    REPLACED = "replaced"
    MENDED = "mended"
    SET_UP = "set_up"
    TRIED = "tried"
    DIAGNOSIS = "diagnosis"
    PART_RESERVED = "part_reserved"
    PART_WANTED = "part_wanted"
    PART_IN = "part_in"
    PART_OUT = "part_out"
    MEDIUM_IN = "medium_in"
    MEDIUM_OUT = "medium_out"
    SENT_OUT = "sent_out"
    CAME_BACK = "came_back"


_K = StepKind
BY_HAND = (_K.LOOKED, _K.CLEANED, _K.REPLACED, _K.MENDED, _K.SET_UP, _K.TRIED)
"""The kinds that a person picks, in the order of their keys; the others are written by the rest."""
_PARTS = frozenset({_K.PART_IN, _K.PART_OUT, _K.MEDIUM_IN, _K.MEDIUM_OUT})
CHANGING = _PARTS | {_K.REPLACED, _K.MENDED}
"""What has changed the device: an order with any of these did find something."""
TOUCHING = CHANGING | {_K.CLEANED, _K.CAME_BACK}
"""What may have changed the device, so that a safety test before it says nothing any more."""
UNDOABLE = frozenset({*BY_HAND, _K.DIAGNOSIS, _K.PART_IN, _K.PART_OUT})
"""What its own person may take back; media and what went out have their own ways back."""
MOST_MINUTES = 600
"""Of one step: more is a slip of the fingers."""

_S, _M = OrderState, OrderMove
MOVES: Mapping[OrderMove, tuple[frozenset[OrderState], OrderState]] = MappingProxyType(
    {
        _M.TAKE: (
            frozenset({_S.WAITING, _S.IN_WORK, _S.WAITING_PART, _S.TO_TEST}),
            _S.IN_WORK,
        ),
        _M.HAND_ON: (frozenset({_S.IN_WORK}), _S.WAITING),
        _M.WAIT_PART: (frozenset({_S.IN_WORK}), _S.WAITING_PART),
        _M.TO_TEST: (frozenset({_S.IN_WORK}), _S.TO_TEST),
        _M.SEND_OUT: (frozenset({_S.IN_WORK}), _S.OUTSIDE),
        _M.COME_BACK: (frozenset({_S.OUTSIDE}), _S.WAITING),
        _M.CLOSE: (
            frozenset({_S.WAITING, _S.IN_WORK, _S.WAITING_PART, _S.TO_TEST}),
            _S.DONE,
        ),
    }
)
"""From which states each move goes, and to which. A person who has it in hand makes the moves
from `in_work`; whoever takes it becomes that person."""


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """What the rules need to know of a work order.

    Args:
        state: Where it stands.
        holder: Code of who has it in hand, None while it waits.
        changed: Something in the device was changed in this order, and not undone.
    """

    state: OrderState
    holder: str | None
    changed: bool = False


def may_move(move: OrderMove, order: OrderFacts) -> tuple[Lack, ...]:
    """Return why a move is not open to an order; empty when nothing stands against it."""
    states, _ = MOVES[move]
    if order.state in states:
        return ()
    if order.state is OrderState.DONE:
        return (lack(LackCode.ORDER_DONE),)
    if order.state is OrderState.OUTSIDE:
        return (lack(LackCode.ORDER_OUTSIDE),)
    if move is OrderMove.COME_BACK:
        return (lack(LackCode.ORDER_NOT_OUTSIDE),)
    return (lack(LackCode.ORDER_NOT_TAKEN),)


def next_state(move: OrderMove) -> OrderState:
    """Return where an order stands after a move."""
    return MOVES[move][1]


def in_hand(order: OrderFacts, person: str) -> tuple[Lack, ...]:
    """Return why `person` may not work on an order now: it has to be in their hands."""
    against = may_move(OrderMove.HAND_ON, order)
    if against:
        return against
    return () if order.holder == person else (lack(LackCode.ORDER_WITH_OTHER),)


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One line of an order's history: its kind, its entry in the journal, who, and its task."""

    kind: StepKind
    seq: int
    by: str
    task: str | None = None


def changed(steps: Iterable[StepFacts]) -> bool:
    """Tell whether anything in the device was changed; `steps` are those that hold."""
    return any(step.kind in CHANGING or step.task is not None for step in steps)


def last_touch(steps: Iterable[StepFacts]) -> int:
    """Return the number of the last entry that may have changed the device, 0 for none."""
    return max(
        (one.seq for one in steps if one.kind in TOUCHING or one.task is not None), default=0
    )


def against_undo(last: StepFacts | None, person: str, last_test: int) -> tuple[Lack, ...]:
    """Return why `person` may not take back the last step of an order.

    Args:
        last: The last step that holds, None when there is none.
        person: Code of who asks.
        last_test: Number of the entry of the last safety test, 0 for none.
    """
    if last is None or last.kind not in UNDOABLE:
        return (lack(LackCode.NOT_UNDOABLE),)
    if last.by != person:
        return (lack(LackCode.NOT_OWN_ACTION),)
    return (lack(LackCode.TOUCHED_SINCE),) if last_test > last.seq else ()


def against_closing(
    outcome: RepairOutcome, order: OrderFacts, person: str, *, tested: bool
) -> tuple[Lack, ...]:
    """Return why an order can not end in this way; empty when nothing stands against it.

    Args:
        outcome: How it shall end.
        order: What is known of it.
        person: Code of who asks: what is in other hands ends in those.
        tested: The safety test that this way asks for is there, or none is asked for.
    """
    against = may_move(OrderMove.CLOSE, order)
    if against:
        return against
    if order.state is OrderState.IN_WORK and order.holder != person:
        return (lack(LackCode.ORDER_WITH_OTHER),)
    if outcome in {RepairOutcome.NO_FAULT, RepairOutcome.CANCELLED} and order.changed:
        return (lack(LackCode.ORDER_HAS_WORK),)
    return () if tested else (lack(LackCode.SAFETY_TEST_MISSING),)


def checked_minutes(minutes: int) -> int:
    """Return the minutes of one step.

    Raises:
        Misused: `minutes_out_of_range`.
    """
    if not 0 <= minutes <= MOST_MINUTES:
        raise Misused("minutes_out_of_range", given=minutes, most=MOST_MINUTES)
    return minutes
