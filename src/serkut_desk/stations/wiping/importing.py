"""Report files come in: every run once, every drive to its medium, every contradiction kept.

One transaction for all files, one journal entry for each new one.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any, cast

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.clock import HELSINKI
from serkut_desk.domain.clock_notes import Times, clock_flags, skew_of
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.report_links import Relation, told
from serkut_desk.domain.verdict import VERDICT_RULES
from serkut_desk.interchange.evidence import Outcome, ReportKind
from serkut_desk.stations import (
    attaching,
    facts,
    import_places,
    kernel_errors,
    report_matching,
    report_pairing,
    told_kinds,
)
from serkut_desk.stations import report_linking as linking
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.wiping import finding, reading
from serkut_desk.stations.wiping.batching import DUPLICATE, KEPT, Batch, add_file, source_of
from serkut_desk.stations.wiping.commands import ImportReports, ReadAgain
from serkut_desk.stations.wiping.results import (
    Imported,
    ImportedDrive,
    ImportedFile,
    ImportedRun,
    changes_of,
)

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.evidence import DriveResult, ReportRun
    from serkut_desk.domain.matching import House
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.interchange.evidence import ReadReport
    from serkut_desk.records.evidence import EvidenceFile
    from serkut_desk.stations.wiping.reading import FoundFile


@handles(ImportReports, Permission.WIPE, entries=Entries.MAYBE, prepare=reading.prepare)
def import_reports(task: Task, command: ImportReports) -> Imported:
    """Take in every file that is new; what is known already changes nothing."""
    performer = None
    if command.performed_by is not None:
        performer = finding.person(task.work, command.performed_by).code
    batch = Batch(task, source_of(command), performer)
    incoming = _Incoming(task, performer, set(), batch)
    found = cast("list[FoundFile]", task.prepared)
    # The kernel's messages last: they speak of what the logs tell.
    order = sorted(range(len(found)), key=lambda number: _speaks(found[number]))
    taken = {number: incoming.take(found[number]) for number in order}
    files = [taken[number] for number in range(len(found))]
    batch.close(files)
    import_places.follow(task.work, batch.came)
    devices = [task.work.devices.by_id(row_id) for row_id in sorted(incoming.touched)]
    changes = changes_of(devices) | Changes(evidence=True)
    return Imported(batch.placed(files), changes)


@handles(ReadAgain, Permission.WIPE, prepare=reading.prepare_again)
def read_again(task: Task, command: ReadAgain) -> Imported:
    """Take in what a file says that could not be read when it came."""
    del command
    found = cast("FoundFile", task.prepared)
    batch = Batch(task, ("files", ""), None)
    incoming = _Incoming(task, None, set(), batch)
    file = incoming.take(found)
    import_places.follow(task.work, batch.came)
    devices = [task.work.devices.by_id(row_id) for row_id in sorted(incoming.touched)]
    changes = changes_of(devices) | Changes(evidence=True)
    return Imported(batch.placed((file,)), changes)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a drive is told of: the file, the run in it, and how the run stands to earlier ones."""

    found: FoundFile
    run: ReportRun
    report_id: int
    house: House
    link: linking.Link


