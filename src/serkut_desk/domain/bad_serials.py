"""Texts that stand where a serial should and are none (`resources/wiping/serials.json`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypedDict

from serkut_desk.domain.serials import serial_key

# No serial is longer; what is cannot be one and is not matched against patterns.
_LONGEST = 200


class PatternRow(TypedDict):
    """One row of the file: a regular expression for the whole text, and why."""

    pattern: str
    reason: str


class SerialFile(TypedDict):
    """The file."""

    version: int
    no_serial: list[PatternRow]
    unreliable: list[PatternRow]
    host_placeholders: list[PatternRow]


@dataclass(frozen=True, slots=True)
class SerialRules:
    """The patterns, ready to use, and the version of the file they come from."""

    version: int
    no_serial: tuple[re.Pattern[str], ...]
    unreliable: tuple[re.Pattern[str], ...]
    host_placeholders: tuple[re.Pattern[str], ...]

    def comparable(self, text: str) -> str | None:
        """Return the form of a drive's serial for comparing, None where the text is none."""
        plain = text.strip()
        if _fits(plain, self.no_serial):
            return None
        return serial_key(plain) or None

    def is_unreliable(self, key: str) -> bool:
        """Tell whether several drives may carry this serial (in the form of `comparable`)."""
        return len(key) > _LONGEST or _fits(key, self.unreliable)

    def host_key(self, text: str) -> str | None:
        """Return the form of a computer's serial for comparing, None for a placeholder."""
        plain = text.strip()
        if _fits(plain, self.host_placeholders):
            return None
        return serial_key(plain) or None


def serial_rules(file: SerialFile) -> SerialRules:
    """Return the rules of the file.

    Raises:
        re.error: A pattern in the file is no regular expression.
    """
    return SerialRules(
        file["version"],
        _patterns(file["no_serial"]),
        _patterns(file["unreliable"]),
        _patterns(file["host_placeholders"]),
    )


def _patterns(rows: list[PatternRow]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in rows)


def _fits(text: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    short = text[:_LONGEST]
    return any(pattern.fullmatch(short) for pattern in patterns)
