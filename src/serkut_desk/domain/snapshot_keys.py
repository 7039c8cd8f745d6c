"""By which numbers a snapshot can be found again, in the form in which they are compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.bad_serials import SerialRules
    from serkut_desk.domain.snapshots import Snapshot


class KeyKind(StrEnum):
    """Whose number it is; `snapshot.reason.<value>` in the texts."""

    SERIAL = "serial"
    BOARD = "board"
    UUID = "uuid"
    IMEI = "imei"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True)
class SnapshotKey:
    """One number, as `serial_key` writes it."""

    kind: KeyKind
    key: str


def keys_of(snapshot: Snapshot, rules: SerialRules) -> tuple[SnapshotKey, ...]:
    """Return every number of a machine that names it; what several may carry is left out.

    Dell writes the machine's own serial into the middle of the board's: `/5CQ6VY1/CN0.../`.
    """
    return tuple(dict.fromkeys(_keys(snapshot, rules)))


def _keys(snapshot: Snapshot, rules: SerialRules) -> Iterator[SnapshotKey]:
    device = snapshot.device
    dell = device.board_serial.split("/")
    inner = dell[1] if len(dell) > 2 and not dell[0] else ""  # noqa: PLR2004 - /TAG/BOARD/
    told = (
        (KeyKind.SERIAL, device.serial),
        (KeyKind.SERIAL, inner),
        (KeyKind.BOARD, device.board_serial),
        (KeyKind.UUID, device.uuid),
        (KeyKind.IMEI, device.imei),
    )
    for kind, text in told:
        key = rules.host_key(text) if text else None
        # The form of a UUID is what makes other numbers doubtful.
        if key is not None and (kind is KeyKind.UUID or not rules.is_unreliable(key)):
            yield SnapshotKey(kind, key)
    for medium in snapshot.media:
        if medium.serial and medium.serial_certain:
            yield SnapshotKey(KeyKind.MEDIUM, serial_key(medium.serial))
