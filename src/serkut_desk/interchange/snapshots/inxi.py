"""`inxi --output json`: sections of rows whose names carry a number before the word."""

from __future__ import annotations

import re
from typing import Any

from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.snapshots import (
    Battery,
    IgnoredBecause,
    Memory,
    MemoryModule,
    Processor,
    SnapshotDevice,
)
from serkut_desk.interchange.snapshots.addresses import address_of, is_local
from serkut_desk.interchange.snapshots.parts import Drive, Part
from serkut_desk.interchange.snapshots.paths import kind_by_name
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import Node, line, rows, whole

SOURCE = "inxi"
Row = list[tuple[str, str]]
_AMOUNT = re.compile(r"\s*([0-9]{1,9}(?:\.[0-9]{1,6})?) ?([KMGTP])(iB|B)")
_POWERS = {"K": 1, "M": 2, "G": 3, "T": 4, "P": 5}
_CONDITION = re.compile(r"([0-9.]{1,8})/([0-9.]{1,8}) Wh")
_TIME = re.compile(r"([0-9]{1,4})([ydh])")
_HOURS = {"y": 365 * 24, "d": 24, "h": 1}


def is_inxi(value: Any) -> bool:
    """Tell whether a value is what inxi writes: a list of objects with one numbered name each."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, dict) and all("#" in name for name in one) for one in value)
    )


def read_inxi(value: Any) -> Part:
    """Return what the sections say."""
    sections: dict[str, list[Row]] = {}
    for one in rows(value):
        for name, section in one.items():
            sections.setdefault(_word(name), []).extend(_row(each) for each in rows(section))
    drives = _drives(sections.get("Drives", []))
    return Part(
        SOURCE,
        _device(sections.get("Machine", [])),
        processor=_processor(sections.get("CPU", [])),
        memory=_memory(sections.get("Memory", [])),
        drives=drives,
        batteries=_batteries(sections.get("Battery", [])),
        addresses=tuple(
            found
            for row in sections.get("Network", [])
            if _get(row, "IF") and (found := address_of(_get(row, "mac"))) and not is_local(found)
        ),
        listed=bool(drives),
    )


def _word(name: str) -> str:
    return name.rpartition("#")[2]


def _row(one: Node) -> Row:
    """Return the values in the order of their numbers: one word may stand several times."""
    return [(_word(name), line(one[name])) for name in sorted(one)]


def _get(row: Row, word: str, after: str = "") -> str:
    """Return the first value of a word; `after`: the first that follows that word."""
    started = not after
    for name, value in row:
        if started and name == word:
            return value
        started = started or name == after
    return ""


def _device(section: list[Row]) -> SnapshotDevice:
    values = [pair for row in section for pair in row]
    before_chassis: Row = []
    for pair in values:
        if pair[0] in {"Chassis", "Mobo"}:
            break
        before_chassis.append(pair)
    return SnapshotDevice(
        manufacturer=_get(before_chassis, "System"),
        model=_get(before_chassis, "product"),
        version=_get(before_chassis, "v"),
        serial=_get(before_chassis, "serial"),
        chassis=_get(before_chassis, "Type"),
        board_manufacturer=_get(values, "Mobo"),
        board_model=_get(values, "model", "Mobo"),
        board_serial=_get(values, "serial", "Mobo"),
        bios_version=_get(values, "v", "UEFI") or _get(values, "v", "BIOS"),
        bios_date=_get(values, "date", "UEFI") or _get(values, "date", "BIOS"),
    )


def _processor(section: list[Row]) -> Processor:
    values = [pair for row in section for pair in row]
    cores, count = whole(_get(values, "cores", "Topology")), whole(_get(values, "cpus"))
    return Processor(
        _get(values, "model"), cores, whole(_get(values, "threads", "Topology")), count or 1
    )


def amount(text: str) -> int | None:
    """Return bytes from `238.47 GiB` or `500 GB`, None for anything else. As exact as the text."""
    found = _AMOUNT.match(text)
    if not found:
        return None
    base = 1024 if found.group(3) == "iB" else 1000
    return whole(float(found.group(1)) * base ** _POWERS[found.group(2)])


def _memory(section: list[Row]) -> Memory:
    modules = []
    for row in section:
        capacity = amount(_get(row, "size"))
        if _get(row, "Device") and capacity:
            modules.append(
                MemoryModule(
                    capacity,
                    _get(row, "type"),
                    whole(_get(row, "speed")),
                    _get(row, "manufacturer"),
                    _get(row, "part-no"),
                    _get(row, "serial"),
                )
            )
    slots = sum(whole(_get(row, "slots")) or 0 for row in section)
    kept = tuple(modules[: reading_rules().limits.modules])
    return Memory(sum(one.capacity for one in kept) or None, kept, slots or None)


def _batteries(section: list[Row]) -> tuple[Battery, ...]:
    found = []
    for row in section:
        if not _get(row, "ID").startswith(("BAT", "CMB")):
            continue
        said = _CONDITION.match(_get(row, "condition"))
        energies = [_mwh(one) for one in said.groups()] if said else [None, None]
        found.append(
            Battery(
                _get(row, "serial"),
                "",
                _get(row, "model"),
                None,
                whole(_get(row, "cycles")),
                energies[1],
                energies[0],
            )
        )
    return tuple(found)


def _mwh(text: str) -> int | None:
    try:
        return round(float(text) * 1000)
    except ValueError:
        return None


def _drives(section: list[Row]) -> tuple[Drive, ...]:
    drives: list[Drive] = []
    smart: dict[int, Row] = {}
    for row in section[: 3 * reading_rules().limits.drives]:
        if _get(row, "ID").startswith("/dev/"):
            drives.append(_drive(row))
        elif drives and _get(row, "SMART"):
            smart[len(drives) - 1] = row  # the health of the drive before
    return tuple(_with_health(one, smart.get(place)) for place, one in enumerate(drives))


def _drive(row: Row) -> Drive:
    path = _get(row, "ID")
    model = _get(row, "model")
    vendor = _get(row, "vendor")
    kind = _get(row, "type")
    return Drive(
        SOURCE,
        path,
        _get(row, "serial"),
        f"{vendor} {model}".strip() if not model.startswith(vendor) else model,
        _get(row, "rev"),
        amount(_get(row, "size")),
        kind_by_name(path) or _kind(kind, _get(row, "rpm")),
        ignored=IgnoredBecause.USB if kind == "USB" else None,
    )


def _kind(word: str, turns: str) -> MediumKind | None:
    """Return the kind; "HDD" alone is also said of drives that tell nothing, so it needs turns."""
    if word == "SSD":
        return MediumKind.SSD
    return MediumKind.HDD if word == "HDD" and whole(turns) else None


def _with_health(drive: Drive, row: Row | None) -> Drive:
    if row is None:
        return drive
    parts = _TIME.findall(_get(row, "on"))
    said = _get(row, "health")
    return Drive(
        drive.source,
        drive.path,
        drive.serial,
        drive.model,
        drive.firmware,
        drive.capacity,
        drive.kind,
        ignored=drive.ignored,
        passed={"PASSED": True, "FAILED": False}.get(said),
        hours=sum(int(number) * _HOURS[unit] for number, unit in parts) if parts else None,
    )
