"""What the commands of the wiping station answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.report_pairing import Pair


def changes_of(devices: Iterable[Device], media: Iterable[StorageMedium | None] = ()) -> Changes:
    """Return what screens have to look at again."""
    codes = frozenset(one.code for one in media if one is not None and one.code)
    return Changes(
        devices=frozenset(device.code for device in devices),
        media=codes,
        labels=codes,
        journal=True,
    )


@dataclass(frozen=True, slots=True)
class MediumDone:
    """A medium after a command; one that was taken back as it was before."""

    medium: StorageMedium
    gathered: Gathered
    changes: Changes


@dataclass(frozen=True, slots=True)
class MediumStocked:
    """A medium that is a part of the stock now, and the label job of the part."""

    part: Part
    medium: StorageMedium
    gathered: Gathered
    label: int | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class NoneStated:
    """How many persons have said that a device holds no medium, and how many it needs."""

    gathered: Gathered
    persons: int
    needed: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class RunDone:
    """A run after a command, and the device that it concerns, if any."""

    run: SanitisationRun
    gathered: Gathered | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class Destroyed:
    """A destruction, its run for each medium, and the devices that they are or were in."""

    destruction: int
    runs: tuple[SanitisationRun, ...]
    gathered: tuple[Gathered, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class ImportedDrive:
    """One drive of one run.

    Args:
        device: Path in the report, as `/dev/sda`.
        serial: As the report writes it.
        model: As the report writes it.
        method: As the report names it.
        verdict: What the evidence supports (`domain.evidence.Verdict`).
        reasons: `code` and `facts` of each reason (`reason.<code>` in the texts).
        match: matched, proposed or unknown.
        match_reasons: Codes (`match_reason.<code>` in the texts).
        medium: What people call the medium that it belongs to, None without one.
        medium_id: Its number in the records.
        device_code: The device that it concerns.
        run: The run's number in the records, None where an earlier file told of it.
        contradicted: Another report says the opposite.
    """

    device: str
    serial: str
    model: str
    method: str
    verdict: str
    reasons: tuple[dict[str, Any], ...]
    match: str
    match_reasons: tuple[str, ...]
    medium: str | None
    medium_id: int | None
    device_code: str | None
    run: int | None
    contradicted: bool


@dataclass(frozen=True, slots=True)
class ImportedRun:
    """One run of a program in a file.

    `link` is same or part where an earlier file told of it; `pairs` are the logs or certificates
    that tell of it as well.
    """

    started: str | None
    ended: str | None
    tool: str
    link: str | None
    results: tuple[ImportedDrive, ...]
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file.

    Args:
        file: Its path as it was found.
        sha256: None where it could not be read.
        outcome: read, duplicate, attachment, unreadable or not_a_report.
        kind: What it is by its content (`report.<kind>` in the texts), None for a duplicate.
        runs: What it tells; empty for a duplicate.
        number: Of the file in the records; of one that was there already, that one's.
        place: Where it stands (`place.<word>` in the texts).
        waits: Somebody has to do something about it.
        first: Of a duplicate: name of the file that came first.
    """

    file: str
    sha256: str | None
    outcome: str
    kind: str | None
    runs: tuple[ImportedRun, ...] = ()
    number: int | None = None
    place: str = ""
    waits: bool = False
    first: str | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of every file, in the order in which they were given."""

    files: tuple[ImportedFile, ...]
    changes: Changes

    @property
    def unreadable(self) -> int:
        """How many files could not be read."""
        return sum(file.outcome == "unreadable" for file in self.files)


@dataclass(frozen=True, slots=True)
class Approved:
    """One approved device; `slots` is how many media its model can hold, where that is known."""

    gathered: Gathered
    approval: int
    media_count: int
    slots: int | None = None


@dataclass(frozen=True, slots=True)
class Approvals:
    """Everything that one command approved, and the label jobs that wait because of it.

    `drawn` are names of media, of these devices or others, that were drawn for a second look.
    """

    approved: tuple[Approved, ...]
    labels: tuple[int, ...]
    changes: Changes
    drawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A device whose approval was taken back."""

    gathered: Gathered
    changes: Changes
