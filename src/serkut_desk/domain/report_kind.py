"""What a report tells of the kind of a drive, and when it overrules what is recorded.

A report can make a kind stricter, or confirm what a person said; alone it never makes one milder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.policy import version_parts

if TYPE_CHECKING:
    from serkut_desk.domain.evidence import DriveResult, ReportRun

# From this version on, nwipe tells spinning from solid-state drives (`ATA` and `ATA-SSD`).
TELLS_APART = (0, 35)

MAGNETIC = frozenset({MediumKind.HDD, MediumKind.SAS_HDD, MediumKind.SSHD})
SOLID = frozenset({MediumKind.SSD, MediumKind.SAS_SSD, MediumKind.NVME})
# What read the kind from the drive itself knows better than a log does.
_FROM_DRIVE = frozenset({KindSource.SMARTCTL, KindSource.FIRMWARE, KindSource.SNAPSHOT})


def kind_told(drive: DriveResult, run: ReportRun) -> MediumKind | None:
    """Return the kind that a report is sure of, None where it tells none."""
    base, _, suffix = drive.bus.strip().upper().partition("-")
    if base == "NVME" or drive.device.startswith("/dev/nvme"):
        return MediumKind.NVME
    if suffix == "SSD":
        return MediumKind.SAS_SSD if base == "SAS" else MediumKind.SSD
    tells = version_parts(run.at_least)
    if tells is None or tells < TELLS_APART:
        return None
    return {"ATA": MediumKind.HDD, "SAS": MediumKind.SAS_HDD}.get(base)


def kind_guessed(drive: DriveResult) -> MediumKind:
    """Return the kind that an undeclared drive is taken for until a person has looked."""
    base = drive.bus.strip().upper().partition("-")[0]
    if base == "USB":
        return MediumKind.USB
    if base == "MMC" or drive.device.startswith("/dev/mmcblk"):
        return MediumKind.EMMC
    return MediumKind.SSD


def kind_now(
    kind: MediumKind, source: KindSource, said: MediumKind | None
) -> tuple[MediumKind, KindSource] | None:
    """Return the kind and source that hold after a report, None when nothing changes.

    Args:
        kind: What is recorded.
        source: Where that is known from.
        said: What the report is sure of.
    """
    if said is None:
        return None
    if said in SOLID and kind in MAGNETIC:
        return said, KindSource.REPORT
    if said in SOLID and kind in SOLID and kind is not said:
        # Between two of the same strictness, the drive's own word is better than a log's.
        holds = source not in _FROM_DRIVE
    else:
        same = said is kind or (said is MediumKind.SAS_HDD and kind is MediumKind.HDD)
        holds = same and source is KindSource.PERSON
    return (said, KindSource.REPORT) if holds else None
