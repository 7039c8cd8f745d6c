"""Undo of what was last done with a part, for the one undo of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.parts import PartAction, PartState, demand
from serkut_desk.stations import part_moves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.journal import Entry
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.handling import Task

ON_DEVICES: Mapping[Tag, Action] = {
    Tag.PART_TAKEN: Action.TAKE_PART,
    Tag.PART_FITTED: Action.FIT_PART,
}
"""What was done to a device too, and what its lifecycle has to allow for undoing it."""


# What the entries of repair and of taking apart say besides.
_STEPS = frozenset({"step", "dismantling"})


def parts_of(task: Task, entry: Entry, body: Mapping[str, Any]) -> list[Part]:
    """Return the parts that an entry about parts changed.

    Raises:
        Refused: `not_undoable` when it is a step of a work order or of taking apart, which is
            undone there.
    """
    if _STEPS & body.keys():
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    codes = [code for code, _ in body["moves"]] if "moves" in body else [entry.subject]
    found = [task.work.parts.by_code(code) for code in codes]
    return [part for part in found if part is not None]


def undo(
    task: Task, tag: Tag, parts: list[Part], entry: Entry, body: Mapping[str, Any]
) -> dict[str, object]:
    """Undo what an entry did to parts; return what the entry of the undo says of it.

    Raises:
        Refused: What stands against it.
    """
    for part in parts:
        _UNDO[tag](task, part, entry, body)
    return {"parts": [part.code for part in parts]}


def _made(task: Task, part: Part, _entry: Entry, _body: Mapping[str, Any]) -> None:
    demand(PartAction.MISS, part.state, part.code)
    task.work.labels.cancel_waiting(part.code, task.now)
    task.work.parts.change(
        part.id, state=PartState.WITHDRAWN.value, place_id=None, reserved_id=None
    )


def _moved(task: Task, part: Part, _entry: Entry, body: Mapping[str, Any]) -> None:
    demand(PartAction.MOVE, part.state, part.code)
    code = dict(body["moves"])[part.code]
    place = task.work.places.find(code) if code else None
    task.work.parts.change(part.id, place_id=place.id if place else None)


def _taken(task: Task, part: Part, entry: Entry, _body: Mapping[str, Any]) -> None:
    part_moves.undo_take(task, part, entry.seq)


def _fitted(task: Task, part: Part, entry: Entry, body: Mapping[str, Any]) -> None:
    part_moves.undo_fit(task, part, entry.seq, body)


def _reserved(task: Task, part: Part, _entry: Entry, _body: Mapping[str, Any]) -> None:
    part_moves.free(task, part)


def _freed(task: Task, part: Part, _entry: Entry, body: Mapping[str, Any]) -> None:
    order = task.work.orders.by_code(body["order"])
    assert order is not None, "the entry names it"
    part_moves.reserve(task, part, order)


_UNDO: Mapping[Tag, Callable[[Task, Part, Entry, Mapping[str, Any]], None]] = {
    Tag.PART_MADE: _made,
    Tag.PART_MOVED: _moved,
    Tag.PART_TAKEN: _taken,
    Tag.PART_FITTED: _fitted,
    Tag.PART_RESERVED: _reserved,
    Tag.PART_FREED: _freed,
}
TAGS = frozenset(_UNDO)
