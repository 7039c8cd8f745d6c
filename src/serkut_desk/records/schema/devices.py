"""Lots, what was listed in them, and devices."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, text

from serkut_desk.records.schema.parts import flag, one_of, ref, row_id, table, words
from serkut_desk.records.types import DayText, JsonText, UtcText

organisation = table(
    "organisation",
    row_id(),
    words("name"),
    words("name_key", unique=True),
    Column("created_at", UtcText, nullable=False),
)

place = table(
    "place",
    row_id(),
    words("code", unique=True),
    words("name"),
    words("name_key", unique=True),
)

lot = table(
    "lot",
    row_id(),
    words("code", unique=True),
    ref("organisation_id", "organisation", index=True),
    words("data_class"),
    words("data_class_reference", nullable=True),
    words("list_name", nullable=True),
    words("list_digest", nullable=True),
    words("state"),
    Column("opened_at", UtcText, nullable=False),
    words("opened_by"),
    Column("closed_at", UtcText),
    words("closed_by", nullable=True),
    # The pick-up order: its number, the day it is expected, and whom to ask, as a role.
    words("order_reference", server_default=text("''")),
    Column("expected_on", DayText),
    words("contact_role", server_default=text("''")),
    Column("arrived_at", UtcText),
    one_of("state", "open", "closed"),
    one_of("data_class", "ordinary", "confidential"),
    CheckConstraint(
        "(state = 'closed') = (closed_at IS NOT NULL)"
        " AND (closed_at IS NULL) = (closed_by IS NULL)",
        name="closing",
    ),
    Index("ix_lot_state", "state", "id"),
)

device = table(
    "device",
    row_id(),
    words("code", unique=True),
    ref("lot_id", "lot", index=True),
    words("type"),
    words("manufacturer"),
    words("manufacturer_key"),
    words("model"),
    words("product"),
    words("serial"),
    words("serial_key"),
    words("serial_reason", nullable=True),
    words("inventory"),
    words("inventory_key"),
    words("imei"),
    Column("weight_g", Integer),
    words("data_class"),
    words("state"),
    words("hazard", nullable=True),
    ref("place_id", "place", nullable=True, index=True),
    ref("previous_id", "device", nullable=True),
    *flag("in_house", 1),
    *flag("listed"),
    Column("received_at", UtcText, nullable=False),
    words("received_by"),
    Column("touched_seq", Integer, nullable=False),
    words("touched_by"),
    one_of("data_class", "ordinary", "confidential"),
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

_MISSED = text("device_id IS NULL")

lot_line = table(
    "lot_line",
    row_id(),
    ref("lot_id", "lot"),
    Column("row", Integer, nullable=False),
    words("type", nullable=True),
    words("manufacturer"),
    words("model"),
    words("serial"),
    words("serial_key"),
    words("inventory"),
    words("inventory_key"),
    words("imei"),
    Column("quantity", Integer, nullable=False),
    Column("weight_g", Integer),
    Column("problems", JsonText, nullable=False),
    Column("notes", JsonText, nullable=False),
    ref("device_id", "device", nullable=True, unique=True),
    Column("counted", Integer),
    words("missing_reason", nullable=True),
    words("missing_note", server_default=text("''")),
    CheckConstraint("quantity >= 1", name="quantity"),
    CheckConstraint("counted IS NULL OR counted >= 0", name="counted"),
    Index("ix_lot_line_serial", "lot_id", "serial_key"),
    Index("ix_lot_line_inventory", "lot_id", "inventory_key"),
    Index("ix_lot_line_imei", "lot_id", "imei"),
    # What no device has answered, over all lots: it may turn up in another.
    Index("ix_lot_line_missed_serial", "serial_key", sqlite_where=_MISSED),
    Index("ix_lot_line_missed_inventory", "inventory_key", sqlite_where=_MISSED),
    Index("ix_lot_line_missed_imei", "imei", sqlite_where=_MISSED),
)

stop = table(
    "stop",
    row_id(),
    words("kind"),
    ref("device_id", "device", nullable=True),
    Column("raised_at", UtcText, nullable=False),
    words("raised_by", nullable=True),
    Column("released_at", UtcText),
    words("released_by", nullable=True),
    # How it ended, a word by kind, and what was done.
    words("outcome", nullable=True),
    words("outcome_note", server_default=text("''")),
    CheckConstraint("(released_at IS NULL) = (released_by IS NULL)", name="release"),
    Index("ix_stop_open", "id", sqlite_where=text("released_at IS NULL")),
)
