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
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import Barrier, RepairOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST_CORD_CM = 5_000
MOST_MEASURED = 1_000_000_000
"""More than any instrument shows, in the smallest units."""


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

    __test__ = False

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


@dataclass(frozen=True, slots=True)
class SafetyTable:
    """What is measured in each protection class, and what each kind of device needs.

    Args:
        version: Runs on with every change; a test names the one that judged it.
        effective_from: First day it holds (Finnish local date).
        outcomes: The ways to end an order that need a test.
        classes: What is measured, by protection class.
        types: What is tested of each kind of device.
    """

    version: int
    effective_from: date
    outcomes: frozenset[RepairOutcome]
    classes: Mapping[int, tuple[Quantity, ...]]
    types: Mapping[DeviceType, SafetyNeed]


@dataclass(frozen=True, slots=True)
class RetestTable:
    """Which checks of the grading lists are answered again after a repair.

    Args:
        version: Runs on with every change.
        always: After any repair.
        by_fault: Further ones by list of faults and number.
        by_part: Further ones by kind of part that went in or out.
    """

    version: int
    always: frozenset[str]
    by_fault: Mapping[str, Mapping[int, frozenset[str]]]
    by_part: Mapping[str, frozenset[str]]

    def again(self, fault_list: str, fault: int, parts: Iterable[str]) -> frozenset[str]:
        """Return the keys of the checks that are answered again."""
        found = self.always | self.by_fault.get(fault_list, {}).get(fault, frozenset())
        for type_ in parts:
            found |= self.by_part.get(type_, frozenset())
        return found


def limit_of(quantity: Quantity, cord_cm: int) -> int:
    """Return the limit of a figure for a cord of this length; the cord matters only to some."""
    if not quantity.per_cm or cord_cm <= quantity.cord_cm:
        return quantity.limit
    stretches = -((quantity.cord_cm - cord_cm) // quantity.per_cm)
    return min(quantity.limit + stretches * quantity.limit_step, quantity.limit_most)


def judge(
    quantities: Sequence[Quantity], values: Iterable[tuple[str, int]], cord_cm: int
) -> tuple[Judged, ...]:
    """Return each measured figure beside its limit, in the order of the table.

    Raises:
        Misused: `measurement_unknown`, `measurement_twice`, `measurement_missing`,
            `measurement_range`, `cord_range`.
    """
    if not 0 <= cord_cm <= LONGEST_CORD_CM:
        raise Misused("cord_range", given=cord_cm, most=LONGEST_CORD_CM)
    known, given = {one.key: one for one in quantities}, dict[str, int]()
    for key, value in values:
        if key not in known:
            raise Misused("measurement_unknown", measurement=key)
        if key in given:
            raise Misused("measurement_twice", measurement=key)
        if not 0 <= value <= MOST_MEASURED:
            raise Misused("measurement_range", measurement=key, given=value)
        given[key] = value
    for one in quantities:
        if one.key not in given and not one.optional:
            raise Misused("measurement_missing", measurement=one.key)
    return tuple(_judged(one, given[one.key], cord_cm) for one in quantities if one.key in given)


def _judged(quantity: Quantity, value: int, cord_cm: int) -> Judged:
    limit = limit_of(quantity, cord_cm)
    passed = value >= limit if quantity.at_least else value <= limit
    return Judged(quantity.key, value, limit, quantity.at_least, quantity.unit, passed)


def parse_faults(table: Mapping[str, Any]) -> FaultTable:
    """Return the faults in parsed JSON.

    Raises:
        KeyError, ValueError: Something is missing or unknown.
    """
    lists = {
        key: FaultList(
            key,
            MappingProxyType(
                {one["number"]: Fault(one["number"], one["words"]) for one in each["faults"]}
            ),
        )
        for key, each in table["lists"].items()
    }
    types = {DeviceType(word): each for word, each in table["types"].items()}
    return FaultTable(
        table["version"],
        lists,
        {type_: lists[types[type_]["list"]] for type_ in DeviceType},
        {type_: (each["category"][0], each["category"][1]) for type_, each in types.items()},
        {barrier: table["barriers"][barrier.value] for barrier in Barrier},
    )


def parse_tasks(table: Mapping[str, Any]) -> Mapping[str, RepairTask]:
    """Return the kinds of work in parsed JSON, by key.

    Raises:
        KeyError, ValueError: Something is missing or unknown.
    """
    return {
        one["key"]: RepairTask(
            one["key"],
            one["words"],
            one["icon"],
            None if one["needs"] is None else Permission(one["needs"]),
            frozenset(one["part_types"]),
        )
        for one in table["tasks"]
    }


def parse_safety(table: Mapping[str, Any]) -> SafetyTable:
    """Return the limits and needs in parsed JSON.

    Raises:
        KeyError, ValueError, TypeError: Something is missing or unknown.
    """
    classes = {
        int(number): tuple(Quantity(**one) for one in quantities)
        for number, quantities in table["classes"].items()
    }
    return SafetyTable(
        table["version"],
        date.fromisoformat(table["effective_from"]),
        frozenset(RepairOutcome(word) for word in table["outcomes"]),
        classes,
        {
            type_: SafetyNeed(
                tuple(
                    TestChoice(Subject(one["subject"]), one["class"])
                    for one in table["types"][type_.value]["choices"]
                ),
                needed=table["types"][type_.value]["needed"],
                may_lack_supply=table["types"][type_.value]["may_lack_supply"],
            )
            for type_ in DeviceType
        },
    )


def parse_retest(table: Mapping[str, Any]) -> RetestTable:
    """Return what is answered again, in parsed JSON.

    Raises:
        KeyError: Something is missing.
    """
    by_fault: dict[str, dict[int, frozenset[str]]] = {}
    for one in table["by_fault"]:
        for key, numbers in one["faults"].items():
            of_list = by_fault.setdefault(key, {})
            for number in numbers:
                of_list[number] = of_list.get(number, frozenset()) | frozenset(one["checks"])
    return RetestTable(
        table["version"],
        frozenset(table["always"]),
        by_fault,
        {type_: frozenset(checks) for type_, checks in table["by_part"].items()},
    )
