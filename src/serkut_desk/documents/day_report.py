"""The day report for the binder: what happened, and the head of the journal on paper.

The number and the hash of the journal's newest entry leave the computer this way: whoever cuts
off or rewrites the journal later can not change the page in the binder.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.flow import (
    CODE,
    HEIGHT,
    LABEL,
    LEFT,
    NOTE,
    PLAIN,
    RIGHT,
    STRONG,
    TINY_CODE,
    WIDTH,
    Flow,
    Span,
    Style,
)
from serkut_desk.documents.paper_words import DASH, PaperWords, both, joined
from serkut_desk.domain.codes import short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from serkut_desk.domain.journal import Head

_TITLE: Final = Style(font=fonts.SEMIBOLD, size=20)
_NAME: Final = Style(font=fonts.SEMIBOLD, size=11)
_COUNT_WIDTH: Final = 60.0
_SIGNATURE_HEIGHT: Final = 60.0


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup of the day; `where` is its file's name, `verified` whether it was opened."""

    at: datetime
    where: str
    verified: bool


@dataclass(frozen=True, slots=True)
class LotLine:
    """A delivery that was worked on: its code, its sender and how it stands, in words."""

    code: str
    sender: str
    state: str


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A certificate issued or revoked: its number, its device and what was done, in words."""

    number: str
    device: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """Everything on one day report.

    Args:
        workshop: Its name.
        day: The day that is closed.
        closed_at: When it is closed.
        closed_by: Name and title of who closes it; never the code of a badge.
        events: Kind of event in words and how often; sorted by the caller.
        first_seq: The first entry of the day, None when there is none.
        lots: Deliveries of the day.
        certificates: Certificates of the day.
        anchor: The journal's newest entry before the report's own.
        backups: Backups of the day.
        open_things: What is not finished, in words.
        clock_notes: Jumps of the clock, in words.
    """

    workshop: str
    day: date
    closed_at: datetime
    closed_by: str
    events: tuple[tuple[str, int], ...]
    first_seq: int | None
    lots: tuple[LotLine, ...]
    certificates: tuple[CertificateLine, ...]
    anchor: Head
    backups: tuple[BackupLine, ...]
    open_things: tuple[str, ...]
    clock_notes: tuple[str, ...]


def day_report_pdf(report: DayReport, language: str = "fi") -> bytes:
    """Return the report as PDF; the same report gives the same bytes."""
    words = PaperWords(language)
    day = words.day(report.day)
    title = words.say("day_report.title")
    buffer = io.BytesIO()
    canvas = fonts.new_canvas(
        buffer,
        (WIDTH, HEIGHT),
        title=f"{title} {day}",
        author=report.workshop,
        subject=report.day.isoformat(),
        lang=language,
    )
    flow = Flow(
        header=f"{title} · {day}",
        footer=words.say("day_report.footer", workshop=report.workshop, day=day),
        page_of=lambda number, total: words.say("page_of", paper=day, page=number, pages=total),
    )
    flow.paragraph(report.workshop, _NAME)
    flow.down(6)
    flow.paragraph(f"{title} {day}", _TITLE)
    flow.paragraph(words.say("day_report.subtitle"), LABEL)
    flow.down(4)
    flow.paragraph(
        words.say(
            "day_report.closed", moment=words.moment(report.closed_at), person=report.closed_by
        )
    )
    _journal(flow, report, words)
    _events(flow, report, words)
    _lines(flow, report, words)
    _upkeep(flow, report, words)
    _signatures(flow, words)
    flow.render(canvas)
    canvas.save()
    return buffer.getvalue()


def _journal(flow: Flow, report: DayReport, words: PaperWords) -> None:
    flow.heading(words.say("day_report.journal"))
    of_day = (
        ""
        if report.first_seq is None
        else words.say("day_report.entries_of_day", first=report.first_seq, last=report.anchor.seq)
    )
    flow.row(
        (
            (Span(words.say("journal_number", seq=report.anchor.seq), CODE), Span(of_day, NOTE)),
            (Span(report.anchor.hash, Style(font=TINY_CODE.font, size=8.6)),),
        ),
        (150, RIGHT - LEFT - 150),
    )
    flow.down(2)
    flow.paragraph(words.say("day_report.journal_why"), NOTE)


def _events(flow: Flow, report: DayReport, words: PaperWords) -> None:
    flow.heading(words.say("day_report.events"))
    widths = (RIGHT - LEFT - _COUNT_WIDTH, _COUNT_WIDTH)
    for name, count in report.events:
        flow.row(((Span(name),), (Span(str(count)),)), widths)
    if not report.events:
        flow.paragraph(words.say("day_report.no_events"))
        return
    total = sum(count for _, count in report.events)
    flow.row(((Span(words.say("day_report.total"), STRONG),), (Span(str(total), STRONG),)), widths)


def _lines(flow: Flow, report: DayReport, words: PaperWords) -> None:
    flow.heading(words.say("day_report.lots"))
    for lot in report.lots:
        flow.facts(short(lot.code), Span(joined(lot.sender, lot.state)))
    _or_nothing(flow, report.lots, words)
    flow.heading(words.say("day_report.certificates"))
    for line in report.certificates:
        flow.facts(short(line.number), Span(joined(both(line.device), line.what)))
    _or_nothing(flow, report.certificates, words)


def _or_nothing(flow: Flow, lines: Sequence[LotLine | CertificateLine], words: PaperWords) -> None:
    if not lines:
        flow.paragraph(words.say("day_report.nothing"), PLAIN)


def _upkeep(flow: Flow, report: DayReport, words: PaperWords) -> None:
    flow.heading(words.say("day_report.backups"))
    for backup in report.backups:
        state = "backup_checked" if backup.verified else "backup_unchecked"
        flow.facts(
            words.moment(backup.at), Span(joined(backup.where, words.say(f"day_report.{state}")))
        )
    if not report.backups:
        flow.paragraph(words.say("day_report.no_backup"), STRONG)
    flow.heading(words.say("day_report.open"))
    for thing in report.open_things or (words.say("day_report.nothing_open"),):
        flow.paragraph(f"{DASH} {thing}")
    flow.heading(words.say("day_report.clock"))
    for note in report.clock_notes or (words.say("day_report.clock_quiet"),):
        flow.paragraph(f"{DASH} {note}")


def _signatures(flow: Flow, words: PaperWords) -> None:
    flow.need(_SIGNATURE_HEIGHT)
    flow.down(44)
    half = (RIGHT - LEFT - 24) / 2
    for number, label in enumerate(("signature", "name")):
        x = LEFT + number * (half + 24)
        flow.rule(flow.y, x=x, x2=x + half, width=0.8)
        flow.text(x, flow.y - 11, words.say(f"day_report.{label}"), NOTE)
    flow.down(14)
