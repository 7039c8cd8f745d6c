"""What becomes of a device: its grade, whether it works, and what was decided."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """How a device looks and works, computed from an inspection's facts."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Functional(StrEnum):
    """Whether a device works: all of it, all that it must do, or not."""

    OK = "ok"
    KEY = "key"
    NO = "no"


class Outcome(StrEnum):
    """Where a device goes from grading."""

    SHELF = "shelf"
    REPAIR = "repair"
    DISMANTLE = "dismantle"
