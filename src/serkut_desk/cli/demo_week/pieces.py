"""Devices are taken apart: two to the gram, one half way, one past a swollen battery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import arrivals, grading
from serkut_desk.cli.demo_week.crates import on_scale
from serkut_desk.cli.demo_week.fates import Fate
from serkut_desk.domain.codes import short
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.parts import PartTest
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations.devices.commands import RaiseStop
from serkut_desk.stations.dismantling import queries
from serkut_desk.stations.dismantling.commands import (
    DoStep,
    FinishDismantling,
    PutFraction,
    StartDismantling,
    TakeHazardBattery,
    TakeMedium,
    TakePart,
)
from serkut_desk.stations.parts.commands import PricePart, TestPart
from serkut_desk.stations.wiping.commands import StockMedium

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Arrived, Story

SKILLED = 1
"""The maker who may take batteries out."""
_CELL_G = 38
# What of the rest goes where, per mille; the last takes what is left of it.
_LAPTOP = {
    "plastics": 330,
    "circuit_boards": 300,
    "aluminium": 170,
    "copper_cables": 20,
    "ferrous": 180,
}
_DESKTOP = {
    "circuit_boards": 190,
    "aluminium": 60,
    "copper_cables": 50,
    "plastics": 120,
    "ferrous": 580,
}
_PHONE = {"displays": 400, "plastics": 350, "other": 250}


def _settle(crew: Crew, one: Arrived, **steps: StepResult) -> None:
    for step, result in steps.items():
        crew.clock.later(minutes=1)
        crew.makes(DoStep(one.code, step, result), SKILLED)


def _put(crew: Crew, story: Story, one: Arrived, fraction: str, grams: int) -> None:
    crew.clock.later(minutes=1)
    crew.makes(PutFraction(one.code, story.boxes[fraction], on_scale(grams)), SKILLED)


def _sort(crew: Crew, story: Story, one: Arrived, shares: Mapping[str, int]) -> None:
    """Put what is left of a device into its containers; two grams of dust stay on the bench."""
    left = queries.sheet(crew.desk, crew.maker(SKILLED), one.code).balance.remainder
    assert left is not None, "it was weighed"
    whole, gone = left - 2, 0
    *most, last = shares
    for fraction in most:
        grams = whole * shares[fraction] // 1000
        _put(crew, story, one, fraction, grams)
        gone += grams
    _put(crew, story, one, last, whole - gone)
    _settle(crew, one, fractions=StepResult.DONE)


def _finish(crew: Crew, one: Arrived) -> None:
    balance = crew.makes(FinishDismantling(one.code), SKILLED).balance
    crew.told(
        "apart",
        device=short(one.code),
        grams=balance.weight_in,
        parts=balance.parts,
        media=balance.media,
        fractions=balance.fractions,
        left=balance.remainder,
    )


def _begin(crew: Crew, one: Arrived, grams: int) -> None:
    crew.clock.later(minutes=10)
    crew.makes(StartDismantling(one.code, on_scale(grams)), SKILLED)
    _settle(crew, one, power_off=StepResult.DONE)


def _disk(crew: Crew, one: Arrived, grams: int) -> str:
    """Take a proven disk out into the stock, and return the code of the part that it is."""
    taken = crew.makes(TakeMedium(one.code, weight=on_scale(grams), place=arrivals.DISKS), SKILLED)
    part = crew.makes(StockMedium(f"#{taken.medium}", arrivals.PARTS), SKILLED).part
    crew.leads(PricePart(part.code, 1500))
    _settle(crew, one, media=StepResult.DONE)
    return part.code


def _part(crew: Crew, one: Arrived, type_: str, grams: int, cents: int | None = None) -> str:
    """Take out a part that works, and return its code."""
    maker = one.machine.maker
    out = TakePart(
        one.code, type_, manufacturer=maker, weight=on_scale(grams), place=arrivals.PARTS
    )
    code = crew.makes(out, SKILLED).code
    say = crew.told.texts.say
    crew.makes(TestPart(code, PartTest.PASSED, say("demo.part.passed")), SKILLED)
    if cents is not None:
        crew.leads(PricePart(code, cents))
    return code


def harvest(crew: Crew, story: Story) -> None:
    """Take a laptop apart for its parts: keyboard and screen are kept, and its disk."""
    for one in story.of(Fate.HARVESTED):
        _begin(crew, one, one.machine.grams)
        _settle(crew, one, battery=StepResult.DONE)
        _put(crew, story, one, "battery_lithium", 287)
        story.parts["laptop disk"] = _disk(crew, one, 96)
        _settle(crew, one, lamp=StepResult.NONE)
        story.parts["harvested keyboard"] = _part(crew, one, "keyboard", 162)
        story.parts["screen"] = _part(crew, one, "screen", 348, 4500)
        _settle(crew, one, parts=StepResult.DONE)
        _sort(crew, story, one, _LAPTOP)
        _finish(crew, one)


def whole(crew: Crew, story: Story) -> None:
    """Take a desktop apart to the gram; its disk stays in the house as a part."""
    for one in story.of(Fate.APART):
        _begin(crew, one, one.machine.grams)
        _settle(crew, one, battery=StepResult.DONE)
        _put(crew, story, one, "battery_coin_lithium", 3)
        story.parts["disk"] = _disk(crew, one, 612)
        _settle(crew, one, power_supply=StepResult.DONE)
        _put(crew, story, one, "power_supplies", 1284)
        _part(crew, one, "memory", 19, 1800)
        _settle(crew, one, parts=StepResult.DONE)
        _sort(crew, story, one, _DESKTOP)
        _finish(crew, one)


def half_way(crew: Crew, story: Story) -> None:
    """Begin a monitor: its stand is kept, its plastics are sorted, the rest is for Monday."""
    for one in story.of(Fate.HALF_APART):
        _begin(crew, one, one.machine.grams)
        _settle(crew, one, power_supply=StepResult.NONE, lamp=StepResult.NONE)
        _part(crew, one, "stand", 1190, 900)
        _settle(crew, one, parts=StepResult.DONE)
        _put(crew, story, one, "plastics", 1046)
        crew.told("half_apart", device=short(one.code))


def swollen(crew: Crew, story: Story) -> None:
    """Stop because of a phone's battery; who may takes it out, and the phone to pieces."""
    for one in story.of(Fate.SWOLLEN):
        crew.makes(RaiseStop(StopKind.SWOLLEN_BATTERY, one.code))
        crew.clock.later(minutes=3)
        out = TakeHazardBattery(
            one.code,
            story.boxes["battery_lithium_damaged"],
            on_scale(_CELL_G),
            place=arrivals.DISMANTLE,
        )
        part = crew.makes(out, SKILLED).part
        crew.told("cell", device=short(one.code), part=short(part), grams=_CELL_G)
        grading.to_take_apart(crew, one)
        _begin(crew, one, one.machine.grams - _CELL_G)
        board = TakeMedium(one.code, weight=on_scale(31), place=arrivals.DISKS)
        crew.makes(board, SKILLED)
        _settle(crew, one, media=StepResult.DONE, parts=StepResult.NONE)
        _sort(crew, story, one, _PHONE)
        _finish(crew, one)
