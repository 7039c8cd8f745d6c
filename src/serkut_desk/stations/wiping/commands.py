"""What can be asked about media, their evidence and its approval.

Media are named as people name them: by serial, by the LV code of one that was taken out, or by
`#` and its number in the records. Devices by their code, or any number that only they have.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import HiddenAreas, VerifyMode
from serkut_desk.stations.handling import Command
from serkut_desk.stations.wiping.results import (
    Approvals,
    Destroyed,
    Imported,
    MediumDone,
    MediumStocked,
    NoneStated,
    RunDone,
    Withdrawn,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from serkut_desk.domain.data_state import CountSource
    from serkut_desk.domain.media import MediumKind
    from serkut_desk.domain.next_steps import Step
    from serkut_desk.domain.policy import Attestation, SanitisationTechnique
    from serkut_desk.domain.sanitisation import Acceptance


@dataclass(frozen=True, slots=True)
class DeclareMedium(Command[MediumDone]):
    """Say that a medium is in a device. Without a serial, `serial_reason` says why.

    One without a serial gets an LV code and its label, to be stuck on it and scanned.

    Whoever says it is a person; what drives tell of themselves comes in by reports.
    """

    device: str
    serial: str
    kind: MediumKind
    capacity_bytes: int | None = None
    model: str = ""
    serial_reason: str = ""


@dataclass(frozen=True, slots=True)
class AcceptProposed(Command[MediumDone]):
    """Say that a drive which a report found is really in the device; `kind` as one sees it."""

    medium: str
    kind: MediumKind | None = None


@dataclass(frozen=True, slots=True)
class RejectProposed(Command[MediumDone]):
    """Say that a drive which a report found is none of the device's, such as the wiping stick."""

    medium: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConfirmKind(Command[MediumDone]):
    """Confirm or correct, as a supervisor, the kind of a medium that a person told."""

    medium: str
    kind: MediumKind


@dataclass(frozen=True, slots=True)
class ConfirmSerial(Command[MediumDone]):
    """Read a doubtful serial anew from the medium, as a second person.

    A medium without any serial is named by the LV code that was stuck on it.
    """

    medium: str
    text: str


@dataclass(frozen=True, slots=True)
class RemoveMedium(Command[MediumDone]):
    """Take a medium out of its device: it gets a code of its own and keeps its own gate.

    `place` is the code or name of where it lies now, None when nobody says.
    """

    medium: str
    weight_g: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMedium(Command[MediumDone]):
    """Say where a medium lies that was taken out: code or name; an unknown name makes a place."""

    medium: str
    place: str


@dataclass(frozen=True, slots=True)
class StockMedium(Command[MediumStocked]):
    """Let a loose medium that is proven become a part of the stock, with a code of its own."""

    medium: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class FitMedium(Command[MediumDone]):
    """Put a loose medium into a device in repair: its own, or, if it is proven, another."""

    medium: str
    device: str


@dataclass(frozen=True, slots=True)
class UseMedium(Command[MediumDone]):
    """Say that a medium was used for something: whatever was proven of it before is over.

    An operating system of ours is no such use: that is an installation.
    """

    medium: str
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawMedium(Command[MediumDone]):
    """Take back a medium that was declared by mistake and never had a report."""

    medium: str
    reason: str


@dataclass(frozen=True, slots=True)
class StateNone(Command[NoneStated]):
    """Say that no medium is inside; it holds when a second person has said so too."""

    device: str
    how: CountSource


@dataclass(frozen=True, slots=True)
class ImportReports(Command[Imported]):
    """Read in report files; folders are read with all that is in them.

    `performed_by` is the badge of who started the wipes, None when nobody knows. `watch` is told
    how many files are read, of how many; what it raises stops the import before anything is saved.
    `watched` files were found by the program itself in the folder that it watches.
    """

    paths: tuple[Path, ...]
    performed_by: str | None = None
    watch: Callable[[int, int], None] | None = field(default=None, compare=False, repr=False)
    watched: bool = False


@dataclass(frozen=True, slots=True)
class ReadAgain(Command[Imported]):
    """Read a file that was brought in once more, from its kept original.

    For one that no reader understood then: a mapping of its columns may have been made since.
    """

    file: int


