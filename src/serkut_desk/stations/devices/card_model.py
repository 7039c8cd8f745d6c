"""What a device's card shows: frozen data for screens and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from serkut_desk.domain.advice import Way
    from serkut_desk.domain.data_state import DataState
    from serkut_desk.domain.grading import Reason
    from serkut_desk.domain.lifecycle import DeviceState
    from serkut_desk.domain.media import KindSource, Level, MediumKind
    from serkut_desk.domain.outcomes import Functional, Grade, Outcome
    from serkut_desk.records.certificates import CertificateState
    from serkut_desk.stations.installed import SystemLine


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in the history: badge code and the house's short name, "" for the program."""

    code: str
    display: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next: key of its sentence, with the facts for it."""

    key: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MediumLine:
    """A medium that is, was or may be in the device.

    `counted_kind` is the kind that the rules count with (gate 7); `missing` and `advice` are what
    stands against the level: codes of lacks and keys of `advice.<word>`. `verdict`, `technique`
    and `passes` are of the run that decides. `came_from` and `went_to` are codes of the devices
    that it was in before, and that it belongs to now when it went on from here.
    """

    id: int
    code: str | None
    name: str
    serial: str
    serial_certain: bool
    kind: MediumKind
    kind_source: KindSource
    kind_confirmed: bool
    counted_kind: MediumKind
    model: str
    capacity_bytes: int | None
    state: str
    level: Level
    required: Level
    missing: tuple[NextStep, ...]
    advice: tuple[str, ...]
    runs: int
    verdict: str | None
    technique: str | None
    passes: int | None
    proposed: bool
    declared_by: Who
    declared_at: datetime
    removed_at: datetime | None
    removed_by: Who | None
    came_from: str | None = None
    went_to: str | None = None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A certificate of the device; `state` is valid, superseded or revoked.

    `doubtful`: it holds, but a failed second look put in doubt what it speaks of.
    """

    code: str
    state: CertificateState
    issued_at: datetime
    issued_by: Who
    sha256: str
    policy_version: int
    reason: str | None
    ended_at: datetime | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class GradeLine:
    """The grade in force.

    Args:
        grade: The one that holds; `computed` is the rules' own.
        override_reason: Why a supervisor set another, "" when nobody did.
        reasons: The facts that decided; `checklist` with its version has their words.
        looks_category: What it maps to of R2v3 REC, `function_category` likewise.
    """

    grade: Grade
    computed: Grade
    functional: Functional
    battery: str | None
    override_reason: str
    reasons: tuple[Reason, ...]
    looks_category: str
    function_category: str | None
    checklist: str
    checklist_version: int
    rules_version: int
    at: datetime
    by: Who


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """Where it was decided that the device goes; `plan` was chosen, `advised` by the rules."""

    outcome: Outcome
    reason: str
    at: datetime
    by: Who
    plan: Way | None = None
    advised: Way | None = None


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part that was taken out of the device or fitted into it.

    Args:
        type: `part.type.<word>`; `said` is what matters of it.
        fitted_at: None when it came with the device.
        taken_at: None while it is inside.
        now: Where one that was taken out is now: a place's name, or the code of a device or
            container; "" when nobody said.
    """

    code: str
    type: str
    said: str
    fitted_at: datetime | None
    taken_at: datetime | None
    now: str


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A label of the device; `why` is the code of the printer's last failure."""

    job: int
    state: str
    printer: str
    made_at: datetime
    done_at: datetime | None
    replaces: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One entry of the journal about the device; `key` is its sentence, `facts` its body."""

    seq: int
    at: datetime
    tag: str
    key: str
    actor: Who
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MixupLine:
    """A label that was on the wrong device: this one's, or another's on this one.

    Args:
        label: Code on the label.
        stuck_on: What it was on; "" for a device without a record.
        open: A supervisor has to decide it.
        outcome: Word of `MixupOutcome`, "" while it is open; `mixup.<word>` says it.
    """

    label: str
    stuck_on: str
    open: bool
    outcome: str
    at: datetime
    by: Who
    note: str


@dataclass(frozen=True, slots=True)
class AccessoryLine:
    """Something that belongs to the device; `kind` is a word of `resources/intake/things.json`."""

    id: int
    kind: str
    count: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceCard:
    """Everything about one device.

    Args:
        type: Word of the closed list; `type.<word>` says it.
        lot: Code; `sender` is the unit that sent it.
        state: Where it stands, `state.<word>`; `data_state` likewise.
        next_steps: What to do next, the first thing first; never empty while it is in the house.
        none_inside_said_by: Who said that no medium is inside.
        media_count: The number stated in the approval in force, and how it is known.
        previous: Code that it had when it was here before.
        grade: In force, None before grading.
        decision: In force, None before.
        parts: What was taken out or fitted, the oldest first.
        system: The operating system that is installed, None when none is known.
        accessories: What belongs to it, the oldest first.
        inside: What the machine told of its processor, memory and batteries, by these words.
        mixups: Labels that were on the wrong device, the newest first.
    """

    code: str
    type: str
    manufacturer: str
    model: str
    product: str
    serial: str
    serial_reason: str | None
    inventory: str
    imei: str
    weight_g: int | None
    data_class: str
    lot: str
    sender: str
    listed: bool
    place: str | None
    place_code: str | None
    state: DeviceState
    data_state: DataState
    hazard: str | None
    in_house: bool
    previous: str | None
    received_at: datetime
    received_by: Who
    approved_at: datetime | None
    approved_by: Who | None
    media_count: int | None
    media_seen: str | None
    none_inside_said_by: tuple[Who, ...]
    next_steps: tuple[NextStep, ...]
    media: tuple[MediumLine, ...]
    papers: tuple[PaperLine, ...]
    labels: tuple[LabelLine, ...]
    timeline: tuple[TimelineLine, ...]
    grade: GradeLine | None = None
    decision: DecisionLine | None = None
    system: SystemLine | None = None
    parts: tuple[PartLine, ...] = ()
    mixups: tuple[MixupLine, ...] = ()
    accessories: tuple[AccessoryLine, ...] = ()
    inside: Mapping[str, Any] = field(default_factory=dict)
