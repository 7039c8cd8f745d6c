"""Puts together what several tools say of the machine itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.serials import serial_key
from serkut_desk.domain.snapshots import (
    Battery,
    Memory,
    MemoryModule,
    Processor,
    Remarked,
    SnapshotDevice,
    SnapshotRemark,
)
from serkut_desk.interchange.snapshots.addresses import address_of, is_local
from serkut_desk.interchange.snapshots.rules import reading_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from serkut_desk.domain.device_types import DeviceType
    from serkut_desk.interchange.snapshots.clean import Cleaner
    from serkut_desk.interchange.snapshots.parts import Part

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAMES = (
    "manufacturer",
    "model",
    "version",
    "sku",
    "chassis",
    "board_manufacturer",
    "board_model",
    "bios_version",
    "bios_date",
)
_SERIALS = ("serial", "board_serial", "uuid", "imei")
_SHORTEST_MODEL = 4
_MOST_PER_MILLE = 2000


def device_of(parts: Sequence[Part], clean: Cleaner) -> tuple[SnapshotDevice, list[Remarked]]:
    """Return the machine: of each value the first that is one, in the order of the parts."""
    values: dict[str, str] = {}
    remarks: list[Remarked] = []
    for field in (*_NAMES, *_SERIALS):
        pick = clean.name if field in _NAMES else clean.serial
        said = [got for part in parts if (got := pick(field, getattr(part.device, field)))]
        values[field] = said[0] if said else ""
        if field == "serial":
            keys = {serial_key(one) for one in said}
            remarks += [
                Remarked(
                    SnapshotRemark.DIFFERENT,
                    (("field", field), ("kept", said[0]), ("dropped", other)),
                )
                for other in dict.fromkeys(said)
                if len(keys) > 1 and serial_key(other) != serial_key(said[0])
            ]
    uuid = values.pop("uuid").lower()
    device = SnapshotDevice(**values, type=_type(parts), uuid=uuid if _UUID.fullmatch(uuid) else "")
    return _model_in_version(device), remarks


def _type(parts: Sequence[Part]) -> DeviceType | None:
    """Return the kind: the chassis tells more than what a tool made of it."""
    rules = reading_rules()
    for part in parts:
        word = part.device.chassis.strip().lower()
        kind = rules.chassis.get(word) or rules.smbios_chassis.get(part.chassis_number)
        if kind is not None:
            return kind
    return next((part.device.type for part in parts if part.device.type), None)


def _model_in_version(device: SnapshotDevice) -> SnapshotDevice:
    """Return the device with its model's name, where the maker puts its number in that place."""
    rules = reading_rules()
    if not rules.model_in_version.fullmatch(device.manufacturer):
        return device
    name = device.version
    if len(name) < _SHORTEST_MODEL or not any(mark.isalpha() for mark in name):
        return device
    first, _, rest = name.partition(" ")
    if rules.model_in_version.fullmatch(first) and rest:
        name = rest
    return replace(device, model=name, sku=device.model or device.sku)


def is_virtual(parts: Iterable[Part]) -> bool:
    """Tell whether any tool names a virtual machine."""
    rules = reading_rules()
    return any(
        part.virtual
        or rules.virtual_makers.fullmatch(part.device.manufacturer)
        or rules.virtual_models.fullmatch(part.device.model)
        or rules.virtual_chassis.fullmatch(part.device.chassis)
        for part in parts
    )


def processor_of(parts: Sequence[Part], clean: Cleaner) -> Processor:
    """Return the first processor that has a name, with counts that another tool may know."""
    found = [
        replace(part.processor, model=model)
        for part in parts
        if (model := clean.name("processor", part.processor.model))
    ]
    if not found:
        return Processor()
    cores = next((one.cores for one in found if one.cores), None)
    threads = next((one.threads for one in found if one.threads), None)
    return replace(found[0], cores=cores, threads=threads)


def memory_of(parts: Sequence[Part], clean: Cleaner) -> Memory:
    """Return the memory as the first tool that names modules says, else the first total."""
    memories = [part.memory for part in parts]
    chosen = next((one for one in memories if one.modules), None)
    if chosen is None:
        return next((one for one in memories if one.total), Memory())
    return replace(chosen, modules=tuple(_module(one, clean) for one in chosen.modules))


def _module(one: MemoryModule, clean: Cleaner) -> MemoryModule:
    return replace(
        one,
        kind=clean.name("memory", one.kind),
        manufacturer=clean.name("memory", one.manufacturer),
        part=clean.name("memory", one.part),
        serial=clean.serial("memory", one.serial),
    )


def batteries_of(parts: Sequence[Part], clean: Cleaner) -> tuple[Battery, ...]:
    """Return the batteries of the first tool that knows any, with the health counted."""
    for part in parts:
        made = [_battery(one, clean) for one in part.batteries[: reading_rules().limits.batteries]]
        if told := [one for one in made if one != Battery()]:
            return tuple(told)
    return ()


def _battery(one: Battery, clean: Cleaner) -> Battery:
    health = None
    if one.design_mwh and one.full_mwh is not None:
        counted = round(1000 * one.full_mwh / one.design_mwh)
        health = counted if counted <= _MOST_PER_MILLE else None
    return replace(
        one,
        serial=clean.drive_serial("battery", one.serial),
        manufacturer=clean.name("battery", one.manufacturer),
        model=clean.name("battery", one.model),
        health=health,
    )


def addresses_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """Return the adapters' own addresses, and one that stood where the serial should."""
    found: dict[str, None] = {}
    for part in parts:
        for text in (*part.addresses, part.device.serial):
            address = address_of(text)
            if address and not is_local(address):
                found.setdefault(address)
    return tuple(found)[: reading_rules().limits.addresses]
