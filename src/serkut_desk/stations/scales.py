"""The scale of each workstation: a setting of the house, and the shipped starting values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk import shipped
from serkut_desk.domain.weighing import SETTING, ScaleHere, ScaleProtocol, scale_from, scale_to

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.weighing import ScaleSettings
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk


def keyed_tolerance_g() -> int:
    """Return how far a weight typed by key may be off, in grams."""
    return int(shipped.json_resource("weighing", "scales.json")["keyed_tolerance_g"])


def line_of(protocol: ScaleProtocol) -> tuple[int, str]:
    """Return speed and frame that scales of a protocol have from the factory."""
    found = shipped.json_resource("weighing", "scales.json")["protocols"][protocol.value]
    return int(found["baud"]), str(found["frame"])


def scales_of(work: UnitOfWork) -> dict[str, ScaleSettings]:
    """Return the scale of every workstation that has one."""
    stored: dict[str, Any] = work.house.get(SETTING, {})
    return {name: scale_from(value) for name, value in stored.items()}


def keep_scales(work: UnitOfWork, scales: dict[str, ScaleSettings]) -> None:
    """Store the scale of every workstation."""
    work.house.put(SETTING, {name: scale_to(one) for name, one in scales.items()})


def scale_here(desk: Desk, session: Session | None) -> ScaleHere:
    """Return what this workstation weighs with."""
    with desk.reading(session) as work:
        name = desk.database.workstation
        return ScaleHere(scales_of(work).get(name), keyed_tolerance_g(), name)
