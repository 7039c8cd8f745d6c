"""Reads the sheets of an XLSX workbook into tables."""

from __future__ import annotations

import io
import warnings
from typing import Any

import openpyxl

from serkut_desk.domain.delivery_list import Finding
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.interchange.delivery_list import limits
from serkut_desk.interchange.delivery_list.cells import clean, value_text
from serkut_desk.interchange.delivery_list.package import inspect_package
from serkut_desk.interchange.delivery_list.table import Table, trimmed

_ENCODING = "xlsx"


def _open(content: bytes, *, whole: bool, values: bool) -> Any:
    """Return openpyxl's workbook; `whole` knows merged cells but takes five times the memory."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and validations that openpyxl leaves out
        return openpyxl.load_workbook(
            io.BytesIO(content), read_only=not whole, data_only=values, keep_links=False
        )


def _text(cell: Any) -> str:
    value = cell.value
    if value is None or isinstance(value, str):
        return clean(value or "")
    # The format is looked up in the styles, which is slow: only where it can matter.
    return value_text(value, cell.number_format or "General")


def _rows(sheet: Any) -> list[tuple[str, ...]]:
    """Return the rows of one sheet up to the last with content.

    Raises:
        Refused: `list_too_long`, `list_too_wide`.
    """
    rows: list[tuple[str, ...]] = []
    filled = 0
    for cells in sheet.iter_rows():
        row = trimmed([_text(cell) for cell in cells])
        filled += bool(row)
        if filled > limits.MAX_ROWS:
            raise Refused("list_too_long", limit=limits.MAX_ROWS)
        if len(row) > limits.MAX_COLUMNS:
            raise Refused("list_too_wide", limit=limits.MAX_COLUMNS)
        rows.append(row)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _spread(sheet: Any, rows: list[tuple[str, ...]]) -> frozenset[tuple[int, int]]:
    """Repeat cells that are merged downwards in every row they cover; return which were."""
    repeated: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        top, column = area.min_row - 1, area.min_col - 1
        if top >= len(rows) or column >= len(rows[top]) or column >= limits.MAX_COLUMNS:
            continue
        for index in range(top + 1, min(area.max_row, len(rows))):
            cells = list(rows[index]) + [""] * (column + 1 - len(rows[index]))
            cells[column] = rows[top][column]
            rows[index] = tuple(cells)
            repeated.add((index, column))
    return frozenset(repeated)


def _with_formulas(rows: list[tuple[str, ...]], sheet: Any) -> list[tuple[str, ...]]:
    """Return rows in which a formula that was never computed shows as its own text."""
    shown = _rows(sheet)
    merged = []
    for index, cells in enumerate(shown):
        known = rows[index] if index < len(rows) else ()
        merged.append(
            tuple(
                known[column]
                if column < len(known) and known[column]
                else (text if text.startswith("=") else "")
                for column, text in enumerate(cells)
            )
        )
    return merged


def _refuse_huge(sheet: Any) -> None:
    if (sheet.max_row or 0) * (sheet.max_column or 0) > limits.MAX_HELD_CELLS:
        raise Refused("list_too_long", limit=limits.MAX_ROWS)


def _tables(content: bytes, traits: set[str]) -> list[Table]:
    whole = bool(traits & {"merged", "hidden"})
    book = _open(content, whole=whole, values=True)
    plain = _open(content, whole=False, values=False) if "formulas" in traits else None
    tables = []
    for sheet in book.worksheets[: limits.MAX_SHEETS]:
        findings: tuple[Finding, ...] = ()
        if whole:
            _refuse_huge(sheet)
            if any(entry.hidden for entry in sheet.row_dimensions.values()):
                findings = (Finding.HIDDEN_ROWS,)
        else:
            sheet.reset_dimensions()  # some programs write a wrong size, and rows would be lost
        rows = _rows(sheet)
        if plain is not None:
            formulas = plain[sheet.title]
            formulas.reset_dimensions()
            rows = _with_formulas(rows, formulas)
        tables.append(
            Table(
                rows=rows,
                encoding=_ENCODING,
                sheet=sheet.title,
                hidden=sheet.sheet_state != "visible",
                spread=_spread(sheet, rows) if whole else frozenset(),
                findings=findings,
            )
        )
    return tables


def read_workbook(content: bytes) -> list[Table]:
    """Return every sheet of an XLSX file as a table.

    Raises:
        Refused: `list_broken`, `list_bomb`, `list_encrypted`, `list_is_*`, `list_too_long`,
            `list_too_wide`.
    """
    traits = inspect_package(content)
    try:
        return _tables(content, traits)
    except KnownFailure:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a broken file makes it stumble on
        raise Refused("list_broken") from None
