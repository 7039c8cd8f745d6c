"""JSON of others, looked at with care: limits first, then one value at a time by its kind.

Nothing here trusts a type: a text where an object should be is an empty object.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.plain_text import plain_line
from serkut_desk.interchange.snapshots.rules import reading_rules

Node = dict[str, Any]

# No number that a machine tells of itself is larger: bytes, hours, hertz.
_LARGEST = 2**50
_NUMBER = re.compile(r"\s*([0-9]{1,18}(?:\.[0-9]{1,9})?)")


def parsed(text: str) -> Any:
    """Return what a JSON text holds.

    Raises:
        Refused: `snapshot_cut_off` when it ends too early, `snapshot_broken` when it is no JSON,
            `snapshot_too_deep`, `snapshot_twice` when one name stands twice in an object.
    """
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as wrong:
        if not text[wrong.pos :].strip() or wrong.msg.startswith("Unterminated"):
            raise Refused("snapshot_cut_off", line=wrong.lineno) from None
        raise Refused("snapshot_broken", line=wrong.lineno) from None
    except RecursionError:
        raise Refused("snapshot_too_deep", limit=reading_rules().limits.depth) from None
    except ValueError:  # a number with thousands of digits
        raise Refused("snapshot_broken", line=1) from None
    _demand_shallow(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> Node:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise Refused("snapshot_twice", name=line(name)[:40])
            seen.add(name)
    return made


def _no_number(word: str) -> Any:
    raise ValueError(word)


def _demand_shallow(value: Any) -> None:
    limit = reading_rules().limits.depth
    level = [value]
    for _ in range(limit):
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return
    raise Refused("snapshot_too_deep", limit=limit)


def node(value: Any, *names: str) -> Node:
    """Return the object at the end of a path of names; an empty one where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def rows(value: Any) -> list[Node]:
    """Return the objects of a list; of an object itself; nothing of anything else."""
    if isinstance(value, dict):
        return [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def line(value: Any) -> str:
    """Return a text or number as one plain line of limited length; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    limit = reading_rules().limits.text
    if isinstance(value, str) and value.isascii() and value.isprintable():
        return " ".join(value[: 2 * limit].split())[:limit].rstrip()  # as nearly all of them are
    return plain_line(str(value)[: 2 * limit])[:limit].rstrip()


def whole(value: Any) -> int | None:
    """Return a number that is not negative, from a number or the digits a text begins with."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        found = _NUMBER.match(value)
        value = (
            float(found.group(1))
            if found and "." in found.group(1)
            else found and int(found.group(1))
        )
    if isinstance(value, float):
        value = round(value) if math.isfinite(value) else None
    return value if isinstance(value, int) and 0 <= value <= _LARGEST else None


def truth(value: Any) -> bool | None:
    """Return a truth value, None for anything else."""
    return value if isinstance(value, bool) else None
