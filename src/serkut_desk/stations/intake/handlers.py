"""Every handler of intake."""

from __future__ import annotations

from serkut_desk.stations.intake.announcing import (
    announce_lot,
    arrive_lot,
    change_announcement,
    load_list,
)
from serkut_desk.stations.intake.cage_list import list_cages, unlist_cage
from serkut_desk.stations.intake.closing import close_lot
from serkut_desk.stations.intake.late_linking import link_late
from serkut_desk.stations.intake.lot_handlers import decide_data_class, open_lot, receive_quantity
from serkut_desk.stations.intake.lot_papers import issue_lot_receipt, issue_reconciliation
from serkut_desk.stations.intake.photos import add_photo, remove_photo
from serkut_desk.stations.intake.receiving import receive_device
from serkut_desk.stations.intake.seals import check_seal, decide_seal
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
    "announce_lot",
    "arrive_lot",
    "change_announcement",
    "check_seal",
    "close_lot",
    "count_things",
    "decide_data_class",
    "decide_seal",
    "issue_lot_receipt",
    "issue_reconciliation",
    "link_late",
    "list_cages",
    "load_list",
    "open_lot",
    "receive_device",
    "receive_quantity",
    "remove_photo",
    "undo_accessory",
    "undo_things",
    "unlist_cage",
    "weigh_device",
]
