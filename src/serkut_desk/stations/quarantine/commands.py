"""What can be asked about quarantine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.data_state import Lock
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.quarantine import DonorAnswer, WayOut


@dataclass(frozen=True, slots=True)
class Reported:
    """A reason that holds now; `already` tells that somebody had reported it before."""

    device: str
    lock: Lock
    already: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class Requested:
    """A request that was issued; the digests name its PDF and its workbook among the files."""

    number: str
    donor: str
    devices: tuple[str, ...]
    sha256: str
    sheet_sha256: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Answered:
    """What the donor answered, for which reasons."""

    device: str
    locks: tuple[Lock, ...]
    answer: DonorAnswer
    changes: Changes


@dataclass(frozen=True, slots=True)
class Ended:
    """Reasons that were closed; `left` are those that still hold the device."""

    device: str
    locks: tuple[Lock, ...]
    way: WayOut
    left: tuple[Lock, ...]
    state: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class ReportLock(Command[Reported]):
    """Send a device to quarantine because a password or a management service locks it."""

    device: str
    lock: Lock
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportStolen(Command[Reported]):
    """Send a device to quarantine because it is reported stolen; `reference` is the case's."""

    device: str
    reference: str


@dataclass(frozen=True, slots=True)
class RequestRelease(Command[Requested]):
    """Ask the donor of a device to release everything of theirs that is locked away.

    Args:
        device: Code of one of the donor's devices.
        answer_by: When an answer is hoped for; None leaves it out.
        language: Of the paper.
    """

    device: str
    answer_by: date | None = None
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class RecordAnswer(Command[Answered]):
    """Record what the donor answered; without `lock` for every open reason of the device."""

    device: str
    answer: DonorAnswer
    note: str
    lock: Lock | None = None


@dataclass(frozen=True, slots=True)
class FreeDevice(Command[Ended]):
    """Close a reason: the device is free of it; `lock` may be left out where there is one.

    What may be stolen needs `second`.
    """

    device: str
    reason: str
    lock: Lock | None = None
    second: Session | None = None


@dataclass(frozen=True, slots=True)
class TakeApart(Command[Ended]):
    """Close every reason: the device is taken apart. What may be stolen needs `second`."""

    device: str
    reason: str
    second: Session | None = None
