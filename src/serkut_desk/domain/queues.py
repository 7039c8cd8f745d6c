"""What can wait in the workshop, where it is worked on, and who may do it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from serkut_desk.domain.permissions import Permission


class Queue(StrEnum):
    """One kind of waiting; `queue.<word>` in the texts."""

    LOTS = "lots"
    EXPECTED = "expected"
    LATE_LOTS = "late_lots"
    SEALS = "seals"
    DECLARE = "declare"
    WIPE = "wipe"
    FAILED = "failed"
    NOT_ENOUGH = "not_enough"
    TO_DESTROY = "to_destroy"
    REVIEW = "review"
    EVIDENCE = "evidence"
    APPROVE = "approve"
    SECOND_LOOK = "second_look"
    PROOF_INCIDENTS = "proof_incidents"
    CERTIFY = "certify"
    GRADE = "grade"
    DECIDE = "decide"
    INSTALL = "install"
    SHELF = "shelf"
    BASKETS = "baskets"
    REPAIR = "repair"
    TO_TEST = "to_test"
    DISMANTLE = "dismantle"
    RETURNS = "returns"
    QUARANTINE = "quarantine"
    HAZARD = "hazard"
    MISSING = "missing"
    LABEL_DOUBT = "label_doubt"
    CONTAINERS = "containers"
    CONTAINERS_OVER = "containers_over"
    WANTS = "wants"
    SNAPSHOTS = "snapshots"
    LABELS = "labels"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Where a queue is worked on.

    Args:
        queue: Which.
        station: Key of the station.
        needs: Any of these lets a person work on it.
        waits: It counts beside the station's name; what is only a part of another queue, or
            stands ready for whoever comes, does not.
        stuck: It goes on only when somebody settles what stands in the way.
    """

    queue: Queue
    station: str
    needs: frozenset[Permission]
    waits: bool = True
    stuck: bool = False


_Q = Queue
_MAY = Permission
QUEUES: tuple[QueueRow, ...] = (
    QueueRow(_Q.LOTS, "intake", frozenset({_MAY.RECEIVE})),
    QueueRow(_Q.EXPECTED, "intake", frozenset({_MAY.RECEIVE}), waits=False),
    QueueRow(_Q.DECLARE, "wiping", frozenset({_MAY.MEDIA})),
    QueueRow(_Q.WIPE, "wiping", frozenset({_MAY.WIPE})),
    QueueRow(_Q.REVIEW, "wiping", frozenset({_MAY.DECIDE, _MAY.APPROVE}), stuck=True),
    QueueRow(_Q.APPROVE, "wiping", frozenset({_MAY.APPROVE})),
    QueueRow(_Q.SECOND_LOOK, "looks", frozenset({_MAY.WIPE})),
    QueueRow(_Q.CERTIFY, "certificates", frozenset({_MAY.ISSUE})),
    QueueRow(_Q.GRADE, "grading", frozenset({_MAY.GRADE})),
    QueueRow(_Q.DECIDE, "grading", frozenset({_MAY.OUTCOME})),
    QueueRow(_Q.INSTALL, "installation", frozenset({_MAY.INSTALL})),
    QueueRow(_Q.SHELF, "handover", frozenset({_MAY.HAND_OVER}), waits=False),
    QueueRow(_Q.BASKETS, "handover", frozenset({_MAY.HAND_OVER})),
    QueueRow(_Q.REPAIR, "repair", frozenset({_MAY.REPAIR})),
    QueueRow(_Q.TO_TEST, "repair", frozenset({_MAY.REPAIR})),
    QueueRow(_Q.DISMANTLE, "dismantling", frozenset({_MAY.DISMANTLE})),
    QueueRow(_Q.RETURNS, "returns", frozenset({_MAY.RETURNS})),
    QueueRow(_Q.HAZARD, "devices", frozenset({_MAY.DECIDE}), waits=False, stuck=True),
    QueueRow(_Q.LABEL_DOUBT, "devices", frozenset({_MAY.DECIDE}), waits=False, stuck=True),
    QueueRow(_Q.SEALS, "intake", frozenset({_MAY.LOTS}), stuck=True),
    QueueRow(_Q.MISSING, "stocktake", frozenset({_MAY.INCIDENT}), stuck=True),
    QueueRow(_Q.PROOF_INCIDENTS, "looks", frozenset({_MAY.INCIDENT}), stuck=True),
    QueueRow(_Q.EVIDENCE, "evidence", frozenset({_MAY.DECIDE}), stuck=True),
    QueueRow(_Q.FAILED, "wiping", frozenset({_MAY.DECIDE}), waits=False, stuck=True),
    QueueRow(_Q.NOT_ENOUGH, "wiping", frozenset({_MAY.DECIDE}), waits=False, stuck=True),
    QueueRow(_Q.TO_DESTROY, "destruction", frozenset({_MAY.WIPE})),
    QueueRow(_Q.QUARANTINE, "quarantine", frozenset({_MAY.QUARANTINE}), stuck=True),
    QueueRow(_Q.LATE_LOTS, "intake", frozenset({_MAY.LOTS}), waits=False, stuck=True),
    QueueRow(_Q.CONTAINERS, "containers", frozenset({_MAY.CONTAINERS})),
    QueueRow(_Q.CONTAINERS_OVER, "containers", frozenset({_MAY.SHIP}), stuck=True),
    QueueRow(_Q.WANTS, "parts", frozenset({_MAY.PARTS})),
    QueueRow(_Q.SNAPSHOTS, "snapshots", frozenset({_MAY.MEDIA})),
    QueueRow(_Q.LABELS, "labels", frozenset({_MAY.LABELS})),
    QueueRow(_Q.FEEDBACK, "home", frozenset({_MAY.FEEDBACK})),
)
"""Every queue, in the order of the work; what is stuck with the gravest first."""

ROWS = {row.queue: row for row in QUEUES}
