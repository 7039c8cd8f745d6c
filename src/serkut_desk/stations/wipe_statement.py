"""What a buyer may know of how a device was wiped, from the approval in force."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.papers import WipedMedium, WipeStatementContent
from serkut_desk.domain.policy import PHYSICAL

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.approvals import ApprovalItem
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import Gathered, MediumProof


def wipe_statement_of(work: UnitOfWork, gathered: Gathered) -> WipeStatementContent:
    """Return the content of a device's wipe statement.

    It names no donor, lot, inventory number or medium's serial.

    Raises:
        Refused: `wipe_statement_unproven`, when a medium has no proof that an approval rests on.
    """
    device = gathered.device
    approval = work.approvals.in_force(device.id)
    items = {item.medium_id: item for item in work.approvals.items(approval.id)} if approval else {}
    if any(proof.medium.id not in items for proof in gathered.proofs):
        raise Refused("wipe_statement_unproven", device=device.code)
    certificate = work.certificates.valid_of(device.id)
    return WipeStatementContent(
        device=device.code,
        type=device.type,
        description=f"{device.manufacturer} {device.model}".strip(),
        serial=device.serial,
        media=tuple(_medium(proof, items[proof.medium.id]) for proof in gathered.proofs),
        approved_on=local(approval.approved_at).date() if approval else None,
        certificate=certificate.code if certificate else "",
    )


def _medium(proof: MediumProof, item: ApprovalItem) -> WipedMedium:
    run = next(run for run in proof.runs if run.id == item.run_id)
    medium = proof.medium
    return WipedMedium(
        kind=medium.kind.value,
        capacity_bytes=medium.capacity_bytes or run.capacity_bytes,
        technique=run.technique.value,
        level=item.level.value,
        done_on=_done_on(run),
        removed=medium.removed_at is not None,
    )


def _done_on(run: SanitisationRun) -> date | None:
    """Return the day by the wiped machine's own clock, of a destruction by the desk's."""
    if run.technique in PHYSICAL:
        return local(run.imported_at).date()
    said = run.ended or run.started
    return datetime.fromisoformat(said).date() if said else None
