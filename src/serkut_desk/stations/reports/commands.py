"""What can be asked of reports and of papers that were issued."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.changes import Changes
    from serkut_desk.stations.papers import IssuedPaper


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report that was issued, with its PDF and its workbook among the workshop's files."""

    paper: IssuedPaper
    changes: Changes


@dataclass(frozen=True, slots=True)
class Reprinted:
    """A marked copy: of which paper, which copy, and where it lies."""

    name: str
    copy: int
    path: Path
    changes: Changes


@dataclass(frozen=True, slots=True)
class MakeLotReport(Command[MadeReport]):
    """Make a lot's report by serial, as it stands now."""

    lot: str
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class MakeMonthReport(Command[MadeReport]):
    """Make a month's figures; `month` is `2026-11`."""

    month: str
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class ReprintPaper(Command[Reprinted]):
    """Draw a marked copy of an issued paper; `number` is `KU-17`."""

    number: str
