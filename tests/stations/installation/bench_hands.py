"""A bench in a workshop: laptops that are proven and stand on the shelf, and one image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.outcomes import Grade
from serkut_desk.stations.installation import queries
from serkut_desk.stations.installation.commands import AddImage, Choice, Machine, RecordInstallation
from stations.handover.till import Till

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.records.installations import Installation
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.installation.commands import Recorded
    from serkut_desk.stations.installation.queries import BenchView

SHA = "ab" * 32
MINT = Choice(image="Mint työpöytä")
_TESTS = "starts display sleep sound network wireless touchpad camera drivers updates"
LAPTOP_WELL = dict.fromkeys(_TESTS.split(), "pass")


@dataclass
class BenchHands(Till):
    """What makers and supervisors do at the bench."""

    def do(self, command: Command[Any], by: Session | None = None) -> Any:
        """Carry out a command as the maker, or as somebody else."""
        return self.workshop.desk.do(by or self.worker, command)

    def laptop(self, number: int = 1, grade: Grade = Grade.B) -> Device:
        """Bring a laptop with a wiped and approved disk to the shelf, without its certificate."""
        return self.shelve(self.clean(number), grade)

    def sellable(self, number: int = 1) -> Device:
        """Bring one with its certificate."""
        return super().laptop(number)

    def image(self, name: str = MINT.image, version: str = "22.2", sha256: str = SHA) -> None:
        """Add an image as a supervisor."""
        self.do(AddImage(name, "linux mint", version, "Cinnamon", sha256=sha256), self.boss)

    def record(self, *devices: Device, **results: str) -> Recorded:
        """Record Mint on devices; every other test went well."""
        machines = tuple(Machine(one.code, MINT, results) for one in devices)
        done: Recorded = self.do(RecordInstallation(machines, all_well=True))
        return done

    def held(self, device: Device) -> Installation | None:
        """Return the installation that holds."""
        with self.workshop.desk.database.reading() as work:
            return work.installations.done.in_force(device.id)

    def last(self, device: Device) -> Installation:
        """Return the newest installation, in force or not."""
        with self.workshop.desk.database.reading() as work:
            return work.installations.done.of_device(device.id)[0]

    @property
    def bench(self) -> BenchView:
        """What stands on the bench."""
        return queries.bench(self.workshop.desk, self.worker)
