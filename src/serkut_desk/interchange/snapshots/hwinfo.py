"""The text of `hwinfo`, inside older Workbench files: another view of storage and controllers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.snapshots import IgnoredBecause, Unread, UnreadStorage
from serkut_desk.interchange.snapshots.kernel import OPEN_DRIVERS, ignored_by_place
from serkut_desk.interchange.snapshots.parts import Drive, Part
from serkut_desk.interchange.snapshots.paths import kind_by_name
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import line, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "hwinfo"
Block = dict[str, str]
_HEAD = re.compile(r"\d{1,4}: .{1,40}: ([0-9a-f]{4,5}) ")
_BYTES = re.compile(r"\((\d{1,16}) bytes\)")
_NVME, _RAID = "0108", "0104"


def is_hwinfo(text: str) -> bool:
    """Tell whether a text is one that hwinfo writes."""
    return "Hardware Class: " in text


def read_hwinfo(text: str) -> Part:
    """Return the drives and the controllers that may hide some."""
    blocks = list(_blocks(text))
    disks = [one for one in blocks if one.get("Hardware Class") in {"disk", "cdrom", "floppy"}]
    storage = [one for one in blocks if one.get("Hardware Class") == "storage"]
    drives = tuple(_drive(one) for one in disks[: reading_rules().limits.drives])
    return Part(
        SOURCE,
        drives=drives,
        listed=bool(drives),
        nvme_controllers=tuple(_name(one) for one in storage if one["class"] == _NVME),
        unread=tuple(
            UnreadStorage(Unread.CONTROLLER, (("name", _name(one)),))
            for one in storage
            if one["class"] == _RAID and _first(one.get("Driver", "")) not in OPEN_DRIVERS
        ),
    )


def _blocks(text: str) -> Iterator[Block]:
    """Yield the values of each thing, with the number of its class."""
    block: Block | None = None
    for row in text.splitlines():
        if not row.startswith(" "):
            if block:
                yield block
            head = _HEAD.match(row)
            block = {"class": head.group(1)} if head else None
        elif block is not None:
            name, colon, value = row.strip().partition(": ")
            if colon:
                block.setdefault(name, value)
    if block:
        yield block


def _first(quoted: str) -> str:
    """Return the first of the texts in quotation marks, or the text up to a blank."""
    found = re.match(r'(?:\w+ 0x\w+ )?"([^"]*)"', quoted)
    return line(found.group(1)) if found else line(quoted.partition(" ")[0])


def _name(one: Block) -> str:
    return _first(one.get("Model", ""))


def _drive(one: Block) -> Drive:
    path = _first(one.get("Device File", ""))
    where = one.get("SysFS Device Link", "") + "/"
    size = _BYTES.search(one.get("Capacity", ""))
    ignored = ignored_by_place(where, _name(one))
    if one.get("Hardware Class") == "cdrom":
        ignored = IgnoredBecause.OPTICAL
    return Drive(
        SOURCE,
        path,
        _first(one.get("Serial ID", "")),
        _name(one),
        _first(one.get("Revision", "")),
        whole(size.group(1)) if size else None,
        kind_by_name(path),
        ignored=ignored,
    )
