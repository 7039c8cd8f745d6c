"""From rows of text to what stands beside each label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.verdict import StatusWord, status_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.interchange.nwipe_pdf.pages import Row

# A label as versions write it, to the name of its field. What stands in brackets differs.
_LABELS = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"(?:Make/Model|Make):", "model"),
        (r"(?:Serial|S/N):", "serial"),
        (r"(?:Disk )?Model:", "head_model"),
        (r"Disk S/N:", "head_serial"),
        (r"System S/N:", "system_serial"),
        (r"System uuid:", "system_uuid"),
        (r"Tag:", "tag"),
        (r"Size ?\(Apparent\):", "size"),
        (r"Size ?\(Real\):", "real_size"),
        (r"Bus:", "bus"),
        (r"Start time:", "started"),
        (r"End time:", "ended"),
        (r"Duration:", "duration"),
        (r"Status:", "status"),
        (r"Method:", "method"),
        (r"PRNG algorithm:", "prng"),
        (r"(?:Final|Blanking) Pass ?(?:\([^)]{0,40}\))?:", "final_pass"),
        (r"Verify(?: Pass)? ?(?:\([^)]{0,40}\))?:", "verify"),
        (r"\*? ?Bytes Erased:", "bytes"),
        (r"Rounds ?\([^)]{0,40}\):", "rounds"),
        (r"HPA/DCO Size:", "hidden_size"),
        (r"HPA/DCO:", "hidden"),
        (r"Errors ?\((?P<columns>[^)]{0,60})\):", "errors"),
        (r"Throughput:", "throughput"),
        (r"Information:", "information"),
        (r"Business Name:", "organisation"),
        (r"Business Address:", ""),
        (r"Contact (?:Name|Phone):", ""),
        (r"Name:", "customer"),
        (r"Address:", ""),
        (r"Name/ID:", "technician"),
        (r"Signature:", ""),
    )
)
_WARNING = re.compile(r"See Warning ?!?\Z", re.IGNORECASE)
_HEADINGS = re.compile(
    r"(?:(?:Disk|System) Erasure Report|Page \d+ (?:- .{1,40}|of \d+)|Customer Details"
    r"|Organisation Performing The Disk Erasure|Disk Information|Disk Erasure (?:Details|status)"
    r"|Technician/Operator ID|\* ?bytes erased: The amount of .{1,80})\Z",
    re.IGNORECASE,
)
_BANNER = re.compile(r"Disc Erasure by (.{1,100})\Z")
_LONGEST = 300


@dataclass(slots=True)
class Section:
    """What stands beside each label, in the order of the page; `columns` are those of errors.

    `odd` are texts that belong to no label and are none that any known version writes.
    """

    fields: dict[str, list[str]] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    warned: bool = False
    odd: list[str] = field(default_factory=list)

    def one(self, name: str) -> str:
        """Return the first value of a field, empty where there is none."""
        return next((value for value in self.fields.get(name, []) if value), "")

    def several(self, name: str) -> bool:
        """Tell whether a field has values that differ."""
        return len({value.casefold() for value in self.fields.get(name, []) if value}) > 1

    def add(self, rows: Iterable[Row]) -> None:
        """Read rows."""
        for row in rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        name: str | None = "information" if self._informs(row) else None
        for whole in row:
            text = whole[:_LONGEST]
            label = None if _HEADINGS.match(text) else _label(text)
            if label is not None:
                name, rest, columns = label
                self.columns += [columns] if columns else []
                self.fields.setdefault(name, []).append(rest)
            elif _WARNING.match(text):
                self.warned = True
            elif self._is_status(name, text):
                self.fields.setdefault("status", []).append(text)
            elif name is not None:
                said = self.fields.setdefault(name, [""])
                said[-1] = f"{said[-1]} {text}".strip()
            elif (banner := _BANNER.match(text)) is not None:
                self.fields.setdefault("banner", []).append(banner[1])
            elif not _HEADINGS.match(text):
                self.odd.append(text)

    def _informs(self, row: Row) -> bool:
        """Tell whether a row goes on with what the program informs of, which may be long."""
        last = next(reversed(self.fields), None)
        return last == "information" and not any(
            _label(text) or _HEADINGS.match(text) for text in row
        )

    def _is_status(self, name: str | None, text: str) -> bool:
        """Tell whether a text is a status that stands alone, as in reports of all drives."""
        if status_word(text) is StatusWord.UNKNOWN:
            return False
        if name in (None, "information"):
            return True
        return name != "status" and bool(self.fields[str(name)][-1])


def _label(text: str) -> tuple[str, str, str] | None:
    """Return the field, the rest of the text and the columns of the label it begins with."""
    for pattern, name in _LABELS:
        match = pattern.match(text)
        if match is not None:
            columns = match.groupdict().get("columns") or ""
            return name, text[match.end() :].strip(), columns
    return None


def begins_drive(row: Row) -> bool:
    """Tell whether a row is the first of a drive in a report of all drives."""
    return any(text.startswith("Make:") for text in row)


def ends_drives(row: Row) -> bool:
    """Tell whether what follows is about no drive any more."""
    return any(text.startswith(("Technician/Operator ID", "Page ")) for text in row)
