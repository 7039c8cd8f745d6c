"""Quantities and weights as people write them: `24 kpl`, `10 x`, `1,60`, `850 g`."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import pairwise

from serkut_desk.interchange.delivery_list import limits
from serkut_desk.interchange.delivery_list.naming import maker_in_front
from serkut_desk.interchange.delivery_list.vocabulary import fold, list_words, words

_NUMBER = re.compile(r"\d[\d\s.,']*\d|\d")
_ABOUT = re.compile(r"^(?:n\.?|noin|ca\.?|c\.?|approx\.?|about|ungefär|etwa|~|x|\*)\s*(?=\d)")
_LEADING = re.compile(r"^(\d{1,5})\s*(?:x|\*)?\s+(.+)$")
_TIMES_FIRST = re.compile(r"^(\d{1,5})\s*(?:x|\*)\s*(?=\S|$)")
_TIMES_LAST = re.compile(r"(?:^|[\s,;(])(?:x|\*)\s*(\d{1,5})\)?$")
_IN_BRACKETS = re.compile(r"\((\d{1,5})\)\s*$")
_LAST_NUMBER = re.compile(r"^[^\d]+[\s,:;-]\s*(\d{1,5})$")
_AMBIGUOUS = re.compile(r"^\d{1,3}[.,]\d{3}$")  # "1,000": a thousand, or one with three decimals
_NUMBER_AND_WORD = re.compile(r"(?<![\w.,])(\d{1,5})\s+([^\W\d]+)")
_UNITS_G = {"g": 1, "gr": 1, "kg": 1000, "kilo": 1000, "kiloa": 1000, "t": 1_000_000}
_DOZENS = frozenset({"tusina", "dozen"})


def decimal_of(text: str) -> Decimal | None:
    """Return the number that is all of `text`, with comma or point, grouped or not; else None."""
    plain = "".join(text.split()).replace("\u2212", "-")
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and point >= 0:
        plain = plain.replace("." if comma > point else ",", "")
    plain = plain.replace(",", ".").replace("'", "")
    if not re.fullmatch(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", plain):
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _whole(text: str) -> int | None:
    """Return a count: `24`, `24.0`, `1 000`; None when it is not whole or could mean two."""
    plain = "".join(text.split())
    number = decimal_of(plain)
    if number is None or number != number.to_integral_value() or _AMBIGUOUS.match(plain):
        return None
    return int(number)


def quantity_of(text: str) -> int | None:
    """Return the pieces that a quantity cell says, None when it says nothing clear.

    `24`, `24.0`, `24 kpl`, `10 x`, `x10`, `noin 20`, `kaksi`, `1 ltk` all say a number; `1,000`
    does not, because it is one in one program and a thousand in another.
    """
    plain = _ABOUT.sub("", fold(text).strip())
    named = list_words().number_words
    first, *rest = words(plain).split() or [""]
    if first in named and (not rest or rest[0] in list_words().quantity_units | _DOZENS):
        return named[first]
    found = _NUMBER.findall(plain)
    if len(found) != 1 or not plain.startswith(found[0]):
        return None
    number = _whole(found[0])
    return number if number is not None and 0 < number <= limits.MAX_QUANTITY else None


@cache
def _counted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for `24 kpl` and `kpl: 24`."""
    known = list_words()
    units = "|".join(map(re.escape, sorted(known.quantity_units, key=len, reverse=True)))
    counters = "|".join(map(re.escape, known.counters))
    return (
        re.compile(rf"(?<![\w.,-])(\d{{1,5}})\s*(?:{units})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{counters})\s*[:.=]?\s*(\d{{1,5}})(?![\w.,])"),
    )


def _said_with_unit(plain: str) -> int | None:
    before, after = _counted()
    if found := before.search(plain) or after.search(plain) or _TIMES_FIRST.match(plain):
        return int(found[1])
    known = list_words()
    parts = plain.split()
    for word, following in pairwise(parts):
        counted = following in known.quantity_units or following.startswith(known.bulk_words)
        if word in known.number_words and counted:
            return known.number_words[word]
    return None


def _said_beside_things(plain: str) -> int | None:
    """Return a number beside a word for things that come in boxes: `hiiriä (24)`, `mice x 24`."""
    known = list_words()
    leading = _LEADING.match(plain)
    if leading and leading[2].startswith(known.bulk_words + known.device_words):
        return int(leading[1])
    if not any(word.startswith(known.bulk_words) for word in words(plain).split()):
        return None
    if last := _TIMES_LAST.search(plain) or _IN_BRACKETS.search(plain) or _LAST_NUMBER.match(plain):
        return int(last[1])
    for number, word in _NUMBER_AND_WORD.findall(plain):
        thing = word.startswith(known.bulk_words) and word not in known.box_words
        if thing and int(number) > 1:
            return int(number)
    return None


def quantity_in(text: str) -> int | None:
    """Return the pieces that a description says: `24 kpl`, `10 x hiiri`, `24 mice in a box`.

    Only for lines without identity, and for a description that begins with a maker only with a
    word for pieces: `Nokia X20` is one phone.
    """
    plain = fold(text)
    number = _said_with_unit(plain)
    if number is None and not maker_in_front(text)[0]:
        number = _said_beside_things(plain)
    return number if number and number <= limits.MAX_QUANTITY else None


def names_a_box(text: str) -> bool:
    """Tell whether a description speaks of a box of things without saying how many."""
    return bool(set(words(text).split()) & list_words().box_words)


def grams_of(text: str, grams: float) -> int | None:
    """Return a weight in grams, None when it is unclear.

    Args:
        text: The cell, with or without its own unit.
        grams: Grams in one unit of the column.
    """
    plain = fold(text).strip()
    unit = re.search(r"[a-z]+\.?$", plain)
    factor = Decimal(str(grams))
    if unit:
        known = _UNITS_G.get(unit[0].rstrip("."))
        if known is None:
            return None
        factor, plain = Decimal(known), plain[: unit.start()]
    number = decimal_of(plain)
    if number is None or number <= 0 or number * factor > limits.MAX_WEIGHT_KG * 1000:
        return None
    return max(1, round(number * factor))
