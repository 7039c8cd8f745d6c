"""The device and the return that somebody means, and the rules that returns go by."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.plain_text import plain_line
from serkut_desk.domain.price_list import held_on
from serkut_desk.domain.returning import Remedy, parse_faults, warranty_of
from serkut_desk.stations import finding, papers
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.returning import Fault, Faults, Warranty
    from serkut_desk.records.returns import DeviceReturn, Sold
    from serkut_desk.records.unit_of_work import UnitOfWork

# What names or reaches a person: an address with @, a number to call. Serials have letters.
_PERSONAL = re.compile(r"\S@\S|(?<![\w-])(?:\+358|0)[ -]?[1-9]\d?(?:[ -]?\d){5,10}(?![\w-])")
_LONGEST_NOTE = 200


@cache
def _lists() -> tuple[Faults, ...]:
    names = sorted(path.name for path in shipped.resource("returns").glob("*_faults.json"))
    return tuple(parse_faults(shipped.json_resource("returns", name)) for name in names)


def faults_at(now: datetime) -> Faults:
    """Return the list of faults of the Finnish day of `now`."""
    return held_on(local(now).date(), _lists())


def fault_of(code: str, now: datetime) -> Fault:
    """Return the fault with this code.

    Raises:
        Misused: `fault_unknown`.
    """
    faults = faults_at(now)
    found = faults.named(code)
    if found is None:
        known = ", ".join(one.code for one in faults.faults)
        raise Misused("fault_unknown", fault=code, known=known)
    return found


def note_of(text: str) -> str:
    """Return what was told of a fault, tidy; "" when nothing was.

    Raises:
        Misused: `text_too_long`.
        Refused: `secret_not_kept` or `note_names_person`.
    """
    if not plain_line(text):
        return ""
    note = short_text(text, "note", _LONGEST_NOTE)
    if _PERSONAL.search(note):
        raise Refused("note_names_person")
    return note


def warranty_on(sold: Sold, now: datetime) -> Warranty:
    """Return how the warranty of a sale stands on the Finnish day of `now`."""
    today = local(now).date()
    handed = local(sold.completed_at).date()
    presumed = faults_at(now).presumed_months
    return warranty_of(handed, sold.warranty_months, presumed, today)


def sold_of(work: UnitOfWork, device: Device) -> Sold:
    """Return the sale by which a device is out of the house.

    Raises:
        Refused: `return_sale_unknown`: it left before this program kept handovers.
    """
    sold = work.returns.sold(device.id)
    if sold is None:
        raise Refused("return_sale_unknown", device=device.code)
    return sold


def may_settle(work: UnitOfWork, row: DeviceReturn) -> bool:
    """Tell whether it can still be decided what is done about a return.

    A wish to have it repaired stays open until the device is given back or it ends otherwise, and
    an exchange whose basket was cancelled never happened.
    """
    if row.remedy in {None, Remedy.REPAIR.value}:
        return True
    return (
        row.exchange_id is not None and work.handovers.by_id(row.exchange_id).state == "cancelled"
    )


def paid_sale(work: UnitOfWork, sold: Sold) -> Sold:
    """Return the sale in which a device was paid: of one that was given for another, the first."""
    before = work.returns.of_exchange(sold.handover_id)
    while before is not None:
        sold = work.returns.sale(before.handover_line_id)
        before = work.returns.of_exchange(sold.handover_id)
    return sold


def devices_of(work: UnitOfWork, text: str) -> tuple[Device, ...]:
    """Return the devices that a scan means: one by any code, all that are out by a receipt.

    A receipt is named by its barcode, or by its number as people write it.

    Raises:
        Refused: `return_receipt_unknown`, `return_receipt_empty`, `return_device_unknown`.
    """
    own = parse_code(text)
    if own is not None and own.kind is CodeKind.HANDOVER:
        return _of_receipt(work, str(own))
    found = finding.find_in(work, finding.read(text))
    exact = {finding.FoundBy.DEVICE, finding.FoundBy.MEDIUM, finding.FoundBy.CERTIFICATE}
    if found.by not in exact | {finding.FoundBy.NUMBER} or not found.devices:
        if receipt := _receipt_numbered(work, text):
            return _of_receipt(work, receipt)
        raise Refused("return_device_unknown", device=found.text)
    devices = [work.devices.by_code(line.code) for line in found.devices]
    known = tuple(device for device in devices if device is not None)
    out = tuple(device for device in known if not device.in_house)
    return out if len(known) > 1 and out else known


def _receipt_numbered(work: UnitOfWork, text: str) -> str:
    """Return the LU code of the handover whose paper has this number, as `KU-17`; "" for none."""
    try:
        paper = papers.paper_named(work, text)
    except Refused:
        return ""
    return work.handovers.by_id(paper.handover_id).code if paper.handover_id else ""


def _of_receipt(work: UnitOfWork, code: str) -> tuple[Device, ...]:
    sold = work.returns.sold_in(code)
    if not sold:
        raise Refused("return_receipt_unknown", handover=code)
    devices = tuple(work.devices.by_id(one.device_id) for one in sold if one.active)
    if not devices:
        raise Refused("return_receipt_empty", handover=code)
    return devices


def device_of(work: UnitOfWork, text: str) -> Device:
    """Return the one device that a text means.

    Raises:
        Refused: As `devices_of`, or `return_several`.
    """
    devices = devices_of(work, text)
    if len(devices) > 1:
        codes = ", ".join(device.code for device in devices)
        raise Refused("return_several", count=len(devices), devices=codes)
    return devices[0]


def return_of(work: UnitOfWork, text: str) -> DeviceReturn:
    """Return the return with this number, or the last one of a device.

    Raises:
        Refused: `return_unknown`.
    """
    plain = plain_line(text)
    found = work.returns.by_code(plain.upper())
    if found is not None:
        return found
    own = parse_code(plain)
    device = work.devices.by_code(str(own)) if own is not None else None
    returns = work.returns.of_device(device.id) if device is not None else []
    if not returns:
        raise Refused("return_unknown", number=plain)
    return returns[0]
