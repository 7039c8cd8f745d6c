"""Finds devices, media, runs and people by what somebody typed or scanned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lifecycle import demand
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import facts

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.lifecycle import Action
    from serkut_desk.domain.people import Person
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.handling import Task

# A number that the records can hold.
_NUMBER = re.compile(r"#[0-9]{1,15}")


def device(work: UnitOfWork, text: str) -> Device:
    """Return the one device that a text names.

    Raises:
        Refused: `device_unknown` or `device_ambiguous`.
    """
    own = parse_code(text)
    if own is not None and own.kind is CodeKind.DEVICE:
        by_code = work.devices.by_code(str(own))
        if by_code is None:
            raise Refused("wiping_device_unknown", device=text)
        return by_code
    found = work.devices.by_any(normal_serial(text), serial_key(text))
    here = [one for one in found if one.in_house] or found
    if len(here) == 1:
        return here[0]
    raise Refused("wiping_device_several" if here else "wiping_device_unknown", device=text)


def medium(work: UnitOfWork, text: str) -> StorageMedium:
    """Return the one medium that a text names: `#7`, an LV code or a serial.

    Raises:
        Refused: `medium_unknown` or `medium_several`.
    """
    plain = text.strip()
    if _NUMBER.fullmatch(plain):
        by_number = work.media.find(int(plain[1:]))
        if by_number is not None:
            return by_number
        raise Refused("medium_unknown", medium=plain)
    own = parse_code(plain)
    if own is not None and own.kind is CodeKind.MEDIUM:
        by_code = work.media.by_code(str(own))
        if by_code is not None:
            return by_code
        raise Refused("medium_unknown", medium=plain)
    key = serial_key(plain)
    found = work.media.by_serial(key) if key else []
    if len(found) == 1:
        return found[0]
    raise Refused("medium_several" if found else "medium_unknown", medium=plain)


def run(work: UnitOfWork, number: int) -> SanitisationRun:
    """Return the run with a number.

    Raises:
        Refused: `run_unknown`.
    """
    found = work.runs.by_id(number)
    if found is None:
        raise Refused("run_unknown", run=number)
    return found


def person(work: UnitOfWork, badge: str) -> Person:
    """Return the active person of a badge.

    Raises:
        Misused: `badge_not_active`.
    """
    own = parse_code(badge)
    found = work.people.by_code(str(own) if own else badge.strip())
    if found is None or not found.active:
        raise Misused("badge_not_active", badge=badge)
    return found


def demanded(task: Task, found: Device, action: Action) -> Gathered:
    """Return a device with its facts if an action may be done with it.

    Raises:
        Refused: What is missing.
    """
    gathered = facts.gather(task.work, found, task.now)
    demand(action, gathered.facts)
    return gathered
