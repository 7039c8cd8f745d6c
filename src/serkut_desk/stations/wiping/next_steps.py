"""How a medium goes on after a failure: what can be chosen, what was decided, deciding it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused, Word
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.next_steps import ASKS_FOR_STEP, NextStep, Offer, Step, offers
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, rules
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.media_moves import demand_declared
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.commands import DecideNextStep
from serkut_desk.stations.wiping.media import of_device, written
from serkut_desk.stations.wording import impersonal_text

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.people import Session
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.facts import MediumProof
    from serkut_desk.stations.wiping.results import MediumDone


def open_step(work: UnitOfWork, proof: MediumProof) -> NextStep | None:
    """Return what was decided about a medium's last result and is not done yet.

    Args:
        work: The open transaction.
        proof: The medium with its runs, as it is now.
    """
    if proof.standing.state not in ASKS_FOR_STEP or proof.deciding is None:
        return None
    found = work.next_steps.latest_of(proof.medium.id)
    if found is None or found.run_id != proof.deciding.id:
        return None
    taken_out = found.step is Step.REMOVE and proof.medium.removed_at is not None
    return None if taken_out else found


def offered(
    desk: Desk, session: Session | None, medium: str
) -> tuple[tuple[Offer, ...], NextStep | None]:
    """Return how a medium can go on, and what was decided already; nothing when it need not.

    Raises:
        Refused: No medium or several have this name.
    """
    now = desk.clock.now()
    with desk.reading(session, Permission.SEARCH) as work:
        proof = _proof(work, medium, now)
        needed = proof.standing.state in ASKS_FOR_STEP
        return (_offers(work, proof, now) if needed else ()), open_step(work, proof)


@handles(DecideNextStep, Permission.DECIDE)
def decide_next_step(task: Task, command: DecideNextStep) -> MediumDone:
    """Decide how a medium goes on whose wipe failed or is not enough."""
    work = task.work
    proof = _proof(work, command.medium, task.now)
    medium, deciding = proof.medium, proof.deciding
    demand_declared(medium)
    device = of_device(task, medium)
    finding.demanded(task, device, Action.RECORD_RUN)
    name = facts.name_of(medium)
    if proof.standing.state not in ASKS_FOR_STEP or deciding is None:
        raise Refused("step_not_needed", medium=name)
    chosen = next(
        (
            one
            for one in _offers(work, proof, task.now)
            if one.step is command.step and one.technique is command.technique
        ),
        None,
    )
    if chosen is None:
        raise Refused("step_not_offered", medium=name, step=Word(f"next_step.{command.step}"))
    note = impersonal_text(command.note, "reason") if command.note.strip() else ""
    technique = chosen.technique.value if chosen.technique else None
    work.next_steps.add(
        medium_id=medium.id,
        run_id=deciding.id,
        step=chosen.step.value,
        technique=technique,
        note=note,
        at=task.now,
        by=task.actor,
        seq=work.journal.next_seq(),
    )
    # The files that tell of it wait for nothing once it is to be destroyed.
    work.runs.touched.add(deciding.id)
    return written(
        task,
        device,
        Tag.NEXT_STEP_DECIDED,
        medium,
        run=deciding.id,
        step=chosen.step.value,
        technique=technique,
        note=note,
        policy=rules.policy_at(work, task.now).version,
    )


def _proof(work: UnitOfWork, name: str, now: datetime) -> MediumProof:
    medium = finding.medium(work, name)
    device = work.devices.by_id(medium.device_id)
    for proof in facts.gather(work, device, now).proofs:
        if proof.medium.id == medium.id:
            return proof
    raise Refused("medium_still_proposed", medium=facts.name_of(medium))


def _offers(work: UnitOfWork, proof: MediumProof, now: datetime) -> tuple[Offer, ...]:
    medium = proof.medium
    device = work.devices.by_id(medium.device_id)
    policy = rules.policy_at(work, now)
    kind, required = rules.asked_of(work, policy, device, medium)
    ways = policy.ways(kind, device.data_class, required)
    tried = [(run.technique, run.verdict) for run in proof.runs if run.set_aside_by is None]
    return offers(
        ways,
        tried,
        kind,
        removed=medium.removed_at is not None,
        top={row.id: policy.top(row) for row in ways},
    )
