"""What becomes of devices in the house: grades, decisions, quarantine, counting, feedback."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, UniqueConstraint, text

from serkut_desk.records.schema.parts import flag, one_of, ref, row_id, table, words
from serkut_desk.records.types import JsonText, UtcText

inspection = table(
    "inspection",
    row_id(),
    ref("device_id", "device", index=True),
    words("checklist"),
    Column("checklist_version", Integer, nullable=False),
    Column("rules_version", Integer, nullable=False),
    Column("answers", JsonText, nullable=False),
    Column("zones", JsonText, nullable=False),
    Column("measures", JsonText, nullable=False),
    words("grade"),
    words("functional"),
    words("battery", nullable=True),
    Column("reasons", JsonText, nullable=False),
    Column("inspected_at", UtcText, nullable=False),
    words("inspected_by"),
    words("override_grade", nullable=True),
    words("override_reason", nullable=True),
    words("override_by", nullable=True),
    Column("override_at", UtcText),
    Column("ended_at", UtcText),
    words("ended_reason", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("grade", "A", "B", "C", "D"),
    one_of("override_grade", "A", "B", "C", "D"),
    one_of("functional", "ok", "key", "no"),
    CheckConstraint(
        "(override_grade IS NULL) = (override_reason IS NULL)"
        " AND (override_grade IS NULL) = (override_by IS NULL)"
        " AND (override_grade IS NULL) = (override_at IS NULL)",
        name="override",
    ),
    CheckConstraint("(ended_at IS NULL) = (ended_reason IS NULL)", name="ending"),
    Index(
        "uq_inspection_in_force", "device_id", unique=True, sqlite_where=text("ended_at IS NULL")
    ),
)

inspection_draft = table(
    "inspection_draft",
    Column("device_id", Integer, ForeignKey("device.id", ondelete="RESTRICT"), primary_key=True),
    words("checklist"),
    Column("checklist_version", Integer, nullable=False),
    Column("answers", JsonText, nullable=False),
    Column("zones", JsonText, nullable=False),
    Column("measures", JsonText, nullable=False),
    Column("changed_at", UtcText, nullable=False),
    words("changed_by"),
)

decision = table(
    "decision",
    row_id(),
    ref("device_id", "device", index=True),
    ref("inspection_id", "inspection", nullable=True),
    words("outcome"),
    words("reason"),
    Column("decided_at", UtcText, nullable=False),
    words("decided_by"),
    Column("ended_at", UtcText),
    words("ended_reason", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("outcome", "shelf", "repair", "dismantle"),
    CheckConstraint("(ended_at IS NULL) = (ended_reason IS NULL)", name="ending"),
    Index("uq_decision_in_force", "device_id", unique=True, sqlite_where=text("ended_at IS NULL")),
)

# The advice as it stood when a person decided, and which of its ways they chose.
advice = table(
    "advice",
    Column(
        "decision_id", Integer, ForeignKey("decision.id", ondelete="RESTRICT"), primary_key=True
    ),
    words("chosen"),
    words("advised", nullable=True),
    Column("content", JsonText, nullable=False),
    one_of("chosen", "shelf", "repair", "harvest", "dismantle"),
)

quarantine = table(
    "quarantine",
    row_id(),
    ref("device_id", "device", index=True),
    words("lock"),
    words("note"),
    Column("found_at", UtcText, nullable=False),
    words("found_by"),
    ref("request_id", "paper", nullable=True),
    Column("requested_at", UtcText),
    words("answer", nullable=True),
    words("answer_note", nullable=True),
    Column("answered_at", UtcText),
    Column("closed_at", UtcText),
    words("closed_by", nullable=True),
    words("second_by", nullable=True),
    words("outcome", nullable=True),
    words("outcome_note", nullable=True),
    one_of("lock", "bios", "mdm", "stolen"),
    one_of("answer", "released", "refused", "unknown"),
    one_of("outcome", "freed", "dismantle"),
    CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answering"),
    CheckConstraint(
        "(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL)",
        name="closing",
    ),
    CheckConstraint("second_by IS NULL OR second_by <> closed_by", name="two_persons"),
    Index(
        "uq_quarantine_open",
        "device_id",
        "lock",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
    ),
)

stocktake = table(
    "stocktake",
    row_id(),
    ref("place_id", "place"),
    Column("opened_at", UtcText, nullable=False),
    words("opened_by"),
    Column("closed_at", UtcText),
    words("closed_by", nullable=True),
    CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closing"),
    Index("uq_stocktake_open", "place_id", unique=True, sqlite_where=text("closed_at IS NULL")),
)

stocktake_mark = table(
    "stocktake_mark",
    row_id(),
    ref("stocktake_id", "stocktake"),
    ref("device_id", "device", index=True),
    words("result"),
    ref("recorded_place_id", "place", nullable=True),
    Column("marked_at", UtcText, nullable=False),
    words("marked_by"),
    one_of("result", "found", "elsewhere", "unexpected", "missing"),
    UniqueConstraint("stocktake_id", "device_id"),
)

incident = table(
    "incident",
    row_id(),
    ref("device_id", "device", index=True),
    ref("stocktake_id", "stocktake", nullable=True),
    Column("noticed_at", UtcText, nullable=False),
    words("noticed_by"),
    *flag("bears_data"),
    words("circumstances"),
    words("told", nullable=True),
    Column("told_at", UtcText),
    words("outcome", nullable=True),
    words("outcome_note", nullable=True),
    Column("closed_at", UtcText),
    words("closed_by", nullable=True),
    words("second_by", nullable=True),
    # What was closed as lost may turn up later: then this is filled in beside that outcome.
    Column("found_at", UtcText),
    words("found_by", nullable=True),
    one_of("outcome", "found", "lost"),
    CheckConstraint("(told IS NULL) = (told_at IS NULL)", name="telling"),
    CheckConstraint("(found_at IS NULL) = (found_by IS NULL)", name="finding"),
    CheckConstraint(
        "found_at IS NULL OR closed_at IS NOT NULL",
        name="found_is_closed",
    ),
    CheckConstraint("outcome <> 'found' OR found_at IS NOT NULL", name="outcome_found"),
    CheckConstraint(
        "(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL)",
        name="closing",
    ),
    # What bears data is closed by two; anything else may be closed by one.
    CheckConstraint(
        "closed_at IS NULL OR bears_data = 0 OR (second_by IS NOT NULL AND second_by <> closed_by)",
        name="two_persons",
    ),
    Index("uq_incident_missing", "device_id", unique=True, sqlite_where=text("found_at IS NULL")),
    Index("ix_incident_open", "id", sqlite_where=text("closed_at IS NULL")),
)

feedback = table(
    "feedback",
    row_id(),
    Column("left_at", UtcText, nullable=False),
    words("screen"),
    words("mood"),
    words("note"),
    words("workstation"),
    Column("read_at", UtcText),
    words("read_by", nullable=True),
    CheckConstraint("(read_at IS NULL) = (read_by IS NULL)", name="reading"),
    Index("ix_feedback_unread", "id", sqlite_where=text("read_at IS NULL")),
)
