"""The three tables and the footer at the end of a run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import ErrorCounters, Footer, VerifyMode

if TYPE_CHECKING:
    from serkut_desk.interchange.nwipe.lines import Line

_FOOTER = re.compile(
    r"Total Throughput {1,20}[^,]{1,40}, (.{1,80}), (\d{1,4})R(\+N?B)?(\+(?:NV|VL|VA))?\Z"
)
_VERIFY = {"+NV": VerifyMode.OFF, "+VL": VerifyMode.LAST, "+VA": VerifyMode.ALL}
_DURATION = re.compile(r"(-?)(\d{1,9}):(-?)(\d{1,2}):(-?)(\d{1,2})\Z")
_NUMBER = re.compile(r"\d{1,18}\Z")
_HEADS = (("| Pass Errors |", "errors"), ("| Bytes Erased |", "bytes"), ("| Status |", "status"))
# All columns that any version writes. What another one would count is not known.
_COLUMNS = frozenset(
    {
        ("device", "pass errors", "verifications errors"),
        ("device", "pass errors", "verifications errors", "fdatasync i\\o errors"),
        ("device", "bytes erased", "bytes total", "percentage erased"),
        ("device", "status", "thru-put", "hh:mm:ss", "model/serial number"),
    }
)
_STARS = "*****"
_TITLES = frozenset({"error summary", "erasure summary", "drive status"})
_NAME_AND_TWO = 3
_WITH_FLUSH = 4
# Figures in a row of errors, without the flush column of 0.32 and newer; in one of bytes.
_ERRORS = 2
_BYTES = 2
_STATUS_CELLS = 5
_TEXT_KEPT = 200


@dataclass(slots=True)
class StatusRow:
    """One row of the status table; `tail` is model and serial, joined by a slash."""

    status: str
    seconds: int | None
    tail: str


@dataclass(slots=True)
class Tables:
    """What the tables say by the device's short name, which may be cut from the left."""

    errors: dict[str, list[ErrorCounters]] = field(default_factory=dict)
    bytes: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    status: dict[str, list[StatusRow]] = field(default_factory=dict)
    has_errors: bool = False
    has_bytes: bool = False
    footer: Footer | None = None
    unknown: list[str] = field(default_factory=list)


def read_tables(lines: list[Line]) -> Tables:
    """Return all tables of one run; rows that make no sense are left out."""
    tables = Tables()
    kind, width = "", 0
    for line in lines:
        if line.stamp is not None:
            kind = ""
            footer = _footer(line)
            tables.footer = footer or tables.footer
            continue
        squeezed = " ".join(line.raw.split())
        head = next((name for sign, name in _HEADS if sign in squeezed), "")
        if _is_odd(squeezed, kind):
            tables.unknown.append(squeezed[:_TEXT_KEPT])
        if head:
            kind, width = head, sum(bool(cell.strip()) for cell in squeezed.split("|")) - 1
            tables.has_errors = tables.has_errors or head == "errors"
            tables.has_bytes = tables.has_bytes or head == "bytes"
        elif squeezed.startswith("***"):
            kind = ""
        elif kind and "|" in squeezed:
            _row(tables, kind, line.raw, width)
    return tables


def _is_odd(squeezed: str, kind: str) -> bool:
    """Tell whether a line is the title or the head of a table, or a row, of which nothing is known.

    A row of figures with more of them than the table has columns counts something else as well.
    """
    if _STARS in squeezed:
        title = squeezed.strip("*! ").casefold()
        return bool(title) and title not in _TITLES
    if squeezed.count("|") < _NAME_AND_TWO - 1:
        return False
    cells = [cell.strip().casefold() for cell in squeezed.lstrip("! ").split("|")]
    cells = cells[:-1] if not cells[-1] else cells
    if cells[0] == "device" or not kind:
        return tuple(cells) not in _COLUMNS
    return kind in ("errors", "bytes") and len(cells) > _WITH_FLUSH


def _row(tables: Tables, kind: str, raw: str, width: int) -> None:
    cells = [cell.strip() for cell in raw.lstrip("! ").split("|", _STATUS_CELLS - 1)]
    name = cells[0]
    if kind == "status":
        if len(cells) == _STATUS_CELLS and name:
            row = StatusRow(cells[1], _seconds(cells[3]), cells[4])
            tables.status.setdefault(name, []).append(row)
        return
    figures = cells[1:] if cells[-1] else cells[1:-1]
    if kind == "bytes":
        figures = figures[:_BYTES]
    # A cell that is no figure makes the row worthless: it may be the one that counts.
    if not all(_NUMBER.match(cell) for cell in figures):
        return
    numbers = [int(cell) for cell in figures]
    if kind == "errors" and len(numbers) == width >= _ERRORS:
        flush = numbers[_ERRORS] if len(numbers) > _ERRORS else None
        counters = ErrorCounters(numbers[0], numbers[1], flush)
        tables.errors.setdefault(name, []).append(counters)
    elif kind == "bytes" and len(numbers) == _BYTES:
        tables.bytes.setdefault(name, []).append((numbers[0], numbers[1]))


def _seconds(cell: str) -> int | None:
    """Return the duration; a clock that was set makes it huge or gives single parts a minus."""
    match = _DURATION.match(cell)
    if match is None:
        return None
    parts = [int(match[at] + match[at + 1]) for at in (1, 3, 5)]
    return parts[0] * 3600 + parts[1] * 60 + parts[2]


def _footer(line: Line) -> Footer | None:
    match = None if line.level else _FOOTER.match(line.text.strip())
    if match is None:
        return None
    blank = None if match[3] is None else match[3] == "+B"
    verify = _VERIFY.get(match[4] or "", VerifyMode.UNKNOWN)
    return Footer(line.stamp, match[1].strip(), int(match[2]), blank, verify)
