"""Devices come back: repaired, exchanged, refunded; each is behind the data gate again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import arrivals, handing
from serkut_desk.cli.demo_week.fates import RETURNED, Fate
from serkut_desk.domain.channels import Payment
from serkut_desk.domain.codes import short
from serkut_desk.domain.returning import Remedy
from serkut_desk.stations.returns.commands import Settle, TakeBack

if TYPE_CHECKING:
    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Story

_REMEDIES = {
    Fate.RETURN_REPAIR: (Remedy.REPAIR, "no_power"),
    Fate.RETURN_EXCHANGE: (Remedy.EXCHANGE, "screen"),
    Fate.RETURN_REFUND: (Remedy.REFUND, "unwanted"),
}


def come_back(crew: Crew, story: Story) -> None:
    """Take devices back and settle each but the last, of which nobody has decided yet."""
    for one in story.of(*RETURNED):
        crew.clock.later(minutes=10)
        if one.fate is Fate.RETURN_OPEN:
            crew.leads(TakeBack(one.code, "screen", place=arrivals.DOOR))
            continue
        remedy, fault = _REMEDIES[one.fate]
        taken = crew.leads(TakeBack(one.code, fault, place=arrivals.DOOR))
        reason = crew.told.texts.say(f"demo.return.{remedy.value}")
        settled = crew.leads(Settle(taken.number, remedy, reason, language=crew.told.language))
        if settled.exchange is not None:
            handing.finish(crew, settled.exchange, story.of(Fate.EXCHANGE), Payment.NONE)
        crew.told(
            "returned",
            device=short(one.code),
            number=taken.number,
            remedy=crew.told.texts.say(f"remedy.{remedy.value}"),
            state=crew.told.texts.say(f"state.{taken.state.value}"),
        )
