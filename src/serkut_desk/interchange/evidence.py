"""Reads a report file: sniffs what it is by content, reads nwipe logs, judges their drives.

Never fails on any bytes: what cannot be read is told apart by outcome and kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.bad_serials import SerialRules, serial_rules
from serkut_desk.domain.methods import Method, method_table
from serkut_desk.domain.verdict import judge
from serkut_desk.interchange.nwipe import TooManyPartsError, parse_nwipe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.evidence import ReportRun

LIMIT = 64 * 1024 * 1024
_HEAD = 64 * 1024


class Outcome(StrEnum):
    """What became of a file; `duplicate` is for the caller, who knows the other files."""

    READ = "read"
    ATTACHMENT = "attachment"
    UNREADABLE = "unreadable"
    NOT_A_REPORT = "not_a_report"


class ReportKind(StrEnum):
    """What a file is, by its content; sentences are in `texts` as `report.<kind>`."""

    NWIPE_LOG = "nwipe_log"
    NWIPE_CERTIFICATE = "nwipe_certificate"
    PDF = "pdf"
    XML = "xml"
    JSON = "json"
    TOOL_TEXT = "tool_text"
    TEXT = "text"
    BINARY = "binary"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"
    NO_RUN = "no_run"


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A file that was looked at. `runs` are judged; empty unless the outcome is read."""

    name: str
    sha256: str
    size: int
    outcome: Outcome
    kind: ReportKind
    runs: tuple[ReportRun, ...] = ()


_ATTACHED = frozenset(
    {
        ReportKind.NWIPE_CERTIFICATE,
        ReportKind.PDF,
        ReportKind.XML,
        ReportKind.JSON,
        ReportKind.TOOL_TEXT,
    }
)
_UNREADABLE = frozenset({ReportKind.EMPTY, ReportKind.TOO_LARGE})
_STAMP = rb"\[(?:19|20|21)\d\d/\d\d/\d\d \d\d:\d\d:\d\d\]"
_LOG = re.compile(
    _STAMP + rb" {1,8}(?:nwipe: )?(?:info|notice): {1,8}(?:nwipe \d|ShredOS v|Found /dev/)"
)
_TOOL_TEXT = re.compile(
    rb"ATA device, with non-removable media|SG_IO: |Sanitize Log|smartctl \d|security-erase|"
    rb"NVME Identify Controller|Success formatting namespace|/dev/\w{3,12}:\s+issuing",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(rb"Disk Erasure Report|System Erasure Report|PDFGen", re.IGNORECASE)
_ANSI = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
_MARKUP = re.compile(rb"\s*<(?:\?xml|[A-Za-z])")
_BRACKET = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[{\"\]])")
# The marks of a terminal that texts contain beside their letters.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@cache
def _methods() -> Mapping[str, Method]:
    return method_table(shipped.json_resource("wiping", "methods.json")["methods"])


@cache
def shipped_serial_rules() -> SerialRules:
    """Return the shipped table of texts that are no serials, for `domain.matching`."""
    return serial_rules(shipped.json_resource("wiping", "serials.json"))


def sniff(data: bytes) -> ReportKind:
    """Return what the bytes are; names and endings are never looked at."""
    if not data:
        return ReportKind.EMPTY
    if len(data) > LIMIT:
        return ReportKind.TOO_LARGE
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in data[:1024]:
        return ReportKind.NWIPE_CERTIFICATE if _CERTIFICATE.search(data) else ReportKind.PDF
    if _LOG.search(_ANSI.sub(b"", data)):
        return ReportKind.NWIPE_LOG
    return _sniff_text(data[:_HEAD])


def _sniff_text(head: bytes) -> ReportKind:
    if _CONTROL.search(head):
        return ReportKind.BINARY
    if _MARKUP.match(head):
        return ReportKind.XML
    if _BRACKET.match(head):
        return ReportKind.JSON
    if _TOOL_TEXT.search(head):
        return ReportKind.TOOL_TEXT
    return ReportKind.TEXT if head.strip() else ReportKind.EMPTY


def read_report(name: str, data: bytes) -> ReadReport:
    """Return what a file says. Any bytes are taken and none raises.

    Args:
        name: The file's name, only handed on.
        data: The whole file, up to 64 MiB; a larger one is unreadable.
    """
    kind = sniff(data)
    runs: tuple[ReportRun, ...] = ()
    if kind is ReportKind.NWIPE_LOG:
        try:
            facts = parse_nwipe(data, _methods(), shipped_serial_rules().comparable)
            runs = tuple(judge(run) for run in facts)
            outcome = Outcome.READ if runs else Outcome.UNREADABLE
            kind = kind if runs else ReportKind.NO_RUN
        except TooManyPartsError:
            outcome, kind = Outcome.UNREADABLE, ReportKind.TOO_MANY_PARTS
    elif kind in _ATTACHED:
        outcome = Outcome.ATTACHMENT
    elif kind in _UNREADABLE:
        outcome = Outcome.UNREADABLE
    else:
        outcome = Outcome.NOT_A_REPORT
    return ReadReport(name, sha256(data).hexdigest(), len(data), outcome, kind, runs)
