"""Rows of a supplier's file as runs: each row one medium, read by a saved mapping."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import DriveResult, ErrorCounters, FinalLine, HostFacts, ReportRun
from serkut_desk.domain.supplier_mapping import name_key
from serkut_desk.domain.supplier_rows import SUPPLIER_RULES, map_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.supplier_mapping import SupplierMapping, SupplierRow, SupplierTable
    from serkut_desk.domain.supplier_rows import MappedRow


def mapped_runs(
    mapping: SupplierMapping, table: SupplierTable, comparable: Callable[[str], str | None]
) -> tuple[ReportRun, ...]:
    """Return a run for each row.

    Args:
        mapping: It fits the table (`domain.supplier_mapping.fits`).
        table: The file.
        comparable: The form of a serial in which serials are compared, None for what is none.
    """
    return tuple(
        _run(mapping, map_row(mapping, row), row, index, comparable)
        for index, row in enumerate(table.rows)
    )


def _run(
    mapping: SupplierMapping,
    told: MappedRow,
    row: SupplierRow,
    index: int,
    comparable: Callable[[str], str | None],
) -> ReportRun:
    drive = DriveResult(
        device=f"row {told.number}",
        model=told.model,
        serial_raw=told.serial,
        serial=comparable(told.serial) if told.serial else None,
        capacity=told.capacity,
        method=told.method,
        technique=told.technique,
        passes=told.passes,
        verify=told.verify,
        status=told.result or None,
        counters=None if told.errors is None else ErrorCounters(told.errors, 0, None),
        begun=True,
        known=told.known,
        started=told.started,
        ended=told.ended,
        verdict=told.verdict,
        reasons=told.reasons,
    )
    return ReportRun(
        index=index,
        tool=told.tool or mapping.name,
        program=mapping.program,
        tool_version=str(mapping.version),
        started=told.started,
        ended=told.ended,
        final=FinalLine.COMPLETED,
        final_text=told.result,
        host=HostFacts(system_serial=told.host_serial),
        drives=(drive,),
        rules=SUPPLIER_RULES,
        fingerprint=_fingerprint(mapping, told, row),
    )


def _fingerprint(mapping: SupplierMapping, told: MappedRow, row: SupplierRow) -> str:
    """Return the digest of a run; with a time the same in every file that tells of it.

    Two rows about one medium at one time with other results contradict each other; without a time
    nobody can say that they are about the same run.
    """
    parts = ["supplier", name_key(mapping.name), told.serial, told.method]
    if told.started or told.ended:
        parts += [str(told.started), str(told.ended)]
    else:
        parts += [f"{name}={cell}" for name, cell in sorted(row.cells.items())]
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
