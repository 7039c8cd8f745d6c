"""The words in which a scan is described."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LIKELY = 50
"""From this score a candidate names the kind of the scan; below it is only offered."""

SURE = 80
"""From this score nobody has to be asked."""

FINAL = 90
"""From this score weaker readings of the same text are not even looked for."""


class ScanKind(StrEnum):
    """What a text can be."""

    OWN = "own"
    COMMAND = "command"
    SERIAL = "serial"
    PRODUCT = "product"
    IMEI = "imei"
    ICCID = "iccid"
    MAC = "mac"
    EAN = "ean"
    INVENTORY = "inventory"
    URL = "url"
    PART = "part"
    SECRET = "secret"  # noqa: S105 - a word, no password
    UNKNOWN = "unknown"


class Why(StrEnum):
    """Why a text is taken for something; its sentence is `scan.why.<value>`."""

    OWN_CODE = "own_code"
    OWN_CODE_SHORT = "own_code_short"
    OWN_CODE_CHECK = "own_code_check"
    EXPECTED = "expected"
    CHECK_DIGIT = "check_digit"
    WRONG_CHECK_DIGIT = "wrong_check_digit"
    NO_CHECK_DIGIT = "no_check_digit"
    SHAPE = "shape"
    PATTERN = "pattern"
    BARE_DIGITS = "bare_digits"
    LABELLED = "labelled"
    GS1 = "gs1"
    GS1_UNREADABLE = "gs1_unreadable"
    GS1_NO_DEVICE = "gs1_no_device"
    SWALLOWED_PREFIX = "swallowed_prefix"
    ENVELOPE = "envelope"
    ENVELOPE_UNREADABLE = "envelope_unreadable"
    ADDRESS = "address"
    ADDRESS_WITH_SERIAL = "address_with_serial"
    BANK_BARCODE = "bank_barcode"
    EID = "eid"
    UUID = "uuid"
    SECRET = "secret"  # noqa: S105 - a word, no password
    LETTERS_AND_DIGITS = "letters_and_digits"
    NO_PATTERN = "no_pattern"
    EMPTY = "empty"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a text.

    Attributes:
        kind: What it would be.
        value: Normal form under that kind.
        score: 0 to 100, see `LIKELY`, `SURE` and `FINAL`.
        why: The reason.
        maker: Manufacturer when the shape tells it.
        also: Further facts of the same text: `product`, `gtin`, `tac`, `express_code`, ...
    """

    kind: ScanKind
    value: str
    score: int
    why: Why
    maker: str | None = None
    also: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scan:
    """What one text is.

    Attributes:
        text: As it arrived; stars in place of a secret, shortened when it was far too long.
        kind: The best reading that is likely enough, else unknown.
        value: Normal form under `kind`; for unknown the tidy text.
        why: The reason for `kind`.
        maker: Manufacturer when the text tells it.
        also: Further facts.
        layout_fixed: The punctuation was garbled by the keyboard layout and is put right in
            `value`.
        candidates: All readings, best first. More than one, or a best one that is not sure, means
            that a person must be asked before something is saved.
    """

    text: str
    kind: ScanKind
    value: str
    why: Why
    maker: str | None = None
    also: Mapping[str, str] = field(default_factory=dict)
    layout_fixed: bool = False
    candidates: tuple[Candidate, ...] = ()

    @property
    def sure(self) -> bool:
        """Tell whether `kind` and `value` may be used without asking a person."""
        if self.kind is ScanKind.UNKNOWN or not self.candidates:
            return False
        return self.candidates[0].score >= SURE
