"""What the name under which a system had some storage tells of it."""

from __future__ import annotations

import re

from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.snapshots import IgnoredBecause

# Names that the Linux kernel gives; nothing but the name is needed to know these.
_BY_NAME = (
    (re.compile(r"(?:loop|zram|ram|zd|dm-|md|bcache)\d+|mapper/.*"), IgnoredBecause.VIRTUAL),
    (re.compile(r"(?:sr|scd)\d+|cdrom|cdrw|dvd\w*"), IgnoredBecause.OPTICAL),
    (re.compile(r"fd\d+"), IgnoredBecause.FLOPPY),
    (re.compile(r"(?:nbd|rbd|drbd)\d+"), IgnoredBecause.NETWORK),
)
_NVME = re.compile(r"(?:nvme|ng)(\d+)(?:c\d+)?(?:n\d+)?")
_PART_OF_EMMC = re.compile(r"(mmcblk\d+)(?:boot\d+|rpmb|gp\d+)")


def name_of(path: str) -> str:
    """Return the name that all views of one drive share: `sda`, `nvme0` for each of its spaces."""
    name = path.removeprefix("/dev/")
    if found := _NVME.fullmatch(name):
        return f"nvme{found.group(1)}"
    found = _PART_OF_EMMC.fullmatch(name)
    return found.group(1) if found else name


def ignored_by_name(path: str) -> IgnoredBecause | None:
    """Return why storage with this name is not the machine's own; None when it may be."""
    name = path.removeprefix("/dev/")
    return next((why for pattern, why in _BY_NAME if pattern.fullmatch(name)), None)


def kind_by_name(path: str) -> MediumKind | None:
    """Return the kind that only drives with such a name have."""
    return MediumKind.NVME if _NVME.fullmatch(path.removeprefix("/dev/")) else None
