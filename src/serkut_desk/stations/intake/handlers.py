"""Every handler of intake."""

from __future__ import annotations

from serkut_desk.stations.intake.lot_handlers import (
    close_lot,
    decide_data_class,
    open_lot,
    receive_quantity,
)
from serkut_desk.stations.intake.photos import add_photo, remove_photo
from serkut_desk.stations.intake.receiving import receive_device
from serkut_desk.stations.intake.things import (
    add_accessory,
    count_things,
    undo_accessory,
    undo_things,
)
from serkut_desk.stations.intake.weighing import weigh_device

__all__ = [
    "add_accessory",
    "add_photo",
    "close_lot",
    "count_things",
    "decide_data_class",
    "open_lot",
    "receive_device",
    "receive_quantity",
    "remove_photo",
    "undo_accessory",
    "undo_things",
    "weigh_device",
]
