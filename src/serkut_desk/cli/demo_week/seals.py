"""One delivery is announced and comes in two sealed cages; one seal is another than was told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import drawn
from serkut_desk.cli.demo_week.fixtures import DELIVERIES
from serkut_desk.domain.cages import NewCage, SealDecision, SealStage
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations.intake.lot_commands import (
    AnnounceLot,
    CheckSeal,
    DecideSeal,
    IssueLotReceipt,
)
from serkut_desk.stations.intake.photo_commands import AddPhoto

if TYPE_CHECKING:
    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Story
    from serkut_desk.domain.people import Session

ANNOUNCED = 2
"""The delivery that is known the day before."""
_ORDER = "NT-0000 (esimerkki)"
_SEALS = ("DEMO-2001", "DEMO-2002")
_WRONG = "DEMO-2020"


def announce(crew: Crew, story: Story, reference: str, second: Session) -> None:
    """Write down that a delivery comes tomorrow, with its list, its cages and their seals."""
    delivery, say = DELIVERIES[ANNOUNCED - 1], crew.told.texts.say
    names = [say("demo.cage", number=number) for number in (1, 2)]
    command = AnnounceLot(
        sender=delivery.sender,
        manifest=delivery.manifest(),
        manifest_name=delivery.list_name,
        data_class=delivery.data_class,
        reference=reference,
        second=second,
        expected_on=local(crew.clock.now()).date() + timedelta(days=1),
        order_reference=_ORDER,
        contact_role=say("demo.contact"),
        cages=tuple(map(NewCage, names, _SEALS)),
    )
    story.announced = crew.leads(command)
    story.cages = tuple(names)
    crew.told("announced", lot=short(story.announced.lot.code), cages=len(names))


def open_cages(crew: Crew, story: Story, lot: str, maker: int) -> None:
    """Read the seals at the van, at arrival and at opening; a supervisor decides about a wrong one.

    The second cage was sealed anew on the way, and the driver's paper says so.
    """
    second = story.cages[1]
    for stage in SealStage:
        crew.clock.later(seconds=40)
        crew.makes(CheckSeal(lot=lot, stage=stage, seal=_SEALS[0]), maker)
        seal = _SEALS[1] if stage is SealStage.VAN else _WRONG
        crew.makes(CheckSeal(lot=lot, stage=stage, seal=seal, cage=second), maker)
        if stage is SealStage.ARRIVAL:
            picture = drawn.picture(2)
            crew.makes(AddPhoto(lot, picture, PhotoPurpose.SEAL, cage=second), maker)
            crew.clock.later(minutes=6)
            reason = crew.told.texts.say("demo.seal.reason")
            decide = DecideSeal(lot=lot, cage=second, decision=SealDecision.ACCEPTED, reason=reason)
            crew.leads(decide)
            crew.told("seal", cage=second, read=_WRONG, told=_SEALS[1])


def receipt(crew: Crew, lot: str) -> None:
    """Print what has come so far, for the driver who has to go on."""
    issued = crew.leads(IssueLotReceipt(lot=lot, language=crew.told.language))
    crew.told("lot_receipt", lot=short(lot), number=issued.paper.name)
