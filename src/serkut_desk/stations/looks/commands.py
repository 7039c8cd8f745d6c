"""What can be done about second looks, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.second_look import Conclusion, Lifted, LookState


@dataclass(frozen=True, slots=True)
class Drawn:
    """The devices (or loose media) that were drawn; empty where the month has enough."""

    month: str
    names: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class LookDone:
    """A second look after a command.

    Args:
        look: Its number.
        state: How it stands.
        medium: What people call the medium.
        device: The device that it belongs to.
        incident: Number of the incident that it began; None for most.
        frozen: How many media are in doubt because of it.
        left: Devices among them that are not in the house any more.
        drawn: What was drawn in its place.
        changes: What screens look at again.
    """

    look: int
    state: LookState
    medium: str
    device: str
    incident: int | None
    frozen: int
    left: tuple[str, ...]
    drawn: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class FreezeDone:
    """A medium after its freeze ended, and how many of the incident are left."""

    medium: str
    device: str
    outcome: Lifted
    left: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class IncidentDone:
    """An incident that two people ended; `revoke` are certificates that should not hold."""

    incident: int
    conclusion: Conclusion
    revoke: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class DrawLooks(Command[Drawn]):
    """Draw what a month (`2026-11`; None: this one) still lacks."""

    month: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLook(Command[LookDone]):
    """Record what a reading of a medium found; a failure freezes and begins an incident.

    Args:
        medium: What was read, named as in commands of the wiping station.
        clean: Nothing was found.
        tool: The program that read; a report of one names it by itself.
        evidence: What it wrote, or a photograph of it.
        note: Anything that should be known.
    """

    medium: str
    clean: bool
    evidence: Path
    tool: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseLook(Command[LookDone]):
    """Say why a drawn medium can not be read back; another is drawn in its place."""

    medium: str
    reason: str


@dataclass(frozen=True, slots=True)
class LiftFreeze(Command[FreezeDone]):
    """End the doubt about one medium of an incident."""

    incident: int
    medium: str
    outcome: Lifted
    reason: str


@dataclass(frozen=True, slots=True)
class CloseIncident(Command[IncidentDone]):
    """End an incident; always two supervisors.

    Args:
        incident: Its number.
        conclusion: What it was.
        note: Why.
        second: The other supervisor.
        seen: How many runs they saw in doubt, settled ones included; None: they saw no list.
    """

    incident: int
    conclusion: Conclusion
    note: str
    second: Session | None = None
    seen: int | None = None
