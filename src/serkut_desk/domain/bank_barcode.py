"""The virtual bank barcode of invoices: 54 digits for Code 128, subset C.

Version 4 carries a national reference number, version 5 an RF reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

DIGITS = 54
_IBAN = 18
_MOST_CENTS = 99_999_999
_NATIONAL = 20
_RF_BODY = 21
_START_C = 105
_SYMBOLS = 103


def bank_barcode(iban: str, cents: int, reference: str, due: date | None = None) -> str:
    """Return the 54 digits.

    Args:
        iban: A Finnish account number; spaces do not matter.
        cents: The amount; one that does not fit is left open, as is 0.
        reference: A national reference number or `RF...`; spaces do not matter.
        due: Last day of payment; None leaves it open.

    Raises:
        ValueError: The account is not Finnish, or the reference does not fit.
    """
    account = "".join(iban.split()).upper()
    digits = account[2:]
    if not account.startswith("FI") or len(account) != _IBAN or not _plain(digits):
        raise ValueError(iban)
    amount = cents if 0 <= cents <= _MOST_CENTS else 0
    day = f"{due:%y%m%d}" if due else "000000"
    return f"{_version(reference)}{digits}{amount:08d}{_tail(reference)}{day}"


def check_value(digits: str) -> int:
    """Return the check character's value of the bars, as the banks' guide prints it."""
    pairs = (int(digits[start : start + 2]) for start in range(0, len(digits), 2))
    return (_START_C + sum(place * pair for place, pair in enumerate(pairs, 1))) % _SYMBOLS


def _version(reference: str) -> int:
    return 5 if reference.strip().upper().startswith("RF") else 4


def _tail(reference: str) -> str:
    plain = "".join(reference.split()).upper()
    if plain.startswith("RF"):
        check, body = plain[2:4], plain[4:]
        if not (_plain(check + body) and body and len(body) <= _RF_BODY):
            raise ValueError(reference)
        return f"{check}{body:0>21}"
    if not (_plain(plain) and len(plain) <= _NATIONAL):
        raise ValueError(reference)
    return f"000{plain:0>20}"


def _plain(text: str) -> bool:
    return text.isascii() and text.isdigit()
