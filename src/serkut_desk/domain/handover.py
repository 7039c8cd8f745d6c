"""What must hold before devices are handed over: gates of each device and of the whole basket.

Whether a device may leave is the lifecycle table's to say (`may(Action.HAND_OVER)`); the gates say
the same in parts that a person can tick off, and what to do about each that does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.domain.sentences import Sentence


class GateCode(StrEnum):
    """One thing that must hold; `handover.gate.<value>.yes` and `.no` in the texts."""

    # Of a device.
    STOPPED = "stopped"
    DATA = "data"
    CERTIFICATE = "certificate"
    GRADE = "grade"
    WORKS = "works"
    SHELF = "shelf"
    PRICE = "price"
    LABEL = "label"
    # Of the basket.
    OPEN = "open"
    NOT_EMPTY = "not_empty"
    DEVICES = "devices"
    LINES = "lines"
    TERMS = "terms"
    VALID = "valid"
    SAME = "same"
    FITS = "fits"
    UNUSED = "unused"
    SERVICE = "service"
    DISCOUNT = "discount"
    SEEN = "seen"
    SELLER = "seller"


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that must hold.

    Args:
        code: What.
        holds: Whether it does.
        said: The sentence for it, as it stands now.
        next: What to do, one sentence for each thing that is missing; empty when it holds.
        device: SD code of the device that it is about; None for the basket.
    """

    code: GateCode
    holds: bool
    said: Sentence
    next: tuple[Sentence, ...] = ()
    device: str | None = None
