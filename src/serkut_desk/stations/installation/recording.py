"""Recording what was installed, on one device or on everything at the bench."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.installation import EndedBy, checked_results, failing, passed, unanswered
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, install_lists
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.installation import bench
from serkut_desk.stations.installation.commands import (
    EndInstallation,
    InstallationEnded,
    Recorded,
    RecordedLine,
    RecordInstallation,
)
from serkut_desk.stations.installation.named import (
    clean_choice,
    device_of,
    kept_text,
    ready_for,
)
from serkut_desk.stations.installed import called

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.installation import InstallTest
    from serkut_desk.records.installations import Installation, SystemImage
    from serkut_desk.stations.installation.commands import Choice, Machine

_NOTE = 200


@dataclass(frozen=True, slots=True)
class Checked:
    """One installation that may be recorded, with everything about it as it is kept."""

    device: Device
    choice: Choice
    image: SystemImage | None
    tests: tuple[InstallTest, ...]
    results: dict[str, Result]
    note: str
    medium: int | None
    replaces: Installation | None


@handles(RecordInstallation, Permission.INSTALL)
def record_installation(task: Task, command: RecordInstallation) -> Recorded:
    """Record what was installed on all of the machines, or on none.

    Raises:
        Refused: For the first machine of which something is missing: `device_unknown`,
            `install_type_without_tests`, `install_no_medium`, `install_tests_missing`,
            `install_image_unknown`, `install_image_retired`, `licence_key_not_kept`, or what the
            lifecycle table says.
        Misused: `install_nothing_to_record`, `install_device_twice`, `install_test_unknown`.
    """
    if not command.machines:
        raise Misused("install_nothing_to_record")
    machines = [checked(task, one, all_well=command.all_well) for one in command.machines]
    codes = [one.device.code for one in machines]
    for code in codes:
        if codes.count(code) > 1:
            raise Misused("install_device_twice", device=code)
    done = write(task, machines)
    bench.take_off(task.work, codes)
    return done


def checked(task: Task, machine: Machine, *, all_well: bool = False) -> Checked:
    """Return an installation as it is kept; arguments and failures as `record_installation`."""
    work = task.work
    device = device_of(work, machine.device)
    ready = ready_for(work, device, task.now)
    tests = ready.tests
    choice, image = clean_choice(work, machine.choice)
    results = checked_results(tests, machine.results)
    if all_well:
        results |= {test.key: Result.PASS for test in unanswered(tests, results)}
    open_ones = [test for test in unanswered(tests, results) if test.mandatory]
    if open_ones:
        raise Refused("install_tests_missing", device=device.code, count=len(open_ones))
    ordered = {test.key: results[test.key] for test in tests if test.key in results}
    return Checked(
        device,
        choice,
        image,
        tests,
        ordered,
        kept_text(machine.note, "note", _NOTE) if machine.note.strip() else "",
        _medium(device, ready.media, machine.medium),
        work.installations.done.in_force(device.id),
    )


def _medium(device: Device, inside: tuple[int, ...], chosen: int | None) -> int | None:
    """Return the medium that the system is on; None where there are several and nobody said."""
    if chosen is not None and chosen not in inside:
        raise Refused("install_medium_not_inside", device=device.code, medium=chosen)
    return chosen if chosen is not None else inside[0] if len(inside) == 1 else None


def write(task: Task, machines: list[Checked], **more: Any) -> Recorded:
    """Store installations and write their one entry; `more` goes into its body.

    A system changes nothing that a device's state is derived from.
    """
    work, version = task.work, install_lists.tests_at(task.now).version
    rows = [(one, _store(task, one, version)) for one in machines]
    names = dict.fromkeys(_name(one.choice) for one in machines)
    first, *others = (one.device.code for one in machines)
    head = work.journal.append(
        Tag.INSTALLED,
        first,
        tuple(others),
        what=", ".join(names),
        count=len(machines),
        tests_version=version,
        installations=[_told(one, row_id) for one, row_id in rows],
        **more,
    )
    for one in machines:
        work.devices.touch(one.device.id, head.seq, task.actor)
    lines = tuple(
        RecordedLine(
            one.device.code,
            row_id,
            _name(one.choice),
            passed(one.tests, one.results),
            tuple(test.key for test in failing(one.tests, one.results)),
            _called(one.replaces) if one.replaces else None,
        )
        for one, row_id in rows
    )
    return Recorded(lines, Changes(devices=frozenset((first, *others)), journal=True))


def _store(task: Task, one: Checked, version: int) -> int:
    store = task.work.installations
    if one.replaces is not None:
        store.done.end(one.replaces.id, task.now, EndedBy.REPLACED.value)
    return store.done.add(
        device_id=one.device.id,
        medium_id=one.medium,
        image_id=one.image.id if one.image else None,
        system=one.choice.system,
        version=one.choice.version,
        edition=one.choice.edition,
        sha256=one.image.sha256 if one.image else None,
        tests={key: result.value for key, result in one.results.items()},
        tests_version=version,
        passed=passed(one.tests, one.results),
        note=one.note,
        installed_at=task.now,
        installed_by=task.actor,
        seq=task.work.journal.next_seq(),
    )


def _told(one: Checked, row_id: int) -> dict[str, Any]:
    """Return what the entry says of one installation."""
    return {
        "device": one.device.code,
        "installation": row_id,
        "medium": one.medium,
        "image": one.choice.image,
        "system": one.choice.system,
        "version": one.choice.version,
        "edition": one.choice.edition,
        "tests": {key: result.value for key, result in one.results.items()},
        "passed": passed(one.tests, one.results),
        "note": one.note,
        "replaced": one.replaces.id if one.replaces else None,
    }


def _name(choice: Choice) -> str:
    return called(choice.system, choice.version, choice.edition)


def _called(row: Installation) -> str:
    return called(row.system, row.version, row.edition)


@handles(EndInstallation, Permission.INSTALL)
def end_installation(task: Task, command: EndInstallation) -> InstallationEnded:
    """Say that the system that was recorded is not on a device any more.

    Raises:
        Refused: `device_unknown`, `install_not_installed`, `licence_key_not_kept`, or what the
            lifecycle table says of changing a device.
        Misused: `text_missing`.
    """
    work, device = task.work, device_of(task.work, command.device)
    reason = kept_text(command.reason, "reason", _NOTE)
    demand(Action.CHANGE, facts.gather(work, device, task.now).facts)
    held = work.installations.done.in_force(device.id)
    if held is None:
        raise Refused("install_not_installed", device=device.code)
    work.installations.done.end(held.id, task.now, reason)
    head = work.journal.append(
        Tag.INSTALLATION_ENDED,
        device.code,
        installation=held.id,
        what=_called(held),
        reason=reason,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    changes = Changes(devices=frozenset({device.code}), journal=True)
    return InstallationEnded(device.code, _called(held), changes)
