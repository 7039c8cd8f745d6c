"""Who changed a device or part last, once what came after was undone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from serkut_desk.domain.events import Tag
from serkut_desk.domain.undo import UNDO_TABLE

if TYPE_CHECKING:
    from serkut_desk.domain.journal import Entry
    from serkut_desk.records.unit_of_work import UnitOfWork

UNDOING = frozenset(tag.value for tag in UNDO_TABLE.values())
"""Tags of entries that undo another: they name it in `undoes`."""
# Printing a label or taking a photograph does not change a device.
_NOT_TOUCHING = frozenset(
    {
        Tag.LABEL_QUEUED,
        Tag.LABEL_PRINTED,
        Tag.LABEL_CANCELLED,
        Tag.PHOTO_ADDED,
        Tag.PHOTO_REMOVED,
        Tag.PHOTO_UNDONE,
    }
)


def touched_before(work: UnitOfWork, code: str, seq: int) -> Entry | None:
    """Return the last entry before `seq` that changed a device or part and still holds."""
    undone: set[int] = set()
    for entry in reversed(work.journal.about(code)):
        if entry.tag in UNDOING:
            undone.add(json.loads(entry.body)["undoes"])
        elif entry.seq < seq and entry.seq not in undone and Tag(entry.tag) not in _NOT_TOUCHING:
            return entry
    return None
