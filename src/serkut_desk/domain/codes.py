"""Our own codes: two letters for the kind, eight digits, two check digits.

Only letters and digits, so that no keyboard layout can garble them, and an even number of
digits, so that Code 128 packs them two by two. Check digits are ISO 7064 mod 97-10 over letters
(A = 10 ... Z = 35) and digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase

DIGITS = 8
LENGTH = 12
HIGHEST = 10**DIGITS - 1
STATEMENT = "SERKUT1"
"""What the text of a certificate's QR begins with; the rest is `domain.statement`'s."""


class CodeKind(StrEnum):
    """What a code names."""

    DEVICE = "SD"
    PART = "OS"
    MEDIUM = "LV"
    LOT = "ER"
    CONTAINER = "AS"
    PLACE = "PA"
    HANDOVER = "LU"
    CERTIFICATE = "TT"
    WORK_ORDER = "TY"
    COMMAND = "KO"
    BADGE = "HK"


_KINDS = frozenset(kind.value for kind in CodeKind)


@dataclass(frozen=True, slots=True)
class OwnCode:
    """One of our codes, whole and checked."""

    kind: CodeKind
    number: int

    def __str__(self) -> str:
        """Return the twelve characters that bars carry."""
        return make_code(self.kind, self.number)

    @property
    def short(self) -> str:
        """What eyes get: `SD 4217`."""
        return f"{self.kind} {self.number}"


def _as_digits(text: str) -> str:
    return "".join(
        str(ascii_uppercase.index(character) + 10) if character.isalpha() else character
        for character in text
    )


def make_code(kind: CodeKind, number: int) -> str:
    """Return the twelve characters of a code.

    Raises:
        ValueError: `number` is not between 0 and 99 999 999.
    """
    if not 0 <= number <= HIGHEST:
        message = f"{number} does not fit in {DIGITS} digits"
        raise ValueError(message)
    body = f"{kind}{number:0{DIGITS}d}"
    check = 98 - int(_as_digits(body) + "00") % 97
    return f"{body}{check:02d}"


def parse_code(text: str) -> OwnCode | None:
    """Return the code in `text`, blind to case and spaces, or None when it is none of ours."""
    plain = "".join(text.split()).upper()
    if len(plain) != LENGTH or not plain.isascii():
        return None
    letters, digits = plain[:2], plain[2:]
    if not digits.isdigit() or letters not in _KINDS:
        return None
    if int(_as_digits(plain)) % 97 != 1:
        return None
    return OwnCode(CodeKind(letters), int(digits[:DIGITS]))


def short(code: str) -> str:
    """Return `SD 4217` for `SD0000421757`; text that is no code of ours as it is."""
    own = parse_code(code)
    return own.short if own else code
