"""Puts logs and certificates of one run together, in the transaction of an import.

In either order of arrival, in one import or days apart. What a certificate tells becomes
knowledge of the log's run; its own drives count no more beside it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.evidence import ReasonCode, Verdict
from serkut_desk.domain.matching import Candidate, Match, MatchReason, MatchState
from serkut_desk.domain.report_pairs import (
    TOLERANCE,
    DrivePair,
    DriveTold,
    of_drive,
    of_recorded,
    pairs_of,
    reasons_of,
)
from serkut_desk.domain.serials import variants
from serkut_desk.stations.report_matching import Placed, concerned

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.evidence import DriveResult, ReportRun
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.evidence import RecordedReport
    from serkut_desk.records.unit_of_work import UnitOfWork


# What keeps a log from passing although it would by itself.
_HELD_BACK = frozenset({ReasonCode.PAPER_DIFFERS.value, ReasonCode.KERNEL_ERRORS.value})

# The only program that writes a log and prints a certificate of the same run.
_PRINTS_BOTH = "nwipe"


@dataclass(frozen=True, slots=True)
class Pair:
    """A report that tells of the same run as the new one.

    Args:
        log_id: The report that counts; of two certificates the one that came first.
        paper_id: The report that is knowledge beside it.
        drives: The drives of which both tell, by the numbers of their records.
        devices: Rows of devices that this concerns; their state is to be derived anew.
    """

    log_id: int
    paper_id: int
    drives: tuple[DrivePair, ...]
    devices: frozenset[int]

    @property
    def agrees(self) -> bool:
        """Whether both say the same of every drive."""
        return all(one.agrees for one in self.drives)

    @property
    def entry(self) -> dict[str, Any]:
        """What the journal says of the pair."""
        return {
            "log": self.log_id,
            "paper": self.paper_id,
            "agrees": self.agrees,
            "drives": [_plain(one) for one in self.drives],
        }


def pair(work: UnitOfWork, report_id: int, run: ReportRun, now: datetime) -> tuple[Pair, ...]:
    """Pair a report that was just recorded with the earlier ones about the same run.

    Called after the report and its drives are recorded, in the same transaction, and not for a
    report that an earlier one tells already (`same_as_id`). The caller derives the states of
    `Pair.devices` anew and writes `Pair.entry` into its one journal entry.

    Args:
        work: The open transaction.
        report_id: The new report.
        run: What it says.
        now: The desk's time.
    """
    if run.program != _PRINTS_BOTH:
        return ()
    new = work.evidence.report(report_id)
    others = {
        int(one.report_run_id)
        for drive in work.runs.of_report(report_id)
        for one in _candidates(work, of_recorded(drive, paper=run.paper))
        if one.report_run_id not in (None, report_id)
    }
    earlier = [work.evidence.report(number) for number in sorted(others)]
    # With the log first: certificates are only paired with each other where there is none.
    earlier.sort(key=is_paper)
    return tuple(made for one in earlier if (made := _pair(work, one, new, now)))


def is_paper(report: RecordedReport) -> bool:
    """Tell whether a recorded report is a certificate that the program printed."""
    return bool(report.facts.get("paper"))


def placed(work: UnitOfWork, drive: DriveResult, run: ReportRun) -> Placed | None:
    """Return where the other report about a drive without a serial put it, None where none did.

    Called before the drive is placed: a second report must not propose the same drive again.
    """
    if drive.serial is not None or run.program != _PRINTS_BOTH:
        return None
    new = of_drive(drive, run, -1)
    for one in _candidates(work, new):
        report = work.evidence.report(int(one.report_run_id or 0))
        paper = is_paper(report)
        if paper == run.paper or one.paired_with is not None:
            continue
        # All drives, so that a twin of it is seen.
        theirs = [of_recorded(it, paper=paper) for it in work.runs.of_report(report.id)]
        mine = [of_drive(it, run, -1 if it is drive else -2) for it in run.drives]
        if any(it.log == -1 and it.paper == one.id for it in pairs_of(mine, theirs)):
            reasons = tuple(MatchReason(word) for word in one.match_reasons)
            candidates = tuple(
                Candidate(medium, tuple(MatchReason(word) for word in words))
                for medium, words in one.facts.get("candidates", {}).items()
            )
            device = None if one.device_id is None else str(one.device_id)
            state = MatchState(one.match)
            match = Match(state, None, candidates, device, reasons)
            return Placed(match, one.medium_id, one.device_id, state)
    return None


def part(work: UnitOfWork, run: SanitisationRun) -> set[int]:
    """Undo what pairing did, after a person set a run aside; return the devices concerned.

    Without its certificate a log has its own verdict again; without its log a certificate counts.
    """
    devices: set[int] = set()
    for other in _others(work, run):
        if other.paired_with == run.id:
            work.runs.change(other.id, paired_with=None)
        elif run.paired_with == other.id:
            reasons = [one for one in other.reasons if one["facts"].get("of") != run.id]
            alone = other.facts.get("verdict_alone")
            differs = any(one["code"] in _HELD_BACK for one in reasons)
            verdict = other.verdict.value if differs or alone is None else alone
            work.runs.change(other.id, reasons=reasons, verdict=verdict)
        else:
            continue
        devices |= concerned(work, other)
    return devices


def opposed(work: UnitOfWork, run: SanitisationRun) -> list[SanitisationRun]:
    """Return drives of paired reports that say the opposite of a run and still count."""
    return [
        one
        for one in _others(work, run, only_opposed=True)
        if one.contradicted and not one.set_aside_by
    ]


def _others(
    work: UnitOfWork, run: SanitisationRun, *, only_opposed: bool = False
) -> list[SanitisationRun]:
    if run.report_run_id is None:
        return []
    numbers = [
        one["paper"] if one["log"] == run.id else one["log"]
        for made in work.report_pairs.of_report(run.report_run_id)
        for one in made.differences
        if run.id in (one["log"], one["paper"]) and (one["opposed"] or not only_opposed)
    ]
    return [found for number in numbers if (found := work.runs.by_id(number))]


def _candidates(work: UnitOfWork, told: DriveTold) -> list[SanitisationRun]:
    ended = None
    if told.ended is not None:
        first, last = told.ended - TOLERANCE, told.ended + TOLERANCE
        ended = (first.isoformat(), last.isoformat())
    near = work.report_pairs.near(ended, variants(told.serial))
    # Another program's word about the same disk is another run, and never the log of this one.
    return [one for one in near if one.tool == _PRINTS_BOTH]


def _pair(
    work: UnitOfWork, earlier: RecordedReport, new: RecordedReport, now: datetime
) -> Pair | None:
    if not (is_paper(earlier) or is_paper(new)):
        return None
    log, paper = (new, earlier) if is_paper(earlier) and not is_paper(new) else (earlier, new)
    counting, beside = work.runs.of_report(log.id), work.runs.of_report(paper.id)
    if is_paper(log):
        counting = [one for one in counting if one.paired_with is None]
        beside = [one for one in beside if one.paired_with is None]
    drives = pairs_of(
        [of_recorded(one, paper=is_paper(log)) for one in counting],
        [of_recorded(one, paper=True) for one in beside],
    )
    if not drives:
        return None
    by_id = {one.id: one for one in (*counting, *beside)}
    devices: set[int] = set()
    for one in drives:
        devices |= _join(work, by_id[one.log], by_id[one.paper], one)
    made = Pair(log.id, paper.id, drives, frozenset(devices))
    work.report_pairs.add(
        log_id=log.id,
        paper_id=paper.id,
        agrees=made.agrees,
        differences=[_plain(one) for one in drives],
        at=now,
    )
    return made


def _join(
    work: UnitOfWork, log: SanitisationRun, paper: SanitisationRun, found: DrivePair
) -> set[int]:
    """Make a certificate's drive knowledge of the log's; return the devices that it concerns."""
    devices = concerned(work, log) | concerned(work, paper)
    known = {**log.facts.get("known", {}), **paper.facts.get("known", {})}
    changes: dict[str, Any] = {"facts": {**log.facts, "known": known}}
    if found.differences and log.verdict is Verdict.PASSED:
        changes["facts"]["verdict_alone"] = log.verdict.value
        changes["verdict"] = Verdict.REVIEW.value
    changes["reasons"] = [*log.reasons, *reasons_of(found)]
    work.runs.change(log.id, **changes, contradicted=log.contradicted or found.opposed)
    work.runs.change(
        paper.id,
        paired_with=log.id,
        contradicted=paper.contradicted or found.opposed,
    )
    return devices


def _plain(one: DrivePair) -> dict[str, Any]:
    return {
        "log": one.log,
        "paper": one.paper,
        "opposed": one.opposed,
        "said": [asdict(said) for said in one.differences],
    }
