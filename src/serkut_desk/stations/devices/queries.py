"""What screens and the command line read about devices, places and stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.devices.card import card
from serkut_desk.stations.devices.card_model import DeviceCard
from serkut_desk.stations.finding import Found, FoundBy, find

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.people import Session
    from serkut_desk.domain.stops import StopKind
    from serkut_desk.stations.desk import Desk

__all__ = ["DeviceCard", "Found", "FoundBy", "card", "find", "open_stops", "places"]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place and how many devices lie there."""

    code: str
    name: str
    devices: int


@dataclass(frozen=True, slots=True)
class OpenStop:
    """A stop that nobody has released; `device` is a code, None when nobody said which."""

    id: int
    kind: StopKind
    device: str | None
    raised_at: datetime
    raised_by: str | None


def places(desk: Desk, session: Session | None) -> tuple[PlaceLine, ...]:
    """Return every place, by name."""
    with desk.reading(session, Permission.SEARCH) as work:
        counts = work.overview.count_at_places()
        return tuple(
            PlaceLine(place.code, place.name, counts.get(place.id, 0))
            for place in work.places.listed()
        )


def open_stops(desk: Desk) -> tuple[OpenStop, ...]:
    """Return the stops that hold; anybody may know, signed in or not."""
    with desk.database.reading() as work:
        return tuple(
            OpenStop(
                stop.id,
                stop.kind,
                None if stop.device_id is None else work.devices.by_id(stop.device_id).code,
                stop.raised_at,
                stop.raised_by,
            )
            for stop in work.stops.open_ones()
        )
