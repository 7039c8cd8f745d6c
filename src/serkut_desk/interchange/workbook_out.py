"""A table as an XLSX workbook in which no text can become a formula.

Serials, models and names come from outside. A text that begins like a formula gets an apostrophe
before it, so that it stays text also after somebody saves the sheet as CSV and opens it again.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | date | None
"""Text, a number, a day, or nothing. Instants are given as days: a sheet knows no time zone."""

_FORMULA = frozenset("=+-@|%")
_ESCAPE = "'"
_DAY = "d.m.yyyy"
_LONGEST_TITLE = 31
_FORBIDDEN_IN_TITLE = frozenset("[]:*?/\\'")
_WIDEST = 60
_LONGEST_TEXT = 32_000  # a cell holds 32 767


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and how its numbers are written, such as `0.00`."""

    title: str
    number_format: str = "General"


def sheet(title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a workbook of one sheet: frozen bold headings, filters, one row for each of `rows`.

    Raises:
        ValueError: A row has not as many cells as there are columns.
    """
    book = Workbook()
    page = book.active
    assert page is not None, "a new workbook has a sheet"
    page.title = _sheet_title(title)
    _put_row(page, 1, [column.title for column in columns], columns)
    for cell in page[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, 2):
        _put_row(page, number, row, columns)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    _fit_widths(page, columns, rows)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula, without control characters.

    Full-width signs count as the plain ones, and spaces and invisible characters before a sign do
    not hide it.
    """
    risky = text[:1] in {"\t", "\r", "\n"}
    shown = "".join(
        " " if character in "\t\r\n" else character
        for character in text
        if character in "\t\r\n" or not unicodedata.category(character).startswith("C")
    )[:_LONGEST_TEXT]
    begins = unicodedata.normalize("NFKC", shown).lstrip()[:1]
    return _ESCAPE + shown if risky or begins in _FORMULA or begins == _ESCAPE else shown


def _put_row(page: Worksheet, number: int, row: Sequence[Cell], columns: Sequence[Column]) -> None:
    for at, (value, column) in enumerate(zip(row, columns, strict=True), 1):
        cell = page.cell(number, at)
        text = harmless(value) if isinstance(value, str) else ""
        if text:
            cell.value = text
            cell.data_type = "s"
        elif isinstance(value, datetime):
            message = "an instant has no place in a sheet"
            raise TypeError(message)
        elif isinstance(value, date):
            cell.value = value
            cell.number_format = _DAY
        elif value is not None and not isinstance(value, str):
            cell.value = value
            cell.number_format = column.number_format


def _sheet_title(title: str) -> str:
    plain = "".join(each for each in harmless(title) if each not in _FORBIDDEN_IN_TITLE)
    return plain.strip()[:_LONGEST_TITLE] or "1"


def _fit_widths(page: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
    for at, column in enumerate(columns):
        longest = max((len(str(row[at])) for row in rows if row[at] is not None), default=0)
        width = min(_WIDEST, max(longest, len(column.title)) + 3)
        page.column_dimensions[get_column_letter(at + 1)].width = width
