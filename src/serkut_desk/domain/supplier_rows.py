"""Puts a mapping on the rows of a supplier's file: what each row tells, and what is wrong in it.

A cell that cannot be read is named by row and column, and its row is at most REVIEW. So is a word
that no table of the mapping knows. A row without trouble passes by the supplier's own word only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Reason, ReasonCode, Verdict, VerifyMode
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.supplier_mapping import SupplierField, read_time, word_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from serkut_desk.domain.supplier_mapping import SupplierMapping, SupplierRow

SUPPLIER_RULES = 1
_UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "tb": 10**12}
_LARGEST = 10**17
_CELL = 60
_DECIDED = frozenset({Verdict.FAILED, Verdict.ABORTED})
# Shown by other means, or kept by nobody: who did it is for a person to say.
_NOT_KEPT = frozenset({SupplierField.OPERATOR, SupplierField.SERIAL, SupplierField.HOST_SERIAL})


@dataclass(frozen=True, slots=True)
class Trouble:
    """A cell that could not be read; `row` as a person counts it, `column` as the file calls it."""

    row: int
    column: str
    field: SupplierField
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedRow:
    """What one row tells."""

    number: int
    serial: str
    model: str
    capacity: int | None
    technique: SanitisationTechnique
    method: str
    passes: int
    verify: VerifyMode
    errors: int | None
    started: datetime | None
    ended: datetime | None
    tool: str
    tool_version: str
    host_serial: str
    result: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    troubles: tuple[Trouble, ...]
    known: tuple[tuple[str, str], ...]


def map_row(mapping: SupplierMapping, row: SupplierRow) -> MappedRow:
    """Return what a row tells by a mapping."""
    cells = _Cells(mapping, row)
    technique = mapping.techniques.get(
        word_key(cells.text(SupplierField.TECHNIQUE)), SanitisationTechnique.UNKNOWN
    )
    said = cells.text(SupplierField.RESULT)
    meaning = mapping.results.get(word_key(said))
    errors = cells.number(SupplierField.ERRORS)
    capacity, verify = cells.capacity(), cells.verification()
    passes = cells.number(SupplierField.PASSES) or 0
    started, ended = cells.time(SupplierField.STARTED), cells.time(SupplierField.ENDED)
    if not cells.text(SupplierField.SERIAL):
        cells.trouble(SupplierField.SERIAL)
    troubles = tuple(cells.troubles)
    doubts = (*_doubts(technique, cells, meaning, said), *_unread(troubles))
    verdict = _verdict(meaning, errors, doubts)
    return MappedRow(
        number=row.number,
        serial=cells.text(SupplierField.SERIAL),
        model=cells.text(SupplierField.MODEL),
        capacity=capacity,
        technique=technique,
        passes=passes,
        verify=verify,
        started=started,
        ended=ended,
        method=cells.text(SupplierField.TECHNIQUE),
        errors=errors,
        tool=cells.text(SupplierField.TOOL),
        tool_version=cells.text(SupplierField.TOOL_VERSION),
        host_serial=cells.text(SupplierField.HOST_SERIAL),
        result=said,
        verdict=verdict,
        reasons=tuple(_reasons(mapping, verdict, errors, doubts, said)),
        troubles=troubles,
        known=_known(mapping, row),
    )


class _Cells:
    """The cells of one row by field, and what could not be read in them."""

    def __init__(self, mapping: SupplierMapping, row: SupplierRow) -> None:
        self._mapping, self._row = mapping, row
        self.troubles: list[Trouble] = []

    def text(self, wanted: SupplierField) -> str:
        """Return a cell's text, "" where the file has none."""
        column = self._mapping.columns.get(wanted)
        return self._row.cells.get(column, "").strip() if column else ""

    def trouble(self, wanted: SupplierField) -> None:
        """Remember that a cell cannot be read."""
        column = self._mapping.columns.get(wanted, "")
        text = self.text(wanted)[:_CELL]
        self.troubles.append(Trouble(self._row.number, column, wanted, text))

    def number(self, wanted: SupplierField) -> int | None:
        """Return a whole number that is not negative."""
        text = self.text(wanted).replace("\u00a0", "").replace(" ", "")
        if not text:
            return None
        if text.isascii() and text.isdigit() and int(text[:20]) <= _LARGEST:
            return int(text)
        self.trouble(wanted)
        return None

    def capacity(self) -> int | None:
        """Return bytes from `256060514304`, `256 GB` or `0,5 TB`."""
        text = self.text(SupplierField.CAPACITY).replace("\u00a0", " ").casefold()
        if not text:
            return None
        digits = text.rstrip("bkmgt ")
        unit = text[len(digits) :].strip()
        try:
            value = float(digits.replace(" ", "").replace(",", "."))
        except ValueError:
            value = -1.0
        factor = _UNITS.get(unit)
        # Not a number at all compares as false, too.
        if factor is None or not 0 <= value * factor <= _LARGEST:
            self.trouble(SupplierField.CAPACITY)
            return None
        return round(value * factor)

    def time(self, wanted: SupplierField) -> datetime | None:
        """Return a time as the mapping says that the file writes it."""
        text = self.text(wanted)
        found = read_time(text, self._mapping.times) if text else None
        if text and found is None:
            self.trouble(wanted)
        return found

    def verification(self) -> VerifyMode:
        """Return which passes were read back."""
        text = self.text(SupplierField.VERIFICATION)
        found = self._mapping.verifications.get(word_key(text))
        if text and found is None:
            self.trouble(SupplierField.VERIFICATION)
        return found or VerifyMode.UNKNOWN


