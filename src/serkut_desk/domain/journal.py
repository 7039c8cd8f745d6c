"""The journal's entries and the chain of their hashes; the guide specifies it byte by byte.

`hash = SHA-256(DOMAIN || seq as 8 bytes || prev (32 bytes) || SHA-256(header || body))`, where
header and body are `format, at, actor, workstation, tag, subject, body` in this order, each as its
length in UTF-8 (4 bytes) and its UTF-8. Numbers are big-endian. `prev` of the first entry is zeros.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMAT = 1
DOMAIN = b"serkut-desk.journal.v1\0"
FIRST_PREVIOUS = "0" * 64

_LENGTH = struct.Struct(">I").pack
_SEQ = struct.Struct(">Q").pack


def canonical(body: Mapping[str, object]) -> str:
    """Return the exact text of a body that is stored and hashed: sorted keys, no spaces."""
    return json.dumps(
        body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


class Entry(NamedTuple):
    """One line of the audit trail, as stored.

    A tuple, and no dataclass as elsewhere: a whole journal of them is made at every check.

    `at` is text as written by `clock.to_text`; `prev` and `hash` are 64 lower-case hex digits.
    """

    seq: int
    format: int
    at: str
    actor: str
    workstation: str
    tag: str
    subject: str
    body: str
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry, to which papers anchor."""

    seq: int
    hash: str


START = Head(0, FIRST_PREVIOUS)


def entry_hash(
    *,
    seq: int,
    prev: str,
    format: int,  # noqa: A002 - the column's name
    at: str,
    actor: str,
    workstation: str,
    tag: str,
    subject: str,
    body: str,
) -> str:
    """Return the hash of an entry as 64 lower-case hex digits."""
    return _hash(seq, prev, (str(format), at, actor, workstation, tag, subject, body))


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a chain found; `first_bad` and `why` are None when it is whole."""

    entries: int
    head: Head
    first_bad: int | None = None
    why: str | None = None

    @property
    def ok(self) -> bool:
        """Whether every entry is where and what it was."""
        return self.first_bad is None


def verify(entries: Iterable[Entry], start: Head = START) -> Verified:
    """Check a run of entries that follows `start`.

    `why` is a code: `gap` (a number is missing), `link` (does not name the one before),
    `content` (what it says is not what was hashed), `order` (older than the one before).
    """
    # Plain names, no `Head` and no call for each entry: a whole journal passes here at every check.
    count, last_seq, last_hash, last_at = 0, start.seq, start.hash, ""
    for seq, version, at, actor, workstation, tag, subject, body, prev, stated in entries:
        if seq != last_seq + 1:
            why = "gap"
        elif prev != last_hash:
            why = "link"
        elif stated != _hash(seq, prev, (str(version), at, actor, workstation, tag, subject, body)):
            why = "content"
        elif at < last_at:
            why = "order"
        else:
            count, last_seq, last_hash, last_at = count + 1, seq, stated, at
            continue
        return Verified(count, Head(last_seq, last_hash), seq, why)
    return Verified(count, Head(last_seq, last_hash))


def _hash(seq: int, prev: str, fields: Iterable[str]) -> str:
    parts: list[bytes] = []
    for text in fields:
        raw = text.encode()
        parts += _LENGTH(len(raw)), raw
    inner = sha256(b"".join(parts)).digest()
    return sha256(b"".join((DOMAIN, _SEQ(seq), bytes.fromhex(prev), inner))).hexdigest()
