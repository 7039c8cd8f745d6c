"""Puts together what a person says of a device, what was scanned and what the list says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.plain_text import plain_line
from serkut_desk.domain.scan import holds_secret
from serkut_desk.domain.scan.numbers import is_imei
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import modelling
from serkut_desk.stations.intake.matching import Identity
from serkut_desk.stations.rules import device_types

if TYPE_CHECKING:
    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.domain.lots import LotLine
    from serkut_desk.domain.scan import Sorted
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.intake.commands import ReceiveDevice

LONGEST = 120
_TYPED = ("serial", "inventory", "imei", "product", "manufacturer", "model")


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is known of the device, and where from.

    `from_list` names fields that only the list tells, `from_catalogue` those that only the model's
    place in the catalogue does, `differs` those in which the list says something else than the
    device.
    """

    type: DeviceType
    manufacturer: str
    model: str
    product: str
    serial: str
    inventory: str
    imei: str
    weight_g: int | None
    from_list: tuple[str, ...]
    differs: tuple[str, ...]
    from_catalogue: tuple[str, ...] = ()


def checked(command: ReceiveDevice) -> ReceiveDevice:
    """Return the command with its typed fields in normal form.

    Raises:
        Misused: `text_too_long`.
        Refused: `secret_not_kept` or `imei_form`.
    """
    for field in _TYPED:
        value = getattr(command, field)
        if holds_secret(value):
            raise Refused("secret_not_kept", field=field)
        if len(value) > LONGEST:
            raise Misused("text_too_long", field=field, longest=LONGEST)
    imei = "".join(mark for mark in command.imei if mark.isdigit())
    if command.imei and not is_imei(imei):
        raise Refused("imei_form", given=command.imei)
    return replace(
        command,
        serial=normal_serial(command.serial),
        inventory=normal_serial(command.inventory),
        imei=imei,
        product=normal_serial(command.product),
        manufacturer=plain_line(command.manufacturer),
        model=plain_line(command.model),
    )


def identity_of(command: ReceiveDevice, sort: Sorted) -> Identity:
    """Return the device's numbers: what was typed, else what was scanned.

    Raises:
        Refused: `scans_conflict`, `serial_unsure` or `scans_unsure`, with the candidates.
    """
    typed = {
        "scan.conflict.serial": command.serial,
        "scan.conflict.inventory": command.inventory,
        "scan.conflict.imei": command.imei,
        "scan.conflict.product": command.product,
        "scan.conflict.own": command.label,
    }
    open_conflicts = [note for note in sort.conflicts if not typed.get(note.code)]
    if open_conflicts:
        texts = ", ".join(dict.fromkeys(note.scan.value for note in open_conflicts))
        raise Refused("scans_conflict", candidates=texts)
    serial = command.serial or sort.serial or ""
    if not command.serial and serial and not sort.serial_sure and not command.sure:
        raise Refused("serial_unsure", candidate=serial)
    if not serial and sort.unsure and command.serial_reason is None:
        texts = ", ".join(dict.fromkeys(note.scan.value for note in sort.unsure))
        raise Refused("scans_unsure", candidates=texts)
    return Identity(
        serial=serial,
        inventory=command.inventory or sort.inventory or "",
        imei=command.imei or sort.imei or "",
        maker=command.manufacturer,
    )


def known_of(
    command: ReceiveDevice,
    sort: Sorted,
    identity: Identity,
    line: LotLine | None,
    model: ProductModel | None = None,
) -> Known:
    """Return everything that is known of a device; `model` is what the catalogue takes it for.

    Raises:
        Refused: `type_needed`, when neither a person nor the list says what it is.
    """
    listed = {
        "type": line.type if line else None,
        "manufacturer": line.manufacturer if line else "",
        "model": line.model if line else "",
        "serial": line.serial if line else "",
        "inventory": line.inventory if line else "",
        "imei": line.imei if line else "",
        "weight_g": line.weight_g if line else None,
    }
    seen = {
        "type": command.type.value if command.type else None,
        "manufacturer": command.manufacturer,
        "model": command.model,
        "serial": identity.serial,
        "inventory": identity.inventory,
        "imei": identity.imei,
        "weight_g": command.weight_g,
    }
    values = {name: seen[name] or listed[name] for name in seen}
    if _milder(command.type, line):
        # One person alone does not make of a computer on the list a thing without data (gate 1).
        values["type"] = listed["type"]
    values["manufacturer"] = values["manufacturer"] or sort.maker
    modelled = of_catalogue(model)
    taught = tuple(name for name, known in modelled.items() if known and not values[name])
    values |= {name: modelled[name] for name in taught}
    kind = values["type"] or (command.usual_type.value if command.usual_type else None)
    if kind is None:
        raise Refused("type_needed")
    return Known(
        type=DeviceType(str(kind)),
        manufacturer=str(values["manufacturer"] or ""),
        model=str(values["model"]),
        product=command.product or sort.product or "",
        serial=str(values["serial"]),
        inventory=str(values["inventory"]),
        imei=str(values["imei"]),
        weight_g=command.weight_g or (line.weight_g if line else None),
        from_list=tuple(name for name in seen if listed[name] and not seen[name]),
        differs=tuple(
            name
            for name in ("type", "serial", "inventory", "imei")
            if seen[name] and listed[name] and not _same(seen[name], listed[name])
        ),
        from_catalogue=taught,
    )


def model_of(
    work: UnitOfWork,
    command: ReceiveDevice,
    sort: Sorted,
    identity: Identity,
    line: LotLine | None,
) -> ProductModel | None:
    """Return what the catalogue takes a device for: by its numbers, or by its name."""
    return modelling.known_model(
        work,
        manufacturer=command.manufacturer
        or (line.manufacturer if line else "")
        or sort.maker
        or "",
        model=command.model or (line.model if line else ""),
        code=command.product or sort.product or "",
        imei=identity.imei,
    )


def of_catalogue(model: ProductModel | None) -> dict[str, str | None]:
    """Return what a model tells of a device of which nobody says it."""
    if model is None:
        return {}
    kind = modelling.believed_type(model)
    return {
        "type": None if kind is None else kind.value,
        "manufacturer": model.manufacturer,
        "model": model.model,
    }


def _milder(seen: DeviceType | None, line: LotLine | None) -> bool:
    """Tell whether a device seen is said to hold data less often than the list says."""
    if seen is None or line is None or line.type is None:
        return False
    types = device_types()
    return types[seen].bears_data.less_than(types[DeviceType(line.type)].bears_data)


def _same(one: object, other: object) -> bool:
    return serial_key(str(one)) == serial_key(str(other))
