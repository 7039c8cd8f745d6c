"""What screens and the command line read at the handover station."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.handover import payments_for
from serkut_desk.domain.money import cash_rounding, vat_parts
from serkut_desk.domain.papers import paper_name
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, shop_rules
from serkut_desk.stations.handover import gathering, named
from serkut_desk.stations.handover.views import (
    ArticleLine,
    BasketView,
    ChannelLine,
    CommitmentView,
    DeviceLook,
    HandoverLine,
    LineView,
    PaperLink,
    TotalsView,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.channels import ChannelRule
    from serkut_desk.domain.people import Session
    from serkut_desk.records.handovers import Handover
    from serkut_desk.records.handovers import HandoverLine as LineRow
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handover.gathering import Basket, GatheredLine

__all__ = [
    "ArticleLine",
    "BasketView",
    "ChannelLine",
    "CommitmentView",
    "DeviceLook",
    "HandoverLine",
    "LineView",
    "PaperLink",
    "TotalsView",
    "articles",
    "basket",
    "channels",
    "completed",
    "look",
    "of_device",
    "open_baskets",
    "receipt",
]

# As many as a list shows without a search.
SHOWN = 200
_NEEDS = Permission.HAND_OVER
_PAPER = re.compile(r"([A-Z]{2})-?([0-9]{1,9})")


def channels(desk: Desk, session: Session | None) -> tuple[ChannelLine, ...]:
    """Return the channels with what each asks for, in the order in which to show them."""
    with desk.reading(session, _NEEDS) as work:
        rules = shop_rules.channels_on(gathering.today(desk.clock.now())).rules
        return tuple(
            ChannelLine(channel, rules[channel], _limit(work, session, rules[channel]))
            for channel in Channel
        )


def _limit(work: UnitOfWork, session: Session | None, rule: ChannelRule) -> int:
    person = work.people.by_code(session.person) if session else None
    return rule.discount_limit(person.role) if person else 0


def articles(desk: Desk, session: Session | None, channel: Channel) -> tuple[ArticleLine, ...]:
    """Return the articles that can be added, with their prices in a channel."""
    now = desk.clock.now()
    with desk.reading(session, _NEEDS):
        rule = gathering.rule_of(channel, now)
        prices = shop_rules.prices_on(gathering.today(now))
        months = shop_rules.warranty_on(gathering.today(now)).articles
        return tuple(
            ArticleLine(name, prices.of_article(rule, name) or 0, months)
            for name in prices.articles
        )


def open_baskets(desk: Desk, session: Session | None) -> tuple[HandoverLine, ...]:
    """Return the handovers that are open, the oldest first."""
    with desk.reading(session, _NEEDS) as work:
        return _listed(work, work.handovers.open_ones())


def completed(
    desk: Desk, session: Session | None, limit: int = SHOWN, before: str | None = None
) -> tuple[HandoverLine, ...]:
    """Return completed handovers, the newest first; `before` is the last code of the page above.

    Raises:
        Refused: `handover_unknown`.
    """
    with desk.reading(session, _NEEDS) as work:
        last = None if before is None else named.handover_of(work, before).id
        return _listed(work, work.handovers.completed(limit, last))


def of_device(desk: Desk, session: Session | None, device: str) -> tuple[HandoverLine, ...]:
    """Return the completed handovers of a device, the newest first.

    Raises:
        Refused: `handover_device_unknown` or `handover_device_several`.
    """
    with desk.reading(session, _NEEDS) as work:
        return _listed(work, work.handovers.of_device(named.device_of(work, device).id))


def _listed(work: UnitOfWork, rows: Sequence[Handover]) -> tuple[HandoverLine, ...]:
    by_handover: dict[int, list[LineRow]] = {row.id: [] for row in rows}
    for line in work.handovers.lines.of_handovers(by_handover):
        by_handover[line.handover_id].append(line)
    return tuple(_in_list(row, by_handover[row.id]) for row in rows)


def _in_list(row: Handover, lines: Sequence[LineRow]) -> HandoverLine:
    devices = [line for line in lines if line.device_id is not None]
    total = sum(line.list_cents - line.discount_cents for line in lines)
    return HandoverLine(
        handover=row.code,
        state=row.state,
        at=row.completed_at or row.opened_at,
        devices=len(devices),
        lines=len(lines),
        total_cents=total,
        what=next((line.description for line in devices), ""),
    )


def basket(desk: Desk, session: Session | None, handover: str, *, seen: bool = False) -> BasketView:
    """Return a handover with everything about it, open or not.

    Args:
        desk: The workshop.
        session: Who asks.
        handover: LU code.
        seen: The tick "commitment and identity seen", which is kept nowhere but on the screen.

    Raises:
        Refused: `handover_unknown`.
    """
    with desk.reading(session, _NEEDS) as work:
        return _view(desk, work, session, named.handover_of(work, handover), seen=seen)


def receipt(desk: Desk, session: Session | None, text: str) -> BasketView:
    """Return the completed handover that a LU code, a paper's name (`KU-17`) or a device names.

    Raises:
        Refused: `handover_unknown`, `handover_device_unknown` or `handover_device_several`.
    """
    with desk.reading(session, _NEEDS) as work:
        row = _of_receipt(work, text)
        if row is None or row.state != named.COMPLETED:
            raise Refused("handover_unknown", handover=text)
        return _view(desk, work, session, row, seen=True)


def _of_receipt(work: UnitOfWork, text: str) -> Handover | None:
    own = parse_code(text)
    if own is not None and own.kind is CodeKind.HANDOVER:
        return work.handovers.by_code(str(own))
    paper = _PAPER.fullmatch("".join(text.split()).upper())
    if paper is not None:
        found = work.papers.numbered(paper[1], int(paper[2]))
        if found is not None:
            return work.handovers.by_id(found.handover_id) if found.handover_id else None
    newest = work.handovers.of_device(named.device_of(work, text).id)
    return newest[0] if newest else None


def look(desk: Desk, session: Session | None, text: str, channel: Channel) -> DeviceLook:
    """Return the gates of a device that is not in a basket yet.

    Raises:
        Refused: `handover_device_unknown` or `handover_device_several`.
    """
    now = desk.clock.now()
    with desk.reading(session, _NEEDS) as work:
        device = named.device_of(work, text)
        gathered = facts.gather(work, device, now)
        rule = gathering.rule_of(channel, now)
        priced = gathering.price_of(gathered, rule, now)
        line = work.handovers.lines.active_of(device.id)
        read = named.is_label(text)
        gates = gathering.gates_of(work, rule, gathered, priced=priced is not None, label_read=read)
        grade = gathered.facts.grade
        return DeviceLook(
            device=device.code,
            description=named.make_of(device),
            serial=device.serial,
            grade=grade.value if grade else None,
            basket=None if line is None else work.handovers.by_id(line.handover_id).code,
            gates=gates,
            ready=all(gate.holds for gate in gates),
        )


def _view(
    desk: Desk, work: UnitOfWork, session: Session | None, row: Handover, *, seen: bool
) -> BasketView:
    found = gathering.gather(work, row, desk.clock.now(), seen=seen)
    is_open = row.state == named.OPEN
    total = found.case.total_cents
    return BasketView(
        handover=row.code,
        channel=found.rule.channel,
        state=row.state,
        terms=found.terms,
        rule=found.rule,
        opened_at=row.opened_at,
        lines=tuple(_line(line, is_open=is_open) for line in found.lines),
        gates=found.gates if is_open else (),
        missing=found.missing if is_open else (),
        ready=is_open and not found.missing,
        totals=_totals(found),
        payments=payments_for(found.rule, total) if is_open else (),
        commitment=_commitment(found) if is_open else None,
        max_discount=_limit(work, session, found.rule),
        completed_at=row.completed_at,
        payment=Payment(row.payment) if row.payment else None,
        payment_reference=row.payment_reference,
        rounding_cents=row.rounding_cents,
        papers=_papers(work, row),
    )


def _line(line: GatheredLine, *, is_open: bool) -> LineView:
    row, device = line.row, line.device
    return LineView(
        line=row.id,
        device=device.code if device else None,
        article=row.article,
        description=row.description,
        serial=device.serial if device else "",
        grade=row.grade.value if row.grade else None,
        quantity=row.quantity,
        list_cents=row.list_cents,
        discount_cents=row.discount_cents,
        discount_reason=row.discount_reason,
        cents=line.cents,
        vat_permille=row.vat_permille,
        warranty_months=row.warranty_months,
        label_read=device is None or row.label_read_at is not None,
        # What is gone is looked at no more: its data gate is that of what comes back.
        gates=line.gates if is_open else (),
        ready=not is_open or all(gate.holds for gate in line.gates),
    )


def _totals(found: Basket) -> TotalsView:
    total = found.case.total_cents
    return TotalsView(
        list_cents=sum(line.row.list_cents for line in found.lines),
        discount_cents=sum(line.row.discount_cents for line in found.lines),
        total_cents=total,
        vat=vat_parts((line.cents, line.row.vat_permille) for line in found.lines),
        cash_cents=total + cash_rounding(total),
    )


def _commitment(found: Basket) -> CommitmentView | None:
    terms, used = found.terms, found.case.used
    if terms.limit_cents is None or terms.valid_until is None:
        return None
    return CommitmentView(
        known=used is not None,
        limit_cents=terms.limit_cents,
        used_cents=used.used_cents if used else 0,
        left_cents=found.case.left_cents - found.case.total_cents,
        valid_until=terms.valid_until,
    )


def _papers(work: UnitOfWork, row: Handover) -> tuple[PaperLink, ...]:
    return tuple(
        PaperLink(
            kind=paper.kind,
            name=paper_name(paper.series, paper.number),
            title=paper.title,
            sha256=paper.sha256,
            device=None if paper.device_id is None else work.devices.by_id(paper.device_id).code,
        )
        for paper in work.papers.of_handover(row.id)
    )
