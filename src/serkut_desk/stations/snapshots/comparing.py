"""What a machine said beside what is recorded of its device: one line for each thing.

Whatever can be taken over is chosen by a person, line by line; nothing is taken away because a
machine did not name it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.paper_codec import dump
from serkut_desk.domain.serials import serial_key
from serkut_desk.domain.snapshot_kind import is_milder
from serkut_desk.stations import facts, modelling, snapshot_matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.snapshots import Snapshot, SnapshotMedium
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.snapshot_matching import Pair

OF_DEVICE = ("type", "manufacturer", "model", "serial", "imei")
OF_INSIDE = ("processor", "memory", "batteries")
# Two statements of one capacity: decimal and binary rounding, reserved sectors.
_CAPACITY_TOLERANCE = 0.01


class LineState(StrEnum):
    """How a line stands; `snapshot.line.<value>` in the texts."""

    SAME = "same"
    DIFFERS = "differs"
    NEW = "new"
    # Of media only.
    PROPOSED = "proposed"
    MILDER = "milder"
    ELSEWHERE = "elsewhere"
    WENT_ON = "went_on"
    TAKEN_OUT = "taken_out"
    NOT_SEEN = "not_seen"
    NOT_SURE = "not_sure"


CHOOSABLE = frozenset({LineState.DIFFERS, LineState.NEW, LineState.PROPOSED, LineState.MILDER})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is recorded, that the machine said, or both.

    Args:
        key: What `ApplySnapshot` names it with.
        what: `type`, `manufacturer`, ..., or `medium`; `snapshot.what.<word>` in the texts.
        recorded: As plain data, None or empty where nothing is recorded.
        told: Likewise, what the machine said.
        state: How the two stand to each other.
        supervisor: Taking it over changes what somebody wrote, or makes a kind milder.
        device: Code of the other device that the medium belongs to.
        medium_id: The recorded medium.
    """

    key: str
    what: str
    recorded: Any
    told: Any
    state: LineState
    supervisor: bool = False
    device: str = ""
    medium_id: int | None = None

    @property
    def choosable(self) -> bool:
        """Whether a person can take over what the machine said."""
        return self.state in CHOOSABLE


@dataclass(frozen=True, slots=True)
class Compared:
    """A snapshot beside its device."""

    snapshot: Snapshot
    device: Device
    lines: tuple[Line, ...] = field(default=())

    def line(self, key: str) -> Line | None:
        """Return the line of a key."""
        return next((one for one in self.lines if one.key == key), None)

    @property
    def differing(self) -> int:
        """How many lines a person can choose."""
        return sum(one.choosable for one in self.lines)


def compare(work: UnitOfWork, snapshot: Snapshot, device: Device) -> Compared:
    """Return every line, the device's own first, then its inside, then its media."""
    lines = (
        *_device_lines(snapshot, device),
        *_inside_lines(work, snapshot, device),
        *_media_lines(work, snapshot, device),
    )
    return Compared(snapshot, device, lines)


def _device_lines(snapshot: Snapshot, device: Device) -> Iterator[Line]:
    told = snapshot.device
    for name in OF_DEVICE:
        recorded, said = getattr(device, name), getattr(told, name)
        said = said.value if isinstance(said, DeviceType) else said
        if name == "model" and said:
            # Machines write their maker into it once more, which no label should say twice.
            said = modelling.rules().plain_model(device.manufacturer or told.manufacturer, said)
        if not said and (name == "imei" or not recorded):
            continue
        state = _state(device, name, recorded, said)
        overrules = state is LineState.DIFFERS
        yield Line(name, name, recorded, said or "", state, supervisor=overrules)


def _state(device: Device, name: str, recorded: str, said: str | None) -> LineState:
    if not said:
        return LineState.SAME
    if not recorded:
        return LineState.NEW
    return LineState.SAME if _same(device, name, recorded, said) else LineState.DIFFERS


def _same(device: Device, name: str, recorded: str, said: str) -> bool:
    """Tell whether two writings are of one maker, model or number."""
    rules = modelling.rules()
    if name == "manufacturer":
        return rules.maker_key(recorded) == rules.maker_key(said)
    if name == "model":
        maker = device.manufacturer
        return rules.model_key(maker, recorded) == rules.model_key(maker, said)
    return serial_key(recorded) == serial_key(said)


