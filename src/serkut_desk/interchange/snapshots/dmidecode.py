"""The text of `dmidecode`: what the firmware says of the machine."""

from __future__ import annotations

import re

from serkut_desk.domain.snapshots import (
    Lock,
    Memory,
    MemoryModule,
    Processor,
    SnapshotDevice,
)
from serkut_desk.interchange.snapshots.parts import Part
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import line, whole

SOURCE = "dmidecode"
Block = dict[str, str]
_TITLES = frozenset(
    {
        "BIOS Information",
        "System Information",
        "Base Board Information",
        "Chassis Information",
        "Processor Information",
        "Physical Memory Array",
        "Memory Device",
        "Hardware Security",
    }
)
_UNITS = {"kB": 2**10, "KB": 2**10, "MB": 2**20, "GB": 2**30, "TB": 2**40, "bytes": 1}
_SIZE = re.compile(r"([0-9]{1,9}) (bytes|[kKMGT]B)")


def is_dmidecode(text: str) -> bool:
    """Tell whether a text is one that dmidecode writes."""
    head = text[:4000]
    return "# dmidecode" in head or ("DMI type " in head and "Handle 0x" in head)


def read_dmidecode(text: str) -> Part:
    """Return what the firmware says; it knows no storage."""
    blocks = _blocks(text)
    system = _first(blocks, "System Information")
    board = _first(blocks, "Base Board Information")
    bios = _first(blocks, "BIOS Information")
    chassis = _first(blocks, "Chassis Information")
    device = SnapshotDevice(
        manufacturer=system.get("Manufacturer", ""),
        model=system.get("Product Name", ""),
        version=system.get("Version", ""),
        sku=system.get("SKU Number", ""),
        serial=system.get("Serial Number", "") or chassis.get("Serial Number", ""),
        uuid=system.get("UUID", ""),
        chassis=chassis.get("Type", ""),
        board_manufacturer=board.get("Manufacturer", ""),
        board_model=board.get("Product Name", ""),
        board_serial=board.get("Serial Number", ""),
        bios_version=bios.get("Version", ""),
        bios_date=bios.get("Release Date", ""),
    )
    return Part(
        SOURCE,
        device,
        processor=_processor(blocks),
        memory=_memory(blocks),
        locks=_locks(_first(blocks, "Hardware Security")),
    )


def _blocks(text: str) -> list[tuple[str, Block]]:
    """Return the titled blocks that matter, with their values of the first level."""
    blocks: list[tuple[str, Block]] = []
    inside = False
    for row in text.splitlines():
        if not row.startswith("\t"):
            inside = row.strip() in _TITLES
            if inside:
                blocks.append((row.strip(), {}))
        elif inside and not row.startswith("\t\t"):
            name, colon, value = row.strip().partition(":")
            if colon:
                blocks[-1][1].setdefault(name, line(value))
    return blocks


def _all(blocks: list[tuple[str, Block]], title: str) -> list[Block]:
    return [block for name, block in blocks if name == title]


def _first(blocks: list[tuple[str, Block]], title: str) -> Block:
    return next(iter(_all(blocks, title)), {})


def _processor(blocks: list[tuple[str, Block]]) -> Processor:
    placed = [
        one
        for one in _all(blocks, "Processor Information")
        if "Unpopulated" not in one.get("Status", "")
    ]
    if not placed:
        return Processor()
    first = placed[0]
    return Processor(
        first.get("Version", ""),
        whole(first.get("Core Count")),
        whole(first.get("Thread Count")),
        len(placed),
    )


def size_of(text: str) -> int | None:
    """Return bytes from `8 GB`, `8192 MB`; None for `No Module Installed` and the like."""
    found = _SIZE.match(text)
    return whole(int(found.group(1)) * _UNITS[found.group(2)]) if found else None


def _memory(blocks: list[tuple[str, Block]]) -> Memory:
    modules = []
    devices = _all(blocks, "Memory Device")
    for one in devices:
        capacity = size_of(one.get("Size", ""))
        if capacity and one.get("Type") != "Flash":
            modules.append(
                MemoryModule(
                    capacity,
                    one.get("Type", ""),
                    whole(one.get("Speed")),
                    one.get("Manufacturer", ""),
                    one.get("Part Number", ""),
                    one.get("Serial Number", ""),
                )
            )
    kept = tuple(modules[: reading_rules().limits.modules])
    return Memory(sum(one.capacity for one in kept) or None, kept, len(devices) or None)


def _locks(security: Block) -> tuple[Lock, ...]:
    said = (
        ("Administrator Password Status", Lock.SETUP),
        ("Power-On Password Status", Lock.POWER_ON),
    )
    return tuple(lock for name, lock in said if security.get(name) == "Enabled")
