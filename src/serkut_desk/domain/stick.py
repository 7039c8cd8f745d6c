"""What `serkut-wipe` wrote of one run on one drive, as facts: see `domain.stick_verdict`.

The form of the file stands in `resources/guide/en/stick.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import HiddenAreas, HostFacts

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.evidence import ReportRun
    from serkut_desk.domain.firmware_verdict import Step
    from serkut_desk.domain.policy import SanitisationTechnique

TOOL = "serkut-wipe"


class StickMode(StrEnum):
    """What was asked of the stick: to empty a drive, or only to read it back."""

    RUN = "run"
    CHECK = "check"


class StickState(StrEnum):
    """How far the file got. Whatever is no word of these is `running`: nothing is assumed."""

    RUNNING = "running"
    INTERRUPTED = "interrupted"
    FINISHED = "finished"


class Look(StrEnum):
    """How a sample looked after the erase, in the words of the stick."""

    ZERO = "zero"
    FF = "ff"
    UNIFORM = "uniform"
    RANDOM = "random"
    MIXED = "mixed"
    UNREADABLE = "unreadable"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sample:
    """One place of the drive in bytes; `before` and `after` are SHA-256 in hex, "" where none.

    `looks` is what the stick says of it; `domain.stick_samples` believes only the hash.
    """

    at: int
    size: int
    before: str
    after: str
    looks: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How the places were drawn; `reading` is `direct` when it went past all caches."""

    seed: str = ""
    count: int = 0
    full: bool = False
    subsections: int = 0
    reading: str = ""
    sector: int = 0
    samples: tuple[Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class Namespaces:
    """What an NVMe drive tells of its namespaces; None where it tells nothing.

    Args:
        count: How many there are.
        used_before: Used blocks of the one that was formatted, before.
        used_after: And after.
        progress: Its format progress indicator after: bit 7 when the drive keeps one, and below
            it the part that is left, in percent.
    """

    count: int | None = None
    used_before: int | None = None
    used_after: int | None = None
    progress: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StickRecord:
    """One run of the stick.

    Args:
        result: The word that the stick ends with; never believed.
        given: The serial that the person gave.
        utc: The machine's clock ran in UTC, as its system says.
        serials: What the drive said of its serial before, from each source that said one.
        serial_after: What it said at the end, "" when it was gone.
        bus: As in nwipe's lists: `NVME`, `ATA`, `ATA-SSD`, `USB`.
        before: What the drive told and was told until the erase, in order.
        erase: The erase itself; None where it was never begun.
        after: What it told from then on, in order.
        erase_seconds: How long the command took by a clock that nothing sets.
        estimate_seconds: How long the drive said that it would take; None where it said nothing.
        log: The run in the log of nwipe that it made, judged; None where there is none.
        broken_log: The log's bytes are not those that the file names by their hash.
    """

    mode: StickMode
    state: StickState
    result: str
    release: str
    operator: str
    tag: str
    technique: SanitisationTechnique
    began: datetime | None
    ended: datetime | None
    device: str
    bus: str
    model: str
    capacity: int | None
    given: str
    serials: tuple[str, ...]
    serial_after: str
    host: HostFacts
    utc: bool = False
    hidden_areas: HiddenAreas = HiddenAreas.NOT_APPLICABLE
    system: str = ""
    tool_version: str | None = None
    before: tuple[Step, ...] = ()
    erase: Step | None = None
    after: tuple[Step, ...] = ()
    erase_seconds: int | None = None
    estimate_seconds: int | None = None
    namespaces: Namespaces = Namespaces()
    sampling: Sampling = Sampling()
    log: ReportRun | None = None
    broken_log: bool = False
