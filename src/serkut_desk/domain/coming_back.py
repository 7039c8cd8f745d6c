"""Why a device is behind the data gate again; its approval and certificate end with this word."""

from __future__ import annotations

from enum import StrEnum

from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action

MOVING = frozenset({Tag.MEDIUM_FITTED, Tag.PART_FITTED})
"""Entries that say under `medium_move` that a medium went from one device into another."""

REOPENING = MOVING | {
    Tag.DEVICE_RETURNED,
    Tag.INCIDENT_CLOSED,
    Tag.MEDIUM_USED,
    Tag.ORDER_CAME_BACK,
}
"""Entries that say under `reopened` what ended for a device, if anything did."""


class CameBack(StrEnum):
    """What happened while nobody of the house could look after it, or to one of its media.

    The words stand in the records as the reasons for which approvals and certificates ended.
    """

    RETURNED = "returned"
    FOUND = "found"
    USED = "used"
    FITTED = "fitted"
    OUTSIDE = "outside_repair"

    @property
    def action(self) -> Action:
        """What the lifecycle table calls it."""
        return _ACTIONS[self]


_ACTIONS = {
    CameBack.RETURNED: Action.TAKE_BACK,
    CameBack.FOUND: Action.FIND,
    CameBack.USED: Action.USE_OTHERWISE,
    CameBack.FITTED: Action.FIT_PART,
    CameBack.OUTSIDE: Action.COME_BACK,
}
