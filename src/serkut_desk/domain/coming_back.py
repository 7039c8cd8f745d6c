"""Why a device is behind the data gate again; its approval and certificate end with this word."""

from __future__ import annotations

from enum import StrEnum

from serkut_desk.domain.events import Tag

REOPENING = frozenset({Tag.DEVICE_RETURNED, Tag.INCIDENT_CLOSED})
"""Entries that say under `reopened` what ended for a device that came back, if it did."""


class CameBack(StrEnum):
    """Where a device was while nobody of the house could look after it."""

    RETURNED = "returned"
    FOUND = "found"
