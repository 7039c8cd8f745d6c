"""Taking apart: orders with their steps, fractions by weight, containers, packing lists."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, UniqueConstraint, text

from serkut_desk.records.schema.parts import one_of, ref, row_id, table, words
from serkut_desk.records.types import UtcText

dismantling = table(
    "dismantling",
    row_id(),
    ref("device_id", "device", index=True),
    words("guide"),
    Column("guide_version", Integer, nullable=False),
    words("state"),
    Column("weight_in_g", Integer),
    # How far the weight in may be off; once it is closed, how far the whole sum may be off.
    Column("tolerance_g", Integer, nullable=False, server_default=text("0")),
    words("scale", server_default=text("''")),
    Column("started_at", UtcText, nullable=False),
    words("started_by"),
    Column("closed_at", UtcText),
    words("closed_by", nullable=True),
    # What parts and media weighed when it was closed: they go on, and may be weighed again.
    Column("parts_g", Integer),
    Column("media_g", Integer),
    Column("remainder_g", Integer),
    words("reason", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("state", "open", "closed", "cancelled"),
    CheckConstraint("weight_in_g IS NULL OR weight_in_g > 0", name="weight_in"),
    CheckConstraint("tolerance_g >= 0", name="tolerance"),
    CheckConstraint(
        "(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (state = 'open')",
        name="closing",
    ),
    CheckConstraint(
        "state <> 'closed' OR (remainder_g IS NOT NULL AND weight_in_g IS NOT NULL"
        " AND parts_g IS NOT NULL AND media_g IS NOT NULL)",
        name="balance",
    ),
    CheckConstraint(
        "state <> 'closed' OR abs(remainder_g) <= tolerance_g OR reason IS NOT NULL",
        name="reason",
    ),
    Index("uq_dismantling_open", "device_id", unique=True, sqlite_where=text("state = 'open'")),
    Index("ix_dismantling_state", "state", "id"),
)

dismantling_step = table(
    "dismantling_step",
    row_id(),
    ref("dismantling_id", "dismantling", index=True),
    words("step"),
    words("result"),
    words("note"),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("undone_at", UtcText),
    words("undone_by", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("result", "done", "none", "skipped"),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undoing"),
    Index(
        "uq_dismantling_step_standing",
        "dismantling_id",
        "step",
        unique=True,
        sqlite_where=text("undone_at IS NULL"),
    ),
)

container = table(
    "container",
    row_id(),
    words("code", unique=True),
    words("fraction"),
    words("name"),
    Column("tare_g", Integer, nullable=False),
    ref("place_id", "place", nullable=True, index=True),
    Column("limit_g", Integer),
    Column("limit_days", Integer),
    words("state"),
    Column("opened_at", UtcText, nullable=False),
    words("opened_by"),
    # When the first grams went in: the limit by time runs from here.
    Column("begun_at", UtcText),
    # When that limit is reached, so that the home view need not reckon with days.
    Column("due_at", UtcText),
    words("seal", nullable=True),
    Column("sealed_at", UtcText),
    words("sealed_by", nullable=True),
    Column("gross_g", Integer),
    Column("weighed_at", UtcText),
    words("weighed_by", nullable=True),
    ref("merged_into_id", "container", nullable=True),
    ref("shipment_id", "shipment", nullable=True, index=True),
    # The waste code in force on the day it left; nothing before.
    words("waste_code", nullable=True),
    Column("touched_seq", Integer, nullable=False),
    words("touched_by"),
    one_of("state", "open", "sealed", "merged", "shipped"),
    CheckConstraint("tare_g >= 0", name="tare"),
    CheckConstraint("limit_g IS NULL OR limit_g > 0", name="limit_weight"),
    CheckConstraint("limit_days IS NULL OR limit_days > 0", name="limit_days"),
    CheckConstraint("due_at IS NULL OR begun_at IS NOT NULL", name="due"),
    CheckConstraint("gross_g IS NULL OR gross_g >= tare_g", name="gross"),
    CheckConstraint("(state = 'merged') = (merged_into_id IS NOT NULL)", name="merging"),
    CheckConstraint("(sealed_at IS NULL) = (sealed_by IS NULL)", name="sealing"),
    CheckConstraint(
        "(gross_g IS NULL) = (weighed_at IS NULL) AND (gross_g IS NULL) = (weighed_by IS NULL)",
        name="weighing",
    ),
    CheckConstraint(
        "state <> 'shipped' OR (shipment_id IS NOT NULL AND gross_g IS NOT NULL"
        " AND waste_code IS NOT NULL)",
        name="leaving",
    ),
    Index("ix_container_state", "state", "id"),
)

fraction_line = table(
    "fraction_line",
    row_id(),
    ref("container_id", "container", index=True),
    words("fraction"),
    Column("weight_g", Integer, nullable=False),
    Column("tolerance_g", Integer, nullable=False, server_default=text("0")),
    # Typed by key, or read from which scale.
    words("weighed"),
    # Where the grams come from: a device taken apart, or a part or a medium given up.
    ref("dismantling_id", "dismantling", nullable=True, index=True),
    ref("part_id", "part", nullable=True),
    ref("medium_id", "medium", nullable=True),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("undone_at", UtcText),
    words("undone_by", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("weighed", "key", "scale"),
    CheckConstraint("weight_g > 0", name="weight"),
    CheckConstraint("tolerance_g >= 0", name="tolerance"),
    CheckConstraint(
        "(dismantling_id IS NOT NULL) + (part_id IS NOT NULL) + (medium_id IS NOT NULL) = 1",
        name="source",
    ),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undoing"),
    Index("uq_fraction_line_part", "part_id", unique=True, sqlite_where=text("undone_at IS NULL")),
    Index(
        "uq_fraction_line_medium", "medium_id", unique=True, sqlite_where=text("undone_at IS NULL")
    ),
)

shipment = table(
    "shipment",
    row_id(),
    ref("organisation_id", "organisation"),
    words("state"),
    words("vehicle"),
    words("note"),
    Column("opened_at", UtcText, nullable=False),
    words("opened_by"),
    Column("left_at", UtcText),
    words("left_by", nullable=True),
    ref("paper_id", "paper", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("state", "open", "left", "cancelled"),
    CheckConstraint("(left_at IS NULL) = (left_by IS NULL)", name="leaving"),
    CheckConstraint(
        "state <> 'left' OR (left_at IS NOT NULL AND paper_id IS NOT NULL)", name="paper"
    ),
)

recycler_code = table(
    "recycler_code",
    row_id(),
    ref("organisation_id", "organisation"),
    words("fraction"),
    words("code"),
    UniqueConstraint("organisation_id", "fraction"),
)
