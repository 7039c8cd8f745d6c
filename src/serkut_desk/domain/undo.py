"""Which actions can be undone, and by whom: one table.

Undo reverses one's own last action, never after another person touched the device, and never an
approval, a certificate or evidence: those are withdrawn, revoked, set aside. A grading that was
finished too early goes back to its answers; a supervisor's own grade and a decision are not
undone but made anew, with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import Lack, LackCode, lack

if TYPE_CHECKING:
    from collections.abc import Mapping

# What happened, and the entry that undoes it.
UNDO_TABLE: Mapping[Tag, Tag] = MappingProxyType(
    {
        Tag.DEVICE_RECEIVED: Tag.RECEIPT_UNDONE,
        Tag.DEVICE_CHANGED: Tag.CORRECTION_UNDONE,
        Tag.DEVICE_MOVED: Tag.MOVE_UNDONE,
        Tag.SNAPSHOT_APPLIED: Tag.APPLYING_UNDONE,
        Tag.THINGS_COUNTED: Tag.THINGS_UNDONE,
        Tag.ACCESSORY_ADDED: Tag.ACCESSORY_UNDONE,
        Tag.DEVICE_WEIGHED: Tag.WEIGHING_UNDONE,
        Tag.LATE_LINKED: Tag.LATE_UNLINKED,
        Tag.PHOTO_ADDED: Tag.PHOTO_UNDONE,
        Tag.PHOTO_REMOVED: Tag.PHOTO_UNDONE,
        Tag.MEDIUM_DECLARED: Tag.DECLARATION_UNDONE,
        Tag.MEDIA_NONE: Tag.DECLARATION_UNDONE,
        Tag.GRADED: Tag.GRADING_UNDONE,
        Tag.INSTALLED: Tag.INSTALLATION_UNDONE,
        Tag.PART_MADE: Tag.PART_UNDONE,
        Tag.PART_MOVED: Tag.PART_UNDONE,
        Tag.PART_TAKEN: Tag.PART_UNDONE,
        Tag.PART_FITTED: Tag.PART_UNDONE,
        Tag.PART_RESERVED: Tag.PART_UNDONE,
        Tag.PART_FREED: Tag.PART_UNDONE,
    }
)

STAYING: Mapping[Tag, str] = MappingProxyType(
    {
        Tag.LABEL_MIXED_UP: "undo_mixup",
        Tag.MIXUP_SETTLED: "undo_mixup",
        Tag.STOP_RAISED: "undo_stop",
        Tag.STOP_RELEASED: "undo_stop",
        Tag.LABEL_QUEUED: "undo_label",
        Tag.SEAL_CHECKED: "undo_seal",
        Tag.SEAL_DECIDED: "undo_seal",
        Tag.CAGES_LISTED: "undo_lot",
        Tag.CAGE_UNLISTED: "undo_lot",
        Tag.LOT_OPENED: "undo_lot",
        Tag.LOT_CLOSED: "undo_lot",
        Tag.LOT_ANNOUNCED: "undo_lot",
        Tag.LOT_CHANGED: "undo_lot",
        Tag.LOT_LIST_LOADED: "undo_lot",
        Tag.LOT_ARRIVED: "undo_lot",
        Tag.QUANTITY_COUNTED: "undo_count",
        Tag.FILES_SETTLED: "undo_evidence",
        Tag.CLOCK_NOTED: "undo_evidence",
    }
)
"""What nobody takes back by undo, and the refusal that says so.

Nothing older of the same person is undone past it: that is not what somebody means who undoes.
"""


@dataclass(frozen=True, slots=True)
class UndoFacts:
    """What the rule needs to know.

    Args:
        tag: What the entry says happened.
        seq: The entry's number in the journal.
        by: Who did it.
        touched_seq: The last entry that changed the device.
        touched_by: Who made that one.
        own_last_seq: The last entry of the person who asks that is in the table.
    """

    tag: Tag
    seq: int
    by: str
    touched_seq: int
    touched_by: str
    own_last_seq: int


def against_undo(person: str, facts: UndoFacts) -> tuple[Lack, ...]:
    """Return why `person` may not undo an entry; empty when nothing stands against it."""
    if facts.tag not in UNDO_TABLE:
        return (lack(LackCode.NOT_UNDOABLE),)
    if facts.by != person:
        return (lack(LackCode.NOT_OWN_ACTION),)
    if facts.touched_seq != facts.seq and facts.touched_by != person:
        return (lack(LackCode.TOUCHED_SINCE),)
    if facts.touched_seq != facts.seq or facts.own_last_seq != facts.seq:
        return (lack(LackCode.NOT_LAST_ACTION),)
    return ()
