"""The stations as the rail names them, and what the foot tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.theme import Tone

ICONS = {
    "home": "house",
    "intake": "package-open",
    "wiping": "eraser",
    "destruction": "hammer",
    "evidence": "inbox",
    "looks": "eye",
    "certificates": "file-check",
    "checking": "shield-check",
    "grading": "award",
    "repair": "wrench",
    "dismantling": "hammer",
    "installation": "monitor-check",
    "handover": "hand-coins",
    "returns": "undo-2",
    "quarantine": "lock",
    "devices": "search",
    "snapshots": "cpu",
    "parts": "puzzle",
    "containers": "container",
    "catalogue": "book-open",
    "stocktake": "list-checks",
    "reports": "chart-column",
    "labels": "tags",
    "people": "users",
    "upkeep": "settings",
}
"""Keys of the stations in the order of the work, with their icons."""

BELOW_THE_LINE = frozenset(
    {
        "devices",
        "snapshots",
        "catalogue",
        "parts",
        "containers",
        "stocktake",
        "reports",
        "labels",
        "people",
        "upkeep",
    }
)
"""Stations that are no step of the work: below the rail's line."""

BEHIND = {
    "checking": "certificates",
    "snapshots": "devices",
    "catalogue": "devices",
    "destruction": "wiping",
    "evidence": "wiping",
    "looks": "wiping",
}
"""Stations whose door is above another one's panel: the rail holds no more than fits."""


def on_rail(allowed: Sequence[str]) -> tuple[str, ...]:
    """Return those of some stations that have a place of their own on the rail, in its order."""
    return tuple(key for key in allowed if BEHIND.get(key) not in allowed)


def family_of(key: str, allowed: Sequence[str]) -> tuple[str, ...]:
    """Return the stations that share a place on the rail with one; none where it is alone."""
    head = BEHIND.get(key, key)
    family = tuple(one for one in allowed if BEHIND.get(one, one) == head)
    return family if head in family and len(family) > 1 else ()


@dataclass(frozen=True, slots=True)
class Station:
    """A station that can be opened; `make` builds its panel anew each time it is called."""

    key: str
    make: Callable[[], Panel]


@dataclass(frozen=True, slots=True)
class Health:
    """One thing the foot tells; `key` is database, printer or backup."""

    key: str
    tone: Tone
    text: str


def station_title(key: str) -> str:
    """Return a station's name in the window's language."""
    titles = {
        "home": QCoreApplication.translate("Rail", "Home"),
        "intake": QCoreApplication.translate("Rail", "Intake"),
        "wiping": QCoreApplication.translate("Rail", "Wiping"),
        "destruction": QCoreApplication.translate("Rail", "Destruction"),
        "evidence": QCoreApplication.translate("Rail", "Evidence"),
        "looks": QCoreApplication.translate("Rail", "Second look"),
        "certificates": QCoreApplication.translate("Rail", "Certificates"),
        "checking": QCoreApplication.translate("Rail", "Check"),
        "grading": QCoreApplication.translate("Rail", "Grading"),
        "repair": QCoreApplication.translate("Rail", "Repair"),
        "dismantling": QCoreApplication.translate("Rail", "Taking apart"),
        "installation": QCoreApplication.translate("Rail", "Installation"),
        "handover": QCoreApplication.translate("Rail", "Handover"),
        "returns": QCoreApplication.translate("Rail", "Returns"),
        "quarantine": QCoreApplication.translate("Rail", "Quarantine"),
        "devices": QCoreApplication.translate("Rail", "Devices and search"),
        "snapshots": QCoreApplication.translate("Rail", "Machines' lists"),
        "parts": QCoreApplication.translate("Rail", "Parts"),
        "containers": QCoreApplication.translate("Rail", "Containers"),
        "catalogue": QCoreApplication.translate("Rail", "Models"),
        "stocktake": QCoreApplication.translate("Rail", "Stocktake"),
        "reports": QCoreApplication.translate("Rail", "Reports"),
        "labels": QCoreApplication.translate("Rail", "Label queue"),
        "people": QCoreApplication.translate("Rail", "People"),
        "upkeep": QCoreApplication.translate("Rail", "Upkeep"),
    }
    return titles[key]


def station_short(key: str) -> str:
    """Return a station's name where there is room for one short word."""
    short = {
        "devices": QCoreApplication.translate("Rail", "Search"),
        "containers": QCoreApplication.translate("Rail", "Boxes"),
        "stocktake": QCoreApplication.translate("Rail", "Count"),
        "labels": QCoreApplication.translate("Rail", "Labels"),
    }
    return short.get(key) or station_title(key)
