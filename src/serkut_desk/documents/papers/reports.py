"""Papers and figures for the city: a lot by serial, a month."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.flow import NOTE, PLAIN, STRONG, Span, Style
from serkut_desk.documents.paper_words import NOTHING, both, joined
from serkut_desk.documents.papers.frame import Sheet
from serkut_desk.documents.papers.goods import Head
from serkut_desk.domain.codes import short
from serkut_desk.domain.papers import NOT_ARRIVED, ChannelFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.documents.papers.stamp import Stamp
    from serkut_desk.domain.papers import (
        Count,
        Figure,
        LotReportContent,
        LotRow,
        MonthReportContent,
    )

_SMALL: Final = Style(size=7.2)
_SMALL_CODE: Final = Style(font=fonts.MONO, size=6.8)
_LOT_COLUMNS: Final = (
    "code", "type", "make", "serial", "inventory", "received", "media", "level", "certificate",
    "grade", "state", "left", "weight",
)  # fmt: skip
_LOT_WIDTHS: Final = (44, 82, 97, 77, 60, 47, 41, 62, 42, 40, 79, 47, 36.89)
_FIGURE_WIDTHS: Final = (238.0, 80.0, 100.0, 90.0)
_COUNT_WIDTHS: Final = (238.0, 80.0)


def lot_report(stamp: Stamp, content: LotReportContent) -> bytes:
    """Return a lot's report by serial, on pages turned sideways."""
    sheet = Sheet(stamp, bars=content.lot, landscape=True)
    flow, words = sheet.flow, sheet.words
    closed = words.day(content.closed_on) if content.closed_on else sheet.say("lot_report.open")
    came = [row for row in content.rows if row.state != NOT_ARRIVED]
    weighed = [row.weight_g for row in came if row.weight_g is not None]
    states = Counter(row.state for row in content.rows)
    sheet.facts(
        (sheet.say("lot_report.lot"), both(content.lot)),
        (sheet.say("lot_report.sender"), content.sender),
        (
            sheet.say("lot_report.opened"),
            sheet.say("lot_report.from_to", opened=words.day(content.opened_on), closed=closed),
        ),
        (sheet.say("lot_report.data_class"), words.word("data_class", content.data_class)),
        (sheet.say("lot_report.devices"), str(len(came))),
        (
            sheet.say("lot_report.states"),
            ", ".join(f"{lot_state(sheet, key)} {count}" for key, count in states.items()),
        ),
        (
            sheet.say("column.weight"),
            joined(
                words.weight(sum(weighed)) if weighed else "",
                sheet.say("unweighed", count=len(came) - len(weighed))
                if len(came) > len(weighed)
                else "",
            ),
        ),
    )
    flow.down(8)
    head = Head(sheet, _LOT_COLUMNS, _LOT_WIDTHS, (6, 12))
    head()
    for row in content.rows:
        flow.row(_lot_row(sheet, row), _LOT_WIDTHS, again=head, right=(6, 12))
    return sheet.finish()


def lot_state(sheet: Sheet, key: str) -> str:
    """Return the word for a row's state."""
    return (
        sheet.say("lot_report.not_arrived")
        if key == NOT_ARRIVED
        else sheet.words.shared("state", key)
    )


def _lot_row(sheet: Sheet, row: LotRow) -> list[tuple[Span, ...]]:
    words = sheet.words
    texts = (
        (short(row.device) if row.device else NOTHING, _SMALL),
        (words.word("type", row.type) if row.type else NOTHING, _SMALL),
        (row.description or NOTHING, _SMALL),
        (row.serial or NOTHING, _SMALL_CODE),
        (row.inventory or NOTHING, _SMALL_CODE),
        (words.day(row.received_on) if row.received_on else NOTHING, _SMALL),
        (str(row.media) if row.device else NOTHING, _SMALL),
        (words.word("level", row.level) if row.level else NOTHING, _SMALL),
        (short(row.certificate) if row.certificate else NOTHING, _SMALL),
        (row.grade or NOTHING, _SMALL),
        (lot_state(sheet, row.state), _SMALL),
        (words.day(row.left_on) if row.left_on else NOTHING, _SMALL),
        (words.weight(row.weight_g), _SMALL),
    )
    return [(Span(text, style),) for text, style in texts]


