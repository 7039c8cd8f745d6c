"""Reports as tables of words and numbers, for the workbook and the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.papers import NOT_ARRIVED
from serkut_desk.interchange.workbook_out import Column, sheet
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.papers import LotReportContent, LotRow, MonthReportContent
    from serkut_desk.interchange.workbook_out import Cell

_GRAMS = 1000
_KILOGRAMS = "0.00"
_LOT = (
    "code", "type", "make", "serial", "inventory", "received", "media", "level", "certificate",
    "grade", "state", "left", "weight_kg",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Says keys of reports in one language."""

    language: str

    def say(self, key: str, /, **fields: object) -> str:
        """Return the sentence `paper.issued.<key>`."""
        return Texts(self.language).say(f"paper.issued.{key}", **fields)

    def type(self, key: str) -> str:
        """Return the word for a device type."""
        return self._known("paper.type", key)

    def level(self, key: str) -> str:
        """Return the word for a level."""
        return self._known("paper.level", key)

    def state(self, key: str) -> str:
        """Return where a device stands."""
        if key == NOT_ARRIVED:
            return self.say("lot_report.not_arrived")
        return self._known("state", key)

    def _known(self, group: str, key: str) -> str:
        return Texts(self.language).say(f"{group}.{key}") if key else ""


def lot_sheet(content: LotReportContent, language: str) -> bytes:
    """Return a lot's report as a workbook: one row for each device."""
    words = ReportWords(language)
    columns = [
        Column(words.say(f"column.{key}"), _KILOGRAMS if key == "weight_kg" else "General")
        for key in _LOT
    ]
    rows = [_lot_row(words, row) for row in content.rows]
    return sheet(content.lot, columns, rows)


def _lot_row(words: ReportWords, row: LotRow) -> tuple[Cell, ...]:
    return (
        row.device,
        words.type(row.type),
        row.description,
        row.serial,
        row.inventory,
        row.received_on,
        row.media if row.device else None,
        words.level(row.level),
        row.certificate,
        row.grade,
        words.state(row.state),
        row.left_on,
        None if row.weight_g is None else row.weight_g / _GRAMS,
    )


def month_sheet(content: MonthReportContent, language: str) -> bytes:
    """Return a month's figures as a workbook: group, what, number, devices, kilograms."""
    words = ReportWords(language)
    keys = ("group", "what", "count", "devices", "weight_kg", "unweighed")
    columns = [
        Column(words.say(f"column.{key}"), _KILOGRAMS if key == "weight_kg" else "General")
        for key in keys
    ]
    return sheet(content.month, columns, month_rows(content, language))


def month_rows(content: MonthReportContent, language: str) -> Sequence[tuple[Cell, ...]]:
    """Return a month's figures in words: group, what, number, devices, kilograms, unweighed."""
    words = ReportWords(language)
    came = words.say("month_report.came")
    rows: list[tuple[Cell, ...]] = [
        (came, words.say(f"month_report.{key}"), count, None, None, None)
        for key, count in (
            ("lots", content.lots),
            ("certificates", content.certificates),
            ("returned", content.returned),
            ("missing", content.missing),
        )
    ]
    figures = [("devices", "month_report.received", content.received)]
    figures += [("outcomes", f"outcome.{one.key}", one) for one in content.outcomes]
    rows += [
        (
            words.say(f"month_report.{group}"),
            words.say(key),
            None,
            one.devices,
            one.grams / _GRAMS,
            one.unweighed,
        )
        for group, key, one in figures
    ]
    rows += [
        (words.say("month_report.wipes"), words.level(one.key), one.count, None, None, None)
        for one in content.wipes
    ]
    rows += [
        (
            words.say("month_report.handovers"),
            words.say(f"channel.{one.channel}"),
            one.handovers,
            one.devices,
            one.grams / _GRAMS,
            one.unweighed,
        )
        for one in content.handovers
    ]
    return rows
