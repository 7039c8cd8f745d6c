"""A device that stands on the shelf, with everything that handing it over asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_device
from serkut_desk.domain.events import Tag
from serkut_desk.stations import facts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device


def shelved(workshop: Workshop, serial: str | None = None) -> Device:
    """Return a monitor (it never bears data) that was graded and decided for the shelf."""
    device = make_device(workshop, type="monitor", model="P2419H", serial=serial)
    by = workshop.first.person
    with workshop.desk.database.work(by) as work:
        now = work.journal.now()
        inspection = work.inspections.add(
            device_id=device.id,
            checklist="monitor",
            checklist_version=1,
            rules_version=1,
            answers={},
            zones={},
            measures={},
            grade="B",
            functional="ok",
            reasons=[],
            inspected_at=now,
            inspected_by=workshop.worker.person,
            seq=0,
        )
        work.inspections.decisions.add(
            device_id=device.id,
            inspection_id=inspection,
            outcome="shelf",
            reason="hyvä",
            decided_at=now,
            decided_by=by,
            seq=0,
        )
        facts.refresh(work, device.id, now)
        head = work.journal.append(Tag.DECIDED, device.code)
        work.devices.touch(device.id, head.seq, by)
        work.commit()
    return device
