"""Reads a supplier's file into rows of cells, without knowing what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.supplier_mapping import MappingFormat, SupplierRow, SupplierTable
from serkut_desk.interchange.delivery_list.text_table import read_text
from serkut_desk.interchange.supplier.records import TooManyRecordsError, records, repeating
from serkut_desk.interchange.xml_tree import BadXmlError, parse_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_BYTES = 4 * 1024 * 1024
"""A file of so many rows has a few hundred kilobytes."""
MOST_ROWS = 2000
"""Rows of one file: more than a supplier erases for the workshop at once."""
_MOST_COLUMNS = 200
_FEWEST_COLUMNS = 3
_HEADING_ROWS = 40
_SAMPLE = 8000
_DELIMITERS = ";\t,|"


class NoTableError(Exception):
    """The bytes are no table; `code` is that of the failure."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def looks_like_table(text: str) -> bool:
    """Tell whether text may be a table: two lines with the same delimiter, often enough."""
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()][:_HEADING_ROWS]
    for delimiter in _DELIMITERS:
        counts = [line.count(delimiter) for line in lines]
        wide = [count for count in counts if count >= _FEWEST_COLUMNS - 1]
        if len(wide) > 1 and len(set(wide)) == 1 and len(wide) * 2 >= len(counts):
            return True
    return False


def read_table(
    data: bytes, *, record: str = "", headings: Sequence[frozenset[str]] = ()
) -> SupplierTable:
    """Return a file's rows.

    Args:
        data: The whole file.
        record: Path of the repeating element in XML; "" for the likeliest.
        headings: Sets of headings that a mapping knows; the row of headings has one of them. Where
            none fits, the first row that has most columns is taken.

    Raises:
        NoTableError: `supplier_file_large`, `..._xml`, `..._table`, `..._rows`.
    """
    if len(data) > MAX_BYTES:
        raise NoTableError("supplier_file_large")
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return _from_xml(data, record)
    return _from_text(data, headings)


def records_of(data: bytes) -> tuple[str, ...]:
    """Return paths of elements that repeat in an XML file, the likeliest first; else nothing."""
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return ()
    try:
        return repeating(parse_xml(data))
    except BadXmlError:
        return ()


def _from_xml(data: bytes, record: str) -> SupplierTable:
    try:
        root = parse_xml(data)
    except BadXmlError:
        raise NoTableError("supplier_file_xml") from None
    path = record or next(iter(repeating(root)), "")
    try:
        rows = records(root, path, MOST_ROWS) if path else []
    except TooManyRecordsError:
        raise NoTableError("supplier_file_rows") from None
    columns = tuple(dict.fromkeys(name for row in rows for name in row))[:_MOST_COLUMNS]
    numbered = tuple(SupplierRow(number, row) for number, row in enumerate(rows, 1))
    return SupplierTable(MappingFormat.XML, columns, numbered, path)


def _from_text(data: bytes, headings: Sequence[frozenset[str]]) -> SupplierTable:
    try:
        rows = read_text(data).rows
    except Refused:
        raise NoTableError("supplier_file_table") from None
    place = _heading_row(rows, headings)
    if place is None:
        raise NoTableError("supplier_file_table")
    names = _names(rows[place])
    found = []
    for number, row in enumerate(rows[place + 1 :], place + 2):
        if row:
            cells = dict(zip(names, row, strict=False))
            found.append(SupplierRow(number, {name: cell for name, cell in cells.items() if name}))
        if len(found) > MOST_ROWS:
            raise NoTableError("supplier_file_rows")
    columns = tuple(name for name in names if name)
    return SupplierTable(MappingFormat.CSV, columns, tuple(found))


def _heading_row(rows: Sequence[tuple[str, ...]], headings: Sequence[frozenset[str]]) -> int | None:
    top = [(place, row) for place, row in enumerate(rows[:_HEADING_ROWS]) if row]
    for place, row in top:
        if any(wanted <= set(_names(row)) for wanted in headings if wanted):
            return place
    filled = [(sum(map(bool, row)), -place) for place, row in top]
    most, place = max(filled, default=(0, 0))
    return -place if most >= _FEWEST_COLUMNS else None


def _names(row: tuple[str, ...]) -> list[str]:
    """Return headings, each once: the second `Status` is `Status (2)`."""
    seen: dict[str, int] = {}
    names = []
    for cell in row[:_MOST_COLUMNS]:
        seen[cell] = seen.get(cell, 0) + 1
        names.append(f"{cell} ({seen[cell]})" if cell and seen[cell] > 1 else cell)
    return names
