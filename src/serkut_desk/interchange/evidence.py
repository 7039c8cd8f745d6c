"""The one door for report files: sniffs what a file is, reads it, judges the drives it tells of.

Never fails on any bytes: what cannot be read is told apart by outcome and kind. A further format
is a member of `ReportKind`, a sign in `sniffing`, and a row in `_READERS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.bad_serials import SerialRules, serial_rules
from serkut_desk.domain.methods import Method, method_table
from serkut_desk.domain.paper_verdict import judge_paper
from serkut_desk.domain.supplier_guess import guess_columns
from serkut_desk.domain.supplier_mapping import REQUIRED
from serkut_desk.domain.verdict import judge
from serkut_desk.interchange.blancco import read_blancco
from serkut_desk.interchange.kernel_log import read_kernel_log
from serkut_desk.interchange.nwipe import TooManyPartsError, parse_nwipe
from serkut_desk.interchange.nwipe_pdf import parse_nwipe_pdf
from serkut_desk.interchange.showing import as_shown, drive_as_shown
from serkut_desk.interchange.sniffing import LIMIT, TABLES, ReportKind, sniff
from serkut_desk.interchange.stick import read_stick
from serkut_desk.interchange.supplier import NoTableError, read_table, runs_by_mapping
from serkut_desk.interchange.tool_texts import read_tool_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from serkut_desk.domain.evidence import DriveResult, ReportRun
    from serkut_desk.domain.kernel_log import KernelLog
    from serkut_desk.domain.supplier_mapping import SupplierMapping

__all__ = [
    "LIMIT",
    "Outcome",
    "ReadReport",
    "ReportKind",
    "read_report",
    "shipped_serial_rules",
    "sniff",
]


class Outcome(StrEnum):
    """What became of a file; `duplicate` is for the caller, who knows the other files."""

    READ = "read"
    ATTACHMENT = "attachment"
    UNREADABLE = "unreadable"
    NOT_A_REPORT = "not_a_report"


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A file that was looked at. `runs` are judged; empty unless the outcome is read.

    `drives` are what drives say of themselves in the file, whether something was done to them or
    not: they may teach the kind of a recorded medium, and prove nothing. `kernel` is what a
    computer's kernel told of a boot: it can only speak against runs that were made in it. `asks`
    is a table that seems to tell of wipes, and nobody has said yet what its columns are.
    """

    name: str
    sha256: str
    size: int
    outcome: Outcome
    kind: ReportKind
    runs: tuple[ReportRun, ...] = ()
    drives: tuple[DriveResult, ...] = ()
    kernel: KernelLog | None = None
    asks: bool = False


# What becomes of a file of this kind that tells of no run; anything else is no report.
_WITHOUT_RUNS = {
    ReportKind.NWIPE_LOG: Outcome.UNREADABLE,
    # Cut off, altered, or packed anew: it may hide a failure, so a person looks.
    ReportKind.NWIPE_CERTIFICATE: Outcome.UNREADABLE,
    ReportKind.PDF: Outcome.ATTACHMENT,
    ReportKind.XML: Outcome.ATTACHMENT,
    ReportKind.JSON: Outcome.ATTACHMENT,
    ReportKind.TOOL_TEXT: Outcome.ATTACHMENT,
    ReportKind.KERNEL_LOG: Outcome.ATTACHMENT,
    ReportKind.STICK: Outcome.UNREADABLE,
    ReportKind.BLANCCO: Outcome.UNREADABLE,
    ReportKind.TABLE: Outcome.ATTACHMENT,
    ReportKind.EMPTY: Outcome.UNREADABLE,
    ReportKind.TOO_LARGE: Outcome.UNREADABLE,
    ReportKind.TOO_MANY_PARTS: Outcome.UNREADABLE,
}


@cache
def _methods() -> Mapping[str, Method]:
    return method_table(shipped.json_resource("wiping", "methods.json")["methods"])


@cache
def shipped_serial_rules() -> SerialRules:
    """Return the shipped table of texts that are no serials, for `domain.matching`."""
    return serial_rules(shipped.json_resource("wiping", "serials.json"))


def _nwipe_log(data: bytes) -> tuple[ReportRun, ...]:
    facts = parse_nwipe(data, _methods(), shipped_serial_rules().comparable)
    return tuple(judge(run) for run in facts)


def _nwipe_certificate(data: bytes) -> tuple[ReportRun, ...]:
    facts = parse_nwipe_pdf(data, _methods(), shipped_serial_rules().comparable)
    return tuple(judge_paper(run) for run in facts)


def _blancco(data: bytes) -> tuple[ReportRun, ...]:
    return read_blancco(data, shipped_serial_rules().comparable) or ()


def _stick(data: bytes) -> tuple[ReportRun, ...]:
    return read_stick(data, _nwipe_log, shipped_serial_rules().comparable)


# Gives judged runs; none where the file only looked like this kind. Raises nothing else than
# TooManyPartsError, whatever the bytes are.
_READERS: Mapping[ReportKind, Callable[[bytes], tuple[ReportRun, ...]]] = {
    ReportKind.NWIPE_LOG: _nwipe_log,
    ReportKind.STICK: _stick,
    ReportKind.BLANCCO: _blancco,
    ReportKind.NWIPE_CERTIFICATE: _nwipe_certificate,
}


def read_report(name: str, data: bytes, mappings: Iterable[SupplierMapping] = ()) -> ReadReport:
    """Return what a file says. Any bytes are taken and none raises.

    Args:
        name: The file's name, only handed on.
        data: The whole file, up to 64 MiB; a larger one is unreadable.
        mappings: How tables and XML of suppliers are read, for what no reader knows.
    """
    kind = sniff(data)
    runs: tuple[ReportRun, ...] = ()
    drives: tuple[DriveResult, ...] = ()
    reader = _READERS.get(kind)
    if reader is not None:
        try:
            runs = reader(data)
        except TooManyPartsError:
            kind = ReportKind.TOO_MANY_PARTS
    comparable = shipped_serial_rules().comparable
    if kind is ReportKind.TOOL_TEXT and (told := read_tool_texts(data, comparable)) is not None:
        runs, drives = told.runs, told.drives
        kind = ReportKind.TOOL_RUN if runs else kind
    elif kind in TABLES:
        runs = runs_by_mapping(data, mappings, comparable)
        kind = ReportKind.SUPPLIER if runs else kind
    outcome = Outcome.READ if runs else _WITHOUT_RUNS.get(kind, Outcome.NOT_A_REPORT)
    if kind is ReportKind.NWIPE_LOG and not runs:
        kind = ReportKind.NO_RUN
    asks = kind in TABLES and _seems_to_tell(data)
    kernel = read_kernel_log(data) if kind is ReportKind.KERNEL_LOG else None
    digest = sha256(data).hexdigest()
    return ReadReport(
        name,
        digest,
        len(data),
        outcome,
        kind,
        tuple(map(as_shown, runs)),
        tuple(map(drive_as_shown, drives)),
        kernel,
        asks,
    )


def _seems_to_tell(data: bytes) -> bool:
    """Tell whether a table has headings for a medium, what was done to it, and how it went."""
    stems = shipped.json_resource("wiping", "supplier_columns.json")["fields"]
    try:
        columns = read_table(data).columns
    except NoTableError:
        return False
    return guess_columns(columns, stems).keys() >= set(REQUIRED)
