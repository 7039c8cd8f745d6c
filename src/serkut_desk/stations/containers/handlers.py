"""Opening, changing and moving containers; the other modules' handlers belong to this station."""

from __future__ import annotations

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.containers import (
    HEAVIEST_G,
    LONGEST_DAYS,
    ContainerState,
    checked_limit,
    demand_state,
)
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import filling, places, waste
from serkut_desk.stations.containers.closing import (
    merge_containers,
    seal_container,
    unseal_container,
    weigh_out,
)
from serkut_desk.stations.containers.commands import (
    ChangeContainer,
    ContainerDone,
    MoveContainer,
    OpenContainer,
)
from serkut_desk.stations.containers.inside import fill, undo_filling
from serkut_desk.stations.containers.leaving import send_shipment
from serkut_desk.stations.containers.shipping import (
    add_to_shipment,
    cancel_shipment,
    open_shipment,
    set_recycler_code,
    take_from_shipment,
)
from serkut_desk.stations.containers.touching import done, queue_label
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.wording import short_text

__all__ = [
    "add_to_shipment",
    "cancel_shipment",
    "change_container",
    "fill",
    "merge_containers",
    "move_container",
    "open_container",
    "open_shipment",
    "seal_container",
    "send_shipment",
    "set_recycler_code",
    "take_from_shipment",
    "undo_filling",
    "unseal_container",
    "weigh_out",
]

_LONGEST_NAME = 60


@handles(OpenContainer, Permission.CONTAINERS)
def open_container(task: Task, command: OpenContainer) -> ContainerDone:
    """Begin a container; its label is queued.

    Raises:
        Refused: `fraction_unknown`, `place_unknown`.
        Misused: `container_tare_wrong`, `container_limit_wrong`, or a text that can not be kept.
    """
    work, kind = task.work, waste.fraction_of(command.fraction)
    limit_g = kind.limit_g if command.limit_g is None else command.limit_g
    limit_days = kind.limit_days if command.limit_days is None else command.limit_days
    place, made = places.find_or_make(task, command.place) if command.place else (None, False)
    number = work.containers.add(
        code=work.house.next_code(CodeKind.CONTAINER),
        fraction=kind.key,
        name=_name(command.name),
        tare_g=_tare(command.tare.value_g),
        place_id=place.id if place else None,
        limit_g=checked_limit(limit_g, HEAVIEST_G, "weight"),
        limit_days=checked_limit(limit_days, LONGEST_DAYS, "days"),
        state=ContainerState.OPEN.value,
        opened_at=task.now,
        opened_by=task.actor,
        touched_seq=0,
        touched_by=task.actor,
    )
    row = work.containers.by_id(number)
    return done(
        task,
        number,
        Tag.CONTAINER_OPENED,
        label=queue_label(task, row),
        fraction=row.fraction,
        name=row.name,
        tare_g=row.tare_g,
        weighed=command.tare.weighed.value,
        limit_g=row.limit_g,
        limit_days=row.limit_days,
        place=place.code if place else None,
        place_made=made,
    )


@handles(ChangeContainer, Permission.SHIP)
def change_container(task: Task, command: ChangeContainer) -> ContainerDone:
    """Correct name, tare or limits of an open container; a new label when it shows them.

    Raises:
        Refused: `container_unknown`, what its state forbids, or `container_unchanged`.
        Misused: As `open_container`.
    """
    work = task.work
    row = filling.open_container(work, command.container)
    wanted: dict[str, object] = {}
    if command.name is not None:
        wanted["name"] = _name(command.name)
    if command.tare is not None:
        wanted["tare_g"] = _tare(command.tare.value_g)
    if command.limit_g is not None:
        wanted["limit_g"] = checked_limit(command.limit_g, HEAVIEST_G, "weight")
    if command.limit_days is not None:
        wanted["limit_days"] = checked_limit(command.limit_days, LONGEST_DAYS, "days")
    changed = {field: new for field, new in wanted.items() if getattr(row, field) != new}
    if not changed:
        raise Refused("container_unchanged", container=row.code)
    before = {field: getattr(row, field) for field in changed}
    work.containers.change(row.id, **changed)
    now = work.containers.by_id(row.id)
    filling.begin(work, now, now.begun_at)
    label = queue_label(task, now, replaces=True) if {"name", "tare_g"} & set(changed) else None
    return done(task, row.id, Tag.CONTAINER_CHANGED, label=label, before=before, after=changed)


@handles(MoveContainer, Permission.CONTAINERS)
def move_container(task: Task, command: MoveContainer) -> ContainerDone:
    """Say where an open or sealed container stands.

    Raises:
        Refused: `container_unknown`, `place_unknown`, or what its state forbids.
    """
    work = task.work
    row = filling.container_of(work, command.container)
    if row.state != ContainerState.SEALED.value:
        demand_state(ContainerState.OPEN, row.state, row.code)
    before = work.places.of_id(row.place_id)
    place, made = places.find_or_make(task, command.place)
    work.containers.change(row.id, place_id=place.id)
    return done(
        task,
        row.id,
        Tag.CONTAINER_MOVED,
        place=place.code,
        name=place.name,
        made=made,
        before=before.code if before else None,
    )


def _name(text: str) -> str:
    return short_text(text, "name", _LONGEST_NAME) if text.strip() else ""


def _tare(grams: int) -> int:
    """Return the weight of an empty container; a bag may weigh nothing that a scale shows."""
    if not 0 <= grams <= HEAVIEST_G:
        raise Misused("container_tare_wrong", tare_g=grams)
    return grams
