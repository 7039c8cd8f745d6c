"""Codes with several fields: GS1 element strings, GS1 Digital Link and ISO 15434 envelopes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.scan.model import Candidate, ScanKind, Why
from serkut_desk.domain.scan.numbers import imei_candidate, is_iccid, is_imei
from serkut_desk.domain.scan.reading import EOT, GS, RS
from serkut_desk.domain.serials import normal_serial

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from biip.gs1_element_strings import GS1ElementString

    from serkut_desk.domain.scan.reading import Reading

_GS1_SYMBOLOGIES = frozenset(("C1", "e0", "d2", "Q3", "J1"))
_GS1_START = re.compile(r"\(?01\)?[0-9]{14}", re.ASCII)
_SWALLOWED = re.compile(r"[123](01[0-9]{14}21.+)", re.ASCII | re.DOTALL)
_SPELLED = (
    (re.compile(r"<GS>|<FNC1>|\^\]|\u241d|\|", re.IGNORECASE), GS),
    (re.compile(r"<RS>|\^\^|\u241e", re.IGNORECASE), RS),
    (re.compile(r"<EOT>|\^D|\u2404", re.IGNORECASE), EOT),
)
_AI_NAMES = {
    "00": "sscc",
    "01": "gtin",
    "02": "gtin",
    "10": "batch",
    "21": "serial",
    "240": "product",
    "8002": "imei",
    "8004": "inventory",
}
_DI = re.compile(r"([0-9]{0,3}[A-Z])(.+)", re.ASCII | re.DOTALL)
_DI_NAMES = {
    "S": "serial",
    "1P": "product",
    "P": "customer_product",
    "1T": "batch",
    "11S": "inventory",
    "18S": "unique_id",
    "25S": "unique_id",
    "22S": "imei",
    "23S": "mac",
    "43S": "iccid",
}
_KIND_ORDER = (
    ScanKind.SERIAL,
    ScanKind.IMEI,
    ScanKind.INVENTORY,
    ScanKind.PRODUCT,
    ScanKind.ICCID,
    ScanKind.MAC,
)


def with_separators(text: str) -> str:
    """Return `text` with spelled out separators (`<GS>`, `^]`, `|`, `␝`) as control characters."""
    for spelled, control in _SPELLED:
        text = spelled.sub(control, text)
    return text


def envelopes(found: Reading) -> Iterator[Candidate]:
    """Recognise ISO 15434 envelopes and GS1 element strings."""
    if found.text.startswith("[)>"):
        yield _envelope(with_separators(found.text))
        return
    swallowed = _SWALLOWED.fullmatch(found.text)
    if found.symbology in _GS1_SYMBOLOGIES:
        yield gs1(found.text) or Candidate(ScanKind.UNKNOWN, found.text, 95, Why.GS1_UNREADABLE)
    elif _GS1_START.match(found.text):
        candidate = gs1(found.text)
        if candidate:
            yield candidate
    elif swallowed:
        candidate = gs1(swallowed[1])
        if candidate and candidate.kind is ScanKind.SERIAL:
            yield _with(candidate, 85, Why.SWALLOWED_PREFIX)


def gs1(text: str) -> Candidate | None:
    """Return what a GS1 element string, bare or with brackets, is about; None when it is none."""
    from biip import ParseConfig, ParseError  # noqa: PLC0415 - 0.2 s that only GS1 codes need
    from biip.gs1_messages import GS1Message  # noqa: PLC0415 - as above

    # Dates on boxes are often zero; they do not matter here.
    config = ParseConfig(gs1_element_strings_verify_date=False)
    parse = GS1Message.parse_hri if text.startswith("(") else GS1Message.parse
    try:
        message = parse(with_separators(text).strip(GS + " "), config=config)
    except ParseError:
        return None
    return _of_elements(message.element_strings, text)


def digital_link(url: str) -> Iterator[Candidate]:
    """Recognise a GS1 Digital Link that names a serial or has a wrong check digit."""
    if not re.search(r"/01/[0-9]{8,14}(?:/|$|\?)", url):
        return
    from biip import ParseError  # noqa: PLC0415 - 0.2 s that only GS1 codes need
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI  # noqa: PLC0415 - as above

    try:
        link = GS1DigitalLinkURI.parse(url)
    except (ParseError, ValueError):
        return
    candidate = _of_elements(link.element_strings, url)
    also = {**candidate.also, "url": url}
    yield Candidate(candidate.kind, candidate.value, candidate.score, candidate.why, also=also)


def _of_elements(elements: Iterable[GS1ElementString], text: str) -> Candidate:
    facts: dict[str, str] = {}
    for element in elements:
        name = _AI_NAMES.get(element.ai.ai)
        if name == "gtin" and element.gtin is None:
            also = {"looks_like": "gs1"}
            return Candidate(ScanKind.UNKNOWN, text, 95, Why.WRONG_CHECK_DIGIT, also=also)
        if name:
            facts.setdefault(name, element.value)
    chosen = _chosen(facts, Why.GS1)
    if chosen:
        return chosen
    if "gtin" in facts:
        value = facts["gtin"].removeprefix("0")
        return Candidate(ScanKind.EAN, value, 92, Why.GS1, also=facts)
    return Candidate(ScanKind.UNKNOWN, text, 92, Why.GS1_NO_DEVICE, also=facts)


def _envelope(text: str) -> Candidate:
    facts: dict[str, str] = {}
    for block in re.split(f"[{RS}{EOT}]", text.removeprefix("[)>")):
        form, *fields = block.split(GS)
        if form == "05" and fields:
            return gs1(GS.join(fields)) or _unreadable(text)
        for field in fields if form == "06" else ():
            match = _DI.fullmatch(field.strip(" ").upper())
            name = _DI_NAMES.get(match[1]) if match else None
            if match and name:
                facts.setdefault(name, match[2])
    return _chosen(facts, Why.ENVELOPE) or _unreadable(text)


def _unreadable(text: str) -> Candidate:
    return Candidate(ScanKind.UNKNOWN, text, 95, Why.ENVELOPE_UNREADABLE)


def _chosen(facts: dict[str, str], why: Why) -> Candidate | None:
    """Return the field that names the device best, with the others as further facts."""
    if not is_imei(facts.get("imei", "0")):
        facts.pop("imei", None)
    if not is_iccid(facts.get("iccid", "0")):
        facts.pop("iccid", None)
    for kind in _KIND_ORDER:
        value = normal_serial(facts.get(kind.value, ""))
        if not value:
            continue
        also = {name: fact for name, fact in facts.items() if name != kind.value}
        if kind is ScanKind.IMEI:
            return _with(imei_candidate(value), 95, why, also)
        if kind is ScanKind.MAC:
            return _mac(value, why, also)
        return Candidate(kind, value, 95, why, also=also)
    return None


def _mac(value: str, why: Why, also: dict[str, str]) -> Candidate | None:
    plain = re.sub("[^0-9A-F]", "", value)
    if len(plain) != len("001A2B3C4D5E"):
        return None
    pairs = ":".join(plain[place : place + 2] for place in range(0, 12, 2))
    return Candidate(ScanKind.MAC, pairs, 95, why, also=also)


def _with(
    candidate: Candidate, score: int, why: Why, also: dict[str, str] | None = None
) -> Candidate:
    return Candidate(
        candidate.kind,
        candidate.value,
        score,
        why,
        candidate.maker,
        {**candidate.also, **(also or {})},
    )
