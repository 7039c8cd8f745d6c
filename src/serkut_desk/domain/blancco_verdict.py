"""From one erasure in a Blancco report to a verdict, by what the report says and by no more.

PASSED means: the report calls it successful, tells of no exception, and counts no failed sector
and no error. No real export was at hand when this was written, so every result carries
`UNPROVEN_FORMAT`, and the program `blancco` is in no shipped list of approved tools: by the policy
nothing that is read here is enough. A supervisor who has compared it with a real export adds the
tool to the policy; what a rule asks for besides (a read-back, the drive's own status) still has to
be there. The verdict itself is not lowered, since a policy can be changed and a verdict cannot.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Reason, ReasonCode, Verdict
from serkut_desk.domain.policy import SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANCCO_RULES = 1
PROGRAM = "blancco"
_FIRST_LINE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class ToldErasure:
    """What decides about one erasure.

    Args:
        state: What the report calls it.
        meaning: PASSED, FAILED, ABORTED, or REVIEW for a word that no table knows.
        trouble: Messages of failures and exceptions.
        failed_sectors: As counted; None where it is missing or no number.
        total_errors: As counted; None where it is missing or no number.
        technique: What its standard does.
        standard: The standard's name.
        serial: Whether it names the medium.
        signed: Whether the report says that it carries a signature.
    """

    state: str
    meaning: Verdict
    trouble: tuple[str, ...]
    failed_sectors: int | None
    total_errors: int | None
    technique: SanitisationTechnique
    standard: str
    serial: bool
    signed: bool


def judge_erasure(told: ToldErasure) -> tuple[Verdict, tuple[Reason, ...]]:
    """Return the verdict of one erasure and its reasons."""
    notes = tuple(_notes(told))
    if told.meaning is Verdict.ABORTED:
        return Verdict.ABORTED, (Reason(ReasonCode.STATUS_ABORTED), *_trouble(told), *notes)
    failures = tuple(_failures(told))
    if told.meaning is Verdict.FAILED or failures:
        said = (Reason(ReasonCode.STATUS_FAILED),) if told.meaning is Verdict.FAILED else ()
        return Verdict.FAILED, (*said, *failures, *_trouble(told), *notes)
    doubts = (*_trouble(told), *_doubts(told))
    verdict = Verdict.REVIEW if doubts else Verdict.PASSED
    return verdict, (*doubts, *notes)


def _failures(told: ToldErasure) -> Iterator[Reason]:
    sectors, errors = told.failed_sectors or 0, told.total_errors or 0
    if sectors or errors:
        facts = (("passes", sectors), ("verification", 0), ("flush", errors))
        yield Reason(ReasonCode.ERRORS_COUNTED, facts)


def _trouble(told: ToldErasure) -> Iterator[Reason]:
    if told.trouble:
        facts = (("first", told.trouble[0][:_FIRST_LINE_LENGTH]),)
        yield Reason(ReasonCode.EXCEPTION_TOLD, facts)


def _doubts(told: ToldErasure) -> Iterator[Reason]:
    if told.meaning is not Verdict.PASSED:
        yield Reason(ReasonCode.STATE_NOT_KNOWN, (("state", told.state[:80] or "-"),))
    if told.failed_sectors is None or told.total_errors is None:
        yield Reason(ReasonCode.COUNTERS_MISSING)
    if told.technique is SanitisationTechnique.UNKNOWN:
        yield Reason(ReasonCode.METHOD_UNKNOWN, (("method", told.standard[:80] or "-"),))


def _notes(told: ToldErasure) -> Iterator[Reason]:
    yield Reason(ReasonCode.UNPROVEN_FORMAT)
    if told.signed:
        yield Reason(ReasonCode.SIGNATURE_NOT_CHECKED)
    if not told.serial:
        yield Reason(ReasonCode.SERIAL_MISSING)
