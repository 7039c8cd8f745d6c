"""Contents of papers as JSON and back: exactly what was issued, for copies years later."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from serkut_desk.domain.clock import to_text

Kind = TypeVar("Kind")

# The names that `domain/papers.py` uses in annotations only.
_NAMES = {"date": date, "datetime": datetime}


def dump(value: Any) -> Any:
    """Return a content, or a part of it, as what JSON can hold."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: dump(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [dump(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return value


def digest(name: str, kind: str, issued_at: datetime, language: str, frozen: Any) -> str:
    """Return the SHA-256 of all that a copy is drawn from, for the paper's journal entry.

    Args:
        name: The paper's number, `KU-17`.
        kind: What it is.
        issued_at: When.
        language: Of the paper.
        frozen: What the records keep of it, as JSON.
    """
    drawn = [name, kind, to_text(issued_at), language, frozen]
    text = json.dumps(drawn, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def load(kind: type[Kind], data: Any) -> Kind:
    """Return the content that `dump` wrote.

    A field that an older paper does not have gets its default.

    Raises:
        TypeError: A field without a default is missing, or one is not known.
    """
    hints = _hints(kind)  # type: ignore[arg-type] # every class is hashable
    return kind(**{name: _value(hints[name], part) for name, part in data.items()})


@lru_cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind, localns=_NAMES)


def _value(hint: Any, part: Any) -> Any:
    if isinstance(hint, UnionType):
        if part is None:
            return None
        (hint,) = (one for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return tuple(_value(item, one) for one in part)
    if is_dataclass(hint):
        return load(hint, part)  # type: ignore[arg-type] # a dataclass' type, not one of its objects
    if issubclass(hint, date):
        return hint.fromisoformat(part)
    return hint(part) if issubclass(hint, StrEnum) else part
