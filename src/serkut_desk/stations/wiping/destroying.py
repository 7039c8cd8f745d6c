"""Physical destruction: one medium or a box of them, seen by two persons, into a container.

The pieces may go into the container at once: a container does not leave the house before all that
is in it is proven (`media_moves.demand_proven`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, cast

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.destruction import MOST_AT_ONCE, shares
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence import HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import PHYSICAL, Attestation
from serkut_desk.domain.weighing import Weighing
from serkut_desk.stations import facts, filling, rules, waste
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.media_moves import demand_declared
from serkut_desk.stations.photo_keeping import prepare_photo
from serkut_desk.stations.wiping import finding, reading, recording
from serkut_desk.stations.wiping.commands import DestroyMedia
from serkut_desk.stations.wiping.media import of_device
from serkut_desk.stations.wiping.results import Destroyed, changes_of
from serkut_desk.stations.wording import impersonal_text, short_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.media import MediumKind
    from serkut_desk.records.containers import Container, FractionLine
    from serkut_desk.stations.desk import Desk

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_HEAVIEST_G = 1_000_000


@dataclass(frozen=True, slots=True)
class _Shown:
    """What shows the destruction, read before the transaction."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Told:
    """What is the same for every medium of the destruction."""

    number: int
    first: str
    second: str
    particles: str | None
    machine: str
    sha256: str | None


def _read(_: Desk, command: DestroyMedia) -> _Shown | None:
    """Return the evidence; of a photograph only the picture, nothing that the camera wrote."""
    if command.evidence is None:
        photo = command.photo
        return _Shown("photo.jpg", prepare_photo(photo).image) if photo else None
    data, name = reading.evidence_bytes(command.evidence), command.evidence.name
    if data.startswith(_PICTURES):
        return _Shown(f"{PurePath(name).stem}.jpg", prepare_photo(data).image)
    return _Shown(name, data)


@handles(DestroyMedia, Permission.WIPE, prepare=_read)
def destroy_media(task: Task, command: DestroyMedia) -> Destroyed:
    """Record a destruction that two different persons saw, of all its media or of none."""
    work = task.work
    particles = _checked(command)
    first = finding.person(work, command.performed_by or task.actor).code
    second = finding.person(work, command.second).code
    if first == second:
        raise Refused("destruction_one_person")
    media = _media(task, command.media)
    devices = _devices(task, media)
    grams = shares(command.weight_g, [one.weight_g for one in media]) if command.container else ()
    container = _container(task, command.container)
    machine = short_text(command.machine, "machine", 80) if command.machine.strip() else ""
    note = impersonal_text(command.note, "reason") if command.note.strip() else ""
    shown = cast("_Shown | None", task.prepared)
    digest = None if shown is None else recording.keep(task, shown.data, shown.name)
    number = work.destructions.add(
        at=task.now,
        technique=command.technique.value,
        particle_class=particles,
        machine=machine,
        first_by=first,
        second_by=second,
        weight_g=command.weight_g,
        container_id=container.id if container else None,
        sha256=digest,
        note=note,
        seq=work.journal.next_seq(),
    )
    told = _Told(number, first, second, particles, machine, digest)
    runs = [_run(task, command, medium, told) for medium in media]
    for device in devices:
        facts.refresh(work, device.id, task.now)
    lines = _into(task, command, media, grams)
    body = {
        "destruction": number,
        "technique": command.technique.value,
        "particle_class": particles,
        "machine": machine,
        "performed_by": first,
        "second_by": second,
        "weight_g": command.weight_g,
        "container": container.code if container else None,
        "sha256": digest,
        "note": note,
        "policy": rules.policy_at(work, task.now).version,
        "destroyed": [
            _entry(medium, run, device, filling.as_entry(work, line) if line else None)
            for medium, run, device, line in zip(
                media, runs, [of_device(task, one) for one in media], lines, strict=True
            )
        ],
    }
    codes = [*(one.code for one in devices), *(one.code for one in media if one.code)]
    codes += [container.code] if container else []
    head = work.journal.append(Tag.MEDIA_DESTROYED, codes[0], codes[1:], **body)
    for device in devices:
        work.devices.touch(device.id, head.seq, task.actor)
    changes = changes_of(devices, media)
    changes |= Changes(containers=frozenset({container.code} if container else ()))
    gathered = tuple(facts.gather(work, work.devices.by_id(one.id), task.now) for one in devices)
    return Destroyed(number, tuple(finding.run(work, run) for run in runs), gathered, changes)