@dataclass(frozen=True, slots=True)
class AssignRun(Command[RunDone]):
    """Decide which medium a drive of a report is, among those that it can be."""

    run: int
    medium: str


@dataclass(frozen=True, slots=True)
class SetAsideRun(Command[RunDone]):
    """Decide that a run does not count; it stays in the records with who decided it."""

    run: int
    reason: str


@dataclass(frozen=True, slots=True)
class NamePerformer(Command[RunDone]):
    """Say afterwards who performed a run; who says so may not approve it then."""

    run: int
    performed_by: str


@dataclass(frozen=True, slots=True)
class RecordRun(Command[RunDone]):
    """Record by hand, as a supervisor, a run that left no report, with its evidence file.

    Neither an overwrite nor a phone's reset nor a destruction: those have their own ways.
    `reason` says why there is no report; `started` and `ended` are local wall clock times as the
    person saw them.
    """

    medium: str
    technique: SanitisationTechnique
    evidence: Path
    reason: str
    succeeded: bool = True
    attested: frozenset[Attestation] = field(default_factory=frozenset)
    tool: str = ""
    tool_version: str | None = None
    started: datetime | None = None
    ended: datetime | None = None
    performed_by: str | None = None
    passes: int | None = None
    verification: VerifyMode = VerifyMode.UNKNOWN
    hidden_areas: HiddenAreas = HiddenAreas.UNKNOWN


@dataclass(frozen=True, slots=True)
class RecordPhone(Command[RunDone]):
    """Record the factory reset of a phone or tablet by its checklist.

    Args:
        medium: The phone's own memory.
        platform: Word of `resources/wiping/phones.json`, as `ios`.
        scanned: IMEI or serial as scanned from the phone in the hand.
        os_version: As the phone showed it before the reset.
        answers: Question and answer, each question of the platform once.
        photo: What the phone showed afterwards: its first start screen.
        performed_by: Badge of who reset it; who records it unless named.
    """

    medium: str
    platform: str
    scanned: str
    os_version: str
    answers: tuple[tuple[str, str], ...]
    photo: Path
    performed_by: str | None = None


@dataclass(frozen=True, slots=True)
class DestroyMedia(Command[Destroyed]):
    """Record that two persons destroyed media together; all of them, or none.

    Args:
        media: Which.
        technique: How.
        second: The other who saw it.
        performed_by: Who did it; who acts unless named.
        particle_class: Class of ISO/IEC 21964 (DIN 66399) of the pieces, as `H-4` or `E-4`.
        machine: With what, or where.
        evidence: A photograph, or the paper of who did it.
        photo: A photograph that is no file; used where there is no `evidence`.
        weight_g: What the pieces weigh together.
        by_scale: The weight came from the scale.
        tolerance_g: How far the weight may be off.
        container: Code of the container that they went into; only media outside devices.
        note: Anything else worth knowing.
    """

    media: tuple[str, ...]
    technique: SanitisationTechnique
    second: str
    performed_by: str | None = None
    particle_class: str | None = None
    machine: str = ""
    evidence: Path | None = None
    photo: bytes | None = field(default=None, repr=False)
    weight_g: int | None = None
    by_scale: bool = False
    tolerance_g: int = 0
    container: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DecideNextStep(Command[MediumDone]):
    """Decide how a medium goes on whose wipe failed or is not enough."""

    medium: str
    step: Step
    technique: SanitisationTechnique | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A device to approve, and how many media the approver states that it has or had."""

    device: str
    media: int


@dataclass(frozen=True, slots=True)
class Approve(Command[Approvals]):
    """Approve that devices are free of data; all of them, or none.

    Args:
        devices: Which, each with its number of media.
        seen: How the number is known.
        accepted: What the approver accepts although it is unknown.
    """

    devices: tuple[Counted, ...]
    seen: CountSource
    accepted: frozenset[Acceptance] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class WithdrawApproval(Command[Withdrawn]):
    """Take an approval back; the device waits again."""

    device: str
    reason: str
