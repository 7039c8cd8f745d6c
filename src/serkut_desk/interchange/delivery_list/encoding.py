"""Finds out in which encoding a text list was saved."""

from __future__ import annotations

import codecs
import re

from serkut_desk.domain.delivery_list import Finding
from serkut_desk.domain.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
_MANY_ZEROS = 0.3
_COMMON = frozenset("äöåÄÖÅ")
_SEEN = frozenset("üÜßéÉèáóøæØÆ€¤§°½²\xa0")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_DOUBLE = re.compile("\u00c3[\u00a4\u00b6\u00a5\u201e\u2013\u2026\u00bc\u00a9]")
_FEW = 0.01


def _plausible(text: str) -> int:
    """Return how well the letters outside ASCII fit Finnish, Swedish and German."""
    return sum(
        2 if letter in _COMMON else 1 if letter in _SEEN else -2
        for letter in text
        if letter > "\x7f"
    )


def _eight_bit(content: bytes) -> tuple[str, str]:
    best: tuple[int, str, str] | None = None
    for name in ("cp1252", "cp850", "mac_roman", "latin-1"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        score = _plausible(text)
        if best is None or score > best[0]:
            best = (score, text, name)
    assert best is not None  # latin-1 takes every byte
    return best[1], best[2]


def _wide(content: bytes) -> str | None:
    """Return the name of an encoding with two bytes a character, known from its zero bytes."""
    sample = content[:_SAMPLE]
    if len(sample) < len(b"a\x00b\x00"):
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > half * _MANY_ZEROS > even:
        return "utf-16-le"
    if even > half * _MANY_ZEROS > odd:
        return "utf-16-be"
    return None


def _mixed(content: bytes) -> str | None:
    """Return text that is UTF-8 but for a few bytes, which are read as cp1252; else None."""
    text = content.decode("utf-8", errors="surrogateescape")
    strays = [letter for letter in text if "\udc80" <= letter <= "\udcff"]
    proper = sum(1 for letter in text if letter > "\x7f") - len(strays)
    if proper <= 2 * len(strays):
        return None
    stray = {
        ord(letter): bytes([ord(letter) - 0xDC00]).decode("cp1252", errors="replace")
        for letter in set(strays)
    }
    return text.translate(stray)


def _checked(text: str) -> str:
    """Return `text` without zero bytes, or refuse what is no text.

    Raises:
        Refused: `list_not_a_table`.
    """
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > len(sample) * _FEW:
        raise Refused("list_not_a_table")
    return text.replace("\x00", "")


def decoded(content: bytes) -> tuple[str, str, tuple[Finding, ...]]:
    """Return the text, the encoding's name, and what was odd.

    Raises:
        Refused: `list_not_a_table` when it is no text in any encoding that we know.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            text = content.decode(name, errors="replace").lstrip("\ufeff")
            odd = (Finding.LETTERS_MIXED,) if "\ufffd" in text else ()
            return _checked(text), name, odd
    if wide := _wide(content):
        text = content.decode(wide, errors="replace")
        odd = (Finding.LETTERS_MIXED,) if "\ufffd" in text else ()
        return _checked(text), wide, odd
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        mixed = _mixed(content)
        if mixed is not None:
            return _checked(mixed), "utf-8", (Finding.LETTERS_MIXED,)
        text, name = _eight_bit(content)
        return _checked(text), name, (Finding.ENCODING_GUESSED,)
    return _checked(_undoubled(text)), "utf-8", ()


def _undoubled(text: str) -> str:
    """Return text that was taken for cp1252 once and saved as UTF-8 again (`Ã¤`) as it was."""
    if not _DOUBLE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
