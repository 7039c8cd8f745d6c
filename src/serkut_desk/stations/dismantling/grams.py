"""Grams of the device on the bench into containers, and back out by undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.dismantling import StepKind
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import filling, soldered, waste
from serkut_desk.stations.dismantling import bench, guides
from serkut_desk.stations.dismantling.commands import (
    FractionPut,
    Progress,
    PutFraction,
    UndoFraction,
)
from serkut_desk.stations.handling import Task, handles

if TYPE_CHECKING:
    from serkut_desk.records.containers import FractionLine
    from serkut_desk.stations.dismantling.bench import Bench


@handles(PutFraction, Permission.DISMANTLE)
def put_fraction(task: Task, command: PutFraction) -> FractionPut:
    """Put grams into a container: batteries and lamps as soon as they are out, the rest last.

    Raises:
        Refused: `device_unknown`, `dismantling_first`, what gate 2 misses, also of what is soldered
            to a board; as `filling.put`, or what the lifecycle table says.
        Misused: `dismantling_weight`, as `filling.put`.
    """
    work, found = task.work, bench.on_bench(task, command.device)
    weight = bench.checked(command.weight)
    container = filling.open_container(work, command.container)
    early = guides.version(found.order.guide_version).early
    found.demand_before(StepKind.HAZARD if container.fraction in early else StepKind.FRACTIONS)
    if container.fraction not in early:
        found.demand_media_out()
    carries = waste.shipped_list().fractions[container.fraction].carries
    soldered.demand_no_data(found.gathered, carries, apart=True)
    line = filling.put(
        task,
        container.code,
        weight.value_g,
        weighed=weight.weighed.value,
        tolerance_g=weight.tolerance_g,
        dismantling=found.order,
    )
    _entered(task, found, Tag.CONTAINER_FILLED, line)
    now = bench.progress(task, found.device, [container.code])
    return FractionPut(line.id, container.code, line.fraction, line.weight_g, now)


@handles(UndoFraction, Permission.DISMANTLE)
def undo_fraction(task: Task, command: UndoFraction) -> Progress:
    """Take grams back out of a container.

    Raises:
        Refused: `device_unknown`, `dismantling_no_fraction`, as `filling.take_back`, or what the
            lifecycle table says.
    """
    work, found = task.work, bench.on_bench(task, command.device)
    lines = work.containers.lines.of_dismantling(found.order.id)
    meant = [line for line in lines if command.line in {None, line.id}]
    if not meant:
        raise Refused("dismantling_no_fraction", device=found.device.code)
    line = meant[-1]
    filling.take_back(task, line)
    _entered(task, found, Tag.FILLING_UNDONE, line, undoes=line.seq)
    container = work.containers.by_id(line.container_id)
    return bench.progress(task, found.device, [container.code])


def _entered(task: Task, found: Bench, tag: Tag, line: FractionLine, **body: object) -> None:
    """Write the one entry; grams change nothing that a device's state is derived from."""
    said = filling.as_entry(task.work, line)
    head = task.work.journal.append(
        tag,
        str(said["container"]),
        (found.device.code,),
        dismantling=found.order.id,
        device=found.device.code,
        **said,
        **body,
    )
    task.work.devices.touch(found.device.id, head.seq, task.actor)
