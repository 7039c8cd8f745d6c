"""A medium that went on into another device: what was known of it when it left the first.

What happens to it afterwards says nothing of the time before, neither for nor against. So the
device that it left judges it by what is kept here, and by nothing that came later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import from_text, to_text
from serkut_desk.domain.media import KindSource, MediumKind

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import StorageMedium

_KEPT = (
    "kind_confirmed_by",
    "serial",
    "serial_key",
    "serial_certain",
    "model",
    "capacity_bytes",
    "state",
    "declared_by",
    "removed_by",
)


@dataclass(frozen=True, slots=True)
class MediumStay:
    """A time that a medium was in a device, and ended by going on into another.

    Args:
        id: Number of the stay; a medium's stays follow each other by it.
        medium_id: Which medium.
        device_id: The device that it left.
        left_at: When it went into the next one.
        left_by: Who put it there.
        last_run: The highest number of a run then; later runs tell nothing of this device.
        last_approval: The highest number of an approval then; only a later one can cover the
            medium in the device that it went into.
        held: What was known of the medium (`held_of`).
        seq: The entry that says so.
    """

    id: int
    medium_id: int
    device_id: int
    left_at: datetime
    left_by: str
    last_run: int
    last_approval: int
    held: dict[str, Any]
    seq: int


def held_of(medium: StorageMedium) -> dict[str, Any]:
    """Return what is kept of a medium that goes on, as plain data for the records and the entry."""
    since = medium.used_since
    return {
        **{name: getattr(medium, name) for name in _KEPT},
        "kind": medium.kind.value,
        "kind_source": medium.kind_source.value,
        "used_since": to_text(since) if since else None,
    }


def as_it_left(medium: StorageMedium, stay: MediumStay) -> StorageMedium:
    """Return a medium as the device knows it that it left: taken out, and as it was then."""
    held = stay.held
    since = held["used_since"]
    return replace(
        medium,
        **{name: held[name] for name in _KEPT},
        device_id=stay.device_id,
        kind=MediumKind(held["kind"]),
        kind_source=KindSource(held["kind_source"]),
        used_since=from_text(since) if since else None,
        removed_at=stay.left_at,
    )
