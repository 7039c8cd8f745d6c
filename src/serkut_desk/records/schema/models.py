"""The catalogue of models, and what machines told of themselves."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, text

from serkut_desk.records.schema.parts import flag, one_of, ref, row_id, table, words
from serkut_desk.records.types import JsonText, UtcText

product_model = table(
    "product_model",
    row_id(),
    words("manufacturer"),
    words("manufacturer_key"),
    words("model"),
    words("model_key"),
    words("type"),
    words("weee_category", nullable=True),
    Column("typical_weight_g", Integer),
    # How many storage media it can hold; what approval compares the declared count with.
    Column("storage_slots", Integer),
    words("checklist", nullable=True),
    words("guide", nullable=True),
    words("photo", nullable=True),
    words("photo_thumb", nullable=True),
    # Where it is known from, and whether a supervisor looked at it.
    words("source"),
    *flag("confirmed"),
    # It was the same as another: everything that named it goes on with that one.
    ref("merged_into_id", "product_model", nullable=True, index=True),
    Column("made_at", UtcText, nullable=False),
    words("made_by"),
    Column("seq", Integer, nullable=False),
    one_of("source", "device", "snapshot", "person"),
    CheckConstraint("typical_weight_g IS NULL OR typical_weight_g > 0", name="weight"),
    CheckConstraint("storage_slots IS NULL OR storage_slots >= 0", name="slots"),
    # Merged ones too: what is written in their way goes on finding them.
    Index("uq_product_model_name", "model_key", "manufacturer_key", unique=True),
    # What changed since somebody looked last.
    Index("ix_product_model_seq", "seq"),
)

# Product numbers and codes by which a model is known; after a merge those of both.
model_code = table(
    "model_code",
    row_id(),
    ref("model_id", "product_model", index=True),
    words("code"),
    words("code_key", unique=True),
    Column("at", UtcText, nullable=False),
    words("by"),
)

device_model = table(
    "device_model",
    Column("device_id", Integer, ForeignKey("device.id", ondelete="RESTRICT"), primary_key=True),
    ref("model_id", "product_model", index=True),
)

# Two that look like one and are not: a supervisor said so, and nobody is asked again.
model_apart = table(
    "model_apart",
    row_id(),
    ref("one_id", "product_model"),
    ref("other_id", "product_model", index=True),
    Column("at", UtcText, nullable=False),
    words("by"),
    CheckConstraint("one_id < other_id", name="pair"),
    Index("uq_model_apart_pair", "one_id", "other_id", unique=True),
)

# A file in which a machine told of itself; the original lies in the files by its SHA-256.
snapshot = table(
    "snapshot",
    row_id(),
    words("sha256", unique=True),
    words("name"),
    Column("size", Integer, nullable=False),
    words("format"),
    words("software", server_default=text("''")),
    # As the machine's own clock said it.
    words("taken", server_default=text("''")),
    words("outcome"),
    ref("device_id", "device", nullable=True, index=True),
    Column("facts", JsonText, nullable=False),
    Column("reasons", JsonText, nullable=False),
    # What it changed by itself: media that were proposed, and the kinds of those it knew better.
    Column("effects", JsonText, nullable=False),
    Column("received_at", UtcText, nullable=False),
    words("received_by"),
    # When a person chose between it and the record.
    Column("settled_at", UtcText),
    words("settled_by", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("outcome", "matched", "candidates", "unknown", "virtual", "set_aside"),
    CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name="settling"),
    Index("ix_snapshot_outcome", "outcome", "id"),
)

# What a snapshot can be found by: numbers of the machine and of what is in it, for comparing.
snapshot_key = table(
    "snapshot_key",
    row_id(),
    ref("snapshot_id", "snapshot", index=True),
    words("kind"),
    words("key", index=True),
    one_of("kind", "serial", "board", "uuid", "imei", "medium"),
)

# What is known of a device's inside, from the last snapshot that was accepted or from a person.
device_facts = table(
    "device_facts",
    Column("device_id", Integer, ForeignKey("device.id", ondelete="RESTRICT"), primary_key=True),
    Column("facts", JsonText, nullable=False),
    ref("snapshot_id", "snapshot", nullable=True),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("seq", Integer, nullable=False),
)
