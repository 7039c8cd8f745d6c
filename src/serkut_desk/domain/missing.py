"""Devices that are not where they should be, and what holds when they turn up."""

from __future__ import annotations

from enum import StrEnum


class Ending(StrEnum):
    """How an incident ended."""

    FOUND = "found"
    LOST = "lost"


def behind_the_gate(*, bears_data: bool, was_lost: bool) -> bool:
    """Tell whether a device that turned up has to be wiped and approved anew.

    Yes when it was given up as lost: the house said that it does not know where the device was,
    as little as with one that somebody bought and brought back. Yes, too, when it was missing
    with data: what had been done to it before (a wipe that waited for approval, media that were
    declared) may no longer be true of what is inside now.

    No when it was proven clean and only lay on another shelf: a device is not watched on the
    right shelf either, and its certificate names the media that are inside.

    Args:
        bears_data: It was not free of data when it was missed.
        was_lost: Its incident had been closed as lost.
    """
    return bears_data or was_lost
