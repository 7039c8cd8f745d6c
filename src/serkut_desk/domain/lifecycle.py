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
    READY = "ready"
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
    STOP = "stop"
    RELEASE_STOP = "release_stop"
    QUARANTINE = "quarantine"
    RELEASE_QUARANTINE = "release_quarantine"
    UNDO_RECEIPT = "undo_receipt"
    LEAVE = "leave"


_BY_DATA = {
    DataState.UNKNOWN: DeviceState.RECEIVED,
    DataState.NOT_WIPED: DeviceState.WAITING_WIPE,
    DataState.TO_REVIEW: DeviceState.WAITING_REVIEW,
    DataState.UNAPPROVED: DeviceState.WAITING_APPROVAL,
    DataState.NO_MEDIA: DeviceState.READY,
    DataState.PROVEN: DeviceState.READY,
    DataState.DESTROYED: DeviceState.READY,
}


def state_of(facts: DeviceFacts) -> DeviceState:
    """Return where a device stands; what stops it comes before what it waits for."""
    if facts.withdrawn:
        return DeviceState.WITHDRAWN
    if facts.left:
        return DeviceState.LEFT
    if facts.battery_hazard:
        return DeviceState.HAZARD_STOP
    if facts.locks:
        return DeviceState.QUARANTINE
    return _BY_DATA[data_state(facts)]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    Args:
        action: What is wanted.
        states: Where the device must stand.
        conditions: What must hold besides.
        next_state: Where it stands then; None when its facts decide (`state_of`).
    """

    action: Action
    states: frozenset[DeviceState]
    conditions: tuple[Condition, ...] = ()
    next_state: DeviceState | None = None


_S = DeviceState
_EVERY = frozenset(DeviceState)
_IN_WORK = frozenset(
    {_S.RECEIVED, _S.WAITING_WIPE, _S.WAITING_REVIEW, _S.WAITING_APPROVAL, _S.READY}
)
_IN_HOUSE = _IN_WORK | {_S.QUARANTINE, _S.HAZARD_STOP}
# What is locked may still be emptied or destroyed; what is stolen waits for the decision.
_HANDLED = _IN_WORK | {_S.QUARANTINE}

TABLE: tuple[Row, ...] = (
    Row(Action.CHANGE, _HANDLED),
    Row(Action.MOVE, _IN_HOUSE),
    Row(Action.DECLARE_MEDIUM, _HANDLED),
    Row(Action.REMOVE_MEDIUM, _HANDLED),
    Row(Action.DECLARE_NONE, _HANDLED, (must.none_declared,)),
    Row(Action.CONFIRM_KIND, _HANDLED),
    # Evidence is never turned away, wherever the device is: it is what was found.
    Row(Action.IMPORT_EVIDENCE, _EVERY),
    Row(Action.RECORD_RUN, _HANDLED),
    Row(Action.DESTROY_MEDIUM, _HANDLED),
    Row(Action.SETTLE_PROPOSAL, _HANDLED),
    Row(
        Action.APPROVE,
        _IN_WORK,
        (
            must.something_to_approve,
            must.media_known,
            must.nothing_open,
            must.serials_certain,
            must.media_wiped,
        ),
    ),
    Row(Action.WITHDRAW_APPROVAL, _HANDLED),
    Row(Action.ISSUE_CERTIFICATE, _IN_WORK, (must.proven_by_media,)),
    Row(Action.REVOKE_CERTIFICATE, _EVERY),
    Row(Action.STOP, _HANDLED, next_state=_S.HAZARD_STOP),
    Row(Action.RELEASE_STOP, frozenset({_S.HAZARD_STOP})),
    Row(Action.QUARANTINE, _IN_WORK, next_state=_S.QUARANTINE),
    Row(Action.RELEASE_QUARANTINE, frozenset({_S.QUARANTINE})),
    Row(Action.UNDO_RECEIPT, _HANDLED, next_state=_S.WITHDRAWN),
    # A hazard and a lock forbid it by the state (gates 3 and 4), data by the condition (gate 1).
    Row(Action.LEAVE, _IN_WORK, (must.free_of_data,), next_state=_S.LEFT),
)

_ROWS = {row.action: row for row in TABLE}

# What to say when the state alone forbids an action.
_STATE_LACKS = {
    _S.HAZARD_STOP: LackCode.BATTERY_HAZARD,
    _S.QUARANTINE: LackCode.QUARANTINED,
    _S.WITHDRAWN: LackCode.WITHDRAWN,
    _S.LEFT: LackCode.HAS_LEFT,
}
_ACTION_LACKS = {
    Action.RELEASE_STOP: LackCode.NO_HAZARD,
    Action.RELEASE_QUARANTINE: LackCode.NOT_QUARANTINED,
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
        code = _STATE_LACKS.get(state) or _ACTION_LACKS[action]
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


def may_medium_leave(medium: MediumFacts) -> tuple[Lack, ...]:
    """Return what is missing before a removed medium becomes a part or scrap (gate 2)."""
    return must.medium_proven(medium)
