"""Understands one heading of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from serkut_desk.interchange.delivery_list import limits
from serkut_desk.interchange.delivery_list.vocabulary import (
    IDENTITIES,
    Field,
    compact,
    list_words,
    words,
)

EXACT = 4
"""Weight of a heading that is a known word as a whole."""

_PART, _STEM = 3, 1
_SPLIT = re.compile(r"[/|,;:+&()\[\]\\]")
_SLASHED = re.compile(r"\b([spi])\s*/\s*n\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What one heading was understood as."""

    field: Field | None
    people: bool
    weight: int  # how sure: exact words count more than a stem


def _parts(text: str) -> list[str]:
    joiners = list_words().joiners
    found = []
    for piece in _SPLIT.split(text):
        current: list[str] = []
        for word in words(piece).split():
            if word in joiners:
                found.append("".join(current))
                current = []
            else:
                current.append(word)
        found.append("".join(current))
    return [part for part in found if part]


def _combined(fields: set[Field]) -> Field | None:
    """Return what a column holds whose heading names several things."""
    if len(fields) == 1:
        return next(iter(fields))
    if Field.IDENTIFIER in fields or {Field.SERIAL, Field.IMEI} <= fields:
        return Field.IDENTIFIER
    if fields & IDENTITIES:
        named = fields & IDENTITIES
        return Field.SERIAL if Field.SERIAL in named else next(iter(sorted(named)))
    if fields <= {Field.PRODUCT, Field.TYPE, Field.MANUFACTURER, Field.MODEL}:
        return Field.PRODUCT
    return None


@lru_cache(maxsize=4096)
def understand(text: str) -> Heading | None:
    """Return what a heading says, None when it says nothing that we know.

    A heading about people wins over everything: its column is never kept.
    """
    if not text or len(text) > limits.MAX_HEADING:
        return None
    text = _SLASHED.sub(r"\1n", text)
    whole, parts = compact(text), _parts(text)
    return _about_people(whole, parts) or _about_devices(whole, parts)


def _about_people(whole: str, parts: list[str]) -> Heading | None:
    known = list_words()
    named = any(part in known.people_exact for part in (whole, *parts))
    if named or any(stem in whole for stem in known.people_stems):
        return Heading(None, people=True, weight=EXACT)
    return None


def _about_devices(whole: str, parts: list[str]) -> Heading | None:
    known = list_words()
    if whole in known.fields_exact:
        return Heading(known.fields_exact[whole], people=False, weight=EXACT)
    if whole in known.not_needed:
        return None
    exact = {known.fields_exact[part] for part in parts if part in known.fields_exact}
    stems = {field for stem, field in known.fields_stems if stem in whole}
    if exact and (field := _combined(exact | (stems & IDENTITIES))):
        return Heading(field, people=False, weight=_PART)
    if stems and (field := _combined(stems)):
        return Heading(field, people=False, weight=_STEM)
    return None
