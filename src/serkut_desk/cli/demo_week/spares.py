"""Parts are bought, tried, priced and put on their shelf; one is not where it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import arrivals
from serkut_desk.domain.codes import short
from serkut_desk.domain.parts import PartTest
from serkut_desk.stations.parts.commands import AddPart, MissingPart, PricePart, TestPart

if TYPE_CHECKING:
    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Story

SUPPLIER = "Esimerkin osatukku Oy"
KEYBOARD, LOST = "keyboard", "lost"
_LATITUDE, _THINKPAD = ("Dell", "Latitude 5490"), ("Lenovo", "ThinkPad L480")
_MEMORY = "8 Gt DDR4 SO-DIMM"
# What the story calls it, and what was bought.
_BOUGHT = (
    (
        KEYBOARD,
        AddPart(
            "keyboard",
            SUPPLIER,
            manufacturer="Dell",
            model="DEMO-KB-5490",
            fits=(_LATITUDE,),
            weight_g=158,
            cost_cents=2490,
            place=arrivals.PARTS,
        ),
    ),
    (
        "memory",
        AddPart(
            "memory",
            SUPPLIER,
            specification=_MEMORY,
            serial="DEMOMEM001",
            fits=(_LATITUDE, _THINKPAD),
            weight_g=9,
            cost_cents=1450,
            place=arrivals.PARTS,
        ),
    ),
    (
        "bad memory",
        AddPart(
            "memory",
            SUPPLIER,
            specification=_MEMORY,
            serial="DEMOMEM002",
            fits=(_LATITUDE, _THINKPAD),
            weight_g=9,
            cost_cents=1450,
            place=arrivals.PARTS,
        ),
    ),
    (
        LOST,
        AddPart(
            "charger",
            SUPPLIER,
            manufacturer="Lenovo",
            model="DEMO-65W",
            specification="65 W, USB-C",
            fits=(_THINKPAD,),
            weight_g=284,
            cost_cents=1990,
            place=arrivals.PARTS,
        ),
    ),
)
_PRICES = {KEYBOARD: 3900, "memory": 2500, LOST: 3000}
_TESTS = {
    KEYBOARD: PartTest.PASSED,
    "memory": PartTest.PASSED,
    "bad memory": PartTest.FAILED,
}


def buy(crew: Crew, story: Story) -> None:
    """Receive what was bought, try it, and say what it is sold for."""
    say = crew.told.texts.say
    for name, command in _BOUGHT:
        crew.clock.later(minutes=1)
        story.parts[name] = crew.makes(command).part.code
    for name, test in _TESTS.items():
        crew.makes(TestPart(story.parts[name], test, say(f"demo.part.{test.value}")))
    for name, cents in _PRICES.items():
        crew.leads(PricePart(story.parts[name], cents))
    crew.told("bought", parts=len(_BOUGHT), supplier=SUPPLIER)


def answer(crew: Crew, story: Story) -> None:
    """Receive a cable that an order waits for: somebody can go on with it."""
    cable = AddPart(
        "cable",
        SUPPLIER,
        specification="USB 3.0, 9+10 pin",
        fits=(("Dell", "OptiPlex 7060"),),
        weight_g=42,
        cost_cents=690,
        place=arrivals.PARTS,
    )
    came = crew.makes(cable)
    story.parts["cable"] = came.part.code
    crew.told("came", part=short(came.part.code), wants=len(came.wanted))


def lose(crew: Crew, story: Story) -> None:
    """Miss a part from its shelf."""
    crew.leads(MissingPart(story.parts[LOST], crew.told.texts.say("demo.part.lost")))
