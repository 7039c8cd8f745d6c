"""A workshop in which everything can be done, by short words: for tests over all stations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import by_hand
from serkut_desk.domain.channels import Channel, Payment, Terms
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.clock import local
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.handover.commands import (
    AddDevice,
    ChangeTerms,
    CompleteHandover,
    OpenHandover,
)
from serkut_desk.stations.seller import keep_seller
from stations.certificates.counter import Counter, new_seal
from stations.wiping.logs import BEGIN, Drive, log
from torture.workshop import SELLER

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.handover.commands import HandedOver


@dataclass
class Street(Counter):
    """A counter with a grading table and a shop door."""

    numbers: int = 0

    def grade(self, device: Device, result: Result = Result.PASS) -> None:
        """Answer every check of a device as a maker does, and finish."""
        by_hand.grade(self.workshop.desk, self.worker, device.code, result)

    def shelve(self, device: Device) -> None:
        """Grade a device and decide it for the shelf."""
        self.grade(device)
        self.decide(device, Outcome.SHELF)

    def decide(self, device: Device, outcome: Outcome) -> None:
        """Decide as a supervisor."""
        self.workshop.desk.do(self.boss, Decide(device.code, outcome, "koe"))

    def wipe(self, device: Device, serial: str) -> None:
        """Bring the report of one disk, approve, and issue the certificate."""
        self.numbers += 1
        begin = BEGIN + timedelta(hours=9, seconds=11 * self.numbers)
        self.bring(log(Drive(serial), host=device.serial, begin=begin))
        self.approve(device)
        self.issue(device)

    def basket(self, channel: Channel = Channel.SALE, terms: Terms | None = None) -> str:
        """Open a basket."""
        command = OpenHandover(channel, terms or self.terms(channel))
        return self.workshop.desk.do(self.boss, command).handover

    def terms(self, channel: Channel) -> Terms:
        """Return terms that hold today."""
        self.numbers += 1
        today = local(self.workshop.clock.now()).date()
        return {
            Channel.COMMITMENT: Terms(
                number=f"MS-2026-{self.numbers:06d}",
                unit="Itäinen palvelu",
                limit_cents=50_000,
                valid_until=today + timedelta(days=30),
            ),
            Channel.COURSE: Terms(certificate=f"DK-{self.numbers:05d}"),
            Channel.PROJECT: Terms(receiver="Digitaidot ry"),
            Channel.WORKSTATION: Terms(
                place="Kirjasto",
                installed_on=today,
                configuration="Asiakaskone",
                next_service=today + timedelta(days=180),
            ),
            Channel.SALE: Terms(),
        }[channel]

    def give(
        self,
        *devices: Device,
        channel: Channel = Channel.SALE,
        payment: Payment = Payment.CASH,
    ) -> HandedOver:
        """Hand devices over, each read by its label."""
        desk, code = self.workshop.desk, self.basket(channel)
        for device in devices:
            desk.do(self.boss, AddDevice(code, device.code))
        return desk.do(self.boss, CompleteHandover(code, payment, seen=True))

    def change_terms(self, code: str, channel: Channel) -> None:
        """Change what is known of a basket."""
        self.workshop.desk.do(self.boss, ChangeTerms(code, self.terms(channel), channel))


def open_street(workshop: Workshop, stick: Path) -> Street:
    """Return a workshop with a key and its seller's facts."""
    stick.mkdir(exist_ok=True)
    with workshop.desk.database.work(workshop.first.person) as work:
        keep_seller(work, SELLER)
        work.commit()
    return Street(workshop, stick, seal=new_seal(workshop))
