"""What an approval would find: the media as a supervisor sees them who opens the device."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.domain.approval import against_approval, who_may_approve
from serkut_desk.domain.lifecycle import Action, NotAllowed, may
from serkut_desk.domain.media import KindSource
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, modelling, rules
from serkut_desk.stations.authority import who_can
from serkut_desk.stations.wiping.approving import people_of

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.permissions import PermissionTable
    from serkut_desk.domain.sanitisation import Acceptance
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import Gathered, MediumProof


@dataclass(frozen=True, slots=True)
class Prospect:
    """What stands between a device and its approval.

    Args:
        missing: What stands against it whoever approves; empty when it is clean.
        against: Why this person may not approve it.
        who: Badges of the people who may.
        needs_opened: It is only clean for a supervisor who has looked at the media themselves.
        acceptances: What the approver still has to accept.
        media_count: How many media the approver has to state.
        proofs: The media as an approval would judge them.
        slots: How many media its model can hold; None when nobody knows.
    """

    missing: tuple[Lack, ...]
    against: tuple[Lack, ...]
    who: tuple[str, ...]
    needs_opened: bool
    acceptances: tuple[Acceptance, ...]
    media_count: int
    proofs: tuple[MediumProof, ...]
    slots: int | None

    @property
    def clean(self) -> bool:
        """Whether somebody may approve it now."""
        return not self.missing


def prospect(
    work: UnitOfWork,
    table: PermissionTable,
    gathered: Gathered,
    person: str | None,
    now: datetime,
) -> Prospect:
    """Return what an approval of a device by `person` would find."""
    plain = may(Action.APPROVE, gathered.facts)
    opened, proofs = gathered.facts, gathered.proofs
    told = [
        proof.medium.kind_source is KindSource.PERSON and proof.medium.kind_confirmed_by is None
        for proof in gathered.proofs
    ]
    if any(told) and isinstance(plain, NotAllowed):
        proofs = tuple(_as_seen(work, gathered, proof, now) for proof in gathered.proofs)
        media = tuple(
            replace(one, state=proof.standing.state)
            for one, proof in zip(gathered.facts.media, proofs, strict=True)
        )
        opened = replace(gathered.facts, media=media)
    answer = may(Action.APPROVE, opened)
    missing = answer.missing if isinstance(answer, NotAllowed) else ()
    if missing:
        proofs = gathered.proofs
    people = people_of(work, gathered)
    asked = {
        word: None
        for proof in proofs
        if proof.standing.deciding is not None
        for word in proof.standing.deciding.judgement.needs_acceptance
    }
    codes = [one.code for one in who_can(work.people, table, Permission.APPROVE)]
    return Prospect(
        missing=missing,
        against=against_approval(person or "", people, permitted=person in codes),
        who=who_may_approve(codes, people),
        needs_opened=isinstance(plain, NotAllowed) and not missing,
        acceptances=tuple(asked),
        media_count=len(gathered.facts.media),
        proofs=proofs,
        slots=modelling.slots_of(work, gathered.device.id),
    )


def _as_seen(
    work: UnitOfWork, gathered: Gathered, proof: MediumProof, now: datetime
) -> MediumProof:
    medium = proof.medium
    if medium.kind_source is not KindSource.PERSON or medium.kind_confirmed_by is not None:
        return proof
    if proof.went_on:
        # It is in another device: nobody who opens this one sees it.
        return proof
    seen = replace(medium, kind_confirmed_by="-")
    return facts.prove(work, rules.policy_at(work, now), gathered.device, seen)
