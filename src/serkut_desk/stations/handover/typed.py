"""What people type of a handover, checked and made tidy before it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.channels import Term
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.money import HIGHEST_CENTS
from serkut_desk.domain.terms import TEXTS, business_id, kept, number_key
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.channels import ChannelRule, Terms

# Numbers of papers; whatever is longer is no number.
LONGEST_NUMBER = 40
LONGEST_TEXT = 120
_NUMBERS = frozenset({Term.NUMBER, Term.CERTIFICATE, Term.BUSINESS_ID, Term.REFERENCE})
_OWN_LETTERS = frozenset("ÅÄÖ")
_EARLIEST, _LATEST = date(2020, 1, 1), date(2099, 12, 31)


def clean_terms(rule: ChannelRule, terms: Terms) -> Terms:
    """Return the terms that a channel asks for, tidy; what is empty stays empty.

    Raises:
        Misused: `text_too_long`, `number_has_no_digits`, `number_has_odd_letters`,
            `sum_out_of_range` or `day_out_of_range`.
        Refused: `secret_not_kept` for a personal identity code, `handover_business_id_wrong`.
    """
    own = kept(rule, terms)
    texts: dict[str, Any] = {term.value: _text(term, getattr(own, term.value)) for term in TEXTS}
    if texts["business_id"]:
        texts["business_id"] = _business_id(texts["business_id"])
    if own.limit_cents is not None and not 0 < own.limit_cents <= HIGHEST_CENTS:
        raise Misused("sum_out_of_range", field="handover_limit_cents")
    for term in (Term.VALID_UNTIL, Term.INSTALLED_ON, Term.NEXT_SERVICE):
        day = getattr(own, term.value)
        if day is not None and not _EARLIEST <= day <= _LATEST:
            raise Misused("day_out_of_range", field=f"handover_{term}")
    return replace(own, **texts)


def _text(term: Term, text: str) -> str:
    if not text.strip():
        return ""
    longest = LONGEST_NUMBER if term in _NUMBERS else LONGEST_TEXT
    plain = short_text(text, f"handover_{term}", longest)
    if term in {Term.NUMBER, Term.CERTIFICATE}:
        _demand_number(plain, f"handover_{term}")
    return plain


def _demand_number(text: str, field: str) -> None:
    """See that a number that is good once cannot be written as another one that looks the same."""
    key = number_key(text)
    if not key:
        raise Misused("number_has_no_digits", field=field)
    if not all(mark.isascii() or mark in _OWN_LETTERS for mark in key):
        raise Misused("number_has_odd_letters", field=field)


def _business_id(text: str) -> str:
    known = business_id(text)
    if known is None:
        raise Refused("handover_business_id_wrong", number=text)
    return known


def clean_reference(text: str) -> str:
    """Return the reference of a payment, tidy; "" when there is none.

    Raises:
        Misused: `text_too_long`.
        Refused: `secret_not_kept`.
    """
    return short_text(text, "handover_reference", LONGEST_NUMBER) if text.strip() else ""
