"""What every command about a container ends with: its entry, its last touch, its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.clock import local
from serkut_desk.stations import labelling, waste
from serkut_desk.stations.containers.commands import ContainerDone

if TYPE_CHECKING:
    from datetime import date, datetime

    from serkut_desk.domain.events import Tag
    from serkut_desk.records.containers import Container
    from serkut_desk.stations.handling import Task


def done(
    task: Task, container_id: int, tag: Tag, *, label: int | None = None, **body: object
) -> ContainerDone:
    """Write the one entry of a command about one container and return its answer."""
    work = task.work
    code = work.containers.by_id(container_id).code
    said = body if label is None else {**body, "label": label}
    head = work.journal.append(tag, code, **said)
    work.containers.touch(container_id, head.seq, task.actor)
    labels = frozenset({code} if label is not None else ())
    return answer(task, container_id, labels)


def answer(task: Task, container_id: int, labels: frozenset[str] = frozenset()) -> ContainerDone:
    """Return what a command about one container answers."""
    row = task.work.containers.by_id(container_id)
    inside = task.work.containers.lines.sum_g(container_id)
    changes = Changes(containers=frozenset({row.code}), labels=labels, journal=True)
    return ContainerDone(row.code, row.fraction, row.state, inside, changes)


def day_of(at: datetime) -> date:
    """Return the Finnish day of an instant."""
    return local(at).date()


def queue_label(task: Task, container: Container, *, replaces: bool = False) -> int:
    """Queue a container's label as it has to read today."""
    hazardous = waste.shipped_list().is_hazardous(container.fraction, day_of(task.now))
    data = labelling.container_label_data(
        container,
        icon=waste.fraction_of(container.fraction).icon,
        hazardous=hazardous,
        at=task.now,
    )
    return labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=replaces)


def label_if_changed(task: Task, container: Container, since: datetime) -> int | None:
    """Queue a new label when the word for hazardous waste changed since an earlier day."""
    codes = waste.shipped_list()
    before, now = (codes.is_hazardous(container.fraction, day_of(at)) for at in (since, task.now))
    return None if before == now else queue_label(task, container, replaces=True)
