"""Emptying one container into another, sealing, unsealing, weighing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.containers import HEAVIEST_G, ContainerState, demand_state
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import filling
from serkut_desk.stations.containers.commands import (
    ContainerDone,
    MergeContainers,
    Merged,
    SealContainer,
    UnsealContainer,
    WeighedOut,
    WeighOut,
)
from serkut_desk.stations.containers.touching import done, label_if_changed
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.records.containers import Container

_LONGEST_SEAL = 40
_UNSEALED: dict[str, object] = {
    "state": ContainerState.OPEN.value,
    "seal": None,
    "sealed_at": None,
    "sealed_by": None,
    "gross_g": None,
    "weighed_at": None,
    "weighed_by": None,
}


@handles(MergeContainers, Permission.CONTAINERS)
def merge_containers(task: Task, command: MergeContainers) -> Merged:
    """Empty a container into another; every line goes along, not a gram is added or lost.

    The time of the fuller one runs from the oldest grams that are in it then.

    Raises:
        Refused: `container_unknown`, what their states forbid, `container_same`,
            `container_other_fraction`, `container_empty`, `container_full`.
    """
    work = task.work
    from_, into = (filling.open_container(work, code) for code in (command.container, command.into))
    if from_.id == into.id:
        raise Refused("container_same", container=into.code)
    if from_.fraction != into.fraction:
        raise Refused("container_other_fraction", container=from_.code, into=into.code)
    lines = work.containers.lines.standing(from_.id)
    if not lines:
        raise Refused("container_empty", container=from_.code)
    moved = sum(line.weight_g for line in lines)
    filling.demand_room(work, into, moved)
    work.containers.pour(from_.id, into.id)
    begun = min(at for at in (from_.begun_at, into.begun_at) if at is not None)
    filling.begin(work, into, begun)
    filling.begin(work, from_, None)
    work.containers.change(
        from_.id, state=ContainerState.MERGED.value, merged_into_id=into.id, place_id=None
    )
    work.labels.cancel_waiting(from_.code, task.now)
    inside = work.containers.lines.sum_g(into.id)
    head = work.journal.append(
        Tag.CONTAINER_MERGED,
        from_.code,
        (into.code,),
        into=into.code,
        moved_g=moved,
        lines=[line.id for line in lines],
        inside_g=inside,
    )
    for row in (from_, into):
        work.containers.touch(row.id, head.seq, task.actor)
    parts = frozenset(
        work.parts.by_id(line.part_id).code for line in lines if line.part_id is not None
    )
    changes = Changes(containers=frozenset({from_.code, into.code}), parts=parts, journal=True)
    return Merged(from_.code, into.code, moved, len(lines), inside, changes)


@handles(SealContainer, Permission.CONTAINERS)
def seal_container(task: Task, command: SealContainer) -> ContainerDone:
    """Close a container with a numbered seal.

    Raises:
        Refused: `container_unknown`, what its state forbids, `container_empty`.
        Misused: `text_missing` or `text_too_long`.
    """
    work = task.work
    row = filling.open_container(work, command.container)
    inside = work.containers.lines.sum_g(row.id)
    if not inside:
        raise Refused("container_empty", container=row.code)
    seal = short_text(command.seal, "seal", _LONGEST_SEAL)
    work.containers.change(
        row.id,
        state=ContainerState.SEALED.value,
        seal=seal,
        sealed_at=task.now,
        sealed_by=task.actor,
    )
    label = label_if_changed(task, row, row.opened_at)
    return done(task, row.id, Tag.CONTAINER_SEALED, label=label, seal=seal, inside_g=inside)


@handles(UnsealContainer, Permission.SHIP)
def unseal_container(task: Task, command: UnsealContainer) -> ContainerDone:
    """Open a sealed container again; seal and weighing out are void, the entry keeps them.

    Raises:
        Refused: `container_unknown`, what its state forbids, `container_on_shipment`.
        Misused: `text_missing` or `text_too_long`.
    """
    row = _sealed(task, command.container)
    _demand_off_shipment(row)
    reason = short_text(command.reason, "reason")
    task.work.containers.change(row.id, **_UNSEALED)
    return done(
        task,
        row.id,
        Tag.CONTAINER_UNSEALED,
        seal=row.seal,
        gross_g=row.gross_g,
        reason=reason,
    )


@handles(WeighOut, Permission.SHIP)
def weigh_out(task: Task, command: WeighOut) -> WeighedOut:
    """Weigh a sealed container; again as long as it is on no shipment.

    What the scale says more or less than the records is kept and shown, never spread over lines.

    Raises:
        Refused: `container_unknown`, what its state forbids, `container_on_shipment`.
        Misused: `container_gross_wrong`.
    """
    work, gross = task.work, command.gross
    row = _sealed(task, command.container)
    _demand_off_shipment(row)
    if not row.tare_g < gross.value_g <= HEAVIEST_G:
        raise Misused("container_gross_wrong", gross_g=gross.value_g, tare_g=row.tare_g)
    work.containers.change(
        row.id, gross_g=gross.value_g, weighed_at=task.now, weighed_by=task.actor
    )
    net, lines = gross.value_g - row.tare_g, work.containers.lines.sum_g(row.id)
    changes = done(
        task,
        row.id,
        Tag.CONTAINER_WEIGHED,
        gross_g=gross.value_g,
        tare_g=row.tare_g,
        net_g=net,
        lines_g=lines,
        difference_g=net - lines,
        weighed=gross.weighed.value,
        tolerance_g=gross.tolerance_g,
    ).changes
    return WeighedOut(row.code, gross.value_g, row.tare_g, net, lines, gross.tolerance_g, changes)


def _sealed(task: Task, code: str) -> Container:
    row = filling.container_of(task.work, code)
    demand_state(ContainerState.SEALED, row.state, row.code)
    return row


def _demand_off_shipment(row: Container) -> None:
    if row.shipment_id is not None:
        raise Refused("container_on_shipment", container=row.code, shipment=row.shipment_id)
