"""Makes one snapshot of all parts of a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.snapshots import Remarked, Snapshot, SnapshotRemark, Unread
from serkut_desk.interchange.snapshots.clean import Cleaner
from serkut_desk.interchange.snapshots.machine import (
    addresses_of,
    batteries_of,
    device_of,
    is_virtual,
    memory_of,
    processor_of,
)
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.storage import Storage, storage_of
from serkut_desk.interchange.snapshots.tree import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.snapshots import SnapshotDevice, SnapshotFormat
    from serkut_desk.interchange.snapshots.parts import Part

_YEAR = re.compile(r"(\d{4})-\d\d-\d\d")
# No list was written before; a machine whose buffer battery is empty says such years.
_FIRST_YEAR, _LAST_YEAR = 2012, 2099


def assemble(
    kind: SnapshotFormat,
    parts: Sequence[Part],
    *,
    software: str = "",
    taken: str = "",
    uuid: str = "",
) -> Snapshot:
    """Return the snapshot; of two tools that know a value, the earlier part is believed.

    Raises:
        Refused: `snapshot_no_machine`.
    """
    clean = Cleaner()
    device, remarks = device_of(parts, clean)
    processor, memory = processor_of(parts, clean), memory_of(parts, clean)
    batteries = batteries_of(parts, clean)
    storage = storage_of(parts, clean)
    _demand_something(device, storage)
    remarks += [*storage.remarks, *(said for part in parts for said in part.remarks)]
    remarks += [*_about_clock(taken), *clean.remarks]
    most = reading_rules().limits.remarks
    locks = [lock for part in parts for lock in part.locks] + storage.locks
    return Snapshot(
        kind,
        line(software),
        taken,
        line(uuid),
        device,
        processor,
        memory,
        tuple(storage.media),
        batteries,
        addresses_of(parts),
        tuple(dict.fromkeys(locks)),
        not storage.unread,
        tuple(storage.unread[:most]),
        tuple(storage.ignored),
        tuple(dict.fromkeys(remarks))[:most],
        is_virtual(parts),
    )


def _demand_something(device: SnapshotDevice, storage: Storage) -> None:
    named = device.manufacturer or device.model or device.serial or device.board_serial
    seen = storage.media or storage.ignored
    failed = any(one.code is Unread.DRIVE_UNREADABLE for one in storage.unread)
    if not (named or seen or failed):
        raise Refused("snapshot_no_machine")


def _about_clock(taken: str) -> list[Remarked]:
    found = _YEAR.match(taken)
    if not found or _FIRST_YEAR <= int(found.group(1)) <= _LAST_YEAR:
        return []
    return [Remarked(SnapshotRemark.CLOCK, (("found", taken),))]
