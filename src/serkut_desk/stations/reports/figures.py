"""Gathers the figures that the screen, the command line and the papers all show."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import HELSINKI, local
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.media import Level
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.papers import (
    NOT_ARRIVED,
    ChannelFigure,
    Count,
    Figure,
    LotReportContent,
    LotRow,
    MonthReportContent,
)
from serkut_desk.records import reports as records

if TYPE_CHECKING:
    from serkut_desk.domain.lots import Lot
    from serkut_desk.records.reports import LotDevice, Weighed
    from serkut_desk.records.unit_of_work import UnitOfWork

# In the order in which every month shows them.
CHANNELS = ("commitment", "course", "project", "workstation", "sale")
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_DECEMBER = 12


def lot_named(work: UnitOfWork, text: str) -> Lot:
    """Return the lot of a code.

    Raises:
        Refused: `report_lot_unknown`.
    """
    own = parse_code(text)
    known = own is not None and own.kind is CodeKind.LOT
    found = work.lots.by_code(str(own)) if known else None
    if found is None:
        raise Refused("report_lot_unknown", lot=text.strip()[:40])
    return found


def lot_figures(work: UnitOfWork, lot: Lot) -> LotReportContent:
    """Return a lot by serial: what came, in the order received, then what did not come."""
    came = [_came(one) for one in records.lot_devices(work.connection, lot.id)]
    missing = [
        LotRow(
            device="",
            type=line.type or "",
            description=f"{line.manufacturer} {line.model}".strip(),
            serial=line.serial,
            inventory=line.inventory,
            received_on=None,
            media=0,
            level="",
            certificate="",
            grade="",
            state=NOT_ARRIVED,
            left_on=None,
            weight_g=None,
        )
        for line in work.lots.missing(lot.id)
    ]
    return LotReportContent(
        lot=lot.code,
        sender=work.lots.organisation(lot.organisation_id).name,
        opened_on=local(lot.opened_at).date(),
        closed_on=local(lot.closed_at).date() if lot.closed_at else None,
        data_class=lot.data_class.value,
        rows=(*came, *missing),
    )


def _came(one: LotDevice) -> LotRow:
    levels = [Level(word) for word in one.levels.split(",")] if one.levels else []
    return LotRow(
        device=one.code,
        type=one.type,
        description=f"{one.manufacturer} {one.model}".strip(),
        serial=one.serial,
        inventory=one.inventory,
        received_on=local(one.received_at).date(),
        media=one.media,
        level=min(levels, key=lambda level: level.rank).value if levels else "",
        certificate=one.certificate or "",
        grade=one.grade or "",
        state=one.state,
        left_on=local(one.left_at).date() if one.left_at else None,
        weight_g=one.weight_g,
    )


def month_start(month: str) -> date:
    """Return the first day of `2026-11`.

    Raises:
        Misused: `month_wrong`.
    """
    found = _MONTH.fullmatch(month.strip())
    if found is None or not 1 <= int(found[2]) <= _DECEMBER or int(found[1]) == 0:
        raise Misused("month_wrong", text=month[:20])
    return date(int(found[1]), int(found[2]), 1)


def month_figures(work: UnitOfWork, month: str, now: datetime) -> MonthReportContent:
    """Return a month's figures as they stand at `now`.

    Raises:
        Misused: `month_wrong`.
        Refused: `month_not_begun`.
    """
    first = month_start(month)
    today = local(now).date()
    if first > today:
        raise Refused("month_not_begun", month=f"{first.month}/{first.year}")
    following = (first + timedelta(days=31)).replace(day=1)
    span = records.Span(_midnight(first), _midnight(following))
    connection = work.connection
    decided = records.outcomes(connection, span)
    levels = records.wiped(connection, span)
    given = records.handed_over(connection, span)
    return MonthReportContent(
        month=f"{first:%Y-%m}",
        until=min(following - timedelta(days=1), today),
        lots=records.lots_opened(connection, span),
        received=_figure("received", records.received(connection, span)),
        outcomes=tuple(
            _figure(one.value, decided[one.value]) for one in Outcome if one.value in decided
        ),
        wipes=tuple(
            Count(level.value, levels[level.value]) for level in Level if level.value in levels
        ),
        certificates=records.certificates(connection, span),
        handovers=tuple(
            ChannelFigure(channel, times, weighed.devices, weighed.grams, weighed.unweighed)
            for channel in CHANNELS
            if channel in given
            for times, weighed in (given[channel],)
        ),
        returned=records.returned(connection, span),
        missing=records.noticed_missing(connection, span),
    )


def _figure(key: str, weighed: Weighed) -> Figure:
    return Figure(key, weighed.devices, weighed.grams, weighed.unweighed)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=HELSINKI)
