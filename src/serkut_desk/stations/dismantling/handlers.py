"""Begin, weigh, step by step, and the end. What comes out is in the modules beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.dismantling import StepKind, StepResult, next_step, want_key, want_number
from serkut_desk.domain.errors import Refused, Word
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, DeviceState, demand
from serkut_desk.domain.mass import Verdict
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts
from serkut_desk.stations.authority import authorise
from serkut_desk.stations.dismantling import bench, guides
from serkut_desk.stations.dismantling.commands import (
    CancelDismantling,
    Cancelled,
    DoStep,
    FinishDismantling,
    Finished,
    Progress,
    StartDismantling,
    UndoStep,
    WeighIn,
)
from serkut_desk.stations.dismantling.grams import put_fraction, undo_fraction
from serkut_desk.stations.dismantling.hazard import hazard_battery_of, take_hazard_battery
from serkut_desk.stations.dismantling.taking import put_back, take_medium, take_part
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.subjects import changes_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.weighing import Weighed
    from serkut_desk.stations.dismantling.bench import Bench

__all__ = [
    "cancel_dismantling",
    "do_step",
    "finish_dismantling",
    "put_back",
    "put_fraction",
    "start_dismantling",
    "take_hazard_battery",
    "take_medium",
    "take_part",
    "undo_fraction",
    "undo_step",
    "weigh_in",
]


@handles(StartDismantling, Permission.DISMANTLE)
def start_dismantling(task: Task, command: StartDismantling) -> Progress:
    """Begin; media that are not wiped are no reason to wait: they keep a gate of their own.

    A battery that came out because it was dangerous is out: its step is settled.

    Raises:
        Refused: `device_unknown`, or what the lifecycle table says.
        Misused: `dismantling_weight`.
    """
    work, device = task.work, device_of(task.work, command.device)
    demand(Action.START_DISMANTLING, facts.gather(work, device, task.now).facts)
    weight = None if command.weight is None else bench.checked(command.weight)
    guide = guides.guide_for(work, device, task.now)
    seq = task.work.journal.next_seq()
    number = work.dismantlings.add(
        device_id=device.id,
        guide=guide.key,
        guide_version=guide.version,
        state="open",
        started_at=task.now,
        started_by=task.actor,
        seq=seq,
        **_weighed(weight),
    )
    battery = hazard_battery_of(work, device)
    for step in guide.steps:
        if step.kind is StepKind.BATTERY and battery is not None:
            _settle(task, number, step.key, StepResult.DONE, battery)
    facts.refresh(work, device.id, task.now)
    head = work.journal.append(
        Tag.DISMANTLING_STARTED,
        device.code,
        dismantling=number,
        guide=guide.key,
        guide_version=guide.version,
        battery=battery,
        **_said(weight),
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return bench.progress(task, device)


@handles(WeighIn, Permission.DISMANTLE)
def weigh_in(task: Task, command: WeighIn) -> Progress:
    """Weigh the whole device; where something came out unweighed before, the rest is weighed.

    Raises:
        Refused: `device_unknown`, `dismantling_begun`, or what the lifecycle table says.
        Misused: `dismantling_weight`.
    """
    found = bench.on_bench(task, command.device)
    weight = bench.checked(command.weight)
    before = bench.balance_of(task.work, found.order)
    if before.weight_in is not None and before.out:
        raise Refused("dismantling_begun", device=found.device.code)
    whole = weight.value_g + before.out
    task.work.dismantlings.change(found.order.id, **_weighed(weight) | {"weight_in_g": whole})
    return _entered(task, found, Tag.DISMANTLING_WEIGHED, **_said(weight) | {"weight_in_g": whole})


def _weighed(weight: Weighed | None) -> dict[str, object]:
    if weight is None:
        return {}
    return {
        "weight_in_g": weight.value_g,
        "tolerance_g": weight.tolerance_g,
        "scale": weight.scale,
    }


def _said(weight: Weighed | None) -> dict[str, object]:
    """Return what an entry says of a weight, nothing where nobody weighed."""
    if weight is None:
        return {}
    return {
        "weight_g": weight.value_g,
        "weight_in_g": weight.value_g,
        "tolerance_g": weight.tolerance_g,
        "weighed": weight.weighed.value,
        "scale": weight.scale,
    }


def _settle(task: Task, order_id: int, key: str, result: StepResult, note: str = "") -> None:
    task.work.dismantlings.steps.add(
        dismantling_id=order_id,
        step=key,
        result=result.value,
        note=note,
        at=task.now,
        by=task.actor,
        seq=task.work.journal.next_seq(),
    )


def _entered(task: Task, found: Bench, tag: Tag, **body: object) -> Progress:
    """Write the one entry about a device on the bench and return where its work stands."""
    facts.refresh(task.work, found.device.id, task.now)
    head = task.work.journal.append(tag, found.device.code, dismantling=found.order.id, **body)
    task.work.devices.touch(found.device.id, head.seq, task.actor)
    return bench.progress(task, found.device)


@handles(DoStep, Permission.DISMANTLE)
def do_step(task: Task, command: DoStep) -> Progress:
    """Settle a step of the guide, or say why a wanted part is not taken out.

    Raises:
        Refused: `device_unknown`, `dismantling_step_unknown`, `dismantling_step_settled`,
            `dismantling_step_way`, `dismantling_first`, `not_permitted` for a battery, what gate
            2 misses, or what the lifecycle table says.
        Misused: `text_missing` where a reason is.
    """
    found = bench.on_bench(task, command.device)
    if command.step in found.settled:
        raise Refused("dismantling_step_settled", device=found.device.code)
    want = want_number(command.step)
    if want is None:
        _demand_way(task, found, command)
    elif command.result is not StepResult.SKIPPED:
        raise Refused("dismantling_want_taken_out")
    elif all(one.id != want for one in bench.wants_of(task.work, found)):
        raise Refused("dismantling_step_unknown", step=command.step)
    must_say = command.result is StepResult.SKIPPED or command.reason.strip()
    reason = short_text(command.reason, "reason") if must_say else ""
    _settle(task, found.order.id, command.step, command.result, reason)
    return _entered(
        task,
        found,
        Tag.DISMANTLING_STEP,
        step=command.step,
        result=command.result.value,
        reason=reason,
    )


def _demand_way(task: Task, found: Bench, command: DoStep) -> None:
    """See that a step of the guide may be settled in this way, by this person, now."""
    step = found.guide.step(command.step)
    if step is None:
        raise Refused("dismantling_step_unknown", step=command.step)
    if command.result not in step.may:
        raise Refused("dismantling_step_way", step=bench.word_of(step.kind))
    needs = step.may[command.result]
    authorise(task.work.people, task.desk.permissions, task.session, needs, task.now)
    found.demand_before(step.kind)
    if step.kind is StepKind.MEDIA:
        found.demand_media_out()


@handles(UndoStep, Permission.DISMANTLE)
def undo_step(task: Task, command: UndoStep) -> Progress:
    """Open a step again: the last one that was settled, and only while nothing rests on it.

    Raises:
        Refused: `device_unknown`, `dismantling_step_unknown`, `dismantling_step_not_last`,
            `dismantling_step_used`, or what the lifecycle table says.
    """
    found = bench.on_bench(task, command.device)
    row = found.row_of(command.step)
    mine = [one for one in found.rows if _by_hand(found, one.step)]
    if row is None or row not in mine:
        raise Refused("dismantling_step_unknown", step=command.step)
    if row is not mine[-1]:
        raise Refused("dismantling_step_not_last", device=found.device.code)
    step = found.guide.step(row.step)
    if step is not None and _rests_on(task, found, step.kind):
        raise Refused("dismantling_step_used", step=bench.word_of(step.kind))
    task.work.dismantlings.steps.change(row.id, undone_at=task.now, undone_by=task.actor)
    return _entered(
        task, found, Tag.DISMANTLING_STEP_UNDONE, step=row.step, result=row.result, undoes=row.seq
    )


def _by_hand(found: Bench, key: str) -> bool:
    """Tell whether a step was settled by a person's word, not by what came out."""
    return found.guide.step(key) is not None or want_number(key) is not None


