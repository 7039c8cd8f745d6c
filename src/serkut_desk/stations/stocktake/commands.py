"""What can be asked about counting and about missing devices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.devices import Place
    from serkut_desk.domain.missing import Ending
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.stocktake import Seen


@dataclass(frozen=True, slots=True)
class Opened:
    """A counting that is under way; `begun` tells that it was begun now and not gone on with."""

    place: Place
    begun: bool
    counted: int
    expected: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Scanned:
    """The answer to one scan.

    Args:
        seen: What it was.
        device: Code, None when nothing is known of the scan, or when it is a part.
        text: What was scanned, as it may be shown.
        model: Maker and model, "" when nothing is known.
        recorded: Name of the place where the records had it; None where they had none.
        moved: The records now have it at the counted place.
        counted: How many of those expected were seen so far.
        expected: How many should lie here.
        part: Code of the part that it was, None for a device; `model` then says its kind.
    """

    seen: Seen
    device: str | None
    text: str
    model: str
    recorded: str | None
    moved: bool
    counted: int
    expected: int
    changes: Changes
    part: str | None = None


@dataclass(frozen=True, slots=True)
class CountClosed:
    """A counting that was ended: codes of devices, and of the parts that are missing.

    `media_parts` are those of them that store data: they were proven clean, but tell somebody.
    """

    place: Place
    found: tuple[str, ...]
    elsewhere: tuple[str, ...]
    unexpected: tuple[str, ...]
    missing: tuple[str, ...]
    with_data: tuple[str, ...]
    in_baskets: tuple[str, ...]
    changes: Changes
    missing_parts: tuple[str, ...] = ()
    media_parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """A device that is missing now; `told` is who was told so far, "" for nobody."""

    device: str
    bears_data: bool
    told: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class IncidentPaper:
    """An incident's paper; `sha256` names its PDF among the workshop's files."""

    number: str
    device: str
    sha256: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class IncidentClosed:
    """How it ended; `reopened` tells that the device is behind the data gate again."""

    device: str
    ending: Ending
    state: str
    reopened: bool
    certificate: str | None
    paper: str | None
    sha256: str | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class OpenCount(Command[Opened]):
    """Begin to count a place, by its code or name, or go on where somebody stopped."""

    place: str


@dataclass(frozen=True, slots=True)
class ScanInCount(Command[Scanned]):
    """One scan of a counting: our code, or a serial that names one device."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class CloseCount(Command[CountClosed]):
    """End a counting; `missing` is how many the person knows to be missing, parts too."""

    place: str
    missing: int = 0


@dataclass(frozen=True, slots=True)
class ReportMissing(Command[Missed]):
    """Say, outside a counting, that a device is not where it should be."""

    device: str
    circumstances: str


@dataclass(frozen=True, slots=True)
class TellMissing(Command[Missed]):
    """Record who was told: a unit or a role, never a person's name."""

    device: str
    told: str


@dataclass(frozen=True, slots=True)
class PrintIncident(Command[IncidentPaper]):
    """Issue the paper of a missing device as it stands now, for those who are told."""

    device: str
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class FindDevice(Command[IncidentClosed]):
    """Say that a missing device is here. With data it needs `second`, another supervisor."""

    device: str
    place: str
    note: str
    second: Session | None = None
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class GiveUp(Command[IncidentClosed]):
    """Close an incident as lost. With data it needs `second`, another supervisor."""

    device: str
    note: str
    second: Session | None = None
    language: str = "fi"
