"""Before a paper says "approved": the journal must say so, not only the records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from serkut_desk.domain.approval_entry import stated_in
from serkut_desk.domain.coming_back import REOPENING, reopened_in
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.records.record_check import in_force, proven_by_entries

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.journal import Entry
    from serkut_desk.records.unit_of_work import UnitOfWork

_ABOUT_APPROVAL = frozenset({Tag.APPROVED, Tag.APPROVAL_WITHDRAWN})


def demand_entry(work: UnitOfWork, device: Device) -> None:
    """See that the approval in force is exactly what the newest entry about approving says.

    Raises:
        Refused: `approval_unproven`.
    """
    told = [one for one in work.journal.about(device.code) if _about_approval(one, device.code)]
    newest = told[-1] if told else None
    said = stated_in(newest).get(device.code)
    held = in_force(work.connection, device.id)
    for one in held:
        same = said is not None and said.bears_out(one.stated)
        if newest is None or one.seq != newest.seq or not same:
            raise Refused("approval_unproven", device=device.code, seq=one.seq)


def demand_medium(work: UnitOfWork, device: Device, medium: StorageMedium) -> None:
    """See that the journal says of one medium that it is proven, for the device it belongs to.

    Raises:
        Refused: `approval_unproven`.
    """
    entries = work.journal.about(device.code)
    if medium.id not in proven_by_entries(work.connection, device.id, entries):
        raise Refused("approval_unproven", device=device.code, seq="-")


def _about_approval(entry: Entry, code: str) -> bool:
    if entry.tag in REOPENING:
        return code in reopened_in(json.loads(entry.body), entry.subject)
    return entry.tag in _ABOUT_APPROVAL
