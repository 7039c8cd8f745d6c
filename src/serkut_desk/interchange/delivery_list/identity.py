"""Serial numbers, inventory numbers and IMEIs in normal form, and what is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from stdnum import luhn

from serkut_desk.domain.delivery_list import Finding
from serkut_desk.interchange.delivery_list import limits
from serkut_desk.interchange.delivery_list.people import MASK
from serkut_desk.interchange.delivery_list.vocabulary import fold, list_words

_SCIENTIFIC = re.compile(r"^[+-]?\d(?:[.,]\d+E\+?|E\+)\d{1,3}$", re.IGNORECASE)
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?$")
_FRACTION = re.compile(r"^(\d+)[.,]0+$")
_SERIAL = re.compile(r"^[A-Z0-9][A-Z0-9\-_./+#:*&()]*$")
_PREFIX = re.compile(
    r"^(?:S/N|SN|SER(?:IAL)?(?:\s*NO)?|SARJANRO|SARJANUMERO)\s*[:.#]\s*", re.IGNORECASE
)
_IMEI_PREFIX = re.compile(r"^IMEI\s*\d?\s*[:.#]?\s*(?=\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;/|\n]\s*|\s+")
_FILLING = re.compile(r"[\s\-./]")
_ONE_SERIAL = 7  # two such words in one cell are two serials, shorter ones are one with spaces
_IMEI, _IMEISV = 15, 16
_TYPE_ALLOCATION = re.compile(r"^(?:0[1-9]|35|86|99|4[49]|5[0-3])")


@dataclass(frozen=True, slots=True)
class Value:
    """An identity in normal form, or what is wrong with it."""

    text: str = ""
    problem: Finding | None = None
    notes: tuple[Finding, ...] = ()
    found: str = ""  # what stood in the list, where a person must see it


def is_nothing(text: str) -> bool:
    """Tell whether a cell only says that there is no value (`-`, `n/a`, `ei tiedossa`)."""
    return fold(text) in list_words().nothing


def ruined(text: str) -> bool:
    """Tell whether a long number was cut to scientific notation (`3.54672E+14`)."""
    return bool(_SCIENTIFIC.match(text))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).strip()
    whole = _FRACTION.match(text)
    return whole[1] if whole else text


def _several(text: str) -> bool:
    """Tell whether a cell holds more than one serial number."""
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    return (
        len(pieces) > 1
        and sum(
            len(piece) >= _ONE_SERIAL and any(letter.isdigit() for letter in piece)
            for piece in pieces
        )
        > 1
    )


def _spoilt(text: str) -> Finding | None:
    """Return what a spreadsheet did to a serial number, None when nothing."""
    if ruined(text):
        return Finding.SERIAL_RUINED
    if _DATE.match(text):
        return Finding.SERIAL_DATE
    return Finding.SERIAL_SEVERAL if _several(text) else None


def serial_of(text: str) -> Value:
    """Return the serial number in a cell: trimmed, upper case, without spaces inside."""
    if not text or MASK in text:
        return Value()
    if is_nothing(text):
        return Value(notes=(Finding.NOT_A_VALUE,), found=text)
    plain = _PREFIX.sub("", _plain(text))
    joined = "".join(plain.split()).upper()
    wordy = " " in plain and not any(letter.isdigit() for letter in plain)
    spoilt = _spoilt(plain)
    if spoilt is None and (wordy or len(joined) > limits.MAX_SERIAL or not _SERIAL.match(joined)):
        # Such a cell may hold anything, a person's name too: its text is not shown.
        return Value(problem=Finding.SERIAL_FORM)
    if spoilt is not None:
        return Value(problem=spoilt, found=text)
    notes = [Finding.SERIAL_TIDIED] if joined != text else []
    if joined.isdigit() and joined.startswith("0"):
        notes.append(Finding.LEADING_ZEROS)
    return Value(text=joined, notes=tuple(notes), found=text if notes else "")


def inventory_of(text: str) -> Value:
    """Return the sender's own number in a cell: one space at most between words, upper case."""
    if not text:
        return Value()
    if is_nothing(text):
        return Value(notes=(Finding.NOT_A_VALUE,), found=text)
    plain = " ".join(_plain(text).upper().split())
    nothing = is_nothing(plain) or not any(letter.isalnum() for letter in plain)
    if MASK in text or ruined(text) or nothing:
        return Value(notes=(Finding.NOT_A_VALUE,), found=text)
    notes = [Finding.LEADING_ZEROS] if plain.isdigit() and plain.startswith("0") else []
    kept = plain[: limits.MAX_SERIAL].rstrip()  # the cut may fall on a space
    return Value(text=kept, notes=tuple(notes), found=text if notes else "")


def _one_imei(digits: str) -> Value:
    if len(digits) == _IMEISV:
        body = digits[: _IMEI - 1]
        return Value(text=body + luhn.calc_check_digit(body), notes=(Finding.IMEI_FROM_LONGER,))
    if len(digits) != _IMEI:
        return Value(problem=Finding.IMEI_FORM)
    if len(set(digits)) == 1 or not luhn.is_valid(digits):
        return Value(problem=Finding.IMEI_CHECK)
    return Value(text=digits)


def imei_of(text: str) -> Value:
    """Return the IMEI in a cell: fifteen digits with a right check digit.

    A 16-digit IMEISV gives the IMEI that it contains (3GPP TS 23.003: the same 14 digits; the
    check digit follows from them). Of two IMEIs of one phone the first is taken.
    """
    if not text or MASK in text:
        return Value()
    if is_nothing(text):
        return Value(notes=(Finding.NOT_A_VALUE,), found=text)
    if ruined(text):
        return Value(problem=Finding.IMEI_RUINED, found=text)
    plain = _IMEI_PREFIX.sub("", _plain(text))
    joined = _FILLING.sub("", plain)
    if joined.isascii() and joined.isdigit() and len(joined) <= _IMEISV:
        value = _one_imei(joined)
    else:
        pieces = [_FILLING.sub("", piece) for piece in re.split(r"\s*[,;/|]\s*|\s+", plain)]
        first = next((p for p in pieces if p.isascii() and p.isdigit() and len(p) == _IMEI), "")
        value = _one_imei(first) if first else Value(problem=Finding.IMEI_FORM)
        if value.text:
            return Value(text=value.text, notes=(Finding.IMEI_SEVERAL,), found=value.text)
    shown = text if value.problem and joined.isascii() and joined.isdigit() else ""
    return Value(value.text, value.problem, value.notes, shown or value.text)


def looks_like_imei(text: str) -> bool:
    """Tell whether a cell of mixed identities holds an IMEI, right, ruined or mistyped."""
    digits = _FILLING.sub("", _IMEI_PREFIX.sub("", _plain(text)))
    if not (digits.isascii() and digits.isdigit()):
        return ruined(text)
    return len(digits) == _IMEI and bool(luhn.is_valid(digits) or _TYPE_ALLOCATION.match(digits))
