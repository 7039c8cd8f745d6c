"""The waste codes and fractions as they are shipped, for every station that asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.waste import WasteList, waste_list

if TYPE_CHECKING:
    from serkut_desk.domain.waste import Fraction


@cache
def shipped_list() -> WasteList:
    """Return the list of codes and fractions."""
    return waste_list(
        shipped.json_resource("waste", "codes.json"),
        shipped.json_resource("waste", "fractions.json"),
    )


def fraction_of(key: str) -> Fraction:
    """Return a fraction by its key.

    Raises:
        Refused: `fraction_unknown`.
    """
    found = shipped_list().fractions.get(key.strip().lower())
    if found is None:
        raise Refused("fraction_unknown", fraction=key)
    return found
