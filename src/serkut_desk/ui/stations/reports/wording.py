"""Reports and papers as rows of words for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import short
from serkut_desk.domain.papers import NOT_ARRIVED, PaperKind
from serkut_desk.stations.reports.tables import ReportWords, month_rows
from serkut_desk.ui.device_words import moment, state_tone
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from serkut_desk.domain.papers import LotReportContent, MonthReportContent
    from serkut_desk.interchange.workbook_out import Cell
    from serkut_desk.stations.reports.queries import LotChoice, PaperRow

DASH = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class LotLine:
    """One device of a lot, in words."""

    key: str
    code: str
    name: str
    serial: str
    level: str
    certificate: str
    grade: str
    state: str
    tone: Tone
    weight: str


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One figure of a month, in words; `group` only where a new group begins."""

    key: str
    group: str
    what: str
    count: str
    devices: str
    weight: str
    unweighed: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """An issued paper in words."""

    number: str
    kind: str
    title: str
    issued: str
    copies: str
    has_sheet: bool


def kilograms(grams: int) -> str:
    """Return `1,62 kg`."""
    return f"{grams / 1000:.2f} kg".replace(".", ",")


def day(day_: date) -> str:
    """Return `21.11.2026`."""
    return f"{day_.day}.{day_.month}.{day_.year}"


def lot_lines(content: LotReportContent, language: str) -> tuple[LotLine, ...]:
    """Return a lot's devices; what did not come stands last."""
    words = ReportWords(language)
    return tuple(
        LotLine(
            key=row.device or f"row {number}",
            code=short(row.device) if row.device else DASH,
            name=row.description or words.type(row.type) or DASH,
            serial=row.serial or row.inventory or DASH,
            level=words.level(row.level) or DASH,
            certificate=short(row.certificate) if row.certificate else DASH,
            grade=row.grade or DASH,
            state=words.state(row.state),
            tone=Tone.ATTENTION if row.state == NOT_ARRIVED else state_tone(row.state),
            weight=DASH if row.weight_g is None else kilograms(row.weight_g),
        )
        for number, row in enumerate(content.rows)
    )


def lot_summary(content: LotReportContent, language: str) -> tuple[str, ...]:
    """Return what stands beside a lot's name, as on its paper."""
    words = ReportWords(language)
    came = [row for row in content.rows if row.state != NOT_ARRIVED]
    weighed = [row.weight_g for row in came if row.weight_g is not None]
    closed = day(content.closed_on) if content.closed_on else words.say("lot_report.open")
    parts = [
        words.say("lot_report.from_to", opened=day(content.opened_on), closed=closed),
        f"{words.say('lot_report.devices')}: {len(came)}",
        f"{words.say('lot_report.not_arrived')}: {len(content.rows) - len(came)}",
        kilograms(sum(weighed)),
    ]
    if len(weighed) < len(came):
        parts.append(words.say("unweighed", count=len(came) - len(weighed)))
    return tuple(parts)


def month_lines(content: MonthReportContent, language: str) -> tuple[MonthLine, ...]:
    """Return a month's figures in the order of its paper."""
    lines: list[MonthLine] = []
    before = ""
    for number, row in enumerate(month_rows(content, language)):
        group, what, count, devices, kilos, unweighed = row
        lines.append(
            MonthLine(
                key=str(number),
                group="" if group == before else str(group),
                what=str(what),
                count=_figure(count),
                devices=_figure(devices),
                weight="" if kilos is None else f"{kilos:.2f} kg".replace(".", ","),
                unweighed=_figure(unweighed),
            )
        )
        before = str(group)
    return tuple(lines)


def _figure(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def month_word(month: str, language: str) -> str:
    """Return `marraskuu 2026`."""
    year, number = month.split("-")
    return ReportWords(language).say(f"month.{int(number)}", year=year)


def lot_choices(lots: Sequence[LotChoice]) -> tuple[tuple[str, str], ...]:
    """Return lots for a list: code, and code with sender."""
    return tuple((lot.code, f"{short(lot.code)} · {lot.sender}") for lot in lots)


def kind_word(kind: PaperKind, language: str) -> str:
    """Return what a kind of paper is called."""
    return ReportWords(language).say(f"{kind}.title")


def _about(row: PaperRow, language: str) -> str:
    """Return what a paper is about; its kind stands in a column of its own."""
    title = "" if row.title == kind_word(row.kind, language) else row.title
    return "  ·  ".join(part for part in (short(row.about), title) if part) or DASH


def paper_lines(rows: Sequence[PaperRow], language: str) -> tuple[PaperLine, ...]:
    """Return issued papers in words."""
    return tuple(
        PaperLine(
            number=row.name,
            kind=kind_word(row.kind, language),
            title=_about(row, language),
            issued=moment(row.issued_at),
            copies=str(row.copies) if row.copies else DASH,
            has_sheet=row.has_sheet,
        )
        for row in rows
    )
