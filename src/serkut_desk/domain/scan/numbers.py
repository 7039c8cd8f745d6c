"""Numbers with check digits: IMEI, ICCID, EAN, bank barcodes; Dell's express code.

The check digits are a few lines each and written here, because the library for them costs 50 ms
at every start; the tests compare with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.scan.model import Candidate, ScanKind, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.scan.reading import Reading

IMEI_LENGTH = 15
_IMEI = re.compile(r"[0-9]{15}", re.ASCII)
_IMEISV_LENGTH = 16
_EAN_LENGTHS = (8, 12, 13, 14)
_EAN_SYMBOLOGIES = ("E0", "E3", "E4", "I1")
_ICCID = re.compile(r"89[0-9]{17,18}", re.ASCII)
_EID = re.compile(r"89[0-9]{30}", re.ASCII)
_BANK = re.compile(r"[45][0-9]{53}", re.ASCII)
_EXPRESS = re.compile(r"[0-9]{10,11}", re.ASCII)
_TAG_LENGTH = 7
_BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SERIAL_DIGITS = range(7, 21)


def luhn_ok(digits: str) -> bool:
    """Tell whether the last digit is the Luhn check digit of the others."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[-1::-2]) + sum(doubled)) % 10 == 0


def ean_ok(digits: str) -> bool:
    """Tell whether the last digit is the GS1 check digit of the others."""
    total = sum(int(digit) for digit in digits[-1::-2])
    return (total + 3 * sum(int(digit) for digit in digits[-2::-2])) % 10 == 0


def is_imei(digits: str) -> bool:
    """Tell whether 15 digits are an IMEI; one digit repeated is not."""
    return bool(_IMEI.fullmatch(digits)) and len(set(digits)) > 1 and luhn_ok(digits)


def is_iccid(digits: str) -> bool:
    """Tell whether digits are the number of a SIM card."""
    return bool(_ICCID.fullmatch(digits)) and luhn_ok(digits)


def service_tag(express_code: str) -> str:
    """Return Dell's service tag, seven letters and digits, for its express service code."""
    number, tag = int(express_code), ""
    while number:
        number, rest = divmod(number, len(_BASE_36))
        tag = _BASE_36[rest] + tag
    return tag.zfill(_TAG_LENGTH)


def imei_candidate(digits: str, score: int = 95, why: Why = Why.CHECK_DIGIT) -> Candidate:
    """Return an IMEI with its type allocation code."""
    return Candidate(ScanKind.IMEI, digits, score, why, also={"tac": digits[:8]})


def bank_barcodes(found: Reading) -> Iterator[Candidate]:
    """Recognise the 54 digits of a Finnish bank barcode, which concern no device."""
    if _BANK.fullmatch(found.digits):
        yield Candidate(ScanKind.UNKNOWN, found.digits, 95, Why.BANK_BARCODE)


def numbers(found: Reading) -> Iterator[Candidate]:
    """Recognise numbers with check digits, and offer other digits as a serial."""
    digits = found.digits or found.plain.removesuffix("F")
    if _ICCID.fullmatch(digits):
        yield _checked(ScanKind.ICCID, digits, ok=luhn_ok(digits))
    if not found.digits:
        yield from _two_imeis(found)
        return
    yield from _phone(digits)
    if len(digits) in _EAN_LENGTHS or found.symbology in _EAN_SYMBOLOGIES:
        ok = len(digits) in _EAN_LENGTHS and ean_ok(digits)
        yield _checked(ScanKind.EAN, digits, ok=ok, also={"gtin": digits.zfill(14)})
        if ok or found.symbology in _EAN_SYMBOLOGIES:
            return
    if _EXPRESS.fullmatch(digits):
        yield from _dell(digits)
    if len(digits) in _SERIAL_DIGITS and not is_imei(digits) and not is_iccid(digits):
        yield Candidate(ScanKind.SERIAL, digits, 30, Why.BARE_DIGITS)


def _checked(
    kind: ScanKind, digits: str, *, ok: bool, also: dict[str, str] | None = None
) -> Candidate:
    if ok:
        return Candidate(kind, digits, 92, Why.CHECK_DIGIT, also=also or {})
    return Candidate(
        ScanKind.UNKNOWN, digits, 90, Why.WRONG_CHECK_DIGIT, also={"looks_like": kind.value}
    )


def _phone(digits: str) -> Iterator[Candidate]:
    if is_imei(digits):
        yield imei_candidate(digits)
    elif len(digits) == IMEI_LENGTH:
        yield _checked(ScanKind.IMEI, digits, ok=False)
    elif len(digits) == _IMEISV_LENGTH:
        body = digits[: IMEI_LENGTH - 1]
        whole = next(body + check for check in _BASE_36 if luhn_ok(body + check))
        yield Candidate(
            ScanKind.IMEI,
            whole,
            45,
            Why.NO_CHECK_DIGIT,
            also={"tac": digits[:8], "software_version": digits[-2:]},
        )
    elif _EID.fullmatch(digits) and int(digits) % 97 == 1:
        yield Candidate(ScanKind.UNKNOWN, digits, 92, Why.EID, also={"eid": digits})


def _two_imeis(found: Reading) -> Iterator[Candidate]:
    """Recognise the two numbers of a phone with two SIM cards in one code."""
    parts = [part for part in re.split(r"[,;/| ]+", found.text) if part]
    if len(parts) == 2 and all(is_imei(part) for part in parts):  # noqa: PLR2004 - two
        yield Candidate(
            ScanKind.IMEI,
            parts[0],
            95,
            Why.CHECK_DIGIT,
            also={"tac": parts[0][:8], "imei2": parts[1]},
        )


def _dell(digits: str) -> Iterator[Candidate]:
    tag = service_tag(digits)
    if len(tag) == _TAG_LENGTH and any(character.isalpha() for character in tag):
        likely = 45 if tag.startswith("0") else 75
        yield Candidate(
            ScanKind.SERIAL, tag, likely, Why.SHAPE, "Dell", {"express_code": digits.lstrip("0")}
        )
