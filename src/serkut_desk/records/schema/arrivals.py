"""Deliveries on their way in: cages and seals, things by count, what came late or unasked."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, UniqueConstraint, text

from serkut_desk.records.schema.parts import flag, one_of, ref, row_id, table, words
from serkut_desk.records.types import UtcText

# A cage or pallet of a lot, with the seal that the sender put on it.
cage = table(
    "cage",
    row_id(),
    ref("lot_id", "lot"),
    words("name"),
    words("name_key"),
    words("kind"),
    # As the sender told it; empty when it came without.
    words("seal"),
    # What the next reading is compared with: the told one, or what was found, or accepted.
    words("seal_key", index=True),
    words("state"),
    Column("seq", Integer, nullable=False),
    one_of("kind", "cage", "pallet"),
    one_of("state", "listed", "at_van", "arrived", "opened", "frozen", "sent_back"),
    UniqueConstraint("lot_id", "name_key"),
    Index("ix_cage_state", "state", "id"),
)

# Each time that somebody read a seal; a wrong one waits for a supervisor's decision.
seal_check = table(
    "seal_check",
    row_id(),
    ref("cage_id", "cage", index=True),
    words("stage"),
    words("seal"),
    *flag("matches"),
    Column("at", UtcText, nullable=False),
    words("by"),
    words("decision", nullable=True),
    words("reason", server_default=text("''")),
    Column("decided_at", UtcText),
    words("decided_by", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("stage", "van", "arrival", "opening"),
    one_of("decision", "accepted", "sent_back"),
    CheckConstraint(
        "(decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (decision IS NULL)",
        name="deciding",
    ),
)

device_cage = table(
    "device_cage",
    Column("device_id", Integer, ForeignKey("device.id", ondelete="RESTRICT"), primary_key=True),
    ref("cage_id", "cage", index=True),
)

# Why a device came that the list does not name.
lot_extra = table(
    "lot_extra",
    Column("device_id", Integer, ForeignKey("device.id", ondelete="RESTRICT"), primary_key=True),
    ref("lot_id", "lot", index=True),
    words("reason"),
    words("note", server_default=text("''")),
    Column("at", UtcText, nullable=False),
    words("by"),
)

# A device that a closed lot missed and that came with another: the closed one stays closed.
late_arrival = table(
    "late_arrival",
    Column("device_id", Integer, ForeignKey("device.id", ondelete="RESTRICT"), primary_key=True),
    ref("lot_id", "lot", index=True),
    ref("line_id", "lot_line", nullable=True, unique=True),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("seq", Integer, nullable=False),
)

# Things that are counted and weighed together: mice, cables, chargers.
thing_line = table(
    "thing_line",
    row_id(),
    ref("lot_id", "lot", index=True),
    words("kind"),
    words("note", server_default=text("''")),
    Column("count", Integer, nullable=False),
    Column("weight_g", Integer),
    words("weighed", nullable=True),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("undone_at", UtcText),
    words("undone_by", nullable=True),
    Column("seq", Integer, nullable=False, index=True),
    CheckConstraint("count >= 0", name="count"),
    CheckConstraint("weight_g IS NULL OR weight_g >= 0", name="weight"),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undoing"),
)

# A thing that belongs to one device: its charger, its dock.
accessory = table(
    "accessory",
    row_id(),
    ref("device_id", "device", index=True),
    words("kind"),
    words("note", server_default=text("''")),
    Column("count", Integer, nullable=False),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("undone_at", UtcText),
    words("undone_by", nullable=True),
    Column("seq", Integer, nullable=False, index=True),
    CheckConstraint("count >= 1", name="count"),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undoing"),
)

# A label was stuck on the wrong device: which, and since which entry it may have been scanned for
# the other. What was written then stays as it was written.
label_mixup = table(
    "label_mixup",
    row_id(),
    ref("device_id", "device", index=True),
    ref("stuck_on_id", "device", nullable=True, index=True),
    Column("since_seq", Integer, nullable=False),
    words("note", server_default=text("''")),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("seq", Integer, nullable=False),
    # Empty while a supervisor has to decide it: what was proven would end.
    Column("settled_at", UtcText, index=True),
    words("settled_by", nullable=True),
    words("outcome", nullable=True),
    one_of("outcome", "mixed_up", "unfounded"),
    CheckConstraint(
        "(settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (outcome IS NULL)",
        name="settling",
    ),
)

photo = table(
    "photo",
    row_id(),
    words("sha256", index=True),
    words("thumb_sha256"),
    # Of the file that it was made from, which is not kept: so it is never offered twice.
    words("source_digest", index=True),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    words("purpose"),
    ref("device_id", "device", nullable=True, index=True),
    ref("cage_id", "cage", nullable=True, index=True),
    ref("lot_id", "lot", nullable=True, index=True),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("removed_at", UtcText),
    words("removed_by", nullable=True),
    Column("seq", Integer, nullable=False, index=True),
    CheckConstraint(
        "(device_id IS NOT NULL) + (cage_id IS NOT NULL) + (lot_id IS NOT NULL) = 1",
        name="subject",
    ),
    CheckConstraint("(removed_at IS NULL) = (removed_by IS NULL)", name="removal"),
    *(
        Index(
            f"uq_photo_{subject}",
            f"{subject}_id",
            "sha256",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
        )
        for subject in ("device", "cage", "lot")
    ),
)
