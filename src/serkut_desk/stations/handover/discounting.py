"""Discounts: with a reason, within the limit of who gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.money import PERMILLE, euros, share_of, split
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.handover.baskets import NO_DISCOUNT, changed
from serkut_desk.stations.handover.commands import BasketDone, Discount
from serkut_desk.stations.handover.filling import line_of
from serkut_desk.stations.handover.gathering import rule_for
from serkut_desk.stations.handover.named import open_handover_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.records.handovers import HandoverLine


@handles(Discount, Permission.HAND_OVER)
def give_discount(task: Task, command: Discount) -> BasketDone:
    """Give a discount on one line or on all; it replaces the one before."""
    row = open_handover_of(task.work, command.handover)
    lines = task.work.handovers.lines
    if command.line is None:
        chosen = lines.of_handover(row.id)
    else:
        chosen = [line_of(task, row, command.line)]
    if not chosen:
        raise Refused("handover_empty")
    limit = rule_for(task.work, row, task.now).discount_limit(task.person.role)
    cents = _cents(command, chosen, limit)
    reason = short_text(command.reason, "reason") if any(cents) else ""
    for line, part in zip(chosen, cents, strict=True):
        given: dict[str, object] = {
            "discount_cents": part,
            "discount_reason": reason,
            "discount_by": task.actor,
        }
        lines.change(line.id, **(given if part else NO_DISCOUNT))
    return BasketDone(row.code, changed(task, row, "discount"))


def _cents(command: Discount, lines: Sequence[HandoverLine], limit: int) -> tuple[int, ...]:
    """Return what is taken off each line.

    Raises:
        Misused: `discount_unclear`: not exactly one of cents and permille, or below zero.
        Refused: `discount_too_large`.
    """
    prices = [line.list_cents for line in lines]
    caps = [share_of(price, limit) for price in prices]
    given = command.permille if command.cents is None else command.cents
    both = command.permille is not None and command.cents is not None
    if given is None or both or given < 0:
        raise Misused("discount_unclear")
    if command.cents is None:
        fits, wanted = given <= limit, [share_of(price, given) for price in prices]
    else:
        fits, wanted = given <= sum(caps), None
    if not fits:
        raise Refused("discount_too_large", percent=limit * 100 // PERMILLE, most=euros(sum(caps)))
    return split(given, prices, caps) if wanted is None else tuple(wanted)
