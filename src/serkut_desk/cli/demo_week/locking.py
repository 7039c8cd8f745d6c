"""Locked and stolen devices: found, asked about, one of them let out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week.fates import Fate
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.quarantine import DonorAnswer
from serkut_desk.stations.quarantine.commands import (
    FreeDevice,
    RecordAnswer,
    ReportLock,
    ReportStolen,
    RequestRelease,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Arrived, Story

_LOCKED = (Fate.MDM_LOCKED, Fate.FREED)


def find(crew: Crew, story: Story) -> None:
    """Find locks on the phones, and one device on the police's list."""
    for one in story.of(*_LOCKED):
        crew.leads(ReportLock(one.code, Lock.MDM))
    for one in story.of(Fate.STOLEN):
        crew.leads(ReportStolen(one.code, "5500/R/000000/26 (esimerkki)"))
    crew.told("locked", locked=len(story.of(*_LOCKED)), stolen=len(story.of(Fate.STOLEN)))


def ask(crew: Crew, devices: Sequence[Arrived]) -> None:
    """Ask the donor of these devices to let everything of theirs go."""
    if devices:
        by = local(crew.clock.now()).date() + timedelta(days=14)
        asked = crew.leads(RequestRelease(devices[0].code, by, crew.told.language))
        crew.told("asked", number=asked.number, donor=asked.donor, devices=len(asked.devices))


def free(crew: Crew, story: Story) -> None:
    """Record the donor's answer about one phone, and let it out."""
    for one in story.of(Fate.FREED):
        note = crew.told.texts.say("demo.release")
        crew.leads(RecordAnswer(one.code, DonorAnswer.RELEASED, note))
        crew.leads(FreeDevice(one.code, note))
        crew.told("freed", device=short(one.code))
