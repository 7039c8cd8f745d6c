"""From the pages of a certificate to a run: puts together what the other modules read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import HostFacts, ReportRun, RunOptions
from serkut_desk.domain.serials import serial_key
from serkut_desk.interchange.nwipe.version import believable
from serkut_desk.interchange.nwipe_pdf.drive import drive_result
from serkut_desk.interchange.nwipe_pdf.labels import Section, begins_drive, ends_drives
from serkut_desk.interchange.nwipe_pdf.pages import read_pages
from serkut_desk.interchange.nwipe_pdf.smart import Smart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from serkut_desk.domain.evidence import DriveResult
    from serkut_desk.domain.methods import Method
    from serkut_desk.interchange.nwipe_pdf.pages import Row

_STATUS_PAGE = re.compile(r"Page \d+ - Erasure Status\Z")
# 0.35 has it the other way round.
_SMART_PAGE = re.compile(r"(?:Page \d+ - Smart Data|Smart Data - Page \d+)\Z")
_HOST_PAGE = re.compile(r"Page \d+ - SMBIOS/DMI Host Data\Z")
_SYSTEM = "System Erasure Report"
_HOST_FACT = re.compile(r"([A-Za-z ]{3,40}) = (.{0,120})\Z")
_VERSION = re.compile(r"version (\d{1,3}(?:\.\d{1,3}){1,3})")
_HEAD_ROWS = 8
# The first version that printed certificates at all.
_OLDEST = "0.35"
# What tells of the paper and not of a drive, by the name it is kept under.
_KEPT = ("tag", "technician", "organisation", "customer")
# What nwipe prints where its user told it nothing.
_UNTOLD = re.compile(
    r"(?:Not Applicable(?: \(\w{1,5}\))?|User_Defined_Tag|Empty Tag|libconfig:tag error)\Z",
    re.IGNORECASE,
)
# What the quiet option prints for a serial; there is no other sign of it on a certificate.
_QUIET = re.compile(r"(?:X{15,}|\?{15,})\Z")


@dataclass(slots=True)
class _Parts:
    """The pages of a certificate, sorted: drives, the paper itself, and what SMART says of each."""

    paper: Section = field(default_factory=Section)
    drives: list[Section] = field(default_factory=list)
    smart: dict[str, Smart] = field(default_factory=dict)
    host: dict[str, str] = field(default_factory=dict)


def parse_nwipe_pdf(
    data: bytes, methods: Mapping[str, Method], comparable: Callable[[str], str | None]
) -> tuple[ReportRun, ...]:
    """Return the run that a certificate tells of, with facts but without verdicts.

    Args:
        data: The file; any bytes are taken.
        methods: Methods by `domain.methods.method_key`.
        comparable: Gives the normal form of a serial, None where the text is none.

    Returns:
        One run, or none where the file is no certificate of nwipe.
    """
    pages = read_pages(data)
    system = any((_SYSTEM,) in page for page in pages)
    parts = _sorted(pages, system=system)
    if not parts.drives:
        return ()
    drives = tuple(
        drive_result(number, section, _smart_of(section, parts, system=system), methods, comparable)
        for number, section in enumerate(parts.drives, 1)
    )
    return (_run(parts, drives, system=system),)


def _sorted(pages: Sequence[list[Row]], *, system: bool) -> _Parts:
    parts = _Parts()
    for page in pages:
        if _has(page, _STATUS_PAGE):
            _status_page(parts, page, system=system)
        elif _has(page, _HOST_PAGE):
            facts = (_HOST_FACT.match(text) for row in page for text in row)
            parts.host.update({one[1].casefold(): one[2].strip() for one in facts if one})
        elif _has(page, _SMART_PAGE):
            head = Section()
            head.add(page[:_HEAD_ROWS])
            parts.smart.setdefault(_identity(head, system=system), Smart()).read(page)
    return parts


def _status_page(parts: _Parts, page: list[Row], *, system: bool) -> None:
    if not system:
        parts.paper.add(page)
        parts.drives = parts.drives or [parts.paper]
        return
    current = parts.paper
    for row in page:
        if begins_drive(row):
            current = Section()
            parts.drives.append(current)
        elif ends_drives(row):
            current = parts.paper
        current.add([row])


def _has(page: list[Row], title: re.Pattern[str]) -> bool:
    return any(title.match(text) for row in page[:_HEAD_ROWS] for text in row)


def _identity(section: Section, *, system: bool) -> str:
    """Return what tells the drives of a report apart; there is one in a certificate of a drive."""
    if not system:
        return ""
    model = section.one("model") or section.one("head_model")
    serial = section.one("serial") or section.one("head_serial")
    return f"{serial_key(model)} {serial_key(serial)}"


def _smart_of(section: Section, parts: _Parts, *, system: bool) -> Smart:
    mine = _identity(section, system=system)
    twins = sum(_identity(one, system=system) == mine for one in parts.drives)
    return parts.smart.get(mine, Smart()) if twins == 1 else Smart()


def _run(parts: _Parts, drives: tuple[DriveResult, ...], *, system: bool) -> ReportRun:
    paper = parts.paper
    banner = paper.one("banner") or None
    retries = any("retries" in column for one in parts.drives for column in one.columns)
    at_least = _OLDEST
    for shown, first in ((paper.one("system_uuid"), "0.40"), (system, "0.41"), (retries, "0.42")):
        at_least = first if shown else at_least
    claimed = _VERSION.search(banner or "")
    host = parts.host
    kept = ((name, paper.one(name)) for name in _KEPT)
    run = ReportRun(
        index=0,
        tool="nwipe",
        banner=banner,
        tool_version=believable(claimed[1] if claimed else None, at_least, None),
        at_least=at_least,
        started=min((one.started for one in drives if one.started), default=None),
        ended=max((one.ended for one in drives if one.ended), default=None),
        host=HostFacts(
            manufacturer=host.get("system manufacturer", ""),
            product=host.get("system product name", ""),
            system_serial=paper.one("system_serial") or host.get("system serial number", ""),
            chassis_serial=host.get("chassis serial number", ""),
            baseboard_serial=host.get("baseboard serial number", ""),
            uuid=paper.one("system_uuid") or host.get("system uuid", ""),
            asset_tag=host.get("chassis asset tag", ""),
        ),
        options=RunOptions(quiet=any(_QUIET.match(one.serial_raw) for one in drives)),
        drives=drives,
        paper=True,
        known=tuple((name, said) for name, said in kept if said and not _UNTOLD.match(said)),
    )
    return _with_fingerprint(run)


def _with_fingerprint(run: ReportRun) -> ReportRun:
    """Return the run with the digest of what identifies it, whatever it says of success.

    So the same certificate with another status contradicts the first. No digest of the rest is
    made: certificates of two drives of one computer can be alike in all but the serial.
    """
    parts = [
        "paper",
        run.banner or "",
        run.host.system_serial,
        run.host.uuid,
        *(
            f"{one.device} {one.model} {one.serial or ''} {one.capacity} {one.started} {one.ended}"
            for one in run.drives
        ),
    ]
    digest = sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return replace(run, fingerprint=digest)
