"""Short ways to do what makers and supervisors do at the wiping station."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from factories import make_device, make_lot
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.stations import facts
from serkut_desk.stations.wiping.commands import (
    Approve,
    Counted,
    DeclareMedium,
    ImportReports,
)

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.sanitisation import Acceptance
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.wiping.results import Approvals, Imported, MediumDone

HOST = "PF2ABC12"
SERIAL = "WD-WX61AA81XXQA"


@dataclass
class Shop:
    """A workshop with a folder for reports."""

    workshop: Workshop
    folder: Path
    _files: count[int] = field(default_factory=lambda: count(1))

    @property
    def worker(self) -> Session:
        return self.workshop.worker

    @property
    def boss(self) -> Session:
        return self.workshop.fresh(self.workshop.first)

    @property
    def other(self) -> Session:
        return self.workshop.fresh(self.workshop.other)

    def device(
        self, serial: str = HOST, data_class: DataClass = DataClass.ORDINARY, **more: str
    ) -> Device:
        """Receive a device."""
        lot = make_lot(self.workshop, data_class=data_class)
        return make_device(self.workshop, lot=lot, serial=serial, **more)

    def declare(
        self,
        device: Device,
        serial: str = SERIAL,
        kind: MediumKind = MediumKind.HDD,
        by: Session | None = None,
    ) -> MediumDone:
        """Declare a medium as a maker does."""
        command = DeclareMedium(device=device.code, serial=serial, kind=kind)
        return self.workshop.desk.do(by or self.worker, command)

    def write(self, data: bytes) -> Path:
        """Put a report on the stick."""
        path = self.folder / f"report-{next(self._files)}.log"
        path.write_bytes(data)
        return path

    def bring(self, *logs: bytes, performed_by: str | None = "worker") -> Imported:
        """Import reports as the maker who performed the wipes."""
        by = self.worker.person if performed_by == "worker" else performed_by
        paths = tuple(self.write(one) for one in logs)
        return self.workshop.desk.do(self.worker, ImportReports(paths, by))

    def approve(
        self,
        *devices: Device,
        media: int = 1,
        seen: CountSource = CountSource.OPENED,
        accepted: frozenset[Acceptance] = frozenset(),
        by: Session | None = None,
    ) -> Approvals:
        """Approve as a supervisor who had no part in it."""
        counted = tuple(Counted(device.code, media) for device in devices)
        return self.workshop.desk.do(by or self.boss, Approve(counted, seen, accepted))

    def look(self, device: Device) -> Gathered:
        """Return what decides about a device."""
        with self.workshop.desk.database.reading() as work:
            found = work.devices.by_id(device.id)
            gathered = facts.gather(work, found, self.workshop.clock.now())
            assert found.state == gathered.state.value, "the stored state is what is derived"
            return gathered

    def entries(self) -> int:
        """Return how many journal entries there are."""
        with self.workshop.desk.database.reading() as work:
            return work.journal.head().seq
