"""Steps of a work order: what was done, what was found, and taking the last one back.

The journal says who did a step, and therefore not how long it took: minutes belong to the order.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from serkut_desk.domain import repair
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import BY_HAND, StepKind, checked_minutes
from serkut_desk.stations import part_moves, repair_rules
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.repair import holding
from serkut_desk.stations.repair.commands import AddStep, RecordDiagnosis, Stepped, UndoStep
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.stations.repair.holding import Done, Held


@handles(AddStep, Permission.REPAIR)
def add_step(task: Task, command: AddStep) -> Stepped:
    """Write down one thing that was done; some kinds of work need a permission of their own.

    Raises:
        Misused: `step_not_so`, `task_unknown`, `minutes_out_of_range`, or a text that is no good.
        Refused: `not_permitted`, `pin_needed`, or as `holding.in_hand`.
    """
    if command.kind not in BY_HAND:
        raise Misused("step_not_so", step=command.kind.value)
    known = repair_rules.tasks()
    if command.task is not None and command.task not in known:
        raise Misused("task_unknown", task=command.task)
    found = holding.in_hand(task, command.order)
    needs = None if command.task is None else known[command.task].needs
    if needs is not None:
        holding.demand_permission(task, needs)
    said = command.task is not None and not command.note.strip()
    note = "" if said else short_text(command.note, "note")
    number = add(
        task, found, command.kind, note=note, minutes=command.minutes, task_key=command.task
    )
    head = task.work.journal.append(
        Tag.ORDER_STEP,
        found.order.code,
        (found.device.code,),
        kind=command.kind.value,
        task=command.task,
        note=note,
    )
    return stepped(task, found, number, command.kind, head.seq, minutes=command.minutes)


@handles(RecordDiagnosis, Permission.REPAIR)
def record_diagnosis(task: Task, command: RecordDiagnosis) -> Stepped:
    """Write down what was found, and what kind of fault it is after all.

    Raises:
        Misused: `repair_fault_unknown`, `minutes_out_of_range`, or a text that is no good.
        Refused: As `holding.in_hand`.
    """
    found = holding.in_hand(task, command.order)
    order = found.order
    fault = order.fault if command.fault is None else command.fault
    if fault not in repair_rules.fault_table().lists[order.fault_list].faults:
        raise Misused("repair_fault_unknown", fault=fault)
    diagnosis = short_text(command.diagnosis, "diagnosis")
    number = add(task, found, StepKind.DIAGNOSIS, note=diagnosis, minutes=command.minutes)
    head = task.work.journal.append(
        Tag.ORDER_STEP,
        order.code,
        (found.device.code,),
        kind=StepKind.DIAGNOSIS.value,
        note=diagnosis,
        fault=[order.fault, fault],
        before=order.diagnosis,
    )
    task.work.orders.change(order.id, diagnosis=diagnosis, fault=fault)
    return stepped(task, found, number, StepKind.DIAGNOSIS, head.seq, minutes=command.minutes)


@handles(UndoStep, Permission.REPAIR)
def undo_step(task: Task, command: UndoStep) -> Stepped:
    """Take back one's own last step: the device is as it was before it.

    Raises:
        Refused: `not_undoable`, `not_own_action`, `touched_since`, or as `holding.in_hand`.
    """
    found = holding.in_hand(task, command.order)
    last = found.holding[-1] if found.holding else None
    last_test = found.tests[-1].seq if found.tests else 0
    against = repair.against_undo(last.facts if last else None, task.actor, last_test)
    if against:
        raise against[0].refusal()
    assert last is not None, "nothing stands against it"
    assert last.step is not None, "what has no line has no person either"
    values = _undo(task, found, last)
    task.work.orders.steps.change(last.step.id, undone_at=task.now, undone_by=task.actor)
    part = last.part.code if last.part else None
    head = task.work.journal.append(
        Tag.ORDER_STEP_UNDONE,
        found.order.code,
        (found.device.code, *([part] if part else ())),
        undoes=last.seq,
        kind=last.kind.value,
        part=part,
    )
    minutes = found.order.minutes - last.step.minutes
    holding.touched(task, found, head.seq, minutes=minutes, **values)
    changes = holding.changed(found, parts=[part] if part else [])
    code, device = found.order.code, found.device.code
    return Stepped(code, device, last.step.id, last.kind, minutes, part, None, changes)


def _undo(task: Task, found: Held, last: Done) -> dict[str, object]:
    """Put parts back; return what the order says again."""
    entry = next(one for one in task.work.journal.about(found.order.code) if one.seq == last.seq)
    body = json.loads(entry.body)
    if last.kind is StepKind.PART_IN and last.part is not None:
        part_moves.undo_fit(task, last.part, last.seq, body)
    elif last.kind is StepKind.PART_OUT and last.part is not None:
        part_moves.undo_take(task, last.part, last.seq)
    elif last.kind is StepKind.DIAGNOSIS:
        return {"diagnosis": body["before"], "fault": body["fault"][0]}
    return {}


def add(
    task: Task,
    found: Held,
    kind: StepKind,
    *,
    note: str = "",
    minutes: int = 0,
    task_key: str | None = None,
) -> int:
    """Insert a line of the history and return its number; `stepped` gives it its entry."""
    return task.work.orders.steps.add(
        order_id=found.order.id,
        kind=kind.value,
        task=task_key,
        note=note,
        minutes=checked_minutes(minutes),
        at=task.now,
        by=task.actor,
        seq=0,
    )


def stepped(
    task: Task,
    found: Held,
    step: int | None,
    kind: StepKind,
    seq: int,
    *,
    minutes: int = 0,
    part: str | None = None,
    label: int | None = None,
) -> Stepped:
    """Store what a step changed, after its entry, and return its result."""
    if step is not None:
        task.work.orders.steps.change(step, seq=seq)
    total = found.order.minutes + minutes
    holding.touched(task, found, seq, minutes=total)
    parts = [part] if part else []
    changes = holding.changed(found, parts=parts, labels=parts if label is not None else [])
    code, device = found.order.code, found.device.code
    return Stepped(code, device, step, kind, total, part, label, changes)
