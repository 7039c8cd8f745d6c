"""A handover with everything that decides about it, gathered from the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.channels import Channel
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.handover import (
    BasketCase,
    DeviceCase,
    Gate,
    InstalledSystem,
    PricedLine,
    Used,
    basket_gates,
    device_gates,
    price_gone,
)
from serkut_desk.domain.terms import from_json, number_key
from serkut_desk.stations import exchanges, facts, installed, shop_rules
from serkut_desk.stations.handover import pricing
from serkut_desk.stations.seller import seller_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from serkut_desk.domain.channels import ChannelRule, Terms
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.handovers import Handover, HandoverLine
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import Gathered


@dataclass(frozen=True, slots=True)
class GatheredLine:
    """A line with its device and the gates of it.

    An article has no device, and a gate only when its price does not hold any more.
    """

    row: HandoverLine
    gathered: Gathered | None
    gates: tuple[Gate, ...]

    @property
    def device(self) -> Device | None:
        """The device of the line."""
        return self.gathered.device if self.gathered else None

    @property
    def cents(self) -> int:
        """What is paid for it."""
        return self.row.list_cents - self.row.discount_cents


@dataclass(frozen=True, slots=True)
class Basket:
    """A handover with everything that decides about it.

    `gates` are those of the basket as a whole.
    """

    row: Handover
    rule: ChannelRule
    terms: Terms
    lines: tuple[GatheredLine, ...]
    case: BasketCase
    gates: tuple[Gate, ...]

    @property
    def missing(self) -> tuple[Gate, ...]:
        """Every gate that does not hold."""
        of_lines = (gate for line in self.lines for gate in line.gates)
        return tuple(gate for gate in (*self.gates, *of_lines) if not gate.holds)


def today(now: datetime) -> date:
    """Return the Finnish day of an instant."""
    return local(now).date()


def rule_of(channel: Channel, now: datetime) -> ChannelRule:
    """Return what holds for a channel today."""
    return shop_rules.channels_on(today(now)).rules[channel]


def rule_for(work: UnitOfWork, row: Handover, now: datetime) -> ChannelRule:
    """Return what holds for a handover today: its channel's rule, or that of an exchange."""
    return exchanges.rule_for(work, row.id, rule_of(Channel(row.channel), now))


def gather(work: UnitOfWork, row: Handover, now: datetime, *, seen: bool = False) -> Basket:
    """Return a handover with everything that decides about it at `now`."""
    rule, terms = rule_for(work, row, now), from_json(row.terms)
    lines = tuple(_line(work, rule, one, now) for one in work.handovers.lines.of_handover(row.id))
    case = BasketCase(
        rule=rule,
        terms=terms,
        lines=tuple(_priced(work, rule, line.row) for line in lines),
        today=today(now),
        used=used_of(work, terms),
        certificate_used=_certificate_used(work, terms),
        seen=seen,
        seller_known=seller_of(work) is not None,
    )
    return Basket(row, rule, terms, lines, case, basket_gates(case))


def used_of(work: UnitOfWork, terms: Terms) -> Used | None:
    """Return how the commitment of these terms stands; None when it was not used before."""
    key = number_key(terms.number)
    known = work.handovers.commitment(key) if key else None
    if known is None:
        return None
    return Used(known.unit, known.limit_cents, known.valid_until, known.used_cents)


def _certificate_used(work: UnitOfWork, terms: Terms) -> bool:
    key = number_key(terms.certificate)
    return bool(key) and work.handovers.course_proof(key) is not None


def _line(work: UnitOfWork, rule: ChannelRule, row: HandoverLine, now: datetime) -> GatheredLine:
    day, was = today(now), pricing.of_line(row)
    if row.device_id is None:
        same = pricing.of_article(rule, row.article, row.quantity, day) == was
        return GatheredLine(row, None, () if same else (price_gone(),))
    gathered = facts.gather(work, work.devices.by_id(row.device_id), now)
    kind, grade = gathered.device.type, gathered.facts.grade
    # Another grade, type, list or rate since means another price, tax or warranty.
    same = row.grade == grade and row.article == kind
    priced = same and pricing.of_device(rule, kind, grade, day) == was
    read = row.label_read_at is not None
    gates = gates_of(work, rule, gathered, priced=priced, label_read=read)
    return GatheredLine(row, gathered, gates)


def gates_of(
    work: UnitOfWork, rule: ChannelRule, gathered: Gathered, *, priced: bool, label_read: bool
) -> tuple[Gate, ...]:
    """Return the gates of a device in a channel."""
    certificate = work.certificates.valid_of(gathered.device.id)
    system = installed.line_of(work, gathered.device)
    case = DeviceCase(
        device=gathered.device.code,
        facts=gathered.facts,
        certificate=short(certificate.code) if certificate else "",
        priced=priced,
        label_read=label_read,
        system=None
        if system is None
        else InstalledSystem(system.name, day_of(system.at), system.passed),
        needs_system=rule.advises_installation and installed.runs_a_system(work, gathered.device),
    )
    return device_gates(case)


def day_of(instant: datetime) -> str:
    """Return `21.11.2026` in Finnish time."""
    day = local(instant)
    return f"{day.day}.{day.month}.{day.year}"


def price_of(gathered: Gathered, rule: ChannelRule, now: datetime) -> int | None:
    """Return what a device costs today; None when the list has no price for it."""
    priced = pricing.of_device(rule, gathered.device.type, gathered.facts.grade, today(now))
    return None if priced is None else priced.list_cents


def _priced(work: UnitOfWork, rule: ChannelRule, row: HandoverLine) -> PricedLine:
    giver = work.people.by_code(row.discount_by) if row.discount_by else None
    limit = rule.discount_limit(giver.role) if giver else 0
    return PricedLine(row.list_cents, row.discount_cents, limit, row.device_id is not None)
