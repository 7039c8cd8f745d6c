"""The end of each day and of the week: labels, day report, backup, the key for the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week.crew import PASSPHRASE
from serkut_desk.domain.papers import PaperKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.files import write_synced
from serkut_desk.stations import papers
from serkut_desk.stations.certificates import queries
from serkut_desk.stations.certificates.keyring import unlock
from serkut_desk.stations.labels.printing import print_waiting
from serkut_desk.stations.reports import queries as reports
from serkut_desk.stations.reports.commands import MakeLotReport, MakeMonthReport
from serkut_desk.stations.upkeep.commands import CloseDay, MakeBackup, SetSeller

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Story


@dataclass(frozen=True, slots=True)
class End:
    """What the last evening leaves."""

    day_report: Path
    backup: Path
    public_key: Path
    key_sheet: Path


def name_seller(crew: Crew) -> None:
    """Say who sells, for receipts; the account is the one that examples use."""
    say = crew.told.texts.say
    command = SetSeller(
        name=say("demo.workshop"),
        business_id="1234567-1",
        street="Esimerkkikatu 1",
        city="00000 Helsinki",
        phone="09 000 0000",
        email="paja@example.invalid",
        iban="FI2112345600000785",
    )
    crew.leads(command)


def report(crew: Crew, story: Story) -> None:
    """Make each lot's report and the month's figures for the city."""
    language = crew.told.language
    for lot in story.lots:
        crew.leads(MakeLotReport(lot, language))
    month = crew.leads(MakeMonthReport(f"{crew.clock.monday:%Y-%m}", language))
    crew.told("reported", lots=len(story.lots), month=month.paper.name)


def copy_papers(crew: Crew, folder: Path) -> tuple[Path, ...]:
    """Write copies of every issued paper to a folder, and return where each is."""
    session = crew.supervisor()
    found: list[Path] = []
    for kind in PaperKind:
        for row in reports.papers(crew.desk, session, [kind]):
            found += papers.written(papers.files_of(crew.desk, session, row.name), folder)
    return tuple(found)


def close_day(crew: Crew) -> Path:
    """Print what waits, make the day report, and return where it is."""
    crew.clock.later(minutes=10)
    printed = print_waiting(crew.desk, crew.maker(), language=crew.told.language).printed
    report = crew.leads(CloseDay(crew.told.language))
    crew.told("closed", labels=len(printed), entries=report.seq)
    return report.path


def end_week(crew: Crew, folder: Path) -> End:
    """Close the last day, make the backup, and write the papers about the key to a folder."""
    boss = crew.supervisor(needs=Permission.KEYS)
    backup = crew.desk.do(boss, MakeBackup(signer=unlock(crew.desk, boss, PASSPHRASE)))
    report = close_day(crew)
    key, sheet = folder / "public-key.pem", folder / "key-sheet.pdf"
    write_synced(key, queries.public_key(crew.desk))
    write_synced(sheet, queries.key_sheet(crew.desk, language=crew.told.language))
    return End(report, backup.path, key, sheet)
