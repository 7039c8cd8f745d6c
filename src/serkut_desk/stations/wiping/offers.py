"""What a screen can offer a person: media that a drive can be, ways to wipe a medium by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import report_candidates, rules
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.recording import BY_CHECKLIST, DERIVED, NOT_BY_HAND

if TYPE_CHECKING:
    from serkut_desk.domain.media import Level
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.policy import Attestation, SanitisationTechnique
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.report_candidates import CandidateLine


@dataclass(frozen=True, slots=True)
class WayLine:
    """A technique that the policy knows for a medium.

    Args:
        technique: Word of the policy.
        level: What it gives when everything holds.
        attested: What a person has to have seen.
        tools: Programs of which one must have done it; empty where none is asked for.
    """

    technique: SanitisationTechnique
    level: Level
    attested: tuple[Attestation, ...]
    tools: tuple[str, ...]


def candidates(desk: Desk, session: Session | None, run: int) -> tuple[CandidateLine, ...]:
    """Return the media that a drive of a report can be, the best first.

    Raises:
        Refused: `run_unknown`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        return report_candidates.candidates_of(work, finding.run(work, run))


def ways_by_hand(desk: Desk, session: Session | None, medium: str) -> tuple[WayLine, ...]:
    """Return the techniques that reach what is asked of a medium and can be recorded by hand.

    Raises:
        Refused: No medium or several have this name.
    """
    now = desk.clock.now()
    with desk.reading(session, Permission.SEARCH) as work:
        found = finding.medium(work, medium)
        device = work.devices.by_id(found.device_id)
        policy = rules.policy_at(work, now)
        kind, required = rules.asked_of(work, policy, device, found)
        return tuple(
            WayLine(
                row.technique,
                policy.top(row),
                tuple(
                    word
                    for word in (*row.conditions.attested, *row.conditions.attested_or_accepted)
                    if word not in DERIVED
                ),
                tuple(policy.tools) if row.conditions.tool_approved else (),
            )
            for row in policy.ways(kind, device.data_class, required)
            if row.technique not in NOT_BY_HAND | BY_CHECKLIST
        )
