"""Certificates of lots and media, signed statements, lists of revocations, keys that vouch."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, text

from serkut_desk.records.schema.parts import one_of, ref, row_id, table, words
from serkut_desk.records.types import JsonText, UtcText

lot_certificate = table(
    "lot_certificate",
    row_id(),
    words("code", unique=True),
    ref("lot_id", "lot", index=True),
    Column("issued_at", UtcText, nullable=False),
    words("issued_by"),
    words("sha256", unique=True),
    words("language"),
    # What its appendix says of each device, as it was printed.
    Column("content", JsonText, nullable=False),
    Column("anchor_seq", Integer, nullable=False),
    words("anchor_hash"),
    words("seal"),
    words("state"),
    ref("superseded_by_id", "lot_certificate", nullable=True),
    words("reason", nullable=True),
    Column("ended_at", UtcText),
    Column("seq", Integer, nullable=False),
    one_of("state", "valid", "superseded", "revoked"),
    CheckConstraint("(state = 'valid') = (ended_at IS NULL)", name="ending"),
    CheckConstraint("(state = 'superseded') = (superseded_by_id IS NOT NULL)", name="successor"),
    Index("uq_lot_certificate_valid", "lot_id", unique=True, sqlite_where=text("state = 'valid'")),
)

# Which certificates a lot's one stands on.
lot_certificate_line = table(
    "lot_certificate_line",
    row_id(),
    ref("lot_certificate_id", "lot_certificate", index=True),
    ref("certificate_id", "certificate", index=True),
)

medium_certificate = table(
    "medium_certificate",
    row_id(),
    words("code", unique=True),
    ref("medium_id", "medium", index=True),
    ref("device_id", "device", index=True),
    ref("approval_id", "approval", nullable=True),
    Column("issued_at", UtcText, nullable=False),
    words("issued_by"),
    words("sha256", unique=True),
    words("language"),
    Column("policy_version", Integer, nullable=False),
    Column("anchor_seq", Integer, nullable=False),
    words("anchor_hash"),
    words("seal"),
    words("state"),
    ref("superseded_by_id", "medium_certificate", nullable=True),
    words("reason", nullable=True),
    Column("ended_at", UtcText),
    Column("seq", Integer, nullable=False),
    one_of("state", "valid", "superseded", "revoked"),
    CheckConstraint("(state = 'valid') = (ended_at IS NULL)", name="ending"),
    CheckConstraint("(state = 'superseded') = (superseded_by_id IS NOT NULL)", name="successor"),
    Index(
        "uq_medium_certificate_valid",
        "medium_id",
        unique=True,
        sqlite_where=text("state = 'valid'"),
    ),
)

# The signed text of a certificate's QR, for a certificate of any kind.
certificate_statement = table(
    "certificate_statement",
    words("code", primary_key=True),
    words("text"),
    words("seal"),
)

revocation_list = table(
    "revocation_list",
    Column("number", Integer, primary_key=True),
    Column("at", UtcText, nullable=False),
    words("by"),
    words("sha256"),
    words("seal"),
    Column("entries", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
)

# An older key signed that a newer one is the workshop's too.
key_vouch = table(
    "key_vouch",
    row_id(),
    words("old_seal", index=True),
    words("new_seal", index=True),
    words("statement"),
    Column("at", UtcText, nullable=False),
    words("by"),
    Column("seq", Integer, nullable=False),
    CheckConstraint("old_seal <> new_seal", name="two_keys"),
)

# A key that somebody else has or may have: nothing that it seals from that day on is believed.
key_theft = table(
    "key_theft",
    Column(
        "fingerprint", Text, ForeignKey("seal.fingerprint", ondelete="RESTRICT"), primary_key=True
    ),
    Column("since", UtcText, nullable=False),
    words("by"),
    Column("seq", Integer, nullable=False),
)

# A key that lies on a token: how it is found there.
seal_token = table(
    "seal_token",
    Column(
        "fingerprint", Text, ForeignKey("seal.fingerprint", ondelete="RESTRICT"), primary_key=True
    ),
    words("module"),
    words("token"),
    words("key_label"),
    words("key_id", server_default=text("''")),
)
