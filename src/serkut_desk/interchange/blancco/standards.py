"""The table of erasure standards and words of state (`resources/wiping/blancco.json`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from serkut_desk import shipped
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.policy import SanitisationTechnique


@dataclass(frozen=True, slots=True)
class BlanccoWords:
    """What names and words mean."""

    standards: tuple[tuple[re.Pattern[str], SanitisationTechnique], ...]
    states: tuple[tuple[re.Pattern[str], Verdict], ...]
    solid: re.Pattern[str]

    def technique(self, standard: str) -> SanitisationTechnique:
        """Return what a standard does, UNKNOWN for a name that stands in no row."""
        for pattern, technique in self.standards:
            if pattern.fullmatch(standard):
                return technique
        return SanitisationTechnique.UNKNOWN

    def meaning(self, state: str) -> Verdict:
        """Return what a state means, REVIEW for a word that stands in no row."""
        for pattern, verdict in self.states:
            if pattern.fullmatch(state):
                return verdict
        return Verdict.REVIEW


@cache
def blancco_words() -> BlanccoWords:
    """Return the shipped table."""
    table = shipped.json_resource("wiping", "blancco.json")
    states = (
        ("successful", Verdict.PASSED),
        ("failed", Verdict.FAILED),
        ("aborted", Verdict.ABORTED),
    )
    return BlanccoWords(
        tuple(
            (_pattern(row["pattern"]), SanitisationTechnique(row["technique"]))
            for row in table["standards"]
        ),
        tuple((_pattern("|".join(table[key])), verdict) for key, verdict in states),
        _pattern("|".join(table["solid"])),
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
