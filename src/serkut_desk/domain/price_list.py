"""Dated lists of the shop: prices, VAT rates, months of warranty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from serkut_desk.domain.channels import Channel, PriceBasis, VatTreatment
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.outcomes import Grade

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from serkut_desk.domain.channels import ChannelRule


class Dated(Protocol):
    """A list that holds from a day on."""

    @property
    def valid_from(self) -> date:
        """The first day on which it holds."""
        ...


DatedList = TypeVar("DatedList", bound=Dated)


def held_on(day: date, lists: Iterable[DatedList]) -> DatedList:
    """Return the newest list that holds on a day; before all of them, the first.

    Raises:
        ValueError: There are none.
    """
    ordered = sorted(lists, key=lambda one: one.valid_from)
    if not ordered:
        message = "no list at all"
        raise ValueError(message)
    held = [one for one in ordered if one.valid_from <= day]
    return held[-1] if held else ordered[0]


@dataclass(frozen=True, slots=True)
class PriceList:
    """Prices in cents, VAT included."""

    version: int
    valid_from: date
    devices: Mapping[DeviceType, Mapping[Grade, int]]
    articles: Mapping[str, int]

    def of_device(self, rule: ChannelRule, kind: DeviceType, grade: Grade | None) -> int | None:
        """Return what a device costs in a channel; None when the list has no price for it."""
        if rule.price is PriceBasis.FREE:
            return 0
        if rule.price is PriceBasis.FIXED:
            return rule.fixed_cents
        return self.devices.get(kind, {}).get(grade) if grade else None

    def of_article(self, rule: ChannelRule, article: str) -> int | None:
        """Return what one piece of an article costs in a channel; None for an unknown one."""
        cents = self.articles.get(article)
        return 0 if rule.articles_free and cents is not None else cents


def parse_prices(table: Mapping[str, Any]) -> PriceList:
    """Return the price list in parsed JSON.

    Raises:
        ValueError: A word is unknown or a price is below zero.
        KeyError: A field is missing.
    """
    devices = {
        DeviceType(kind): {Grade(grade): _cents(cents) for grade, cents in row.items()}
        for kind, row in table["devices"].items()
    }
    articles = {str(name): _cents(cents) for name, cents in table["articles"].items()}
    return PriceList(int(table["version"]), _day(table), devices, articles)


@dataclass(frozen=True, slots=True)
class VatRates:
    """Rates in tenths of a percent, each with the day from which it holds."""

    version: int
    valid_from: date
    rates: Mapping[str, tuple[tuple[date, int], ...]]

    def on(self, day: date, treatment: VatTreatment, rate: str = "standard") -> int:
        """Return the rate on a day; 0 where no VAT is charged.

        Raises:
            ValueError: No rate holds on that day.
        """
        if treatment is VatTreatment.INTERNAL:
            return 0
        held = [permille for since, permille in sorted(self.rates[rate]) if since <= day]
        if not held:
            message = f"no {rate} rate on {day}"
            raise ValueError(message)
        return held[-1]


def parse_vat(table: Mapping[str, Any]) -> VatRates:
    """Return the rates in parsed JSON.

    Raises:
        ValueError: A day is none, or a rate is below zero.
        KeyError: A field is missing.
    """
    rates = {
        str(name): tuple((date.fromisoformat(row["from"]), _cents(row["permille"])) for row in rows)
        for name, rows in table["rates"].items()
    }
    return VatRates(int(table["version"]), _day(table), rates)


@dataclass(frozen=True, slots=True)
class WarrantyRules:
    """Months of warranty, and which paragraphs papers say about it."""

    version: int
    valid_from: date
    devices: Mapping[Channel, Mapping[Grade, int]]
    articles: int
    repairs: int
    terms: tuple[str, ...]

    def of_device(self, channel: Channel, grade: Grade | None) -> int:
        """Return the months of warranty on a device; the shortest of a channel without a grade."""
        months = self.devices[channel]
        return months[grade] if grade else min(months.values())


def parse_warranty(table: Mapping[str, Any]) -> WarrantyRules:
    """Return the warranty rules in parsed JSON.

    Raises:
        ValueError: A word is unknown, or a channel or grade is missing.
        KeyError: A field is missing.
    """
    devices = {
        Channel(name): {Grade(grade): _cents(months) for grade, months in row.items()}
        for name, row in table["devices"].items()
    }
    if set(devices) != set(Channel) or any(set(row) != set(Grade) for row in devices.values()):
        message = "every channel needs its warranty for every grade"
        raise ValueError(message)
    return WarrantyRules(
        version=int(table["version"]),
        valid_from=_day(table),
        devices=devices,
        articles=_cents(table["articles"]),
        repairs=_cents(table["repairs"]),
        terms=tuple(str(word) for word in table["terms"]),
    )


def _day(table: Mapping[str, Any]) -> date:
    return date.fromisoformat(table["valid_from"])


def _cents(value: Any) -> int:
    number = int(value)
    if number < 0:
        message = f"{number} is below zero"
        raise ValueError(message)
    return number
