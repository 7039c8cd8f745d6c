"""What machines told of themselves, what that can be found by, and what is known of an inside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from serkut_desk.domain.snapshot_keys import KeyKind, SnapshotKey
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy import Connection

_S, _K, _F = schema.snapshot, schema.snapshot_key, schema.device_facts


class SnapshotOutcome(StrEnum):
    """What became of a snapshot; `snapshot.outcome.<value>` in the texts."""

    MATCHED = "matched"
    CANDIDATES = "candidates"
    UNKNOWN = "unknown"
    VIRTUAL = "virtual"
    SET_ASIDE = "set_aside"


_WAITING = (SnapshotOutcome.CANDIDATES.value, SnapshotOutcome.UNKNOWN.value)
_UNSETTLED = (_S.c.outcome == SnapshotOutcome.MATCHED.value) & _S.c.settled_at.is_(None)
_ANY_WAITS = select(_S.c.id).where(_S.c.outcome.in_(_WAITING)).limit(1)
_OPEN = _S.c.outcome.in_(_WAITING) | _UNSETTLED
# One of a machine that is not in the house waits for the machine, not for a person.
WAITS_FOR_CHOICE = (_S.c.outcome == SnapshotOutcome.CANDIDATES.value) | _UNSETTLED


@dataclass(frozen=True, slots=True)
class KeptSnapshot:
    """One file in which a machine told of itself.

    Args:
        taken: As the machine's own clock said it.
        device_id: The device that it was matched to.
        facts: The `domain.snapshots.Snapshot`, as `paper_codec.dump` wrote it, without addresses.
        reasons: By the id of each device that it may be, why (`snapshot.reason.<word>`).
        effects: What it changed by itself: `proposed`, ids of media; `kinds`, by the id of each
            medium whose kind it knew better, the kind and its source before.
        settled_at: When a person chose between it and the record.
        seq: The last entry about it.
    """

    id: int
    sha256: str
    name: str
    size: int
    format: str
    software: str
    taken: str
    outcome: SnapshotOutcome
    device_id: int | None
    facts: Any
    reasons: Any
    effects: Any
    received_at: datetime
    received_by: str
    settled_at: datetime | None
    settled_by: str | None
    seq: int

    @property
    def open(self) -> bool:
        """Whether somebody still has to look at it."""
        matched = self.outcome is SnapshotOutcome.MATCHED and self.settled_at is None
        return matched or self.outcome.value in _WAITING


@dataclass(frozen=True, slots=True)
class DeviceInside:
    """What is known of a device's inside, and from which snapshot; `facts` by their words."""

    device_id: int
    facts: Any
    snapshot_id: int | None
    at: datetime
    by: str
    seq: int


class Snapshots(Rows[KeptSnapshot]):
    """Every snapshot that came in; what is known of insides under `inside`."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _S, KeptSnapshot, {"outcome": SnapshotOutcome})
        self.inside: Rows[DeviceInside] = Rows(connection, _F, DeviceInside)

    def find(self, row_id: int) -> KeptSnapshot | None:
        """Return the snapshot with this number."""
        return self.one(_S.c.id == numbered(row_id))

    def of_file(self, sha256: str) -> KeptSnapshot | None:
        """Return the snapshot of this content, None when it is new."""
        return self.one(_S.c.sha256 == sha256)

    def of_device(self, device_id: int) -> list[KeptSnapshot]:
        """Return the snapshots that were matched to a device, the newest first."""
        return self.all(_S.c.device_id == device_id, order=[_S.c.id.desc()])

    def newest(self, limit: int, *, only_open: bool = False) -> list[KeptSnapshot]:
        """Return what came in last, the newest first; `only_open` leaves out what is settled."""
        where = (_OPEN,) if only_open else ()
        return self.all(*where, order=[_S.c.id.desc()], limit=limit)

    def open_count(self) -> int:
        """Return how many wait for a person."""
        query = select(func.count()).select_from(_S).where(_OPEN)
        return int(self.connection.execute(query).scalar_one())

    def keep_keys(self, row_id: int, keys: Iterable[SnapshotKey]) -> None:
        """Remember by which numbers a snapshot can be found."""
        rows = [{"snapshot_id": row_id, "kind": one.kind.value, "key": one.key} for one in keys]
        if rows:
            self.connection.execute(insert(_K), rows)

    def keys_of(self, row_id: int) -> tuple[SnapshotKey, ...]:
        """Return by which numbers a snapshot can be found."""
        query = select(_K.c.kind, _K.c.key).where(_K.c.snapshot_id == row_id).order_by(_K.c.id)
        return tuple(
            SnapshotKey(KeyKind(kind), key) for kind, key in self.connection.execute(query)
        )

    def matched_with(self, kind: KeyKind, key: str) -> set[int]:
        """Return the devices of earlier snapshots that a person or a serial matched by a number."""
        query = (
            select(_S.c.device_id)
            .join(_K, _K.c.snapshot_id == _S.c.id)
            .where(_K.c.key == key, _K.c.kind == kind.value, _S.c.device_id.is_not(None))
            .where(_S.c.outcome == SnapshotOutcome.MATCHED.value)
        )
        return {int(row_id) for row_id in self.connection.execute(query).scalars()}

    def waiting_with(self, keys: Collection[str]) -> list[KeptSnapshot]:
        """Return snapshots that belong to nobody yet and name one of these numbers."""
        wanted = sorted(key for key in keys if key)
        if not wanted:
            return []
        query = (
            select(_S)
            .where(_S.c.id.in_(select(_K.c.snapshot_id).where(_K.c.key.in_(wanted))))
            .where(_S.c.outcome.in_(_WAITING))
            .order_by(_S.c.id)
        )
        return [self.of(row) for row in self.connection.execute(query)]

    def any_waits(self) -> bool:
        """Tell whether any snapshot belongs to nobody yet."""
        return self.connection.execute(_ANY_WAITS).first() is not None

    def wait_for(self, keys: Collection[str]) -> bool:
        """Tell whether a snapshot that belongs to nobody yet names one of these numbers."""
        wanted = sorted(key for key in keys if key)
        if not wanted:
            return False
        named = select(_K.c.snapshot_id).where(_K.c.key.in_(wanted))
        query = select(_S.c.id).where(_S.c.id.in_(named), _S.c.outcome.in_(_WAITING)).limit(1)
        return self.connection.execute(query).first() is not None

    def inside_of(self, device_id: int) -> DeviceInside | None:
        """Return what is known of a device's inside, None when nobody took anything over."""
        return self.inside.one(_F.c.device_id == device_id)

    def keep_inside(self, device_id: int, **values: object) -> None:
        """Remember what is known of a device's inside in the place of what was known before."""
        self.forget_inside(device_id)
        self.connection.execute(insert(_F).values(device_id=device_id, **values))

    def forget_inside(self, device_id: int) -> None:
        """Know nothing of a device's inside any more."""
        self.connection.execute(delete(_F).where(_F.c.device_id == device_id))
