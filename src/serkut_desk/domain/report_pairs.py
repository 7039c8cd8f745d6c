"""A log and a certificate of the same run: which drive is which, and whether both say the same.

nwipe writes a log for the run and PDF certificates for its drives. Together they are one proof:
the certificate is more knowledge of the same run, never a second one. The log wins: a certificate
never makes it look better, but what the two say differently keeps the drive from passing, and a
success in one with a failure in the other is a contradiction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import ReasonCode, Verdict
from serkut_desk.domain.matching import CUT_MODEL
from serkut_desk.domain.methods import method_key
from serkut_desk.domain.serials import serial_key, variants
from serkut_desk.domain.verdict import status_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from serkut_desk.domain.evidence import DriveResult, ReportRun
    from serkut_desk.domain.runs import SanitisationRun

# The clock of a line and that of the drive's own end differ by the moment in between.
TOLERANCE = timedelta(seconds=2)

_FAILURE = frozenset({Verdict.FAILED, Verdict.ABORTED, Verdict.INSANE})
_SUCCESS = frozenset({Verdict.PASSED, Verdict.REVIEW})


class PairField(StrEnum):
    """What a log and a certificate can say differently; sentences are `pair.<field>`."""

    STATUS = "status"
    ERRORS = "errors"
    SERIAL = "serial"
    SIZE = "size"
    METHOD = "method"
    STARTED = "started"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the two say differently, in the words of each."""

    field: PairField
    log: str
    paper: str


@dataclass(frozen=True, slots=True)
class DriveTold:
    """What one of the two says of a drive, as far as both can say it.

    `number` tells drives apart; `serial` is for comparing; `host` are the computer's own numbers.
    What is not said is None or empty and is never a difference.
    """

    number: int
    paper: bool
    serial: str
    model: str
    size: int | None
    method: str
    status: str
    errors: tuple[int, int, int | None] | None
    started: datetime | None
    ended: datetime | None
    verdict: Verdict
    host: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DrivePair:
    """One drive, told of twice: the numbers of both, and what they say differently."""

    log: int
    paper: int
    differences: tuple[Difference, ...] = ()
    opposed: bool = False

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return not self.differences and not self.opposed


def of_drive(drive: DriveResult, run: ReportRun, number: int) -> DriveTold:
    """Return what is compared of a drive that was read."""
    counters = drive.counters
    return DriveTold(
        number,
        run.paper,
        drive.serial or "",
        drive.model,
        drive.capacity,
        drive.method,
        status_word(drive.status or "").value,
        (counters.passes, counters.verification, counters.flush) if counters else None,
        drive.started or run.started,
        drive.ended or run.ended,
        drive.verdict,
        host_keys(run.host.system_serial, run.host.uuid),
    )


def of_recorded(run: SanitisationRun, *, paper: bool) -> DriveTold:
    """Return what is compared of a drive that is recorded."""
    counters = run.facts.get("counters")
    host = run.facts.get("host", {})
    return DriveTold(
        run.id,
        paper,
        run.serial_key,
        run.model,
        run.capacity_bytes,
        run.method,
        status_word(str(run.facts.get("status") or "")).value,
        (counters["passes"], counters["verification"], counters["flush"]) if counters else None,
        moment(run.started),
        moment(run.ended),
        Verdict(run.facts.get("verdict_alone", run.verdict)),
        host_keys(str(host.get("system_serial", "")), str(host.get("uuid", ""))),
    )


def host_keys(*told: str) -> frozenset[str]:
    """Return the numbers by which two reports name one computer."""
    return frozenset(key for key in map(serial_key, told) if any(mark.isdigit() for mark in key))


