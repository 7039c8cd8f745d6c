"""Finds earlier reports about the same run: linked, grown, or contradicted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.report_links import Claim, Relation, Told, differing, relation
from serkut_desk.stations import report_pairing
from serkut_desk.stations.report_matching import concerned

if TYPE_CHECKING:
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.evidence import RecordedReport
    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Link:
    """How a new report stands to those before it.

    Args:
        relation: same or part where nothing of it counts, else none.
        same_as: The earlier report that tells of it already.
        grown: Earlier reports of which it is the whole.
        accused: Drives of the new report (device paths) that contradict an earlier one.
        against: Drives of earlier reports that they contradict, by the report's number.
    """

    relation: Relation = Relation.NONE
    same_as: int | None = None
    grown: tuple[int, ...] = ()
    accused: frozenset[str] = frozenset()
    against: dict[int, frozenset[str]] = field(default_factory=dict)


def recorded_told(recorded: RecordedReport) -> Told:
    """Return what is compared of a report that is recorded."""
    return Told(
        recorded.fingerprint,
        recorded.body_digest,
        recorded.head_key,
        recorded.finished,
        tuple(Claim(**claim) for claim in recorded.facts["claims"]),
        recorded.times_digest,
    )


def link(work: UnitOfWork, new: Told) -> Link:
    """Return how a new report stands to the recorded ones."""
    related = [
        (one, recorded_told(one), relation(recorded_told(one), new))
        for one in work.evidence.alike(new)
    ]
    for wanted in (Relation.SAME, Relation.PART):
        for one, _, how in related:
            if how is wanted:
                return Link(wanted, same_as=one.id)
    accused: set[str] = set()
    against: dict[int, frozenset[str]] = {}
    for one, earlier, how in related:
        if how is not Relation.CONTRADICTS:
            continue
        aside = {run.device_path for run in work.runs.of_report(one.id) if run.set_aside_by}
        # What a supervisor has set aside accuses nobody any more.
        devices = differing(earlier, new) - aside
        if devices:
            against[one.id] = devices
            accused |= devices
    grown = tuple(one.id for one, _, how in related if how is Relation.GROWN)
    return Link(grown=grown, accused=frozenset(accused), against=against)


def accuse(work: UnitOfWork, found: Link) -> set[int]:
    """Mark the earlier runs that are contradicted; return the devices that they concern."""
    devices: set[int] = set()
    for report_id, paths in found.against.items():
        for run in work.runs.of_report(report_id):
            if run.device_path in paths:
                work.runs.contradict(run.id, contradicted=True)
                devices |= concerned(work, run)
    return devices


def supersede(work: UnitOfWork, earlier: int, report_id: int) -> None:
    """Remember on the drives of a report that it was only the beginning of another."""
    for run in work.runs.of_report(earlier):
        work.runs.change(run.id, facts={**run.facts, "continued_in": report_id})


def opposing(work: UnitOfWork, run: SanitisationRun) -> list[int]:
    """Return reports that can not be true together with the report of a run."""
    if run.report_run_id is None:
        return []
    own = work.evidence.report(run.report_run_id)
    mine = recorded_told(own)
    found = []
    for other in work.evidence.alike(mine):
        theirs = recorded_told(other)
        pair = (mine, theirs) if own.id < other.id else (theirs, mine)
        if other.id != own.id and relation(*pair) is Relation.CONTRADICTS:
            found.append(other.id)
    return found


def opponents(work: UnitOfWork, run: SanitisationRun) -> list[SanitisationRun]:
    """Return runs of other reports that speak against a run and still count."""
    found = report_pairing.opposed(work, run)
    for report_id in opposing(work, run):
        runs = work.runs.of_report(report_id)
        same = [one for one in runs if one.device_path == run.device_path]
        # A report that leaves the drive out speaks against it with all that it says.
        found += [one for one in (same or runs) if one.contradicted and not one.set_aside_by]
    return found


def settle(work: UnitOfWork, run: SanitisationRun) -> set[int]:
    """Clear runs against which nothing speaks after `run` was set aside; return their devices."""
    devices: set[int] = set()
    accused = [one for number in opposing(work, run) for one in work.runs.of_report(number)]
    for one in (*accused, *report_pairing.opposed(work, run)):
        if one.contradicted and not opponents(work, one):
            work.runs.contradict(one.id, contradicted=False)
            devices |= concerned(work, one)
    return devices
