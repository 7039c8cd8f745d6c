"""Which column of a supplier's file is what, and what its words mean: saved, versioned, tried.

A table of others is unsigned text: a mapping says how it is read, never that it is true. What no
table of words knows is a doubt (REVIEW), and whether the supplier counts at all is the policy's
decision: its rows carry the mapping's own program name, which no policy approves by default.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.evidence import Verdict, VerifyMode
from serkut_desk.domain.policy import PHYSICAL, SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NAME = 60
MOST_WORDS = 100
_LONGEST_WORD = 200
_PROGRAM = "supplier:"


class MappingFormat(StrEnum):
    """What kind of file a mapping reads."""

    CSV = "csv"
    XML = "xml"


class SupplierField(StrEnum):
    """What a column can be; `supplier_field.<word>` in the texts."""

    SERIAL = "serial"
    TECHNIQUE = "technique"
    RESULT = "result"
    MODEL = "model"
    CAPACITY = "capacity"
    PASSES = "passes"
    VERIFICATION = "verification"
    ERRORS = "errors"
    STARTED = "started"
    ENDED = "ended"
    OPERATOR = "operator"
    TOOL = "tool"
    TOOL_VERSION = "tool_version"
    HOST_SERIAL = "host_serial"


REQUIRED = (SupplierField.SERIAL, SupplierField.TECHNIQUE, SupplierField.RESULT)
"""Without these no row says what happened to which medium."""

RESULTS = (Verdict.PASSED, Verdict.FAILED, Verdict.ABORTED, Verdict.REVIEW)
"""What a supplier's word can mean."""

TECHNIQUES = tuple(one for one in SanitisationTechnique if one not in PHYSICAL)
"""What a supplier's word can mean; a destruction is recorded by two persons, never read in."""

TIME_FORMATS = {
    "iso": "",
    "d.m.y": "%d.%m.%Y %H:%M:%S",
    "d/m/y": "%d/%m/%Y %H:%M:%S",
    "m/d/y": "%m/%d/%Y %H:%M:%S",
    "y/m/d": "%Y/%m/%d %H:%M:%S",
}
"""How a file writes days; the time beside them may be missing or without seconds."""


@dataclass(frozen=True, slots=True)
class SupplierMapping:
    """How one supplier's files are read.

    Args:
        name: What people call the supplier or its program.
        format: The kind of file.
        columns: Heading (CSV) or path (XML) of each field that the file has.
        record: Path of the repeating element in XML, else "".
        techniques: Their word (`word_key`) to our technique.
        results: Their word to our verdict.
        verifications: Their word to which passes were read back.
        times: A key of `TIME_FORMATS`.
        version: Counts the saved versions of this name from 1; 0 while it is not saved.
    """

    name: str
    format: MappingFormat
    columns: Mapping[SupplierField, str]
    record: str = ""
    techniques: Mapping[str, SanitisationTechnique] = field(default_factory=dict)
    results: Mapping[str, Verdict] = field(default_factory=dict)
    verifications: Mapping[str, VerifyMode] = field(default_factory=dict)
    times: str = "iso"
    version: int = 0

    @property
    def program(self) -> str:
        """Its name in the policy's list of tools; never that of a program whose logs we read."""
        return f"{_PROGRAM}{name_key(self.name)}"


def name_key_of(program: str) -> str | None:
    """Return the key of the mapping that a program of the policy's list is; None for another."""
    return program.removeprefix(_PROGRAM) if program.startswith(_PROGRAM) else None


@dataclass(frozen=True, slots=True)
class SupplierRow:
    """One row or record of a file; `number` as a person counts it, cells by heading or path."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SupplierTable:
    """A supplier's file before anybody says what its columns are.

    Args:
        format: The kind of file.
        columns: Headings or paths in the order of the file, each once.
        rows: The rows with content.
        record: Path of the repeating element in XML, else "".
    """

    format: MappingFormat
    columns: tuple[str, ...]
    rows: tuple[SupplierRow, ...]
    record: str = ""


def name_key(name: str) -> str:
    """Return the form in which names of mappings are compared."""
    return " ".join(name.split()).casefold()


def word_key(word: str) -> str:
    """Return the form in which words of suppliers are compared."""
    return " ".join(word[:_LONGEST_WORD].split()).casefold()


def fits(mapping: SupplierMapping, table: SupplierTable) -> bool:
    """Tell whether a file has every column that a mapping names."""
    same = mapping.format is table.format and mapping.record == table.record
    return same and set(mapping.columns.values()) <= set(table.columns)


def wrong_with(mapping: SupplierMapping) -> str | None:
    """Return why a mapping cannot be saved, as a failure's code; None when it can."""
    tables = (mapping.techniques, mapping.results, mapping.verifications)
    wrong = {
        "mapping_name": not name_key(mapping.name) or len(mapping.name) > LONGEST_NAME,
        "mapping_required": any(not mapping.columns.get(one) for one in REQUIRED),
        "mapping_twice": len(set(mapping.columns.values())) != len(mapping.columns),
        "mapping_times": mapping.times not in TIME_FORMATS,
        "mapping_words": any(len(table) > MOST_WORDS for table in tables),
        "mapping_technique": not set(mapping.techniques.values()) <= set(TECHNIQUES),
        "mapping_result": not set(mapping.results.values()) <= set(RESULTS),
        "mapping_record": (mapping.format is MappingFormat.XML) != bool(mapping.record),
    }
    return next((code for code, holds in wrong.items() if holds), None)


def read_time(text: str, form: str) -> datetime | None:
    """Return a time as the file writes it, without its zone; None when it is none.

    Raises:
        KeyError: `form` is no key of `TIME_FORMATS`.
    """
    pattern = TIME_FORMATS[form]
    if not pattern:
        try:
            return datetime.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            return None
    day = pattern.partition(" ")[0]
    for shape in (pattern, f"{day} %H:%M", day):
        try:
            return datetime.strptime(text, shape)  # noqa: DTZ007 - a supplier's clock has no zone
        except ValueError:
            continue
    return None


def document_of(mapping: SupplierMapping) -> dict[str, Any]:
    """Return a mapping as JSON data, without its version."""
    return {
        "name": mapping.name,
        "format": mapping.format.value,
        "record": mapping.record,
        "columns": {one.value: column for one, column in mapping.columns.items()},
        "techniques": {word: one.value for word, one in mapping.techniques.items()},
        "results": {word: one.value for word, one in mapping.results.items()},
        "verifications": {word: one.value for word, one in mapping.verifications.items()},
        "times": mapping.times,
    }


def mapping_of(document: Mapping[str, Any], version: int = 0) -> SupplierMapping:
    """Return the mapping of JSON data.

    Raises:
        ValueError: The data is no mapping, or names what we do not know.
    """
    try:
        made = SupplierMapping(
            name=_text(document["name"]),
            format=MappingFormat(document["format"]),
            columns={
                SupplierField(one): _text(column) for one, column in document["columns"].items()
            },
            record=_text(document.get("record", "")),
            techniques={
                word_key(word): SanitisationTechnique(one)
                for word, one in document.get("techniques", {}).items()
            },
            results={
                word_key(word): Verdict(one) for word, one in document.get("results", {}).items()
            },
            verifications={
                word_key(word): VerifyMode(one)
                for word, one in document.get("verifications", {}).items()
            },
            times=_text(document.get("times", "iso")),
        )
    except (KeyError, TypeError, AttributeError) as wrong:
        message = f"no mapping: {wrong}"
        raise ValueError(message) from None
    return replace(made, version=version)


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = "a text was expected"
        raise TypeError(message)
    return value