def _container(task: Task, code: str) -> Container | None:
    """Return the container for the pieces: any but one for what burns or poisons."""
    if not code.strip():
        return None
    found = filling.open_container(task.work, code)
    if waste.shipped_list().fractions[found.fraction].danger:
        raise Refused("destruction_container", container=found.code)
    return found


def _checked(command: DestroyMedia) -> str | None:
    """Return the class of the pieces, or refuse what no destruction is."""
    if command.technique not in PHYSICAL:
        raise Misused("technique_destroys_not", technique=command.technique.value)
    if not 0 < len(command.media) <= MOST_AT_ONCE:
        raise Misused("destruction_size", most=MOST_AT_ONCE)
    weight = command.weight_g
    if weight is not None and not 0 < weight <= _HEAVIEST_G:
        raise Misused("destruction_weight_wrong", weight_g=weight)
    particles = (command.particle_class or "").strip().upper() or None
    if particles is not None and particles not in rules.particles():
        raise Misused("particle_class_unknown", given=command.particle_class)
    return particles


def _media(task: Task, names: Sequence[str]) -> list[StorageMedium]:
    found: dict[int, StorageMedium] = {}
    for name in names:
        medium = finding.medium(task.work, name)
        demand_declared(medium)
        if task.work.media.in_container(medium.id):
            raise Refused("medium_gone", medium=facts.name_of(medium))
        if medium.id in found:
            raise Refused("destruction_named_twice", medium=facts.name_of(medium))
        found[medium.id] = medium
    return list(found.values())


def _devices(task: Task, media: Sequence[StorageMedium]) -> list[Device]:
    found = {one.device_id: of_device(task, one) for one in media}
    for device in found.values():
        finding.demanded(task, device, Action.DESTROY_MEDIUM)
    return list(found.values())


def _run(task: Task, command: DestroyMedia, medium: StorageMedium, told: _Told) -> int:
    attested = recording.derived(medium)
    if told.sha256 is None:
        attested.discard(Attestation.EVIDENCE_FILE)
    run = recording.add(
        task,
        medium,
        attested,
        {
            "hidden_areas": HiddenAreas.NOT_APPLICABLE.value,
            "particle_class": told.particles,
            "machine": told.machine,
        },
        sha256=told.sha256,
        source="destruction",
        technique=command.technique.value,
        method="",
        passes=None,
        verification=VerifyMode.UNKNOWN.value,
        tool="",
        tool_version=None,
        verdict=Verdict.PASSED.value,
        performed_by=told.first,
        second_by=told.second,
    )
    task.work.destructions.add_medium(told.number, medium.id, run)
    return run


def _into(
    task: Task, command: DestroyMedia, media: Sequence[StorageMedium], grams: Sequence[int]
) -> list[FractionLine | None]:
    """Put the pieces of every medium into the container."""
    if not command.container:
        return [None] * len(media)
    return [
        filling.put(
            task,
            command.container,
            weight,
            weighed=(Weighing.SCALE if command.by_scale else Weighing.KEY).value,
            tolerance_g=command.tolerance_g,
            medium=medium,
            destroyed=True,
        )
        for medium, weight in zip(media, grams, strict=True)
    ]


def _entry(
    medium: StorageMedium, run: int, device: Device, line: dict[str, object] | None
) -> dict[str, Any]:
    kind: MediumKind = medium.kind
    return {
        "medium": medium.id,
        "serial": medium.serial,
        "kind": kind.value,
        "device": device.code,
        "run": run,
        "filled": line,
    }
