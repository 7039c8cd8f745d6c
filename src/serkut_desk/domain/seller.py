"""The seller's facts as people type them, checked before they stand on a receipt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stdnum import iban as iban_number
from stdnum.exceptions import ValidationError
from stdnum.fi import ytunnus

from serkut_desk.domain.errors import Misused, Word
from serkut_desk.domain.papers import SELLER_FIELDS, Seller
from serkut_desk.domain.plain_text import plain_line

if TYPE_CHECKING:
    from collections.abc import Mapping

OPTIONAL = frozenset({"iban"})
_LONGEST = 100
_PHONE = re.compile(r"\+?[0-9][0-9 ]{4,20}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def checked_seller(values: Mapping[str, str]) -> Seller:
    """Return the seller's facts in their normal form.

    Raises:
        Misused: `text_missing`, `text_too_long`, `business_id_wrong`, `iban_wrong`,
            `phone_wrong` or `email_wrong`.
    """
    plain = {field: plain_line(values.get(field, "")) for field in SELLER_FIELDS}
    for field, text in plain.items():
        if not text and field not in OPTIONAL:
            raise Misused("text_missing", field=Word(f"field.seller.{field}"))
        if len(text) > _LONGEST:
            raise Misused("text_too_long", field=Word(f"field.seller.{field}"), longest=_LONGEST)
    if not _PHONE.fullmatch(plain["phone"]):
        raise Misused("phone_wrong", text=plain["phone"])
    if not _EMAIL.fullmatch(plain["email"]):
        raise Misused("email_wrong", text=plain["email"])
    return Seller(
        name=plain["name"],
        business_id=business_id(plain["business_id"]),
        street=plain["street"],
        city=plain["city"],
        phone=plain["phone"],
        email=plain["email"],
        iban=_iban(plain["iban"]) if plain["iban"] else "",
    )


def business_id(text: str) -> str:
    """Return a Y-tunnus as `0201256-6`.

    Raises:
        Misused: `business_id_wrong`.
    """
    try:
        compact = ytunnus.validate(text)
    except ValidationError as problem:
        raise Misused("business_id_wrong", text=text) from problem
    return f"{compact[:7]}-{compact[7:]}"


def _iban(text: str) -> str:
    """Return an account number without spaces; only Finnish ones fit the bank's barcode."""
    try:
        compact: str = iban_number.validate(text)
    except ValidationError as problem:
        raise Misused("iban_wrong", text=text) from problem
    if not compact.startswith("FI"):
        raise Misused("iban_wrong", text=text)
    return compact


def iban_for_eyes(iban: str) -> str:
    """Return an account number in groups of four."""
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))
