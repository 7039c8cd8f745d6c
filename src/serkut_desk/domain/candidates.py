"""What speaks for and against a drive of a report being a recorded medium, for a person to see.

Nothing here decides: `domain.matching` says what is certain, and a person chooses the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.matching import CAPACITY_TOLERANCE, CUT_MODEL
from serkut_desk.domain.serials import serial_key, variants

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

# A cut-off serial has at least this many characters in common with the whole one.
_SHORTEST = 8


class Sign(StrEnum):
    """What two descriptions of a medium can agree in; what weighs most first."""

    SERIAL = "serial"
    COMPUTER = "computer"
    CAPACITY = "capacity"
    MODEL = "model"
    TIME = "time"


_WEIGHT = {sign: 1 << (len(Sign) - number) for number, sign in enumerate(Sign)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A drive of a report, or a medium of the records, as far as it is known.

    Args:
        serial: As it is written; empty where there is none that means anything.
        model: Likewise.
        capacity: In bytes.
        computer: What the computer or device is called, None where nobody knows.
        since: Of a medium: when it came in; of a drive: when its wipe began; aware.
    """

    serial: str = ""
    model: str = ""
    capacity: int | None = None
    computer: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """What agrees and what differs; what is not known of both is in neither."""

    agrees: tuple[Sign, ...]
    differs: tuple[Sign, ...]

    @property
    def weight(self) -> int:
        """The larger, the better: what differs weighs as much as what agrees."""
        good, bad = (sum(_WEIGHT[sign] for sign in signs) for signs in (self.agrees, self.differs))
        return good - bad


def compare(drive: Described, medium: Described) -> Compared:
    """Return what speaks for and against a drive being a medium."""
    signs = list(_signs(drive, medium))
    return Compared(
        tuple(sign for sign, same in signs if same), tuple(sign for sign, same in signs if not same)
    )


def _signs(drive: Described, medium: Described) -> Iterator[tuple[Sign, bool]]:
    mine, theirs = serial_key(drive.serial), serial_key(medium.serial)
    if mine and theirs:
        yield Sign.SERIAL, _serials_alike(mine, theirs)
    if drive.computer is not None and medium.computer is not None:
        yield Sign.COMPUTER, drive.computer == medium.computer
    if drive.capacity and medium.capacity:
        gap = abs(drive.capacity - medium.capacity)
        yield (
            Sign.CAPACITY,
            gap <= CAPACITY_TOLERANCE * max(drive.capacity, medium.capacity),
        )
    short, long = sorted(
        (serial_key(drive.model)[:CUT_MODEL], serial_key(medium.model)[:CUT_MODEL]), key=len
    )
    if short:
        yield Sign.MODEL, long.startswith(short)
    if drive.since is not None and medium.since is not None:
        yield Sign.TIME, drive.since >= medium.since


def _serials_alike(one: str, other: str) -> bool:
    """Tell whether two serials are written alike but for a prefix, a cut end, or twice in a row."""
    if variants(one) & variants(other) or one == other * 2 or other == one * 2:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.startswith(short)
