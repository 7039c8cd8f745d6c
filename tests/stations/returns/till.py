"""A counter that also sells: devices leave by rows as the handover station writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.money import cash_rounding, vat_parts
from serkut_desk.domain.papers import (
    PaperKind,
    PaperLine,
    ReceiptContent,
    Seller,
    SlipContent,
    paid_by,
)
from serkut_desk.domain.terms import number_key
from serkut_desk.records import schema
from serkut_desk.stations import papers
from serkut_desk.stations.handling import Task
from serkut_desk.stations.returns.commands import Settle, Settled, TakeBack, TakenBack
from serkut_desk.stations.seller import keep_seller
from stations.certificates.counter import Counter

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.returning import Remedy
    from serkut_desk.records.unit_of_work import UnitOfWork

SELLER = Seller(
    "Esimerkin kaupunki, Digipaja",
    "0201256-6",
    "Esimerkkikatu 1",
    "00100 Helsinki",
    "09 000 0000",
    "paja@esimerkki.fi",
)
VAT = 255


@dataclass
class Till(Counter):
    """A counter whose workshop may sell."""

    def know_seller(self) -> None:
        """Say who sells."""
        with self.workshop.desk.database.work(self.boss.person) as work:
            keep_seller(work, SELLER)
            work.commit()

    def sell(
        self,
        *devices: Device,
        cents: int = 9500,
        payment: Payment = Payment.CASH,
        channel: Channel = Channel.SALE,
        months: int = 36,
        terms: dict[str, Any] | None = None,
    ) -> str:
        """Hand devices over and return the LU code."""
        desk, now = self.workshop.desk, self.workshop.clock.now()
        with desk.database.work(self.boss.person) as work:
            person = work.people.by_code(self.boss.person)
            assert person is not None
            code = work.house.next_code(CodeKind.HANDOVER)
            total = cents * len(devices)
            row_id = work.handovers.add(
                code=code,
                channel=channel.value,
                state="completed",
                terms=terms or {},
                receiver="",
                opened_at=now,
                opened_by=self.boss.person,
                completed_at=now,
                completed_by=self.boss.person,
                payment=payment.value,
                payment_reference="",
                total_cents=total,
                rounding_cents=cash_rounding(total) if payment is Payment.CASH else 0,
                rules={},
                seq=0,
            )
            for device in devices:
                _leave(work, row_id, device, cents, months)
            _pay(work, row_id, channel, terms or {}, total)
            task = Task(work, desk, person, self.boss)
            issued = _paper(task, (row_id, code), devices, cents, payment)
            codes = tuple(device.code for device in devices)
            head = work.journal.append(
                Tag.HANDOVER_COMPLETED, code, (*codes, issued.name), papers=[issued.as_entry()]
            )
            for device in devices:
                work.devices.touch(device.id, head.seq, person.code)
            work.handovers.change(row_id, seq=head.seq)
            work.commit()
        return code

    def bring_back(
        self, device: Device | str, fault: str = "no_power", note: str = "", place: str = ""
    ) -> TakenBack:
        """Take a device back as a supervisor."""
        text = device if isinstance(device, str) else device.code
        return self.workshop.desk.do(self.boss, TakeBack(text, fault, note, place))

    def settle(
        self, number: str, remedy: Remedy, cents: int | None = None, reason: str = "sovittu"
    ) -> Settled:
        """Settle a return as a supervisor."""
        return self.workshop.desk.do(self.boss, Settle(number, remedy, reason, cents))


def _leave(work: UnitOfWork, handover: int, device: Device, cents: int, months: int) -> None:
    work.handovers.lines.add(
        handover_id=handover,
        device_id=device.id,
        article=device.type,
        description=f"{device.manufacturer} {device.model}",
        grade="A",
        list_cents=cents,
        vat_permille=VAT,
        warranty_months=months,
    )
    work.devices.change(device.id, state=DeviceState.LEFT.value, in_house=False)


def _pay(
    work: UnitOfWork, handover: int, channel: Channel, terms: dict[str, Any], total: int
) -> None:
    now = work.journal.now()
    if channel is Channel.COMMITMENT:
        number = str(terms["number"])
        work.handovers.commitments.add(
            number=number,
            number_key=number_key(number),
            unit="Etelä",
            limit_cents=50000,
            used_cents=total,
            valid_until=local(now).date(),
            first_used_at=now,
        )
    if channel is Channel.COURSE:
        number = str(terms["certificate"])
        proof = schema.course_proof.insert().values(
            number_key=number_key(number),
            number=number,
            handover_id=handover,
            confirmed_by="HK",
            used_at=now,
        )
        work.connection.execute(proof)


def _paper(
    task: Task, sale: tuple[int, str], devices: tuple[Device, ...], cents: int, payment: Payment
) -> papers.IssuedPaper:
    handover, code = sale
    lines = tuple(
        PaperLine(article=device.type, price_cents=cents, vat_permille=VAT, device=device.code)
        for device in devices
    )
    if payment in {Payment.CASH, Payment.CARD}:
        total = cents * len(devices)
        content = ReceiptContent(
            handover=code,
            lines=lines,
            total_cents=total,
            paid_by=paid_by(payment),
            vat=vat_parts([(total, VAT)]),
        )
        return papers.issue(task, PaperKind.RECEIPT, content, handover_id=handover)
    slip = SlipContent(handover=code, lines=lines)
    return papers.issue(task, PaperKind.SLIP, slip, handover_id=handover)
