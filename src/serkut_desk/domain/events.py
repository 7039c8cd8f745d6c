"""The closed vocabulary of the journal: `subject:station:what happened`.

A tag is never renamed or reused; one that is no longer written stays here with a comment.
Sentences for people are `event.<tag with dots>` in `resources/texts`.
"""

from __future__ import annotations

from enum import StrEnum


class Tag(StrEnum):
    """What an entry of the journal says happened."""

    WORKSHOP_MADE = "workshop:upkeep:made"
    FOLDER_CHOSEN = "backup:upkeep:folder-chosen"
    SETTING_CHANGED = "setting:upkeep:changed"
    POLICY_CHANGED = "policy:upkeep:changed"
    FLASH_DECIDED = "policy:upkeep:flash-decided"
    CLOCK_JUMPED = "clock:upkeep:jumped"
    CLOCK_CONFIRMED = "clock:upkeep:confirmed"
    SCHEMA_UPGRADED = "database:upkeep:upgraded"
    BACKUP_MADE = "backup:upkeep:made"
    BACKUP_RESTORED = "backup:upkeep:restored"
    DAY_CLOSED = "day:upkeep:closed"
    CHECKPOINT_MADE = "journal:upkeep:checkpoint"
    ORPHAN_SWEPT = "file:upkeep:orphan-swept"

    PERSON_ADDED = "person:people:added"
    PERSON_CHANGED = "person:people:changed"
    PERSON_REMOVED = "person:people:removed"
    PIN_RESET = "person:people:pin-reset"
    ROLE_CHANGED = "person:people:role-changed"

    LOT_OPENED = "lot:intake:opened"
    LOT_CLOSED = "lot:intake:closed"
    QUANTITY_COUNTED = "lot:intake:quantity-counted"
    DATA_CLASS_DECIDED = "setting:intake:data-class"
    DEVICE_RECEIVED = "device:intake:received"
    DEVICE_CHANGED = "device:intake:changed"
    RECEIPT_UNDONE = "device:intake:undone"
    DEVICE_MOVED = "device:devices:moved"
    MOVE_UNDONE = "device:devices:move-undone"
    PLACE_MADE = "place:devices:made"
    STOP_RAISED = "stop:devices:raised"
    STOP_RELEASED = "stop:devices:released"

    MEDIUM_DECLARED = "medium:wiping:declared"
    MEDIUM_ACCEPTED = "medium:wiping:accepted"
    MEDIUM_WITHDRAWN = "medium:wiping:withdrawn"
    MEDIUM_REMOVED = "medium:wiping:removed"
    MEDIUM_DESTROYED = "medium:wiping:destroyed"
    MEDIA_NONE = "device:wiping:no-media"
    KIND_CONFIRMED = "medium:wiping:kind-confirmed"
    DECLARATION_UNDONE = "medium:wiping:undone"
    REPORT_IMPORTED = "report:wiping:imported"
    RUN_RECORDED = "run:wiping:recorded"
    RUN_ASSIGNED = "run:wiping:assigned"
    RUN_SET_ASIDE = "run:wiping:set-aside"
    PERFORMER_NAMED = "run:wiping:performer-named"
    SERIAL_CONFIRMED = "medium:wiping:serial-confirmed"
    MEDIUM_REJECTED = "medium:wiping:rejected"
    APPROVED = "device:wiping:approved"
    APPROVAL_WITHDRAWN = "device:wiping:approval-withdrawn"

    CERTIFICATE_ISSUED = "certificate:certificates:issued"
    CERTIFICATE_REVOKED = "certificate:certificates:revoked"
    KEY_MADE = "key:certificates:made"
    KEY_CHANGED = "key:certificates:passphrase-changed"
    KEY_RETIRED = "key:certificates:retired"
    KEY_EXPORTED = "key:certificates:exported"
    KEY_RESTORED = "key:certificates:restored"

    GRADED = "device:grading:graded"
    GRADING_UNDONE = "device:grading:undone"
    GRADE_OVERRIDDEN = "device:grading:overridden"
    DECIDED = "device:grading:decided"

    LOCK_FOUND = "device:quarantine:found"
    RELEASE_REQUESTED = "device:quarantine:requested"
    RELEASE_ANSWERED = "device:quarantine:answered"
    QUARANTINE_ENDED = "device:quarantine:ended"

    HANDOVER_OPENED = "handover:handover:opened"
    HANDOVER_CHANGED = "handover:handover:changed"
    HANDOVER_COMPLETED = "handover:handover:completed"
    HANDOVER_CANCELLED = "handover:handover:cancelled"
    PAPER_ISSUED = "paper:papers:issued"
    PAPER_COPIED = "paper:papers:copied"

    DEVICE_RETURNED = "device:returns:returned"
    RETURN_SETTLED = "device:returns:settled"
    MEDIUM_KEPT = "medium:returns:kept"

    COUNT_OPENED = "place:stocktake:opened"
    COUNT_CLOSED = "place:stocktake:closed"
    DEVICE_MISSING = "device:stocktake:missing"
    MISSING_TOLD = "device:stocktake:told"
    INCIDENT_CLOSED = "device:stocktake:incident-closed"

    LABEL_QUEUED = "label:labels:queued"
    LABEL_PRINTED = "label:labels:printed"
    LABEL_CANCELLED = "label:labels:cancelled"
    ROLL_PRINTED = "label:labels:roll-printed"
    PRINTER_CHANGED = "printer:labels:changed"
