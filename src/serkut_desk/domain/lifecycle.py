"""The lifecycle of a device: one table of states, actions, conditions and next states.

Screens, the command line and the tests all read this table. A later station adds rows and
states; nothing else decides what may be done with a device.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain import conditions as must
from serkut_desk.domain.data_state import DataState, DeviceFacts, data_state
from serkut_desk.domain.lacks import Lack, LackCode, lack
from serkut_desk.domain.outcomes import Outcome

if TYPE_CHECKING:
    from serkut_desk.domain.conditions import Condition
    from serkut_desk.domain.data_state import MediumFacts
    from serkut_desk.domain.errors import Refused


class DeviceState(StrEnum):
    """Where a device stands."""

    RECEIVED = "received"
    WAITING_WIPE = "waiting_wipe"
    WAITING_REVIEW = "waiting_review"
    WAITING_APPROVAL = "waiting_approval"
    WAITING_GRADE = "waiting_grade"
    WAITING_DECISION = "waiting_decision"
    ON_SHELF = "on_shelf"
    WAITING_REPAIR = "waiting_repair"
    IN_REPAIR = "in_repair"
    WAITING_DISMANTLE = "waiting_dismantle"
    DISMANTLING = "dismantling"
    DISMANTLED = "dismantled"
    MISSING = "missing"
    QUARANTINE = "quarantine"
    HAZARD_STOP = "hazard_stop"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


class Action(StrEnum):
    """What can be done with a device that was received."""

    CHANGE = "change"
    MOVE = "move"
    DECLARE_MEDIUM = "declare_medium"
    REMOVE_MEDIUM = "remove_medium"
    DECLARE_NONE = "declare_none"
    CONFIRM_KIND = "confirm_kind"
    IMPORT_EVIDENCE = "import_evidence"
    RECORD_RUN = "record_run"
    DESTROY_MEDIUM = "destroy_medium"
    SETTLE_PROPOSAL = "settle_proposal"
    APPROVE = "approve"
    WITHDRAW_APPROVAL = "withdraw_approval"
    ISSUE_CERTIFICATE = "issue_certificate"
    REVOKE_CERTIFICATE = "revoke_certificate"
    GRADE = "grade"
    OVERRIDE_GRADE = "override_grade"
    DECIDE_SHELF = "decide_shelf"
    DECIDE_REPAIR = "decide_repair"
    DECIDE_DISMANTLE = "decide_dismantle"
    OPEN_ORDER = "open_order"
    WORK_ON_ORDER = "work_on_order"
    CLOSE_ORDER = "close_order"
    SEND_OUT = "send_out"
    COME_BACK = "come_back"
    TAKE_PART = "take_part"
    FIT_PART = "fit_part"
    START_DISMANTLING = "start_dismantling"
    DISMANTLE = "dismantle"
    FINISH_DISMANTLING = "finish_dismantling"
    CANCEL_DISMANTLING = "cancel_dismantling"
    TAKE_BATTERY = "take_battery"
    INSTALL = "install"
    USE_OTHERWISE = "use_otherwise"
    HAND_OVER = "hand_over"
    TAKE_BACK = "take_back"
    REPORT_MISSING = "report_missing"
    FIND = "find"
    STOP = "stop"
    RELEASE_STOP = "release_stop"
    QUARANTINE = "quarantine"
    RELEASE_QUARANTINE = "release_quarantine"
    UNDO_RECEIPT = "undo_receipt"
    MIX_UP = "mix_up"


# What is free of data is in none of these, and goes on to grading.
_BY_DATA = {
    DataState.UNKNOWN: DeviceState.RECEIVED,
    DataState.NOT_WIPED: DeviceState.WAITING_WIPE,
    DataState.TO_REVIEW: DeviceState.WAITING_REVIEW,
    DataState.UNAPPROVED: DeviceState.WAITING_APPROVAL,
}
_BY_OUTCOME = {
    Outcome.SHELF: DeviceState.ON_SHELF,
    Outcome.REPAIR: DeviceState.WAITING_REPAIR,
    Outcome.DISMANTLE: DeviceState.WAITING_DISMANTLE,
}


def state_of(facts: DeviceFacts) -> DeviceState:
    """Return where a device stands; what stops it comes before what it waits for."""
    # While it is taken apart its media have gates of their own; the rest is on the bench.
    before_all = (
        (facts.withdrawn, DeviceState.WITHDRAWN),
        (facts.left, DeviceState.LEFT),
        (facts.dismantled, DeviceState.DISMANTLED),
        (facts.missing, DeviceState.MISSING),
        (facts.battery_hazard, DeviceState.HAZARD_STOP),
        (bool(facts.locks), DeviceState.QUARANTINE),
        (facts.dismantling, DeviceState.DISMANTLING),
    )
    for holds, state in before_all:
        if holds:
            return state
    data = data_state(facts)
    return _BY_DATA[data] if data in _BY_DATA else _in_work(facts)


def _in_work(facts: DeviceFacts) -> DeviceState:
    """Return where a device stands that is free of data."""
    if facts.in_repair:
        return DeviceState.IN_REPAIR
    if facts.outcome is None:
        return DeviceState.WAITING_DECISION if facts.grade else DeviceState.WAITING_GRADE
    return _BY_OUTCOME[facts.outcome]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    Args:
        action: What is wanted.
        states: Where the device must stand.
        conditions: What must hold besides.
        next_state: Where it stands then; None when its facts decide (`state_of`).
        ends_proof: Somebody may have put data on the media inside: what was proven before says
            nothing of them any more.
    """

    action: Action
    states: frozenset[DeviceState]
    conditions: tuple[Condition, ...] = ()
    next_state: DeviceState | None = None
    ends_proof: bool = False


