"""What screens and the command line read of the files that were brought in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.clock_notes import may_be_local_time
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.evidence_place import Place
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.sanitisation import judge
from serkut_desk.interchange.sniffing import TABLES
from serkut_desk.stations import attaching, facts, report_linking, rules
from serkut_desk.stations.evidence.handlers import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.domain.sanitisation import Judgement
    from serkut_desk.records.import_batches import ImportFile, NamedDrive
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

PAGE = 100
"""Rows that are fetched at a time."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many files stand in a place, and how many of them wait for a person."""

    place: Place
    files: int
    waiting: int


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file in the list.

    Args:
        number: What commands name it with.
        place: Where it stands.
        waits: Somebody has to do something about it.
        sha256: None where its bytes could not be read.
        kind: What it is by its content (`report.<kind>` in the texts).
        serials: Of the drives that it tells of, as it writes them.
        devices: Codes of the devices that they concern.
        source: files, folder or watch; `origin` is the name of the stick or folder.
        first: Of a copy: number of the file that came first.
        trouble: Why it could not be read (`trouble.<word>`).
        short_of: Its report is good, but not enough for a medium that it tells of.
    """

    number: int
    name: str
    place: Place
    waits: bool
    sha256: str | None
    size: int | None
    kind: str | None
    serials: tuple[str, ...]
    devices: tuple[str, ...]
    at: datetime
    by: str
    source: str
    origin: str
    first: int | None
    trouble: str | None
    settled_by: str | None
    short_of: bool = False

    @property
    def is_table(self) -> bool:
        """Whether a supplier's mapping can read it, once somebody has told the columns."""
        return self.kind in TABLES


@dataclass(frozen=True, slots=True)
class Inbox:
    """A stretch of the list, and how many stand where: what needs a person first."""

    counts: tuple[Count, ...]
    rows: tuple[FileLine, ...]
    more: bool

    @property
    def waiting(self) -> int:
        """How many files wait for a person."""
        return sum(one.waiting for one in self.counts)


@dataclass(frozen=True, slots=True)
class Against:
    """A file that says the opposite of a run, and what it says."""

    number: int
    name: str
    run: SanitisationRun


@dataclass(frozen=True, slots=True)
class DriveLine:
    """One drive of a file.

    Args:
        run: The run and all its facts.
        medium: What people call its medium, None while nobody knows it.
        proposed: The medium was proposed because of this report; nobody declared it.
        device: Code of the device that it concerns.
        against: Files that say the opposite, each with the run that it tells of.
        noted_by: Who said that the computer's clock ran in local time.
        performed: Who performed it, as the house calls them; empty when unknown.
        short_of: A good run that is not enough for its medium: what it gives by the policy of
            today. None for every other one.
        to_destroy: The medium waits for its destruction.
    """

    run: SanitisationRun
    medium: str | None
    proposed: bool
    device: str | None
    against: tuple[Against, ...]
    noted_by: str | None
    performed: tuple[str, ...]
    short_of: Judgement | None = None
    to_destroy: bool = False

    @property
    def may_be_local(self) -> bool:
        """Whether a clock that ran in local time would explain by how much it was off."""
        skew = self.run.facts.get("skew")
        return skew is not None and may_be_local_time(int(skew["seconds"]))


