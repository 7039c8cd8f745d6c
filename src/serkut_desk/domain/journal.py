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


def _field(text: str) -> bytes:
    raw = text.encode()
    return _LENGTH(len(raw)) + raw


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
    fields = (str(format), at, actor, workstation, tag, subject, body)
    inner = sha256(b"".join(map(_field, fields))).digest()
    return sha256(DOMAIN + _SEQ(seq) + bytes.fromhex(prev) + inner).hexdigest()


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
    head, count, last_at = start, 0, ""
    for entry in entries:
        why = _fault(entry, head, last_at)
        if why is not None:
            return Verified(count, head, entry.seq, why)
        head, last_at = Head(entry.seq, entry.hash), entry.at
        count += 1
    return Verified(count, head)


def _fault(entry: Entry, head: Head, last_at: str) -> str | None:
    seq, version, at, actor, workstation, tag, subject, body, prev, stated = entry
    if seq != head.seq + 1:
        return "gap"
    if prev != head.hash:
        return "link"
    fields = (str(version), at, actor, workstation, tag, subject, body)
    inner = sha256(b"".join(map(_field, fields))).digest()
    linked = sha256(DOMAIN + _SEQ(seq) + bytes.fromhex(prev) + inner)
    if linked.hexdigest() != stated:
        return "content"
    if at < last_at:
        return "order"
    return None
