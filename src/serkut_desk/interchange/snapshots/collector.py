r"""Our own collector's list: the shell script `resources/collector/serkut-collect`.

Its form is in `resources/guide/en/snapshots.md`. All values are texts; bytes above 126 come as
`\u00XX` and are taken as UTF-8 where they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.snapshots import (
    Battery,
    Memory,
    Processor,
    Remarked,
    SnapshotDevice,
    SnapshotFormat,
    SnapshotRemark,
    Unread,
    UnreadStorage,
)
from serkut_desk.interchange.snapshots.addresses import address_of
from serkut_desk.interchange.snapshots.answers import answer_parts
from serkut_desk.interchange.snapshots.assemble import assemble
from serkut_desk.interchange.snapshots.kernel import controllers_of, drives_of
from serkut_desk.interchange.snapshots.parts import Part
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import Node, line, node, rows, whole

if TYPE_CHECKING:
    from serkut_desk.domain.snapshots import Snapshot

FORMAT = "serkut-collect"
VERSION = 1
SOURCE = "system"
_ON_BUS = re.compile(r"/devices/(?!virtual/)")
_NANO, _MICRO = 1_000_000_000, 1000


def is_collected(value: Any) -> bool:
    """Tell whether an object is a list of the collector."""
    return isinstance(value, dict) and value.get("format") == FORMAT


def read_collected(value: Node) -> Snapshot:
    """Return what the collector found.

    Raises:
        Refused: `snapshot_newer`, `snapshot_not_known`, `snapshot_no_machine`.
    """
    version = value.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Refused("snapshot_not_known")
    if version > VERSION:
        raise Refused("snapshot_newer", version=version, known=VERSION)
    value = _undone(value)
    return assemble(
        SnapshotFormat.COLLECTOR,
        (*answer_parts(value), _system(value)),
        software=f"{FORMAT} {line(value.get('release'))}".strip(),
        taken=line(value.get("taken")),
    )


def _undone(value: Any) -> Any:
    """Return the value with texts whose bytes are UTF-8 read as such."""
    if isinstance(value, dict):
        return {name: _undone(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_undone(one) for one in value]
    if isinstance(value, str) and not value.isascii():
        try:
            return value.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return value
    return value


def _system(value: Node) -> Part:
    """Return what the kernel itself knew: always there, and the only whole list of storage."""
    dmi = {name: line(one) for name, one in node(value, "dmi").items()}
    listed = isinstance(value.get("block"), list)
    block, pci = rows(value.get("block")), rows(value.get("pci"))
    nvme, hidden = controllers_of(pci, block)
    unread = [UnreadStorage(Unread.CONTROLLER, (("name", name),)) for name in hidden]
    if len(block) > reading_rules().limits.drives:
        unread.append(UnreadStorage(Unread.CUT))
    if value.get("root") != "yes":
        unread.append(UnreadStorage(Unread.NOT_ALLOWED))
    return Part(
        SOURCE,
        _device(dmi),
        dmi.get("chassis_type", ""),
        _processor(node(value, "cpu")),
        _memory(value),
        drives_of(block, pci),
        _batteries(rows(value.get("power"))),
        _addresses(rows(value.get("net"))),
        listed=listed,
        all_controllers=listed and bool(pci),
        nvme_controllers=nvme,
        virtual=node(value, "cpu").get("hypervisor") == "yes",
        unread=tuple(unread),
        remarks=tuple(
            Remarked(SnapshotRemark.TOOL_MISSING, (("part", name),))
            for one in _texts(value.get("missing"))
            if (name := line(one))
        ),
    )


def _device(dmi: dict[str, str]) -> SnapshotDevice:
    return SnapshotDevice(
        manufacturer=dmi.get("sys_vendor", ""),
        model=dmi.get("product_name", ""),
        version=dmi.get("product_version", ""),
        sku=dmi.get("product_sku", ""),
        serial=dmi.get("product_serial", "") or dmi.get("chassis_serial", ""),
        uuid=dmi.get("product_uuid", ""),
        board_manufacturer=dmi.get("board_vendor", ""),
        board_model=dmi.get("board_name", ""),
        board_serial=dmi.get("board_serial", ""),
        bios_version=dmi.get("bios_version", ""),
        bios_date=dmi.get("bios_date", ""),
    )


def _texts(value: Any) -> list[Any]:
    return value[:20] if isinstance(value, list) else []


def _processor(cpu: Node) -> Processor:
    count = whole(cpu.get("count"))
    model, threads = line(cpu.get("model")), whole(cpu.get("threads"))
    cores = whole(cpu.get("cores"))
    return Processor(model, cores, threads, count or 1)


def _memory(value: Node) -> Memory:
    kilobytes = whole(value.get("memory_kb"))
    return Memory(whole(kilobytes * 1024) if kilobytes else None)


def _addresses(net: list[Node]) -> tuple[str, ...]:
    """Return addresses of adapters that sit on a bus."""
    return tuple(
        found
        for one in net
        if _ON_BUS.match(line(one.get("path"))) and (found := address_of(line(one.get("address"))))
    )


def _batteries(power: list[Node]) -> tuple[Battery, ...]:
    return tuple(
        Battery(
            line(one.get("serial_number")),
            line(one.get("manufacturer")),
            line(one.get("model_name")),
            None,
            # Zero is what firmware says that does not count.
            whole(one.get("cycle_count")) or None,
            _energy(one, "_full_design"),
            _energy(one, "_full"),
        )
        for one in power
        if one.get("type") == "Battery" and one.get("scope") != "Device"
    )


def _energy(one: Node, name: str) -> int | None:
    """Return milliwatt hours, from microwatt hours or from microampere hours and microvolts."""
    energy = whole(one.get(f"energy{name}"))
    if energy:
        return round(energy / _MICRO)
    charge, volts = whole(one.get(f"charge{name}")), whole(one.get("voltage_min_design"))
    return round(charge * volts / _NANO) if charge and volts else None
