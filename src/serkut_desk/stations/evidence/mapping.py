"""How suppliers' files are read: tried on a file, saved as a version, retired; files attached.

A mapping makes evidence of what others wrote, so that only who may change the policy saves one.
What was read by an earlier version stays as it was read, and says by which.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.supplier_guess import guess_columns
from serkut_desk.domain.supplier_mapping import (
    SupplierMapping,
    document_of,
    fits,
    name_key,
    wrong_with,
)
from serkut_desk.domain.supplier_rows import map_row
from serkut_desk.interchange.evidence import LIMIT
from serkut_desk.interchange.supplier import NoTableError, read_table, records_of
from serkut_desk.stations import report_matching
from serkut_desk.stations.attaching import HowAttached, attach
from serkut_desk.stations.evidence.mapping_commands import (
    Attached,
    AttachEvidence,
    MakeMapping,
    MappingDone,
    RetireMapping,
)
from serkut_desk.stations.found_files import content_of, shown_path
from serkut_desk.stations.handling import Task, handles

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.domain.supplier_mapping import SupplierField, SupplierTable
    from serkut_desk.domain.supplier_rows import MappedRow
    from serkut_desk.records.supplier_mappings import SavedMapping
    from serkut_desk.stations.desk import Desk

_HEX = frozenset("0123456789abcdef")
_SHA = 64


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would give by a mapping.

    Args:
        fits: The file has every column that the mapping names.
        missing: The columns that it has not.
        rows: What each row tells; empty unless it fits.
    """

    fits: bool
    missing: tuple[str, ...]
    rows: tuple[MappedRow, ...]


def mappings(desk: Desk, session: Session | None) -> list[SavedMapping]:
    """Return every version of every mapping, by name, the oldest first."""
    with desk.reading(session, Permission.WIPE) as work:
        return work.supplier_mappings.all()


def look_at(
    desk: Desk, session: Session | None, source: Path | str, *, record: str = ""
) -> tuple[SupplierTable, tuple[str, ...]]:
    """Return a supplier's file as a table, and in XML the paths of elements that repeat.

    Args:
        desk: The workshop.
        session: Who asks.
        source: A file, or the SHA-256 of one that is kept.
        record: Path of the repeating element in XML; "" for the likeliest.

    Raises:
        Refused: `supplier_file_large`, `supplier_file_xml`, `supplier_file_table`,
            `supplier_file_rows`, `original_unknown`.
        Unavailable: `path_missing`, `evidence_unreadable`, or the kept file is lost.
    """
    data = _bytes(desk, session, source)
    return _table(data, record=record), records_of(data)


def preview(mapping: SupplierMapping, table: SupplierTable) -> Preview:
    """Return what a file would give by a mapping that is not saved yet."""
    missing = tuple(one for one in mapping.columns.values() if one not in table.columns)
    if not fits(mapping, table):
        return Preview(fits=False, missing=missing, rows=())
    return Preview(fits=True, missing=(), rows=tuple(map_row(mapping, row) for row in table.rows))


def guessed(table: SupplierTable) -> dict[SupplierField, str]:
    """Return a first guess which column of a file is what."""
    stems = shipped.json_resource("wiping", "supplier_columns.json")["fields"]
    return guess_columns(table.columns, stems)


def try_on(
    desk: Desk, session: Session | None, mapping: SupplierMapping, source: Path | str
) -> Preview:
    """Return what a file gives by a mapping.

    Raises:
        Refused: As `look_at`.
        Unavailable: As `look_at`.
    """
    data = _bytes(desk, session, source)
    headings = (frozenset(mapping.columns.values()),)
    try:
        table = read_table(data, record=mapping.record, headings=headings)
    except NoTableError as wrong:
        raise Refused(wrong.code) from None
    return preview(mapping, table)


def in_use(desk: Desk, session: Session | None, name: str) -> SupplierMapping:
    """Return the version of a mapping that is in use.

    Raises:
        Refused: `mapping_unknown`.
    """
    with desk.reading(session, Permission.WIPE) as work:
        rows = [one for one in work.supplier_mappings.versions(name) if one.retired_at is None]
    if not rows:
        raise Refused("mapping_unknown", name=name)
    return rows[-1].mapping


