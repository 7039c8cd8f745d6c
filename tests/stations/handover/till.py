"""A workshop that sells, with short ways to bring devices to its shelf and into baskets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from factories import make_device
from serkut_desk.domain.channels import NO_TERMS, Channel, Payment, Terms
from serkut_desk.domain.events import Tag
from serkut_desk.domain.outcomes import Grade, Outcome
from serkut_desk.domain.papers import Seller
from serkut_desk.stations import facts
from serkut_desk.stations.handover import queries
from serkut_desk.stations.handover.commands import (
    AddDevice,
    CompleteHandover,
    DeviceAdded,
    HandedOver,
    OpenHandover,
)
from serkut_desk.stations.seller import keep_seller
from stations.certificates.counter import Counter

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.handover.views import BasketView

SELLER = Seller(
    name="Digipaja",
    business_id="0201256-6",
    street="Esimerkkikatu 1",
    city="00100 Helsinki",
    phone="09 123 456",
    email="paja@example.org",
    iban="FI2112345600000785",
)
COMMITMENT = Terms(
    number="MS-2026-118834",
    unit="Itäinen",
    limit_cents=15_000,
    valid_until=date(2026, 11, 30),
)
COURSE = Terms(certificate="DK-2026-77")
PROJECT = Terms(receiver="Digitaidot kaikille ry", business_id="0201256-6", reference="PO 12")
WORKSTATION = Terms(
    place="Itäkeskuksen kirjasto",
    installed_on=date(2026, 11, 23),
    configuration="Linux Mint 22, selain",
    next_service=date(2027, 5, 1),
)
TERMS = {
    Channel.COMMITMENT: COMMITMENT,
    Channel.COURSE: COURSE,
    Channel.PROJECT: PROJECT,
    Channel.WORKSTATION: WORKSTATION,
    Channel.SALE: NO_TERMS,
}
_NUMBERS = count(1)


@dataclass
class Till(Counter):
    """A counter that sells."""

    def know_seller(self) -> None:
        """Give the seller's facts, without which is no receipt."""
        with self.workshop.desk.database.work(self.boss.person) as work:
            keep_seller(work, SELLER)
            work.commit()

    def laptop(self, number: int = 1, grade: Grade = Grade.B) -> Device:
        """Bring a laptop with a wiped disk and its certificate to the shelf."""
        device = self.clean(number)
        self.issue(device)
        return self.shelve(device, grade)

    def monitor(self, grade: Grade = Grade.B) -> Device:
        """Bring a device that never bears data to the shelf."""
        made = make_device(
            self.workshop,
            type="monitor",
            manufacturer="Dell",
            model="P2419H",
            serial=f"CN0{next(_NUMBERS):06d}",
        )
        return self.shelve(made, grade)

    def shelve(self, device: Device, grade: Grade = Grade.B) -> Device:
        """Grade a device and decide that it goes to the shelf."""
        person = self.boss.person
        with self.workshop.desk.database.work(person) as work:
            now = work.journal.now()
            inspection = work.inspections.add(
                device_id=device.id,
                checklist="laptop",
                checklist_version=1,
                rules_version=1,
                answers={},
                zones={},
                measures={},
                grade=grade.value,
                functional="ok",
                reasons=[],
                inspected_at=now,
                inspected_by=person,
                seq=0,
            )
            work.inspections.decisions.add(
                device_id=device.id,
                inspection_id=inspection,
                outcome=Outcome.SHELF.value,
                reason="hyvä",
                decided_at=now,
                decided_by=person,
                seq=0,
            )
            facts.refresh(work, device.id, now)
            head = work.journal.append(Tag.DECIDED, device.code, reason="hyvä")
            work.devices.touch(device.id, head.seq, person)
            work.commit()
        return device

    def open(self, channel: Channel = Channel.SALE, terms: Terms | None = None) -> str:
        """Begin a basket with the usual terms of its channel."""
        chosen = TERMS[channel] if terms is None else terms
        return self.workshop.desk.do(self.boss, OpenHandover(channel, chosen)).handover

    def add(self, basket: str, device: Device) -> DeviceAdded:
        """Scan a device's label into a basket."""
        return self.workshop.desk.do(self.boss, AddDevice(basket, device.code))

    def basket(self, *devices: Device, channel: Channel = Channel.SALE) -> str:
        """Begin a basket and scan devices into it."""
        code = self.open(channel)
        for device in devices:
            self.add(code, device)
        return code

    def complete(
        self, basket: str, payment: Payment = Payment.CARD, *, seen: bool = True
    ) -> HandedOver:
        """Hand a basket over."""
        return self.workshop.desk.do(self.boss, CompleteHandover(basket, payment, seen=seen))

    def view(self, basket: str, *, seen: bool = True) -> BasketView:
        """Return what a screen shows of a basket."""
        return queries.basket(self.workshop.desk, self.boss, basket, seen=seen)

    def state(self, device: Device) -> str:
        """Return a device's stored state, which is the derived one."""
        return self.look(device).state.value
