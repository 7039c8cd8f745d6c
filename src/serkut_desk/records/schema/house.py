"""The house: settings, running numbers, people, labels and the journal."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, text

from serkut_desk.records.schema.parts import flag, one_of, ref, row_id, table, words
from serkut_desk.records.types import JsonText, UtcText

setting = table(
    "setting",
    words("name", primary_key=True),
    Column("value", JsonText, nullable=False),
)

counter = table(
    "counter",
    words("kind", primary_key=True),
    Column("last", Integer, nullable=False),
    CheckConstraint("last >= 0", name="last"),
)

clock_mark = table(
    "clock_mark",
    row_id(),
    words("running"),
    Column("steady_ms", Integer, nullable=False),
    Column("wall", UtcText, nullable=False),
    CheckConstraint("id = 1", name="one"),
)

person = table(
    "person",
    row_id(),
    words("code", unique=True),
    words("role"),
    words("display"),
    words("name", nullable=True),
    words("title", nullable=True),
    words("pin_hash", nullable=True),
    words("language"),
    *flag("active", 1),
    Column("created_at", UtcText, nullable=False),
)

# What one person may do besides what their role carries.
person_grant = table(
    "person_grant",
    Column("person_id", Integer, ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True),
    words("permission", primary_key=True),
    Column("granted_at", UtcText, nullable=False),
    words("granted_by"),
    Column("seq", Integer, nullable=False),
)

pin_guard = table(
    "pin_guard",
    Column("person_id", Integer, ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("not_before", UtcText, nullable=False),
)

login_log = table(
    "login_log",
    row_id(),
    Column("at", UtcText, nullable=False, index=True),
    words("person", nullable=True),
    words("event"),
    words("workstation"),
)

parked_work = table(
    "parked_work",
    ref("person_id", "person", primary_key=True),
    words("station", primary_key=True),
    Column("data", JsonText, nullable=False),
    Column("at", UtcText, nullable=False),
)

label_job = table(
    "label_job",
    row_id(),
    words("code", index=True),
    words("kind"),
    Column("data", JsonText, nullable=False),
    words("state"),
    words("printer"),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("last_error", JsonText),
    *flag("replaces"),
    Column("made_at", UtcText, nullable=False),
    words("made_by"),
    Column("done_at", UtcText),
    one_of("state", "queued", "printed", "failed", "cancelled"),
    Index("ix_label_job_state", "state", "id"),
)

roll_code = table(
    "roll_code",
    words("code", primary_key=True),
    Column("printed_at", UtcText, nullable=False),
)

journal = table(
    "journal",
    Column("seq", Integer, primary_key=True),
    Column("format", Integer, nullable=False),
    words("at"),
    words("actor"),
    words("workstation"),
    words("tag"),
    words("subject"),
    words("body"),
    words("prev", unique=True),
    words("hash", unique=True),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint("length(prev) = 64 AND length(hash) = 64", name="digits"),
)

journal_subject = table(
    "journal_subject",
    words("subject", primary_key=True),
    Column("seq", Integer, ForeignKey("journal.seq", ondelete="RESTRICT"), primary_key=True),
    sqlite_with_rowid=False,
)
