"""Tells by its content what a report file is; names and endings are never looked at."""

from __future__ import annotations

import re
from enum import StrEnum

from serkut_desk.interchange.blancco import is_blancco
from serkut_desk.interchange.kernel_log import looks_like_kernel_log
from serkut_desk.interchange.supplier import looks_like_table

LIMIT = 64 * 1024 * 1024
_HEAD = 64 * 1024


class ReportKind(StrEnum):
    """What a file is, by its content; sentences are in `texts` as `report.<kind>`."""

    NWIPE_LOG = "nwipe_log"
    NWIPE_CERTIFICATE = "nwipe_certificate"
    PDF = "pdf"
    XML = "xml"
    JSON = "json"
    TOOL_TEXT = "tool_text"
    KERNEL_LOG = "kernel_log"
    STICK = "stick"
    TOOL_RUN = "tool_run"
    BLANCCO = "blancco"
    TABLE = "table"
    SUPPLIER = "supplier"
    TEXT = "text"
    BINARY = "binary"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"
    NO_RUN = "no_run"


TABLES = frozenset({ReportKind.TABLE, ReportKind.XML})
"""What a supplier's mapping can read, once somebody has told the columns."""
_STAMP = rb"\[(?:19|20|21)\d\d/\d\d/\d\d \d\d:\d\d:\d\d\]"
_LOG = re.compile(
    _STAMP + rb" {1,8}(?:nwipe: )?(?:info|notice): {1,8}(?:nwipe \d|ShredOS v|Found /dev/)"
)
_TOOL_TEXT = re.compile(
    rb"ATA device, with non-removable media|SG_IO: |Sanitize Log|smartctl \d|security-erase|"
    rb"NVME Identify Controller|Success formatting namespace|/dev/\w{3,12}:\s+issuing|"
    rb"SANITIZE feature set|Sanitize status:|Sanitize Progress|NVMe status: |"
    rb"Node +(?:Generic +)?SN |"
    rb"\b(?:hdparm|nvme|smartctl|sg_sanitize|mmc) [^\n]{0,200}/dev/",
    re.IGNORECASE,
)
_TOOL_JSON = re.compile(
    rb'"smartctl"\s*:|"sstat"\s*:|"SerialNumber"\s*:|"sn"\s*:[^,]{1,80},\s*"mn"\s*:'
)
# Who made it stands at its beginning, so one that is cut off before its title is known as well.
_CERTIFICATE = re.compile(
    rb"Disk Erasure Report|System Erasure Report|martijnvanbrummelen/nwipe", re.IGNORECASE
)
# What the stick writes; a log of nwipe can be inside.
_STICK = re.compile(rb'\s*\{\s*"format"\s*:\s*"serkut-wipe"')
_ANSI = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
_MARKUP = re.compile(rb"\s*<(?:\?xml|[A-Za-z])")
_BRACKET = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[{\"\]])")
# The marks of a terminal that texts contain beside their letters.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(data: bytes) -> ReportKind:
    """Return what the bytes are."""
    if not data:
        return ReportKind.EMPTY
    if len(data) > LIMIT:
        return ReportKind.TOO_LARGE
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in data[:1024]:
        return ReportKind.NWIPE_CERTIFICATE if _CERTIFICATE.search(data) else ReportKind.PDF
    return _sniff_programs(data) or _sniff_text(data[:_HEAD])


def _sniff_programs(data: bytes) -> ReportKind | None:
    """Return the kind of a text that a program on the wiped computer wrote."""
    if _STICK.match(data):
        return ReportKind.STICK
    if _LOG.search(_ANSI.sub(b"", data)):
        return ReportKind.NWIPE_LOG
    return ReportKind.KERNEL_LOG if looks_like_kernel_log(data) else None


def _sniff_text(head: bytes) -> ReportKind:
    if _CONTROL.search(head):
        return ReportKind.BINARY
    if _MARKUP.match(head):
        return ReportKind.BLANCCO if is_blancco(head) else ReportKind.XML
    if _BRACKET.match(head):
        return ReportKind.TOOL_TEXT if _TOOL_JSON.search(head) else ReportKind.JSON
    if _TOOL_TEXT.search(head):
        return ReportKind.TOOL_TEXT
    if looks_like_table(head.decode("utf-8", "replace")):
        return ReportKind.TABLE
    return ReportKind.TEXT if head.strip() else ReportKind.EMPTY
