"""What may be written over what was written of a device, and in which form.

Shared by those who correct a device by hand and those who take over what the machine said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdnum import imei as imei_number
from stdnum.exceptions import ValidationError

from serkut_desk.domain.data_state import NONE_INSIDE_PERSONS
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.scan import holds_secret
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import rules
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork

LONGEST_FIELD = 80
_NAMES = frozenset({"manufacturer", "model", "inventory"})


def kept_form(given: Mapping[str, str]) -> dict[str, str]:
    """Return fields of a device in the form in which they are kept; an empty one forgets.

    Args:
        given: By name: type, manufacturer, model, inventory, serial, imei.

    Raises:
        Misused: `imei_wrong` or `text_too_long`.
        Refused: `correction_is_secret`.
    """
    return {name: _kept(name, text) for name, text in given.items()}


def _kept(name: str, text: str) -> str:
    if name == "imei":
        return _imei(text)
    if name == "serial":
        text = normal_serial(text)
    if (name == "serial" or name in _NAMES) and holds_secret(text):
        raise Refused("correction_is_secret", field=name)
    if name == "type":
        return DeviceType(text).value
    return short_text(text, name, LONGEST_FIELD) if text.strip() else ""


def _imei(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return str(imei_number.validate(text))
    except ValidationError as problem:
        raise Misused("imei_wrong", imei=text) from problem


def demand_fits(work: UnitOfWork, device: Device, after: Mapping[str, str]) -> None:
    """Do nothing when these fields may be written over those of a device.

    Raises:
        Refused: `serial_in_house`: another device of the maker in the house carries the serial.
            `correction_needs_none`: one person alone makes of a device one that holds data less
            often (gate 1).
    """
    key = serial_key(after.get("serial", device.serial))
    maker = name_key(after.get("manufacturer", device.manufacturer))
    for other in work.devices.by_serial(key):
        same = other.in_house and other.id != device.id and other.manufacturer_key == maker
        if same:
            raise Refused("serial_in_house", serial=other.serial, device=other.code)
    types = rules.device_types()
    now = types[DeviceType(device.type)].bears_data
    wanted = types[DeviceType(after.get("type", device.type))].bears_data
    said = work.media.none_confirmed_by(device.id)
    if wanted.less_than(now) and said < NONE_INSIDE_PERSONS:
        raise Refused("correction_needs_none", device=device.code)


def with_keys(after: Mapping[str, str]) -> dict[str, str | None]:
    """Return fields to write, with what is compared for those that change."""
    values: dict[str, str | None] = dict(after)
    if "manufacturer" in after:
        values["manufacturer_key"] = name_key(after["manufacturer"])
    if "serial" in after:
        values["serial_key"] = serial_key(after["serial"])
    if after.get("serial"):
        values["serial_reason"] = None
    if "inventory" in after:
        values["inventory_key"] = serial_key(after["inventory"])
    return values
