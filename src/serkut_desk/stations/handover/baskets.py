"""Opening a basket, changing its terms, ending it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, short
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.terms import as_json, taker
from serkut_desk.stations import shop_rules
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.handover import pricing
from serkut_desk.stations.handover.commands import (
    BasketDone,
    CancelHandover,
    ChangeTerms,
    OpenHandover,
)
from serkut_desk.stations.handover.gathering import rule_for, rule_of, today
from serkut_desk.stations.handover.named import CANCELLED, OPEN, open_handover_of
from serkut_desk.stations.handover.typed import clean_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.channels import ChannelRule
    from serkut_desk.domain.outcomes import Grade
    from serkut_desk.records.handovers import Handover, HandoverLine

NO_DISCOUNT: dict[str, object] = {
    "discount_cents": 0,
    "discount_reason": None,
    "discount_by": None,
}


def versions(task: Task) -> dict[str, int]:
    """Return which version of each list holds today, to be kept with the handover."""
    day = today(task.now)
    return {
        "channels": shop_rules.channels_on(day).version,
        "prices": shop_rules.prices_on(day).version,
        "vat": shop_rules.vat_on(day).version,
        "warranty": shop_rules.warranty_on(day).version,
    }


def changed(task: Task, row: Handover, what: str, devices: Iterable[str] = ()) -> Changes:
    """Write the one entry of a change to a basket; it never says the channel or the terms."""
    codes = tuple(devices)
    head = task.work.journal.append(
        Tag.HANDOVER_CHANGED, row.code, codes, number=short(row.code), what=what
    )
    task.work.handovers.change(row.id, seq=head.seq)
    return Changes(handovers=frozenset({row.code}), devices=frozenset(codes), journal=True)


@handles(OpenHandover, Permission.HAND_OVER)
def open_handover(task: Task, command: OpenHandover) -> BasketDone:
    """Begin a basket."""
    rule = rule_of(command.channel, task.now)
    terms = clean_terms(rule, command.terms)
    code = task.work.house.next_code(CodeKind.HANDOVER)
    head = task.work.journal.append(Tag.HANDOVER_OPENED, code, number=short(code))
    task.work.handovers.add(
        code=code,
        channel=command.channel.value,
        state=OPEN,
        terms=as_json(terms),
        receiver=taker(terms),
        opened_at=task.now,
        opened_by=task.actor,
        payment_reference="",
        rules=versions(task),
        seq=head.seq,
    )
    return BasketDone(code, Changes(handovers=frozenset({code}), journal=True))


@handles(ChangeTerms, Permission.HAND_OVER)
def change_terms(task: Task, command: ChangeTerms) -> BasketDone:
    """Replace a basket's terms; another channel prices its lines anew."""
    row = open_handover_of(task.work, command.handover)
    channel = command.channel.value if command.channel else row.channel
    rule = rule_for(task.work, replace(row, channel=channel), task.now)
    terms = clean_terms(rule, command.terms)
    task.work.handovers.change(
        row.id, channel=channel, terms=as_json(terms), receiver=taker(terms), rules=versions(task)
    )
    if channel != row.channel:
        for line in task.work.handovers.lines.of_handover(row.id):
            _price_anew(task, rule, line)
    return BasketDone(row.code, changed(task, row, "terms"))


def _price_anew(task: Task, rule: ChannelRule, line: HandoverLine) -> None:
    if line.device_id is None:
        values = article_values(task, rule, line.article, line.quantity)
    else:
        values = device_values(task, rule, line.article, line.grade, line.description)
    task.work.handovers.lines.change(line.id, **values, **NO_DISCOUNT)


def device_values(
    task: Task, rule: ChannelRule, kind: str, grade: Grade | None, make: str
) -> dict[str, object]:
    """Return what a device costs, and its warranty.

    Raises:
        Refused: `handover_no_price`.
    """
    priced = pricing.of_device(rule, kind, grade, today(task.now))
    if priced is None:
        raise Refused("handover_no_price", what=make)
    return priced._asdict()


def article_values(task: Task, rule: ChannelRule, article: str, quantity: int) -> dict[str, object]:
    """Return what a number of one article costs, and its warranty.

    Raises:
        Refused: `article_unknown`.
    """
    priced = pricing.of_article(rule, article, quantity, today(task.now))
    if priced is None:
        raise Refused("article_unknown", article=article)
    return priced._asdict()


@handles(CancelHandover, Permission.HAND_OVER)
def cancel_handover(task: Task, command: CancelHandover) -> BasketDone:
    """End a basket; its devices are free for another one, and nothing typed of it is kept."""
    row = open_handover_of(task.work, command.handover)
    work = task.work
    codes = []
    for line in work.handovers.lines.of_handover(row.id):
        work.handovers.lines.change(line.id, active=False)
        if line.device_id is not None:
            codes.append(work.devices.by_id(line.device_id).code)
    head = work.journal.append(
        Tag.HANDOVER_CANCELLED, row.code, codes, number=short(row.code), devices=codes
    )
    work.handovers.change(row.id, state=CANCELLED, terms={}, receiver="", seq=head.seq)
    changes = Changes(handovers=frozenset({row.code}), devices=frozenset(codes), journal=True)
    return BasketDone(row.code, changes)
