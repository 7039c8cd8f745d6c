"""A first guess which column of a supplier's file is what; a person confirms or changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.supplier_mapping import SupplierField, word_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_WORDS_SHOWN = 40


def guess_columns(
    columns: Sequence[str], stems: Mapping[str, Sequence[str]]
) -> dict[SupplierField, str]:
    """Return a column for each field whose stems stand in a heading; each column once.

    Args:
        columns: Headings or paths.
        stems: `fields` of `resources/wiping/supplier_columns.json`, in the order they are tried.
    """
    found: dict[SupplierField, str] = {}
    for name, words in stems.items():
        free = (one for one in columns if one not in found.values())
        fitting = next((one for one in free if any(word in one.casefold() for word in words)), None)
        if fitting is not None:
            found[SupplierField(name)] = fitting
    return found


def words_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the different words of a column as the file writes them, empty ones left out."""
    found: dict[str, str] = {}
    for cell in cells:
        if cell.strip():
            found.setdefault(word_key(cell), " ".join(cell.split()))
    return tuple(found.values())[:MOST_WORDS_SHOWN]
