"""The end of a work order, and what the device waits for then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain import inspection, repair
from serkut_desk.domain.checklist import CheckKind
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.inspection import Answers
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import OrderState, RepairOutcome
from serkut_desk.stations import facts, grade_lists, modelling, part_moves, repair_rules
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.repair import holding
from serkut_desk.stations.repair.commands import Closed, CloseOrder
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.checklist import Checklist
    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.repair_data import SafetyTable
    from serkut_desk.records.inspections import Draft, Inspection
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.repair.holding import Held

REPAIRED = "repaired"
"""Why an inspection or a decision ended: the device was repaired, or nothing was wrong."""
BEYOND = "beyond_repair"
"""Why a decision ended: it can not be repaired."""
GRADED_AGAIN = frozenset({RepairOutcome.FIXED, RepairOutcome.NO_FAULT})
_WITH_REASON = frozenset({RepairOutcome.BEYOND_REPAIR, RepairOutcome.CANCELLED})
_NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True)
class _Kept:
    """What stays of the inspection before: its answers, and the checks that are asked again."""

    inspection: int | None
    checklist: Checklist
    answers: Answers
    again: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many answers stay."""
        given = self.answers
        return len(given.checks) + len(given.zones) + len(given.measures)


@handles(CloseOrder, Permission.REPAIR)
def close_order(task: Task, command: CloseOrder) -> Closed:
    """End an order; parts that were kept for it are free again, and nothing is waited for.

    Raises:
        Misused: `barrier_missing`, `barrier_not_so`, or a text that is no good.
        Refused: `order_unknown`, `order_done`, `order_outside`, `order_with_other`,
            `order_has_work`, `safety_test_missing`, or what the lifecycle table says.
    """
    found = holding.held(task.work, command.order, task.now)
    against = against_closing(found, command, task.actor, task.now)
    if against:
        raise against[0].refusal()
    holding.demand_action(found, Action.CLOSE_ORDER)
    note = _said(command)
    kept = _send_on(task, found, command.outcome)
    freed = _free(task, found)
    task.work.orders.change(
        found.order.id,
        state=OrderState.DONE.value,
        holder=None,
        closed_at=task.now,
        closed_by=task.actor,
        outcome=command.outcome.value,
        barrier=command.barrier.value if command.barrier else None,
        outcome_note=note,
    )
    gathered = facts.refresh(task.work, found.device.id, task.now)
    test = found.counting_test()
    head = task.work.journal.append(
        Tag.ORDER_CLOSED,
        found.order.code,
        (found.device.code, *freed),
        outcome=command.outcome.value,
        barrier=command.barrier.value if command.barrier else None,
        note=note,
        minutes=found.order.minutes,
        test=test.id if test and test.passed else None,
        no_supply=command.no_supply,
        inspection=kept.inspection if kept else None,
        again=list(kept.again) if kept else [],
        kept=kept.count if kept else 0,
        freed=list(freed),
    )
    holding.touched(task, found, head.seq)
    return Closed(
        found.order.code,
        found.device.code,
        command.outcome,
        gathered.state,
        kept.again if kept else (),
        kept.count if kept else 0,
        freed,
        holding.changed(found, parts=freed),
    )


def against_closing(
    found: Held, command: CloseOrder, person: str, now: datetime
) -> tuple[Lack, ...]:
    """Return why an order can not end in this way; empty when nothing stands against it."""
    tested = _tested(found, command, repair_rules.safety_at(now), now)
    return repair.against_closing(command.outcome, found.facts, person, tested=tested)


def _tested(found: Held, command: CloseOrder, table: SafetyTable, now: datetime) -> bool:
    """Tell whether the safety test that this way asks for is there, or none is asked for."""
    need = found.safety(now)
    asked = command.outcome in table.outcomes
    # "No fault" of what others had open is a word, not a test.
    asked |= command.outcome is RepairOutcome.NO_FAULT and found.unseen
    if not asked or not need.needed or need.passed:
        return True
    # What was measured and failed is not made good by saying that it does not go along.
    return command.no_supply and need.may_lack_supply and found.counting_test() is None


def _said(command: CloseOrder) -> str:
    """Return the note; a barrier only where it belongs."""
    beyond = command.outcome is RepairOutcome.BEYOND_REPAIR
    if beyond and command.barrier is None:
        raise Misused("barrier_missing")
    if not beyond and command.barrier is not None:
        raise Misused("barrier_not_so", outcome=command.outcome.value)
    if command.outcome in _WITH_REASON or command.note.strip():
        return short_text(command.note, "outcome_note")
    return ""


def _send_on(task: Task, found: Held, outcome: RepairOutcome) -> _Kept | None:
    """End what was known and decided of the device; return what stays for the next inspection."""
    store, device_id = task.work.inspections, found.device.id
    if outcome is RepairOutcome.CANCELLED:
        return None
    if outcome is RepairOutcome.BEYOND_REPAIR:
        store.end_decision(device_id, task.now, BEYOND)
        return None
    kept = kept_answers(task.work, found, task.now)
    store.end(device_id, task.now, REPAIRED)
    store.end_decision(device_id, task.now, REPAIRED)
    store.drop_draft(device_id)
    if kept.count:
        store.save_draft(
            device_id,
            checklist=kept.checklist.type.value,
            checklist_version=kept.checklist.version,
            changed_at=task.now,
            changed_by=task.actor,
            **inspection.as_json(kept.answers),
        )
    return kept


def kept_answers(work: UnitOfWork, found: Held, now: datetime) -> _Kept:
    """Return the answers that the repair cannot have changed, and the checks asked again."""
    device = found.device
    wanted = modelling.checklist_of(work, device)
    checklist = grade_lists.checklist_at(wanted, now)
    again = repair_rules.retest().again(
        found.order.fault_list, found.order.fault, found.moved_parts
    )
    held = work.inspections.in_force(device.id) or _before_outside(work, device.id)
    source: Inspection | Draft | None = held or work.inspections.draft_of(device.id)
    before = _NO_ANSWERS
    if source is not None and source.checklist == wanted:
        before = inspection.answers_from_json(source.answers, source.zones, source.measures)
    asked = {
        key: check
        for key, check in checklist.checks.items()
        if check.kind is not CheckKind.FILLED and key not in again
    }
    zones = any(check.kind is CheckKind.ZONES for check in asked.values())
    answers = Answers(
        {key: one for key, one in before.checks.items() if key in asked},
        before.zones if zones else {},
        {key: value for key, value in before.measures.items() if key in asked},
    )
    return _Kept(
        held.id if held else None,
        checklist,
        inspection.only_due(checklist, answers),
        tuple(key for key in checklist.checks if key in again),
    )


def _before_outside(work: UnitOfWork, device_id: int) -> Inspection | None:
    """Return the inspection that ended when the device came back from a repairer outside."""
    newest = next(iter(work.inspections.history(device_id)), None)
    outside = newest is not None and newest.ended_reason == CameBack.OUTSIDE.value
    return newest if outside else None


def _free(task: Task, found: Held) -> tuple[str, ...]:
    """Keep nothing for the order and wait for nothing; return the codes of the freed parts."""
    for want in task.work.parts.wants.open_of_order(found.order.id):
        task.work.parts.wants.change(want.id, closed_at=task.now, closed_by=task.actor)
    kept = task.work.parts.reserved_for(found.order.id)
    return tuple(part_moves.free(task, part).code for part in kept)
