"""The dated rules and factors of an advice, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.advice import Way
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.outcomes import Grade

if TYPE_CHECKING:
    from collections.abc import Mapping

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class NewDevice:
    """CO2e of making a new device in kilograms; `low` reaches to another method's figure."""

    low: float
    median: float
    high: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Factors:
    """One dated version of the factors; `sources` say what each one is and its licence."""

    version: int
    valid_from: date
    new_kg: Mapping[str, NewDevice]
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mending:
    """What a check that failed asks for; `faults` are the fault's numbers by list."""

    part: str | None
    minutes: int
    faults: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AdviceRules:
    """One dated version of the rules; see the file for what each figure is.

    Args:
        displacement: Percent, low, middle and high.
        unknown_cents: Cost of a fault that nobody has found yet.
        unknown_minutes: Its minutes.
    """

    version: int
    valid_from: date
    own_least: int
    minute_cents: int
    margin_cents: int
    most_minutes: int
    surplus_times: int
    surplus_least: int
    displacement: tuple[int, int, int]
    years_new: Mapping[str, int]
    years_more: Mapping[Grade, int]
    refurb_kg: Mapping[str, int]
    minutes: Mapping[Way, int]
    part_cents: Mapping[str, int]
    unknown_cents: int
    unknown_minutes: int
    mending: Mapping[str, Mending]
    harvest: Mapping[str, tuple[str, ...]]


def parse_factors(table: Mapping[str, Any]) -> Factors:
    """Return the factors in parsed JSON.

    Raises:
        ValueError: A word is unknown or a figure is out of order.
        KeyError: A field is missing.
    """
    sources = {
        str(key): f"{one['what']} ({one['licence']})" for key, one in table["sources"].items()
    }
    return Factors(
        int(table["version"]),
        date.fromisoformat(str(table["valid_from"])),
        {DeviceType(kind).value: _new(row, sources) for kind, row in table["new_kg"].items()},
        sources,
    )


def _new(row: Mapping[str, Any], sources: Mapping[str, str]) -> NewDevice:
    beside = row.get("beside")
    used = (str(row["source"]), *((str(beside["source"]),) if beside else ()))
    if not set(used) <= sources.keys():
        message = f"a source is not described: {used}"
        raise ValueError(message)
    figures = [float(row["q25"]), float(row["median"]), float(row["q75"])]
    others = [float(beside["kg"])] if beside else []
    if sorted(figures) != figures or figures[0] <= 0:
        message = f"quartiles out of order: {figures}"
        raise ValueError(message)
    return NewDevice(min(figures + others), figures[1], max(figures + others), used)


def parse_advice_rules(table: Mapping[str, Any]) -> AdviceRules:
    """Return the rules in parsed JSON.

    Raises:
        ValueError: A word is unknown or a figure makes no sense.
        KeyError: A field is missing.
    """
    low, middle, high = (int(one) for one in table["displacement"])
    if not 0 <= low <= middle <= high <= _PERCENT:
        message = "displacement out of order"
        raise ValueError(message)
    years = {DeviceType(kind).value: int(one) for kind, one in table["years_new"].items()}
    if min(years.values(), default=1) < 1:
        message = "a new device serves at least a year"
        raise ValueError(message)
    return AdviceRules(
        version=int(table["version"]),
        valid_from=date.fromisoformat(str(table["valid_from"])),
        own_least=int(table["own_least"]),
        minute_cents=int(table["minute_cents"]),
        margin_cents=int(table["margin_cents"]),
        most_minutes=int(table["most_minutes"]),
        surplus_times=int(table["surplus"]["times"]),
        surplus_least=int(table["surplus"]["least"]),
        displacement=(low, middle, high),
        years_new=years,
        years_more={grade: int(table["years_more"][grade.value]) for grade in Grade},
        refurb_kg={DeviceType(kind).value: int(one) for kind, one in table["refurb_kg"].items()},
        minutes={way: int(table["minutes"][way.value]) for way in Way},
        part_cents={str(part): int(cents) for part, cents in table["part_cents"].items()},
        unknown_cents=int(table["unknown"]["cents"]),
        unknown_minutes=int(table["unknown"]["minutes"]),
        mending={
            str(check): Mending(one["part"], int(one["minutes"]), dict(one["faults"]))
            for check, one in table["mending"].items()
        },
        harvest={
            DeviceType(kind).value: tuple(map(str, parts))
            for kind, parts in table["harvest"].items()
        },
    )
