"""Finds the medium, the look and the incident that somebody names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.records.looks import ProofIncident
    from serkut_desk.records.unit_of_work import UnitOfWork

_NUMBER = re.compile(r"#[0-9]{1,15}")


def medium_named(work: UnitOfWork, text: str) -> StorageMedium:
    """Return the one medium that a text names: `#7`, an LV code, a serial, or its device.

    Of a device it is the one that waits for a look, or is in doubt.

    Raises:
        Refused: `medium_unknown` or `medium_several`.
    """
    plain = text.strip()
    found: list[StorageMedium] = []
    own = parse_code(plain)
    if _NUMBER.fullmatch(plain):
        one = work.media.find(int(plain[1:]))
        found = [one] if one else []
    elif own is not None and own.kind is CodeKind.MEDIUM:
        one = work.media.by_code(str(own))
        found = [one] if one else []
    elif own is not None and own.kind is CodeKind.DEVICE:
        device = work.devices.by_code(str(own))
        media = work.media.of_device(device.id) if device else []
        found = [one for one in media if _concerned(work, one)]
    elif serial_key(plain):
        found = work.media.by_serial(serial_key(plain))
    if len(found) == 1:
        return found[0]
    raise Refused("medium_several" if found else "medium_unknown", medium=plain)


def _concerned(work: UnitOfWork, medium: StorageMedium) -> bool:
    against = work.looks.against(medium.id)
    return bool(against.drawn | against.frozen)


def incident_named(work: UnitOfWork, number: int) -> ProofIncident:
    """Return an incident that is open.

    Raises:
        Refused: `proof_incident_unknown` or `proof_incident_closed`.
    """
    found = work.looks.incidents.by_id(number) if 0 <= number < 2**63 else None
    if found is None:
        raise Refused("proof_incident_unknown", incident=number)
    if found.closed_at is not None:
        raise Refused("proof_incident_closed", incident=number)
    return found
