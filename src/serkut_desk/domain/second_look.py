"""The second look: which sanitised media another person reads back, and what a failure freezes.

Which medium is drawn is decided by the journal itself: the seed is made of the hash of the very
entry that the draw belongs to, so that nobody can know it before and anybody can recompute it
after. `resources/guide/en/looks.md` says how, with a test vector.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import local
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lacks import Lack, LackCode, lack
from serkut_desk.domain.policy import PHYSICAL, SanitisationTechnique
from serkut_desk.domain.serials import variants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from serkut_desk.domain.evidence import DriveResult, ReportRun

PREFIX = b"serkut-desk second look 1\n"
_WHOLE = 2**64
NOT_READ_BACK = PHYSICAL | frozenset(
    {
        SanitisationTechnique.IOS_FACTORY_RESET,
        SanitisationTechnique.ANDROID_RESET_ENCRYPTED,
        SanitisationTechnique.ANDROID_RESET_UNENCRYPTED,
        SanitisationTechnique.CHROMEOS_POWERWASH,
    }
)
"""After these nobody can read anything back: pieces, and memory that only its own system opens.

Such media are neither drawn nor counted in the share.
"""


class LookState(StrEnum):
    """How a second look stands; `look_state.<word>` in the texts."""

    OPEN = "open"
    CLEAN = "clean"
    FAILED = "failed"
    IMPOSSIBLE = "impossible"


class FreezeWhy(StrEnum):
    """What a frozen run has in common with the one that failed; `freeze_why.<word>`."""

    LOOK = "look"
    RUN = "run"
    TOOL_DAY = "tool_day"
    TOOL_PERSON = "tool_person"
    PERSON = "person"


class Lifted(StrEnum):
    """How a freeze ended; `freeze_lifted.<word>` in the texts."""

    WIPED_AGAIN = "wiped_again"
    DESTROYED = "destroyed"
    LOOKED_CLEAN = "looked_clean"
    TOLD = "told"
    UNFOUNDED = "unfounded"


COUNTS_AGAIN = frozenset({Lifted.LOOKED_CLEAN, Lifted.UNFOUNDED})
"""Endings after which the run proves again what it proved; after the others it never does."""


class Conclusion(StrEnum):
    """What an incident was; `incident_end.<word>` in the texts."""

    CONFIRMED = "confirmed"
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True)
class LookRules:
    """How many are looked at, and what a failure freezes, as a dated version.

    Args:
        version: Runs on with every change.
        effective_from: First day it holds (Finnish local date).
        per_hundred: How many of a hundred media sanitised in a month are drawn at least.
        least: How many at least when there is any.
        chance: Beside that, in how many of a thousand cases a medium is drawn by itself.
        freezes: What a failure freezes besides its own run, the nearest first.
    """

    version: int
    effective_from: date
    per_hundred: int
    least: int
    chance: int
    freezes: tuple[FreezeWhy, ...]

    def needed(self, population: int) -> int:
        """Return how many of a month's media have to be drawn, rounded up."""
        if not population:
            return 0
        return min(population, max(self.least, -(-population * self.per_hundred // 100)))

    def needed_by_now(self, population: int, before_today: int) -> int:
        """Return how many have to be drawn in the middle of a month.

        What was sanitised before today counts in full, today's only by full shares: so one device
        that is wiped and leaves on the same day is not held back for being the first.
        """
        return max(self.needed(before_today), population * self.per_hundred // 100)


def parse_look_rules(document: Mapping[str, Any]) -> LookRules:
    """Return the rules in parsed JSON.

    Raises:
        ValueError: A figure or word is not one that can be.
        KeyError: A field is missing.
    """
    share = document["share"]
    found = LookRules(
        version=int(document["version"]),
        effective_from=date.fromisoformat(document["effective_from"]),
        per_hundred=int(share["per_hundred"]),
        least=int(share["least"]),
        chance=int(share["chance_per_thousand"]),
        freezes=tuple(FreezeWhy(one["why"]) for one in document["freezes"]),
    )
    if not 0 < found.per_hundred <= 100 or found.least < 1 or not 0 <= found.chance <= 1000:  # noqa: PLR2004 - shares of a hundred and a thousand
        message = "these shares can not be"
        raise ValueError(message)
    return found


def month_of(instant: datetime) -> str:
    """Return the Finnish month of an instant, `2026-11`."""
    here = local(instant)
    return f"{here.year:04d}-{here.month:02d}"


@dataclass(frozen=True, slots=True)
class Draw:
    """What the entry of a draw says before its own hash decides who is drawn.

    Args:
        month: The month whose share it is about.
        population: How many media were sanitised in it, those of this entry included.
        before: How many of them before the day of the entry.
        drawn: How many of them are drawn already and were not impossible.
        need: How many more have to be drawn, if there are that many candidates.
        candidates: Numbers of the runs that can be drawn, ascending; empty where none is needed.
        fresh: Numbers of the runs of this entry, ascending: each has its own chance besides.
        chance: In how many of a thousand cases.
    """

    month: str
    population: int
    before: int
    drawn: int
    need: int
    candidates: tuple[int, ...]
    fresh: tuple[int, ...]
    chance: int

    def as_entry(self) -> dict[str, Any]:
        """Return what the entry says under the name `draw`."""
        return {
            "month": self.month,
            "population": self.population,
            "before": self.before,
            "drawn": self.drawn,
            "need": self.need,
            "candidates": list(self.candidates),
            "fresh": list(self.fresh),
            "chance": self.chance,
        }


def draw_in(told: Mapping[str, Any]) -> Draw:
    """Return what an entry says of a draw."""
    return Draw(
        month=told["month"],
        population=told["population"],
        before=told["before"],
        drawn=told["drawn"],
        need=told["need"],
        candidates=tuple(told["candidates"]),
        fresh=tuple(told["fresh"]),
        chance=told["chance"],
    )


def seed_of(entry_hash: str, month: str) -> str:
    """Return the seed: SHA-256 (hex) of the prefix, the entry's hash, a line end and the month."""
    return hashlib.sha256(PREFIX + f"{entry_hash}\n{month}".encode()).hexdigest()


def _rank(seed: str, run: int) -> str:
    return hashlib.sha256(f"{seed}\n{run}".encode()).hexdigest()


def chosen(draw: Draw, entry_hash: str) -> tuple[int, ...]:
    """Return the runs that are drawn, ascending.

    Each run has its rank: SHA-256 of the seed, a line end and its number. The `need` candidates
    with the lowest ranks are drawn, and every fresh run whose rank, as a fraction of all ranks, is
    below its chance.
    """
    seed = seed_of(entry_hash, draw.month)
    ranked = sorted(draw.candidates, key=lambda run: _rank(seed, run))
    lucky = {
        run for run in draw.fresh if int(_rank(seed, run)[:16], 16) * 1000 < draw.chance * _WHOLE
    }
    return tuple(sorted(lucky | set(ranked[: draw.need])))


def against_looking(
    person: str, *, performers: Collection[str], importer: str, approvers: Collection[str]
) -> tuple[Lack, ...]:
    """Return why a person may not read a medium back; empty when nothing stands against it."""
    found = []
    if person in performers:
        found.append(lack(LackCode.LOOKER_PERFORMED))
    if person == importer:
        found.append(lack(LackCode.LOOKER_IMPORTED))
    if person in approvers:
        found.append(lack(LackCode.LOOKER_APPROVED))
    return tuple(found)


class Told(StrEnum):
    """What a report says that was brought as evidence of a second look."""

    NOTHING = "nothing"
    OTHER_SERIAL = "other_serial"
    WRITTEN = "written"
    UNREAD = "unread"
    CLEAN = "clean"
    DIRTY = "dirty"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a report says of a medium, and the run that says it; None where none does."""

    told: Told
    run: ReportRun | None = None


def told_by(runs: Iterable[ReportRun], key: str, known: Collection[str] = ()) -> Reading:
    """Return what a report says of a medium that was to be read back.

    What was written to meanwhile says nothing of what was left before, whatever was read after:
    one file may hold several runs. Only what was read since the wipe that is looked at counts; of
    several readings the one that found something.

    Args:
        runs: What the file tells; nothing where no known program wrote it.
        key: The medium's serial, as `serial_key`.
        known: Fingerprints of the wipe itself, and of what was done to the medium before it.
    """
    keys = variants(key)
    several = list(runs)
    mine = [(run, one) for run in several for one in run.drives if one.serial in keys]
    if not mine:
        return Reading(Told.OTHER_SERIAL if any(run.drives for run in several) else Told.NOTHING)
    read: list[Reading] = []
    for run, drive in mine:
        if run.fingerprint and run.fingerprint in known and not _only_read(drive):
            read = []
        else:
            read.append(Reading(_told(drive), run))
    for worst in (Told.WRITTEN, Told.DIRTY):
        found = next((one for one in read if one.told is worst), None)
        if found is not None:
            return found
    return read[-1] if read else Reading(Told.WRITTEN, mine[-1][0])


def _only_read(drive: DriveResult) -> bool:
    return drive.technique is SanitisationTechnique.VERIFY_ONLY


def _told(drive: DriveResult) -> Told:
    if not _only_read(drive):
        return Told.WRITTEN
    if drive.verdict not in {Verdict.VERIFY_ONLY, Verdict.FAILED}:
        return Told.UNREAD
    counted = drive.counters is not None and drive.counters.total > 0
    good = drive.verdict is Verdict.VERIFY_ONLY and not counted and not drive.trouble
    return Told.CLEAN if good else Told.DIRTY


@dataclass(frozen=True, slots=True)
class RunMark:
    """What is compared when a second look has failed.

    Args:
        id: Number of the run.
        report: Number of the report's run that it was a drive of; None where no report told of it.
        tool: The program; empty where none was used.
        version: Its version, None when unknown.
        performers: Who performed it.
        at: When its evidence came in, by the house's clock: a wiped machine's is not to be trusted.
        days: Finnish days of the wipe by the machine's clock, which may add to a doubt.
    """

    id: int
    report: int | None
    tool: str
    version: str | None
    performers: frozenset[str]
    at: datetime
    days: frozenset[date] = frozenset()

    @property
    def all_days(self) -> frozenset[date]:
        """The days on which it may have been done."""
        return self.days | {local(self.at).date()}


def frozen_by(
    failed: RunMark,
    others: Iterable[RunMark],
    rules: LookRules,
    *,
    last_clean: datetime | None = None,
) -> dict[int, FreezeWhy]:
    """Return which runs a failure freezes, each with the nearest reason; the failed one first.

    Args:
        failed: The run that was looked at.
        others: Runs that may have something in common with it.
        rules: What freezes.
        last_clean: When the evidence of the last run of the same person came in that somebody has
            looked at and found clean; what that person did up to then is not doubted.
    """
    found = {failed.id: FreezeWhy.LOOK}
    for other in others:
        why = next((one for one in rules.freezes if _alike(one, failed, other, last_clean)), None)
        if why is not None:
            found.setdefault(other.id, why)
    return found


def _alike(why: FreezeWhy, failed: RunMark, other: RunMark, last_clean: datetime | None) -> bool:
    same_tool = bool(failed.tool) and (failed.tool, failed.version) == (other.tool, other.version)
    same_person = bool(failed.performers & other.performers)
    since = last_clean is None or other.at > last_clean
    return {
        FreezeWhy.LOOK: other.id == failed.id,
        FreezeWhy.RUN: failed.report is not None and failed.report == other.report,
        FreezeWhy.TOOL_DAY: same_tool and bool(failed.all_days & other.all_days),
        FreezeWhy.TOOL_PERSON: same_tool and same_person and since,
        FreezeWhy.PERSON: same_person and since,
    }[why]
