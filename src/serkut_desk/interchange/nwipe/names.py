"""From the short device names of the tables to full paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.interchange.nwipe.drives import DriveNotes

T = TypeVar("T")

_CUT_LENGTHS = frozenset({6, 8})


def rows_by_device(
    rows: Mapping[str, list[T]], drives: Mapping[str, DriveNotes]
) -> dict[str, list[T]]:
    """Return table rows by full path.

    Tables show the last 6 (up to 0.32) or 8 characters of the name. A name that two drives could
    have is left out: then neither has a row. A name that no drive has becomes its own path.
    """
    found: dict[str, list[T]] = {}
    for name, values in rows.items():
        exact = f"/dev/{name}"
        if exact in drives:
            found.setdefault(exact, []).extend(values)
            continue
        cut = len(name) in _CUT_LENGTHS
        fitting = [path for path in drives if cut and path.endswith(name)]
        if len(fitting) == 1:
            found.setdefault(fitting[0], []).extend(values)
        elif not fitting:
            found.setdefault(exact, []).extend(values)
    return found
