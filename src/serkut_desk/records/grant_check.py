"""Holds what people were given, one by one, against the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_G, _J, _P = schema.person_grant, schema.journal, schema.person
_TAGS = (Tag.GRANT_GIVEN, Tag.GRANT_ENDED, Tag.PERSON_REMOVED, Tag.ROLE_CHANGED)
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_GRANTS = select(_P.c.code, _G.c.permission, _G.c.seq).join(_P, _P.c.id == _G.c.person_id)


def check_grants(connection: Connection) -> tuple[Finding, ...]:
    """Return every person who may something by the records that no entry gives, or otherwise."""
    given: dict[tuple[str, str], int] = {}
    for seq, tag, subject, body in connection.execute(_ENTRIES):
        said = json.loads(body)
        if tag == Tag.GRANT_GIVEN:
            given[subject, said["permission"]] = seq
        elif tag == Tag.GRANT_ENDED:
            given.pop((subject, said["permission"]), None)
        else:
            for word in said.get("grants_ended", ()):
                given.pop((subject, word), None)
    held = {(code, word): seq for code, word, seq in connection.execute(_GRANTS)}
    differ = {code for (code, _), _ in set(given.items()) ^ set(held.items())}
    return tuple(Finding("records", None, code) for code in sorted(differ))
