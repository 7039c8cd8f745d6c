r"""One JSON file looked at with care: strict about its form, no trust in what it holds.

All values are texts. Bytes above 126 come as `\u00XX`, one character a byte.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from serkut_desk.domain.plain_text import plain_line

Node = dict[str, Any]
# A texts of a log may be long; what is shown anywhere is one short line.
_LONGEST_LINE = 200
_LONGEST_TEXT = 8 * 1024 * 1024
_MOST = 200_000
_WHOLE = re.compile(r"[0-9]{1,18}")
_HASH = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})([+-]\d{4})")


# A drive read by the full plan fills about a fifth of it.
_LARGEST = 24 * 1024 * 1024


def parsed(data: bytes) -> Node | None:
    """Return the file's one object, None for anything else or a name that stands twice."""
    if len(data) > _LARGEST:
        return None
    try:
        value = json.loads(data.decode("ascii"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _once(pairs: list[tuple[str, Any]]) -> Node:
    made = dict(pairs)
    if len(made) != len(pairs):
        message = "a name stands twice"
        raise ValueError(message)
    return made


def _no_number(word: str) -> Any:
    raise ValueError(word)


def node(value: Any) -> Node:
    """Return an object, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def nodes(value: Any) -> list[Node]:
    """Return the objects of a list."""
    listed = value[:_MOST] if isinstance(value, list) else []
    return [one for one in listed if isinstance(one, dict)]


def raw(value: Any) -> bytes:
    """Return the bytes that a text stands for; none of anything else."""
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        return b""
    try:
        return value.encode("latin-1")
    except UnicodeError:
        return b""


def text(value: Any) -> str:
    """Return a text of several lines as it was printed."""
    return raw(value).decode("utf-8", "replace").replace("\r\n", "\n")


def line(value: Any) -> str:
    """Return a short plain text, "" for anything else."""
    return plain_line(text(value)[: 2 * _LONGEST_LINE])[:_LONGEST_LINE].strip()


def words(value: Any) -> tuple[str, ...]:
    """Return a list of short texts."""
    return tuple(line(one) for one in value[:100]) if isinstance(value, list) else ()


def whole(value: Any) -> int | None:
    """Return a number that is written as digits, None for anything else."""
    fits = isinstance(value, str) and _WHOLE.fullmatch(value)
    return int(value) if fits else None


def digest(value: Any) -> str:
    """Return a SHA-256 in hex, "" for anything else."""
    fits = isinstance(value, str) and _HASH.fullmatch(value)
    return value if fits else ""


def moment(value: Any) -> datetime | None:
    """Return the wall clock of the machine, as in all reports without its zone."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    try:
        return datetime.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def in_utc(value: Any) -> bool:
    """Tell whether a time says that the machine's clock runs in UTC."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    return found is not None and found[2] in {"+0000", "-0000"}
