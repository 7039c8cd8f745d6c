"""Storage and controllers as the Linux kernel lists them under `/sys`."""

from __future__ import annotations

import re

from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.snapshots import IgnoredBecause
from serkut_desk.interchange.snapshots.parts import Drive
from serkut_desk.interchange.snapshots.paths import kind_by_name, name_of
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import Node, line, whole

SOURCE = "system"
_SECTOR = 512  # the kernel counts in these, whatever the drive's own are
_MASS_STORAGE = re.compile(r"0x01(?P<kind>[0-9a-f]{2})[0-9a-f]{2}")
_MOST_CONTROLLERS = 1000
_NVME, _RAID, _UFS_CLASS = "08", "04", "09"
_NEVER_DISKS = frozenset({"02"})  # floppy
# They show their drives as they are.
OPEN_DRIVERS = frozenset({"ahci", "vmd", "ata_piix", "nvme"})
_USB = re.compile(r"/usb\d+/")
_ATA = re.compile(r"/ata\d+/")
_UFS = re.compile(r"ufshc")


def drives_of(block: list[Node], pci: list[Node]) -> tuple[Drive, ...]:
    """Return the storage that `/sys/block` lists."""
    ufs = tuple(f"/{line(one.get('slot'))}/" for one in pci if _class_of(one) == _UFS_CLASS)
    return tuple(
        _drive(one, ufs)
        for one in block[: reading_rules().limits.drives]
        if not _part_of_emmc(line(one.get("name")))
    )


def _class_of(one: Node) -> str:
    """Return which kind of mass storage a controller is for, "" when for none."""
    found = _MASS_STORAGE.fullmatch(line(one.get("class")).lower())
    return found.group("kind") if found else ""


def _part_of_emmc(name: str) -> bool:
    return name.startswith("mmcblk") and name_of(name) != name


def _drive(one: Node, ufs: tuple[str, ...]) -> Drive:
    name, where = line(one.get("name")), line(one.get("path"))
    model, vendor = line(one.get("model")), line(one.get("vendor"))
    sectors = whole(one.get("sectors"))
    # Buses that name no maker put their own name or a number there.
    bus = vendor in {"", "ATA", "NVMe"} or vendor.startswith("0x")
    named = model if bus else f"{vendor} {model}"
    return Drive(
        SOURCE,
        f"/dev/{name}",
        line(one.get("serial")),
        named.strip(),
        line(one.get("firmware")),
        None if sectors is None else whole(sectors * _SECTOR),
        MediumKind.UFS if any(slot in where for slot in ufs) else _kind(name, where, one),
        ignored=_ignored(name, where, f"{vendor} {model}", line(one.get("type"))),
    )


def _kind(name: str, where: str, one: Node) -> MediumKind | None:
    """Return the kind. That it turns, the kernel says of old flash too: never believed."""
    if name.startswith("mmcblk") and one.get("type") == "MMC":
        return MediumKind.EMMC
    if _UFS.search(where):
        return MediumKind.UFS
    if _ATA.search(where) and one.get("rotational") == "0":
        return MediumKind.SSD
    return kind_by_name(name)


def _ignored(name: str, where: str, named: str, kind: str) -> IgnoredBecause | None:
    if name.startswith("mmcblk") and kind in {"SD", "SDcombo"}:
        return IgnoredBecause.CARD
    return ignored_by_place(where, named)


def ignored_by_place(where: str, named: str) -> IgnoredBecause | None:
    """Return why storage that hangs at this place of the kernel's tree is not the machine's own."""
    if not _USB.search(where):
        return None
    return (
        IgnoredBecause.CARD_READER
        if reading_rules().card_readers.search(named)
        else IgnoredBecause.USB
    )


def controllers_of(pci: list[Node], block: list[Node]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return names of NVMe controllers, and of controllers that may hide drives.

    A controller hides drives when nothing drives it, when it makes volumes of them, or when it
    says so itself ("remapped"). The NVMe controllers come with those first that show a drive;
    the others may too, for a drive with two ways to it hangs at neither.
    """
    shown: list[str] = []
    silent: list[str] = []
    hidden: list[str] = []
    paths = [line(one.get("path")) for one in block[: reading_rules().limits.drives]]
    for one in pci[:_MOST_CONTROLLERS]:
        kind = _class_of(one)
        if not kind or kind in _NEVER_DISKS:
            continue
        slot, driver = line(one.get("slot")), line(one.get("driver"))
        if not driver or whole(one.get("remapped")):
            hidden.append(_name(one))
        elif kind == _NVME:
            seen = any(f"/{slot}/" in path for path in paths)
            (shown if seen else silent).append(_name(one))
        elif kind == _RAID and driver not in OPEN_DRIVERS:
            hidden.append(_name(one))
    return (*shown, *silent), tuple(hidden)


def _name(one: Node) -> str:
    numbers = f"{line(one.get('vendor'))}:{line(one.get('device'))}".replace("0x", "")
    return f"{line(one.get('slot'))} [{numbers}]"
