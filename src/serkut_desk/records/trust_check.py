"""Holds keys, lists of revocations, words for keys and thefts of keys against the journal.

Who could enter a key of their own, or let one seal again that went out of use, would have papers of
theirs called the workshop's, also on the page that it gives to everybody.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.clock import to_text
from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_L, _V, _X = schema.revocation_list, schema.key_vouch, schema.key_theft
_S, _K = schema.seal, schema.seal_token
_J = schema.journal
_TAGS = (Tag.KEY_MADE, Tag.KEY_RETIRED, Tag.KEY_STOLEN, Tag.REVOCATIONS_SIGNED)
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)


_KEYS = select(
    _S.c.fingerprint, _S.c.retired_at, _K.c.module, _K.c.token, _K.c.key_label, _K.c.key_id
).outerjoin(_K, _K.c.fingerprint == _S.c.fingerprint)


def place_hash(module: str, token: str, key_label: str, key_id: str) -> str:
    """Return what the journal keeps of where a key lies: a path may hold a person's name."""
    return statement_hash(json.dumps([module, token, key_label, key_id]))


def statement_hash(statement: str) -> str:
    """Return what the journal keeps of a word for a key."""
    return sha256(statement.encode("utf-8")).hexdigest()


def check_trust(connection: Connection) -> tuple[Finding, ...]:
    """Return every key, list, word and theft that is gone, or that no entry bears out."""
    said: set[tuple[object, ...]] = set()
    thefts: dict[str, tuple[object, ...]] = {}
    keys = _Keys()
    for seq, tag, text in connection.execute(_ENTRIES):
        body = json.loads(text)
        keys.take(seq, tag, body)
        if tag == Tag.REVOCATIONS_SIGNED:
            said.add((seq, body["number"], body["sha256"], body["seal"], body["entries"]))
        elif tag == Tag.KEY_MADE and body.get("vouch"):
            said.add((seq, body["replaces"], body["fingerprint"], body["vouch"]))
        elif body.get("stolen_since"):
            # The newest counts: a theft may turn out to be older than was known.
            thefts[body["fingerprint"]] = (seq, body["fingerprint"], body["stolen_since"])
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
    numbers = sorted({int(str(one[0])) for one in (said | set(thefts.values())) ^ held})
    wrong = [*numbers, *keys.wrong(connection)]
    return tuple(Finding("records", seq, "key") for seq in dict.fromkeys(wrong))


@dataclass(slots=True)
class _Keys:
    """What the journal says of keys: where each was made, and which went out of use."""

    made: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    retired: set[str] = field(default_factory=set)

    def take(self, seq: int, tag: str, body: dict[str, Any]) -> None:
        """Remember what an entry says."""
        if tag == Tag.KEY_MADE:
            self.made[body["fingerprint"]] = (seq, body.get("place"))
            self.retired.add(body.get("replaces") or "")
        elif tag == Tag.KEY_RETIRED:
            self.retired.add(body["fingerprint"])

    def wrong(self, connection: Connection) -> Iterator[int | None]:
        """Yield the entry of each key of which the records say something else, None without one."""
        gone = dict(self.made)
        for row in connection.execute(_KEYS):
            seq, place = gone.pop(row.fingerprint, (None, None))
            token = (row.module, row.token, row.key_label, row.key_id)
            lies = None if row.module is None else place_hash(*token)
            retired = row.retired_at is not None
            if seq is None or lies != place or retired != (row.fingerprint in self.retired):
                yield seq
        yield from (seq for seq, _ in gone.values())
