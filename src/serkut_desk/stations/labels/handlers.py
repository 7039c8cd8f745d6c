"""The queue of labels, the roll, the printers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from serkut_desk import shipped
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.label_template import label_template
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.printers import PDF, SETTING, Printer, PrinterKind, Printers, printers_to
from serkut_desk.printing.network import NetworkPrinter
from serkut_desk.records.labels import WAITING
from serkut_desk.stations import facts, labelling
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.labels.commands import (
    CancelLabel,
    ChangePrinter,
    LabelPrinted,
    LabelsHeld,
    RemovePrinter,
    ReprintLabel,
    TakeRollCodes,
)
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.codes import OwnCode
    from serkut_desk.records.labels import LabelJob
    from serkut_desk.records.unit_of_work import UnitOfWork

# Rolls hold a few hundred labels; more at once is a slip of the finger.
LONGEST_ROLL = 500


@handles(ChangePrinter, Permission.DECIDE)
def change_printer(task: Task, command: ChangePrinter) -> Printers:
    """Add or change a printer."""
    printer = _checked(command.printer)
    before = labelling.printers_of(task.work)
    others = tuple(one for one in before.known if one.name != printer.name)
    default = printer.name if command.default else before.default
    now = Printers(default, (*others, printer))
    _keep(task, before, now)
    task.work.journal.append(
        Tag.PRINTER_CHANGED,
        "printers",
        printer=printer.name,
        kind=printer.kind.value,
        host=printer.host,
        port=printer.port,
        dpi=printer.dpi,
        may_be_silent=printer.may_be_silent,
        default=now.default,
    )
    return now


@handles(RemovePrinter, Permission.DECIDE)
def remove_printer(task: Task, command: RemovePrinter) -> Printers:
    """Forget a printer."""
    before = labelling.printers_of(task.work)
    if before.named(command.name) is None:
        raise Refused("printer_unknown", printer=command.name)
    if command.name == PDF.name:
        raise Refused("printer_stays", printer=command.name)
    default = PDF.name if before.default == command.name else before.default
    now = Printers(default, tuple(one for one in before.known if one.name != command.name))
    _keep(task, before, now)
    task.work.labels.move_to(command.name, default)
    task.work.journal.append(
        Tag.PRINTER_CHANGED, "printers", printer=command.name, removed=True, default=default
    )
    return now


@handles(TakeRollCodes, Permission.LABELS)
def take_roll_codes(task: Task, command: TakeRollCodes) -> tuple[str, ...]:
    """Take codes for a roll, for good: a code is never printed ahead twice."""
    if not 1 <= command.count <= LONGEST_ROLL:
        raise Misused("roll_count", count=command.count, longest=LONGEST_ROLL)
    codes = tuple(task.work.house.next_code(CodeKind.DEVICE) for _ in range(command.count))
    task.work.labels.remember_roll(codes, task.now)
    task.work.journal.append(
        Tag.ROLL_PRINTED, codes[0], first=codes[0], last=codes[-1], count=len(codes)
    )
    return codes


@handles(ReprintLabel, Permission.LABELS)
def reprint_label(task: Task, command: ReprintLabel) -> int:
    """Queue a label once more, with what is true now."""
    own = parse_code(command.code)
    data = _data(task, own) if own else None
    if own is None or data is None:
        raise Refused("label_thing_unknown", label=command.code)
    reason = short_text(command.reason, "reason")
    job = labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)
    task.work.journal.append(Tag.LABEL_QUEUED, str(own), job=job, reason=reason)
    return job


@handles(CancelLabel, Permission.LABELS)
def cancel_label(task: Task, command: CancelLabel) -> None:
    """Take a label out of the queue."""
    job = _job(task.work, command.job)
    if job.state not in WAITING:
        raise Refused("label_done", job=job.id)
    task.work.labels.cancel(job.id, task.now)
    task.work.journal.append(Tag.LABEL_CANCELLED, job.code, job=job.id)


@handles(LabelPrinted, Permission.LABELS)
def label_printed(task: Task, command: LabelPrinted) -> None:
    """Remember that a label came out; also one that was cancelled meanwhile did."""
    job = _job(task.work, command.job)
    task.work.labels.mark_printed(job.id, task.now)
    task.work.journal.append(
        Tag.LABEL_PRINTED, job.code, job=job.id, printer=job.printer, state=job.data.get("state")
    )


@handles(LabelsHeld, Permission.LABELS, entries=Entries.NONE)
def labels_held(task: Task, command: LabelsHeld) -> None:
    """Remember why labels wait; nothing happened that the journal is about."""
    error = {"code": command.code, "facts": command.facts}
    task.work.labels.mark_failed(command.jobs, error)


def _job(work: UnitOfWork, number: int) -> LabelJob:
    job = work.labels.by_id(number)
    if job is None:
        raise Refused("label_job_unknown", job=number)
    return job


def _keep(task: Task, before: Printers, now: Printers) -> None:
    task.work.house.put(SETTING, printers_to(now))
    if before.default != now.default:
        task.work.labels.move_to(before.default, now.default)


def _checked(printer: Printer) -> Printer:
    """Return a printer whose description makes sense.

    Raises:
        Misused: `text_missing`, `text_too_long`, `printer_address`, `printer_dpi`.
        Refused: `printer_stays` for another kind of printer under the name of the PDF folder.
    """
    name = short_text(printer.name, "printer", 60)
    if name == PDF.name and printer.kind is not PrinterKind.PDF:
        raise Refused("printer_stays", printer=name)
    if printer.kind is PrinterKind.NETWORK:
        NetworkPrinter(printer.host, printer.port)
    allowed = label_template(shipped.json_resource("labels", "device_62x29.json")).dpi
    if printer.dpi not in allowed:
        raise Misused("printer_dpi", dpi=printer.dpi, allowed=", ".join(map(str, allowed)))
    return replace(printer, name=name)


def _data(task: Task, own: OwnCode) -> dict[str, Any] | None:
    """Return what the label of a code shows, None when nothing of ours carries it."""
    maker = _THINGS.get(own.kind)
    return maker(task, str(own)) if maker else None


def _of_device(task: Task, code: str) -> dict[str, Any] | None:
    device = task.work.devices.by_code(code)
    if device is None:
        return None
    gathered = facts.gather(task.work, device, task.now)
    return labelling.device_label_data(task.work, gathered, task.now)


def _of_medium(task: Task, code: str) -> dict[str, Any] | None:
    medium = task.work.media.by_code(code)
    if medium is None:
        return None
    device = task.work.devices.by_id(medium.device_id)
    return labelling.medium_label_data(device, medium, task.now)


def _of_lot(task: Task, code: str) -> dict[str, Any] | None:
    lot = task.work.lots.by_code(code)
    if lot is None:
        return None
    return labelling.lot_label_data(lot, task.work.lots.organisation(lot.organisation_id).name)


def _of_place(task: Task, code: str) -> dict[str, Any] | None:
    place = task.work.places.find(code)
    return None if place is None else labelling.place_label_data(place)


def _of_part(task: Task, code: str) -> dict[str, Any] | None:
    part = task.work.parts.by_code(code)
    if part is None:
        return None
    told = task.work.parts.fits.of_part(part.id)
    return labelling.part_label_data(part, [one.model for one in told], task.now)


_THINGS = {
    CodeKind.DEVICE: _of_device,
    CodeKind.MEDIUM: _of_medium,
    CodeKind.LOT: _of_lot,
    CodeKind.PLACE: _of_place,
    CodeKind.PART: _of_part,
}
