"""Media, the evidence about them, approvals and certificates."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from serkut_desk.records.schema.parts import flag, one_of, ref, row_id, table, words
from serkut_desk.records.types import DayText, JsonText, UtcText

medium = table(
    "medium",
    row_id(),
    words("code", nullable=True, unique=True),
    ref("device_id", "device", index=True),
    words("kind"),
    words("kind_source"),
    words("kind_confirmed_by", nullable=True),
    words("serial"),
    words("serial_key", index=True),
    *flag("serial_certain", 1),
    words("model"),
    Column("capacity_bytes", Integer),
    words("state"),
    *flag("proposed"),
    words("declared_by"),
    Column("declared_at", UtcText, nullable=False),
    Column("removed_at", UtcText),
    words("removed_by", nullable=True),
    # Somebody may have put data on it since: what was proven before says nothing of it.
    Column("used_since", UtcText),
    Column("weight_g", Integer),
    CheckConstraint("(removed_at IS NULL) = (removed_by IS NULL)", name="removal"),
    Index("ix_medium_state", "state", "device_id"),
)

# Where a medium lies that was taken out.
loose_medium = table(
    "loose_medium",
    Column("medium_id", Integer, ForeignKey("medium.id", ondelete="RESTRICT"), primary_key=True),
    ref("place_id", "place", index=True),
)

# A medium that went on into another device: what it was in before, and until when.
medium_stay = table(
    "medium_stay",
    row_id(),
    ref("medium_id", "medium", index=True),
    ref("device_id", "device", index=True),
    Column("left_at", UtcText, nullable=False),
    words("left_by"),
    # The last run and approval then: later ones tell nothing of the device that it left.
    Column("last_run", Integer, nullable=False),
    Column("last_approval", Integer, nullable=False),
    # What was known of it then.
    Column("held", JsonText, nullable=False),
    Column("seq", Integer, nullable=False),
)

media_statement = table(
    "media_statement",
    ref("device_id", "device", primary_key=True),
    Column("count", Integer, nullable=False),
    words("how"),
    words("stated_by"),
    words("second_by", nullable=True),
    Column("stated_at", UtcText, nullable=False),
    CheckConstraint("count >= 0", name="count"),
)

evidence_file = table(
    "evidence_file",
    words("sha256", primary_key=True),
    words("name", index=True),
    Column("size", Integer, nullable=False),
    words("outcome"),
    Column("received_at", UtcText, nullable=False),
    words("received_by"),
)

report_run = table(
    "report_run",
    row_id(),
    Column("sha256", Text, ForeignKey("evidence_file.sha256"), nullable=False),
    Column("number", Integer, nullable=False),
    words("fingerprint", index=True),
    words("body_digest", index=True),
    words("head_key", index=True),
    words("banner", nullable=True),
    words("tool_version", nullable=True),
    words("started", nullable=True),
    words("ended", nullable=True),
    Column("host", JsonText, nullable=False),
    Column("facts", JsonText, nullable=False),
    ref("same_as_id", "report_run", nullable=True),
    Column("times_digest", Text, nullable=False, server_default=text("''"), index=True),
    UniqueConstraint("sha256", "number"),
)

sanitisation_run = table(
    "sanitisation_run",
    row_id(),
    ref("report_run_id", "report_run", nullable=True, index=True),
    Column("sha256", Text, ForeignKey("evidence_file.sha256"), nullable=True),
    words("source"),
    words("device_path"),
    words("serial"),
    words("serial_key", index=True),
    words("model"),
    Column("capacity_bytes", Integer),
    words("technique"),
    words("method"),
    Column("passes", Integer),
    words("verification"),
    words("tool"),
    words("tool_version", nullable=True),
    words("verdict"),
    Column("verdict_rules", Integer, nullable=False),
    Column("reasons", JsonText, nullable=False),
    Column("facts", JsonText, nullable=False),
    words("started", nullable=True),
    words("ended", nullable=True),
    Column("imported_at", UtcText, nullable=False),
    words("imported_by"),
    words("performed_by", nullable=True),
    words("second_by", nullable=True),
    ref("medium_id", "medium", nullable=True, index=True),
    words("match"),
    Column("match_reasons", JsonText, nullable=False),
    *flag("contradicted"),
    ref("device_id", "device", nullable=True, index=True),
    words("set_aside_by", nullable=True),
    # The run of which this is only the certificate: that one counts, this one is read beside it.
    Column("paired_with", Integer),
    Index("ix_sanitisation_run_ended", "ended"),
    one_of("source", "report", "manual", "destruction"),
    one_of("match", "matched", "proposed", "unknown"),
    CheckConstraint("match <> 'matched' OR medium_id IS NOT NULL", name="matched"),
    CheckConstraint(
        "source <> 'destruction' OR (performed_by IS NOT NULL AND second_by IS NOT NULL"
        " AND second_by <> performed_by)",
        name="two_persons",
    ),
)

approval = table(
    "approval",
    row_id(),
    ref("device_id", "device", index=True),
    Column("approved_at", UtcText, nullable=False, index=True),
    words("approved_by"),
    Column("media_count", Integer, nullable=False),
    words("seen"),
    Column("policy_version", Integer, nullable=False),
    Column("accepted", JsonText, nullable=False),
    Column("withdrawn_at", UtcText),
    words("withdrawn_reason", nullable=True),
    Column("seq", Integer, nullable=False),
)

approval_item = table(
    "approval_item",
    row_id(),
    ref("approval_id", "approval", index=True),
    ref("medium_id", "medium"),
    ref("run_id", "sanitisation_run"),
    words("level"),
    words("required"),
    words("rule"),
    Column("judgement", JsonText, nullable=False),
    UniqueConstraint("approval_id", "medium_id"),
)

certificate = table(
    "certificate",
    row_id(),
    words("code", unique=True),
    ref("device_id", "device", index=True),
    ref("approval_id", "approval"),
    Column("issued_at", UtcText, nullable=False),
    words("issued_by"),
    words("sha256", unique=True),
    words("language"),
    Column("policy_version", Integer, nullable=False),
    Column("anchor_seq", Integer, nullable=False),
    words("anchor_hash"),
    words("seal"),
    words("state"),
    ref("superseded_by_id", "certificate", nullable=True),
    words("reason", nullable=True),
    Column("ended_at", UtcText),
    one_of("state", "valid", "superseded", "revoked"),
    CheckConstraint("(state = 'valid') = (ended_at IS NULL)", name="ending"),
    CheckConstraint("(state = 'superseded') = (superseded_by_id IS NOT NULL)", name="successor"),
    Index(
        "uq_certificate_valid",
        "device_id",
        unique=True,
        sqlite_where=text("state = 'valid'"),
    ),
)

policy_version = table(
    "policy_version",
    Column("version", Integer, primary_key=True),
    words("name"),
    Column("effective_from", DayText, nullable=False),
    words("reference"),
    Column("document", JsonText, nullable=False),
    Column("made_at", UtcText, nullable=False),
    words("made_by"),
)

seal = table(
    "seal",
    words("fingerprint", primary_key=True),
    words("certificate_pem"),
    Column("made_at", UtcText, nullable=False),
    words("made_by"),
    Column("retired_at", UtcText),
)
