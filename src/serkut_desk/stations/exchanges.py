"""Handovers that give another device for one that came back, at no price.

The return opens one, the handover station completes it like any other: both meet here. Nothing is
paid, so that no commitment is used and no course certificate is asked for again; every gate of the
device holds as always. The warranty of the new device begins anew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.channels import Channel, Payment, PriceBasis
from serkut_desk.domain.codes import CodeKind

if TYPE_CHECKING:
    from serkut_desk.domain.channels import ChannelRule
    from serkut_desk.records.handovers import Handover
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


def rule_for(work: UnitOfWork, handover_id: int, rule: ChannelRule) -> ChannelRule:
    """Return what holds for a handover: its channel's rule, or that of an exchange.

    An exchange is one device without a price, and nothing more has to be known or seen. Its rule
    is that of the ordinary sale, whatever way the first device went: there is nothing to charge
    to a commitment, and a course certificate was used for the first device.
    """
    if work.returns.of_exchange(handover_id) is None:
        return rule
    return replace(
        rule,
        channel=Channel.SALE,
        terms=(),
        optional=(),
        payments=(Payment.NONE,),
        price=PriceBasis.FREE,
        fixed_cents=0,
        articles_free=True,
        seen=False,
        max_discount={},
        min_devices=1,
        max_devices=1,
        max_lines=1,
    )


def open_for(task: Task, first: Handover) -> tuple[int, str]:
    """Open a handover with the terms of a completed one; the caller writes the entry.

    Returns:
        Its row and its LU code; the caller sets `seq` and links the row to the return.
    """
    code = task.work.house.next_code(CodeKind.HANDOVER)
    row_id = task.work.handovers.add(
        code=code,
        channel=first.channel,
        state="open",
        terms=first.terms,
        receiver=first.receiver,
        opened_at=task.now,
        opened_by=task.actor,
        payment_reference="",
        rules=first.rules,
        seq=0,
    )
    return row_id, code
