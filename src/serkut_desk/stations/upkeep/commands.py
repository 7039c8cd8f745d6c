"""What can be asked of the upkeep of the workshop."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.domain.papers import Seller
from serkut_desk.domain.policy import Policy
from serkut_desk.domain.weighing import ScaleHere
from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.domain.people import Session
    from serkut_desk.domain.policy_change import PolicyChange
    from serkut_desk.domain.weighing import ScaleSettings
    from serkut_desk.stations.upkeep.checkpoints import Signer


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup that was made and then verified by opening it.

    Args:
        path: Its folder.
        seq: The newest entry in it.
        hash: That entry's hash.
        entries: How many entries its journal has.
        files: How many files it holds.
        signed: Whether its checkpoint is signed; False while the seal is locked.
        removed: Names of old backups that went.
    """

    path: Path
    seq: int
    hash: str
    entries: int
    files: int
    signed: bool
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day that was closed.

    `digest` is the SHA-256 of the report; `path` its copy for people to open and print. `seq` and
    `hash` are the head before the report's own entry, as printed on it. `again` tells that it was
    closed before and nothing has happened since: it is the same report.
    """

    day: date
    path: Path
    digest: str
    seq: int
    hash: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmClock(Command[None]):
    """Say that the clock is right again; issuing may go on."""


@dataclass(frozen=True, slots=True)
class ChooseBackupFolder(Command[Path]):
    """Choose where backups go and of how many days they stay; None leaves a value."""

    folder: Path | None = None
    keep_days: int | None = None


@dataclass(frozen=True, slots=True)
class MakeBackup(Command[MadeBackup]):
    """Make a backup now.

    `to` is another folder than the chosen one. `signer` is the unlocked seal, if it is.
    """

    to: Path | None = None
    signer: Signer | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class MakeCheckpoint(Command[dict[str, object]]):
    """Give the journal's head out, for keeping elsewhere."""

    signer: Signer | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class CloseDay(Command[ClosedDay]):
    """Make the day report for the binder."""

    language: str = "fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSeller(Command[Seller]):
    """Give the seller's facts for receipts; None leaves a fact as it is, "" empties `iban`.

    Papers that were issued keep the facts of their time. Another account than before needs a
    `second` supervisor: customers pay into it.
    """

    name: str | None = None
    business_id: str | None = None
    street: str | None = None
    city: str | None = None
    phone: str | None = None
    email: str | None = None
    iban: str | None = None
    second: Session | None = None


@dataclass(frozen=True, slots=True)
class ChangePolicy(Command[Policy]):
    """Change the sanitisation policy from tomorrow on; the city's flash decision is one, too."""

    change: PolicyChange
    second: Session | None = None


@dataclass(frozen=True, slots=True)
class SetScale(Command[ScaleHere]):
    """Say what stands on this workstation's serial port and how it speaks."""

    scale: ScaleSettings


@dataclass(frozen=True, slots=True)
class ForgetScale(Command[ScaleHere]):
    """Weigh by keys only at this workstation."""
