"""The terms of a handover as they are stored, and the normal form of typed numbers."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from stdnum.fi import ytunnus

from serkut_desk.domain.channels import NO_TERMS, Channel, Term, Terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.channels import ChannelRule

# In the order in which forms and tables show them.
TEXTS = (
    Term.NUMBER,
    Term.UNIT,
    Term.CERTIFICATE,
    Term.RECEIVER,
    Term.BUSINESS_ID,
    Term.REFERENCE,
    Term.PLACE,
    Term.CONFIGURATION,
)
DAYS = (Term.VALID_UNTIL, Term.INSTALLED_ON, Term.NEXT_SERVICE)


def number_key(text: str) -> str:
    """Return a number as it is compared: capital letters and digits only.

    So a course certificate or a commitment is the same with other spaces, signs and case.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(mark for mark in plain if mark.isalnum())


def business_id(text: str) -> str | None:
    """Return a Y-tunnus as it is written (`0201256-6`), None when it is none."""
    plain = "".join(text.split())
    if not ytunnus.is_valid(plain):
        return None
    formatted: str = ytunnus.format(ytunnus.compact(plain))
    return formatted


def kept(rule: ChannelRule, terms: Terms) -> Terms:
    """Return the terms that a channel asks for; what was typed for another one is not kept."""
    wanted = {*rule.terms, *rule.optional}
    values = {term.value: getattr(terms, term.value) for term in wanted}
    renewed = terms.renewed and rule.channel is Channel.COMMITMENT
    return replace(NO_TERMS, **values, renewed=renewed)


def lacking(rule: ChannelRule, terms: Terms) -> tuple[Term, ...]:
    """Return what still has to be known, in the order in which it is asked."""
    return tuple(term for term in rule.terms if getattr(terms, term.value) in ("", None))


def taker(terms: Terms) -> str:
    """Return the body or place that takes the devices; "" where nothing is kept of who does."""
    return terms.receiver or terms.place


def as_json(terms: Terms) -> dict[str, Any]:
    """Return terms for the records; what is empty is left out."""
    stored: dict[str, Any] = {}
    for one in fields(terms):
        value = getattr(terms, one.name)
        if value not in ("", None, False):
            stored[one.name] = value.isoformat() if isinstance(value, date) else value
    return stored


def from_json(stored: Mapping[str, Any]) -> Terms:
    """Return the terms that `as_json` wrote."""
    values = dict(stored)
    for term in DAYS:
        if term.value in values:
            values[term.value] = date.fromisoformat(values[term.value])
    return Terms(**values)
