"""Cages and pallets of a delivery, and the seals on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from datetime import datetime

_MINUS = "\u2212"
# Between the name and the seal in what is pasted from a list or a mail.
_BETWEEN = re.compile(r"\s*[\t;|=]\s*")


class CageKind(StrEnum):
    """What things stand in or on."""

    CAGE = "cage"
    PALLET = "pallet"


class CageState(StrEnum):
    """How far a cage has come."""

    LISTED = "listed"
    AT_VAN = "at_van"
    ARRIVED = "arrived"
    OPENED = "opened"
    FROZEN = "frozen"
    SENT_BACK = "sent_back"


class SealStage(StrEnum):
    """Where a seal is read, in this order."""

    VAN = "van"
    ARRIVAL = "arrival"
    OPENING = "opening"


class SealDecision(StrEnum):
    """What a supervisor says of a cage whose seal is wrong."""

    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"


REACHED = {
    SealStage.VAN: CageState.AT_VAN,
    SealStage.ARRIVAL: CageState.ARRIVED,
    SealStage.OPENING: CageState.OPENED,
}
"""The state of a cage whose seal was right at a stage."""

_ORDER = (CageState.LISTED, CageState.AT_VAN, CageState.ARRIVED, CageState.OPENED)


@dataclass(frozen=True, slots=True)
class Cage:
    """A cage or pallet of a lot.

    `seal` is the number as the sender told it, empty when it came without. `seal_key` is what the
    next reading is compared with: that number, or the one that was found where none was told, or
    the one that a supervisor accepted. `seq` is its last entry in the journal.
    """

    id: int
    lot_id: int
    name: str
    name_key: str
    kind: CageKind
    seal: str
    seal_key: str
    state: CageState
    seq: int


@dataclass(frozen=True, slots=True)
class SealCheck:
    """A seal as it was read once; `seal` is empty when there was none on the cage.

    Decision, reason and the rest are None (reason: empty) until a supervisor has decided about a
    wrong one.
    """

    id: int
    cage_id: int
    stage: SealStage
    seal: str
    matches: bool
    at: datetime
    by: str
    decision: SealDecision | None
    reason: str
    decided_at: datetime | None
    decided_by: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class NewCage:
    """A cage as the sender tells it; `seal` is empty without one."""

    name: str
    seal: str = ""
    kind: CageKind = CageKind.CAGE


def seal_key(text: str) -> str:
    """Return what two writings of one seal have in common.

    Case, white space and dashes do not count; a zero at the beginning does.
    """
    plain = normalize("NFKC", text).upper()
    return "".join(mark for mark in plain if not (mark.isspace() or _is_dash(mark)))


def is_past(state: CageState, stage: SealStage) -> bool:
    """Tell whether a cage has come further than a stage."""
    return state in _ORDER and _ORDER.index(state) > _ORDER.index(REACHED[stage])


def cages_in(text: str, kind: CageKind = CageKind.CAGE) -> tuple[NewCage, ...]:
    """Return the cages in what was pasted: one a line, `name; seal`.

    Between the two stands a tab, `;`, `|` or `=`. A line with nothing between is a seal alone:
    its cage is called by the seal.
    """
    found = []
    for line in text.splitlines():
        name, *seal = _BETWEEN.split(line.strip(), maxsplit=1)
        if name or any(seal):
            found.append(NewCage(name or seal[0], seal[0] if seal else name, kind))
    return tuple(found)


def _is_dash(mark: str) -> bool:
    return category(mark) == "Pd" or mark == _MINUS
