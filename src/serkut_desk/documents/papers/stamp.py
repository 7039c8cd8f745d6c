"""What every issued paper carries besides its content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local
from serkut_desk.domain.papers import paper_name

if TYPE_CHECKING:
    from datetime import date, datetime

    from serkut_desk.domain.journal import Head
    from serkut_desk.domain.papers import PaperKind, Seller


@dataclass(frozen=True, slots=True)
class CopyMark:
    """Which copy of a paper this is, the first being 1, and when it was made."""

    number: int
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What is known of a paper when it is issued.

    Args:
        kind: What it is.
        series: Its series.
        number: Its number in the series.
        issued_at: When.
        workshop: The workshop's name.
        seller: The seller's facts; None where nobody outside needs them.
        anchor: The journal's newest entry before the paper's own.
        language: Of the paper.
        reference: Reference number of an invoice, else empty.
        copy: None for the original.
    """

    kind: PaperKind
    series: str
    number: int
    issued_at: datetime
    workshop: str
    seller: Seller | None
    anchor: Head
    language: str
    reference: str = ""
    copy: CopyMark | None = None

    @property
    def name(self) -> str:
        """The number as people write it."""
        return paper_name(self.series, self.number)

    @property
    def issued_on(self) -> date:
        """The day in Finland."""
        return local(self.issued_at).date()
