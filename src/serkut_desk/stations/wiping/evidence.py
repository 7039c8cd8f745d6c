"""Evidence beside requirement: everything that is known of one medium's wipes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.sanitisation import judge
from serkut_desk.stations import facts, rules
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.judging import Prospect, prospect

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.domain.sanitisation import Judgement
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One run on the medium.

    Args:
        run: The run and all its facts; times of the wiped computer's clock are naive ISO text.
        judgement: What the policy of today gives for it.
        decides: It is the one that decides.
        file_name: Name of the original report as it came in, None where there is no file.
        clock: Flags of a doubtful clock (`clock_note.<flag>` in the texts).
        performed: Short names of who performed it; empty when unknown.
        imported: Short name of who read it in or recorded it.
    """

    run: SanitisationRun
    judgement: Judgement
    decides: bool
    file_name: str | None
    clock: tuple[str, ...]
    performed: tuple[str, ...]
    imported: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Everything that an approver looks at.

    Args:
        device: The device that the medium is or was in.
        medium: The medium.
        name: What people call it.
        state: How far its proof is (`medium_state.<word>` in the texts).
        judgement: What the deciding run gives, or what no run at all gives.
        deciding: The run that decides, None where nothing was written.
        attempts: All runs in the order received, the deciding one among them.
        prospect: What stands between the device and its approval, for who asks.
        who_may: Short names of the people who may approve it.
        declared: Short name of who declared the medium.
        received_at: When the deciding evidence came in, None without one.
    """

    device: Device
    medium: StorageMedium
    name: str
    state: str
    judgement: Judgement
    deciding: AttemptLine | None
    attempts: tuple[AttemptLine, ...]
    prospect: Prospect
    who_may: tuple[str, ...]
    declared: str
    received_at: datetime | None

    @property
    def earlier(self) -> tuple[AttemptLine, ...]:
        """The attempts that do not decide."""
        return tuple(one for one in self.attempts if not one.decides)


def evidence(desk: Desk, session: Session | None, medium: str) -> EvidenceView:
    """Return the evidence of a medium, named as in commands.

    Raises:
        Refused: No medium or several have this name.
    """
    now = desk.clock.now()
    with desk.reading(session, Permission.SEARCH) as work:
        found = finding.medium(work, medium)
        device = work.devices.by_id(found.device_id)
        gathered = facts.gather(work, device, now)
        person = session.person if session else None
        ahead = prospect(work, desk.permissions, gathered, person, now)
        policy = rules.policy_at(work, now)
        proof = next((one for one in ahead.proofs if one.medium.id == found.id), None)
        if proof is None:
            # A drive that nobody has accepted yet is no part of the device's proof.
            proof = facts.prove(work, policy, device, found)
        question = rules.question_of(work, policy, device, found)
        deciding = proof.standing.deciding
        attempts = []
        for run in proof.runs:
            own = deciding if deciding is not None and deciding.id == run.id else None
            judged = own.judgement if own else judge(policy, question, run.policy_facts)
            attempts.append(_line(work, run, judged, decides=own is not None))
        return EvidenceView(
            device=device,
            medium=found,
            name=facts.name_of(found),
            state=proof.standing.state.value,
            judgement=deciding.judgement if deciding else judge(policy, question, None),
            deciding=next((one for one in attempts if one.decides), None),
            attempts=tuple(attempts),
            prospect=ahead,
            who_may=tuple(work.people.display(code) for code in ahead.who),
            declared=work.people.display(found.declared_by),
            received_at=next((one.run.imported_at for one in attempts if one.decides), None),
        )


def _line(
    work: UnitOfWork, run: SanitisationRun, judged: Judgement, *, decides: bool
) -> AttemptLine:
    file = work.evidence.file(run.sha256) if run.sha256 else None
    flags: list[Any] = run.facts.get("clock", [])
    return AttemptLine(
        run=run,
        judgement=judged,
        decides=decides,
        file_name=file.name if file else None,
        clock=tuple(str(flag) for flag in flags),
        performed=tuple(work.people.display(code) for code in sorted(run.performers)),
        imported=work.people.display(run.imported_by),
    )
