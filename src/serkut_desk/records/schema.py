"""Every table, as the newest migration leaves it; a test compares the two."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from serkut_desk.records.types import DayText, Flag, JsonText, UtcText

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: Any, **options: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, **options)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _ref(name: str, target: str, *, nullable: bool = False, **options: Any) -> Column[int]:
    key = ForeignKey(f"{target}.id", ondelete="RESTRICT")
    return Column(name, Integer, key, nullable=nullable, **options)


def _text(name: str, **options: Any) -> Column[str]:
    options.setdefault("nullable", False)
    return Column(name, Text, **options)


def _flag(name: str, default: int = 0) -> tuple[Column[bool], CheckConstraint]:
    return (
        Column(name, Flag, nullable=False, server_default=text(str(default))),
        CheckConstraint(f"{name} IN (0, 1)", name=name),
    )


def _one_of(column: str, *words: str) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


# The house ----------------------------------------------------------------------------------

setting = _table(
    "setting",
    _text("name", primary_key=True),
    Column("value", JsonText, nullable=False),
)

counter = _table(
    "counter",
    _text("kind", primary_key=True),
    Column("last", Integer, nullable=False),
    CheckConstraint("last >= 0", name="last"),
)

clock_mark = _table(
    "clock_mark",
    _id(),
    _text("running"),
    Column("steady_ms", Integer, nullable=False),
    Column("wall", UtcText, nullable=False),
    CheckConstraint("id = 1", name="one"),
)

# People -------------------------------------------------------------------------------------

person = _table(
    "person",
    _id(),
    _text("code", unique=True),
    _text("role"),
    _text("display"),
    _text("name", nullable=True),
    _text("title", nullable=True),
    _text("pin_hash", nullable=True),
    _text("language"),
    *_flag("active", 1),
    Column("created_at", UtcText, nullable=False),
)

pin_guard = _table(
    "pin_guard",
    Column("person_id", Integer, ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("not_before", UtcText, nullable=False),
)

login_log = _table(
    "login_log",
    _id(),
    Column("at", UtcText, nullable=False, index=True),
    _text("person", nullable=True),
    _text("event"),
    _text("workstation"),
)

parked_work = _table(
    "parked_work",
    _ref("person_id", "person", primary_key=True),
    _text("station", primary_key=True),
    Column("data", JsonText, nullable=False),
    Column("at", UtcText, nullable=False),
)

# Lots and devices ---------------------------------------------------------------------------

organisation = _table(
    "organisation",
    _id(),
    _text("name"),
    _text("name_key", unique=True),
    Column("created_at", UtcText, nullable=False),
)

place = _table(
    "place",
    _id(),
    _text("code", unique=True),
    _text("name"),
    _text("name_key", unique=True),
)

lot = _table(
    "lot",
    _id(),
    _text("code", unique=True),
    _ref("organisation_id", "organisation"),
    _text("data_class"),
    _text("data_class_reference", nullable=True),
    _text("list_name", nullable=True),
    _text("list_digest", nullable=True),
    _text("state"),
    Column("opened_at", UtcText, nullable=False),
    _text("opened_by"),
    Column("closed_at", UtcText),
    _text("closed_by", nullable=True),
    _one_of("state", "open", "closed"),
    _one_of("data_class", "ordinary", "confidential"),
    CheckConstraint(
        "(state = 'closed') = (closed_at IS NOT NULL)"
        " AND (closed_at IS NULL) = (closed_by IS NULL)",
        name="closing",
    ),
)

device = _table(
    "device",
    _id(),
    _text("code", unique=True),
    _ref("lot_id", "lot", index=True),
    _text("type"),
    _text("manufacturer"),
    _text("manufacturer_key"),
    _text("model"),
    _text("product"),
    _text("serial"),
    _text("serial_key"),
    _text("serial_reason", nullable=True),
    _text("inventory"),
    _text("inventory_key"),
    _text("imei"),
    Column("weight_g", Integer),
    _text("data_class"),
    _text("state"),
    _text("hazard", nullable=True),
    _ref("place_id", "place", nullable=True),
    _ref("previous_id", "device", nullable=True),
    *_flag("in_house", 1),
    *_flag("listed"),
    Column("received_at", UtcText, nullable=False),
    _text("received_by"),
    Column("touched_seq", Integer, nullable=False),
    _text("touched_by"),
    _one_of("data_class", "ordinary", "confidential"),
    CheckConstraint("weight_g IS NULL OR weight_g >= 0", name="weight"),
    Index(
        "uq_device_maker_serial",
        "serial_key",
        "manufacturer_key",
        unique=True,
        sqlite_where=text("in_house = 1 AND serial_key <> ''"),
    ),
    Index("ix_device_serial_key", "serial_key"),
    Index("ix_device_inventory_key", "inventory_key"),
    Index("ix_device_imei", "imei"),
    Index("ix_device_state", "state", "id"),
)

lot_line = _table(
    "lot_line",
    _id(),
    _ref("lot_id", "lot"),
    Column("row", Integer, nullable=False),
    _text("type", nullable=True),
    _text("manufacturer"),
    _text("model"),
    _text("serial"),
    _text("serial_key"),
    _text("inventory"),
    _text("inventory_key"),
    _text("imei"),
    Column("quantity", Integer, nullable=False),
    Column("weight_g", Integer),
    Column("problems", JsonText, nullable=False),
    Column("notes", JsonText, nullable=False),
    _ref("device_id", "device", nullable=True, unique=True),
    Column("counted", Integer),
    _text("missing_reason", nullable=True),
    CheckConstraint("quantity >= 1", name="quantity"),
    CheckConstraint("counted IS NULL OR counted >= 0", name="counted"),
    Index("ix_lot_line_serial", "lot_id", "serial_key"),
    Index("ix_lot_line_inventory", "lot_id", "inventory_key"),
    Index("ix_lot_line_imei", "lot_id", "imei"),
)

stop = _table(
    "stop",
    _id(),
    _text("kind"),
    _ref("device_id", "device", nullable=True),
    Column("raised_at", UtcText, nullable=False),
    _text("raised_by", nullable=True),
    Column("released_at", UtcText),
    _text("released_by", nullable=True),
    CheckConstraint("(released_at IS NULL) = (released_by IS NULL)", name="release"),
)

# Media and their proof ------------------------------------------------------------------------

medium = _table(
    "medium",
    _id(),
    _text("code", nullable=True, unique=True),
    _ref("device_id", "device", index=True),
    _text("kind"),
    _text("kind_source"),
    _text("kind_confirmed_by", nullable=True),
    _text("serial"),
    _text("serial_key", index=True),
    *_flag("serial_certain", 1),
    _text("model"),
    Column("capacity_bytes", Integer),
    _text("state"),
    *_flag("proposed"),
    _text("declared_by"),
    Column("declared_at", UtcText, nullable=False),
    Column("removed_at", UtcText),
    _text("removed_by", nullable=True),
    CheckConstraint("(removed_at IS NULL) = (removed_by IS NULL)", name="removal"),
)

media_statement = _table(
    "media_statement",
    _ref("device_id", "device", primary_key=True),
    Column("count", Integer, nullable=False),
    _text("how"),
    _text("stated_by"),
    _text("second_by", nullable=True),
    Column("stated_at", UtcText, nullable=False),
    CheckConstraint("count >= 0", name="count"),
)

evidence_file = _table(
    "evidence_file",
    _text("sha256", primary_key=True),
    _text("name"),
    Column("size", Integer, nullable=False),
    _text("outcome"),
    Column("received_at", UtcText, nullable=False),
    _text("received_by"),
)

report_run = _table(
    "report_run",
    _id(),
    Column("sha256", Text, ForeignKey("evidence_file.sha256"), nullable=False),
    Column("number", Integer, nullable=False),
    _text("fingerprint", index=True),
    _text("body_digest", index=True),
    _text("head_key", index=True),
    _text("banner", nullable=True),
    _text("tool_version", nullable=True),
    _text("started", nullable=True),
    _text("ended", nullable=True),
    Column("host", JsonText, nullable=False),
    Column("facts", JsonText, nullable=False),
    _ref("same_as_id", "report_run", nullable=True),
    Column("times_digest", Text, nullable=False, server_default=text("''"), index=True),
    UniqueConstraint("sha256", "number"),
)

sanitisation_run = _table(
    "sanitisation_run",
    _id(),
    _ref("report_run_id", "report_run", nullable=True, index=True),
    Column("sha256", Text, ForeignKey("evidence_file.sha256"), nullable=True),
    _text("source"),
    _text("device_path"),
    _text("serial"),
    _text("serial_key", index=True),
    _text("model"),
    Column("capacity_bytes", Integer),
    _text("technique"),
    _text("method"),
    Column("passes", Integer),
    _text("verification"),
    _text("tool"),
    _text("tool_version", nullable=True),
    _text("verdict"),
    Column("verdict_rules", Integer, nullable=False),
    Column("reasons", JsonText, nullable=False),
    Column("facts", JsonText, nullable=False),
    _text("started", nullable=True),
    _text("ended", nullable=True),
    Column("imported_at", UtcText, nullable=False),
    _text("imported_by"),
    _text("performed_by", nullable=True),
    _text("second_by", nullable=True),
    _ref("medium_id", "medium", nullable=True, index=True),
    _text("match"),
    Column("match_reasons", JsonText, nullable=False),
    *_flag("contradicted"),
    _ref("device_id", "device", nullable=True, index=True),
    _text("set_aside_by", nullable=True),
    _one_of("source", "report", "manual", "destruction"),
    _one_of("match", "matched", "proposed", "unknown"),
    CheckConstraint("match <> 'matched' OR medium_id IS NOT NULL", name="matched"),
    CheckConstraint(
        "source <> 'destruction' OR (performed_by IS NOT NULL AND second_by IS NOT NULL"
        " AND second_by <> performed_by)",
        name="two_persons",
    ),
)

approval = _table(
    "approval",
    _id(),
    _ref("device_id", "device", index=True),
    Column("approved_at", UtcText, nullable=False),
    _text("approved_by"),
    Column("media_count", Integer, nullable=False),
    _text("seen"),
    Column("policy_version", Integer, nullable=False),
    Column("accepted", JsonText, nullable=False),
    Column("withdrawn_at", UtcText),
    _text("withdrawn_reason", nullable=True),
    Column("seq", Integer, nullable=False),
)

approval_item = _table(
    "approval_item",
    _id(),
    _ref("approval_id", "approval", index=True),
    _ref("medium_id", "medium"),
    _ref("run_id", "sanitisation_run"),
    _text("level"),
    _text("required"),
    _text("rule"),
    Column("judgement", JsonText, nullable=False),
    UniqueConstraint("approval_id", "medium_id"),
)

certificate = _table(
    "certificate",
    _id(),
    _text("code", unique=True),
    _ref("device_id", "device", index=True),
    _ref("approval_id", "approval"),
    Column("issued_at", UtcText, nullable=False),
    _text("issued_by"),
    _text("sha256", unique=True),
    _text("language"),
    Column("policy_version", Integer, nullable=False),
    Column("anchor_seq", Integer, nullable=False),
    _text("anchor_hash"),
    _text("seal"),
    _text("state"),
    _ref("superseded_by_id", "certificate", nullable=True),
    _text("reason", nullable=True),
    Column("ended_at", UtcText),
    _one_of("state", "valid", "superseded", "revoked"),
    CheckConstraint("(state = 'valid') = (ended_at IS NULL)", name="ending"),
    CheckConstraint("(state = 'superseded') = (superseded_by_id IS NOT NULL)", name="successor"),
    Index(
        "uq_certificate_valid",
        "device_id",
        unique=True,
        sqlite_where=text("state = 'valid'"),
    ),
)

policy_version = _table(
    "policy_version",
    Column("version", Integer, primary_key=True),
    _text("name"),
    Column("effective_from", DayText, nullable=False),
    _text("reference"),
    Column("document", JsonText, nullable=False),
    Column("made_at", UtcText, nullable=False),
    _text("made_by"),
)

seal = _table(
    "seal",
    _text("fingerprint", primary_key=True),
    _text("certificate_pem"),
    Column("made_at", UtcText, nullable=False),
    _text("made_by"),
    Column("retired_at", UtcText),
)

# Labels -----------------------------------------------------------------------------------------

label_job = _table(
    "label_job",
    _id(),
    _text("code", index=True),
    _text("kind"),
    Column("data", JsonText, nullable=False),
    _text("state"),
    _text("printer"),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("last_error", JsonText),
    *_flag("replaces"),
    Column("made_at", UtcText, nullable=False),
    _text("made_by"),
    Column("done_at", UtcText),
    _one_of("state", "queued", "printed", "failed", "cancelled"),
    Index("ix_label_job_state", "state", "id"),
)

roll_code = _table(
    "roll_code",
    _text("code", primary_key=True),
    Column("printed_at", UtcText, nullable=False),
)

# The journal ------------------------------------------------------------------------------------

journal = _table(
    "journal",
    Column("seq", Integer, primary_key=True),
    Column("format", Integer, nullable=False),
    _text("at"),
    _text("actor"),
    _text("workstation"),
    _text("tag"),
    _text("subject"),
    _text("body"),
    _text("prev", unique=True),
    _text("hash", unique=True),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint("length(prev) = 64 AND length(hash) = 64", name="digits"),
)

journal_subject = _table(
    "journal_subject",
    _text("subject", primary_key=True),
    Column("seq", Integer, ForeignKey("journal.seq", ondelete="RESTRICT"), primary_key=True),
    sqlite_with_rowid=False,
)
