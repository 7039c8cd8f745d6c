"""Evidence about one medium as the records keep it, and what the policy is asked with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import HELSINKI
from serkut_desk.domain.evidence import HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.domain.sanitisation import RunFacts

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a level stands on, and whether a run is an old one: it never changes once it is recorded.
_GROUNDS = (
    *("source", "sha256", "device_path", "serial", "serial_key", "model", "capacity_bytes"),
    *("technique", "method", "passes", "verification", "tool", "tool_version", "verdict_rules"),
    *("started", "ended", "imported_by"),
)
_GROUND_FACTS = (
    *("attested", "errors", "hidden_areas", "direct_io", "signed", "particle_class"),
    *("shredos", "bus"),
)
# Programs and persons, whose facts are counted differently.
BY_HAND = frozenset({"manual", "destruction"})


def grounds_of(run: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the level of a run stands on, as the journal is told it.

    Args:
        run: The columns of its record.
    """
    facts = run["facts"]
    own = facts.get("verdict_alone", run["verdict"])
    return {
        **{name: _plain(run[name]) for name in _GROUNDS},
        **{name: facts.get(name) for name in _GROUND_FACTS},
        # Its own, before another file spoke against it.
        "verdict": _plain(own),
        "imported_at": run["imported_at"].isoformat(),
    }


def state_of_run(run: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a run stands now, as the journal is told it: whose it is, and whether it counts.

    Args:
        run: The columns of its record.
    """
    facts = run["facts"]
    return {
        "run": run["id"],
        "medium": run["medium_id"],
        "device": run["device_id"],
        "match": run["match"],
        "verdict": _plain(run["verdict"]),
        "contradicted": bool(run["contradicted"]),
        "aside": run["set_aside_by"],
        "beside": run["paired_with"],
        "continued": facts.get("continued_in"),
        "performed": [run["performed_by"], run["second_by"], facts.get("performer_named_by")],
    }


def moment_told(text: str | None, facts: Mapping[str, Any]) -> datetime | None:
    """Return an instant that a run's tool told, with the zone that such a clock has.

    Args:
        text: ISO text, with or without a zone.
        facts: Of the run.
    """
    told = datetime.fromisoformat(text) if text else None
    if told is None or told.tzinfo is not None:
        return told
    return told.replace(tzinfo=UTC if facts.get("shredos") else HELSINKI)


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


@dataclass(frozen=True, slots=True)
class SanitisationRun:
    """One run on one medium: read from a report, recorded by hand, or a destruction.

    `started` and `ended` are what the tool said, as ISO text without zone. `facts` holds what a
    tool counted and a person attested besides: `errors`, `hidden_areas`, `direct_io`, `attested`,
    `particle_class`, and all that only the certificate shows. `paired_with` is the run of which
    this is only the program's own certificate: that one counts, this one is read beside it.
    """

    id: int
    report_run_id: int | None
    sha256: str | None
    source: str
    device_path: str
    serial: str
    serial_key: str
    model: str
    capacity_bytes: int | None
    technique: SanitisationTechnique
    method: str
    passes: int | None
    verification: VerifyMode
    tool: str
    tool_version: str | None
    verdict: Verdict
    verdict_rules: int
    reasons: list[dict[str, Any]]
    facts: dict[str, Any]
    started: str | None
    ended: str | None
    imported_at: datetime
    imported_by: str
    performed_by: str | None
    second_by: str | None
    medium_id: int | None
    match: str
    match_reasons: list[str]
    contradicted: bool
    device_id: int | None
    set_aside_by: str | None
    paired_with: int | None = None

    @property
    def performers(self) -> frozenset[str]:
        """Who did it, both of a destruction; empty when unknown."""
        return frozenset(code for code in (self.performed_by, self.second_by) if code)

    @property
    def result_key(self) -> str:
        """Sentence of what came of it; what people did and saw is not said as a program's log."""
        source = f"{self.source}." if self.source in BY_HAND else ""
        return f"verdict.{source}{self.verdict.value}"

    @property
    def policy_facts(self) -> RunFacts:
        """What the policy is asked with."""
        facts = self.facts
        return RunFacts(
            technique=self.technique,
            verdict=self.verdict,
            passes=self.passes or 0,
            verification=self.verification,
            errors=facts.get("errors"),
            hidden_areas=HiddenAreas(facts.get("hidden_areas", HiddenAreas.UNKNOWN)),
            tool=self.tool,
            tool_version=self.tool_version,
            direct_io=bool(facts.get("direct_io", False)),
            signed=bool(facts.get("signed", False)),
            by_hand=self.source in BY_HAND,
            attested=frozenset(Attestation(word) for word in facts.get("attested", ())),
            persons=max(1, len(self.performers)),
            particle_class=facts.get("particle_class"),
        )
