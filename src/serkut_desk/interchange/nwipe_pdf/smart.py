"""What the SMART pages tell of a drive and nothing else does: whole model, firmware, WWN."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.interchange.nwipe_pdf.pages import Row

_NAMES = {
    "device model": "model_full",
    "model number": "model_full",
    "product": "model_full",
    "model family": "model_family",
    "firmware version": "firmware",
    "revision": "firmware",
    "lu wwn device id": "wwn",
    "logical unit id": "wwn",
    "rotation rate": "rotation",
    "smart overall-health self-assessment test result": "health",
    "power_on_hours": "power_on_hours",
    "reallocated_sector_ct": "reallocated",
    "power on hours": "power_on_hours",
    "percentage used": "wear",
}
_LINE = re.compile(r"([a-z][a-z0-9 _/.-]{2,60}): ?(.{1,120})\Z", re.IGNORECASE)
# What the quiet option leaves of a number.
_HIDDEN = re.compile(r"[X? ]+\Z")
_ATTRIBUTE = re.compile(r"\d{1,3} ([a-z_]{3,40}) 0x[0-9a-f]{4} .* (\d{1,12})(?: \(.*\))?\Z")


@dataclass(slots=True)
class Smart:
    """What was found, by the name it is kept under, and the serial that the drive itself gives."""

    known: dict[str, str] = field(default_factory=dict)
    serial: str = ""

    def read(self, rows: Iterable[Row]) -> None:
        """Take what the rows of one page say; the first word on a thing stays."""
        for row in rows:
            text = " ".join(row)
            line = _LINE.match(text) or _ATTRIBUTE.match(text)
            if line is None:
                continue
            name, value = line[1].casefold(), line[2].strip()
            if _HIDDEN.match(value):
                continue
            if name == "serial number":
                self.serial = self.serial or value
            elif name in _NAMES and value:
                self.known.setdefault(_NAMES[name], value)
