"""What the readers take from `resources/snapshots/reading.json`: limits, placeholders, kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.device_types import DeviceType

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of anything is read; beyond it the file is no machine's own list.

    Args:
        bytes: Of the file.
        depth: Of objects and lists inside each other.
        text: Characters of one value; longer ones are cut.
    """

    bytes: int
    depth: int
    text: int
    media: int
    modules: int
    batteries: int
    addresses: int


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """The file, ready to use."""

    limits: Limits
    placeholders: re.Pattern[str]
    virtual_makers: re.Pattern[str]
    virtual_models: re.Pattern[str]
    chassis: Mapping[str, DeviceType]
    smbios_chassis: Mapping[str, DeviceType]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


@cache
def reading_rules() -> ReadingRules:
    """Return the shipped rules."""
    file = shipped.json_resource("snapshots", "reading.json")
    return ReadingRules(
        Limits(**file["limits"]),
        _any(file["placeholders"]),
        _any(file["virtual"]["manufacturer"]),
        _any(file["virtual"]["model"]),
        {word: DeviceType(kind) for kind, words in file["chassis"].items() for word in words},
        {number: DeviceType(kind) for number, kind in file["smbios_chassis"].items()},
    )
