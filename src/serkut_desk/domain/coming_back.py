"""Why a device is behind the data gate again; its approval and certificate end with this word."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action

if TYPE_CHECKING:
    from collections.abc import Mapping

MOVING = frozenset({Tag.MEDIUM_FITTED, Tag.PART_FITTED})
"""Entries that say under `medium_move` that a medium went from one device into another."""

REOPENING = MOVING | {
    Tag.DEVICE_RETURNED,
    Tag.INCIDENT_CLOSED,
    Tag.LABEL_MIXED_UP,
    Tag.MEDIUM_USED,
    Tag.MIXUP_SETTLED,
    Tag.ORDER_CAME_BACK,
}
"""Entries that say under `reopened` what ended for a device, if anything did.

A mixed-up label is about two devices: there stands a list.
"""


class CameBack(StrEnum):
    """What happened while nobody of the house could look after it, or to one of its media.

    The words stand in the records as the reasons for which approvals and certificates ended.
    """

    RETURNED = "returned"
    FOUND = "found"
    USED = "used"
    FITTED = "fitted"
    OUTSIDE = "outside_repair"
    MIXED_UP = "mixed_up"

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
    CameBack.MIXED_UP: Action.MIX_UP,
}


def reopened_in(body: Mapping[str, Any], subject: str) -> dict[str, dict[str, Any]]:
    """Return what an entry of `REOPENING` says ended, by the code of the device.

    Args:
        body: The entry's body.
        subject: Its subject: the device, where the body does not name it.
    """
    told = body.get("reopened")
    each = told if isinstance(told, list) else [told] if told is not None else []
    return {one.get("device", subject): one for one in each}
