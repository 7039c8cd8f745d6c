"""What to do next about a medium whose proof is not enough: never what its kind cannot do.

The same technique is only advised again where it can reach what is asked; otherwise another one
that can, and, last, destroying. The best first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.media import SOLDERED_KINDS, MediumKind
from serkut_desk.domain.policy import PHYSICAL, SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from serkut_desk.domain.lacks import Lack


class Advice(StrEnum):
    """What to do next about a medium; `advice.<word>` in the texts."""

    WIPE = "wipe"
    REPEAT_WIPE = "repeat_wipe"
    OTHER_PORT = "other_port"
    SANITIZE = "sanitize"
    RESET_PHONE = "reset_phone"
    REMOVE_AND_DESTROY = "remove_and_destroy"
    DESTROY_DEVICE = "destroy_device"
    DESTROY_FINER = "destroy_finer"
    MELT = "melt"
    CONFIRM_KIND = "confirm_kind"
    MORE_PASSES = "more_passes"
    VERIFY_ON = "verify_on"
    REMOVE_HIDDEN_AREAS = "remove_hidden_areas"
    ACCEPT_UNKNOWN = "accept_unknown"
    APPROVED_TOOL = "approved_tool"
    COMPLETE_RECORD = "complete_record"
    REVIEW_REPORT = "review_report"


RESETS = frozenset(
    {
        SanitisationTechnique.IOS_FACTORY_RESET,
        SanitisationTechnique.ANDROID_RESET_ENCRYPTED,
    }
)
_OVERWRITE = SanitisationTechnique.OVERWRITE
# Done again, a run without this is good; only where its technique can reach what is asked.
_AGAIN = {
    LackCode.VERIFICATION_OFF: Advice.VERIFY_ON,
    LackCode.COUNTERS_UNKNOWN: Advice.APPROVED_TOOL,
    LackCode.TOOL_NOT_APPROVED: Advice.APPROVED_TOOL,
    LackCode.PASSES_TOO_FEW: Advice.MORE_PASSES,
    LackCode.HOUSE_PASSES: Advice.MORE_PASSES,
    LackCode.HIDDEN_AREAS_FOUND: Advice.REMOVE_HIDDEN_AREAS,
    LackCode.ERRORS_FOUND: Advice.OTHER_PORT,
}
# After these a medium is doubtful: destroying it is named beside the other way.
_DOUBTFUL = frozenset({LackCode.HIDDEN_AREAS_FOUND, LackCode.ERRORS_FOUND})
_BROKEN_OFF = frozenset({Verdict.ABORTED, Verdict.INCOMPLETE, Verdict.NOT_STARTED})
_NEVER_WRITTEN = frozenset({Verdict.NOT_WIPED, Verdict.VERIFY_ONLY})


@dataclass(frozen=True, slots=True)
class Case:
    """What the advice rests on.

    Args:
        kind: The kind that was counted with.
        ways: Techniques that reach what is asked of it.
        technique: What was done, None when nothing was.
        verdict: What came of it.
        by_hand: A person recorded it.
    """

    kind: MediumKind
    ways: Collection[SanitisationTechnique]
    technique: SanitisationTechnique | None = None
    verdict: Verdict | None = None
    by_hand: bool = False

    @property
    def _reaches(self) -> bool:
        """Whether what was done can reach what is asked at all."""
        return self.technique in self.ways

    def advice(self, lacks: Iterable[Lack]) -> tuple[Advice, ...]:
        """Return what to do about everything that stands against the run."""
        found: list[Advice] = []
        for lack in lacks:
            found += self._about(lack.code)
        return tuple(dict.fromkeys(found))

    def _about(self, code: LackCode) -> tuple[Advice, ...]:
        if code is LackCode.NO_RUN:
            return self._other(again=False)
        if self.technique in PHYSICAL:
            return self._pieces(code)
        if code is LackCode.VERDICT_NOT_PASSED:
            return self._after_verdict()
        if code is LackCode.NOT_ATTESTED and self._reaches:
            record = (Advice.COMPLETE_RECORD,) if self.by_hand else ()
            return (*record, *self._other())
        if code in _AGAIN and self._reaches:
            again = self._port() if code is LackCode.ERRORS_FOUND else _AGAIN[code]
            return (again, *((self._destroy,) if code in _DOUBTFUL else ()))
        return self._other()

    def _pieces(self, code: LackCode) -> tuple[Advice, ...]:
        """Nothing but its pieces is left: they can be made finer, or melted."""
        if code is LackCode.PARTICLES_TOO_LARGE and self._reaches:
            return (Advice.DESTROY_FINER,)
        if code in {LackCode.SECOND_PERSON, LackCode.NOT_ATTESTED} and self._reaches:
            return (Advice.COMPLETE_RECORD,)
        return (Advice.MELT,)

    def _after_verdict(self) -> tuple[Advice, ...]:
        if self.verdict in _NEVER_WRITTEN:
            return self._other(again=False)
        if self.verdict in _BROKEN_OFF:
            return self._other()
        if self.verdict is Verdict.REVIEW:
            if not self.by_hand:
                return (Advice.REVIEW_REPORT, *self._other())
            return (*((Advice.COMPLETE_RECORD,) if self._reaches else ()), *self._other())
        if not self._reaches:
            return self._other()
        return (self._port(), self._destroy)

    def _port(self) -> Advice:
        """What is soldered has no other port or cable."""
        if self.kind is MediumKind.PHONE:
            return Advice.RESET_PHONE
        return Advice.REPEAT_WIPE if self.kind in SOLDERED_KINDS else Advice.OTHER_PORT

    def _other(self, *, again: bool = True) -> tuple[Advice, ...]:
        """Return a technique that reaches what is asked, then destroying."""
        first: tuple[Advice, ...] = ()
        if _OVERWRITE in self.ways:
            first = (Advice.REPEAT_WIPE if again else Advice.WIPE,)
        elif RESETS & set(self.ways):
            first = (Advice.RESET_PHONE,)
        elif set(self.ways) - PHYSICAL - {SanitisationTechnique.DEGAUSS}:
            first = (Advice.SANITIZE,)
        if first and not again:
            return first
        return (*first, self._destroy)

    @property
    def _destroy(self) -> Advice:
        return Advice.DESTROY_DEVICE if self.kind in SOLDERED_KINDS else Advice.REMOVE_AND_DESTROY