_S = DeviceState
_EVERY = frozenset(DeviceState)
FREE = frozenset(
    {
        _S.WAITING_GRADE,
        _S.WAITING_DECISION,
        _S.ON_SHELF,
        _S.WAITING_REPAIR,
        _S.IN_REPAIR,
        _S.WAITING_DISMANTLE,
    }
)
"""In the house, free of data, and nothing stands against working on it."""
_IN_WORK = FREE | {_S.RECEIVED, _S.WAITING_WIPE, _S.WAITING_REVIEW, _S.WAITING_APPROVAL}
_ON_BENCH = _IN_WORK | {_S.DISMANTLING}
_IN_HOUSE = _ON_BENCH | {_S.QUARANTINE, _S.HAZARD_STOP}
# What is locked may still be emptied or destroyed; what is stolen waits for the decision.
_HANDLED = _ON_BENCH | {_S.QUARANTINE}
# What was taken apart left its media behind: their proof goes on.
_MEDIA_LEFT = _HANDLED | {_S.DISMANTLED}

TABLE: tuple[Row, ...] = (
    Row(Action.CHANGE, _HANDLED),
    Row(Action.MOVE, _IN_HOUSE),
    Row(Action.DECLARE_MEDIUM, _HANDLED),
    Row(Action.REMOVE_MEDIUM, _HANDLED, (must.not_stolen,)),
    Row(Action.DECLARE_NONE, _HANDLED, (must.none_declared,)),
    Row(Action.CONFIRM_KIND, _MEDIA_LEFT),
    # Evidence is never turned away, wherever the device is: it is what was found.
    Row(Action.IMPORT_EVIDENCE, _EVERY),
    Row(Action.RECORD_RUN, _MEDIA_LEFT, (must.not_stolen,)),
    Row(Action.DESTROY_MEDIUM, _MEDIA_LEFT, (must.not_stolen,)),
    Row(Action.SETTLE_PROPOSAL, _MEDIA_LEFT),
    Row(
        Action.APPROVE,
        _ON_BENCH | {_S.DISMANTLED},
        (
            must.label_certain,
            must.something_to_approve,
            must.media_known,
            must.nothing_open,
            must.serials_certain,
            must.media_wiped,
        ),
    ),
    Row(Action.WITHDRAW_APPROVAL, _MEDIA_LEFT),
    Row(
        Action.ISSUE_CERTIFICATE,
        _ON_BENCH | {_S.DISMANTLED},
        (must.label_certain, must.proven_by_media),
    ),
    Row(Action.REVOKE_CERTIFICATE, _EVERY),
    # Grading and deciding need no proof yet: only leaving does.
    Row(Action.GRADE, _IN_WORK, (must.no_work_open,)),
    Row(Action.OVERRIDE_GRADE, _IN_WORK, (must.no_work_open, must.graded)),
    Row(
        Action.DECIDE_SHELF,
        _IN_WORK,
        (must.no_work_open, must.graded, must.works, must.not_beyond_repair),
    ),
    Row(Action.DECIDE_REPAIR, _IN_WORK, (must.no_work_open,)),
    Row(Action.DECIDE_DISMANTLE, _IN_WORK, (must.no_work_open,)),
    # Repair needs no proof either: a machine may have to be mended before it can be wiped.
    Row(Action.OPEN_ORDER, _IN_WORK, (must.no_work_open, must.for_repair)),
    Row(Action.WORK_ON_ORDER, _IN_WORK, (must.in_repair,)),
    Row(Action.CLOSE_ORDER, _IN_WORK | {_S.QUARANTINE}, (must.in_repair,)),
    # To a repairer outside: nothing that holds data goes out, and what they did nobody saw.
    Row(Action.SEND_OUT, _IN_WORK, (must.in_repair, must.carries_no_data, must.looks_taken)),
    Row(Action.COME_BACK, _IN_HOUSE, (must.in_repair,), ends_proof=True),
    Row(Action.TAKE_PART, _ON_BENCH, (must.opened_up,)),
    Row(Action.FIT_PART, _IN_WORK, (must.in_repair,)),
    Row(Action.START_DISMANTLING, _IN_WORK, (must.no_work_open, must.for_taking_apart)),
    Row(Action.DISMANTLE, frozenset({_S.DISMANTLING})),
    Row(
        Action.FINISH_DISMANTLING,
        frozenset({_S.DISMANTLING}),
        (must.media_known, must.nothing_open, must.media_out),
        next_state=_S.DISMANTLED,
    ),
    Row(Action.CANCEL_DISMANTLING, frozenset({_S.DISMANTLING})),
    # The hazard path, the only one that a dangerous battery leaves open (gate 3).
    Row(Action.TAKE_BATTERY, frozenset({_S.HAZARD_STOP})),
    # An operating system of ours, after the wipe, brings no data of anybody: the proof stands.
    # Any other use of a medium ends it; one that was taken out can be used wherever its device is.
    # It is written over by it, too, so that a second look comes before.
    Row(Action.INSTALL, _IN_WORK, (must.free_of_data, must.looks_taken)),
    Row(Action.USE_OTHERWISE, _MEDIA_LEFT | {_S.MISSING, _S.LEFT}, ends_proof=True),
    # A hazard and a lock forbid it by the state (gates 3 and 4), data by the condition (gate 1).
    Row(
        Action.HAND_OVER,
        _IN_WORK,
        (
            must.no_work_open,
            must.label_certain,
            must.free_of_data,
            must.looks_taken,
            must.certificate_held,
            must.graded,
            must.works,
            must.for_the_shelf,
        ),
        next_state=_S.LEFT,
    ),
    Row(Action.TAKE_BACK, frozenset({_S.LEFT}), ends_proof=True),
    Row(Action.REPORT_MISSING, _IN_HOUSE, next_state=_S.MISSING),
    Row(Action.FIND, frozenset({_S.MISSING}), ends_proof=True),
    Row(Action.STOP, _HANDLED, next_state=_S.HAZARD_STOP),
    Row(Action.RELEASE_STOP, frozenset({_S.HAZARD_STOP})),
    Row(Action.QUARANTINE, _HANDLED, next_state=_S.QUARANTINE),
    Row(Action.RELEASE_QUARANTINE, frozenset({_S.QUARANTINE})),
    # A label was on another device: what was proven under it may be the other's, wherever it is.
    Row(Action.MIX_UP, _EVERY - {_S.WITHDRAWN}, ends_proof=True),
    Row(Action.UNDO_RECEIPT, _HANDLED, (must.no_work_open,), next_state=_S.WITHDRAWN),
)

