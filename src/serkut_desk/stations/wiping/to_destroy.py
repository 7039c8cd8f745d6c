"""Media that wait for their destruction, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.next_steps import Step
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.stations import facts, rules
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.next_steps import open_step

if TYPE_CHECKING:
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.media import Level, MediumKind
    from serkut_desk.domain.people import Session
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

SHOWN = 200


@dataclass(frozen=True, slots=True)
class ToDestroy:
    """One medium as the screen of destruction shows it.

    Args:
        medium_id: Its number; `#<number>` names it in commands.
        name: What people call it.
        code: On its own label, None for one that has none.
        kind: What it counts as.
        device: The device that it is or was in.
        place: Where it lies, None when nobody said.
        loose: It is out of its device.
        weight_g: What it weighs, None where nobody weighed it.
        required: The level that is asked for.
        particles: The coarsest class of pieces that is enough, None where no shredding is.
    """

    medium_id: int
    name: str
    code: str | None
    kind: MediumKind
    device: str
    place: str | None
    loose: bool
    weight_g: int | None
    required: Level
    particles: str | None


def waiting(desk: Desk, session: Session | None, limit: int = SHOWN) -> tuple[ToDestroy, ...]:
    """Return media of which a supervisor decided that they are destroyed, the oldest first."""
    with desk.reading(session, Permission.SEARCH) as work:
        found = []
        for medium_id in work.next_steps.waiting(Step.DESTROY, limit):
            medium = work.media.by_id(medium_id)
            device = work.devices.by_id(medium.device_id)
            gathered = facts.gather(work, device, desk.clock.now())
            proofs = [one for one in gathered.proofs if one.medium.id == medium_id]
            decided = [open_step(work, proof) for proof in proofs]
            if any(step is not None and step.step is Step.DESTROY for step in decided):
                found.append(_line(desk, work, medium))
        return tuple(found)


def named(desk: Desk, session: Session | None, text: str) -> ToDestroy:
    """Return the medium that somebody scanned.

    Raises:
        Refused: No medium or several have this name.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        return _line(desk, work, finding.medium(work, text))


def _line(desk: Desk, work: UnitOfWork, medium: StorageMedium) -> ToDestroy:
    device = work.devices.by_id(medium.device_id)
    policy = rules.policy_at(work, desk.clock.now())
    kind, required = rules.asked_of(work, policy, device, medium)
    row = policy.row(kind, SanitisationTechnique.DESTROY_SHRED, device.data_class)
    enough = row is not None and policy.top(row) >= required
    lies = work.places.of_id(work.media.place_of(medium.id))
    return ToDestroy(
        medium.id,
        facts.name_of(medium),
        medium.code,
        kind,
        device.code,
        lies.name if lies else None,
        medium.removed_at is not None,
        medium.weight_g,
        required,
        row.conditions.particle_class if row is not None and enough else None,
    )
