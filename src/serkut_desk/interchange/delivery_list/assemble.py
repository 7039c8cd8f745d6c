"""Turns a table into a delivery list: which rows count, which repeat, which are totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.delivery_list import (
    DeliveryList,
    Finding,
    Remark,
    SkippedRow,
    SkipReason,
)
from serkut_desk.interchange.delivery_list.amounts import names_a_box, quantity_in, quantity_of
from serkut_desk.interchange.delivery_list.header import Header, find_header, header_of, score
from serkut_desk.interchange.delivery_list.naming import is_known
from serkut_desk.interchange.delivery_list.people import masked
from serkut_desk.interchange.delivery_list.repeats import Reading, accept
from serkut_desk.interchange.delivery_list.rows import has_digit, read_row
from serkut_desk.interchange.delivery_list.vocabulary import IDENTITIES, Field, list_words, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.interchange.delivery_list.table import Table

_STOPPING_FILE = frozenset(
    {Finding.HIDDEN_ROWS, Finding.LETTERS_MIXED, Finding.QUOTES_BROKEN, Finding.HIDDEN_SHEET}
)
_PRECISE = (Field.SERIAL, Field.IMEI, Field.IDENTIFIER)


def _cell(cells: Sequence[str], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""


def _begins_with(text: str, known: frozenset[str]) -> bool:
    """Tell whether a cell is one of the known words, perhaps with a number or unit after it."""
    if len(text) > max(map(len, known)) * 2:
        return False
    units = list_words().quantity_units
    kept = [w for w in words(text).split() if not w.isdigit() and w not in units]
    return " ".join(kept) in known if kept else False


def _is_total(cells: Sequence[str], header: Header) -> bool:
    totals = list_words().totals
    quantity = header.columns.get(Field.QUANTITY)
    if [index for index, cell in enumerate(cells) if cell] == [quantity]:
        return True
    if not any(cell and _begins_with(cell, totals) for cell in cells):
        return False
    return not any(has_digit(_cell(cells, header.columns.get(name))) for name in _PRECISE)


def _is_text(cells: Sequence[str], header: Header) -> bool:
    """Tell whether a row is a remark, a section heading or a signature, not a thing."""
    if any(has_digit(_cell(cells, header.columns.get(name))) for name in IDENTITIES):
        return False
    filled = [cell for cell in cells if cell]
    labels = list_words().labels
    if any(cell.endswith(":") or _begins_with(cell, labels) for cell in filled):
        return True
    if any(cell.startswith("___") for cell in filled):
        return True
    if len(filled) > 1:
        return False
    kept = set(header.columns.values())
    only = next(index for index, cell in enumerate(cells) if cell)
    text = cells[only]
    speaks = is_known(text) or quantity_in(text) is not None or names_a_box(text)
    return only not in kept or not speaks


def _is_heading(cells: Sequence[str], header: Header) -> bool:
    return not any(map(has_digit, cells)) and score(cells) * 2 > header.score


def _note_total(cells: Sequence[str], row: int, header: Header, reading: Reading) -> None:
    pieces = quantity_of(_cell(cells, header.columns.get(Field.QUANTITY)))
    if pieces is not None:
        reading.totals.append((row, pieces))


def _check_total(reading: Reading) -> None:
    """Say so when the list's only total is not what its rows make, with or without repeats."""
    unclear = any(r.code is Finding.QUANTITY_UNCLEAR for row in reading.rows for r in row.problems)
    if len(reading.totals) != 1 or unclear:
        return
    row, said = reading.totals[0]
    pieces = sum(entry.quantity for entry in reading.rows)
    if said not in {pieces, pieces + reading.repeated_pieces, len(reading.rows)}:
        facts = (("said", said), ("counted", pieces))
        reading.problems.append(Remark(Finding.TOTAL_DIFFERS, row, None, facts))


def _read(table: Table, header: Header) -> Reading:
    reading = Reading(ignored={column.name: column for column in header.ignored})
    for index in range(header.row + 1, len(table.rows)):
        cells = table.rows[index]
        if not cells or all(
            not cell or (index, column) in table.spread for column, cell in enumerate(cells)
        ):
            continue
        if _is_total(cells, header):
            reading.skipped.append(SkippedRow(index + 1, SkipReason.TOTAL))
            _note_total(cells, index + 1, header, reading)
        elif _is_heading(cells, header):
            header = header_of(cells, index)
            reading.ignored |= {column.name: column for column in header.ignored}
            reading.skipped.append(SkippedRow(index + 1, SkipReason.HEADING))
        elif _is_text(cells, header):
            reading.skipped.append(SkippedRow(index + 1, SkipReason.TEXT_ONLY))
        else:
            row = read_row(cells, index + 1, header, table.spread, delimited=bool(table.delimiter))
            accept(row, reading)
    _check_total(reading)
    return reading


def _columns_used(table: Table, header: Header) -> frozenset[int]:
    used: set[int] = set()
    for cells in table.rows[header.row + 1 :]:
        used.update(index for index, cell in enumerate(cells) if cell)
    return frozenset(used)


def assemble(table: Table) -> DeliveryList | None:
    """Return the list that a table holds, None when it has no headings that we understand."""
    header = find_header(table.rows)
    if header is None:
        return None
    header = header_of(table.rows[header.row], header.row, _columns_used(table, header))
    reading = _read(table, header)
    said = [Remark(finding, None, None, _facts(finding, table)) for finding in table.findings]
    return DeliveryList(
        rows=tuple(reading.rows),
        skipped=tuple(reading.skipped),
        ignored=tuple(reading.ignored.values()),
        problems=(*(r for r in said if r.code in _STOPPING_FILE), *reading.problems),
        notes=tuple(r for r in said if r.code not in _STOPPING_FILE),
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=masked(table.sheet),
        header_row=header.row + 1,
    )


def _facts(finding: Finding, table: Table) -> tuple[tuple[str, str | int], ...]:
    return (("encoding", table.encoding),) if finding is Finding.ENCODING_GUESSED else ()
