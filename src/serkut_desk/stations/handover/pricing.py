"""What a line costs by the lists of one day: price, VAT rate and warranty together.

A line is priced when it is put into a basket, and once more when the basket is handed over: what
does not agree by then is scanned anew, so that no basket keeps an old price or an old rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations import shop_rules

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.domain.channels import ChannelRule
    from serkut_desk.domain.outcomes import Grade
    from serkut_desk.records.handovers import HandoverLine


class Priced(NamedTuple):
    """What a line costs, by the names of its columns."""

    list_cents: int
    vat_permille: int
    warranty_months: int


def of_device(rule: ChannelRule, kind: str, grade: Grade | None, day: date) -> Priced | None:
    """Return what a device costs on a day; None when the list has no price for it."""
    cents = shop_rules.prices_on(day).of_device(rule, DeviceType(kind), grade)
    if cents is None:
        return None
    months = shop_rules.warranty_on(day).of_device(rule.channel, grade)
    return Priced(cents, shop_rules.vat_on(day).on(day, rule.vat), months)


def of_article(rule: ChannelRule, article: str, quantity: int, day: date) -> Priced | None:
    """Return what a number of one article costs on a day; None for an unknown one."""
    cents = shop_rules.prices_on(day).of_article(rule, article)
    if cents is None:
        return None
    months = shop_rules.warranty_on(day).articles
    return Priced(cents * quantity, shop_rules.vat_on(day).on(day, rule.vat), months)


def of_line(line: HandoverLine) -> Priced:
    """Return what a line was priced with."""
    return Priced(line.list_cents, line.vat_permille, line.warranty_months)
