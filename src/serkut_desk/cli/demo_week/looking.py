"""The second look: what was drawn is read back by somebody who had no part in it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.stations.looks.commands import RecordLook
from serkut_desk.stations.looks.queries import overview

if TYPE_CHECKING:
    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.domain.people import Session

_TOOL = "hexdump"


def look(crew: Crew) -> None:
    """Let everything that waits be read back by whoever may, and be found clean."""
    done = 0
    people = [crew.supervisor(number) for number in range(len(crew.supervisors))]
    people += [crew.maker(number) for number in range(len(crew.makers))]
    with tempfile.TemporaryDirectory() as folder:
        for who in people:
            done += _take(crew, who, Path(folder))
    if done:
        crew.told("looked", count=done)


def _take(crew: Crew, who: Session, folder: Path) -> int:
    mine = [one for one in overview(crew.desk, who).waiting if not one.against]
    for one in mine:
        crew.clock.later(minutes=5)
        # The serial stands in it: no two readings are the same file.
        evidence = folder / f"{one.look}.txt"
        evidence.write_text(f"{one.medium}\n00000000  00 00 00 00\n*\n", encoding="utf-8")
        command = RecordLook(medium=f"#{one.medium_id}", clean=True, tool=_TOOL, evidence=evidence)
        crew.desk.do(who, command)
    return len(mine)
