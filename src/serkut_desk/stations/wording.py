"""Short texts that people type, made tidy before they are kept."""

from __future__ import annotations

from serkut_desk.domain.errors import Misused

LONGEST = 200


def short_text(text: str, field: str, longest: int = LONGEST) -> str:
    """Return a short text without needless spaces.

    Raises:
        Misused: `text_missing` or `text_too_long`.
    """
    plain = " ".join(text.split())
    if not plain:
        raise Misused("text_missing", field=field)
    if len(plain) > longest:
        raise Misused("text_too_long", field=field, longest=longest)
    return plain
