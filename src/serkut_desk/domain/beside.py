"""The evidence of one medium beside what is asked for and what was declared, point by point.

Nothing here decides: `domain.sanitisation` does. It says what an approver's eye should fall on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.runs import BY_HAND
from serkut_desk.domain.serials import variants

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.media import MediumKind
    from serkut_desk.domain.policy import Policy
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.domain.sanitisation import Judgement

Value = str | int | tuple[str, ...] | None
"""A word of a vocabulary, a text, a figure; None for nothing known."""

_NEAR_PERCENT = 1
_MODEL_SIGNS = 16
"""As many signs of a model as libata leaves of it."""


class What(StrEnum):
    """What is compared; `beside.<word>` in the texts."""

    SERIAL = "serial"
    KIND = "kind"
    CAPACITY = "capacity"
    MODEL = "model"
    LEVEL = "level"
    METHOD = "method"
    PASSES = "passes"
    VERIFICATION = "verification"
    ERRORS = "errors"
    HIDDEN = "hidden"
    TOOL = "tool"
    CLOCK = "clock"
    EARLIER = "earlier"


class Agreement(StrEnum):
    """How the two sides stand to each other."""

    SAME = "same"
    UNKNOWN = "unknown"
    DOUBT = "doubt"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing: what is asked for or declared, what the evidence says, and whether that fits."""

    what: What
    asked: Value
    told: Value
    agreement: Agreement

    @property
    def catches(self) -> bool:
        """Whether somebody should look at it before they go on."""
        return self.agreement in {Agreement.DOUBT, Agreement.DIFFERS}


def beside(
    medium: StorageMedium,
    run: SanitisationRun,
    judgement: Judgement,
    policy: Policy,
    *,
    told_kind: MediumKind | None = None,
    others: Sequence[SanitisationRun] = (),
) -> tuple[Point, ...]:
    """Return every point of one medium and the run that decides about it.

    Args:
        medium: As it was declared.
        run: The run that decides.
        judgement: What it comes to.
        policy: By which it was judged.
        told_kind: The kind that the report is sure of.
        others: The other runs on the medium.
    """
    return (
        *_which(medium, run, told_kind),
        *_how(run, judgement, policy),
        *_result(run, others),
    )


def _which(
    medium: StorageMedium, run: SanitisationRun, told_kind: MediumKind | None
) -> list[Point]:
    found = [
        Point(What.SERIAL, medium.serial, run.serial, _serial(medium, run)),
        Point(
            What.KIND,
            medium.kind.value,
            told_kind.value if told_kind else None,
            _fits(told_kind is not None, same=told_kind == medium.kind),
        ),
    ]
    sizes = medium.capacity_bytes, run.capacity_bytes
    if any(sizes):
        found.append(Point(What.CAPACITY, *sizes, _capacity(*sizes)))
    if medium.model and run.model:
        found.append(Point(What.MODEL, medium.model, run.model, _model(medium.model, run.model)))
    return found


def _how(run: SanitisationRun, judgement: Judgement, policy: Policy) -> list[Point]:
    enough = judgement.level.rank >= judgement.required.rank
    level = (judgement.required.value, judgement.level.value)
    known = run.technique is not SanitisationTechnique.UNKNOWN
    version = " ".join(filter(None, (run.tool, run.tool_version)))
    approved = policy.tool_approved(run.tool, run.tool_version)
    least = policy.tools.get(run.tool)
    found = [
        Point(What.LEVEL, *level, _fits(known=True, same=enough)),
        Point(
            What.METHOD,
            run.technique.value,
            run.method or run.technique.value,
            _fits(known, same=True),
        ),
        Point(
            What.TOOL,
            f"{run.tool} {'.'.join(map(str, least.since))}" if least else None,
            version,
            _fits(bool(run.tool), same=approved),
        ),
    ]
    if run.technique is SanitisationTechnique.OVERWRITE:
        asked = policy.min_passes.get(judgement.kind, 1)
        same = run.passes is not None and run.passes >= asked
        passes = _fits(run.passes is not None, same=same)
        read = run.verification in {VerifyMode.LAST, VerifyMode.ALL}
        verified = _fits(run.verification is not VerifyMode.UNKNOWN, same=read)
        found.append(Point(What.PASSES, asked, run.passes, passes))
        found.append(
            Point(What.VERIFICATION, VerifyMode.LAST.value, run.verification.value, verified)
        )
    return found


def _result(run: SanitisationRun, others: Sequence[SanitisationRun]) -> list[Point]:
    facts = run.policy_facts
    hidden = facts.hidden_areas
    flags = tuple(str(flag) for flag in run.facts.get("clock", ()))
    found = []
    if run.source not in BY_HAND:
        errors = _fits(facts.errors is not None, same=facts.errors == 0)
        found.append(Point(What.ERRORS, 0, facts.errors, errors))
    if hidden is not HiddenAreas.NOT_APPLICABLE:
        known = hidden is not HiddenAreas.UNKNOWN
        hides = _fits(known, same=hidden is HiddenAreas.NONE)
        found.append(Point(What.HIDDEN, HiddenAreas.NONE.value, hidden.value, hides))
    clock = Agreement.DOUBT if flags else Agreement.SAME
    found.append(Point(What.CLOCK, None, flags, clock))
    bad = sum(one.verdict is not Verdict.PASSED for one in others)
    if bad:
        found.append(Point(What.EARLIER, 0, bad, Agreement.DOUBT))
    return found


def _fits(known: bool, *, same: bool) -> Agreement:  # noqa: FBT001 - the first of two plain answers
    if not known:
        return Agreement.UNKNOWN
    return Agreement.SAME if same else Agreement.DIFFERS


def _serial(medium: StorageMedium, run: SanitisationRun) -> Agreement:
    known = bool(run.serial_key) and bool(medium.serial_key)
    return _fits(known, same=run.serial_key in variants(medium.serial_key))


def _capacity(declared: int | None, told: int | None) -> Agreement:
    if not declared or not told:
        return Agreement.UNKNOWN
    near = abs(declared - told) * 100 <= max(declared, told) * _NEAR_PERCENT
    return Agreement.SAME if near else Agreement.DIFFERS


def _model(declared: str, told: str) -> Agreement:
    """Compare models; a maker's name for sale is often not what the drive calls itself."""
    one, other = (
        re.sub(r"[^A-Z0-9]", "", text.upper())[:_MODEL_SIGNS] for text in (declared, told)
    )
    return Agreement.SAME if one in other or other in one else Agreement.DOUBT
