"""Where a file stands that somebody brought: one place each, and whether it waits for a person.

A file stands where the gravest of its drives stands; a drive stands by what the report says of it,
by whether its medium is known, and by what people decided since.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Place(StrEnum):
    """Where a file stands; `place.<word>` in the texts. The first is the gravest."""

    CONTRADICTION = "contradiction"
    UNKNOWN_MEDIUM = "unknown_medium"
    TO_REVIEW = "to_review"
    FAILED = "failed"
    ABORTED = "aborted"
    UNREADABLE = "unreadable"
    MATCHED = "matched"
    DUPLICATE = "duplicate"
    ATTACHED = "attached"


class Telling(StrEnum):
    """Whether a report is the one that tells of its run."""

    FIRST = "first"
    # An earlier file told of the run already, or a later one told of all of it.
    AGAIN = "again"
    # A certificate beside the log of the same run: knowledge of that, no proof by itself.
    BESIDE = "beside"


GRAVITY = {place: number for number, place in enumerate(Place)}
"""The order of `Place`: the smaller, the sooner a person has to look."""

_BY_VERDICT = {
    Verdict.PASSED: Place.MATCHED,
    Verdict.REVIEW: Place.TO_REVIEW,
    Verdict.FAILED: Place.FAILED,
    Verdict.INSANE: Place.FAILED,
    Verdict.ABORTED: Place.ABORTED,
    Verdict.INCOMPLETE: Place.ABORTED,
    Verdict.NOT_STARTED: Place.ABORTED,
    Verdict.NOT_WIPED: Place.ABORTED,
    # It was only read: that proves no wipe, and nobody has to do anything about it.
    Verdict.VERIFY_ONLY: Place.ATTACHED,
}
_TOLD_ELSEWHERE = {Telling.AGAIN: Place.DUPLICATE, Telling.BESIDE: Place.ATTACHED}
_WAIT_FOR_MORE = frozenset({Place.FAILED, Place.ABORTED, Place.TO_REVIEW})


@dataclass(frozen=True, slots=True)
class DriveFate:
    """One drive of a report, as far as its place needs it.

    Args:
        verdict: What the report supports.
        matched: It is counted for a medium that a person declared.
        contradicted: Another report says the opposite, and nobody has settled it.
        set_aside: A person decided that it does not count.
        overtaken: A later run on the same medium has passed, or it was destroyed.
        given_up: After this result somebody decided to destroy the medium: nothing more is asked
            of its wipes.
        telling: Whether this report is the one that tells of the run.
    """

    verdict: Verdict
    matched: bool
    contradicted: bool = False
    set_aside: bool = False
    overtaken: bool = False
    given_up: bool = False
    telling: Telling = Telling.FIRST


@dataclass(frozen=True, slots=True)
class Fate:
    """A place, and whether somebody has to do something about it."""

    place: Place
    waits: bool


def place_of(drive: DriveFate) -> Fate:
    """Return where one drive stands.

    What does not count any more is kept and evidence of nothing; what another file told already
    stands there. An open contradiction comes before anything else, then the medium: as long as
    nobody knows which it is, no verdict helps.
    """
    if drive.set_aside:
        return Fate(Place.ATTACHED, waits=False)
    if drive.contradicted:
        return Fate(Place.CONTRADICTION, waits=True)
    if drive.telling is not Telling.FIRST:
        return Fate(_TOLD_ELSEWHERE[drive.telling], waits=False)
    if not drive.matched:
        return Fate(Place.UNKNOWN_MEDIUM, waits=True)
    place, over = _BY_VERDICT[drive.verdict], drive.overtaken or drive.given_up
    return Fate(place, waits=place in _WAIT_FOR_MORE and not over)


def place_of_file(drives: Iterable[DriveFate]) -> Fate:
    """Return where a file stands that tells of drives: where the gravest of them stands.

    It waits if any of them does: what waits comes before what is over, however grave that was.
    A report without any drive is unreadable as a report.
    """
    fates = [place_of(drive) for drive in drives]
    if not fates:
        return Fate(Place.UNREADABLE, waits=True)
    waiting = [fate for fate in fates if fate.waits] or fates
    return min(waiting, key=lambda fate: GRAVITY[fate.place])


def at_odds(opponents: Iterable[Collection[int]]) -> int:
    """Return how many reports of one run disagree: a file, and those that oppose one drive of it.

    Args:
        opponents: Of each drive of the file, the numbers of the files that say the opposite.
    """
    return 1 + max(map(len, opponents), default=0)


def counted(places: Iterable[Place]) -> dict[Place, int]:
    """Return how many stand in each place, every place named, the gravest first."""
    found = dict.fromkeys(Place, 0)
    for place in places:
        found[place] += 1
    return found


REPORT_ENDINGS = frozenset({".txt", ".log", ".pdf", ".xml", ".json", ".csv"})
"""How the names of reports end (reference 5.1); whatever else cannot be read is no report."""


def unread_waits(name: str) -> bool:
    """Tell whether a person has to look at a file that no reader understands.

    A stick carries pictures, programs and papers beside its reports: only what is called as a
    report is, or has no ending at all, is missed by anybody.
    """
    stem, dot, ending = name.rpartition(".")
    return not (dot and stem) or f".{ending.lower()}" in REPORT_ENDINGS
