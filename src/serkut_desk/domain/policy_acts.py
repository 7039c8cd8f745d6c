"""Acts whose journal entry names the version of the sanitisation policy that held.

Each of them asks the policy something: what a wipe proves, whether it is enough, or whether a
device, a medium or its pieces may go on. So an auditor sees under which rules it was done.
"""

from __future__ import annotations

from serkut_desk.domain.events import Tag

ON_POLICY = frozenset(
    {
        # What counts as proof.
        Tag.MEDIUM_ACCEPTED,
        Tag.KIND_CONFIRMED,
        Tag.SERIAL_CONFIRMED,
        Tag.MEDIA_NONE,
        Tag.REPORT_IMPORTED,
        Tag.RUN_RECORDED,
        Tag.RUN_ASSIGNED,
        Tag.RUN_SET_ASIDE,
        Tag.PERFORMER_NAMED,
        Tag.MEDIUM_DESTROYED,
        Tag.MEDIA_DESTROYED,
        Tag.NEXT_STEP_DECIDED,
        Tag.APPROVED,
        Tag.APPROVAL_WITHDRAWN,
        Tag.LOOK_RECORDED,
        Tag.INCIDENT_GREW,
        Tag.FREEZE_LIFTED,
        Tag.PROOF_INCIDENT_CLOSED,
        # What a proof lets go on.
        Tag.DECIDED,
        Tag.QUARANTINE_ENDED,
        Tag.MEDIUM_REMOVED,
        Tag.MEDIUM_STOCKED,
        Tag.MEDIUM_FITTED,
        Tag.MEDIUM_USED,
        Tag.MEDIUM_KEPT,
        Tag.PART_TAKEN,
        Tag.PART_FITTED,
        Tag.ORDER_SENT_OUT,
        Tag.DISMANTLING_FINISHED,
        Tag.CONTAINER_FILLED,
        Tag.SHIPMENT_LEFT,
        Tag.INSTALLED,
        Tag.HANDOVER_COMPLETED,
    }
)
