"""The shipped guides for taking apart, every version of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.clock import local
from serkut_desk.domain.guide_reader import parse_guides
from serkut_desk.stations import modelling

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.dismantling import Guide, Guides
    from serkut_desk.records.unit_of_work import UnitOfWork

_FOLDER = "dismantling"


@cache
def every_version() -> tuple[Guides, ...]:
    """Return every version of the guides, the oldest first."""
    names = sorted(path.name for path in shipped.resource(_FOLDER).glob("*_guides.json"))
    return tuple(parse_guides(shipped.json_resource(_FOLDER, name)) for name in names)


def guides_at(now: datetime) -> Guides:
    """Return the guides that hold on the Finnish day of `now`."""
    day = local(now).date()
    begun = [one for one in every_version() if one.effective_from <= day]
    return max(begun or every_version()[:1], key=lambda one: one.version)


def guide_for(work: UnitOfWork, device: Device, now: datetime) -> Guide:
    """Return the guide by which a device is taken apart now: its model's, else its type's."""
    rules = guides_at(now)
    own = rules.guides.get(modelling.guide_of(work, device) or "")
    return own or rules.of_type(device.type)


def version(number: int) -> Guides:
    """Return a version by its number."""
    return next(one for one in every_version() if one.version == number)


def guide(key: str, number: int) -> Guide:
    """Return a guide as it was in a version: an old order shows what it was made with."""
    return version(number).guides[key]
