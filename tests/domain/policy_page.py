"""The rows of the guide's page about the policy, made from the policy itself.

PYTHONPATH=tests .venv/bin/python -m domain.policy_page
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from domain.policy_cases import shipped_policy
from serkut_desk.domain.evidence import VerifyMode
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.particles import particle_classes
from serkut_desk.domain.policy import Attestation
from serkut_desk.domain.verification_asked import verification_asked
from serkut_desk.shipped import json_resource
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.policy import Conditions, PolicyRow

SAY = Texts("en").say
# What the column of checks says already.
CHECKS = {
    Attestation.STATUS_CONFIRMED,
    Attestation.READ_BACK,
    Attestation.DEAD_AFTERWARDS,
    Attestation.FIRST_SCREEN_SEEN,
    Attestation.EVIDENCE_FILE,
}


def _kinds(row: PolicyRow) -> str:
    kinds = [kind.value for kind in MediumKind if kind in row.kinds]
    said = "every kind" if len(kinds) == len(MediumKind) else ", ".join(kinds)
    if len(row.data_classes) < len(DataClass):
        said += f" ({min(row.data_classes)})"
    return said


def _others(must: Conditions) -> str:
    found = ["approved tool"] if must.tool_approved else []
    found += ["counters known and zero"] if must.errors_zero else []
    found += ["hidden areas none, or unknown and accepted"] if must.hidden_areas else []
    found += [f"at least {must.passes_at_least} passes"] if must.passes_at_least else []
    found += [f"particles {must.particle_class} or finer"] if must.particle_class else []
    found += [word.replace("_", " ") for word in must.attested if word not in CHECKS]
    found += [f"{word.replace('_', ' ')} (or accepted)" for word in must.attested_or_accepted]
    return ", ".join(found) or "-"


def rules() -> Iterator[str]:
    """Yield a line for each rule."""
    for row in shipped_policy().rows:
        checks = [SAY(f"verification_asked.{word}") for word in verification_asked(row.conditions)]
        assert row.conditions.verification in (set(), {VerifyMode.LAST, VerifyMode.ALL})
        raised = f" ({row.raised.level} with the switch)" if row.raised else ""
        checked, others = ", ".join(checks) or "-", _others(row.conditions)
        yield (
            f"| `{row.id}` | {_kinds(row)} | {row.level}{raised} | {checked} | {others} "
            f"| {row.source} |"
        )


def particles() -> Iterator[str]:
    """Yield a line for each class of pieces."""
    for one in particle_classes(json_resource("policy", "2026-11-22_particles.json")).values():
        area = "-" if one.most_mm2 is None else f"{one.most_mm2:g}"
        yield f"| {one.name} | {area} |"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in (*rules(), "", *particles()))
