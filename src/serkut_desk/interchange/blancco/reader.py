"""Reads a Blancco report: every erasure of every medium a run of its own.

Elements are found wherever they stand, by their name and their attribute `name`, since nobody here
has seen how a real export nests them. What is not known is kept as text beside the result.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from serkut_desk.domain.blancco_verdict import (
    BLANCCO_RULES,
    PROGRAM,
    ToldErasure,
    judge_erasure,
)
from serkut_desk.domain.evidence import (
    DriveResult,
    ErrorCounters,
    FinalLine,
    HiddenAreas,
    HostFacts,
    ReportRun,
)
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.interchange.blancco.standards import blancco_words
from serkut_desk.interchange.xml_tree import BadXmlError, parse_xml, tag_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

MOST_ERASURES = 500
_MOST_KNOWN, _LONGEST = 60, 200
_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:root|report)\b")
_HEAD = 64 * 1024
_TAKEN = frozenset(
    {
        "timestamp",
        "state",
        "start_time",
        "end_time",
        "elapsed_time",
        "erasure_standard_name",
        "overwriting_rounds",
        "total_erasure_rounds",
        "failed_sectors",
        "total_errors",
    }
)
_MOBILE = frozenset({"imei", "imei_two", "ecid", "find_my_iphone", "mdm_status", "frp_status"})


def is_blancco(data: bytes) -> bool:
    """Tell whether bytes look like such a report."""
    head = data[:_HEAD].lower()
    return _ROOT.search(head[: max(head.rfind(b"blancco"), 0)]) is not None


@dataclass(frozen=True, slots=True)
class _Report:
    """What stands once in a report."""

    document: str
    version: str
    signed: bool
    host: HostFacts
    known: tuple[tuple[str, str], ...]


def read_blancco(
    data: bytes, comparable: Callable[[str], str | None]
) -> tuple[ReportRun, ...] | None:
    """Return a run for each erasure, none where there is no erasure; None for broken XML.

    A report inside a report, or an erasure inside an erasure, is no form that anybody described:
    nobody could say which of the two a value belongs to.

    Args:
        data: The whole file. Any bytes are taken and none raises.
        comparable: The form of a serial in which serials are compared, None for what is none.
    """
    try:
        root = parse_xml(data)
    except BadXmlError:
        return None
    if _has_nested(root):
        return None
    runs: list[ReportRun] = []
    for node in [one for one in root.iter() if tag_of(one) == "report"] or [root]:
        report = _report(node)
        for erasure in _named(node, "entries", "erasure"):
            if len(runs) == MOST_ERASURES:
                return None
            runs.append(_run(erasure, report, len(runs), comparable))
    return tuple(runs)


def _has_nested(root: Element) -> bool:
    waiting = [(root, frozenset[str]())]
    while waiting:
        one, around = waiting.pop()
        kind = _kind(one)
        if kind in around:
            return True
        inside = around | {kind} if kind else around
        waiting += [(child, inside) for child in one]
    return False


def _kind(one: Element) -> str:
    if tag_of(one) == "report":
        return "report"
    return "erasure" if tag_of(one) == "entries" and one.get("name") == "erasure" else ""


def _report(node: Element) -> _Report:
    system = next(_named(node, "entries", "system"), None)
    values = _values(system) if system is not None else {}
    told_once = ("business_name", "business_location", "erasure_provider")
    # Who did it is for a person to say; no name is taken from a file.
    told = {name: text_of(_first(node, name)) for name in told_once}
    fields = next(_named(node, "entries", "fields"), None)
    custom = _values(fields) if fields is not None else {}
    tag = next(iter(custom.values()), "")
    verified = text_of(_first(node, "verified"))
    told |= {"verified": verified, **custom}
    return _Report(
        document=text_of(_first(node, "document_id"))[:_LONGEST],
        version=text_of(_first(node, "product_version"))[:40],
        signed=bool(verified) or _first(node, "signature") is not None,
        host=HostFacts(
            manufacturer=values.get("manufacturer", ""),
            product=values.get("model", ""),
            system_serial=values.get("serial", ""),
            asset_tag=tag,
        ),
        known=_known(told),
    )


def _run(
    erasure: Element, report: _Report, index: int, comparable: Callable[[str], str | None]
) -> ReportRun:
    values = _values(erasure)
    target = next(_named(erasure, "entries", "target"), None)
    medium = _values(target) if target is not None else {}
    drive = _drive(erasure, values, medium, report, comparable)
    identity = (
        report.document,
        *(values.get(key, "") for key in ("start_time", "end_time", "erasure_standard_name")),
        values.get("timestamp", ""),
        medium.get("serial", ""),
    )
    same_but_serial = (str(index), *identity[:-1], *sorted(map(str, values.items())))
    return ReportRun(
        index=index,
        tool="Blancco",
        program=PROGRAM,
        tool_version=report.version or None,
        started=drive.started,
        ended=drive.ended,
        final=FinalLine.COMPLETED,
        final_text=values.get("state", ""),
        host=report.host,
        drives=(drive,),
        rules=BLANCCO_RULES,
        fingerprint=_digest("blancco", *identity),
        body_digest=_digest("blancco body", *same_but_serial) if report.document else None,
        known=report.known,
    )


def _drive(
    erasure: Element,
    values: dict[str, str],
    medium: dict[str, str],
    report: _Report,
    comparable: Callable[[str], str | None],
) -> DriveResult:
    words = blancco_words()
    standard, raw = values.get("erasure_standard_name", ""), medium.get("serial", "")
    mobile = bool(_MOBILE & (values.keys() | medium.keys()))
    technique = SanitisationTechnique.UNKNOWN if mobile else words.technique(standard)
    failed, errors = _number(values.get("failed_sectors")), _number(values.get("total_errors"))
    serial = comparable(raw) if raw else None
    told = ToldErasure(
        state=values.get("state", ""),
        meaning=words.meaning(values.get("state", "")),
        trouble=tuple(_trouble(erasure)),
        failed_sectors=failed,
        total_errors=errors,
        technique=technique,
        standard=standard,
        serial=serial is not None,
        signed=report.signed,
    )
    verdict, reasons = judge_erasure(told)
    counted = failed is not None and errors is not None
    return DriveResult(
        device=f"target {medium.get('target_id', '') or '-'}",
        bus=_bus(medium),
        model=" ".join(filter(None, (medium.get("vendor", ""), medium.get("model", "")))),
        serial_raw=raw,
        serial=serial,
        capacity=_number(medium.get("capacity")),
        method=standard,
        technique=technique,
        passes=_number(values.get("overwriting_rounds")) or 0,
        status=told.state or None,
        counters=ErrorCounters(failed or 0, 0, errors or 0) if counted else None,
        hidden_areas=HiddenAreas.UNKNOWN,
        begun=True,
        trouble=told.trouble,
        known=_known({k: v for k, v in (medium | values).items() if k not in _TAKEN}),
        started=_moment(values.get("start_time", "")),
        ended=_moment(values.get("end_time", "")),
        verdict=verdict,
        reasons=reasons,
    )


def _bus(medium: dict[str, str]) -> str:
    """Return the bus as nwipe writes it; spinning media are told by nothing that is proven."""
    told = medium.get("type", "")
    interface = medium.get("interface_type", "")
    if "nvme" in f"{told} {interface}".casefold():
        return "NVME"
    return "ATA-SSD" if blancco_words().solid.fullmatch(told) else ""


def _trouble(erasure: Element) -> Iterator[str]:
    """Return the messages of failures and exceptions, wherever in the erasure they stand."""
    waiting = [erasure]
    while waiting:
        one = waiting.pop()
        name = one.get("name") or tag_of(one)
        if name in {"failure", "exception"}:
            said = " ".join(" ".join(islice(one.itertext(), _LONGEST)).split())
            yield said[:_LONGEST] or name
        else:
            waiting += reversed(one)


def _values(node: Element) -> dict[str, str]:
    """Return the entries that belong to a node itself, by their names."""
    found: dict[str, str] = {}
    for child in node:
        name = child.get("name") or tag_of(child)
        if tag_of(child) != "entries" and not len(child) and name:
            found.setdefault(name[:80], text_of(child)[:_LONGEST])
    return found


def _named(node: Element, tag: str, name: str) -> Iterator[Element]:
    return (one for one in node.iter() if tag_of(one) == tag and one.get("name") == name)


def _first(node: Element, tag: str) -> Element | None:
    return next((one for one in node.iter() if tag_of(one).casefold() == tag), None)


def _known(told: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in told.items() if text)[:_MOST_KNOWN]


def _number(text: str | None) -> int | None:
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > 18:  # noqa: PLR2004 - bytes of any medium
        return None
    return int(text)


def _moment(text: str) -> datetime | None:
    """Return a time without its zone, as the wiped computer's clock showed it."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