@dataclass(frozen=True, slots=True)
class _Incoming:
    """One import: who did it, who performed the wipes, and the devices touched so far."""

    task: Task
    performer: str | None
    touched: set[int]
    batch: Batch

    def take(self, found: FoundFile) -> ImportedFile:
        """Record one file."""
        report, digest, batch = found.report, found.sha256, self.batch
        if digest is None:
            kind = found.trouble if found.trouble in set(ReportKind) else None
            outcome = Outcome.UNREADABLE.value
            return ImportedFile(found.path, None, outcome, kind, number=batch.unread(found))
        known = self.task.work.evidence.file(digest)
        read = report is not None and report.outcome is Outcome.READ
        if report is None or not read or (known is not None and known.outcome == Outcome.READ):
            copied = batch.copied(found)
            if copied is not None:
                number, first = copied
                return ImportedFile(found.path, digest, DUPLICATE, None, number=number, first=first)
        if report is None:
            number = batch.known(found)
            return ImportedFile(found.path, digest, DUPLICATE, None, number=number)
        number = batch.stand(found, report)
        runs = self._keep(report, known, found) if report.outcome in KEPT else ()
        outcome, kind = report.outcome.value, report.kind.value
        return ImportedFile(found.path, digest, outcome, kind, runs, number=number)

    def _keep(
        self, report: ReadReport, known: EvidenceFile | None, found: FoundFile
    ) -> tuple[ImportedRun, ...]:
        work, now = self.task.work, self.task.now
        add_file(self.task, report, known)
        concerned: set[int] = set()
        runs = tuple(self._run(found, run, concerned) for run in report.runs)
        concerned |= told_kinds.learn(work, report.drives)
        concerned |= kernel_errors.hear(work, report.kernel)
        attached = attaching.attach_by_name(work, report, now, self.task.actor)
        devices = sorted(concerned)
        for row_id in devices:
            facts.refresh(work, row_id, now)
        codes = [work.devices.by_id(row_id).code for row_id in devices]
        head = work.journal.append(
            Tag.REPORT_IMPORTED,
            report.sha256,
            codes,
            sha256=report.sha256,
            name=report.name,
            size=report.size,
            outcome=report.outcome.value,
            kind=report.kind.value,
            performed_by=self.performer,
            runs=[_entry(run) for run in runs],
            **({"attached_to": list(attached)} if attached else {}),
        )
        for row_id in devices:
            work.devices.touch(row_id, head.seq, self.task.actor)
        self.touched.update(devices)
        return runs

    def _run(self, found: FoundFile, run: ReportRun, concerned: set[int]) -> ImportedRun:
        work = self.task.work
        link = linking.link(work, told(run))
        report_id = work.evidence.add_report(
            sha256=found.sha256,
            number=run.index,
            fingerprint=run.fingerprint,
            body_digest=run.body_digest or "",
            head_key=run.head_key,
            times_digest=run.times_digest or "",
            banner=run.banner,
            tool_version=run.tool_version,
            started=_text(run.started),
            ended=_text(run.ended),
            host=asdict(run.host),
            facts=_report_facts(run),
            same_as_id=link.same_as,
        )
        if link.same_as is not None:
            drives = tuple(self._known(drive, link.same_as) for drive in run.drives)
            relation: str | None = link.relation.value
        else:
            source = _Source(found, run, report_id, report_matching.house_of(work, run), link)
            drives = tuple(self._drive(drive, source, concerned) for drive in run.drives)
            for grown in link.grown:
                linking.supersede(work, grown, report_id)
            concerned.update(linking.accuse(work, link))
            relation = Relation.GROWN.value if link.grown else None
        pairs: tuple[report_pairing.Pair, ...] = ()
        if link.same_as is None:
            pairs = report_pairing.pair(work, report_id, run, self.task.now)
            concerned.update(device for one in pairs for device in one.devices)
            heard = kernel_errors.hear_kept(work, report_id)
            concerned.update(heard)
            # What a pair or the kernel says of a drive is said of it at once.
            drives = tuple(self._now(one) for one in drives) if pairs or heard else drives
        return ImportedRun(_text(run.started), _text(run.ended), run.tool, relation, drives, pairs)

    def _now(self, drive: ImportedDrive) -> ImportedDrive:
        """Answer with how a drive stands after its report was paired."""
        recorded = self.task.work.runs.by_id(drive.run or 0)
        if recorded is None:
            return drive
        return replace(
            drive,
            verdict=recorded.verdict.value,
            reasons=tuple(recorded.reasons),
            contradicted=recorded.contradicted,
        )

    def _known(self, drive: DriveResult, same_as: int) -> ImportedDrive:
        """Answer with where an earlier file put the drive."""
        runs = self.task.work.runs.of_report(same_as)
        earlier = next((one for one in runs if one.device_path == drive.device), None)
        return self._answer(drive, earlier, None)

    def _drive(self, drive: DriveResult, source: _Source, concerned: set[int]) -> ImportedDrive:
        run, house = source.run, source.house
        work, now = self.task.work, self.task.now
        placed = report_pairing.placed(work, drive, run) or report_matching.place(
            work, drive, run, house, now=now, by=self.task.actor
        )
        intake = None
        if placed.device_id is not None:
            concerned.add(placed.device_id)
            intake = work.devices.by_id(placed.device_id).received_at
        if placed.medium_id is not None:
            concerned.add(work.media.by_id(placed.medium_id).device_id)
        for candidate in placed.candidates:
            concerned.add(work.media.by_id(int(candidate)).device_id)
        row_id = work.runs.add(
            report_run_id=source.report_id,
            sha256=source.found.sha256,
            source="report",
            device_path=drive.device,
            serial=drive.serial_raw,
            serial_key=drive.serial or "",
            model=drive.model,
            capacity_bytes=drive.capacity,
            technique=drive.technique.value,
            method=drive.method,
            passes=drive.passes,
            verification=drive.verify.value,
            tool=run.program,
            tool_version=run.tool_version,
            verdict=drive.verdict.value,
            verdict_rules=run.rules or VERDICT_RULES,
            reasons=_reasons(drive),
            facts=drive_facts(drive, run, Told(now, intake, source.found), placed.candidates),
            started=_text(drive.started or run.started),
            ended=_text(drive.ended or run.ended),
            imported_at=now,
            imported_by=self.task.actor,
            **self._performers(run),
            medium_id=placed.medium_id,
            match=placed.state.value,
            match_reasons=[reason.value for reason in placed.match.reasons],
            contradicted=drive.device in source.link.accused,
            device_id=placed.device_id,
        )
        return self._answer(drive, work.runs.by_id(row_id), row_id)

    def _performers(self, run: ReportRun) -> dict[str, str | None]:
        """Return who performed the run; whom the evidence and whom the importer names, both."""
        told = self.task.work.people.by_code(run.performed_by) if run.performed_by else None
        if told is None or self.performer in {None, told.code}:
            return {"performed_by": told.code if told else self.performer}
        return {"performed_by": told.code, "second_by": self.performer}

    def _answer(
        self, drive: DriveResult, recorded: SanitisationRun | None, row_id: int | None
    ) -> ImportedDrive:
        work = self.task.work
        medium = device = None
        if recorded is not None and recorded.medium_id is not None:
            medium = work.media.by_id(recorded.medium_id)
        if recorded is not None and recorded.device_id is not None:
            device = work.devices.by_id(recorded.device_id).code
        return ImportedDrive(
            device=drive.device,
            serial=drive.serial_raw,
            model=drive.model,
            method=drive.method,
            verdict=drive.verdict.value,
            reasons=tuple(_reasons(drive)),
            match=recorded.match if recorded else "unknown",
            match_reasons=tuple(recorded.match_reasons) if recorded else (),
            medium=facts.name_of(medium) if medium else None,
            medium_id=medium.id if medium else None,
            device_code=device,
            run=row_id,
            contradicted=recorded.contradicted if recorded else False,
        )


