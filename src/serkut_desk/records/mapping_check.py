"""Holds how suppliers' files are read against the journal: no meaning that nobody saved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J, _M = schema.journal, schema.supplier_mapping
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.actor, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([Tag.MAPPING_MADE.value, Tag.MAPPING_RETIRED.value]))
    .order_by(_J.c.seq)
)
_ROWS = select(_M.c.name_key, _M.c.version, _M.c.seq, _M.c.made_by, _M.c.document, _M.c.retired_at)


def check_mappings(connection: Connection) -> tuple[Finding, ...]:
    """Return every mapping whose versions, words or use differ from what the journal says."""
    said: dict[tuple[str, int], tuple[int, str, Any]] = {}
    used: dict[str, int] = {}
    for seq, tag, actor, subject, body in connection.execute(_ENTRIES):
        told = json.loads(body)
        key = subject.removeprefix("mapping ")
        if tag == Tag.MAPPING_MADE:
            said[key, told["version"]] = (seq, actor, told["mapping"])
            used[key] = told["version"]
        else:
            used.pop(key, None)
    held: dict[tuple[str, int], tuple[int, str, Any]] = {}
    in_use: set[tuple[str, int]] = set()
    for key, version, seq, maker, document, retired in connection.execute(_ROWS):
        held[key, version] = (seq, maker, document)
        in_use |= {(key, version)} if retired is None else set()
    wrong = {key for key, _ in said.keys() ^ held.keys()}
    wrong |= {
        key
        for key, version in said.keys() & held.keys()
        if said[key, version] != held[key, version]
    }
    wrong |= {key for key, _ in in_use ^ set(used.items())}
    return tuple(Finding("records", None, key) for key in sorted(wrong))
