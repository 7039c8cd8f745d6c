"""The system that is on a device: whether it still holds, and undo of its record.

An installation ends by itself when its medium is wiped again, taken out, or was used by somebody
else. `facts.refresh` looks at it, which every station calls that touches media or evidence, so
that none can forget it; the entry that tells what happened to the medium is the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.checklist import Result
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.installation import RUNS_A_SYSTEM, EndedBy, failing
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.stations import install_lists

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.installations import Installation
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


@dataclass(frozen=True, slots=True)
class SystemLine:
    """The system on a device, for cards and gates.

    Args:
        system: Its name; `version` and `edition` as they were typed.
        image: Name of the image it came from, None where it came from elsewhere.
        passed: Every mandatory test came out well.
        failed: Keys of the tests that did not, in order.
        at: When it was recorded, by whom (badge code).
    """

    system: str
    version: str
    edition: str
    image: str | None
    sha256: str | None
    passed: bool
    failed: tuple[str, ...]
    at: datetime
    by: str

    @property
    def name(self) -> str:
        """Return `Linux Mint 22.2 Cinnamon`."""
        return called(self.system, self.version, self.edition)


def called(system: str, version: str, edition: str) -> str:
    """Return what people call a system: `Linux Mint 22.2 Cinnamon`."""
    return " ".join(filter(None, (system, version, edition)))


def line_of(work: UnitOfWork, device: Device) -> SystemLine | None:
    """Return the system that is on a device now, None when none is known."""
    held = work.installations.done.in_force(device.id)
    return None if held is None else line(work, device, held)


def line(work: UnitOfWork, device: Device, held: Installation) -> SystemLine:
    """Return one installation of a device in short."""
    tests = install_lists.tests_of(device.type, held.tests_version)
    results = {key: Result(word) for key, word in held.tests.items()}
    image = work.installations.by_id(held.image_id).name if held.image_id else None
    return SystemLine(
        held.system,
        held.version,
        held.edition,
        image,
        held.sha256,
        held.passed,
        tuple(test.key for test in failing(tests, results)),
        held.installed_at,
        held.installed_by,
    )


def runs_a_system(work: UnitOfWork, device: Device) -> bool:
    """Tell whether nobody can use a device without a system, and one has a medium to be on."""
    return DeviceType(device.type) in RUNS_A_SYSTEM and any(
        medium.removed_at is None
        and not medium.proposed
        and medium.state != MediumState.DESTROYED.value
        for medium in work.media.of_device(device.id)
    )


def waits(work: UnitOfWork, device: Device) -> bool:
    """Tell whether a device still needs a system that passed its tests."""
    held = work.installations.done.in_force(device.id)
    return runs_a_system(work, device) and (held is None or not held.passed)


def end_stale(work: UnitOfWork, device_id: int, now: datetime) -> None:
    """End the installation of a device when something happened to its medium since."""
    held = work.installations.done.in_force(device_id)
    if held is None:
        return
    reason = _since(work, held)
    if reason is not None:
        work.installations.done.end(held.id, now, reason.value)


def _since(work: UnitOfWork, held: Installation) -> EndedBy | None:
    """Return what ended an installation, None while it holds.

    Where nobody said on which of several media it is, whatever happens to one of them ends it.
    """
    if held.medium_id is not None:
        media = [work.media.by_id(held.medium_id)]
    else:
        media = [one for one in work.media.of_device(held.device_id) if not one.proposed]
    for medium in media:
        if medium.device_id != held.device_id or _taken_out(medium, held):
            return EndedBy.REMOVED
        if medium.used_since is not None and medium.used_since >= held.installed_at:
            return EndedBy.USED
        if any(_wiped_after(run, held) for run in work.runs.of_medium(medium.id)):
            return EndedBy.WIPED
    return None


def _taken_out(medium: StorageMedium, held: Installation) -> bool:
    if medium.removed_at is None:
        return False
    # Of several media, one may have been out before the system was installed.
    return held.medium_id is not None or medium.removed_at >= held.installed_at


def _wiped_after(run: SanitisationRun, held: Installation) -> bool:
    """Tell whether a run wiped the medium after the installation.

    A report that comes in late, of a wipe that the tool ended before, wiped nothing of it.
    """
    if run.set_aside_by is not None or run.imported_at <= held.installed_at:
        return False
    ended = datetime.fromisoformat(run.ended) if run.ended else None
    if ended is not None and ended.tzinfo is None:
        ended = ended.replace(tzinfo=UTC)
    return ended is None or ended > held.installed_at


def undo(task: Task, devices: list[Device], body: dict[str, Any]) -> dict[str, object]:
    """End the installations of an entry; what each had replaced holds again.

    Raises:
        Refused: `not_undoable` when one does not hold any more.
    """
    done = task.work.installations.done
    by_code = {device.code: device for device in devices}
    for one in body["installations"]:
        held = done.in_force(by_code[one["device"]].id)
        if held is None or held.id != one["installation"]:
            raise lack(LackCode.NOT_UNDOABLE).refusal()
        done.end(held.id, task.now, EndedBy.UNDONE.value)
        if one["replaced"] is not None:
            done.reopen(one["replaced"])
    return {"what": body["what"]}
