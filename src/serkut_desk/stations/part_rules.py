"""The kinds of parts as shipped, and the part that somebody means."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.parts import PartTypes, fits, part_types
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork


@cache
def types() -> PartTypes:
    """Return the kinds of parts."""
    return part_types(shipped.json_resource("parts", "types.json"))


def key_of(device: Device) -> str:
    """Return the model key of a device, empty when its model is not known."""
    return types().model_key(device.manufacturer, device.model)


def part_of(work: UnitOfWork, text: str) -> Part:
    """Return the part with this code, or the only one with this serial.

    Raises:
        Refused: `part_unknown`.
    """
    own = parse_code(text)
    if own is not None:
        found = work.parts.by_code(str(own)) if own.kind is CodeKind.PART else None
    else:
        same = work.parts.by_serial(serial_key(text))
        found = same[0] if len(same) == 1 else None
    if found is None:
        raise Refused("part_unknown", part=text)
    return found


def fit_keys(work: UnitOfWork, part: Part) -> frozenset[str]:
    """Return the keys of the models that a part was said to fit."""
    return frozenset(one.model_key for one in work.parts.fits.of_part(part.id))


def fits_device(work: UnitOfWork, part: Part, device: Device) -> bool | None:
    """Tell whether a part fits a device's model; None when nobody said what it fits."""
    return fits(fit_keys(work, part), key_of(device))