def _rests_on(task: Task, found: Bench, kind: StepKind) -> bool:
    """Tell whether something came out that was let out because of a step of this kind."""
    work, order = task.work, found.order.id
    lines = work.containers.lines.of_dismantling(order)
    if kind in {StepKind.POWER_OFF, StepKind.BATTERY}:
        taken = work.dismantlings.came_out(order)
        return bool(taken or lines)
    early = guides.version(found.order.guide_version).early
    blocks = kind in {StepKind.MEDIA, StepKind.HAZARD}
    return blocks and any(line.fraction not in early for line in lines)


@handles(FinishDismantling, Permission.DISMANTLE)
def finish_dismantling(task: Task, command: FinishDismantling) -> Finished:
    """End the work: the device is no more; what it was stands in parts, media and grams.

    Raises:
        Refused: `device_unknown`, `dismantling_step_open`, `dismantling_want_open`,
            `dismantling_left_over` when the sum is off by more than the weighings can be and
            nobody says why, or what the lifecycle table says.
    """
    work, found = task.work, bench.on_bench(task, command.device, Action.FINISH_DISMANTLING)
    _demand_all_settled(task, found)
    sums = bench.balance_of(work, found.order)
    reason = short_text(command.reason, "reason") if command.reason.strip() else ""
    if sums.verdict is not Verdict.WITHIN and not reason:
        code = (
            "dismantling_left_over" if sums.verdict is Verdict.MISSING else "dismantling_too_much"
        )
        raise Refused(code, grams=abs(sums.remainder or 0), tolerance=sums.tolerance)
    work.dismantlings.change(
        found.order.id,
        state="closed",
        closed_at=task.now,
        closed_by=task.actor,
        parts_g=sums.parts,
        media_g=sums.media,
        remainder_g=sums.remainder,
        tolerance_g=sums.tolerance,
        reason=reason or None,
    )
    device = found.device
    work.labels.cancel_waiting(device.code, task.now)
    work.devices.change(
        device.id, state=DeviceState.DISMANTLED.value, in_house=False, place_id=None
    )
    facts.refresh(work, device.id, task.now)
    head = work.journal.append(
        Tag.DISMANTLING_FINISHED,
        device.code,
        dismantling=found.order.id,
        weight_in_g=sums.weight_in,
        parts_g=sums.parts,
        media_g=sums.media,
        fractions_g=sums.fractions,
        remainder_g=sums.remainder,
        tolerance_g=sums.tolerance,
        reason=reason,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return Finished(device.code, sums, changes_of((device.code,)))


def _demand_all_settled(task: Task, found: Bench) -> None:
    step = next_step(found.guide, found.settled)
    if step is not None:
        raise Refused("dismantling_step_open", step=bench.word_of(step.kind))
    if not task.work.dismantlings.harvests(found.device.id):
        return
    for want in bench.wants_of(task.work, found):
        if want.model_key and want_key(want.id) not in found.settled:
            raise Refused("dismantling_want_open", type=_part_word(want.type))


def _part_word(type_: str) -> Word:
    return Word(f"part.type.{type_}")


@handles(CancelDismantling, Permission.DISMANTLE)
def cancel_dismantling(task: Task, command: CancelDismantling) -> Cancelled:
    """End the work because the device is whole; the decision that it is taken apart stays.

    Raises:
        Refused: `device_unknown`, `dismantling_not_whole`, or what the lifecycle table says.
        Misused: `text_missing`.
    """
    work, found = task.work, bench.on_bench(task, command.device, Action.CANCEL_DISMANTLING)
    reason = short_text(command.reason, "reason")
    order = found.order.id
    if work.dismantlings.came_out(order) or work.containers.lines.of_dismantling(order):
        raise Refused("dismantling_not_whole", device=found.device.code)
    work.dismantlings.change(
        order, state="cancelled", closed_at=task.now, closed_by=task.actor, reason=reason
    )
    device = found.device
    gathered = facts.refresh(work, device.id, task.now)
    head = work.journal.append(
        Tag.DISMANTLING_CANCELLED, device.code, dismantling=order, reason=reason
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return Cancelled(device.code, gathered.state.value, changes_of((device.code,)))
