"""Every handler of intake."""

from __future__ import annotations

from serkut_desk.stations.intake.lot_handlers import (
    close_lot,
    decide_data_class,
    open_lot,
    receive_quantity,
)
from serkut_desk.stations.intake.receiving import receive_device

__all__ = ["close_lot", "decide_data_class", "open_lot", "receive_device", "receive_quantity"]
