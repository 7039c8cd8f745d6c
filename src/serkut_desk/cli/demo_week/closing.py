"""The end of each day and of the week: labels, day report, backup, the key for the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week.crew import PASSPHRASE
from serkut_desk.records.files import write_synced
from serkut_desk.stations.certificates import queries
from serkut_desk.stations.certificates.keyring import unlock
from serkut_desk.stations.labels.printing import print_waiting
from serkut_desk.stations.upkeep.commands import CloseDay, MakeBackup

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.cli.demo_week.crew import Crew


@dataclass(frozen=True, slots=True)
class End:
    """What the last evening leaves."""

    day_report: Path
    backup: Path
    public_key: Path
    key_sheet: Path


def close_day(crew: Crew) -> Path:
    """Print what waits, make the day report, and return where it is."""
    crew.clock.later(minutes=10)
    printed = print_waiting(crew.desk, crew.maker(), language=crew.told.language).printed
    report = crew.leads(CloseDay(crew.told.language))
    crew.told("closed", labels=len(printed), entries=report.seq)
    return report.path


def end_week(crew: Crew, folder: Path) -> End:
    """Close the last day, make the backup, and write the papers about the key to a folder."""
    boss = crew.supervisor()
    backup = crew.desk.do(boss, MakeBackup(signer=unlock(crew.desk, boss, PASSPHRASE)))
    report = close_day(crew)
    key, sheet = folder / "public-key.pem", folder / "key-sheet.pdf"
    write_synced(key, queries.public_key(crew.desk))
    write_synced(sheet, queries.key_sheet(crew.desk, language=crew.told.language))
    return End(report, backup.path, key, sheet)