def pairs_of(logs: Sequence[DriveTold], papers: Sequence[DriveTold]) -> tuple[DrivePair, ...]:
    """Return the drives of which both tell, each at most once.

    First by serial and time. Then by computer, model, size and both times, where on each side
    just one drive is left that fits: so a drive without a serial finds its certificate, and an
    edited serial shows.
    """
    found = _matched(logs, papers, _same_serial)
    seen_logs = {log.number for log, _ in found}
    seen_papers = {paper.number for _, paper in found}
    left = [one for one in logs if one.number not in seen_logs]
    rest = [one for one in papers if one.number not in seen_papers]
    found += _matched(left, rest, _same_otherwise)
    return tuple(_pair(log, paper) for log, paper in found)


def _matched(
    logs: Iterable[DriveTold],
    papers: Iterable[DriveTold],
    same: Callable[[DriveTold, DriveTold], bool],
) -> list[tuple[DriveTold, DriveTold]]:
    """Return couples in which neither could be coupled with another."""
    those = list(papers)
    couples = []
    of_papers = [0] * len(those)
    for log in logs:
        fitting = [number for number, paper in enumerate(those) if same(log, paper)]
        for number in fitting:
            of_papers[number] += 1
        if len(fitting) == 1:
            couples.append((log, fitting[0]))
    return [(log, those[number]) for log, number in couples if of_papers[number] == 1]


def _same_serial(log: DriveTold, paper: DriveTold) -> bool:
    if not log.serial or not variants(log.serial) & variants(paper.serial):
        return False
    return _near(log.ended, paper.ended) or _near(log.started, paper.started)


def _same_otherwise(log: DriveTold, paper: DriveTold) -> bool:
    return (
        bool(log.host & paper.host)
        and _model(log.model) == _model(paper.model) != ""
        and log.size == paper.size is not None
        and _near(log.started, paper.started)
        and _near(log.ended, paper.ended)
    )


def _model(text: str) -> str:
    """Return the part of a model that no program cuts off."""
    return serial_key(text[:CUT_MODEL])


def _near(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= TOLERANCE


def _pair(log: DriveTold, paper: DriveTold) -> DrivePair:
    opposed = (log.verdict in _FAILURE and paper.verdict in _SUCCESS) or (
        log.verdict in _SUCCESS and paper.verdict in _FAILURE
    )
    return DrivePair(log.number, paper.number, tuple(_differences(log, paper)), opposed)


def _differences(log: DriveTold, paper: DriveTold) -> Iterator[Difference]:
    said = (
        (PairField.STATUS, log.status, paper.status, log.status == paper.status),
        (
            PairField.SERIAL,
            log.serial,
            paper.serial,
            bool(variants(log.serial) & variants(paper.serial)),
        ),
        (PairField.SIZE, log.size, paper.size, log.size == paper.size),
        (
            PairField.METHOD,
            log.method,
            paper.method,
            method_key(log.method) == method_key(paper.method),
        ),
        (PairField.STARTED, log.started, paper.started, _near(log.started, paper.started)),
        (PairField.ENDED, log.ended, paper.ended, _near(log.ended, paper.ended)),
    )
    for field, one, other, same in said:
        if one and other and not same:
            yield Difference(field, str(one), str(other))
    if log.errors and paper.errors and _counted(log.errors) != _counted(paper.errors):
        yield Difference(PairField.ERRORS, _shown(log.errors), _shown(paper.errors))


def _counted(errors: tuple[int, int, int | None]) -> tuple[int, int, int]:
    return errors[0], errors[1], errors[2] or 0


def _shown(errors: tuple[int, int, int | None]) -> str:
    return "/".join(map(str, _counted(errors)))


def moment(text: str | None) -> datetime | None:
    """Return a time that was stored as ISO text."""
    return datetime.fromisoformat(text) if text else None


def reasons_of(pair: DrivePair) -> list[dict[str, object]]:
    """Return what stands beside a log's verdict that its certificate does not bear out."""
    return [
        {
            "code": ReasonCode.PAPER_DIFFERS.value,
            "facts": {
                "field": one.field.value,
                "log": one.log,
                "paper": one.paper,
                "of": pair.paper,
            },
        }
        for one in pair.differences
    ]
