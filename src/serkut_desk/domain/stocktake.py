"""Counting a place by scan: what a scanned device means, and who is missing at the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.parts import PartState

if TYPE_CHECKING:
    from collections.abc import Iterable


class MarkWord(StrEnum):
    """What a counting says of a device in the records."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    UNEXPECTED = "unexpected"
    MISSING = "missing"


class Seen(StrEnum):
    """The answer to one scan of a counting."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    AGAIN = "again"
    TURNED_UP = "turned_up"
    HAS_LEFT = "has_left"
    WITHDRAWN = "withdrawn"
    FITTED = "fitted"
    GIVEN_UP = "given_up"
    UNKNOWN = "unknown"


_NOT_IN_HOUSE = {
    DeviceState.MISSING: Seen.TURNED_UP,
    DeviceState.LEFT: Seen.HAS_LEFT,
    DeviceState.WITHDRAWN: Seen.WITHDRAWN,
}

MARKS = {
    Seen.FOUND: MarkWord.FOUND,
    Seen.ELSEWHERE: MarkWord.ELSEWHERE,
    Seen.TURNED_UP: MarkWord.UNEXPECTED,
    Seen.HAS_LEFT: MarkWord.UNEXPECTED,
    Seen.WITHDRAWN: MarkWord.UNEXPECTED,
    Seen.FITTED: MarkWord.UNEXPECTED,
    Seen.GIVEN_UP: MarkWord.UNEXPECTED,
}
"""What is stored of each answer that is new."""


def seen(state: DeviceState, *, here: bool, marked: MarkWord | None) -> Seen:
    """Return what a scanned device means.

    Args:
        state: Where it stands.
        here: The records have it at the place that is counted.
        marked: What this counting said of it before, None when it was not scanned yet.
    """
    if state in _NOT_IN_HOUSE:
        return Seen.AGAIN if marked is MarkWord.UNEXPECTED else _NOT_IN_HOUSE[state]
    if marked is not None and here:
        return Seen.AGAIN
    return Seen.FOUND if here else Seen.ELSEWHERE


def part_seen(state: PartState, *, here: bool, marked: MarkWord | None) -> Seen:
    """Return what a scanned part means; a missing one is found by its scan."""
    if state is PartState.FITTED:
        return Seen.AGAIN if marked is MarkWord.UNEXPECTED else Seen.FITTED
    if state in {PartState.SCRAPPED, PartState.WITHDRAWN}:
        return Seen.AGAIN if marked is MarkWord.UNEXPECTED else Seen.GIVEN_UP
    if marked is not None and here:
        return Seen.AGAIN
    return Seen.FOUND if here else Seen.ELSEWHERE


@dataclass(frozen=True, slots=True)
class Unseen:
    """A device that should lie at the place and was not scanned.

    Args:
        code: The device's.
        basket: Code of the open handover in whose basket it lies; then it is not missing.
    """

    code: str
    basket: str | None = None


def missing(unseen: Iterable[Unseen]) -> tuple[str, ...]:
    """Return codes of what is missing: all that nothing explains."""
    return tuple(one.code for one in unseen if one.basket is None)
