"""Devices whose wipe fits in every point, also in its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_device, make_medium
from serkut_desk.domain.media import KindSource, MediumKind
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot
    from stations.wiping.shop import Shop

SIZE = 500_107_862_016


def clean(shop: Shop, number: int, *logs: bytes, lot: Lot | None = None) -> Device:
    """Bring a device with one overwritten disk whose kind and size are known; it takes two hours.

    Wiped after it was received and before its report comes in, as the house's clock has it.
    """
    host, serial = f"PF2ABC{number:02d}", f"WD-WCC6Y5XH{number:02d}"
    device = make_device(shop.workshop, lot=lot, serial=host) if lot else shop.device(host)
    make_medium(
        shop.workshop,
        device,
        serial=serial,
        kind=MediumKind.HDD,
        source=KindSource.SMARTCTL,
        capacity_bytes=SIZE,
    )
    shop.workshop.clock.tick(hours=2)
    begin = later(2 * number + 2).replace(second=number % 60)
    shop.bring(*logs, log(Drive(serial), host=host, begin=begin))
    return device
