"""Report files as they came in, the second look at what they prove, and what became of failures."""

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
from serkut_desk.records.types import JsonText, UtcText

# One stick, folder or handful of files that somebody brought in at once.
import_batch = table(
    "import_batch",
    row_id(),
    Column("at", UtcText, nullable=False),
    words("by"),
    words("performed_by", nullable=True),
    words("source"),
    words("name", server_default=text("''")),
    Column("seq", Integer, nullable=False),
    one_of("source", "files", "folder", "watch"),
)

# Every file of it, also one that could not be read or was known before.
import_file = table(
    "import_file",
    row_id(),
    ref("batch_id", "import_batch", index=True),
    words("name"),
    words("path"),
    # Of its bytes; they are kept if an evidence file of this SHA-256 is.
    words("digest", nullable=True, index=True),
    Column("size", Integer),
    # As the stick's file system tells it; says when the computer's clock was wrong.
    words("modified", nullable=True),
    words("kind", nullable=True),
    words("place"),
    # Somebody has to do something about it.
    *flag("waits"),
    Column("detail", JsonText, nullable=False),
    # Somebody has looked at what needed a person.
    Column("settled_at", UtcText),
    words("settled_by", nullable=True),
    CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name="settling"),
    Index("ix_import_file_place", "place", "waits"),
    Index("ix_import_file_waits", "waits"),
)

# A log and a PDF of the same run, and whether they say the same.
report_pair = table(
    "report_pair",
    row_id(),
    ref("log_id", "report_run", index=True),
    ref("paper_id", "report_run", index=True),
    *flag("agrees"),
    Column("differences", JsonText, nullable=False),
    Column("at", UtcText, nullable=False),
    UniqueConstraint("log_id", "paper_id"),
)

# Which column of a supplier's file is what; a change is a new version.
supplier_mapping = table(
    "supplier_mapping",
    row_id(),
    words("name"),
    words("name_key"),
    Column("version", Integer, nullable=False),
    words("format"),
    Column("document", JsonText, nullable=False),
    Column("made_at", UtcText, nullable=False),
    words("made_by"),
    Column("retired_at", UtcText),
    Column("seq", Integer, nullable=False),
    one_of("format", "csv", "xml"),
    UniqueConstraint("name_key", "version"),
)

# What a supervisor decided after a failure.
next_step = table(
    "next_step",
    row_id(),
    ref("medium_id", "medium", index=True),
    ref("run_id", "sanitisation_run"),
    words("step"),
    words("technique", nullable=True),
    words("note", server_default=text("''")),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("seq", Integer, nullable=False),
    one_of("step", "repeat", "remove", "destroy"),
    Index("ix_next_step_step", "step", "medium_id"),
)

# Media that two persons destroyed together.
destruction = table(
    "destruction",
    row_id(),
    Column("at", UtcText, nullable=False),
    words("technique"),
    words("particle_class", nullable=True),
    words("machine"),
    words("first_by"),
    words("second_by"),
    Column("weight_g", Integer),
    ref("container_id", "container", nullable=True, index=True),
    Column("sha256", Text, ForeignKey("evidence_file.sha256"), nullable=True),
    words("note", server_default=text("''")),
    Column("seq", Integer, nullable=False),
    CheckConstraint("first_by <> second_by", name="two_persons"),
    CheckConstraint("weight_g IS NULL OR weight_g > 0", name="weight"),
)

destruction_medium = table(
    "destruction_medium",
    Column(
        "run_id", Integer, ForeignKey("sanitisation_run.id", ondelete="RESTRICT"), primary_key=True
    ),
    ref("destruction_id", "destruction", index=True),
    ref("medium_id", "medium", index=True),
)

# A draw: how many could be drawn in its month, how many had to be, by which seed.
look_draw = table(
    "look_draw",
    row_id(),
    words("month", index=True),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("population", Integer, nullable=False),
    Column("drawn", Integer, nullable=False),
    Column("need", Integer, nullable=False),
    words("seed"),
    Column("seq", Integer, nullable=False),
    CheckConstraint("drawn >= 0 AND need >= 0 AND population >= 0", name="figures"),
)

# A medium that another person reads back with another tool.
second_look = table(
    "second_look",
    row_id(),
    # NULL where nobody drew it: a supervisor wants it read back after an incident.
    ref("draw_id", "look_draw", nullable=True, index=True),
    words("month"),
    ref("run_id", "sanitisation_run", index=True),
    ref("medium_id", "medium", index=True),
    Column("at", UtcText, nullable=False),
    words("state"),
    Column("looked_at", UtcText),
    words("looked_by", nullable=True),
    words("tool", server_default=text("''")),
    words("tool_version", nullable=True),
    Column("sha256", Text, ForeignKey("evidence_file.sha256"), nullable=True),
    words("note", server_default=text("''")),
    Column("seq", Integer, nullable=False),
    one_of("state", "open", "clean", "failed", "impossible"),
    CheckConstraint("(state = 'open') = (looked_at IS NULL)", name="looking"),
    CheckConstraint("(looked_at IS NULL) = (looked_by IS NULL)", name="looker"),
    Index("ix_second_look_state", "state", "id"),
    Index("ix_second_look_month", "month", "state"),
)

# A second look failed: what the same run, tool and person proved waits until it is settled.
proof_incident = table(
    "proof_incident",
    row_id(),
    ref("look_id", "second_look"),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("closed_at", UtcText),
    words("closed_by", nullable=True),
    words("second_by", nullable=True),
    words("conclusion", server_default=text("''")),
    words("note", server_default=text("''")),
    Column("seq", Integer, nullable=False),
    UniqueConstraint("look_id"),
    CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closing"),
    CheckConstraint("(closed_at IS NULL) = (conclusion = '')", name="conclusion"),
    CheckConstraint("second_by IS NULL OR second_by <> closed_by", name="two"),
    Index("ix_proof_incident_closed_at", "closed_at"),
)

proof_freeze = table(
    "proof_freeze",
    row_id(),
    ref("incident_id", "proof_incident", index=True),
    ref("run_id", "sanitisation_run", index=True),
    ref("medium_id", "medium", index=True),
    words("why"),
    Column("at", UtcText, nullable=False),
    Column("lifted_at", UtcText),
    words("lifted_by", nullable=True),
    words("outcome", nullable=True),
    words("note", server_default=text("''")),
    CheckConstraint("(lifted_at IS NULL) = (lifted_by IS NULL)", name="lifting"),
    CheckConstraint("(lifted_at IS NULL) = (outcome IS NULL)", name="outcome"),
    UniqueConstraint("incident_id", "run_id"),
)
