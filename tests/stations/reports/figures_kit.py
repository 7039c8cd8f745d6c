"""A workshop with something to report: one lot in many states, handovers, a return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factories import make_device, make_lot
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.seller import checked_seller
from serkut_desk.stations.seller import keep_seller
from stations.certificates.counter import new_seal
from stations.handover.till import Till

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot

FACTS: dict[str, Any] = {
    "name": "Esimerkin kaupunki, Digipaja",
    "business_id": "0201256-6",
    "street": "Esimerkkikatu 1",
    "city": "00100 Helsinki",
    "phone": "+358 9 000 0000",
    "email": "paja@example.org",
    "iban": "FI2112345600000785",
}


@dataclass
class City(Till):
    """A till whose devices all come in one lot."""

    lot: Lot | None = None

    def device(
        self, serial: str = "", data_class: DataClass = DataClass.ORDINARY, **more: str
    ) -> Device:
        """Receive a device of the lot."""
        if self.lot is None:
            self.lot = make_lot(self.workshop, data_class=data_class)
        return make_device(self.workshop, lot=self.lot, serial=serial, **more)

    def weigh(self, device: Device, grams: int) -> None:
        """Put a device on the scale."""
        with self.workshop.desk.database.work(self.boss.person) as work:
            work.devices.change(device.id, weight_g=grams)
            work.commit()


def set_seller(workshop: Workshop) -> None:
    """Give the seller's facts."""
    with workshop.desk.database.work(workshop.first.person) as work:
        keep_seller(work, checked_seller(FACTS))
        work.commit()


def city(workshop: Workshop, folder: Path) -> City:
    """Return a workshop with key, stick and seller."""
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    made = City(workshop, stick, seal=new_seal(workshop))
    made.know_seller()
    return made


def filled(workshop: Workshop, folder: Path) -> str:
    """Fill a workshop with one lot and return its code.

    On the shelf 1, sold 1, at a project 2, only approved 1, only received 2, expected 1.
    """
    made = city(workshop, folder)
    sold, given, more, _shelf = (made.laptop(number) for number in range(1, 5))
    made.weigh(sold, 2110)
    made.weigh(given, 1620)
    made.clean(5)
    made.device("PF2ABC61", inventory="HKI-000061")
    made.device("=CMD|' /C calc'!A0", model="=HYPERLINK(0)")
    assert made.lot is not None
    with workshop.desk.database.work(workshop.first.person) as work:
        line = {
            "lot_id": made.lot.id,
            "row": 9,
            "type": "laptop",
            "manufacturer": "HP",
            "model": "ProBook 450",
            "serial": "5CD8999999",
            "serial_key": "5CD8999999",
            "inventory": "",
            "inventory_key": "",
            "imei": "",
            "quantity": 1,
            "problems": [],
            "notes": [],
        }
        work.lots.add_lines([line])
        work.commit()
    made.complete(made.basket(sold), Payment.CARD)
    made.complete(made.basket(given, more, channel=Channel.PROJECT), Payment.INVOICE)
    return made.lot.code
