"""Reads CSV, TSV and other delimited text into a table."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from serkut_desk.domain.delivery_list import Finding
from serkut_desk.domain.errors import Refused
from serkut_desk.interchange.delivery_list import limits
from serkut_desk.interchange.delivery_list.cells import clean
from serkut_desk.interchange.delivery_list.encoding import decoded
from serkut_desk.interchange.delivery_list.header import find_header
from serkut_desk.interchange.delivery_list.table import Table, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = (";", "\t", ",", "|")
_LINES_IN_A_CELL = 20  # more line ends in one cell: a quotation mark was never closed


def _records(text: str, delimiter: str, *, quotes: bool) -> Iterator[list[str]]:
    source = io.StringIO(text, newline="")
    if quotes:
        return csv.reader(source, delimiter=delimiter)
    return csv.reader(source, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _cleaned(record: list[str], *, quotes: bool) -> tuple[str, ...]:
    if quotes:
        return trimmed([clean(cell) for cell in record])
    return trimmed([clean(cell.strip().strip('"')) for cell in record])


def _lines_are_rows(text: str, delimiter: str) -> bool:
    """Tell whether every line has all columns: then a line end inside quotes ends a row."""
    return len({line.count(delimiter) for line in text.splitlines() if line.strip()}) == 1


def _rows(text: str, delimiter: str, *, quotes: bool) -> list[tuple[str, ...]] | None:
    """Return all rows, or None when quotation marks do not pair.

    Raises:
        Refused: `list_too_long`, `list_too_wide`.
    """
    rows: list[tuple[str, ...]] = []
    filled, swallowed = 0, False
    try:
        for record in _records(text, delimiter, quotes=quotes):
            if quotes and any(cell.count("\n") > _LINES_IN_A_CELL for cell in record):
                return None
            swallowed = swallowed or any("\n" in cell and delimiter in cell for cell in record)
            row = _cleaned(record, quotes=quotes)
            filled += bool(row)
            if filled > limits.MAX_ROWS:
                raise Refused("list_too_long", limit=limits.MAX_ROWS)
            if len(row) > limits.MAX_COLUMNS:
                raise Refused("list_too_wide", limit=limits.MAX_COLUMNS)
            rows.append(row)
    except csv.Error:
        if quotes:
            return None
        raise Refused("list_not_a_table") from None
    return None if quotes and swallowed and _lines_are_rows(text, delimiter) else rows


def _sample(text: str, delimiter: str) -> list[tuple[str, ...]]:
    try:
        records = list(islice(_records(text, delimiter, quotes=True), limits.HEADING_ROWS * 2))
    except csv.Error:
        records = list(
            islice(_records(text[:100_000], delimiter, quotes=False), limits.HEADING_ROWS)
        )
    return [_cleaned(record[: limits.MAX_COLUMNS], quotes=True) for record in records]


def _declared(text: str) -> tuple[str, str | None]:
    """Return the text without a first line `sep=;`, and the delimiter that it declares."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        return rest, first[-1]
    return text, None


def _delimiter(text: str) -> str:
    """Return the delimiter under which the most headings are understood, then the most columns."""

    def worth(delimiter: str) -> tuple[int, int]:
        rows = _sample(text, delimiter)
        header = find_header(rows)
        return (header.score if header else 0, sum(len(row) for row in rows))

    return max(_DELIMITERS, key=worth)


def read_text(content: bytes) -> Table:
    """Return the table in delimited text.

    Raises:
        Refused: `list_not_a_table`, `list_too_long`, `list_too_wide`.
    """
    text, encoding, findings = decoded(content)
    text, declared = _declared(text)
    delimiter = declared or _delimiter(text)
    rows = _rows(text, delimiter, quotes=True)
    if rows is None:
        rows = _rows(text, delimiter, quotes=False) or []
        findings = (*findings, Finding.QUOTES_BROKEN)
    return Table(rows=rows, encoding=encoding, delimiter=delimiter, findings=findings)
