"""Places are counted: what is missing, what lies elsewhere, what turns up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import arrivals
from serkut_desk.cli.demo_week.fates import Fate
from serkut_desk.domain.codes import short
from serkut_desk.stations.stocktake import queries
from serkut_desk.stations.stocktake.commands import (
    CloseCount,
    FindDevice,
    OpenCount,
    PrintIncident,
    ReportMissing,
    ScanInCount,
    TellMissing,
)

if TYPE_CHECKING:
    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Story


def stray(crew: Crew, story: Story) -> None:
    """Miss a monitor from its shelf, and find it on another one."""
    for one in story.of(Fate.STRAYED):
        crew.leads(ReportMissing(one.code, crew.told.texts.say("demo.strayed")))
        crew.clock.later(minutes=40)
        note = crew.told.texts.say("demo.found")
        crew.leads(FindDevice(one.code, arrivals.READY, note, language=crew.told.language))


def count(crew: Crew, story: Story, place: str, maker: int = 0) -> None:
    """Count a place where everything lies that should, but what the story lets go missing."""
    crew.makes(OpenCount(place), maker)
    gone = {one.code for one in story.of(Fate.MISSING)}
    here = [one.code for one in queries.count(crew.desk, crew.maker(maker), place).unseen]
    astray = [one.code for one in story.of(Fate.WAITS_DECISION, lot=2)[:1]]
    for code in (*(one for one in here if one not in gone), *astray):
        crew.clock.later(seconds=8)
        crew.makes(ScanInCount(place, code), maker)
    closed = crew.makes(CloseCount(place, missing=len(gone)), maker)
    crew.told(
        "counted",
        place=place,
        found=len(closed.found),
        elsewhere=len(closed.elsewhere),
        missing=len(closed.missing),
    )


def tell(crew: Crew, story: Story) -> None:
    """Tell who has to know of the missing device, and print the incident's paper."""
    for one in story.of(Fate.MISSING):
        crew.leads(TellMissing(one.code, crew.told.texts.say("demo.officer")))
        paper = crew.leads(PrintIncident(one.code, crew.told.language))
        crew.told("incident", device=short(one.code), number=paper.number)
