"""What every handler of parts ends with: the one entry, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.stations import part_wants
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.parts.commands import PartDone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from serkut_desk.domain.events import Tag
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.records.work_orders import WorkOrder
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
    return PartDone(now, changes_of((part.code, *named), label=label), label, wanted, fits)


def changes_of(codes: Iterable[str], *, label: int | None = None) -> Changes:
    """Return what screens are told of subjects, by the kind of their codes."""
    by_kind: dict[CodeKind, set[str]] = {}
    for code in codes:
        own = parse_code(code)
        if own is not None:
            by_kind.setdefault(own.kind, set()).add(code)

    def of(kind: CodeKind) -> frozenset[str]:
        return frozenset(by_kind.get(kind, ()))

    return Changes(
        devices=of(CodeKind.DEVICE),
        parts=of(CodeKind.PART),
        orders=of(CodeKind.WORK_ORDER),
        containers=of(CodeKind.CONTAINER),
        media=of(CodeKind.MEDIUM),
        places=of(CodeKind.PLACE),
        certificates=of(CodeKind.CERTIFICATE),
        labels=frozenset() if label is None else of(CodeKind.PART),
        journal=True,
    )


def order_of(work: UnitOfWork, text: str) -> WorkOrder:
    """Return the work order of a code, or the open one of a device's code.

    Raises:
        Refused: `part_order_unknown`, `device_unknown`, `no_work_order`.
    """
    own = parse_code(text)
    if own is not None and own.kind is CodeKind.DEVICE:
        found = work.orders.open_of(device_of(work, text).id)
        if found is None:
            raise Refused("no_work_order")
        return found
    named = work.orders.by_code(str(own)) if own and own.kind is CodeKind.WORK_ORDER else None
    if named is None:
        raise Refused("part_order_unknown", order=text)
    return named
