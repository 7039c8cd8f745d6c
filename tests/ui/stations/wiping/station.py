"""What tests of the wiping and certificates screens begin with: a workshop with work on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import factories
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.media import DataClass, KindSource, MediumKind
from serkut_desk.ui.stations.wiping.panel import WipingPanel
from stations.wiping.logs import BEGIN, Drive, log
from stations.wiping.shop import Shop

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from ui.window_kit import Window


def shop_of(window: Window, folder: Path) -> Shop:
    """Return short ways to fill the window's workshop."""
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    return Shop(window.workshop, stick)


def clean(shop: Shop, number: int) -> Device:
    """Bring a device with one overwritten hard disk as far as waiting for its approval."""
    host, serial = f"PF2ABC{number:02d}", f"WD-WCC6Y5XH{number:02d}"
    device = shop.device(host)
    factories.make_medium(
        shop.workshop,
        device,
        serial=serial,
        kind=MediumKind.HDD,
        source=KindSource.SMARTCTL,
        capacity_bytes=500_107_862_016,
    )
    shop.bring(log(Drive(serial), host=host, begin=BEGIN + timedelta(minutes=number)))
    return device


def fill(shop: Shop) -> dict[str, Device]:
    """Put a bit of everything on the table; devices by what they show."""
    found = {"clean": clean(shop, 1), "clean2": clean(shop, 2), "clean3": clean(shop, 3)}
    ssd = shop.device("5CG9421XYZ", manufacturer="HP", model="EliteBook 840 G6")
    factories.make_medium(shop.workshop, ssd, serial="S3Z9NB0K812", source=KindSource.SMARTCTL)
    drive = Drive("S3Z9NB0K812", model="SAMSUNG MZ7LN256")
    shop.bring(log(drive, host="5CG9421XYZ", begin=BEGIN + timedelta(minutes=11)))
    found["ssd"] = ssd
    bad = shop.device("CN0XV9J7TV", manufacturer="Dell", model="Latitude 5400")
    shop.declare(bad, "Z1D4K9PM")
    broken = Drive("Z1D4K9PM", model="ST1000LM035", status="-FAILED-", errors=12)
    shop.bring(log(broken, host="CN0XV9J7TV", begin=BEGIN + timedelta(minutes=17)))
    found["failed"] = bad
    shop.bring(log(Drive("5YD3K0AA", model="ST250LT012"), begin=BEGIN + timedelta(minutes=23)))
    own = shop.device("PF3XYZ01")
    shop.declare(own, "WD-WX41A7810")
    boss = shop.boss.person
    shop.bring(
        log(Drive("WD-WX41A7810"), host="PF3XYZ01", begin=BEGIN + timedelta(minutes=29)),
        performed_by=boss,
    )
    found["own"] = own
    nobody = shop.device("PF3XYZ02")
    shop.declare(nobody, "WD-WX41A7820")
    shop.bring(
        log(Drive("WD-WX41A7820"), host="PF3XYZ02", begin=BEGIN + timedelta(minutes=37)),
        performed_by=None,
    )
    found["nobody"] = nobody
    waits = shop.device("PF3XYZ03", data_class=DataClass.CONFIDENTIAL)
    shop.declare(waits, "WD-WX41A7830")
    found["waits"] = waits
    found["bare"] = shop.device("PF3XYZ04")
    proposed = shop.device("PF3XYZ05")
    shop.bring(log(Drive("WD-WX41A7850"), host="PF3XYZ05", begin=BEGIN + timedelta(minutes=41)))
    found["proposed"] = proposed
    _shelve(shop, *found.values())
    return found


def _shelve(shop: Shop, *devices: Device) -> None:
    """Put devices on a shelf, straight in the records."""
    with shop.workshop.desk.database.work(shop.worker.person) as work:
        place = work.places.add(
            code="PA0000000144", name="Hylly V-03", name_key=name_key("Hylly V-03")
        )
        for device in devices:
            work.devices.change(device.id, place_id=place)
        work.commit()


def open_wiping(window: Window) -> WipingPanel:
    """Open the wiping screen for who is at the desk."""
    window.shell.open("wiping")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, WipingPanel)
    return panel
