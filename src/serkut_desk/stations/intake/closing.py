"""The end of a lot: every line without a device and every device beside the list has its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.cages import CageState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lots import ExtraReason
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import papers
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.intake.commands import CloseLot
from serkut_desk.stations.intake.lot_papers import issue_receipt
from serkut_desk.stations.intake.opened import open_lot_named
from serkut_desk.stations.intake.results import Closed
from serkut_desk.stations.wording import impersonal_text

if TYPE_CHECKING:
    from serkut_desk.domain.lots import Lot, MissingReason

# A cage that nobody has looked into may hold anything.
_UNSETTLED = {CageState.FROZEN: "lot_cage_frozen", CageState.ARRIVED: "lot_cage_closed"}
_SHOWN = 20


@handles(CloseLot, Permission.CLOSE_LOT, prepare=papers.watch_clock)
def close_lot(task: Task, command: CloseLot) -> Closed:
    """End a delivery; the last hand-over receipt is printed with it.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, `lot_cage_frozen`, `lot_cage_closed`,
            `line_not_missing`, `missing_without_reason`, `device_not_extra`,
            `extra_without_reason`, `person_not_kept`, what `papers.issue` says.
        Misused: `text_too_long`.
    """
    work = task.work
    lot = open_lot_named(work, command.lot)
    _demand_cages(task, lot)
    missing = _missing(task, lot, command)
    extras = _extras(task, lot, command)
    work.lots.change(lot.id, state="closed", closed_at=task.now, closed_by=task.actor)
    counts = work.lots.counts(lot.id)
    closed = replace(lot, state="closed", closed_at=task.now, closed_by=task.actor)
    receipt, replaces = issue_receipt(task, closed, command.language)
    work.journal.append(
        Tag.LOT_CLOSED,
        lot.code,
        (receipt.name,),
        expected=counts.expected,
        received=counts.received,
        extra=counts.extra,
        missing=counts.missing,
        pieces=counts.pieces,
        counted=counts.counted,
        missing_rows=sorted(missing),
        reasons={str(row): reason.value for row, (reason, _) in missing.items()},
        notes={str(row): note for row, (_, note) in missing.items() if note},
        extras={code: reason.value for code, (reason, _) in extras.items()},
        extra_notes={code: note for code, (_, note) in extras.items() if note},
        replaces=replaces,
        paper=receipt.as_entry(),
    )
    return Closed(lot.code, counts, receipt)


def _demand_cages(task: Task, lot: Lot) -> None:
    for cage in task.work.cages.of_lot(lot.id):
        if cage.state in _UNSETTLED:
            raise Refused(_UNSETTLED[cage.state], cage=cage.name)


def _missing(task: Task, lot: Lot, command: CloseLot) -> dict[int, tuple[MissingReason, str]]:
    """Write why each line is missing and return it by row."""
    lines = {line.row: line for line in task.work.lots.missing(lot.id)}
    for row in (*command.reasons, *command.notes):
        if row not in lines:
            raise Refused("line_not_missing", row=row)
    found: dict[int, tuple[MissingReason, str]] = {}
    unsaid = []
    for row, line in lines.items():
        reason = command.reasons.get(row, command.others)
        if reason is None:
            unsaid.append(str(row))
            continue
        note = impersonal_text(command.notes.get(row, ""), "note")
        found[row] = (reason, note)
        task.work.lots.lines.change(line.id, missing_reason=reason.value, missing_note=note)
    if unsaid:
        raise Refused("missing_without_reason", count=len(unsaid), rows=", ".join(unsaid[:_SHOWN]))
    return found


def _extras(task: Task, lot: Lot, command: CloseLot) -> dict[str, tuple[ExtraReason, str]]:
    """Write why each device beside the list came and return it by code.

    What an earlier lot missed needs no reason from anybody. Without a list nothing is beside it.
    """
    work = task.work
    devices = work.devices.beside_list(lot.id) if lot.list_digest is not None else []
    codes = {device.code for device in devices}
    for code in (*command.extras, *command.extra_notes):
        if code not in codes:
            raise Refused("device_not_extra", device=code)
    late = work.lots.missed_before(lot.id)
    found: dict[str, tuple[ExtraReason, str]] = {}
    unsaid = []
    for device in devices:
        known = ExtraReason.EARLIER_LOT if device.id in late else command.other_extras
        reason = command.extras.get(device.code, known)
        if reason is None:
            unsaid.append(device.code)
            continue
        note = impersonal_text(command.extra_notes.get(device.code, ""), "note")
        found[device.code] = (reason, note)
        work.lots.extras.add(
            device_id=device.id,
            lot_id=lot.id,
            reason=reason.value,
            note=note,
            at=task.now,
            by=task.actor,
        )
    if unsaid:
        shown = ", ".join(unsaid[:_SHOWN])
        raise Refused("extra_without_reason", count=len(unsaid), devices=shown)
    return found
