"""Puts answers together by drive: one run for each erase, and what drives say of themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import (
    DriveResult,
    FinalLine,
    HiddenAreas,
    Reason,
    ReasonCode,
    ReportRun,
    Verdict,
)
from serkut_desk.domain.firmware_verdict import FIRMWARE_RULES, StepKind, judge_erase
from serkut_desk.interchange.tool_texts.smartctl import PROGRAM as SMARTCTL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from serkut_desk.domain.firmware_verdict import Step
    from serkut_desk.interchange.tool_texts.facts import Answer, Identity

MOST_RUNS = 200
_NAMESPACE = re.compile(r"(/dev/)(?:ng|nvme)(\d+)(?:n\d+)?(?:p\d+)?\Z")
_NOTHING_DONE = frozenset({SMARTCTL, ""})


@dataclass(slots=True)
class _Drive:
    """Everything that a text tells of one drive, in its order."""

    device: str
    answers: list[Answer] = field(default_factory=list)

    @property
    def identities(self) -> list[Identity]:
        return [one.identity for one in self.answers if one.identity is not None]


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells: a run for each erase of a drive whose serial it holds, and its drives."""

    runs: tuple[ReportRun, ...]
    drives: tuple[DriveResult, ...]


def assemble(answers: Iterable[Answer], comparable: Callable[[str], str | None]) -> Told:
    """Return what answers tell together.

    An answer that names no drive belongs to the only drive of the text, and to none where there
    are several. A drive without a serial proves nothing: no run is told of it.
    """
    drives = _by_drive(answers)
    runs: list[ReportRun] = []
    for drive in drives:
        runs += _runs(drive, comparable, len(runs))
        if len(runs) > MOST_RUNS:
            runs = runs[:MOST_RUNS]
    told = tuple(_result(one, comparable) for one in drives if one.identities)
    return Told(tuple(runs), told)


def _by_drive(answers: Iterable[Answer]) -> list[_Drive]:
    found: dict[str, _Drive] = {}
    all_of_them = list(answers)
    for answer in all_of_them:
        key = _key(answer.device)
        found.setdefault(key, _Drive(answer.device)).answers.append(answer)
    nameless = found.get("")
    others = [drive for key, drive in found.items() if key]
    if nameless is None or len(others) != 1:
        return others or list(found.values())
    # In the order of the text, since what stands before and after an erase decides.
    return [_Drive(others[0].device, all_of_them)]


def _key(device: str) -> str:
    """Return one key for a controller and its namespaces."""
    found = _NAMESPACE.match(device)
    return f"{found[1]}nvme{found[2]}" if found else device


def _result(drive: _Drive, comparable: Callable[[str], str | None]) -> DriveResult:
    """Return what the drive says of itself; of two that differ the first, marked."""
    identities = drive.identities
    best = next((one for one in identities if one.serial), identities[0])
    keys = {comparable(one.serial) for one in identities if one.serial}
    return DriveResult(
        device=drive.device,
        bus=next((one.bus for one in identities if one.bus), ""),
        model=max((one.model for one in identities), key=len),
        serial_raw=best.serial,
        serial=comparable(best.serial) if best.serial else None,
        serial_disagrees=len(keys) > 1,
        capacity=next((one.capacity for one in identities if one.capacity), None),
        hidden_areas=HiddenAreas.UNKNOWN,
        known=_known(identities),
    )


def _known(identities: list[Identity]) -> tuple[tuple[str, str], ...]:
    known: dict[str, str] = {}
    for one in identities:
        told = [("firmware", one.firmware), *one.known]
        known |= {name: text for name, text in told if text and name not in known}
    return tuple(known.items())


def _runs(drive: _Drive, comparable: Callable[[str], str | None], first: int) -> list[ReportRun]:
    if not any(one.serial for one in drive.identities):
        return []
    result = _result(drive, comparable)
    steps = [(answer, step) for answer in drive.answers for step in answer.steps]
    starts = [place for place, (_, step) in enumerate(steps) if step.kind is StepKind.ERASE]
    if not starts:
        return _without_command(drive, result, steps, first)
    ends = [*starts[1:], len(steps)]
    return [
        _run(drive, result, steps, place=place, end=end, index=first + number)
        for number, (place, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _without_command(
    drive: _Drive, result: DriveResult, steps: list[tuple[Answer, Step]], first: int
) -> list[ReportRun]:
    """Return a run where only the drive's status tells that there was a sanitize."""
    telling = [step for _, step in steps if step.kind is StepKind.STATUS]
    if not telling or not telling[-1].tells_of_one:
        return []
    return [_run(drive, result, steps, place=None, end=len(steps), index=first)]


def _run(
    drive: _Drive,
    result: DriveResult,
    steps: list[tuple[Answer, Step]],
    *,
    place: int | None,
    end: int,
    index: int,
) -> ReportRun:
    before = [step for _, step in steps[: place or 0]]
    erase = None if place is None else steps[place][1]
    after = [step for _, step in steps[(0 if place is None else place + 1) : end]]
    judged = judge_erase(before, erase, after)
    verdict, reasons = judged.verdict, judged.reasons
    if result.serial_disagrees and verdict is Verdict.PASSED:
        # What stands before and after may be of two drives that had the same name.
        verdict = Verdict.REVIEW
    notes = [
        (ReasonCode.SERIAL_DISAGREES, result.serial_disagrees),
        (ReasonCode.SERIAL_MISSING, result.serial is None),
    ]
    reasons += tuple(Reason(code) for code, holds in notes if holds)
    answer = steps[place][0] if place is not None else steps[-1][0]
    program = answer.program if answer.program not in _NOTHING_DONE else ""
    started, ended = _clocks(drive, steps, place)
    judged_drive = replace(
        result,
        method=judged.technique.value.replace("_", " "),
        technique=judged.technique,
        status=erase.refused or None if erase else None,
        begun=erase is not None,
        attested=judged.attested,
        started=started,
        ended=ended,
        verdict=verdict,
        reasons=reasons,
    )
    return ReportRun(
        index=index,
        tool=program,
        program=program,
        tool_version=answer.version,
        started=started,
        ended=ended,
        final=None if verdict is Verdict.INCOMPLETE else FinalLine.COMPLETED,
        drives=(judged_drive,),
        rules=FIRMWARE_RULES,
        fingerprint=_fingerprint(result, steps[:end], place),
    )


def _clocks(
    drive: _Drive, steps: list[tuple[Answer, Step]], place: int | None
) -> tuple[datetime | None, datetime | None]:
    """Return the computer's clock as it was shown last before the erase, and first after it."""
    if place is None:
        return None, None
    at = next(number for number, answer in enumerate(drive.answers) if answer is steps[place][0])
    before = [one.clock for one in drive.answers[:at] if one.clock]
    after = [one.clock for one in drive.answers[at + 1 :] if one.clock]
    started = datetime.fromisoformat(before[-1]) if before else None
    ended = datetime.fromisoformat(after[0]) if after else None
    return started, ended


def _fingerprint(result: DriveResult, steps: list[tuple[Answer, Step]], place: int | None) -> str:
    """Return the digest of a run: of what was said, whichever file holds it."""
    parts = ["tools", result.serial or "", result.model, str(place)]
    parts += [f"{answer.clock} {step}" for answer, step in steps]
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
