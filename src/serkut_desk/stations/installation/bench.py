"""The bench: machines that are installed side by side, and what was answered of each so far.

It belongs to the house, not to a person: whoever comes to the bench goes on, and a power cut loses
nothing. It is work in progress as a draft is, so that no entry is written before it is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.checklist import Result
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.installation import checked_results, model_key
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.installation.commands import (
    BenchAdd,
    BenchAnswer,
    BenchChoose,
    BenchDone,
    BenchRemove,
    BenchRestWell,
    Choice,
)
from serkut_desk.stations.installation.named import clean_choice, device_of, ready_for

if TYPE_CHECKING:
    from collections.abc import Collection

    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork

SETTING = "installation_bench"
MOST = 24
"""So many machines stand on one bench; more are another round."""


@dataclass(frozen=True, slots=True)
class Place:
    """One machine on the bench; its `choice` is None where it gets what the bench gets."""

    device: str
    choice: Choice | None = None
    results: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bench:
    """What stands on the bench; `choice` is None before anybody chose."""

    choice: Choice | None = None
    places: tuple[Place, ...] = ()

    def of(self, device: str) -> Place | None:
        """Return a machine's place, None when it is not here."""
        return next((one for one in self.places if one.device == device), None)


def read(work: UnitOfWork) -> Bench:
    """Return the bench."""
    kept: dict[str, Any] = work.house.get(SETTING) or {}
    places = tuple(
        Place(one["device"], _choice(one["choice"]), dict(one["results"]))
        for one in kept.get("places", ())
    )
    return Bench(_choice(kept.get("choice")), places)


def _choice(kept: dict[str, str] | None) -> Choice | None:
    return None if kept is None else Choice(**kept)


def write(work: UnitOfWork, bench: Bench) -> None:
    """Keep the bench."""
    document = {
        "choice": _plain(bench.choice),
        "places": [
            {"device": one.device, "choice": _plain(one.choice), "results": one.results}
            for one in bench.places
        ],
    }
    work.house.put(SETTING, document)


def _plain(choice: Choice | None) -> dict[str, str] | None:
    if choice is None:
        return None
    return {
        "image": choice.image,
        "system": choice.system,
        "version": choice.version,
        "edition": choice.edition,
    }


def take_off(work: UnitOfWork, devices: Collection[str]) -> None:
    """Take machines off the bench; after the last one the next round chooses anew."""
    bench = read(work)
    left = tuple(one for one in bench.places if one.device not in devices)
    if len(left) != len(bench.places):
        write(work, Bench(bench.choice if left else None, left))


def preferred(work: UnitOfWork, device: Device) -> Choice | None:
    """Return what a device's model gets first, None where nobody chose."""
    image = work.installations.preferred(model_key(device.manufacturer, device.model))
    return Choice(image.name, image.system, image.version, image.edition) if image else None


@handles(BenchAdd, Permission.INSTALL, entries=Entries.NONE)
def bench_add(task: Task, command: BenchAdd) -> BenchDone:
    """Put a machine on the bench; the first one brings what its model prefers.

    Raises:
        Refused: `licence_key_not_kept`, `device_unknown`, `install_device_several`,
            `install_type_without_tests`, `install_no_medium`, `install_bench_full`, or what the
            lifecycle table says.
    """
    work, bench = task.work, read(task.work)
    device = device_of(work, command.text)
    if bench.of(device.code) is not None:
        return BenchDone((device.code,), already=True)
    ready_for(work, device, task.now)
    if len(bench.places) >= MOST:
        raise Refused("install_bench_full", most=MOST)
    choice = bench.choice or preferred(work, device)
    write(work, Bench(choice, (*bench.places, Place(device.code))))
    return BenchDone((device.code,))


@handles(BenchRemove, Permission.INSTALL, entries=Entries.NONE)
def bench_remove(task: Task, command: BenchRemove) -> BenchDone:
    """Take machines off the bench; what is not on it is no failure."""
    take_off(task.work, command.devices)
    return BenchDone(command.devices)


@handles(BenchChoose, Permission.INSTALL, entries=Entries.NONE)
def bench_choose(task: Task, command: BenchChoose) -> BenchDone:
    """Say what is installed, on all of the bench or on one machine.

    Raises:
        Refused: `install_not_on_bench`, or as `named.clean_choice`.
    """
    bench, (choice, _) = read(task.work), clean_choice(task.work, command.choice)
    if command.device is None:
        write(task.work, Bench(choice, tuple(replace(one, choice=None) for one in bench.places)))
        return BenchDone(tuple(one.device for one in bench.places))
    place = _place(bench, command.device)
    own = None if choice == bench.choice else choice
    write(task.work, _with(bench, replace(place, choice=own)))
    return BenchDone((place.device,))


@handles(BenchAnswer, Permission.INSTALL, entries=Entries.NONE)
def bench_answer(task: Task, command: BenchAnswer) -> BenchDone:
    """Keep the result of one test.

    Raises:
        Refused: `install_not_on_bench`, `install_test_not_lacking`, or what `BenchAdd` refuses.
        Misused: `install_test_unknown` or `install_result_unknown`.
    """
    bench = read(task.work)
    place = _place(bench, command.device)
    tests = ready_for(task.work, device_of(task.work, place.device), task.now).tests
    if command.test not in {test.key for test in tests}:
        raise Misused("install_test_unknown", test=command.test)
    results = {key: word for key, word in place.results.items() if key != command.test}
    if command.result is not None:
        checked_results(tests, {command.test: command.result})
        results[command.test] = command.result
    write(task.work, _with(bench, replace(place, results=results)))
    return BenchDone((place.device,))


@handles(BenchRestWell, Permission.INSTALL, entries=Entries.NONE)
def bench_rest_well(task: Task, command: BenchRestWell) -> BenchDone:
    """Keep that every test went well that has no result yet; the others stay as they are.

    Raises:
        Refused: `install_not_on_bench`, or what `BenchAdd` refuses.
    """
    bench = read(task.work)
    place = _place(bench, command.device)
    tests = ready_for(task.work, device_of(task.work, place.device), task.now).tests
    results = {test.key: Result.PASS.value for test in tests} | place.results
    write(task.work, _with(bench, replace(place, results=results)))
    return BenchDone((place.device,))


def _place(bench: Bench, device: str) -> Place:
    found = bench.of(device)
    if found is None:
        raise Refused("install_not_on_bench", device=device)
    return found


def _with(bench: Bench, place: Place) -> Bench:
    places = tuple(place if one.device == place.device else one for one in bench.places)
    return replace(bench, places=places)
