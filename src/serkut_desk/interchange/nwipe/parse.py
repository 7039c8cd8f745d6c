"""From bytes to runs: puts together what the other modules of the package read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import (
    DriveResult,
    ReportRun,
    RunOptions,
)
from serkut_desk.domain.verdict import StatusWord, status_word
from serkut_desk.interchange.nwipe import digests, header, version
from serkut_desk.interchange.nwipe.clock import clock_steps
from serkut_desk.interchange.nwipe.drives import Collector, DriveNotes
from serkut_desk.interchange.nwipe.lines import decode, read_lines
from serkut_desk.interchange.nwipe.names import rows_by_device
from serkut_desk.interchange.nwipe.results import TERMINAL_WIDTH, Sense, drive_result
from serkut_desk.interchange.nwipe.split import final_line, split_runs
from serkut_desk.interchange.nwipe.tables import StatusRow, Tables, read_tables
from serkut_desk.interchange.nwipe.unknown import unknown_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.evidence import ErrorCounters
    from serkut_desk.domain.methods import Method
    from serkut_desk.interchange.nwipe.lines import Line

# Worst last: the order in which a later row overrules an earlier one.
_WORSE = (
    StatusWord.ERASED,
    StatusWord.UNKNOWN,
    StatusWord.ABORTED,
    StatusWord.FAILED,
    StatusWord.INSANE,
)
# More than any computer or stick has ever held; beyond it the file is made to do harm.
_MOST_RUNS = 1000
_MOST_DRIVES = 1000


class TooManyPartsError(ValueError):
    """The file holds more runs or drives than a genuine log can."""


def parse_nwipe(
    data: bytes, methods: Mapping[str, Method], comparable: Callable[[str], str | None]
) -> tuple[ReportRun, ...]:
    """Return the runs of a log, in the order of the file, with facts but without verdicts.

    Args:
        data: The file; any bytes are taken, what makes no sense is left out.
        methods: Methods by `domain.methods.method_key`.
        comparable: Gives the normal form of a serial, None where the text is none.

    Raises:
        TooManyPartsError: Over 1000 runs in the file, or drives in a run.
    """
    lines = read_lines(decode(data))
    parts = split_runs(lines)
    if len(parts) > _MOST_RUNS:
        raise TooManyPartsError(len(parts))
    sense = Sense(methods, comparable, _is_terminal_capture(lines))
    return tuple(_run(index, part, sense) for index, part in enumerate(parts))


def _is_terminal_capture(lines: list[Line]) -> bool:
    """Tell whether the text was taken from a terminal that cuts lines at 80 columns."""
    widths = [line.width for line in lines if line.level]
    return max(widths, default=0) == TERMINAL_WIDTH


def _run(index: int, lines: list[Line], sense: Sense) -> ReportRun:
    tables = read_tables(lines)
    options = header.read_options(lines)
    collector = Collector()
    for line in lines:
        if line.level:
            collector.read(line)
    tables_named = (*tables.status, *tables.errors, *tables.bytes)
    named = max(len(collector.drives), len(set(tables_named)))
    if named > _MOST_DRIVES:
        raise TooManyPartsError(named)
    rows = rows_by_device(tables.status, collector.drives)
    drives, serials = [], set[str]()
    for device in (*rows, *(path for path in collector.drives if path not in rows)):
        notes = collector.drives.get(device) or DriveNotes(device)
        row = _worst(rows.get(device, []))
        if collector.unnamed_errors and sum(n.begun for n in collector.drives.values()) == 1:
            # With one drive at work, an error that names none is that drive's.
            notes.trouble += collector.unnamed_errors[:1] if notes.begun else []
        serials.update(text for text, _ in notes.serials)
        drives.append(drive_result(notes, row, tables, options, sense))
    odd = unknown_lines(lines, (drive.device for drive in drives))
    drives = [
        replace(drive, unknown_lines=tuple(odd.get(drive.device, ())))
        for drive in _with_counts(drives, tables, collector)
    ]
    run = _frame(index, lines, tables, options, tuple(drives))
    return replace(
        run,
        fingerprint=digests.fingerprint(run),
        body_digest=digests.body_digest(lines, drives, serials),
        head_key=digests.head_key(lines),
        times_digest=digests.times_digest(lines, drives),
    )


def _frame(
    index: int,
    lines: list[Line],
    tables: Tables,
    options: RunOptions,
    drives: tuple[DriveResult, ...],
) -> ReportRun:
    stamps = [line.stamp for line in lines if line.stamp is not None]
    last = next((line for line in reversed(lines) if final_line(line)), None)
    banner = header.read_banner(lines, options)
    at_least, at_most = version.proven_versions(lines, tables)
    back, jump = clock_steps(lines)
    shredos = banner is not None and "ShredOS" in banner
    return ReportRun(
        index=index,
        tool="ShredOS" if shredos else "nwipe",
        utc=shredos,
        banner=banner,
        tool_version=version.believable(header.claimed_version(banner), at_least, at_most),
        at_least=at_least,
        at_most=at_most,
        kernel=header.read_kernel(lines),
        started=stamps[0] if stamps else None,
        ended=stamps[-1] if stamps else None,
        final=final_line(last) if last else None,
        final_text=last.text.strip() if last else "",
        footer=tables.footer,
        options=options,
        host=header.read_host(lines),
        has_error_summary=tables.has_errors,
        has_erasure_summary=tables.has_bytes,
        backwards_seconds=back,
        jump_seconds=jump,
        unknown_tables=tuple(tables.unknown),
        drives=drives,
    )


def _worst(rows: list[StatusRow]) -> StatusRow | None:
    return max(rows, key=lambda row: _WORSE.index(status_word(row.status)), default=None)


def _with_counts(
    drives: list[DriveResult], tables: Tables, collector: Collector
) -> list[DriveResult]:
    """Return the drives with their counters and bytes; of repeated rows the worst counts."""
    known = {drive.device: collector.drives.get(drive.device) for drive in drives}
    paths = {device: notes or DriveNotes(device) for device, notes in known.items()}
    errors = rows_by_device(tables.errors, paths)
    sizes = rows_by_device(tables.bytes, paths)
    return [
        replace(
            drive,
            counters=_most_errors(errors.get(drive.device, [])),
            bytes_erased=min((pair[0] for pair in sizes.get(drive.device, [])), default=None),
            bytes_total=max((pair[1] for pair in sizes.get(drive.device, [])), default=None),
        )
        for drive in drives
    ]


def _most_errors(rows: list[ErrorCounters]) -> ErrorCounters | None:
    return max(rows, key=lambda row: row.total, default=None)
