"""Network addresses, unique ids and web addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.scan.envelopes import digital_link
from serkut_desk.domain.scan.model import Candidate, ScanKind, Why
from serkut_desk.domain.serials import normal_serial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.scan.reading import Reading
    from serkut_desk.domain.scan.rules import ScanRules

_PAIRS = re.compile(r"[0-9A-F]{2}([-:. ])(?:[0-9A-F]{2}\1){4}[0-9A-F]{2}", re.ASCII)
_GROUPS = re.compile(r"(?:[0-9A-F]{4}([-:. ])[0-9A-F]{4}\1[0-9A-F]{4})", re.ASCII)
_HALVES = re.compile(r"[0-9A-F]{6}[-:][0-9A-F]{6}", re.ASCII)
_BARE = re.compile(r"(?=.*[A-F])[0-9A-F]{12}", re.ASCII)
_UUID = re.compile(r"\{?([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})\}?", re.ASCII)
_WEB = re.compile(r"(?:(https?)://|(?=www\.))([^/?#\s\x00-\x1f]+)([^\s\x00-\x1f]*)", re.IGNORECASE)


def mac_address(text: str) -> str | None:
    """Return `00:1A:2B:3C:4D:5E` for a network address in any usual form, else None.

    Without separators it must hold a letter, otherwise it is a number.
    """
    capital = text.upper()
    if any(form.fullmatch(capital) for form in (_PAIRS, _GROUPS, _HALVES, _BARE)):
        plain = re.sub("[^0-9A-F]", "", capital)
        return ":".join(plain[place : place + 2] for place in range(0, 12, 2))
    return None


def addresses(found: Reading) -> Iterator[Candidate]:
    """Recognise network addresses and unique ids."""
    address = mac_address(found.text)
    if address:
        score = 85 if len(found.text) == len("001A2B3C4D5E") else 95
        yield Candidate(ScanKind.MAC, address, score, Why.SHAPE)
    unique = _UUID.fullmatch(found.plain)
    if unique:
        value = unique[1].lower()
        yield Candidate(ScanKind.UNKNOWN, value, 92, Why.UUID, also={"uuid": value})


def links(found: Reading, rules: ScanRules) -> Iterator[Candidate]:
    """Recognise web addresses, and the serial in those that makers print on devices."""
    match = _WEB.fullmatch(found.text)
    if not match:
        return
    scheme = f"{match[1].lower()}://" if match[1] else ""
    url = f"{scheme}{match[2].lower()}{match[3]}"
    yield Candidate(ScanKind.URL, url, 90, Why.ADDRESS)
    yield from digital_link(url)
    for shape in rules.links:
        inside = shape.pattern.search(url)
        if inside:
            facts = {name: normal_serial(value) for name, value in inside.groupdict().items()}
            serial = facts.pop("value")
            maker = shape.maker or rules.maker_of(serial)
            also = {**facts, "url": url}
            yield Candidate(shape.kind, serial, shape.score, Why.ADDRESS_WITH_SERIAL, maker, also)
