"""Finds what anybody scanned or typed: our codes, then exact numbers, then any part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.codes import CodeKind, OwnCode, parse_code
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.scan import ScanKind, ScanRules, classify, scan_rules
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.domain.statement import number_in

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.scan import Scan
    from serkut_desk.records.overview import DeviceLine
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

LIMIT = 50


class FoundBy(StrEnum):
    """What the text was."""

    DEVICE = "device"
    MEDIUM = "medium"
    LOT = "lot"
    PLACE = "place"
    CERTIFICATE = "certificate"
    NUMBER = "number"
    PART = "part"
    SPARE = "spare"
    ORDER = "order"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Found:
    """What a text names.

    Args:
        text: As it was understood; stars in place of a secret.
        by: What it was.
        code: Our code that it names (of a medium, part, work order, lot, place or certificate
            too), else None.
        devices: The devices: one, those of the lot or place, or all that fit; the newest first.
        more: There are more devices than are listed.
    """

    text: str
    by: FoundBy
    code: str | None
    devices: tuple[DeviceLine, ...]
    more: bool = False

    @property
    def device(self) -> str | None:
        """Code of the device when the text names exactly one."""
        certain = self.by in {FoundBy.LOT, FoundBy.PLACE}
        return self.devices[0].code if len(self.devices) == 1 and not certain else None


@cache
def _rules() -> ScanRules:
    return scan_rules(shipped.json_resource("intake", "scan_rules.json"))


def find(desk: Desk, session: Session | None, text: str, limit: int = LIMIT) -> Found:
    """Return what a scanned or typed text names; nothing found is no failure."""
    with desk.reading(session, Permission.SEARCH) as work:
        return find_in(work, read(text), limit)


def read(text: str) -> Scan:
    """Return what a text can be, for `find_in`; of a certificate's QR its number."""
    return classify(number_in(text) or text, rules=_rules())


def find_in(work: UnitOfWork, scan: Scan, limit: int = LIMIT) -> Found:
    """Return what a text that was read names, for somebody who may search."""
    if scan.kind is ScanKind.SECRET:
        return Found(scan.value, FoundBy.NOTHING, None, ())
    own = own_code(scan)
    named = _by_code(work, own, limit) if own else None
    return named or _by_number(work, scan, scan.text) or _by_part(work, scan.text, limit)


def own_code(scan: Scan) -> OwnCode | None:
    """Return our code, whole or in the short form that eyes get."""
    for value in (scan.value, *(one.value for one in scan.candidates if one.kind is ScanKind.OWN)):
        own = parse_code(value)
        if own is not None:
            return own
    return None


def _by_code(work: UnitOfWork, own: OwnCode, limit: int) -> Found | None:
    code = str(own)
    if own.kind is CodeKind.LOT and (lot := work.lots.by_code(code)):
        return _several(code, FoundBy.LOT, work.overview.of_lot(lot.id, limit + 1), limit)
    if own.kind is CodeKind.PLACE and (place := work.places.find(code)):
        return _several(code, FoundBy.PLACE, work.overview.at_place(place.id, limit + 1), limit)
    found: tuple[FoundBy, int] | None = None
    if own.kind is CodeKind.DEVICE and (device := work.devices.by_code(code)):
        found = FoundBy.DEVICE, device.id
    elif own.kind is CodeKind.MEDIUM and (medium := work.media.by_code(code)):
        found = FoundBy.MEDIUM, medium.device_id
    elif own.kind is CodeKind.PART and (part := work.parts.by_code(code)) and part.device_id:
        found = FoundBy.SPARE, part.device_id
    elif own.kind is CodeKind.WORK_ORDER and (order := work.orders.by_code(code)):
        found = FoundBy.ORDER, order.device_id
    elif own.kind is CodeKind.CERTIFICATE:
        return _by_certificate(work, code, limit)
    if found is None:
        return None
    return Found(code, found[0], code, tuple(work.overview.lines([found[1]])))


def _by_certificate(work: UnitOfWork, code: str, limit: int) -> Found | None:
    """Return the device of which a certificate speaks, of a medium or lot where it was."""
    if whole := work.lot_certificates.by_code(code):
        lines = work.overview.of_lot(whole.lot_id, limit + 1)
        return _several(code, FoundBy.CERTIFICATE, lines, limit)
    paper = work.certificates.by_code(code) or work.medium_certificates.by_code(code)
    if paper is None:
        return None
    lines = work.overview.lines([paper.device_id])
    return Found(code, FoundBy.CERTIFICATE, code, tuple(lines))


def _several(code: str, by: FoundBy, lines: list[DeviceLine], limit: int) -> Found:
    return Found(code, by, code, tuple(lines[:limit]), more=len(lines) > limit)


def _by_number(work: UnitOfWork, scan: Scan, text: str) -> Found | None:
    """Look for the whole text, and for what a scanner's text is read as."""
    values = [text, scan.value]
    values += [one.value for one in scan.candidates]
    values += [one.also["imei"] for one in scan.candidates if "imei" in one.also]
    for value in dict.fromkeys(values):
        key = serial_key(value)
        if not key:
            continue
        ids = [device.id for device in work.devices.by_any(normal_serial(value), key)]
        ids = ids or [medium.device_id for medium in work.media.by_serial(key)]
        if ids:
            lines = work.overview.lines(dict.fromkeys(ids))
            return Found(scan.value or text, FoundBy.NUMBER, None, tuple(lines))
    return None


def _by_part(work: UnitOfWork, text: str, limit: int) -> Found:
    ids = work.devices.matching(text, limit + 1)
    lines = tuple(work.overview.lines(ids[:limit]))
    by = FoundBy.PART if lines else FoundBy.NOTHING
    return Found(" ".join(text.split()), by, None, lines, more=len(ids) > limit)
