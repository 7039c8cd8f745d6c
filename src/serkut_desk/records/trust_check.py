"""Holds lists of revocations, words for keys and thefts of keys against the journal."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.clock import to_text
from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_L, _V, _X = schema.revocation_list, schema.key_vouch, schema.key_theft
_J = schema.journal
_TAGS = (Tag.KEY_MADE, Tag.KEY_RETIRED, Tag.KEY_STOLEN, Tag.REVOCATIONS_SIGNED)
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)


def statement_hash(statement: str) -> str:
    """Return what the journal keeps of a word for a key."""
    return sha256(statement.encode("utf-8")).hexdigest()


def check_trust(connection: Connection) -> tuple[Finding, ...]:
    """Return every list, word and theft that differs from its entry, or has none, or is gone."""
    said: set[tuple[object, ...]] = set()
    for seq, tag, text in connection.execute(_ENTRIES):
        body = json.loads(text)
        if tag == Tag.REVOCATIONS_SIGNED:
            said.add((seq, body["number"], body["sha256"], body["seal"], body["entries"]))
        elif tag == Tag.KEY_MADE and body.get("vouch"):
            said.add((seq, body["replaces"], body["fingerprint"], body["vouch"]))
        elif body.get("stolen_since"):
            said.add((seq, body["fingerprint"], body["stolen_since"]))
    held: set[tuple[object, ...]] = {
        (row.seq, row.number, row.sha256, row.seal, row.entries)
        for row in connection.execute(select(_L))
    }
    held |= {
        (row.seq, row.old_seal, row.new_seal, statement_hash(row.statement))
        for row in connection.execute(select(_V))
    }
    held |= {
        (row.seq, row.fingerprint, to_text(row.since)) for row in connection.execute(select(_X))
    }
    numbers = sorted({int(str(one[0])) for one in said ^ held})
    return tuple(Finding("records", seq, "key") for seq in numbers)
