"""Containers and what goes into them, as people make them at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_device
from serkut_desk.domain.events import Tag
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations import facts, filling
from serkut_desk.stations.containers.commands import (
    Fill,
    OpenContainer,
    SealContainer,
    WeighOut,
)
from serkut_desk.stations.parts.commands import AddPart

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.containers import FractionLine

TARE_G = 1200


def grams(value: int, tolerance: int = 2) -> Weighed:
    """Return a weight from the scale."""
    return Weighed(value, Weighing.SCALE, tolerance, "Penkki")


def container(
    workshop: Workshop,
    fraction: str = "circuit_boards",
    *,
    limit_g: int | None = None,
    limit_days: int | None = None,
    place: str | None = None,
) -> str:
    """Open a container as a maker does."""
    command = OpenContainer(
        fraction, grams(TARE_G), "", place, limit_g=limit_g, limit_days=limit_days
    )
    return workshop.desk.do(workshop.worker, command).container


def part(workshop: Workshop, weight: int | None = None, place: str | None = None) -> str:
    """Add a part to the stock."""
    added = AddPart("memory", "Osatukku Oy", weight_g=weight, place=place)
    return workshop.desk.do(workshop.worker, added).part.code


def fill(workshop: Workshop, into: str, weight: int = 500) -> str:
    """Put a new part of this weight into a container, and return the part's code."""
    code = part(workshop)
    workshop.desk.do(workshop.worker, Fill(into, code, grams(weight)))
    return code


def on_bench(workshop: Workshop, weight: int = 8430) -> Device:
    """Put a device on the bench of taking apart, straight through the records."""
    device = make_device(workshop, type="desktop")
    with workshop.desk.database.work(workshop.worker.person) as work:
        work.dismantlings.add(
            device_id=device.id,
            guide="desktop",
            guide_version=1,
            state="open",
            weight_in_g=weight,
            tolerance_g=5,
            started_at=work.journal.now(),
            started_by=workshop.worker.person,
            seq=work.journal.head().seq + 1,
        )
        facts.refresh(work, device.id, work.journal.now())
        work.journal.append(Tag.DISMANTLING_STARTED, device.code, device=device.code)
        work.commit()
    return device


def sealed(workshop: Workshop, code: str, gross: int | None = None) -> None:
    """Seal a container, and weigh it out when `gross` is told."""
    workshop.desk.do(workshop.worker, SealContainer(code, "S-1"))
    if gross is not None:
        workshop.desk.do(workshop.first, WeighOut(code, grams(gross)))


def lines(workshop: Workshop, code: str) -> list[FractionLine]:
    """Return what stands in a container."""
    with workshop.desk.database.reading() as work:
        row = filling.container_of(work, code)
        return work.containers.lines.standing(row.id)
