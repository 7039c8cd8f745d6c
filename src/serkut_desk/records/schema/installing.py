"""Installed operating systems: the images there are, what a model prefers, what was installed."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, UniqueConstraint, text

from serkut_desk.records.schema.parts import flag, ref, row_id, table, words
from serkut_desk.records.types import JsonText, UtcText

system_image = table(
    "system_image",
    row_id(),
    words("name"),
    words("name_key", unique=True),
    words("system"),
    words("version"),
    words("edition"),
    words("file_name"),
    words("sha256"),
    Column("added_at", UtcText, nullable=False),
    words("added_by"),
    Column("retired_at", UtcText),
    words("retired_by", nullable=True),
    CheckConstraint("length(sha256) = 64", name="digits"),
    CheckConstraint("(retired_at IS NULL) = (retired_by IS NULL)", name="retiring"),
)

image_preference = table(
    "image_preference",
    row_id(),
    words("manufacturer"),
    words("model"),
    words("model_key"),
    ref("image_id", "system_image"),
    UniqueConstraint("model_key"),
)

installation = table(
    "installation",
    row_id(),
    ref("device_id", "device", index=True),
    # Where it was installed; NULL when the device has its media soldered and undeclared.
    ref("medium_id", "medium", nullable=True, index=True),
    ref("image_id", "system_image", nullable=True),
    words("system"),
    words("version"),
    words("edition"),
    words("sha256", nullable=True),
    Column("tests", JsonText, nullable=False),
    Column("tests_version", Integer, nullable=False),
    *flag("passed"),
    words("note"),
    Column("installed_at", UtcText, nullable=False),
    words("installed_by"),
    Column("ended_at", UtcText),
    words("ended_reason", nullable=True),
    Column("seq", Integer, nullable=False),
    CheckConstraint("(ended_at IS NULL) = (ended_reason IS NULL)", name="ending"),
    Index(
        "uq_installation_in_force",
        "device_id",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
    ),
)
