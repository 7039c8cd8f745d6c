"""What makers and owners print: shapes from data, labelled values, plain data identifiers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import HIGHEST, CodeKind, make_code, parse_code
from serkut_desk.domain.scan.addresses import mac_address
from serkut_desk.domain.scan.model import Candidate, ScanKind, Why
from serkut_desk.domain.scan.numbers import imei_candidate, is_iccid, is_imei
from serkut_desk.domain.serials import normal_serial, serial_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.scan.reading import Reading
    from serkut_desk.domain.scan.rules import ScanRules

_KINDS = "|".join(kind.value for kind in CodeKind)
_OWN_SHAPE = re.compile(rf"(?:{_KINDS})[0-9]{{10}}", re.ASCII)
_OWN_SHORT = re.compile(rf"({_KINDS})([0-9]{{1,8}})", re.ASCII)
_LABELLED = re.compile(
    r"(?P<serial>S/?N|SERIAL(?: ?(?:NO|NUMBER))?|SARJANUMERO|SERVICE TAG)"
    r"|(?P<product>P/?N|PRODUCT(?: ?(?:NO|NUMBER))?|MODEL)"
    r"|(?P<imei>IMEI ?[12]?)|(?P<mac>(?:WLAN|WIFI|LAN)? ?MAC)|(?P<iccid>ICCID)",
    re.ASCII,
)
_AFTER_LABEL = re.compile(r"[.]? ?[:=#] ?| ")
_PRINTED = re.compile(r"[A-Z0-9][-A-Z0-9./_#+]{2,39}", re.ASCII)
_IDENTIFIED = re.compile(r"(22S|23S|43S)(.+)", re.ASCII)
_GENERIC = re.compile(r"(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{7,22}", re.ASCII)
_HYPHENED = re.compile(r"(?=.*[0-9])(?=.*[A-Z])(?=.{7,24}$)[A-Z0-9]+(?:[-/.][A-Z0-9]+)+", re.ASCII)


def own_codes(found: Reading) -> Iterator[Candidate]:
    """Recognise our own codes; a wrong check digit makes it nothing, never a serial."""
    own = parse_code(found.plain)
    short = _OWN_SHORT.fullmatch(found.plain)
    if own:
        kind = ScanKind.COMMAND if own.kind is CodeKind.COMMAND else ScanKind.OWN
        also = {"code_kind": own.kind.value, "number": str(own.number)}
        yield Candidate(kind, str(own), 100, Why.OWN_CODE, also=also)
    elif _OWN_SHAPE.fullmatch(found.plain):
        yield Candidate(ScanKind.UNKNOWN, found.plain, 96, Why.OWN_CODE_CHECK)
    elif short and int(short[2]) <= HIGHEST:
        kind = ScanKind.COMMAND if short[1] == CodeKind.COMMAND else ScanKind.OWN
        value = make_code(CodeKind(short[1]), int(short[2]))
        also = {"code_kind": short[1], "number": str(int(short[2]))}
        yield Candidate(kind, value, 45, Why.OWN_CODE_SHORT, also=also)


def shapes(found: Reading, rules: ScanRules) -> Iterator[Candidate]:
    """Recognise what makers print, by the shapes of the rules."""
    for shape in rules.shapes:
        match = shape.pattern.fullmatch(found.plain)
        if match:
            facts = {name: fact for name, fact in match.groupdict().items() if fact}
            value = facts.pop("value", found.plain)
            maker = shape.maker or rules.maker_of(value)
            yield Candidate(shape.kind, value, shape.score, Why.SHAPE, maker, facts)


def inventory_numbers(found: Reading, rules: ScanRules) -> Iterator[Candidate]:
    """Recognise the owner's inventory numbers; bare digits are only offered."""
    key = serial_key(found.plain)
    for number in rules.inventory:
        prefix = serial_key(number.prefix)
        if number.pattern.fullmatch(found.plain):
            yield Candidate(ScanKind.INVENTORY, found.plain, 96, Why.PATTERN)
        elif prefix and key.startswith(prefix):
            whole = number.prefix + key.removeprefix(prefix)
            if number.pattern.fullmatch(whole):
                yield Candidate(ScanKind.INVENTORY, whole, 88, Why.PATTERN)
        elif found.digits and number.pattern.fullmatch(number.prefix + found.digits):
            whole = number.prefix + found.digits
            yield Candidate(ScanKind.INVENTORY, whole, 45, Why.BARE_DIGITS)


def labelled(found: Reading, rules: ScanRules) -> Iterator[Candidate]:
    """Recognise `S/N: ...`, `IMEI: ...` and the data identifiers 22S, 23S and 43S."""
    capital = found.text.upper()
    label = _LABELLED.match(capital)
    gap = _AFTER_LABEL.match(capital, label.end()) if label else None
    identified = _IDENTIFIED.fullmatch(found.plain)
    if label and gap:
        yield from _of_field(str(label.lastgroup), capital[gap.end() :], rules)
    elif identified:
        name = {"22S": "imei", "23S": "mac", "43S": "iccid"}[identified[1]]
        yield from _of_field(name, identified[2], rules)


def _of_field(name: str, text: str, rules: ScanRules) -> Iterator[Candidate]:
    value = normal_serial(text)
    digits = re.sub("[^0-9]", "", value)
    address = mac_address(value)
    if name == "imei" and is_imei(digits):
        yield imei_candidate(digits, why=Why.LABELLED)
    elif name == "iccid" and is_iccid(digits):
        yield Candidate(ScanKind.ICCID, digits, 95, Why.LABELLED)
    elif name == "mac" and address:
        yield Candidate(ScanKind.MAC, address, 95, Why.LABELLED)
    elif name in ("serial", "product") and _PRINTED.fullmatch(value):
        yield Candidate(ScanKind(name), value, 88, Why.LABELLED, rules.maker_of(value))


def generic(found: Reading) -> Iterator[Candidate]:
    """Offer letters with digits as a serial of an unknown maker."""
    if _GENERIC.fullmatch(found.plain):
        usual = len(found.plain) <= len("FVFXXXXXXXXX")
        score = 55 if usual else 50
        yield Candidate(ScanKind.SERIAL, found.plain, score, Why.LETTERS_AND_DIGITS)
    elif _HYPHENED.fullmatch(found.plain):
        yield Candidate(ScanKind.SERIAL, found.plain, 40, Why.LETTERS_AND_DIGITS)
