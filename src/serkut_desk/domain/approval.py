"""Who may approve: somebody with the permission who had no part in the proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import Lack, LackCode, lack

if TYPE_CHECKING:
    from collections.abc import Iterable

# Acts by which a person decides what of a device's evidence counts.
SETTLING = frozenset(
    {
        Tag.MEDIUM_WITHDRAWN,
        Tag.MEDIUM_REJECTED,
        Tag.RUN_SET_ASIDE,
        Tag.RUN_ASSIGNED,
        Tag.KIND_CONFIRMED,
    }
)


def slots_sentence(count: int, slots: int | None) -> str:
    """Return the key of what an approver is told of a number of media and a model's places.

    Empty when they agree or nobody knows how many places there are. Fewer media than places is a
    question, since a medium may have been overlooked; more only says that the catalogue is wrong.
    """
    if slots is None or count == slots:
        return ""
    return "approval.slots.fewer" if count < slots else "approval.slots.more"


@dataclass(frozen=True, slots=True)
class RunPeople:
    """Who had a part in one run, by badge.

    Args:
        performers: Who started or recorded it, both of a destruction; empty when unknown.
        importer: Who read the report in or recorded the run.
        mapped_by: Who said how the supplier's file is read that tells of it; "" where no mapping
            read it.
    """

    performers: frozenset[str]
    importer: str
    mapped_by: str = ""


@dataclass(frozen=True, slots=True)
class ProofPeople:
    """Who had a part in the proof of one device.

    Args:
        runs: One for each run that the proof rests on.
        declared_by: Who declared its media, removed them, or said that none is inside.
        settled_by: Who decided what of the evidence counts: took back a medium, rejected a drive,
            set a run aside or gave it to a medium, or settled a kind (`SETTLING`).
    """

    runs: tuple[RunPeople, ...]
    declared_by: frozenset[str]
    settled_by: frozenset[str] = frozenset()


def against_approval(person: str, proof: ProofPeople, *, permitted: bool) -> tuple[Lack, ...]:
    """Return why `person` may not approve; empty when nothing stands against it.

    Args:
        person: Badge of who wants to approve.
        proof: Who had a part in it.
        permitted: The person's role holds the permission.
    """
    found = []
    if not permitted:
        found.append(lack(LackCode.NO_PERMISSION))
    if any(not run.performers for run in proof.runs):
        found.append(lack(LackCode.PERFORMER_UNKNOWN))
    if any(person in run.performers for run in proof.runs):
        found.append(lack(LackCode.APPROVER_PERFORMED))
    if any(person == run.importer for run in proof.runs):
        found.append(lack(LackCode.APPROVER_IMPORTED))
    if any(person == run.mapped_by for run in proof.runs):
        found.append(lack(LackCode.APPROVER_MAPPED))
    if person in proof.declared_by:
        found.append(lack(LackCode.APPROVER_DECLARED))
    if person in proof.settled_by:
        found.append(lack(LackCode.APPROVER_SETTLED))
    return tuple(found)


def who_may_approve(permitted: Iterable[str], proof: ProofPeople) -> tuple[str, ...]:
    """Return who of the people with the permission may approve; empty means the device waits."""
    return tuple(
        person for person in permitted if not against_approval(person, proof, permitted=True)
    )