@dataclass(frozen=True, slots=True)
class Difference:
    """What a log and its certificate say differently (`pair.<field>` in the texts)."""

    field: str
    log: str
    paper: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Another file about the same run, and what the two say differently.

    `attached`: it goes with the run and proves nothing by itself.
    """

    number: int | None
    name: str
    agrees: bool
    differences: tuple[Difference, ...]
    attached: bool = False


@dataclass(frozen=True, slots=True)
class FilePage:
    """Everything about one file; `kept`: its original can be looked at."""

    line: FileLine
    drives: tuple[DriveLine, ...]
    first: str | None
    beside: tuple[Beside, ...]
    kept: bool


def inbox(
    desk: Desk,
    session: Session | None,
    place: Place | None = None,
    *,
    only_waiting: bool = False,
    offset: int = 0,
    limit: int = PAGE,
) -> Inbox:
    """Return files that were brought in: those that wait first, then the newest."""
    with desk.reading(session, Permission.WIPE) as work:
        found = work.imports.counts()
        counts = tuple(
            Count(
                one,
                found.get((one, True), 0) + found.get((one, False), 0),
                found.get((one, True), 0),
            )
            for one in Place
        )
        rows = work.imports.listed(place, only_waiting=only_waiting, limit=limit + 1, offset=offset)
        lines = _lines(work, rows[:limit])
        return Inbox(counts, lines, more=len(rows) > limit)


def page(desk: Desk, session: Session | None, number: int) -> FilePage:
    """Return one file with all that it tells.

    Raises:
        Refused: `import_file_unknown`.
    """
    now = desk.clock.now()
    with desk.reading(session, Permission.WIPE) as work:
        row = known(work, number)
        (line,) = _lines(work, [row])
        first = work.imports.find(line.first) if line.first is not None else None
        runs = _runs(work, row.digest)
        return FilePage(
            line,
            tuple(_drive(work, run, now) for run in runs),
            first.name if first else None,
            (*_beside(work, row.digest), *_attached(work, runs)),
            row.digest is not None and work.evidence.file(row.digest) is not None,
        )


def known(work: UnitOfWork, number: int) -> ImportFile:
    """Return the file with a number.

    Raises:
        Refused: `import_file_unknown`.
    """
    row = work.imports.find(number)
    if row is None:
        raise Refused("import_file_unknown", number=number)
    return row


def _lines(work: UnitOfWork, rows: list[ImportFile]) -> tuple[FileLine, ...]:
    digests = {row.digest for row in rows if row.digest is not None}
    told: dict[str, list[NamedDrive]] = defaultdict(list)
    for drive in work.imports.named_in(digests):
        told[drive.sha256].append(drive)
    batches = {one.id: one for one in work.imports.batches({row.batch_id for row in rows})}
    people = {one.by for one in batches.values()} | {row.settled_by for row in rows}
    names = {code: work.people.display(code) for code in people if code}
    found = []
    for row in rows:
        batch = batches[row.batch_id]
        drives = [] if row.place is Place.DUPLICATE else told.get(row.digest or "", [])
        found.append(
            FileLine(
                row.id,
                row.name,
                row.place,
                row.waits,
                row.digest,
                row.size,
                row.kind,
                tuple(dict.fromkeys(one.serial for one in drives if one.serial)),
                tuple(dict.fromkeys(one.device for one in drives if one.device)),
                batch.at,
                names[batch.by],
                batch.source,
                batch.name,
                row.detail.get("first"),
                row.detail.get("trouble"),
                names.get(row.settled_by or ""),
                short_of=row.place is Place.MATCHED and any(one.short_of for one in drives),
            )
        )
    return tuple(found)


def _runs(work: UnitOfWork, digest: str | None) -> list[SanitisationRun]:
    reports = work.evidence.reports_of(digest) if digest else []
    found = []
    for report in reports:
        # What an earlier file told of already stands there: it is shown from there.
        found += work.runs.of_report(report.same_as_id or report.id)
    return found


def _drive(work: UnitOfWork, run: SanitisationRun, now: datetime) -> DriveLine:
    medium = work.media.find(run.medium_id) if run.medium_id is not None else None
    device = work.devices.by_id(run.device_id).code if run.device_id is not None else None
    against = []
    if run.contradicted and run.set_aside_by is None:
        for one in report_linking.opponents(work, run):
            file = work.imports.first_of(one.sha256 or "")
            against += [Against(file.id, file.name, one)] if file else []
    note = run.facts.get(NOTE)
    return DriveLine(
        run,
        facts.name_of(medium) if medium else None,
        bool(medium and medium.proposed),
        device,
        tuple(against),
        work.people.display(str(note["by"])) if note else None,
        tuple(work.people.display(code) for code in sorted(run.performers)),
        _short_of(work, run, medium, now) if medium else None,
        medium is not None and medium.id in work.next_steps.to_destroy({medium.id}),
    )


def _short_of(
    work: UnitOfWork, run: SanitisationRun, medium: StorageMedium, now: datetime
) -> Judgement | None:
    """Return what the rules give for a good run where that is too little, else None."""
    counts = run.set_aside_by is None and run.paired_with is None and run.match == "matched"
    if run.verdict is not Verdict.PASSED or not counts:
        return None
    policy = rules.policy_at(work, now)
    question = rules.question_of(work, policy, work.devices.by_id(medium.device_id), medium)
    judged = judge(policy, question, run.policy_facts)
    return None if judged.enough else judged


def _beside(work: UnitOfWork, digest: str | None) -> list[Beside]:
    """Return the certificates of a log, or the log of a certificate."""
    found = []
    for report in work.evidence.reports_of(digest) if digest else []:
        for pair in work.report_pairs.of_report(report.id):
            other_id = pair.paper_id if pair.log_id == report.id else pair.log_id
            other = work.evidence.report(other_id)
            file = work.imports.first_of(other.sha256)
            named = work.evidence.file(other.sha256)
            said = [one for drive in pair.differences for one in drive.get("said", [])]
            differences = tuple(
                Difference(str(one["field"]), str(one["log"]), str(one["paper"])) for one in said
            )
            name = named.name if named else ""
            found.append(Beside(file.id if file else None, name, pair.agrees, differences))
    return found


def _attached(work: UnitOfWork, runs: Iterable[SanitisationRun]) -> Iterator[Beside]:
    """Yield the files that go with the runs of a file, each once."""
    kept = (one["sha256"] for run in runs for one in attaching.attached_to(run))
    for sha256 in dict.fromkeys(kept):
        file, named = work.imports.first_of(sha256), work.evidence.file(sha256)
        if named is not None:
            number = file.id if file else None
            yield Beside(number, named.name, agrees=True, differences=(), attached=True)
