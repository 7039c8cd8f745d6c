"""Short texts that people type, made tidy before they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, normalize

from serkut_desk.domain.contacts import reaches_somebody
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.plain_text import plain_line
from serkut_desk.domain.scan import holds_secret, masked

if TYPE_CHECKING:
    from serkut_desk.texts import Texts

LONGEST = 200


def short_text(text: str, field: str, longest: int = LONGEST) -> str:
    """Return a short text in one line of what can be seen.

    Raises:
        Misused: `text_missing` or `text_too_long`.
        Refused: `secret_not_kept`: product keys and personal codes are kept nowhere.
    """
    plain = plain_line(text)
    if not plain:
        raise Misused("text_missing", field=field)
    if len(plain) > longest:
        raise Misused("text_too_long", field=field, longest=longest)
    if holds_secret(_ordinary(plain)):
        raise Refused("secret_not_kept", field=field)
    return plain


def impersonal_text(text: str, field: str, longest: int = LONGEST) -> str:
    """Return a short text in which nobody can be reached; empty when nothing was written.

    Raises:
        Misused: `text_too_long`.
        Refused: `secret_not_kept`, or `person_not_kept` for an e-mail address or a telephone
            number: a role belongs there.
    """
    if not text.strip():
        return ""
    plain = short_text(text, field, longest)
    if reaches_somebody(_ordinary(plain)):
        raise Refused("person_not_kept", field=field)
    return plain


def impersonal_reason(text: str, field: str = "reason", longest: int = LONGEST) -> str:
    """Return a short text that is needed, and in which nobody can be reached.

    Raises:
        Misused: `text_missing` or `text_too_long`.
        Refused: `secret_not_kept` or `person_not_kept`.
    """
    return impersonal_text(text, field, longest) or short_text(text, field)


def _ordinary(text: str) -> str:
    """Return a text with ordinary letters, digits and hyphens in the place of their likes."""
    hyphens = ("-" if category(mark) == "Pd" or mark == _MINUS else mark for mark in text)
    return normalize("NFKC", "".join(hyphens))


_MINUS = "\u2212"


def ended_reason(reason: str, texts: Texts) -> str:
    """Return why an approval or a certificate ended: a person's own words, or the program's."""
    key = f"ended.{reason}"
    return texts.say(key) if texts.has(key) else reason


def file_name(name: str) -> str:
    """Return the name of somebody's file as it may be kept: short, no secret, nobody's address."""
    plain = plain_line(name)[:LONGEST] or "-"
    told = _ordinary(plain)
    return masked(plain) if holds_secret(told) or reaches_somebody(told) else plain


def event_name(tag: str, texts: Texts) -> str:
    """Return what kind of thing happened, in words that name no place or device."""
    dotted = tag.replace(":", ".")
    found = (key for key in (f"day.event.{dotted}", f"event.{dotted}") if texts.has(key))
    return next((texts.say(key) for key in found), tag)