def inside_told(snapshot: Snapshot) -> dict[str, Any]:
    """Return what a machine said of its inside, by the words of `OF_INSIDE`, as plain data."""
    found = {
        "processor": dump(snapshot.processor) if snapshot.processor.model else None,
        "memory": dump(snapshot.memory) if snapshot.memory.total else None,
        "batteries": [dump(one) for one in snapshot.batteries] or None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _inside_lines(work: UnitOfWork, snapshot: Snapshot, device: Device) -> Iterator[Line]:
    held = work.snapshots.inside_of(device.id)
    recorded = held.facts if held is not None else {}
    told = inside_told(snapshot)
    for name in OF_INSIDE:
        before, said = recorded.get(name), told.get(name)
        if said is None and before is None:
            continue
        state = LineState.SAME
        if said is not None and said != before:
            state = LineState.NEW if before is None else LineState.DIFFERS
        yield Line(name, name, before, said, state)


def _media_lines(work: UnitOfWork, snapshot: Snapshot, device: Device) -> Iterator[Line]:
    seen: set[int] = set()
    for number, pair in enumerate(snapshot_matching.pairs(work, snapshot, device.id)):
        if pair.medium is not None:
            seen.add(pair.medium.id)
            yield from _known_medium(work, pair, pair.medium)
        else:
            yield _strange_medium(work, pair, number, device.id)
    unseen = LineState.NOT_SEEN if snapshot.complete else LineState.NOT_SURE
    for medium in work.media.of_device(device.id):
        if medium.id not in seen and medium.removed_at is None and medium.state != "destroyed":
            told = medium_data(medium)
            key = f"unseen:{medium.id}"
            yield Line(key, "medium", told, None, unseen, medium_id=medium.id)


def _known_medium(work: UnitOfWork, pair: Pair, medium: StorageMedium) -> Iterator[Line]:
    told, key = pair.told, f"medium:{medium.id}"
    recorded, said = medium_data(medium), _told_data(told)
    other = "" if pair.elsewhere is None else work.devices.by_id(pair.elsewhere.device_id).code
    if medium.proposed:
        doubled = _in_other(work, medium)
        state = LineState.ELSEWHERE if doubled else LineState.PROPOSED
        yield Line(key, "medium", None, said, state, device=doubled or other, medium_id=medium.id)
        return
    if medium.removed_at is not None:
        yield Line(key, "medium", recorded, said, LineState.TAKEN_OUT, medium_id=medium.id)
        return
    if told.kind is not None and is_milder(medium.kind, told.kind):
        milder = LineState.MILDER
        kind = f"kind:{medium.id}"
        yield Line(kind, "medium", recorded, said, milder, supervisor=True, medium_id=medium.id)
        return
    new = details(medium, told)
    state = LineState.NEW if new else LineState.SAME
    if not new and _other_size(medium, told):
        state = LineState.DIFFERS
    yield Line(
        key,
        "medium",
        recorded,
        said,
        state,
        supervisor=state is LineState.DIFFERS,
        medium_id=medium.id,
    )


def _in_other(work: UnitOfWork, medium: StorageMedium) -> str:
    """Return the device where a proposed medium is recorded to be inside, "" where it is not."""
    for other in work.media.by_serial(medium.serial_key):
        holder = work.devices.by_id(other.device_id)
        stands = other.removed_at is None and not other.proposed
        if stands and holder.id != medium.device_id and snapshot_matching.is_here(holder):
            return holder.code
    return ""


def _strange_medium(work: UnitOfWork, pair: Pair, number: int, device_id: int) -> Line:
    """Return the line of storage that went on, or that a supervisor said is none of the device."""
    other, said, key = pair.elsewhere, _told_data(pair.told), f"found:{number}"
    if other is None:
        return Line(key, "medium", None, said, LineState.NOT_SURE)
    moved = device_id in work.media.devices_before(other.id)
    state = LineState.WENT_ON if moved else LineState.ELSEWHERE
    holder = work.devices.by_id(other.device_id).code
    return Line(key, "medium", medium_data(other), said, state, device=holder)


def details(medium: StorageMedium, told: SnapshotMedium) -> dict[str, object]:
    """Return what a machine says of a medium where nothing is recorded."""
    found: dict[str, object] = {}
    if told.model and not medium.model:
        found["model"] = told.model
    if told.capacity and not medium.capacity_bytes:
        found["capacity_bytes"] = told.capacity
    return found


def _other_size(medium: StorageMedium, told: SnapshotMedium) -> bool:
    if not told.capacity or not medium.capacity_bytes:
        return False
    return abs(told.capacity - medium.capacity_bytes) > _CAPACITY_TOLERANCE * told.capacity


def medium_data(medium: StorageMedium) -> dict[str, Any]:
    """Return what is recorded of a medium as plain data."""
    return {
        "serial": medium.serial,
        "name": facts.name_of(medium),
        "model": medium.model,
        "kind": medium.kind.value,
        "source": medium.kind_source.value,
        "capacity": medium.capacity_bytes,
    }


def _told_data(told: SnapshotMedium) -> dict[str, Any]:
    return {
        "serial": told.serial,
        "name": told.serial or told.path,
        "model": told.model,
        "kind": None if told.kind is None else told.kind.value,
        "source": told.kind_source.value,
        "capacity": told.capacity,
        "health": told.health,
        "hours": told.hours,
        "passed": told.passed,
        "locked": told.locked,
    }
