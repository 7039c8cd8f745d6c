"""What the wizard was told so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from serkut_desk.domain.media import DataClass
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.stations.first_start import FirstStart, FirstSupervisor, FlashRuling


def read_day(text: str) -> date | None:
    """Return the day that a person wrote as 21.11.2026, None when it is none."""
    try:
        return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Supervisor:
    """One supervisor as written in the form."""

    display: str
    name: str
    title: str
    pin: str
    language: str

    def as_first(self) -> FirstSupervisor:
        """Return what the station wants."""
        return FirstSupervisor(
            display=self.display,
            pin=self.pin,
            name=self.name or None,
            title=self.title or None,
            language=self.language,
        )


@dataclass(slots=True)
class Told:
    """Everything told; each page fills its part."""

    workshop: str = ""
    first: Supervisor | None = None
    second: Supervisor | None = None
    flash: FlashDecision = FlashDecision.UNDECIDED
    reference: str = ""
    day: date | None = None
    data_class: DataClass = DataClass.CONFIDENTIAL
    data_class_reference: str = ""
    backup: str = ""

    def start(self) -> FirstStart:
        """Return the first start."""
        ruling = None
        if self.flash is not FlashDecision.UNDECIDED and self.day is not None:
            ruling = FlashRuling(
                decision=self.flash, reference=self.reference, document_date=self.day
            )
        return FirstStart(
            workshop=self.workshop,
            supervisors=tuple(
                one.as_first() for one in (self.first, self.second) if one is not None
            ),
            flash=ruling,
            backup_folder=Path(self.backup) if self.backup else None,
            data_class=self.data_class,
            data_class_reference=self.data_class_reference or None,
        )
