"""A stick with files in which machines tell of themselves, and what stands in the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records.record_check import check_records
from serkut_desk.stations.snapshots import queries
from serkut_desk.stations.snapshots.commands import ImportSnapshots

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.stations.snapshots.commands import TakenIn
    from stations.snapshots.machines import Machine


@dataclass(frozen=True)
class Counter:
    """A workshop and its stick."""

    workshop: Workshop
    stick: Path

    def take(self, *machines: Machine | bytes) -> list[TakenIn]:
        """Bring in the files of machines as a maker does."""
        for number, machine in enumerate(machines):
            data = machine if isinstance(machine, bytes) else machine.data()
            (self.stick / f"{number}.json").write_bytes(data)
        done = self.workshop.desk.do(self.workshop.worker, ImportSnapshots((self.stick,)))
        for path in self.stick.iterdir():
            path.unlink()
        return list(done.files)

    def page(self, file: TakenIn) -> queries.Page:
        """Return what the screen shows of a file that came in."""
        assert file.snapshot is not None
        return queries.page(self.workshop.desk, self.workshop.worker, file.snapshot)

    def media(self, device: Device) -> list[StorageMedium]:
        """Return the media of a device."""
        with self.workshop.desk.database.reading() as work:
            return work.media.of_device(device.id)

    def now(self, device: Device) -> Device:
        """Return a device as it stands."""
        with self.workshop.desk.database.reading() as work:
            return work.devices.by_id(device.id)

    def tags(self) -> list[str]:
        """Return what the entries of the journal say happened."""
        with self.workshop.desk.database.reading() as work:
            return [entry.tag for entry in work.journal.entries()]

    @property
    def in_order(self) -> bool:
        """Whether the records say what the journal says."""
        with self.workshop.desk.database.reading() as work:
            return check_records(work.connection) == ()
