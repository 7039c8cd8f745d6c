"""Handovers with their lines, what pays for them, returns, and issued papers."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, UniqueConstraint, text

from serkut_desk.records.schema.parts import flag, one_of, ref, row_id, table, words
from serkut_desk.records.types import DayText, JsonText, UtcText

handover = table(
    "handover",
    row_id(),
    words("code", unique=True),
    words("channel"),
    words("state"),
    Column("terms", JsonText, nullable=False),
    words("receiver"),
    Column("opened_at", UtcText, nullable=False),
    words("opened_by"),
    Column("completed_at", UtcText),
    words("completed_by", nullable=True),
    words("payment", nullable=True),
    words("payment_reference"),
    Column("total_cents", Integer),
    Column("rounding_cents", Integer, nullable=False, server_default=text("0")),
    Column("rules", JsonText, nullable=False),
    Column("seq", Integer, nullable=False),
    one_of("channel", "commitment", "course", "project", "workstation", "sale"),
    one_of("state", "open", "completed", "cancelled"),
    one_of("payment", "none", "commitment", "cash", "card", "invoice"),
    CheckConstraint(
        "(state = 'completed') = (completed_at IS NOT NULL)"
        " AND (completed_at IS NULL) = (completed_by IS NULL)"
        " AND (completed_at IS NULL) = (total_cents IS NULL)"
        " AND (completed_at IS NULL) = (payment IS NULL)",
        name="completion",
    ),
    Index("ix_handover_state", "state", "id"),
    Index("ix_handover_completed_at", "completed_at"),
)

handover_line = table(
    "handover_line",
    row_id(),
    ref("handover_id", "handover", index=True),
    # NULL for an article without a code of its own: a charger, a mouse.
    ref("device_id", "device", nullable=True, index=True),
    words("article"),
    words("description"),
    words("grade", nullable=True),
    Column("quantity", Integer, nullable=False, server_default=text("1")),
    Column("list_cents", Integer, nullable=False),
    Column("discount_cents", Integer, nullable=False, server_default=text("0")),
    words("discount_reason", nullable=True),
    words("discount_by", nullable=True),
    Column("vat_permille", Integer, nullable=False),
    Column("warranty_months", Integer, nullable=False, server_default=text("0")),
    Column("label_read_at", UtcText),
    # A device is in one open basket or with one receiver at a time.
    *flag("active", 1),
    CheckConstraint("quantity >= 1", name="quantity"),
    CheckConstraint("device_id IS NULL OR quantity = 1", name="one_device"),
    CheckConstraint(
        "list_cents >= 0 AND discount_cents >= 0 AND discount_cents <= list_cents", name="price"
    ),
    CheckConstraint("(discount_cents = 0) = (discount_reason IS NULL)", name="discount"),
    Index(
        "uq_handover_line_device",
        "device_id",
        unique=True,
        sqlite_where=text("active = 1 AND device_id IS NOT NULL"),
    ),
)

commitment = table(
    "commitment",
    row_id(),
    words("number"),
    words("number_key", unique=True),
    words("unit"),
    Column("limit_cents", Integer, nullable=False),
    Column("used_cents", Integer, nullable=False, server_default=text("0")),
    Column("valid_until", DayText, nullable=False),
    Column("first_used_at", UtcText, nullable=False),
    CheckConstraint("used_cents >= 0 AND used_cents <= limit_cents", name="used"),
)

course_proof = table(
    "course_proof",
    words("number_key", primary_key=True),
    words("number"),
    ref("handover_id", "handover", unique=True),
    words("confirmed_by"),
    Column("used_at", UtcText, nullable=False),
)

device_return = table(
    "device_return",
    row_id(),
    words("code", unique=True),
    ref("device_id", "device", index=True),
    ref("handover_line_id", "handover_line", unique=True),
    Column("came_at", UtcText, nullable=False),
    words("received_by"),
    words("fault"),
    words("fault_note"),
    *flag("in_warranty"),
    words("remedy", nullable=True),
    words("remedy_reason", nullable=True),
    Column("settled_at", UtcText),
    words("settled_by", nullable=True),
    Column("refund_cents", Integer, nullable=False, server_default=text("0")),
    ref("credit_id", "paper", nullable=True),
    ref("exchange_id", "handover", nullable=True),
    Column("seq", Integer, nullable=False),
    one_of("remedy", "repair", "exchange", "refund", "none"),
    CheckConstraint(
        "(remedy IS NULL) = (settled_at IS NULL) AND (remedy IS NULL) = (settled_by IS NULL)",
        name="settling",
    ),
    CheckConstraint("refund_cents >= 0", name="refund"),
    Index("ix_device_return_open", "id", sqlite_where=text("remedy IS NULL")),
    Index(
        "uq_device_return_exchange",
        "exchange_id",
        unique=True,
        sqlite_where=text("exchange_id IS NOT NULL"),
    ),
)

paper = table(
    "paper",
    row_id(),
    words("kind"),
    words("series"),
    Column("number", Integer, nullable=False),
    words("title"),
    ref("handover_id", "handover", nullable=True, index=True),
    ref("device_id", "device", nullable=True, index=True),
    ref("lot_id", "lot", nullable=True, index=True),
    Column("issued_at", UtcText, nullable=False),
    words("issued_by"),
    words("language"),
    words("sha256"),
    words("sheet_sha256", nullable=True),
    Column("anchor_seq", Integer, nullable=False),
    words("anchor_hash"),
    ref("replaces_id", "paper", nullable=True),
    # The frozen content, from which a marked copy is drawn.
    Column("content", JsonText, nullable=False),
    Column("copies", Integer, nullable=False, server_default=text("0")),
    CheckConstraint("number >= 1", name="number"),
    CheckConstraint("copies >= 0", name="copies"),
    UniqueConstraint("series", "number"),
    Index("ix_paper_number", "number"),
)
