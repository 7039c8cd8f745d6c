"""What the features of a log prove about the version that wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.interchange.nwipe.lines import Line
    from serkut_desk.interchange.nwipe.tables import Tables

# What came with which version (`at_least`) or vanished after it (`at_most`).
_FIRST_IN = (
    ("Program options are set as follows", "0.31"),
    ("Creating PDF report in", "0.35"),
    ("Using direct I/O (O_DIRECT)", "0.39"),
    ("Device geometry is as follows", "0.41"),
)
_LAST_IN = (
    ("Nwipe successfully exited.", "0.30"),
    ("(no ATA pass thru)", "0.32"),
)


def proven_versions(lines: list[Line], tables: Tables) -> tuple[str | None, str | None]:
    """Return the oldest and newest version that can have written the log, None where unproven."""
    least = ["0.31"] if tables.has_errors else []
    least += ["0.41"] if tables.has_bytes else []
    most: list[str] = []
    for line in lines:
        least += [version for sign, version in _FIRST_IN if sign in line.text]
        most += [version for sign, version in _LAST_IN if sign in line.text]
    return (max(least, key=_number, default=None), min(most, key=_number, default=None))


def believable(claimed: str | None, at_least: str | None, at_most: str | None) -> str | None:
    """Return the claimed version, or None when the log's features contradict it."""
    if claimed is None:
        return None
    number = _number(claimed)
    too_old = at_least is not None and number < _number(at_least)
    too_new = at_most is not None and number[:2] > _number(at_most)
    return None if too_old or too_new else claimed


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part[:6]) for part in version.split("."))
