"""What every handler of parts ends with: the one entry, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.stations import part_wants
from serkut_desk.stations.parts.commands import PartDone
from serkut_desk.stations.subjects import changes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from serkut_desk.domain.events import Tag
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.handling import Task


def written(
    task: Task,
    tag: Tag,
    part: Part,
    others: Iterable[str] = (),
    *,
    label: int | None = None,
    fits: bool | None = None,
    said: Mapping[str, object] | None = None,
    **body: object,
) -> PartDone:
    """Write the entry about a part, remember it as the part's last, and return the answer."""
    named = tuple(others)
    body |= said or {}
    if label is not None:
        body["label"] = label
    head = task.work.journal.append(tag, part.code, named, **body)
    task.work.parts.touch(part.id, head.seq, task.actor)
    now = task.work.parts.by_id(part.id)
    wanted = tuple(want.id for want in part_wants.answered_by(task.work, now))
    return PartDone(now, changes_of((part.code, *named)), label, wanted, fits)