def month_report(stamp: Stamp, content: MonthReportContent) -> bytes:
    """Return a month's figures."""
    sheet = Sheet(stamp)
    flow, words = sheet.flow, sheet.words
    year, month = content.month.split("-")
    named = sheet.say(f"month.{int(month)}", year=year)
    first = date(int(year), int(month), 1)
    sheet.facts(
        (sheet.say("month_report.month"), named),
        (
            sheet.say("month_report.days"),
            sheet.say("from_to", first=words.day(first), last=words.day(content.until)),
        ),
    )
    flow.heading(sheet.say("month_report.came"))
    _counts(
        sheet,
        [
            (sheet.say("month_report.lots"), content.lots),
            (sheet.say("month_report.certificates"), content.certificates),
            (sheet.say("month_report.returned"), content.returned),
            (sheet.say("month_report.missing"), content.missing),
        ],
    )
    received = (sheet.say("month_report.received"), content.received)
    _figures(sheet, "month_report.devices", [received])
    outcomes = [(sheet.say(f"outcome.{one.key}"), one) for one in content.outcomes]
    _figures(sheet, "month_report.outcomes", outcomes, total=True)
    flow.heading(sheet.say("month_report.wipes"))
    _counts(sheet, _level_counts(sheet, content.wipes))
    _channels(sheet, content.handovers)
    flow.down(6)
    flow.paragraph(sheet.say("month_report.privacy"), NOTE)
    return sheet.finish()


def _channels(sheet: Sheet, channels: Sequence[ChannelFigure]) -> None:
    """Put handovers by channel, the devices in them, and the sums."""
    flow = sheet.flow
    flow.heading(sheet.say("month_report.handovers"))
    if not channels:
        flow.paragraph(sheet.say("nothing"))
        return
    head = Head(sheet, ("what", "count", "devices", "weight"), _FIGURE_WIDTHS, (1, 2, 3))
    head()
    total = ChannelFigure(
        "",
        sum(one.handovers for one in channels),
        sum(one.devices for one in channels),
        sum(one.grams for one in channels),
    )
    for one in (*channels, total):
        label = sheet.say(f"channel.{one.channel}") if one.channel else sheet.say("total")
        texts = (label, str(one.handovers), str(one.devices), sheet.words.weight(one.grams))
        style = PLAIN if one.channel else STRONG
        cells = [(Span(text, style),) for text in texts]
        flow.row(cells, _FIGURE_WIDTHS, again=head, right=(1, 2, 3))


def _level_counts(sheet: Sheet, counts: Sequence[Count]) -> list[tuple[str, int]]:
    return [(sheet.words.word("level", one.key), one.count) for one in counts]


def _counts(sheet: Sheet, rows: Sequence[tuple[str, int]]) -> None:
    for label, count in rows:
        sheet.flow.row(((Span(label),), (Span(str(count)),)), _COUNT_WIDTHS, right=(1,))
    if not rows:
        sheet.flow.paragraph(sheet.say("nothing"))


def _figures(
    sheet: Sheet, heading: str, rows: Sequence[tuple[str, Figure]], *, total: bool = False
) -> None:
    """Put devices and kilograms; `total` puts their sum below."""
    flow, words = sheet.flow, sheet.words
    flow.heading(sheet.say(heading))
    if not rows:
        flow.paragraph(sheet.say("nothing"))
        return
    columns = ("what", "devices", "weight", "unweighed")
    head = Head(sheet, columns, _FIGURE_WIDTHS, (1, 2, 3))
    head()
    figures = [figure for _, figure in rows]
    sums = [
        (
            sheet.say("total"),
            sum(one.devices for one in figures),
            sum(one.grams for one in figures),
            sum(one.unweighed for one in figures),
            STRONG,
        )
    ]
    plain = [(label, one.devices, one.grams, one.unweighed, Style()) for label, one in rows]
    for label, devices, grams, unweighed, style in [*plain, *(sums if total else [])]:
        texts = (label, str(devices), words.weight(grams), str(unweighed))
        flow.row(
            [(Span(text, style),) for text in texts], _FIGURE_WIDTHS, again=head, right=(1, 2, 3)
        )
