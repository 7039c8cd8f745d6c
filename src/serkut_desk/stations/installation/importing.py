"""What an unattended installer says of itself: its result file, recorded as by hand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Misused, Refused, Unavailable
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.interchange.install_result import InstallResult, read_install_result
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.installation import bench, recording
from serkut_desk.stations.installation.commands import (
    Choice,
    ImportInstallations,
    Machine,
    Recorded,
)

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

_MOST = 1_000_000


def _prepare(_desk: Desk, command: ImportInstallations) -> tuple[InstallResult, str]:
    """Read the file and its digest.

    Raises:
        Unavailable: `install_file_unreadable`.
        Misused: `install_result_wrong`.
    """
    try:
        with command.file.open("rb") as stream:
            data = stream.read(_MOST + 1)
    except OSError:
        raise Unavailable("install_file_unreadable", file=command.file.name) from None
    if len(data) > _MOST:
        raise Misused("install_result_wrong", problem="size")
    return read_install_result(data), hashlib.sha256(data).hexdigest()


@handles(ImportInstallations, Permission.INSTALL, entries=Entries.MAYBE, prepare=_prepare)
def import_installations(task: Task, _command: ImportInstallations) -> Recorded:
    """Record every machine of the file; the same file again changes nothing.

    Raises:
        Refused: `install_serial_unknown`, `install_serial_several`, `install_hash_unknown`:
            nothing of the file is recorded; or as `RecordInstallation`.
        Misused: As `RecordInstallation`.
    """
    result, digest = cast("tuple[InstallResult, str]", task.prepared)
    work = task.work
    choice = _choice(work, result)
    new: list[recording.Checked] = []
    already: list[str] = []
    for machine in result.machines:
        device = _device(work, machine.serial)
        one = recording.checked(task, Machine(device.code, choice, machine.tests))
        if one.device.code in {*already, *(held.device.code for held in new)}:
            raise Misused("install_device_twice", device=one.device.code)
        if _same(work, one):
            already.append(one.device.code)
        else:
            new.append(one)
    if not new:
        return Recorded((), Changes(), tuple(already))
    done = recording.write(task, new, file=digest)
    bench.take_off(work, [one.device.code for one in new])
    return Recorded(done.lines, done.changes, tuple(already))


def _choice(work: UnitOfWork, result: InstallResult) -> Choice:
    """Return the image with the digest of the file; without a digest, the system as it says.

    Raises:
        Refused: `install_hash_unknown`: nobody named an image with this digest, or it is retired.
    """
    if not result.sha256:
        return Choice("", result.system, result.version, result.edition)
    for image in work.installations.listed():
        if image.sha256 == result.sha256 and image.retired_at is None:
            return Choice(image.name)
    raise Refused("install_hash_unknown", digits=result.sha256[:12])


def _device(work: UnitOfWork, serial: str) -> Device:
    """Return the one device in the house with a serial.

    Raises:
        Refused: `install_serial_unknown` or `install_serial_several`.
    """
    key = serial_key(serial)
    found = [one for one in work.devices.by_serial(key) if one.in_house] if key else []
    shown = normal_serial(serial)[:40]
    if not found:
        raise Refused("install_serial_unknown", serial=shown)
    if len(found) > 1:
        raise Refused("install_serial_several", serial=shown)
    return found[0]


def _same(work: UnitOfWork, one: recording.Checked) -> bool:
    """Tell whether a device carries exactly this installation already."""
    held = one.replaces
    if held is None:
        return False
    image = work.installations.by_id(held.image_id).name if held.image_id else ""
    told = {key: result.value for key, result in one.results.items()}
    return (held.system, held.version, held.edition, image, held.tests) == (
        one.choice.system,
        one.choice.version,
        one.choice.edition,
        one.choice.image,
        told,
    )
