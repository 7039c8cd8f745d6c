"""Sorts all texts that were scanned on one device, in any order, into the fields of its record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.scan.model import SURE, Candidate, Scan, ScanKind, Why
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CONTEXT = 20
"""What a surely known maker adds to its other shapes: an Apple box makes `S...` a serial."""


_MAY_BE_SERIAL = frozenset((ScanKind.SERIAL, ScanKind.UNKNOWN))


class Role(StrEnum):
    """What became of one scan."""

    USED = "used"
    IGNORED = "ignored"
    CONFLICT = "conflict"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Note:
    """What became of one scan, and the key of the sentence that says so."""

    scan: Scan
    role: Role
    code: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """What the scans of one device say together; a field in conflict is None.

    Attributes:
        own: Device label, twelve characters.
        serial: Normal form.
        serial_sure: Nobody has to be asked about the serial.
        maker: Manufacturer when a code tells it.
        product: Product or machine type number.
        inventory: The owner's number.
        imei: The smallest, where a phone has two.
        notes: One for each scan, in the order of scanning.
    """

    own: str | None
    serial: str | None
    serial_sure: bool
    maker: str | None
    product: str | None
    inventory: str | None
    imei: str | None
    notes: tuple[Note, ...]

    @property
    def conflicts(self) -> tuple[Note, ...]:
        """Return the scans that contradict each other."""
        return tuple(note for note in self.notes if note.role is Role.CONFLICT)

    @property
    def unsure(self) -> tuple[Note, ...]:
        """Return the scans that a person must say more about."""
        return tuple(note for note in self.notes if note.role is Role.UNSURE)


def sort_scans(scans: Sequence[Scan]) -> Sorted:
    """Return what `scans` say together; their order changes only the order of the notes."""
    serial = _serial(scans)
    own = _one(scan.value for scan in scans if _is_device(scan))
    inventory = _one(_values(scans, ScanKind.INVENTORY))
    product = _one(_values(scans, ScanKind.PRODUCT))
    if not any(_values(scans, ScanKind.PRODUCT)):
        product = _one(scan.also["product"] for scan in scans if "product" in scan.also)
    imeis = _values(scans, ScanKind.IMEI)
    imeis += [scan.also["imei"] for scan in scans if "imei" in scan.also]
    makers = {serial.maker if serial else None, *_sure_makers(scans)} - {None}
    chosen = {
        ScanKind.OWN: own,
        ScanKind.SERIAL: serial.value if serial else None,
        ScanKind.PRODUCT: product,
        ScanKind.INVENTORY: inventory,
        ScanKind.IMEI: min(imeis, default=None),
    }
    return Sorted(
        own=own,
        serial=chosen[ScanKind.SERIAL],
        serial_sure=bool(serial and serial.score >= SURE),
        maker=makers.pop() if len(makers) == 1 else None,
        product=product,
        inventory=inventory,
        imei=chosen[ScanKind.IMEI],
        notes=tuple(_note(scan, chosen, serial) for scan in scans),
    )


def _is_device(scan: Scan) -> bool:
    return scan.kind is ScanKind.OWN and scan.also["code_kind"] == CodeKind.DEVICE


def _values(scans: Sequence[Scan], kind: ScanKind) -> list[str]:
    return [scan.value for scan in scans if scan.kind is kind]


def _one(values: Iterable[str]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _sure_makers(scans: Sequence[Scan]) -> set[str]:
    return {scan.maker for scan in scans if scan.maker and scan.sure}


def _serial(scans: Sequence[Scan]) -> Candidate | None:
    """Return the serial that the scans support best; None when two are as well supported."""
    makers = _sure_makers(scans)
    support: dict[str, int] = {}
    best: dict[str, Candidate] = {}
    for scan in (scan for scan in scans if scan.kind in _MAY_BE_SERIAL):
        offered: dict[str, Candidate] = {}
        for candidate in scan.candidates:
            if candidate.kind is ScanKind.SERIAL:
                raised = _in_context(candidate, makers)
                key = serial_key(raised.value)
                if key not in offered or offered[key].score < raised.score:
                    offered[key] = raised
        for key, candidate in offered.items():
            support[key] = max(support.get(key, 0), candidate.score) + (key in support)
            if key not in best or _order(best[key]) < _order(candidate):
                best[key] = candidate
    if not any(scan.kind is ScanKind.SERIAL for scan in scans) or not support:
        return None
    highest = max(support.values())
    winners = [key for key, value in support.items() if value == highest]
    return best[winners[0]] if len(winners) == 1 else None


def _in_context(candidate: Candidate, makers: set[str]) -> Candidate:
    if candidate.maker not in makers or candidate.score >= SURE:
        return candidate
    return Candidate(
        candidate.kind,
        candidate.value,
        min(candidate.score + _CONTEXT, SURE),
        candidate.why,
        candidate.maker,
        candidate.also,
    )


def _order(candidate: Candidate) -> tuple[int, str, str]:
    return candidate.score, candidate.maker or "", candidate.value


def _note(scan: Scan, chosen: dict[ScanKind, str | None], serial: Candidate | None) -> Note:
    if scan.kind is ScanKind.OWN and not _is_device(scan):
        return Note(scan, Role.IGNORED, "scan.ignored.own")
    if scan.kind is ScanKind.SERIAL:
        return _serial_note(scan, serial)
    if scan.kind is ScanKind.UNKNOWN:
        return _unknown_note(scan, serial)
    if scan.kind not in chosen:
        if scan.kind is ScanKind.PART and serial is None and _offers_serial(scan):
            return Note(scan, Role.UNSURE, "scan.unsure")
        return Note(scan, Role.IGNORED, f"scan.ignored.{scan.kind}")
    return _field_note(scan, chosen[scan.kind])


def _field_note(scan: Scan, value: str | None) -> Note:
    if value is None:
        return Note(scan, Role.CONFLICT, f"scan.conflict.{scan.kind}")
    if value != scan.value:
        return Note(scan, Role.IGNORED, "scan.ignored.second_imei")
    return Note(scan, Role.USED, f"scan.kind.{scan.kind}")


def _serial_note(scan: Scan, serial: Candidate | None) -> Note:
    if serial is None:
        return Note(scan, Role.CONFLICT, "scan.conflict.serial")
    if _offers(scan, serial):
        return Note(scan, Role.USED, "scan.kind.serial")
    surer = serial.score >= SURE and (not scan.sure or serial.why is Why.EXPECTED)
    if surer:
        return Note(scan, Role.IGNORED, "scan.ignored.other_serial")
    return Note(scan, Role.CONFLICT, "scan.conflict.serial")


def _unknown_note(scan: Scan, serial: Candidate | None) -> Note:
    if serial and _offers(scan, serial):
        return Note(scan, Role.USED, "scan.kind.serial")
    if scan.candidates and scan.candidates[0].kind is not ScanKind.UNKNOWN:
        return Note(scan, Role.UNSURE, "scan.unsure")
    return Note(scan, Role.IGNORED, f"scan.why.{scan.why}")


def _offers(scan: Scan, serial: Candidate) -> bool:
    key = serial_key(serial.value)
    return any(
        candidate.kind is ScanKind.SERIAL and serial_key(candidate.value) == key
        for candidate in scan.candidates
    )


def _offers_serial(scan: Scan) -> bool:
    """Tell whether a part number may be the device's serial, as on Dell's monitors."""
    return any(candidate.kind is ScanKind.SERIAL for candidate in scan.candidates)
