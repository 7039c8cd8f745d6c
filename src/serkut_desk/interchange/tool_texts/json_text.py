"""JSON that tools print, looked at with care: no trust in types, limits on depth and size."""

from __future__ import annotations

import json
import re
from typing import Any

from serkut_desk.domain.plain_text import plain_line

Node = dict[str, Any]
_BEGINS = re.compile(r"^[ \t]*\{", re.MULTILINE)
_DEEPEST = 30
_LARGEST = 2**60
_LONGEST = 200


def parsed(text: str) -> object | None:
    """Return what a text holds that is one JSON object, None for anything else.

    Words before and after it are left out: tools warn on the same screen.
    """
    start = _BEGINS.search(text)
    if start is None:
        return None
    try:
        value, _ = json.JSONDecoder(parse_constant=_no_number).raw_decode(text, start.end() - 1)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and value and _shallow(value) else None


def _no_number(word: str) -> object:
    raise ValueError(word)


def _shallow(value: object) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return True
    return False


def node(value: object) -> Node:
    """Return an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def objects(value: object) -> list[Node]:
    """Return the objects of a list; nothing of anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def line(value: object) -> str:
    """Return a text or number as one plain line of limited length, "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return plain_line(str(value)[: 2 * _LONGEST])[:_LONGEST].strip()


def number(value: object) -> int | None:
    """Return a whole number that is not negative, None for anything else."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 18:  # noqa: PLR2004 - digits of 2**60
        value = int(value)
    whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST
    return value if whole and isinstance(value, int) else None
