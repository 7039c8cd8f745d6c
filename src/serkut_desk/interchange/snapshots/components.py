"""Workbench 11 and 12, phones and forms: a device and its components, already read by others."""

from __future__ import annotations

import re
from typing import Any

from stdnum import imei as imei_number

from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.snapshots import (
    IgnoredBecause,
    Memory,
    MemoryModule,
    Processor,
    SnapshotDevice,
)
from serkut_desk.interchange.snapshots.addresses import address_of
from serkut_desk.interchange.snapshots.parts import Drive, Part
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import Node, line, node, rows, truth, whole

SOURCE = "workbench"
_DRIVES = frozenset({"HardDrive", "SolidStateDrive", "DataStorage"})
_NUMBER = re.compile(r"\s*([0-9]{1,12}(?:\.[0-9]{1,16})?)")
_MEGA, _MEBI, _SECTOR = 1_000_000, 2**20, 512
_NEAR = 0.006


def read_components(value: Node) -> Part:
    """Return what the file says; it leaves out what its program did not understand.

    So its drives are never all: `listed` stays false.
    """
    device = node(value, "device")
    components = rows(value.get("components"))
    board = next((one for one in components if one.get("type") == "Motherboard"), {})
    kind = line(device.get("type"))
    chassis = line(device.get("chassis"))
    return Part(
        SOURCE,
        SnapshotDevice(
            reading_rules().chassis.get(kind.lower()),
            line(device.get("manufacturer")),
            line(device.get("model")),
            line(device.get("version")),
            line(device.get("sku")),
            line(device.get("serialNumber")),
            line(device.get("system_uuid")),
            chassis or kind,
            line(board.get("manufacturer")),
            line(board.get("model")),
            line(board.get("serialNumber")),
            line(board.get("version")),
            line(board.get("biosDate")),
            _imei(device.get("imei")),
        ),
        processor=_processor(components),
        memory=_memory(components),
        drives=tuple(_drive(one) for one in components if one.get("type") in _DRIVES),
        addresses=tuple(
            found
            for one in components
            if one.get("type") == "NetworkAdapter"
            and (found := address_of(line(one.get("serialNumber"))))
        ),
    )


def _imei(value: Any) -> str:
    """Return an IMEI with a right check digit; a longer form has the software's version last."""
    digits = "".join(mark for mark in line(value) if mark.isdigit())[:15]
    return digits if len(digits) == 15 and imei_number.is_valid(digits) else ""  # noqa: PLR2004 - digits of an IMEI


def _processor(components: list[Node]) -> Processor:
    found = [one for one in components if one.get("type") == "Processor"]
    if not found:
        return Processor()
    first = found[0]
    cores, threads = whole(first.get("cores")), whole(first.get("threads"))
    return Processor(line(first.get("model")), cores, threads, len(found))


def _memory(components: list[Node]) -> Memory:
    modules = tuple(
        MemoryModule(
            size,
            line(one.get("interface")),
            whole(one.get("speed")),
            line(one.get("manufacturer")),
            line(one.get("model")),
            line(one.get("serialNumber")),
        )
        for one in components
        if one.get("type") == "RamModule" and (size := _mebibytes(one.get("size")))
    )
    slots = [whole(one.get("ramSlots")) for one in components if one.get("type") == "Motherboard"]
    kept = modules[: reading_rules().limits.modules]
    total = sum(one.capacity for one in kept) or None
    return Memory(total, kept, slots[0] if slots else None)


def _mebibytes(value: Any) -> int | None:
    said = whole(value)
    return whole(said * _MEBI) if said else None


def _drive(one: Node) -> Drive:
    interface = line(one.get("interface")).upper()
    test = next(
        (act for act in rows(one.get("actions")) if act.get("type") == "TestDataStorage"), {}
    )
    return Drive(
        SOURCE,
        "",
        line(one.get("serialNumber")),
        line(one.get("model")),
        line(one.get("variant")),
        megabytes(one.get("size")),
        _kind(line(one.get("type")), interface),
        ignored=IgnoredBecause.USB if interface == "USB" else None,
        passed=truth(test.get("assessment")),
        hours=whole(test.get("lifetime")),
        reallocated=whole(test.get("reallocatedSectorCount")),
        pending=whole(test.get("currentPendingSectorCount")),
    )


def _kind(word: str, interface: str) -> MediumKind | None:
    """Return the kind; `HardDrive` is what the program wrote when it did not know, too."""
    if interface in {"NVME", "PCI"}:
        return MediumKind.NVME
    return MediumKind.SSD if word == "SolidStateDrive" else None


def megabytes(value: Any) -> int | None:
    """Return bytes from a size in megabytes, which some versions counted by 1024.

    Which one it was, is told by whole sectors, else by the capacities that drives are sold with.
    """
    found = _NUMBER.match(line(value))
    if not found or whole(float(found.group(1)) * _MEBI) is None:
        return None
    said = float(found.group(1))
    exact = round(said * _MEGA)
    if said != int(said) and exact % _SECTOR == 0:
        return exact
    return exact if _usual(exact) or not _usual(said * _MEBI) else round(said * _MEBI)


def _usual(size: float) -> bool:
    return any(
        0 <= size / (1000 * _MEGA) / gigabytes - 1 < _NEAR
        for gigabytes in reading_rules().usual_gigabytes
    )
