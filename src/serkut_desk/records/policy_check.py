"""Holds the workshop's own versions of the policy against the journal.

Who could edit a version's document could let an overwrite be enough for everything. Each entry
that makes a version names the SHA-256 of its document; entries from before that name its first
day and its reference.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.domain.journal import canonical
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_J, _P = schema.journal, schema.policy_version
_MADE = (Tag.POLICY_CHANGED.value, Tag.FLASH_DECIDED.value)
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.body)
    .where(_J.c.tag.in_((*_MADE, Tag.WORKSHOP_MADE.value)))
    .order_by(_J.c.seq)
)
_VERSIONS = select(_P).order_by(_P.c.version)


def document_digest(document: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a version's document, however it is spaced."""
    return sha256(canonical(document).encode("utf-8")).hexdigest()


def check_policies(connection: Connection) -> tuple[Finding, ...]:
    """Return every version without its entry, or that says something else than its entry."""
    told: dict[int, tuple[int, dict[str, Any]]] = {}
    first: dict[str, Any] = {}
    for entry in connection.execute(_ENTRIES):
        body = json.loads(entry.body)
        if entry.tag in _MADE:
            told[body["version"]] = (entry.seq, body)
        else:
            first = body
    found: list[Finding] = []
    versions = connection.execute(_VERSIONS).all()
    for at, row in enumerate(versions):
        seq, body = told.pop(row.version, (None, None))
        if body is None:
            # What was decided at the first start stands in the entry of the start.
            begun = at == 0 and first.get("flash", "undecided") != "undecided"
            same = begun and first.get("document") in {None, document_digest(row.document)}
        elif "document" in body:
            same = body["document"] == document_digest(row.document)
        else:
            since = row.effective_from.isoformat()
            same = (body["effective_from"], body["reference"]) == (since, row.reference)
        same &= row.document["effective_from"] == row.effective_from.isoformat()
        if not same or row.document["version"] != row.version:
            found.append(Finding("records", seq, f"policy {row.version}"))
    found += [Finding("records", seq, f"policy {version}") for version, (seq, _) in told.items()]
    return tuple(found)
