"""The kinds of stop as the house deals with them on a day."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.clock import local
from serkut_desk.domain.price_list import held_on
from serkut_desk.domain.stops import parse_stop_rules

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.stops import StopRules


@cache
def _lists() -> tuple[StopRules, ...]:
    names = sorted(path.name for path in shipped.resource("stops").glob("*_stops.json"))
    return tuple(parse_stop_rules(shipped.json_resource("stops", name)) for name in names)


def rules_at(now: datetime) -> StopRules:
    """Return the rules of the Finnish day of `now`."""
    return held_on(local(now).date(), _lists())
