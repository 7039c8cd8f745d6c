"""Waste codes by date, and the fractions that the workshop sorts into.

A code holds from a day to a day; codes that ended stay in the list, because papers name them. What
a fraction is called to the authorities depends on the day on which it leaves: nothing is decided
when grams go into a container. Days are Finnish local dates, weights grams.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.media import MediumKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# In the data this word stands for the day of the change, so that it is written down once.
CUT_OVER = "cut_over"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included; None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether `day` is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class WasteCode:
    """One entry of the list of waste, in one period.

    Args:
        code: As the list writes it, `16 06 05`.
        hazardous: Whether it is hazardous waste in this period.
        period: When it holds.
        names: What it is called, by language; a language may be missing.
    """

    code: str
    hazardous: bool
    period: Period
    names: Mapping[str, str]

    @property
    def marked(self) -> str:
        """The code as papers write it: with an asterisk when it is hazardous."""
        return f"{self.code}*" if self.hazardous else self.code

    def name(self, language: str) -> str:
        """Return the name in `language`, else in English: the list has no Finnish one yet."""
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True, slots=True)
class Fraction:
    """What goes into one kind of container.

    Args:
        key: Word of the vocabulary; `fraction.<key>` in the texts, `.packing` is its rule.
        icon: Name of its picture.
        codes: Which code it leaves under, by period.
        limit_g: How much a container takes unless somebody says otherwise; None without limit.
        limit_days: How long it may stand from the first grams on; None without limit.
        danger: It can burn or poison: the label says so, whatever its code.
        carries: Kinds of media that may be soldered to the boards in it.
    """

    key: str
    icon: str
    codes: tuple[tuple[Period, str], ...]
    limit_g: int | None
    limit_days: int | None
    danger: bool
    carries: frozenset[MediumKind]


@dataclass(frozen=True, slots=True)
class WasteList:
    """The codes and fractions as they are shipped.

    Args:
        version: Runs on with every change.
        cut_over: The day from which the changed codes of batteries hold.
        source: Where the codes are from.
        codes: Every code ever listed, in the list's order.
        fractions: By key, in the order in which they are offered.
        near_percent: Share of the limit from which a container is nearly full.
        near_days: How many days before its time ends a container says so.
        same_weight_g: By how much two weighings of the same thing may differ at least.
    """

    version: int
    cut_over: date
    source: str
    codes: tuple[WasteCode, ...]
    fractions: Mapping[str, Fraction]
    near_percent: int
    near_days: int
    same_weight_g: int

    def in_force(self, day: date) -> tuple[WasteCode, ...]:
        """Return the list as it holds on `day`."""
        return tuple(code for code in self.codes if code.period.holds(day))

    def code_on(self, fraction: str, day: date) -> WasteCode:
        """Return the code under which a fraction leaves on `day`.

        Raises:
            KeyError: No fraction has this key.
            LookupError: The data name no code for that day: a bug, a test reads all of them.
        """
        wanted = self.fractions[fraction]
        code = next((code for period, code in wanted.codes if period.holds(day)), None)
        found = next((one for one in self.in_force(day) if one.code == code), None)
        if found is None:
            message = f"{fraction} has no waste code on {day}"
            raise LookupError(message)
        return found

    def is_hazardous(self, fraction: str, day: date) -> bool:
        """Tell whether a container of this fraction bears the word for hazardous waste."""
        return self.fractions[fraction].danger or self.code_on(fraction, day).hazardous


def waste_list(codes: Mapping[str, Any], fractions: Mapping[str, Any]) -> WasteList:
    """Return the list in parsed JSON.

    Args:
        codes: `resources/waste/codes.json`.
        fractions: `resources/waste/fractions.json`.

    Raises:
        KeyError: A field is missing.
        ValueError: A day or kind can not be read, or a fraction stands twice.
    """
    cut_over = date.fromisoformat(codes["cut_over"])
    known = [_fraction(one, cut_over) for one in fractions["fractions"]]
    by_key = {one.key: one for one in known}
    if len(by_key) != len(known):
        message = "a fraction stands twice"
        raise ValueError(message)
    return WasteList(
        version=int(fractions["version"]),
        cut_over=cut_over,
        source=codes["source"],
        codes=tuple(
            WasteCode(one["code"], one["hazardous"], _period(one, cut_over), one["names"])
            for one in codes["codes"]
        ),
        fractions=by_key,
        near_percent=int(fractions["near_percent"]),
        near_days=int(fractions["near_days"]),
        same_weight_g=int(fractions["same_weight_g"]),
    )


def _fraction(one: Mapping[str, Any], cut_over: date) -> Fraction:
    return Fraction(
        one["key"],
        one["icon"],
        tuple((_period(code, cut_over), code["code"]) for code in one["codes"]),
        one.get("limit_g"),
        one.get("limit_days"),
        bool(one.get("danger", False)),
        frozenset(MediumKind(kind) for kind in one.get("carries", ())),
    )


def _period(one: Mapping[str, Any], cut_over: date) -> Period:
    """Return the days of `from` and `until` (the last day before the day that it names)."""
    until = _day(one.get("until"), cut_over)
    return Period(_day(one.get("from"), cut_over), until - timedelta(days=1) if until else None)


def _day(word: str | None, cut_over: date) -> date | None:
    if word is None:
        return None
    return cut_over if word == CUT_OVER else date.fromisoformat(word)


def overlapping(codes: Iterable[WasteCode]) -> tuple[str, ...]:
    """Return codes that the list names twice for the same day, for a check of the data."""
    seen: dict[str, list[Period]] = {}
    twice = []
    for one in codes:
        others = seen.setdefault(one.code, [])
        if any(_meet(one.period, other) for other in others):
            twice.append(one.code)
        others.append(one.period)
    return tuple(twice)


def _meet(one: Period, other: Period) -> bool:
    starts = (one.first or date.min, other.first or date.min)
    ends = (one.last or date.max, other.last or date.max)
    return max(starts) <= min(ends)
