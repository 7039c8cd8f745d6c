"""What people do with files that were brought in, beside what they decide about their drives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class SettleFiles(Command["FilesSettled"]):
    """Say that files which could not be read were looked at, and that nothing is to be done."""

    files: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoteClock(Command["ClockNoted"]):
    """Say that the wiped computer's clock ran in local time; the log and its times stay."""

    run: int


@dataclass(frozen=True, slots=True)
class FilesSettled:
    """How many files wait for nobody any more."""

    count: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ClockNoted:
    """The run, and how many drives of its report carry the note."""

    run: int
    drives: int
    changes: Changes
