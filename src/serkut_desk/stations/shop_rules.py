"""The shop's dated lists, read once; the one that holds on a day."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from serkut_desk import shipped
from serkut_desk.domain.channels import Channels, parse_channels
from serkut_desk.domain.price_list import (
    PriceList,
    VatRates,
    WarrantyRules,
    held_on,
    parse_prices,
    parse_vat,
    parse_warranty,
)

if TYPE_CHECKING:
    from datetime import date


def _documents(name: str) -> list[Any]:
    """Return every shipped list of a kind; a newer one is one more file."""
    found = sorted(shipped.resource("handover").glob(f"*_{name}.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in found]


@cache
def _channels() -> tuple[Channels, ...]:
    return tuple(parse_channels(one) for one in _documents("channels"))


@cache
def _prices() -> tuple[PriceList, ...]:
    return tuple(parse_prices(one) for one in _documents("prices"))


@cache
def _vat() -> tuple[VatRates, ...]:
    return tuple(parse_vat(one) for one in _documents("vat"))


@cache
def _warranty() -> tuple[WarrantyRules, ...]:
    return tuple(parse_warranty(one) for one in _documents("warranty"))


def channels_on(day: date) -> Channels:
    """Return what holds for the channels on a day."""
    return held_on(day, _channels())


def prices_on(day: date) -> PriceList:
    """Return the price list of a day."""
    return held_on(day, _prices())


def vat_on(day: date) -> VatRates:
    """Return the VAT rates as they are known on a day."""
    return held_on(day, _vat())


def warranty_on(day: date) -> WarrantyRules:
    """Return the warranty rules of a day."""
    return held_on(day, _warranty())
