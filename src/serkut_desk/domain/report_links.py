"""How two reports stand to each other: the same run, a part of it, or a contradiction.

Reports are plain text that anybody can edit. A second text about one run is only then harmless
when it says the same of every drive; what differs is a contradiction, whichever came first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Verdict

if TYPE_CHECKING:
    from serkut_desk.domain.evidence import DriveResult, ReportRun

_BAD = frozenset({Verdict.FAILED.value, Verdict.ABORTED.value, Verdict.INSANE.value})
# What no later line of the same report can change.
_FINAL = _BAD | {Verdict.PASSED.value}


class Relation(StrEnum):
    """What a later report is to an earlier one."""

    NONE = "none"
    SAME = "same"
    PART = "part"
    GROWN = "grown"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a report says of one drive; `rest` is everything else that a policy can ask for."""

    device: str
    serial: str
    verdict: str
    rest: str


@dataclass(frozen=True, slots=True)
class Told:
    """One run as one report tells of it; digests as in `ReportRun`, empty where there is none."""

    fingerprint: str
    body: str
    head: str
    finished: bool
    claims: tuple[Claim, ...]
    times: str = ""


def claim_of(drive: DriveResult) -> Claim:
    """Return what a report says of a drive."""
    errors = drive.counters.total if drive.counters else None
    said = (
        drive.technique.value,
        drive.method,
        drive.passes,
        drive.verify.value,
        drive.hidden_areas.value,
        errors,
        drive.bus,
        drive.bytes_erased,
    )
    return Claim(drive.device, drive.serial or "", drive.verdict.value, "|".join(map(str, said)))


def told(run: ReportRun) -> Told:
    """Return what is compared of a run that was read."""
    return Told(
        run.fingerprint,
        run.body_digest or "",
        run.head_key,
        run.final is not None,
        tuple(claim_of(drive) for drive in run.drives),
        run.times_digest or "",
    )


def relation(earlier: Told, later: Told) -> Relation:
    """Return what `later` is to `earlier`.

    The beginnings of two runs can be alike by chance where a computer's clock starts anew at
    every boot; so they are only compared where one is unfinished or the results oppose.
    """
    same_run = earlier.fingerprint == later.fingerprint
    same_body = bool(earlier.body) and earlier.body == later.body
    same_head = bool(earlier.head) and earlier.head == later.head
    same_times = bool(earlier.times) and earlier.times == later.times
    if not (same_run or same_body or same_head or same_times):
        return Relation.NONE
    if (same_run or same_body or same_times) and set(earlier.claims) == set(later.claims):
        return Relation.SAME
    if (same_run or same_head) and not same_body:
        if not later.finished and _is_part(later, earlier) and earlier.finished:
            return Relation.PART
        if not earlier.finished and _is_part(earlier, later):
            return Relation.GROWN
    opposed = bool(differing(earlier, later))
    return Relation.CONTRADICTS if opposed else Relation.NONE


def differing(one: Told, other: Told) -> frozenset[str]:
    """Return the drives (device paths) of which the two say what can not both be true."""
    mine = {claim.device: claim for claim in one.claims}
    theirs = {claim.device: claim for claim in other.claims}
    same_text = (
        one.fingerprint == other.fingerprint
        or (bool(one.body) and one.body == other.body)
        or (bool(one.times) and one.times == other.times)
    )
    if same_text:
        return frozenset(
            device
            for device in mine.keys() | theirs.keys()
            if mine.get(device) != theirs.get(device)
        )
    return frozenset(
        device
        for device in mine.keys() & theirs.keys()
        if mine[device].serial == theirs[device].serial
        and _opposed(mine[device].verdict, theirs[device].verdict)
    )


def _is_part(part: Told, whole: Told) -> bool:
    """Tell whether an unfinished report can be the beginning of another."""
    by_device = {claim.device: claim for claim in whole.claims}
    return all(
        (found := by_device.get(claim.device)) is not None
        and found.serial == claim.serial
        and (claim.verdict not in _FINAL or claim.verdict == found.verdict)
        for claim in part.claims
    )


def _opposed(one: str, other: str) -> bool:
    passed = Verdict.PASSED.value
    return (one == passed and other in _BAD) or (other == passed and one in _BAD)