def _doubts(
    technique: SanitisationTechnique, cells: _Cells, meaning: Verdict | None, said: str
) -> Iterator[Reason]:
    if technique is SanitisationTechnique.UNKNOWN:
        method = cells.text(SupplierField.TECHNIQUE)[:_CELL] or "-"
        yield Reason(ReasonCode.METHOD_UNKNOWN, (("method", method),))
    if meaning is None or meaning is Verdict.REVIEW:
        yield Reason(ReasonCode.STATE_NOT_KNOWN, (("state", said[:_CELL] or "-"),))


def _unread(troubles: tuple[Trouble, ...]) -> Iterator[Reason]:
    for one in troubles:
        facts = (("row", one.row), ("column", one.column[:_CELL]), ("text", one.text or "-"))
        yield Reason(ReasonCode.CELL_NOT_READ, facts)


def _verdict(meaning: Verdict | None, errors: int | None, doubts: tuple[Reason, ...]) -> Verdict:
    if meaning in _DECIDED:
        return meaning
    if errors:
        return Verdict.FAILED
    return Verdict.REVIEW if doubts or meaning is not Verdict.PASSED else Verdict.PASSED


def _reasons(
    mapping: SupplierMapping,
    verdict: Verdict,
    errors: int | None,
    doubts: tuple[Reason, ...],
    said: str,
) -> Iterator[Reason]:
    if verdict in _DECIDED:
        yield Reason(ReasonCode.RESULT_NOT_SUCCESS, (("state", said[:_CELL] or "-"),))
    if errors:
        facts = (("passes", errors), ("verification", 0), ("flush", 0))
        yield Reason(ReasonCode.ERRORS_COUNTED, facts)
    yield from doubts
    facts_ = (("name", mapping.name), ("version", mapping.version))
    yield Reason(ReasonCode.READ_BY_MAPPING, facts_)


def _known(mapping: SupplierMapping, row: SupplierRow) -> tuple[tuple[str, str], ...]:
    kept = [("mapping", mapping.name), ("mapping_version", str(mapping.version))]
    for one, column in mapping.columns.items():
        text = row.cells.get(column, "").strip()
        if text and one not in _NOT_KEPT:
            kept.append((one.value, text[:200]))
    return tuple(kept)
