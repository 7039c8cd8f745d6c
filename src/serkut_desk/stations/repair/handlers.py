"""Repair: work orders from the fault to the tested device. The handlers stand by what they do."""

from __future__ import annotations

from serkut_desk.stations.repair.closing import close_order
from serkut_desk.stations.repair.moving_parts import (
    reserve_part,
    take_out_medium,
    take_out_part,
    use_part,
    want_part,
)
from serkut_desk.stations.repair.opening import open_order, set_state, take_order
from serkut_desk.stations.repair.outside import come_back, send_out
from serkut_desk.stations.repair.safety import record_safety_test
from serkut_desk.stations.repair.working import add_step, record_diagnosis, undo_step

__all__ = [
    "add_step",
    "close_order",
    "come_back",
    "open_order",
    "record_diagnosis",
    "record_safety_test",
    "reserve_part",
    "send_out",
    "set_state",
    "take_order",
    "take_out_medium",
    "take_out_part",
    "undo_step",
    "use_part",
    "want_part",
]
