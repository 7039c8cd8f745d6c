"""The handover and the device that somebody means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import finding

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.handovers import Handover
    from serkut_desk.records.unit_of_work import UnitOfWork

OPEN, COMPLETED, CANCELLED = "open", "completed", "cancelled"


def handover_of(work: UnitOfWork, text: str) -> Handover:
    """Return the handover with this code, open or not.

    Raises:
        Refused: `handover_unknown`.
    """
    own = parse_code(text)
    found = None
    if own is not None and own.kind is CodeKind.HANDOVER:
        found = work.handovers.by_code(str(own))
    if found is None:
        raise Refused("handover_unknown", handover=text)
    return found


def open_handover_of(work: UnitOfWork, text: str) -> Handover:
    """Return the basket with this code.

    Raises:
        Refused: `handover_unknown`, `handover_completed` or `handover_cancelled`.
    """
    found = handover_of(work, text)
    if found.state == COMPLETED:
        raise Refused("handover_completed", handover=found.code)
    if found.state == CANCELLED:
        raise Refused("handover_cancelled", handover=found.code)
    return found


def is_label(text: str) -> bool:
    """Tell whether a text is what a device's own label says: the whole code, not a short form."""
    own = parse_code(text)
    return own is not None and own.kind is CodeKind.DEVICE


def device_of(work: UnitOfWork, text: str) -> Device:
    """Return the one device that a code, serial, inventory number or IMEI names.

    Raises:
        Refused: `handover_device_unknown` or `handover_device_several`.
    """
    scan = finding.read(text)
    own = finding.own_code(scan)
    if own is not None and own.kind is CodeKind.DEVICE:
        by_code = work.devices.by_code(str(own))
        if by_code is None:
            raise Refused("handover_device_unknown", device=scan.value)
        return by_code
    for value in dict.fromkeys([text, scan.value, *(one.value for one in scan.candidates)]):
        found = work.devices.by_any(normal_serial(value), serial_key(value))
        here = [one for one in found if one.in_house] or found
        if len(here) == 1:
            return here[0]
        if here:
            raise Refused("handover_device_several", device=scan.value)
    raise Refused("handover_device_unknown", device=scan.value)


def make_of(device: Device) -> str:
    """Return manufacturer and model in words."""
    return f"{device.manufacturer} {device.model}".strip()
