"""Parts: where each one is, what it fits, what devices it was in, what is wanted."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, UniqueConstraint, text

from serkut_desk.records.schema.parts import one_of, ref, row_id, table, words
from serkut_desk.records.types import UtcText

part = table(
    "part",
    row_id(),
    words("code", unique=True),
    words("type"),
    words("manufacturer"),
    words("model"),
    words("model_key"),
    words("serial"),
    words("serial_key", index=True),
    words("specification"),
    words("note"),
    words("test", server_default=text("'untested'")),
    words("test_note", server_default=text("''")),
    Column("tested_at", UtcText),
    words("tested_by", nullable=True),
    Column("price_cents", Integer),
    Column("cost_cents", Integer),
    Column("weight_g", Integer),
    ref("donor_id", "device", nullable=True, index=True),
    ref("supplier_id", "organisation", nullable=True),
    # A part that stores data is a medium too, and keeps that one's gate.
    ref("medium_id", "medium", nullable=True, unique=True),
    words("state"),
    ref("place_id", "place", nullable=True, index=True),
    ref("device_id", "device", nullable=True, index=True),
    ref("container_id", "container", nullable=True, index=True),
    ref("reserved_id", "work_order", nullable=True, index=True),
    Column("made_at", UtcText, nullable=False),
    words("made_by"),
    Column("touched_seq", Integer, nullable=False),
    words("touched_by"),
    one_of("test", "untested", "passed", "failed"),
    one_of("state", "stock", "fitted", "scrapped", "missing", "withdrawn"),
    CheckConstraint("(donor_id IS NULL) <> (supplier_id IS NULL)", name="origin"),
    # A part is in one place, in one device or in one container.
    CheckConstraint("(state = 'fitted') = (device_id IS NOT NULL)", name="fitted"),
    CheckConstraint("(state = 'scrapped') = (container_id IS NOT NULL)", name="scrapped"),
    CheckConstraint("state = 'stock' OR place_id IS NULL", name="placed"),
    CheckConstraint("state = 'stock' OR reserved_id IS NULL", name="reserved"),
    CheckConstraint("(tested_at IS NULL) = (tested_by IS NULL)", name="testing"),
    CheckConstraint("(tested_at IS NULL) = (test = 'untested')", name="tested"),
    CheckConstraint("weight_g IS NULL OR weight_g >= 0", name="weight"),
    CheckConstraint("price_cents IS NULL OR price_cents >= 0", name="price"),
    CheckConstraint("cost_cents IS NULL OR cost_cents >= 0", name="cost"),
    Index("ix_part_state", "state", "type", "id"),
    Index("ix_part_model_key", "model_key"),
)

part_fit = table(
    "part_fit",
    row_id(),
    ref("part_id", "part"),
    words("manufacturer"),
    words("model"),
    words("model_key"),
    UniqueConstraint("part_id", "model_key"),
    Index("ix_part_fit_model_key", "model_key"),
)

part_stay = table(
    "part_stay",
    row_id(),
    ref("part_id", "part"),
    ref("device_id", "device", index=True),
    # Nobody saw it go in: it came with the device.
    Column("fitted_at", UtcText),
    Column("fitted_seq", Integer),
    ref("fitted_order_id", "work_order", nullable=True),
    Column("taken_at", UtcText),
    Column("taken_seq", Integer),
    ref("taken_order_id", "work_order", nullable=True),
    ref("dismantling_id", "dismantling", nullable=True, index=True),
    CheckConstraint("(fitted_at IS NULL) = (fitted_seq IS NULL)", name="fitting"),
    CheckConstraint("(taken_at IS NULL) = (taken_seq IS NULL)", name="taking"),
    CheckConstraint("fitted_at IS NOT NULL OR taken_at IS NOT NULL", name="known"),
    Index("uq_part_stay_inside", "part_id", unique=True, sqlite_where=text("taken_at IS NULL")),
    Index("ix_part_stay_part_id", "part_id"),
)

part_want = table(
    "part_want",
    row_id(),
    words("type"),
    words("manufacturer"),
    words("model"),
    words("model_key"),
    words("specification"),
    words("note"),
    ref("order_id", "work_order", nullable=True, index=True),
    Column("wanted_at", UtcText, nullable=False),
    words("wanted_by"),
    ref("part_id", "part", nullable=True),
    Column("closed_at", UtcText),
    words("closed_by", nullable=True),
    Column("seq", Integer, nullable=False),
    CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closing"),
    Index("ix_part_want_open", "type", "id", sqlite_where=text("closed_at IS NULL")),
)

stocktake_part = table(
    "stocktake_part",
    row_id(),
    ref("stocktake_id", "stocktake"),
    ref("part_id", "part", index=True),
    words("result"),
    ref("recorded_place_id", "place", nullable=True),
    Column("marked_at", UtcText, nullable=False),
    words("marked_by"),
    one_of("result", "found", "elsewhere", "unexpected", "missing"),
    UniqueConstraint("stocktake_id", "part_id"),
)
