"""Reads a policy from parsed JSON, strictly: an unknown word anywhere is an error.

A rule that is not understood must not be passed over: it could be the one that asks for more.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from serkut_desk.domain.evidence import VerifyMode
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import (
    ApprovedTool,
    Attestation,
    Conditions,
    DonorRule,
    FlashDecision,
    Note,
    Policy,
    PolicyRow,
    Raise,
    SanitisationTechnique,
    Switch,
    version_parts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

_Word = TypeVar("_Word", bound="StrEnum")

_PARTICLES = re.compile(r"[HE]-[1-7]")
_ENOUGH = frozenset({VerifyMode.LAST, VerifyMode.ALL})


def parse_policy(document: Mapping[str, object]) -> Policy:
    """Return the policy in a parsed JSON document.

    Raises:
        ValueError: A field is missing or unknown, a word is unknown, a value has the wrong shape,
            or two rows are for the same case.
    """
    fields = _fields(
        document,
        "name version effective_from document switches flash required min_passes tools rows",
        "donors",
    )
    paper = _fields(fields["document"], "reference date")
    flash = _fields(fields["flash"], "decision reference kinds")
    rows = tuple(_row(row) for row in _list(fields["rows"]))
    _refuse_doubles(rows)
    return Policy(
        name=_text(fields["name"]),
        version=_count(fields["version"]),
        effective_from=date.fromisoformat(_text(fields["effective_from"])),
        document=_text(paper["reference"]),
        document_date=date.fromisoformat(_text(paper["date"])),
        switches=frozenset(
            Switch(word) for word, on in _object(fields["switches"]).items() if _flag(on)
        ),
        flash=FlashDecision(_text(flash["decision"])),
        flash_reference=_text(flash["reference"]),
        flash_kinds=frozenset(_words(MediumKind, flash["kinds"])),
        required=_required(fields["required"]),
        min_passes={
            MediumKind(kind): _count(passes)
            for kind, passes in _object(fields["min_passes"]).items()
        },
        tools={name: _tool(name, tool) for name, tool in _object(fields["tools"]).items()},
        rows=rows,
        donors={
            key: _donor(key, donor) for key, donor in _object(fields.get("donors", {})).items()
        },
    )


def _levels(value: object) -> dict[tuple[DataClass, MediumKind], Level]:
    return {
        (DataClass(data_class), MediumKind(kind)): Level(_text(level))
        for data_class, levels in _object(value).items()
        for kind, level in _object(levels).items()
    }


def _donor(key: str, value: object) -> DonorRule:
    fields = _fields(value, "name reference required")
    required = _levels(fields["required"])
    if not required or Level.NONE in required.values():
        message = f"the donor {key!r} asks for nothing"
        raise ValueError(message)
    return DonorRule(key, _text(fields["name"]), _text(fields["reference"]), required)


def _required(value: object) -> dict[tuple[DataClass, MediumKind], Level]:
    found = _levels(value)
    for data_class in DataClass:
        for kind in MediumKind:
            if found.get((data_class, kind), Level.NONE) is Level.NONE:
                message = f"no level is required of {kind} with {data_class} data"
                raise ValueError(message)
    return found


def _tool(name: str, value: object) -> ApprovedTool:
    fields = _fields(value, "from unknown_version why")
    since = version_parts(_text(fields["from"]))
    if since is None:
        message = f"{name}: {fields['from']!r} is no version"
        raise ValueError(message)
    return ApprovedTool(name, since, _flag(fields["unknown_version"]), _text(fields["why"]))


def _row(value: object) -> PolicyRow:
    fields = _fields(
        value, "id kinds technique level conditions source", "data_classes raised notes"
    )
    classes = _words(DataClass, fields.get("data_classes", list(DataClass)))
    raised = fields.get("raised")
    return PolicyRow(
        id=_text(fields["id"]),
        kinds=frozenset(_words(MediumKind, fields["kinds"])),
        technique=SanitisationTechnique(_text(fields["technique"])),
        data_classes=frozenset(classes),
        level=Level(_text(fields["level"])),
        conditions=_conditions(fields["conditions"]),
        raised=None if raised is None else _raise(raised),
        notes=_words(Note, fields.get("notes", [])),
        source=_text(fields["source"]),
    )


def _raise(value: object) -> Raise:
    fields = _fields(value, "switch level attested")
    return Raise(
        Switch(_text(fields["switch"])),
        Level(_text(fields["level"])),
        frozenset(_words(Attestation, fields["attested"])),
    )


def _conditions(value: object) -> Conditions:
    fields = _fields(
        value,
        "",
        "tool_approved errors_zero verification hidden_areas passes_at_least persons_at_least "
        "particle_class attested attested_or_accepted",
    )
    modes = frozenset(_words(VerifyMode, fields.get("verification", [])))
    particles = fields.get("particle_class")
    if not modes <= _ENOUGH:
        message = "reading nothing back is no verification"
        raise ValueError(message)
    if particles is not None and not _PARTICLES.fullmatch(_text(particles)):
        message = f"{particles!r} is no particle class"
        raise ValueError(message)
    if fields.get("hidden_areas", "none_or_accepted") != "none_or_accepted":
        message = f"{fields['hidden_areas']!r} says nothing of hidden areas"
        raise ValueError(message)
    return Conditions(
        tool_approved=_flag(fields.get("tool_approved", False)),
        errors_zero=_flag(fields.get("errors_zero", False)),
        verification=modes,
        hidden_areas="hidden_areas" in fields,
        passes_at_least=_count(fields.get("passes_at_least", 0)),
        persons_at_least=_count(fields.get("persons_at_least", 0)),
        particle_class=None if particles is None else _text(particles),
        attested=_words(Attestation, fields.get("attested", [])),
        attested_or_accepted=_words(Attestation, fields.get("attested_or_accepted", [])),
    )


def _refuse_doubles(rows: tuple[PolicyRow, ...]) -> None:
    ids = [row.id for row in rows]
    cases = [
        (kind, row.technique, data_class)
        for row in rows
        for kind in row.kinds
        for data_class in row.data_classes
    ]
    if len(set(ids)) != len(ids) or len(set(cases)) != len(cases):
        message = "two rows are for the same case, or have the same name"
        raise ValueError(message)


def _fields(value: object, needed: str, allowed: str = "") -> dict[str, object]:
    """Return an object's fields; one too many or too few is an error."""
    fields = _object(value)
    must, can = set(needed.split()), set(allowed.split())
    if must - set(fields) or set(fields) - must - can:
        wrong = sorted((must - set(fields)) | (set(fields) - must - can))
        message = f"missing or unknown: {', '.join(wrong)}"
        raise ValueError(message)
    return fields


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _wrong("an object", value)
    return {str(key): held for key, held in value.items()}


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _wrong("a list", value)
    return list(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong("text", value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong("true or false", value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _wrong("a whole number", value)
    return value


def _words(vocabulary: type[_Word], value: object) -> tuple[_Word, ...]:
    return tuple(vocabulary(_text(word)) for word in _list(value))


def _wrong(expected: str, value: object) -> ValueError:
    return ValueError(f"{expected} is expected, not {value!r}")
