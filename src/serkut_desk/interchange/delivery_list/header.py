"""Finds the headings of a list and says what each column holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.delivery_list import IgnoredBecause, IgnoredColumn
from serkut_desk.interchange.delivery_list import limits
from serkut_desk.interchange.delivery_list.headings import EXACT, understand
from serkut_desk.interchange.delivery_list.people import masked
from serkut_desk.interchange.delivery_list.vocabulary import (
    IDENTITIES,
    Field,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENOUGH = 2  # understood headings that make a row the heading row
_POUNDS = frozenset({"lb", "lbs"})
_GRAMS = frozenset({"g", "gr", "gram", "gramm", "grammaa", "grams"})


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a list.

    Args:
        row: Row of the headings, from 0.
        columns: Column (from 0) of each field that is kept.
        names: Headings of these columns as written.
        ignored: All other columns, in order.
        width: Number of columns with a heading.
        score: How much was understood.
        grams: Grams in one unit of the weight column, and whether the heading says so.
    """

    row: int
    columns: dict[Field, int]
    names: dict[Field, str]
    ignored: tuple[IgnoredColumn, ...]
    width: int
    score: int
    grams: float


def _grams(heading: str) -> float:
    units = set(words(heading).split())
    if units & _GRAMS:
        return 1.0
    return 453.59237 if units & _POUNDS else 1000.0


def _column_name(index: int, text: str) -> str:
    if text:
        return masked(text)[: limits.MAX_HEADING]
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"({letters})"


def _best_columns(cells: Sequence[str]) -> dict[Field, tuple[int, int]]:
    """Return for each field the column that says it most clearly, the first among equals."""
    best: dict[Field, tuple[int, int]] = {}
    for index, cell in enumerate(cells):
        heading = understand(cell)
        if heading is None or heading.field is None:
            continue
        held = best.get(heading.field)
        if held is None or heading.weight > held[1]:
            best[heading.field] = (index, heading.weight)
    if Field.TYPE in best and not best.keys() & {Field.MODEL, Field.PRODUCT}:
        second = _second_type(cells, best[Field.TYPE][0])
        if second is not None:
            best[Field.MODEL] = (second, EXACT)
    return best


def _second_type(cells: Sequence[str], first: int) -> int | None:
    """Return the column `Typ` beside a `Gerätetyp`: in such a list it is the model."""
    for index, cell in enumerate(cells):
        heading = understand(cell)
        if heading is not None and heading.field is Field.TYPE and index != first:
            return index
    return None


def score(cells: Sequence[str]) -> int:
    """Return how much of a row is understood as headings; 0 when it is no heading row."""
    best = _best_columns(cells)
    points = sum(weight for _, weight in best.values())
    certain = any(field in IDENTITIES and weight == EXACT for field, (_, weight) in best.items())
    return points if len(best) >= _ENOUGH or certain else 0


def header_of(cells: Sequence[str], row: int, used: frozenset[int] = frozenset()) -> Header:
    """Return what the headings in `cells` say.

    Args:
        cells: The heading row.
        row: Its row, from 0.
        used: Columns that hold anything below; those without a heading are named by letter.
    """
    best = _best_columns(cells)
    columns = {field: index for field, (index, _) in best.items()}
    kept = set(columns.values())
    ignored = []
    for index in range(max(len(cells), max(used, default=-1) + 1)):
        text = cells[index] if index < len(cells) else ""
        if index in kept or not (text or index in used):
            continue
        heading = understand(text)
        because = IgnoredBecause.NOT_NEEDED
        if heading is not None:
            because = IgnoredBecause.PEOPLE if heading.people else IgnoredBecause.SECOND
        ignored.append(IgnoredColumn(_column_name(index, text), because))
    return Header(
        row=row,
        columns=columns,
        names={field: _column_name(index, cells[index]) for field, index in columns.items()},
        ignored=tuple(ignored),
        width=len(cells),
        score=score(cells),
        grams=_grams(cells[columns[Field.WEIGHT]]) if Field.WEIGHT in columns else 1000.0,
    )


def find_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """Return the headings among the first rows that are not blank, the best row; else None."""
    best, best_score, seen = -1, 0, 0
    for index, cells in enumerate(rows):
        if not cells:
            continue
        seen += 1
        if seen > limits.HEADING_ROWS:
            break
        points = score(cells)
        if points > best_score:
            best, best_score = index, points
    return header_of(rows[best], best) if best_score else None
