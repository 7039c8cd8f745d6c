"""Adds media that a person declared; at intake and later the same way.

A medium whose serial can not be read gets a code and a label of its own, also while it is inside:
the code that is stuck on it is then the only sure name it has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.devices import StorageMedium
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.scan import holds_secret
from serkut_desk.domain.serials import serial_key
from serkut_desk.interchange.evidence import shipped_serial_rules
from serkut_desk.stations import labelling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from serkut_desk.domain.declared_medium import DeclaredMedium
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.media import KindSource, MediumKind
    from serkut_desk.records.unit_of_work import UnitOfWork


def kept_serial(serial: str) -> str:
    """Return the serial to keep; a word for nothing, as `n/a` or `0000`, is none."""
    return serial if serial and shipped_serial_rules().comparable(serial) is not None else ""


def is_certain(serial: str) -> bool:
    """Tell whether a serial names one medium and no other."""
    kept = kept_serial(serial)
    return bool(kept) and not shipped_serial_rules().is_unreliable(serial_key(kept))


def check(work: UnitOfWork, media: Sequence[DeclaredMedium]) -> None:
    """Do nothing when these media can be in a device that holds none of them yet.

    Raises:
        Refused: `medium_twice`, `medium_elsewhere` or `secret_not_kept`.
    """
    keys = [serial_key(one.serial) for one in media if is_certain(one.serial)]
    for one in media:
        if holds_secret(one.serial):
            raise Refused("secret_not_kept", field="serial")
    for place, key in enumerate(keys):
        if key in keys[:place]:
            raise Refused("medium_twice", serial=key)
        for other in work.media.by_serial(key):
            holder = work.devices.by_id(other.device_id)
            if other.removed_at is None and not other.proposed and holder.in_house:
                raise Refused("medium_elsewhere", serial=other.serial, device=holder.code)


def code_for(work: UnitOfWork, serial: str) -> str | None:
    """Return the code that a medium gets because no serial names it, None for others."""
    return None if kept_serial(serial) else work.house.next_code(CodeKind.MEDIUM)


def queue_label(
    work: UnitOfWork, device: Device, medium: StorageMedium, *, by: str, at: datetime
) -> int | None:
    """Queue the label of a medium that has a code; return the number of the job."""
    if medium.code is None:
        return None
    data = labelling.medium_label_data(device, medium, at)
    return labelling.queue_label(work, data, by=by, at=at)


def accept(
    work: UnitOfWork,
    device: Device,
    medium: StorageMedium,
    *,
    kind: MediumKind,
    source: KindSource,
    by: str,
    at: datetime,
) -> tuple[StorageMedium, int | None]:
    """Let a proposed medium be inside its device: its reports count from now on.

    The caller has asked the lifecycle table, derives the device's state and writes the entry.

    Returns:
        The medium as it is now, and the label job of its code, when no serial names it.

    Raises:
        Refused: `medium_elsewhere`: the medium of this serial is recorded in another device.
    """
    if medium.serial and is_certain(medium.serial):
        for other in work.media.by_serial(medium.serial_key):
            holder = work.devices.by_id(other.device_id)
            stands = other.removed_at is None and not other.proposed and holder.in_house
            if stands and holder.id != device.id:
                raise Refused("medium_elsewhere", serial=other.serial, device=holder.code)
    work.media.change(
        medium.id,
        proposed=False,
        kind=kind.value,
        kind_source=source.value,
        declared_by=by,
        declared_at=at,
        code=medium.code or code_for(work, medium.serial),
    )
    for run in work.runs.of_medium(medium.id):
        if run.match == "proposed":
            work.runs.change(run.id, match="matched")
    work.media.unstate(device.id)
    now = work.media.by_id(medium.id)
    return now, queue_label(work, device, now, by=by, at=at)


def declare(
    work: UnitOfWork,
    device_id: int,
    medium: DeclaredMedium,
    *,
    code: str | None,
    by: str,
    at: datetime,
) -> StorageMedium:
    """Insert a declared medium and return it; the caller has checked and writes the entry."""
    serial = kept_serial(medium.serial)
    made = StorageMedium(
        id=0,
        code=code,
        device_id=device_id,
        kind=medium.kind,
        kind_source=medium.source,
        kind_confirmed_by=None,
        serial=serial,
        serial_key=serial_key(serial),
        serial_certain=is_certain(serial),
        model="",
        capacity_bytes=medium.capacity_bytes,
        state=MediumState.NOT_WIPED.value,
        proposed=False,
        declared_by=by,
        declared_at=at,
        removed_at=None,
        removed_by=None,
    )
    return replace(made, id=work.media.declare(made))
