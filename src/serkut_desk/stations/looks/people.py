"""Who may read a medium back: somebody who had no part in what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.second_look import against_looking

if TYPE_CHECKING:
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.unit_of_work import UnitOfWork


def against(
    work: UnitOfWork, run: SanitisationRun, medium: StorageMedium, person: str
) -> tuple[Lack, ...]:
    """Return why a person may not read back what a run left; empty when nothing is against it."""
    performers = run.performers | {str(run.facts.get("performer_named_by", ""))} - {""}
    devices = {medium.device_id} | work.media.devices_before(medium.id)
    approvers = {who for one in devices for who in work.looks.approvers(one, run.id)}
    return against_looking(
        person, performers=performers, importer=run.imported_by, approvers=approvers
    )