@handles(MakeMapping, Permission.POLICY)
def make_mapping(task: Task, command: MakeMapping) -> MappingDone:
    """Save a mapping; of a name that there is already, as its next version."""
    wrong = wrong_with(command.mapping)
    if wrong is not None:
        raise Refused(wrong)
    store, now = task.work.supplier_mappings, task.now
    earlier = store.versions(command.mapping.name)
    active = [one for one in earlier if one.retired_at is None]
    document = document_of(command.mapping)
    if active and active[-1].document == document:
        raise Refused("mapping_same", name=command.mapping.name)
    version = earlier[-1].version + 1 if earlier else 1
    for one in active:
        store.retire(one.id, now)
    head = task.work.journal.append(
        Tag.MAPPING_MADE,
        f"mapping {name_key(command.mapping.name)}",
        version=version,
        mapping=document,
    )
    store.add(
        name=command.mapping.name,
        name_key=name_key(command.mapping.name),
        version=version,
        format=command.mapping.format.value,
        document=document,
        made_at=now,
        made_by=task.actor,
        retired_at=None,
        seq=head.seq,
    )
    saved = replace(command.mapping, version=version)
    return MappingDone(saved, Changes(evidence=True, journal=True))


@handles(RetireMapping, Permission.POLICY)
def retire_mapping(task: Task, command: RetireMapping) -> MappingDone:
    """End the use of a mapping; what was read by it stays."""
    store = task.work.supplier_mappings
    active = [one for one in store.versions(command.name) if one.retired_at is None]
    if not active:
        raise Refused("mapping_unknown", name=command.name)
    for one in active:
        store.retire(one.id, task.now)
    last = active[-1]
    task.work.journal.append(Tag.MAPPING_RETIRED, f"mapping {last.name_key}", version=last.version)
    return MappingDone(last.mapping, Changes(evidence=True, journal=True))


@handles(AttachEvidence, Permission.WIPE)
def attach_evidence(task: Task, command: AttachEvidence) -> Attached:
    """Attach a kept file to a run."""
    work = task.work
    run = work.runs.by_id(command.run)
    if run is None:
        raise Refused("run_unknown", run=command.run)
    digest = _one_file(task, command.sha256)
    if not attach(work, digest, run, how=HowAttached.CHOSEN, now=task.now, by=task.actor):
        raise Refused("attached_already", run=command.run)
    devices = sorted(report_matching.concerned(work, run))
    codes = [work.devices.by_id(row_id).code for row_id in devices]
    head = work.journal.append(Tag.EVIDENCE_ATTACHED, digest, codes, run=run.id, sha256=digest)
    for row_id in devices:
        work.devices.touch(row_id, head.seq, task.actor)
    changes = Changes(devices=frozenset(codes), evidence=True, journal=True)
    return Attached(run.id, digest, changes)


def _one_file(task: Task, beginning: str) -> str:
    digest = beginning.strip().lower()
    found = []
    if 0 < len(digest) <= _SHA and set(digest) <= _HEX:
        found = task.work.evidence.beginning(digest)
    if len(found) != 1:
        raise Refused("original_unknown", sha256=beginning[:_SHA])
    return found[0].sha256


def _table(data: bytes, *, record: str = "") -> SupplierTable:
    try:
        return read_table(data, record=record)
    except NoTableError as wrong:
        raise Refused(wrong.code) from None


def _bytes(desk: Desk, session: Session | None, source: Path | str) -> bytes:
    with desk.reading(session, Permission.WIPE) as work:
        known = work.evidence.file(source) if isinstance(source, str) else None
    if isinstance(source, str):
        if known is None:
            raise Refused("original_unknown", sha256=source[:_SHA])
        return desk.files.read(known.sha256)
    if not source.exists():
        raise Unavailable("path_missing", path=shown_path(source))
    data = content_of(source, LIMIT)
    if isinstance(data, str):
        raise Unavailable("evidence_unreadable", path=shown_path(source))
    return data
