"""Handing devices over: baskets, what goes into them, and the moment when they leave."""

from __future__ import annotations

# The handlers stand in modules of their own; the desk looks for them here.
from serkut_desk.stations.handover.baskets import cancel_handover, change_terms, open_handover
from serkut_desk.stations.handover.completing import complete_handover
from serkut_desk.stations.handover.discounting import give_discount
from serkut_desk.stations.handover.filling import (
    add_article,
    add_device,
    confirm_label,
    remove_line,
)

__all__ = [
    "add_article",
    "add_device",
    "cancel_handover",
    "change_terms",
    "complete_handover",
    "confirm_label",
    "give_discount",
    "open_handover",
    "remove_line",
]
