"""A table as it stands in a file, before anybody says what its columns are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.domain.delivery_list import Finding


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of clean text.

    Args:
        rows: All rows from the first, blank ones empty; cells without trailing blanks.
        encoding: Python's name of the text encoding, or "xlsx".
        delimiter: Sign between columns in a text file, else "".
        sheet: Name of the sheet, else "".
        hidden: The sheet is hidden.
        spread: Cells (row, column from 0) that repeat the merged cell above them.
        findings: What was odd about the file.
    """

    rows: list[tuple[str, ...]]
    encoding: str
    delimiter: str = ""
    sheet: str = ""
    hidden: bool = False
    spread: frozenset[tuple[int, int]] = frozenset()
    findings: tuple[Finding, ...] = field(default=())


def trimmed(cells: list[str]) -> tuple[str, ...]:
    """Return `cells` without the blank ones at the end."""
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
