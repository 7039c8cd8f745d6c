"""The ways in which a device is handed over, and what holds for each: dated data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.papers import PaperKind
from serkut_desk.domain.permissions import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Channel(StrEnum):
    """In which way devices are handed over; `channel.<value>` in the texts names them."""

    COMMITMENT = "commitment"
    COURSE = "course"
    PROJECT = "project"
    WORKSTATION = "workstation"
    SALE = "sale"


class Payment(StrEnum):
    """How it is paid; `payment.<value>` in the texts."""

    NONE = "none"
    COMMITMENT = "commitment"
    CASH = "cash"
    CARD = "card"
    INVOICE = "invoice"


class VatTreatment(StrEnum):
    """How VAT is treated; the city confirms it per channel (`reference`: unconfirmed)."""

    NORMAL = "normal"
    INTERNAL = "internal"


class PriceBasis(StrEnum):
    """Where a device's price comes from: the dated list, one fixed price, or nothing."""

    LIST = "list"
    FIXED = "fixed"
    FREE = "free"


class Term(StrEnum):
    """One thing that a handover's terms can say; a field of `Terms`."""

    NUMBER = "number"
    UNIT = "unit"
    LIMIT_CENTS = "limit_cents"
    VALID_UNTIL = "valid_until"
    CERTIFICATE = "certificate"
    RECEIVER = "receiver"
    BUSINESS_ID = "business_id"
    REFERENCE = "reference"
    PLACE = "place"
    INSTALLED_ON = "installed_on"
    CONFIGURATION = "configuration"
    NEXT_SERVICE = "next_service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a person typed of a handover; empty text and None where nothing yet.

    Args:
        number: Of the payment commitment.
        unit: Which gave the commitment.
        limit_cents: What it pays at most, in all.
        valid_until: Its last day.
        renewed: Limit and last day differ from before because the unit changed the commitment.
        certificate: Number of the course certificate.
        receiver: Name of the body that takes the devices or pays an invoice; never a person's.
        business_id: Y-tunnus of that body.
        reference: What that body asked to see on its papers.
        place: Where a customer workstation stands: a library, a senior centre.
        installed_on: Since when.
        configuration: What was set up.
        next_service: When somebody looks at it next.
    """

    number: str = ""
    unit: str = ""
    limit_cents: int | None = None
    valid_until: date | None = None
    renewed: bool = False
    certificate: str = ""
    receiver: str = ""
    business_id: str = ""
    reference: str = ""
    place: str = ""
    installed_on: date | None = None
    configuration: str = ""
    next_service: date | None = None


NO_TERMS = Terms()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRule:
    """What holds for one channel.

    Args:
        channel: Which.
        terms: What has to be known, in the order in which it is asked.
        optional: What may be known besides.
        payments: How it may be paid; the usual one first.
        vat: How VAT is treated.
        price: Where a device's price comes from.
        fixed_cents: The price of a device where it is fixed.
        articles_free: Articles cost nothing, either.
        seen: Something on paper has to be seen, of which nothing is kept.
        papers: What is issued besides what the payment asks for.
        max_discount: In tenths of a percent, by role.
        min_devices: How many devices one handover must have.
        max_devices: How many it may have.
        max_lines: How many lines.
        advises_installation: Who hands over a computer without a system is told so.
    """

    channel: Channel
    terms: tuple[Term, ...]
    optional: tuple[Term, ...]
    payments: tuple[Payment, ...]
    vat: VatTreatment
    price: PriceBasis
    fixed_cents: int
    articles_free: bool
    seen: bool
    papers: tuple[PaperKind, ...]
    max_discount: Mapping[Role, int]
    min_devices: int
    max_devices: int
    max_lines: int
    advises_installation: bool

    @property
    def buyer_pays(self) -> bool:
        """Whether who takes the devices pays anything."""
        return not set(self.payments) <= {Payment.NONE, Payment.COMMITMENT}

    def discount_limit(self, role: Role) -> int:
        """Return the largest discount that a role may give, in tenths of a percent."""
        return self.max_discount.get(role, 0)


@dataclass(frozen=True, slots=True)
class Channels:
    """The rules of every channel, of one version."""

    version: int
    valid_from: date
    rules: Mapping[Channel, ChannelRule]


def parse_channels(table: Mapping[str, Any]) -> Channels:
    """Return the channels in parsed JSON.

    Raises:
        ValueError: A word is unknown or a channel is missing.
        KeyError: A field is missing.
    """
    rules = {Channel(name): _rule(Channel(name), row) for name, row in table["channels"].items()}
    if missing := [channel.value for channel in Channel if channel not in rules]:
        message = f"no rule for {', '.join(missing)}"
        raise ValueError(message)
    return Channels(int(table["version"]), date.fromisoformat(table["valid_from"]), rules)


def _rule(channel: Channel, row: Mapping[str, Any]) -> ChannelRule:
    discounts = {Role(role): int(limit) for role, limit in row["max_discount_permille"].items()}
    return ChannelRule(
        channel=channel,
        terms=_terms(row["terms"]),
        optional=_terms(row["optional"]),
        payments=tuple(Payment(word) for word in row["payments"]),
        vat=VatTreatment(row["vat"]),
        price=PriceBasis(row["price"]),
        fixed_cents=int(row["fixed_cents"]),
        articles_free=bool(row["articles_free"]),
        seen=bool(row["seen"]),
        papers=tuple(PaperKind(word) for word in row["papers"]),
        max_discount=discounts,
        min_devices=int(row["min_devices"]),
        max_devices=int(row["max_devices"]),
        max_lines=int(row["max_lines"]),
        advises_installation=bool(row["advises_installation"]),
    )


def _terms(words: Sequence[str]) -> tuple[Term, ...]:
    return tuple(Term(word) for word in words)
