"""What can be asked of a lot besides its devices: announced, its cages, its papers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command
from serkut_desk.stations.intake.commands import OpenLot
from serkut_desk.stations.intake.lot_results import (
    Announced,
    Arrived,
    CageDone,
    LateLinked,
    Listed,
    LotPaper,
    SealRead,
)

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.domain.cages import NewCage, SealDecision, SealStage


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnounceLot(OpenLot):
    """Write down a lot that will come; with its list and cages as far as they are known.

    Args:
        expected_on: The day it is due.
        order_reference: Number of the pick-up order.
        contact_role: Whom to ask at the sender, as a role: never a person's name or address.
        cages: What stands on the list of cages and pallets, with their seals.
    """

    expected_on: date
    order_reference: str = ""
    contact_role: str = ""
    cages: tuple[NewCage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAnnouncement(Command[Announced]):
    """Correct what was announced; None leaves a field as it is."""

    lot: str
    expected_on: date | None = None
    order_reference: str | None = None
    contact_role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadList(Command[Listed]):
    """Give a lot that has no list, and into which nothing came, the sender's list.

    The fields are those of `OpenLot`.
    """

    lot: str
    manifest: bytes = field(repr=False)
    manifest_name: str = ""
    accept_problems: bool = False
    same_again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArriveLot(Command[Arrived]):
    """Say that an announced lot is here; from now on devices are received into it."""

    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCages(Command[CageDone]):
    """Add cages and pallets to a lot, with the seals that the sender told."""

    lot: str
    cages: tuple[NewCage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistCage(Command[CageDone]):
    """Take a cage off the list before anybody has read its seal."""

    lot: str
    cage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSeal(Command[SealRead]):
    """Say which seal is on a cage. A wrong one freezes the cage at once.

    Args:
        lot: Code of the lot.
        stage: At the van, at arrival, at opening.
        seal: As it was scanned or typed; empty when there is none on the cage.
        cage: Its name; empty: the cage whose seal this is.
    """

    lot: str
    stage: SealStage
    seal: str
    cage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSeal(Command[CageDone]):
    """Decide about a cage whose seal is wrong: take it as it is, or send it back; with a reason."""

    lot: str
    cage: str
    decision: SealDecision
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLate(Command[LateLinked]):
    """Say that a device belongs to a lot that was closed before it came.

    Args:
        device: Our code; it was received into a later lot.
        lot: Code of the closed lot.
        row: Row of its list, None when no row says it.
    """

    device: str
    lot: str
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLotReceipt(Command[LotPaper]):
    """Print the hand-over receipt with what has come so far; each supersedes the former."""

    lot: str
    language: str = "fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueReconciliation(Command[LotPaper]):
    """Print how a closed lot's list and what came agree, as PDF and workbook."""

    lot: str
    language: str = "fi"
