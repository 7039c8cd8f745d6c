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
        drives: Storage of any kind that one tool names.
        media: Storage of the machine's own.
    """

    bytes: int
    depth: int
    text: int
    drives: int
    media: int
    modules: int
    batteries: int
    addresses: int
    remarks: int


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """The file, ready to use.

    Args:
        hybrid: In a model's name: disks and flash together.
        card_readers: In a model's name: a reader for memory cards.
        wear_attributes: Names of SMART attributes whose value is the life left, in percent.
        usual_gigabytes: Capacities that drives are sold with, in 1000 million bytes.
        model_in_version: Makers that put a number where others put the model's name.
        chassis: Kind of device by the word for its chassis, in lower case.
    """

    limits: Limits
    placeholders: re.Pattern[str]
    hybrid: re.Pattern[str]
    card_readers: re.Pattern[str]
    wear_attributes: frozenset[str]
    usual_gigabytes: tuple[int, ...]
    model_in_version: re.Pattern[str]
    virtual_makers: re.Pattern[str]
    virtual_models: re.Pattern[str]
    virtual_chassis: re.Pattern[str]
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
        _any([file["hybrid"]]),
        _any([file["card_readers"]]),
        frozenset(file["wear_attributes"]),
        tuple(file["usual_gigabytes"]),
        _any([file["model_in_version"]]),
        _any(file["virtual"]["manufacturer"]),
        _any(file["virtual"]["model"]),
        _any(file["virtual"]["chassis"]),
        {word: DeviceType(kind) for kind, words in file["chassis"].items() for word in words},
        {number: DeviceType(kind) for number, kind in file["smbios_chassis"].items()},
    )