_ROWS = {row.action: row for row in TABLE}

# What to say when the state alone forbids an action.
_STATE_LACKS = {
    _S.HAZARD_STOP: LackCode.BATTERY_HAZARD,
    _S.QUARANTINE: LackCode.QUARANTINED,
    _S.WITHDRAWN: LackCode.WITHDRAWN,
    _S.LEFT: LackCode.HAS_LEFT,
    _S.MISSING: LackCode.DEVICE_MISSING,
    _S.DISMANTLING: LackCode.BEING_DISMANTLED,
    _S.DISMANTLED: LackCode.IS_DISMANTLED,
}
_ACTION_LACKS = {
    Action.RELEASE_STOP: LackCode.NO_HAZARD,
    Action.RELEASE_QUARANTINE: LackCode.NOT_QUARANTINED,
    Action.TAKE_BACK: LackCode.NOT_LEFT,
    Action.FIND: LackCode.NOT_MISSING,
    Action.TAKE_BATTERY: LackCode.NO_HAZARD,
}


@dataclass(frozen=True, slots=True)
class Allowed:
    """The action may be done; `next_state` is None when the facts then decide."""

    next_state: DeviceState | None


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """The action may not be done; everything that is missing, the first thing first."""

    missing: tuple[Lack, ...]

    def refusal(self) -> Refused:
        """Return the failure to raise, for the first thing that is missing."""
        return self.missing[0].refusal()


def may(action: Action, facts: DeviceFacts) -> Allowed | NotAllowed:
    """Tell whether `action` may be done with a device, and what is missing if not."""
    row, state = _ROWS[action], state_of(facts)
    if state not in row.states:
        # What is left are the actions of taking apart, asked where nobody began it.
        code = _ACTION_LACKS.get(action) or _STATE_LACKS.get(state, LackCode.NOT_DISMANTLING)
        return NotAllowed((lack(code),))
    missing = tuple(found for condition in row.conditions for found in condition(facts))
    return NotAllowed(missing) if missing else Allowed(row.next_state)


def demand(action: Action, facts: DeviceFacts) -> None:
    """Do nothing when `action` may be done.

    Raises:
        Refused: It may not; the first missing thing is the code.
    """
    answer = may(action, facts)
    if isinstance(answer, NotAllowed):
        raise answer.refusal()


def ends_proof(action: Action) -> bool:
    """Tell whether what was proven of the media inside says nothing any more after `action`."""
    return _ROWS[action].ends_proof


def may_medium_leave(medium: MediumFacts) -> tuple[Lack, ...]:
    """Return what is missing before a removed medium becomes a part or scrap (gate 2)."""
    return (*must.medium_proven(medium), *must.look_taken(medium))
