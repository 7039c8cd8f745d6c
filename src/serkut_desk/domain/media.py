"""Kinds of storage media, where a kind is known from, and levels of sanitisation.

The words of the kinds are those of the command line (`--medium "SERIAL,KIND,GB"`).
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from serkut_desk.domain.device_types import DeviceType

if TYPE_CHECKING:
    from collections.abc import Mapping


class MediumKind(StrEnum):
    """What a storage medium is."""

    HDD = "hdd"
    SAS_HDD = "sas_hdd"
    SSHD = "sshd"
    SSD = "ssd"
    SAS_SSD = "sas_ssd"
    NVME = "nvme"
    EMMC = "emmc"
    UFS = "ufs"
    USB = "usb"
    SD = "sd"
    PHONE = "phone"


class KindSource(StrEnum):
    """Where the kind of a medium is known from."""

    SMARTCTL = "smartctl"
    FIRMWARE = "firmware"
    SNAPSHOT = "snapshot"
    MODEL_TABLE = "model_table"
    REPORT = "report"
    PERSON = "person"


class DataClass(StrEnum):
    """How sensitive the data of a lot was; confidential until the city has said otherwise."""

    ORDINARY = "ordinary"
    CONFIDENTIAL = "confidential"


class Level(StrEnum):
    """How thoroughly data was removed; compares by thoroughness, never by alphabet."""

    NONE = "none"
    CLEAR = "clear"
    PURGE = "purge"
    DESTROY = "destroy"

    @property
    def rank(self) -> int:
        """Return 0 for none up to 3 for destroy."""
        return _RANKS[self.value]

    def __lt__(self, other: str, /) -> bool:
        """Tell whether this level is less thorough."""
        return self.rank < Level(other).rank

    def __le__(self, other: str, /) -> bool:
        """Tell whether this level is not more thorough."""
        return self.rank <= Level(other).rank

    def __gt__(self, other: str, /) -> bool:
        """Tell whether this level is more thorough."""
        return self.rank > Level(other).rank

    def __ge__(self, other: str, /) -> bool:
        """Tell whether this level is at least as thorough."""
        return self.rank >= Level(other).rank


_RANKS: Mapping[str, int] = MappingProxyType({"none": 0, "clear": 1, "purge": 2, "destroy": 3})

# What a person may take for the kind on the left can be the kind on the right, which asks more:
# a flat disk can be an SSD, and soldered flash can be a drive with spare areas.
STRICTER_KIND: Mapping[MediumKind, MediumKind] = MappingProxyType(
    {
        MediumKind.HDD: MediumKind.SSD,
        MediumKind.SAS_HDD: MediumKind.SAS_SSD,
        MediumKind.SSHD: MediumKind.SSD,
        MediumKind.SSD: MediumKind.SSD,
        MediumKind.SAS_SSD: MediumKind.SAS_SSD,
        MediumKind.NVME: MediumKind.NVME,
        MediumKind.EMMC: MediumKind.SSD,
        MediumKind.UFS: MediumKind.SSD,
        MediumKind.USB: MediumKind.SSD,
        MediumKind.SD: MediumKind.USB,
        MediumKind.PHONE: MediumKind.PHONE,
    }
)

# Kinds that keep spare areas which an overwrite cannot reach.
FLASH_KINDS = frozenset(
    {
        MediumKind.SSHD,
        MediumKind.SSD,
        MediumKind.SAS_SSD,
        MediumKind.NVME,
        MediumKind.EMMC,
        MediumKind.UFS,
        MediumKind.USB,
        MediumKind.SD,
    }
)


# Kinds that are soldered onto a board: they go wherever the board goes.
SOLDERED_KINDS = frozenset({MediumKind.EMMC, MediumKind.UFS, MediumKind.PHONE})


_ALL_BUT_PHONE = frozenset(MediumKind) - {MediumKind.PHONE}
_KINDS_IN: Mapping[str, frozenset[MediumKind]] = MappingProxyType(
    {
        DeviceType.PHONE: frozenset({MediumKind.PHONE, MediumKind.SD}),
        # A tablet can be a small computer, too.
        DeviceType.TABLET: SOLDERED_KINDS | {MediumKind.SD, MediumKind.SSD, MediumKind.NVME},
        # Nobody said what it is.
        DeviceType.OTHER: frozenset(MediumKind),
    }
)


def kinds_in(device_type: str) -> frozenset[MediumKind]:
    """Return the kinds of media that people are offered for a device of this type."""
    return _KINDS_IN.get(device_type, _ALL_BUT_PHONE)


def counted_kind(kind: MediumKind, source: KindSource, *, confirmed: bool) -> MediumKind:
    """Return the kind that the rules count with (gate 7).

    A kind known only from a person counts as the stricter one until a supervisor confirms it.
    """
    if source is KindSource.PERSON and not confirmed:
        return STRICTER_KIND[kind]
    return kind
