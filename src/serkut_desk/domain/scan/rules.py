"""The part of scan recognition that is data: patterns of makers, inventory numbers, keyboard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.scan.layout import Keyboard
from serkut_desk.domain.scan.model import ScanKind

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Shape:
    """How a maker writes something.

    Attributes:
        pattern: Must match the whole text (capital letters, no spaces). Group `value` is the
            value, else the whole text; other named groups become further facts.
        kind: What it is.
        score: 0 to 100, how much the shape alone proves.
        maker: Manufacturer, or None.
    """

    pattern: re.Pattern[str]
    kind: ScanKind
    score: int
    maker: str | None


@dataclass(frozen=True, slots=True)
class InventoryNumber:
    """How an owner numbers its devices: `prefix` and then what makes `pattern` whole."""

    pattern: re.Pattern[str]
    prefix: str


@dataclass(frozen=True, slots=True)
class ScanRules:
    """Everything that `classify` knows from data.

    Attributes:
        version: Version of the data, a date.
        inventory: Patterns of inventory numbers.
        shapes: Patterns of makers, in the order of the file.
        links: Patterns of web addresses on devices, searched in the address.
        keyboard: The layout through which scans may be garbled.
    """

    version: str
    inventory: tuple[InventoryNumber, ...]
    shapes: tuple[Shape, ...]
    links: tuple[Shape, ...]
    keyboard: Keyboard

    def maker_of(self, serial: str, least: int = 65) -> str | None:
        """Return the maker whose serials look like `serial` and whose shape proves `least`."""
        for shape in self.shapes:
            if (
                shape.kind is ScanKind.SERIAL
                and shape.score >= least
                and shape.pattern.fullmatch(serial)
            ):
                return shape.maker
        return None


def scan_rules(data: Mapping[str, Any]) -> ScanRules:
    """Return the rules from the parsed `resources/intake/scan_rules.json`.

    Raises:
        KeyError, ValueError, re.error: The file is not as its own notes say.
    """
    return ScanRules(
        version=str(data["version"]),
        inventory=tuple(
            InventoryNumber(re.compile(entry["pattern"], re.ASCII), str(entry["prefix"]))
            for entry in data["inventory"]
        ),
        shapes=tuple(_shape(entry, re.ASCII) for entry in data["shapes"]),
        links=tuple(_shape(entry, re.ASCII | re.IGNORECASE) for entry in data["links"]),
        keyboard=Keyboard.from_sent(data["keyboard"]["sent_to_arrived"]),
    )


def _shape(entry: Mapping[str, Any], flags: re.RegexFlag) -> Shape:
    return Shape(
        pattern=re.compile(entry["pattern"], flags),
        kind=ScanKind(entry["kind"]),
        score=int(entry["score"]),
        maker=entry["maker"],
    )
