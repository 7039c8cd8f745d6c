"""What the tests of the policy share: the shipped policy, and runs that meet a rule."""

from __future__ import annotations

import copy
from typing import Any

from serkut_desk.domain.evidence import HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.media import DataClass, KindSource, MediumKind
from serkut_desk.domain.policy import Policy, PolicyRow, SanitisationTechnique
from serkut_desk.domain.policy_reader import parse_policy
from serkut_desk.domain.sanitisation import MediumQuestion, RunFacts
from serkut_desk.shipped import json_resource


def shipped_document() -> dict[str, Any]:
    document: dict[str, Any] = json_resource("policy", "2026-01-01_sanitisation.json")
    return copy.deepcopy(document)


def shipped_policy() -> Policy:
    return parse_policy(shipped_document())


def medium(
    kind: MediumKind,
    data_class: DataClass = DataClass.ORDINARY,
    source: KindSource = KindSource.SMARTCTL,
    *,
    confirmed: bool = False,
) -> MediumQuestion:
    return MediumQuestion(kind, source, confirmed, data_class)


def overwrite(passes: int = 3, version: str | None = "0.42") -> RunFacts:
    return RunFacts(
        technique=SanitisationTechnique.OVERWRITE,
        verdict=Verdict.PASSED,
        passes=passes,
        verification=VerifyMode.LAST,
        errors=0,
        hidden_areas=HiddenAreas.NONE,
        tool="nwipe",
        tool_version=version,
        direct_io=True,
    )


def perfect(row: PolicyRow) -> RunFacts:
    """Return a run that meets every condition of a rule, and no more than that."""
    must = row.conditions
    return RunFacts(
        technique=row.technique,
        verdict=Verdict.PASSED,
        passes=must.passes_at_least,
        verification=VerifyMode.LAST if must.verification else VerifyMode.OFF,
        errors=0 if must.errors_zero else None,
        hidden_areas=HiddenAreas.NONE if must.hidden_areas else HiddenAreas.UNKNOWN,
        tool="nwipe" if must.tool_approved else "",
        tool_version="0.42" if must.tool_approved else None,
        attested=frozenset((*must.attested, *must.attested_or_accepted)),
        persons=max(1, must.persons_at_least),
        particle_class=must.particle_class,
    )
