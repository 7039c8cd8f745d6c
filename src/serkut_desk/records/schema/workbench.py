"""Repair: work orders, their steps, work done elsewhere, electrical safety tests."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, text

from serkut_desk.records.schema.parts import flag, one_of, ref, row_id, table, words
from serkut_desk.records.types import DayText, JsonText, UtcText

work_order = table(
    "work_order",
    row_id(),
    words("code", unique=True),
    ref("device_id", "device", index=True),
    words("state"),
    # Which list of fault types the fault is from, and its number there.
    words("fault_list"),
    Column("fault", Integer, nullable=False),
    words("problem"),
    words("diagnosis", server_default=text("''")),
    Column("minutes", Integer, nullable=False, server_default=text("0")),
    # Who has it in hand now; nobody while it waits.
    words("holder", nullable=True),
    Column("opened_at", UtcText, nullable=False),
    words("opened_by"),
    Column("closed_at", UtcText),
    words("closed_by", nullable=True),
    words("outcome", nullable=True),
    words("barrier", nullable=True),
    words("outcome_note", server_default=text("''")),
    Column("seq", Integer, nullable=False),
    one_of("state", "waiting", "in_work", "waiting_part", "outside", "to_test", "done"),
    one_of("outcome", "fixed", "no_fault", "beyond_repair", "cancelled"),
    CheckConstraint("minutes >= 0", name="minutes"),
    CheckConstraint(
        "(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL)"
        " AND (closed_at IS NULL) = (state <> 'done')",
        name="closing",
    ),
    Index("uq_work_order_open", "device_id", unique=True, sqlite_where=text("closed_at IS NULL")),
    Index("ix_work_order_state", "state", "id"),
)

work_step = table(
    "work_step",
    row_id(),
    ref("order_id", "work_order", index=True),
    words("kind"),
    # A kind of work that needs its own permission, such as taking out a battery.
    words("task", nullable=True),
    words("note"),
    Column("minutes", Integer, nullable=False, server_default=text("0")),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("undone_at", UtcText),
    words("undone_by", nullable=True),
    Column("seq", Integer, nullable=False),
    CheckConstraint("minutes >= 0", name="minutes"),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undoing"),
)

outside_repair = table(
    "outside_repair",
    row_id(),
    ref("order_id", "work_order", index=True),
    ref("organisation_id", "organisation"),
    # The device itself went out, or only a part of it.
    words("sent"),
    words("sent_note"),
    Column("sent_at", UtcText, nullable=False),
    words("sent_by"),
    words("came_note", nullable=True),
    Column("cost_cents", Integer),
    Column("came_at", UtcText),
    words("came_by", nullable=True),
    one_of("sent", "device", "part"),
    CheckConstraint("cost_cents IS NULL OR cost_cents >= 0", name="cost"),
    CheckConstraint("(came_at IS NULL) = (came_by IS NULL)", name="coming"),
    Index("uq_outside_repair_open", "order_id", unique=True, sqlite_where=text("came_at IS NULL")),
)

safety_test = table(
    "safety_test",
    row_id(),
    ref("device_id", "device", index=True),
    ref("order_id", "work_order", nullable=True, index=True),
    # What was measured: the device, or only its power supply outside.
    words("subject"),
    Column("protection_class", Integer, nullable=False),
    Column("limits_version", Integer, nullable=False),
    Column("measurements", JsonText, nullable=False),
    words("instrument"),
    Column("calibration_due", DayText, nullable=False),
    *flag("passed"),
    words("note"),
    Column("tested_at", UtcText, nullable=False),
    words("tested_by"),
    Column("seq", Integer, nullable=False),
    one_of("subject", "device", "power_supply"),
    CheckConstraint("protection_class IN (1, 2, 3)", name="protection_class"),
)
