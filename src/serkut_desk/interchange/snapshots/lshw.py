"""`lshw -json`: a tree of what the system that ran had."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.snapshots import (
    IgnoredBecause,
    Lock,
    Memory,
    MemoryModule,
    Processor,
    SnapshotDevice,
    Unread,
    UnreadStorage,
)
from serkut_desk.interchange.snapshots.addresses import address_of
from serkut_desk.interchange.snapshots.parts import Drive, Part
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import Node, line, node, rows, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "lshw"
_WITH_SKU = re.compile(r"(.+) \(([^ ()]+)\)")  # "ProBook 450 G2 (F5R46AV)"
_RAID_DRIVERS_THAT_SHOW = frozenset({"ahci", "vmd"})


def is_lshw(value: Any) -> bool:
    """Tell whether an object is the root that lshw writes."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("id"), str)
        and value.get("class") == "system"
        and ("children" in value or "product" in value or "vendor" in value)
    )


def read_lshw(root: Node) -> Part:
    """Return what the tree says."""
    config = node(root, "configuration")
    places = [(one, above) for one, above in _walk(root, ())]
    nodes = [one for one, _ in places]
    found = (drive for one, above in places for drive in _drive(one, above))
    drives = tuple(islice(found, reading_rules().limits.drives))
    controllers = [one for one in nodes if line(one.get("class")) == "storage"]
    return Part(
        SOURCE,
        _device(root, nodes),
        processor=_processor(nodes),
        memory=_memory(places),
        drives=drives,
        addresses=_addresses(places),
        locks=_locks(config),
        listed=bool(drives),
        nvme_controllers=tuple(_name(one) for one in controllers if _is_nvme(one)),
        unread=tuple(
            UnreadStorage(Unread.CONTROLLER, (("name", _name(one)),))
            for one in controllers
            if _hides(one)
        ),
    )


def _walk(one: Node, above: tuple[Node, ...]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    yield one, above
    for child in rows(one.get("children")):
        yield from _walk(child, (*above, one))


def _name(one: Node) -> str:
    return line(one.get("product")) or line(one.get("description")) or line(one.get("id"))


def _device(root: Node, nodes: list[Node]) -> SnapshotDevice:
    config = node(root, "configuration")
    board = next((one for one in nodes if line(one.get("id")) == "core"), {})
    bios = next((one for one in nodes if line(one.get("id")) == "firmware"), {})
    sku = line(config.get("sku"))
    model = line(root.get("product"))
    if found := _WITH_SKU.fullmatch(model):
        model, sku = found.group(1), sku or found.group(2)
    return SnapshotDevice(
        manufacturer=line(root.get("vendor")),
        model=model,
        version=line(root.get("version")),
        sku=sku,
        serial=line(root.get("serial")),
        uuid=line(config.get("uuid")),
        chassis=line(config.get("chassis")) or line(root.get("description")),
        board_manufacturer=line(board.get("vendor")),
        board_model=line(board.get("product")),
        board_serial=line(board.get("serial")),
        bios_version=line(bios.get("version")),
        bios_date=line(bios.get("date")),
    )


def _locks(config: Node) -> tuple[Lock, ...]:
    said = (("administrator_password", Lock.SETUP), ("power-on_password", Lock.POWER_ON))
    return tuple(lock for name, lock in said if config.get(name) == "enabled")


def _processor(nodes: list[Node]) -> Processor:
    found = [
        one
        for one in nodes
        if line(one.get("class")) == "processor"
        and line(one.get("id")).partition(":")[0] == "cpu"
        and not one.get("disabled")
    ]
    if not found:
        return Processor()
    config = node(found[0], "configuration")
    return Processor(
        line(found[0].get("product")),
        whole(config.get("cores")),
        whole(config.get("threads")),
        len(found),
    )


def _memory(places: list[tuple[Node, tuple[Node, ...]]]) -> Memory:
    total = 0
    modules, slots = [], 0
    for one, above in places:
        word = line(one.get("id")).partition(":")[0]
        if line(one.get("class")) != "memory":
            continue
        if word == "memory" and len(above) <= 2:  # noqa: PLR2004 - under the machine or its board
            total += whole(one.get("size")) or 0
        if word == "bank":
            slots += 1
            capacity = whole(one.get("size"))
            if capacity:
                modules.append(_module(one, capacity))
    kept = tuple(modules[: reading_rules().limits.modules])
    return Memory(whole(total) or sum(one.capacity for one in kept) or None, kept, slots or None)


def _module(one: Node, capacity: int) -> MemoryModule:
    words = line(one.get("description")).split()
    hertz = whole(one.get("clock"))
    return MemoryModule(
        capacity,
        next((word for word in words if "DDR" in word), ""),
        round(hertz / 1_000_000) if hertz else None,
        line(one.get("vendor")),
        line(one.get("product")),
        line(one.get("serial")),
    )


def _addresses(places: list[tuple[Node, tuple[Node, ...]]]) -> tuple[str, ...]:
    """Return addresses of adapters on a bus; bridges and the like have no bus."""
    found = (
        address_of(line(one.get("serial")))
        for one, _ in places
        if line(one.get("class")) == "network" and line(one.get("businfo"))
    )
    return tuple(one for one in found if one)


def _is_nvme(one: Node) -> bool:
    words = f"{line(one.get('id'))} {line(one.get('description'))}".lower()
    return "nvme" in words or "non-volatile memory" in words


def _hides(one: Node) -> bool:
    words = f"{line(one.get('id'))} {line(one.get('description'))}".lower()
    driver = line(node(one, "configuration").get("driver"))
    return "raid" in words and driver not in _RAID_DRIVERS_THAT_SHOW


def _paths(one: Node) -> list[str]:
    said = one.get("logicalname")
    names = said if isinstance(said, list) else [said]
    return [name for name in map(line, names) if name.startswith("/dev/")]


def _drive(one: Node, above: tuple[Node, ...]) -> Iterator[Drive]:
    kind = line(one.get("class"))
    parent = above[-1] if above else {}
    word = line(one.get("id")).partition(":")[0]
    if word == "medium" and line(parent.get("class")) == "disk":
        return  # what lies in the drive above
    paths = _paths(one)
    is_nvme = kind == "storage" and _is_nvme(one)
    mmc = line(one.get("businfo")).startswith("mmc@")
    if kind == "disk" and _is_nvme(parent) and line(parent.get("class")) == "storage":
        return  # a part of the drive above, which is told with it
    if is_nvme and not (paths or line(one.get("serial"))):
        return  # a controller that shows nothing; counted elsewhere
    if not (is_nvme or (kind == "disk") or (mmc and paths)):
        return
    sizes = [one, *rows(one.get("children"))] if is_nvme else [one]
    yield Drive(
        SOURCE,
        next((path for path in paths if "/dev/sr" in path), paths[0] if paths else ""),
        line(one.get("serial")),
        line(one.get("product")),
        line(one.get("version")),
        next((size for each in sizes if (size := whole(each.get("size")))), None),
        MediumKind.NVME if is_nvme else None,
        ignored=_ignored(one, (*above, one), word),
    )


def _ignored(one: Node, chain: tuple[Node, ...], word: str) -> IgnoredBecause | None:
    if word == "cdrom":
        return IgnoredBecause.OPTICAL
    name = f"{line(one.get('vendor'))} {line(one.get('product'))}"
    on_usb = any(line(each.get("businfo")).startswith("usb@") for each in chain)
    if on_usb and reading_rules().card_readers.search(name):
        return IgnoredBecause.CARD_READER
    return IgnoredBecause.USB if on_usb else None
