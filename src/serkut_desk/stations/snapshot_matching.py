"""Which device told of itself in a snapshot, and what follows for its media.

Used when a snapshot comes in, when a person says whose it is, and when a device or a medium is
recorded whose snapshot came in before. Nothing here writes an entry.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.paper_codec import load
from serkut_desk.domain.serials import serial_key, variants
from serkut_desk.domain.snapshot_keys import KeyKind
from serkut_desk.domain.snapshot_kind import kind_by_itself, kind_guessed
from serkut_desk.domain.snapshots import Snapshot
from serkut_desk.interchange.evidence import shipped_serial_rules
from serkut_desk.records.snapshots import KeptSnapshot, SnapshotOutcome
from serkut_desk.stations import modelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.snapshot_keys import SnapshotKey
    from serkut_desk.domain.snapshots import SnapshotMedium
    from serkut_desk.records.unit_of_work import UnitOfWork

_GONE = frozenset(
    {DeviceState.LEFT.value, DeviceState.WITHDRAWN.value, DeviceState.DISMANTLED.value}
)
# These name a machine; a medium goes from one into another.
_OF_MACHINE = frozenset({KeyKind.SERIAL, KeyKind.UUID, KeyKind.IMEI, KeyKind.BOARD})
SERIAL_DIFFERS, MAKER_DIFFERS = "serial_differs", "maker_differs"
_AGAINST = frozenset({SERIAL_DIFFERS, MAKER_DIFFERS})


@dataclass(frozen=True, slots=True)
class Placed:
    """Whose snapshot it is.

    Args:
        outcome: matched, candidates or unknown.
        device_id: Only when matched.
        reasons: By the id of each device that it may be, why and what speaks against it.
    """

    outcome: SnapshotOutcome
    device_id: int | None
    reasons: dict[int, tuple[str, ...]]

    def names(self, device_id: int) -> bool:
        """Tell whether a number names a device and nothing speaks against it."""
        return is_clear(self.reasons.get(device_id, ()))


def is_clear(reasons: Iterable[str]) -> bool:
    """Tell whether there are reasons for a device and none against it."""
    told = set(reasons)
    return bool(told) and not told & _AGAINST


@dataclass(frozen=True, slots=True)
class Pair:
    """A medium of a snapshot beside the recorded one; None where nobody declared it.

    `elsewhere` is the recorded medium of its serial that belongs to another device.
    """

    told: SnapshotMedium
    medium: StorageMedium | None
    elsewhere: StorageMedium | None = None


def snapshot_of(row: KeptSnapshot) -> Snapshot:
    """Return what the machine said in a snapshot that is kept."""
    return load(Snapshot, row.facts)


def is_here(device: Device) -> bool:
    """Tell whether a device can be the one that told of itself just now."""
    return device.in_house and device.state not in _GONE


def place(work: UnitOfWork, snapshot: Snapshot, keys: Sequence[SnapshotKey]) -> Placed:
    """Return whose snapshot it is.

    Sure is only one device that a number names with nothing against it; a medium alone names it
    only when the file tells of no other storage.
    """
    if snapshot.virtual:
        return Placed(SnapshotOutcome.VIRTUAL, None, {})
    found = _found(work, keys)
    media = {one.key for one in keys if one.kind is KeyKind.MEDIUM}
    reasons: dict[int, tuple[str, ...]] = {}
    sure: list[int] = []
    for row_id, hits in found.items():
        device = work.devices.by_id(row_id)
        if not is_here(device):
            continue
        against = _against(device, snapshot, hits)
        reasons[row_id] = (*sorted({one.kind.value for one in hits}), *against)
        of_machine = any(one.kind in _OF_MACHINE for one in hits)
        all_media = {one.key for one in hits} >= media and len(snapshot.media) == len(media)
        if not against and (of_machine or all_media):
            sure.append(row_id)
    if len(reasons) == 1 and sure:
        return Placed(SnapshotOutcome.MATCHED, sure[0], reasons)
    outcome = SnapshotOutcome.CANDIDATES if reasons else SnapshotOutcome.UNKNOWN
    return Placed(outcome, None, reasons)


def _found(work: UnitOfWork, keys: Iterable[SnapshotKey]) -> dict[int, list[SnapshotKey]]:
    """Return the devices that numbers name, each with the numbers."""
    found: dict[int, list[SnapshotKey]] = {}
    for one in keys:
        for row_id in _named(work, one):
            found.setdefault(row_id, []).append(one)
    return found


def _named(work: UnitOfWork, one: SnapshotKey) -> set[int]:
    if one.kind is KeyKind.MEDIUM:
        media = (medium for key in variants(one.key) for medium in work.media.by_serial(key))
        return {
            medium.device_id
            for medium in media
            if medium.removed_at is None and not medium.proposed
        }
    earlier = work.snapshots.matched_with(one.kind, one.key)
    if one.kind in {KeyKind.SERIAL, KeyKind.IMEI}:
        earlier |= {device.id for device in work.devices.by_any(one.key, one.key)}
    return earlier


def _against(device: Device, snapshot: Snapshot, hits: Sequence[SnapshotKey]) -> tuple[str, ...]:
    """Return what speaks against a device although a number names it."""
    found = []
    told, rules = snapshot.device, modelling.rules()
    own = shipped_serial_rules().host_key(device.serial) if device.serial else None
    own_named = any(one.kind in {KeyKind.SERIAL, KeyKind.IMEI} for one in hits)
    if own and told.serial and not own_named and serial_key(told.serial) != own:
        found.append(SERIAL_DIFFERS)
    makers = {rules.maker_key(one) for one in (device.manufacturer, told.manufacturer)} - {""}
    if len(makers) > 1:
        found.append(MAKER_DIFFERS)
    return tuple(found)


def pairs(work: UnitOfWork, snapshot: Snapshot, device_id: int) -> tuple[Pair, ...]:
    """Return every medium that the machine named beside the recorded one.

    One that told no serial is beside a recorded one of which no serial is known for sure, or, where
    there is none, beside nothing.
    """
    recorded = work.media.of_device(device_id)
    by_key = {one.serial_key: one for one in recorded if one.serial_key}
    nameless = [one for one in recorded if not one.serial_key and one.removed_at is None]
    found = []
    for told in snapshot.media:
        keys = variants(serial_key(told.serial))
        own = next((by_key[key] for key in keys if key in by_key), None)
        if own is None and not told.serial and nameless:
            own = nameless.pop(0)
        other = None if own is not None else _elsewhere(work, told, device_id)
        found.append(Pair(told, own, other))
    return tuple(found)


def _elsewhere(work: UnitOfWork, told: SnapshotMedium, device_id: int) -> StorageMedium | None:
    for key in variants(serial_key(told.serial)):
        for medium in work.media.by_serial(key):
            if medium.device_id != device_id and is_here(work.devices.by_id(medium.device_id)):
                return medium
    return None


def attach(
    work: UnitOfWork, snapshot: Snapshot, device_id: int, *, now: datetime, by: str
) -> dict[str, Any]:
    """Let a snapshot speak of a device: kinds get their source, unknown storage is proposed.

    Returns:
        What it changed, for `KeptSnapshot.effects`. The caller derives the device's state anew.
    """
    proposed: list[int] = []
    kinds: dict[str, list[str]] = {}
    for pair in pairs(work, snapshot, device_id):
        medium = pair.medium
        if medium is None:
            if not _went_on(work, pair, device_id):
                proposed.append(_propose(work, pair.told, device_id, now=now, by=by))
            continue
        new = kind_by_itself(medium.kind, medium.kind_source, pair.told)
        if new is not None and new != (medium.kind, medium.kind_source):
            kinds[str(medium.id)] = [medium.kind.value, medium.kind_source.value]
            kind, source = new
            work.media.change(
                medium.id, kind=kind.value, kind_source=source.value, kind_confirmed_by=None
            )
    return {"proposed": proposed, "kinds": kinds}


def _went_on(work: UnitOfWork, pair: Pair, device_id: int) -> bool:
    """Tell whether a medium was in the device and went on into another."""
    other = pair.elsewhere
    return other is not None and device_id in work.media.devices_before(other.id)


def _propose(
    work: UnitOfWork, told: SnapshotMedium, device_id: int, *, now: datetime, by: str
) -> int:
    kind, source = kind_guessed(told)
    return work.media.add(
        device_id=device_id,
        kind=kind.value,
        kind_source=source.value,
        serial=told.serial,
        serial_key=serial_key(told.serial),
        serial_certain=bool(told.serial) and told.serial_certain,
        model=told.model,
        capacity_bytes=told.capacity,
        state="not_wiped",
        proposed=True,
        declared_by=by,
        declared_at=now,
    )


def detach(work: UnitOfWork, row: KeptSnapshot) -> None:
    """Take back what a snapshot changed by itself, where nobody has built on it since."""
    for number in row.effects["proposed"]:
        medium = work.media.find(number)
        if medium is not None and medium.proposed and not work.runs.of_medium(number):
            work.media.drop(number)
    told = {one.kind_source for one in snapshot_of(row).media}
    for number, (kind, source) in row.effects["kinds"].items():
        medium = work.media.find(int(number))
        if medium is not None and medium.kind_source in told:
            work.media.change(medium.id, kind=kind, kind_source=source, kind_confirmed_by=None)


NOTHING: dict[str, Any] = {"proposed": [], "kinds": {}}
"""Effects of a snapshot that speaks of no device."""


def let_go(work: UnitOfWork, device_id: int) -> None:
    """Let the snapshots of a device whose receipt is undone wait for it to come in again."""
    for row in work.snapshots.of_device(device_id):
        work.snapshots.change(
            row.id,
            outcome=SnapshotOutcome.UNKNOWN.value,
            device_id=None,
            reasons={},
            effects=NOTHING,
            settled_at=None,
            settled_by=None,
        )


def numbers_of(device: Device, media: Iterable[StorageMedium]) -> frozenset[str]:
    """Return every number of a device by which a waiting snapshot may name it."""
    own = {device.serial_key, device.inventory_key, serial_key(device.imei)}
    return frozenset(own.union(*(variants(one.serial_key) for one in media))) - {""}


def adopt(work: UnitOfWork, device_id: int, now: datetime) -> None:
    """Give a device the snapshots that came in before it, or before its media were recorded."""
    if not work.snapshots.any_waits():
        return
    device = work.devices.by_id(device_id)
    numbers = numbers_of(device, work.media.of_device(device_id))
    for row in work.snapshots.waiting_with(numbers):
        snapshot = snapshot_of(row)
        placed = place(work, snapshot, work.snapshots.keys_of(row.id))
        now_known = as_row(placed)
        if placed.device_id == device_id:
            effects = attach(work, snapshot, device_id, now=now, by=row.received_by)
            work.snapshots.change(row.id, effects=effects, **now_known)
        elif placed.device_id is None and now_known["reasons"] != row.reasons:
            work.snapshots.change(row.id, **now_known)


def as_row(placed: Placed) -> dict[str, object]:
    """Return the columns of a snapshot that say whose it is."""
    return {
        "outcome": placed.outcome.value,
        "device_id": placed.device_id,
        "reasons": {str(row_id): list(words) for row_id, words in placed.reasons.items()},
    }


def without_addresses(snapshot: Snapshot) -> Snapshot:
    """Return what is kept of a snapshot beside its file: network addresses say nothing here."""
    return replace(snapshot, addresses=())
