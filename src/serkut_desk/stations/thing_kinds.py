"""The shipped kinds of things."""

from __future__ import annotations

from functools import cache

from serkut_desk import shipped
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.things import ThingKind, kinds_from


@cache
def thing_kinds() -> tuple[ThingKind, ...]:
    """Return every kind, in the order in which they are offered."""
    return kinds_from(shipped.json_resource("intake", "things.json"))


def kind_of(key: str) -> ThingKind:
    """Return the kind of a word.

    Raises:
        Misused: `thing_unknown`.
    """
    for kind in thing_kinds():
        if kind.key == key:
            return kind
    raise Misused("thing_unknown", kind=key[:40], known=", ".join(one.key for one in thing_kinds()))
