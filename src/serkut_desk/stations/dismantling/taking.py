"""Media and parts out of the device on the bench, and back in when that was a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.declared_medium import LONGEST_SERIAL, DeclaredMedium
from serkut_desk.domain.dismantling import StepKind, StepResult, want_key
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.records.dismantlings import MEDIUM
from serkut_desk.stations import (
    declaring,
    facts,
    media_moves,
    part_moves,
    part_rules,
    places,
)
from serkut_desk.stations.dismantling import bench
from serkut_desk.stations.dismantling.commands import (
    MediumTaken,
    PartTaken,
    Progress,
    PutBack,
    TakeMedium,
    TakePart,
)
from serkut_desk.stations.handling import Task, handles

if TYPE_CHECKING:
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.media import MediumKind
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.dismantling.bench import Bench


@handles(TakeMedium, Permission.DISMANTLE)
def take_medium(task: Task, command: TakeMedium) -> MediumTaken:
    """Take a medium out: it gets a label, and goes on only when it is proven or destroyed.

    Raises:
        Refused: `device_unknown`, `dismantling_first`, `dismantling_medium_unknown`,
            `medium_declared_already`, as `media_moves.take_out` and `declaring.check`, or what
            the lifecycle table says.
        Misused: `dismantling_weight`, `text_too_long`.
    """
    work, found = task.work, bench.on_bench(task, command.device)
    found.demand_before(StepKind.MEDIA)
    demand(Action.REMOVE_MEDIUM, found.gathered.facts)
    weight = None if command.weight is None else bench.checked(command.weight)
    if command.kind is None:
        medium = _meant(found, command.medium)
    else:
        medium = _declared(task, found, command.medium or "", command.kind)
    place = places.find_or_make(task, command.place)[0] if command.place else None
    grams = weight.value_g if weight else None
    out = media_moves.take_out(task, found.device, medium, grams, place)
    assert out.medium.code is not None, "what was taken out has a code"
    work.dismantlings.steps.add(
        dismantling_id=found.order.id,
        step=f"{MEDIUM}{medium.id}",
        result=StepResult.DONE.value,
        note=out.medium.code,
        at=task.now,
        by=task.actor,
        seq=task.work.journal.next_seq(),
    )
    head = work.journal.append(
        Tag.MEDIUM_REMOVED,
        found.device.code,
        tuple(code for code in out.subjects if code != found.device.code),
        media=[medium.id],
        serial=medium.serial,
        code=out.medium.code,
        label=out.label,
        dismantling=found.order.id,
        declared=None if command.kind is None else command.kind.value,
        place=place.code if place else None,
        **out.as_entry(),
    )
    work.devices.touch(found.device.id, head.seq, task.actor)
    now = bench.progress(task, found.device, [*out.subjects])
    return MediumTaken(medium.id, out.medium.code, now)


def _meant(found: Bench, text: str | None) -> StorageMedium:
    """Return the medium in the device that a text names; without one the only one inside."""
    media = [proof.medium for proof in found.gathered.proofs if proof.medium.removed_at is None]
    if text is not None:
        own, key = parse_code(text), serial_key(normal_serial(text))
        code = str(own) if own else text
        media = [
            one
            for one in media
            if code in {one.code, f"#{one.id}"} or (key and key == one.serial_key)
        ]
    if len(media) != 1:
        raise Refused("dismantling_medium_unknown", device=found.device.code)
    return media[0]


def _declared(task: Task, found: Bench, text: str, kind: MediumKind) -> StorageMedium:
    """Record a medium that nobody knew of: it was found when the device was opened."""
    demand(Action.DECLARE_MEDIUM, found.gathered.facts)
    serial = normal_serial(text)
    if len(serial) > LONGEST_SERIAL:
        raise Misused("text_too_long", field="serial", longest=LONGEST_SERIAL)
    wanted = DeclaredMedium(serial, kind, None)
    for proof in found.gathered.proofs:
        other = proof.medium
        if serial and other.serial_key == serial_key(serial):
            name = facts.name_of(other)
            raise Refused("medium_declared_already", medium=name, device=found.device.code)
    declaring.check(task.work, [wanted])
    task.work.media.unstate(found.device.id)
    return declaring.declare(
        task.work, found.device.id, wanted, code=None, by=task.actor, at=task.now
    )


@handles(TakePart, Permission.DISMANTLE)
def take_part(task: Task, command: TakePart) -> PartTaken:
    """Take out a part that is kept; it may answer a wish.

    Raises:
        Refused: `device_unknown`, `dismantling_first`, `dismantling_step_unknown` for a wish that
            this device does not answer, `dismantling_part_elsewhere`, as `part_moves`, or what
            the lifecycle table says.
        Misused: `dismantling_weight`, as `part_making.make`.
    """
    work, found = task.work, bench.on_bench(task, command.device)
    found.demand_before(StepKind.PARTS)
    weight = None if command.weight is None else bench.checked(command.weight)
    _demand_wish(task, found, command.want)
    part = _out(task, found, command, weight.value_g if weight else None)
    if command.want is not None:
        work.dismantlings.steps.add(
            dismantling_id=found.order.id,
            step=want_key(command.want),
            result=StepResult.DONE.value,
            note=part.code,
            at=task.now,
            by=task.actor,
            seq=task.work.journal.next_seq(),
        )
    facts.refresh(work, found.device.id, task.now)
    head = work.journal.append(
        Tag.PART_TAKEN,
        part.code,
        (found.device.code,),
        device=found.device.code,
        order=None,
        dismantling=found.order.id,
        want=command.want,
        **part_moves.said(task, part),
    )
    work.parts.touch(part.id, head.seq, task.actor)
    work.devices.touch(found.device.id, head.seq, task.actor)
    now = bench.progress(task, found.device, [part.code])
    return PartTaken(part.code, part.type, now)


def _demand_wish(task: Task, found: Bench, want: int | None) -> None:
    if want is None:
        return
    if want_key(want) in found.settled:
        raise Refused("dismantling_step_settled", device=found.device.code)
    if all(one.id != want for one in bench.wants_of(task.work, found)):
        raise Refused("dismantling_step_unknown", step=want_key(want))


def _out(task: Task, found: Bench, command: TakePart, grams: int | None) -> Part:
    if command.part is None:
        return part_moves.take_out(
            task,
            found.device,
            type=command.type,
            manufacturer=command.manufacturer,
            model=command.model,
            serial=command.serial,
            specification=command.specification,
            note=command.note,
            weight_g=grams,
            place=command.place,
            dismantling_id=found.order.id,
        )
    known = part_rules.part_of(task.work, command.part)
    if known.device_id != found.device.id:
        raise Refused("dismantling_part_elsewhere", part=known.code, device=found.device.code)
    return part_moves.take_again(
        task, known, place=command.place, weight_g=grams, dismantling_id=found.order.id
    )


@handles(PutBack, Permission.DISMANTLE)
def put_back(task: Task, command: PutBack) -> Progress:
    """Put a part or a medium back into the device that it was taken out of by mistake.

    Raises:
        Refused: `device_unknown`, `dismantling_not_from_here`, `dismantling_medium_is_part`,
            `touched_since` and its likes, or what the lifecycle table says.
    """
    found = bench.on_bench(task, command.device)
    own = parse_code(command.code)
    if own is not None and own.kind is CodeKind.PART:
        return _part_back(task, found, part_rules.part_of(task.work, str(own)))
    medium = task.work.media.by_code(str(own)) if own is not None else None
    if medium is None:
        raise Refused("dismantling_not_from_here", thing=command.code, device=found.device.code)
    return _medium_back(task, found, medium)


def _part_back(task: Task, found: Bench, part: Part) -> Progress:
    work, stays = task.work, task.work.parts.stays.of_part(part.id)
    stay = stays[-1] if stays else None
    if stay is None or stay.dismantling_id != found.order.id or stay.taken_seq is None:
        raise Refused("dismantling_not_from_here", thing=part.code, device=found.device.code)
    part_moves.undo_take(task, part, stay.taken_seq)
    for row in found.rows:
        if row.note == part.code:
            work.dismantlings.steps.change(row.id, undone_at=task.now, undone_by=task.actor)
    facts.refresh(work, found.device.id, task.now)
    head = work.journal.append(
        Tag.PART_UNDONE,
        part.code,
        (found.device.code,),
        undoes=stay.taken_seq,
        device=found.device.code,
        dismantling=found.order.id,
    )
    work.parts.touch(part.id, head.seq, task.actor)
    work.devices.touch(found.device.id, head.seq, task.actor)
    return bench.progress(task, found.device, [part.code])


def _medium_back(task: Task, found: Bench, medium: StorageMedium) -> Progress:
    work, device = task.work, found.device
    row = found.row_of(f"{MEDIUM}{medium.id}")
    if row is None or medium.device_id != device.id:
        raise Refused("dismantling_not_from_here", thing=code_of(medium), device=device.code)
    media_moves.demand_loose(work, medium)
    if work.parts.of_medium(medium.id) is not None:
        raise Refused("dismantling_medium_is_part", medium=facts.name_of(medium))
    work.media.change(medium.id, removed_at=None, removed_by=None)
    work.media.put_away(medium.id, None)
    work.dismantlings.steps.change(row.id, undone_at=task.now, undone_by=task.actor)
    facts.refresh(work, device.id, task.now)
    head = work.journal.append(
        Tag.MEDIUM_FITTED,
        device.code,
        (code_of(medium),),
        media=[medium.id],
        serial=medium.serial,
        dismantling=found.order.id,
        undoes=row.seq,
        medium_back={"medium": medium.id, "device": device.code},
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return bench.progress(task, device, [code_of(medium)])


def code_of(medium: StorageMedium) -> str:
    """Return the code on the label of a medium that was taken out."""
    assert medium.code is not None, "what was taken out has a code"
    return medium.code
