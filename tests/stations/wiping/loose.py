"""Media that go about: devices in repair and taken apart, straight through the records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.stations import facts
from serkut_desk.stations.wiping.commands import (
    FitMedium,
    PlaceMedium,
    RemoveMedium,
    StockMedium,
    UseMedium,
)
from stations.certificates.counter import Counter
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.records.journal_check import Finding
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.wiping.results import MediumDone


@dataclass
class Bench(Counter):
    """A counter at which media are taken out and put in."""

    def medium(self, device: Device, place: int = 0) -> StorageMedium:
        """Return a medium that counts for a device."""
        return self.look(device).proofs[place].medium

    def again(self, medium: StorageMedium) -> StorageMedium:
        """Return a medium as it is now."""
        with self.workshop.desk.database.reading() as work:
            return work.media.by_id(medium.id)

    def repair(self, *devices: Device) -> None:
        """Open a work order for devices, as far as this matters to their media."""
        for device in devices:
            with self.workshop.desk.database.work(self.boss.person) as work:
                code = work.house.next_code(CodeKind.WORK_ORDER)
                work.orders.add(
                    code=code,
                    device_id=device.id,
                    state="in_work",
                    fault_list="laptop",
                    fault=1,
                    problem="levy puuttuu",
                    opened_at=work.journal.now(),
                    opened_by=self.boss.person,
                    seq=work.journal.head().seq + 1,
                )
                facts.refresh(work, device.id, work.journal.now())
                head = work.journal.append(Tag.ORDER_OPENED, code, (device.code,))
                work.devices.touch(device.id, head.seq, self.boss.person)
                work.commit()

    def dismantled(self, device: Device) -> None:
        """Let a device be taken apart: its media are out, the rest is gone."""
        with self.workshop.desk.database.work(self.boss.person) as work:
            row = DeviceState.DISMANTLED.value
            work.devices.change(device.id, state=row, in_house=False, place_id=None)
            head = work.journal.append(Tag.DISMANTLING_FINISHED, device.code)
            work.devices.touch(device.id, head.seq, self.boss.person)
            work.commit()

    def left(self, device: Device) -> None:
        """Let a device go as a handover does."""
        with self.workshop.desk.database.work(self.boss.person) as work:
            work.devices.change(device.id, state=DeviceState.LEFT.value, in_house=False)
            work.journal.append(Tag.HANDOVER_COMPLETED, device.code)
            work.commit()

    def out(self, device: Device, place: int = 0) -> StorageMedium:
        """Take a medium out and return it."""
        command = RemoveMedium(f"#{self.medium(device, place).id}")
        return self.workshop.desk.do(self.worker, command).medium

    def out_by_number(self, medium: StorageMedium) -> None:
        """Take a medium out of whatever it is in."""
        self.workshop.desk.do(self.worker, RemoveMedium(f"#{medium.id}"))

    def fit(self, medium: StorageMedium, device: Device) -> MediumDone:
        """Put a medium into a device."""
        command = FitMedium(f"#{medium.id}", device.code)
        return self.workshop.desk.do(self.worker, command)

    def stock(self, medium: StorageMedium) -> Part:
        """Let a medium become a part."""
        return self.workshop.desk.do(self.worker, StockMedium(f"#{medium.id}")).part

    def use(self, medium: StorageMedium) -> MediumDone:
        """Say that a medium was used for something else."""
        command = UseMedium(f"#{medium.id}", "Kokeiltiin toisessa koneessa")
        return self.workshop.desk.do(self.worker, command)

    def place(self, medium: StorageMedium, place: str) -> MediumDone:
        """Put a medium somewhere."""
        return self.workshop.desk.do(self.worker, PlaceMedium(f"#{medium.id}", place))

    def wipe(self, medium: StorageMedium, host: Device | None = None, status: str = "") -> None:
        """Wipe a medium now, in a computer or in nobody's, and bring the report."""
        self.workshop.clock.tick(hours=5)
        begin = self.workshop.clock.now().replace(tzinfo=None) - timedelta(hours=4)
        drive = Drive(medium.serial)
        self.bring(
            log(
                drive.but(status=status) if status else drive,
                host=host.serial if host else "",
                begin=begin,
            )
        )
        self.workshop.clock.tick(hours=1)

    def moved(self) -> tuple[Device, Device, StorageMedium]:
        """Return two clean devices; the medium of the first went into the second."""
        first, second = self.clean(1), self.clean(2)
        self.issue(first, second)
        medium = self.out(first)
        self.repair(second)
        self.fit(medium, second)
        return first, second, self.again(medium)

    def findings(self) -> tuple[Finding, ...]:
        """Return what the records say and the journal does not."""
        return self.workshop.desk.database.check_records()
