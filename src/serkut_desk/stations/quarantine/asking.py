"""The release request: one paper for everything of one donor that is locked away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.clock import local
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.papers import LockedDevice, PaperKind, ReleaseRequestContent
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.quarantine import DonorAnswer
from serkut_desk.interchange.workbook_out import Column, sheet
from serkut_desk.stations import papers
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.quarantine.commands import Requested, RequestRelease
from serkut_desk.stations.quarantine.finding import held
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.quarantines import Quarantine

_COLUMNS = (
    "device",
    "type",
    "description",
    "serial",
    "inventory",
    "imei",
    "lock",
    "found",
    "note",
    "answer",
)
# These are settled: nothing more is asked.
_SETTLED = frozenset({DonorAnswer.RELEASED, DonorAnswer.REFUSED})


@handles(RequestRelease, Permission.QUARANTINE, prepare=papers.watch_clock)
def request_release(task: Task, command: RequestRelease) -> Requested:
    """Ask a donor about every open reason that is not answered for good.

    Asking again reminds: the newest paper is named, the first day of waiting stays.

    Raises:
        Refused: `nothing_to_request`, or what the lifecycle table says.
    """
    work = task.work
    lot = work.lots.by_id(held(task, command.device).device.lot_id)
    donor = work.lots.organisation(lot.organisation_id)
    asked = [one for one in work.quarantines.open_of_donor(donor.id) if one.answer not in _SETTLED]
    if not asked:
        raise Refused("nothing_to_request", donor=donor.name)
    devices = {one.device_id: work.devices.by_id(one.device_id) for one in asked}
    lines = tuple(_line(one, devices[one.device_id]) for one in asked)
    paper = papers.issue(
        task,
        PaperKind.RELEASE_REQUEST,
        ReleaseRequestContent(receiver=donor.name, devices=lines, answer_by=command.answer_by),
        lot_id=lot.id if len({one.lot_id for one in devices.values()}) == 1 else None,
        language=command.language,
        sheet=_sheet(lines, Texts(command.language)),
    )
    assert paper.sheet_sha256 is not None
    for one in asked:
        first = one.requested_at or task.now
        work.quarantines.change(one.id, request_id=paper.id, requested_at=first)
    codes = tuple(device.code for device in devices.values())
    head = work.journal.append(
        Tag.RELEASE_REQUESTED,
        paper.name,
        codes,
        paper=paper.as_entry(),
        number=paper.name,
        reasons=[[devices[one.device_id].code, one.lock.value] for one in asked],
    )
    for device in devices.values():
        work.devices.touch(device.id, head.seq, task.actor)
    return Requested(
        paper.name,
        donor.name,
        codes,
        paper.sha256,
        paper.sheet_sha256,
        Changes(devices=frozenset(codes), journal=True),
    )


def _line(reason: Quarantine, device: Device) -> LockedDevice:
    return LockedDevice(
        device=device.code,
        type=device.type,
        description=f"{device.manufacturer} {device.model}".strip(),
        serial=device.serial,
        inventory=device.inventory,
        imei=device.imei,
        lock=reason.lock.value,
        found_on=local(reason.found_at).date(),
        note=reason.note,
    )


def _sheet(lines: tuple[LockedDevice, ...], texts: Texts) -> bytes:
    """Return the same devices as a workbook; the last column is for the donor to fill in."""
    columns = [Column(texts.say(f"quarantine.sheet.{name}")) for name in _COLUMNS]
    rows = [
        (
            line.device,
            texts.say(f"type.{line.type}"),
            line.description,
            line.serial,
            line.inventory,
            line.imei,
            texts.say(f"lock.{line.lock}"),
            line.found_on,
            line.note,
            "",
        )
        for line in lines
    ]
    return sheet(texts.say("quarantine.sheet"), columns, rows)
