"""A mapping while a person makes it: what is chosen so far, and what a file would give by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Verdict, VerifyMode
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.supplier_guess import words_of
from serkut_desk.domain.supplier_mapping import (
    REQUIRED,
    SupplierField,
    SupplierMapping,
    SupplierTable,
    word_key,
    wrong_with,
)
from serkut_desk.stations.evidence import mapping

if TYPE_CHECKING:
    from serkut_desk.stations.evidence.mapping import Preview

WORDED = (SupplierField.TECHNIQUE, SupplierField.RESULT, SupplierField.VERIFICATION)
"""Fields whose words have to be told."""
_EXAMPLES = 2


@dataclass(slots=True)
class Draft:
    """What is chosen so far.

    Args:
        table: The file.
        name: Of the supplier.
        times: How the file writes times.
        columns: Column of each field.
        meanings: What each word of a field means, by its key; words without one are looked at by
            a person.
    """

    table: SupplierTable
    name: str = ""
    times: str = "d.m.y"
    columns: dict[SupplierField, str] = field(default_factory=dict)
    meanings: dict[SupplierField, dict[str, str]] = field(
        default_factory=lambda: {one: {} for one in WORDED}
    )

    def cells(self, wanted: SupplierField) -> list[str]:
        """Return the cells of a field's column."""
        column = self.columns.get(wanted, "")
        return [row.cells.get(column, "") for row in self.table.rows] if column else []

    def examples(self, wanted: SupplierField) -> str:
        """Return the first different values of a field's column."""
        return ", ".join(words_of(self.cells(wanted))[:_EXAMPLES])

    def words(self, wanted: SupplierField) -> tuple[str, ...]:
        """Return the different words of a field's column."""
        return words_of(self.cells(wanted))

    def choose(self, wanted: SupplierField, column: str) -> None:
        """Choose a column; another field that had it has none any more."""
        for other in [one for one, known in self.columns.items() if known == column]:
            del self.columns[other]
        if column:
            self.columns[wanted] = column
        else:
            self.columns.pop(wanted, None)

    def mean(self, wanted: SupplierField, word: str, meaning: str) -> None:
        """Choose what a word means; "" for what a person looks at."""
        key = word_key(word)
        self.meanings[wanted].pop(key, None)
        if meaning:
            self.meanings[wanted][key] = meaning

    @property
    def missing(self) -> tuple[SupplierField, ...]:
        """Fields without which nothing can be read."""
        return tuple(one for one in REQUIRED if one not in self.columns)

    @property
    def mapping(self) -> SupplierMapping:
        """What is chosen."""
        shown = {one: {word_key(word) for word in self.words(one)} for one in WORDED}
        told = {
            one: {word: said for word, said in self.meanings[one].items() if word in shown[one]}
            for one in WORDED
        }
        return SupplierMapping(
            name=" ".join(self.name.split()),
            format=self.table.format,
            columns=dict(self.columns),
            record=self.table.record,
            techniques={
                word: SanitisationTechnique(one)
                for word, one in told[SupplierField.TECHNIQUE].items()
            },
            results={word: Verdict(one) for word, one in told[SupplierField.RESULT].items()},
            verifications={
                word: VerifyMode(one) for word, one in told[SupplierField.VERIFICATION].items()
            },
            times=self.times,
        )

    @property
    def wrong(self) -> str | None:
        """Code of the failure with which it could not be saved, None when it can."""
        return wrong_with(self.mapping)

    def preview(self) -> Preview:
        """Return what the file gives by what is chosen."""
        return mapping.preview(self.mapping, self.table)
