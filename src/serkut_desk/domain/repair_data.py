"""What is known of faults, kinds of work and safety tests: dated tables, read as frozen data.

The tables are shipped under `resources/repair`; stations read them and pass them in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import Barrier

if TYPE_CHECKING:
    from collections.abc import Mapping


class Subject(StrEnum):
    """What a safety test measures; `safety_subject.<word>` in the texts."""

    DEVICE = "device"
    POWER_SUPPLY = "power_supply"


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault: its number in its list, and its words by language."""

    number: int
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FaultList:
    """The faults of one kind of device, in the order of their numbers."""

    key: str
    faults: Mapping[int, Fault]


@dataclass(frozen=True, slots=True)
class FaultTable:
    """Every list of faults, with the category and the barriers of the Open Repair Data Standard.

    Args:
        version: Runs on with every change.
        lists: By key.
        of_type: The list of each kind of device.
        categories: Number and name of each kind of device's category.
        barriers: The standard's own words for what prevents a repair.
    """

    version: int
    lists: Mapping[str, FaultList]
    of_type: Mapping[DeviceType, FaultList]
    categories: Mapping[DeviceType, tuple[int, str]]
    barriers: Mapping[Barrier, str]


@dataclass(frozen=True, slots=True)
class RepairTask:
    """A kind of work; `needs` is the permission that it asks for besides, None when it is free.

    `part_types` are the kinds of part whose taking out is this work.
    """

    key: str
    words: Mapping[str, str]
    icon: str
    needs: Permission | None
    part_types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One thing that a safety test measures.

    Args:
        key: Such as `insulation`.
        words: By language.
        unit: Of the whole figures that are kept: mΩ, kΩ, µA.
        at_least: The figure must reach the limit; else it must not be above it.
        limit: For a cord of `cord_cm` or less.
        per_cm: The limit grows by `limit_step` for each further stretch of so many centimetres.
        limit_step: See `per_cm`.
        limit_most: It never grows above this.
        optional: It may be left out.
    """

    key: str
    words: Mapping[str, str]
    unit: str
    at_least: bool
    limit: int
    cord_cm: int = 0
    per_cm: int = 0
    limit_step: int = 0
    limit_most: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A measured figure beside its limit."""

    key: str
    value: int
    limit: int
    at_least: bool
    unit: str
    passed: bool


@dataclass(frozen=True, slots=True)
class TestChoice:
    """One test that fits a kind of device."""

    subject: Subject
    protection_class: int


@dataclass(frozen=True, slots=True)
class SafetyNeed:
    """The safety test that an order needs before it can end as fixed.

    Args:
        choices: What may be tested; the first is the usual one.
        needed: It is asked for; False where the kind of device has nothing to test.
        may_lack_supply: It can be said instead that no power supply goes with it.
        passed: A test since the last work passed.
    """

    choices: tuple[TestChoice, ...]
    needed: bool
    may_lack_supply: bool
    passed: bool = False