def _speaks(found: FoundFile) -> bool:
    return found.report is not None and found.report.kernel is not None


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _reasons(drive: DriveResult) -> list[dict[str, Any]]:
    return [{"code": one.code.value, "facts": dict(one.facts)} for one in drive.reasons]


def _entry(run: ImportedRun) -> dict[str, Any]:
    """Return what the journal says of a run."""
    return {
        "started": run.started,
        "ended": run.ended,
        "link": run.link,
        **({"pairs": [one.entry for one in run.pairs]} if run.pairs else {}),
        "drives": [
            {
                "device": one.device,
                "serial": one.serial,
                "verdict": one.verdict,
                "match": one.match,
                "medium": one.medium_id,
                "contradicted": one.contradicted,
            }
            for one in run.results
        ],
    }


def _report_facts(run: ReportRun) -> dict[str, Any]:
    return {
        "final": run.final.value if run.final else None,
        "final_text": run.final_text,
        "at_least": run.at_least,
        "at_most": run.at_most,
        "kernel": run.kernel,
        "tool": run.tool,
        "options": dict(run.options.values),
        "paper": run.paper,
        "known": dict(run.known),
        "claims": [asdict(claim) for claim in told(run).claims],
    }


@dataclass(frozen=True, slots=True)
class Told:
    """When a report came, when its device came, and the file that it stands in."""

    received: datetime
    intake: datetime | None
    file: FoundFile


def drive_facts(
    drive: DriveResult, run: ReportRun, told: Told, candidates: dict[str, list[str]]
) -> dict[str, Any]:
    """Return what is kept of a drive beside the columns, for the policy and the certificate."""
    zone = UTC if run.utc else HELSINKI
    written = told.file.modified if told.file.on_fat else None
    times = Times(received=told.received, intake=told.intake, written=written, zone=zone)
    flags = clock_flags(run, times)
    skew = skew_of(run, times)
    counters = drive.counters
    return {
        "errors": counters.total if counters else None,
        "attested": sorted(word.value for word in drive.attested),
        "counters": asdict(counters) if counters else None,
        "hidden_areas": drive.hidden_areas.value,
        "direct_io": drive.direct_io,
        "bus": drive.bus,
        "status": drive.status,
        "known": {**dict(run.known), **dict(drive.known)},
        "size_text": drive.size_text,
        "bytes_erased": drive.bytes_erased,
        "bytes_total": drive.bytes_total,
        "passes_planned": drive.passes_planned,
        "final_blank": drive.final_blank,
        "retries": drive.retries,
        "trouble": [line[:200] for line in drive.trouble[:20]],
        "clock": [flag.value for flag in flags],
        "skew": asdict(skew) if skew else None,
        "banner": run.banner,
        # Under the name of the first system that was known to run in UTC.
        "shredos": run.utc,
        "kernel": run.kernel,
        "host": asdict(run.host),
        "candidates": candidates,
    }
