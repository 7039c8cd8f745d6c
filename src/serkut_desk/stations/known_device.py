"""The device that somebody means, in whatever way its code was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork


def device_of(work: UnitOfWork, code: str) -> Device:
    """Return the device with this code.

    Raises:
        Refused: `device_unknown`.
    """
    own = parse_code(code)
    device = work.devices.by_code(str(own)) if own and own.kind is CodeKind.DEVICE else None
    if device is None:
        raise Refused("device_unknown", device=code)
    return device
