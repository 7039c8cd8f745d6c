"""The place, the counting and the device that somebody means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import facts
from serkut_desk.stations.known_device import device_of

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place
    from serkut_desk.records.incidents import Incident
    from serkut_desk.records.stocktakes import Stocktake
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


def place_of(work: UnitOfWork, text: str) -> Place:
    """Return the place of a code or name.

    Raises:
        Refused: `place_unknown`.
    """
    own = parse_code(text)
    found = work.places.find(str(own) if own else text)
    if found is None:
        raise Refused("place_unknown", place=text)
    return found


def counting_of(work: UnitOfWork, text: str) -> tuple[Place, Stocktake]:
    """Return the counting of a place that is under way.

    Raises:
        Refused: `place_unknown` or `count_not_open`.
    """
    place = place_of(work, text)
    counting = work.stocktakes.open_at(place.id)
    if counting is None:
        raise Refused("count_not_open", place=place.name)
    return place, counting


def device_scanned(work: UnitOfWork, text: str) -> Device | None:
    """Return the device that a scan names, None when it names none or several."""
    own = parse_code(text)
    if own is not None:
        return work.devices.by_code(str(own)) if own.kind is CodeKind.DEVICE else None
    key = serial_key(text)
    found = work.devices.by_any(normal_serial(text), key) if key else []
    here = [one for one in found if one.in_house]
    return here[0] if len(here) == 1 else None


def missing_of(task: Task, code: str) -> tuple[Device, Incident]:
    """Return a device that is missing, and its incident.

    Raises:
        Refused: `device_unknown`, `not_missing`.
    """
    device = device_of(task.work, code)
    demand(Action.FIND, facts.gather(task.work, device, task.now).facts)
    incident = task.work.incidents.missing(device.id)
    assert incident is not None, "the lifecycle table derives the state from it"
    return device, incident
