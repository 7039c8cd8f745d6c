"""Containers are opened, filled, sealed and weighed out; what is full leaves the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import arrivals
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.containers import queries
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    OpenContainer,
    OpenShipment,
    SealContainer,
    SendShipment,
    SetRecyclerCode,
    WeighOut,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Story

RECYCLER = "Esimerkin kierrätys Oy"
_SCALE, _SCALE_TOLERANCE_G = "Penkkivaaka", 2
_TARES_G = {
    "ferrous": 1850,
    "aluminium": 920,
    "copper_cables": 640,
    "circuit_boards": 780,
    "plastics": 1100,
    "displays": 1420,
    "power_supplies": 1350,
    "battery_lithium": 410,
    "battery_lithium_damaged": 2360,
    "battery_coin_lithium": 95,
    "other": 560,
    "data_media": 700,
}
# Smaller than the fraction's own: a box that fits on the bench, and one that goes every day.
_LIMITS_G = {"circuit_boards": 1100}
_LIMIT_DAYS = {"battery_lithium": 1}
_GONE = ("ferrous", "copper_cables")
_NEXT = "power_supplies"
_ONLY_SEALED = "aluminium"
_CODES = {"ferrous": "FE-1", "copper_cables": "CU-K", "power_supplies": "PSU-2"}


def on_scale(grams: int) -> Weighed:
    """Return what the bench scale says."""
    return Weighed(grams, Weighing.SCALE, _SCALE_TOLERANCE_G, _SCALE)


def prepare(crew: Crew, story: Story) -> None:
    """Open a container for each fraction that the week fills."""
    for fraction, tare in _TARES_G.items():
        crew.clock.later(seconds=40)
        opened = OpenContainer(
            fraction,
            on_scale(tare),
            place=arrivals.CONTAINERS,
            limit_g=_LIMITS_G.get(fraction),
            limit_days=_LIMIT_DAYS.get(fraction),
        )
        story.boxes[fraction] = crew.makes(opened, 1).container
    crew.told("boxes", containers=len(story.boxes))


def leave(crew: Crew, story: Story) -> None:
    """Seal what is full, weigh it out, and let a part of it go with its packing list."""
    for number, fraction in enumerate((*_GONE, _NEXT, _ONLY_SEALED), start=1):
        crew.makes(SealContainer(story.boxes[fraction], f"DEMO-{number:03d}"), 1)
    for fraction in (*_GONE, _NEXT):
        crew.clock.later(minutes=2)
        page = queries.page(crew.desk, crew.supervisor(), story.boxes[fraction])
        # The sum of many small weighings is never quite what the large scale says.
        gross = _TARES_G[fraction] + page.container.inside_g - 1
        crew.leads(WeighOut(story.boxes[fraction], on_scale(gross)))
    for fraction, code in _CODES.items():
        crew.leads(SetRecyclerCode(RECYCLER, fraction, code))
    first = _load(crew, story, _GONE, "ABC-123")
    crew.clock.later(minutes=15)
    sent = crew.leads(SendShipment(first, language=crew.told.language))
    _load(crew, story, (_NEXT,), "")
    crew.told("sent", number=sent.number, recycler=RECYCLER, containers=len(sent.containers))


def _load(crew: Crew, story: Story, fractions: Sequence[str], vehicle: str) -> int:
    """Put containers on a new shipment, and return its number."""
    shipment = crew.leads(OpenShipment(RECYCLER, vehicle)).shipment
    for fraction in fractions:
        crew.leads(AddToShipment(shipment, story.boxes[fraction]))
    return shipment
