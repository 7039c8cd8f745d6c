"""What is answered about a lot's announcement, cages and papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.domain.cages import Cage, SealStage
    from serkut_desk.domain.delivery_list import DeliveryList
    from serkut_desk.domain.lots import Lot
    from serkut_desk.stations.papers import IssuedPaper


@dataclass(frozen=True, slots=True)
class Announced:
    """A lot as it is announced now."""

    lot: Lot


@dataclass(frozen=True, slots=True)
class Listed:
    """A lot has its list."""

    lot: str
    manifest: DeliveryList


@dataclass(frozen=True, slots=True)
class Arrived:
    """A lot is here; `already` tells that it was before, and nothing was written."""

    lot: str
    already: bool = False


@dataclass(frozen=True, slots=True)
class CageDone:
    """A lot's cages as they stand now; `changed` are those that the command touched."""

    lot: str
    cages: tuple[Cage, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealRead:
    """What a reading of a seal came to.

    Args:
        lot: Code of the lot.
        cage: The cage as it stands now.
        stage: Where it was read.
        matches: The seal is the one that was expected; a wrong one has frozen the cage.
        read: What was read, empty when there was no seal.
        expected: What the sender told, empty when it came without a seal.
        unsealed: There is no seal, and none was told: a remark.
        learned: None was told and one was found: it is what the next reading must show.
        again: It had been read at this stage before; nothing was written.
        left: Cages of the lot that wait for this stage.
        arrived: The lot came with this reading.
    """

    lot: str
    cage: Cage
    stage: SealStage
    matches: bool
    read: str
    expected: str
    unsealed: bool = False
    learned: bool = False
    again: bool = False
    left: int = 0
    arrived: bool = False


@dataclass(frozen=True, slots=True)
class LateLinked:
    """A device is linked to a lot that was closed before it came."""

    device: str
    lot: str
    row: int | None


@dataclass(frozen=True, slots=True)
class LotPaper:
    """A paper about a lot. `interim` tells that the lot was open; `replaces` names the former."""

    lot: str
    paper: IssuedPaper
    interim: bool
    replaces: str | None
