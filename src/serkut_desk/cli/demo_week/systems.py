"""Operating systems are installed: images, a model's favourite, a bench full of machines."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week.fates import Fate
from serkut_desk.cli.demo_week.handing import named
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.codes import short
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations.installation.commands import (
    AddImage,
    BenchAdd,
    BenchAnswer,
    BenchChoose,
    BenchRestWell,
    Choice,
    Machine,
    PreferImage,
    RecordInstallation,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Arrived, Story

_DESK, _LIGHT = "Mint-työpöytä 2026-11", "Mint-kevyt 2026-11"
_MAKER = 2
_BENCH = 6
_RUNS = frozenset({DeviceType.LAPTOP, DeviceType.DESKTOP, DeviceType.ALLINONE})
_FIRST = Choice(image=_DESK)


def prepare(crew: Crew) -> None:
    """Name two images, and what one model gets first."""
    for name, edition in ((_DESK, "Cinnamon"), (_LIGHT, "Xfce")):
        # No file is shipped with the story: somebody else stated the digest.
        digest = sha256(name.encode()).hexdigest()
        image = AddImage(name, "Linux Mint", "22.2", edition, sha256=digest, file_name="mint.img")
        crew.leads(image)
    crew.leads(PreferImage("Lenovo", "ThinkCentre M820z", _LIGHT))
    crew.told("images", images=2)


def install(crew: Crew, devices: Iterable[Arrived]) -> None:
    """Install the first image on machines, one after the other without a bench."""
    machines = [Machine(one.code, _FIRST) for one in devices if one.machine.type in _RUNS]
    if machines:
        crew.clock.later(minutes=35)
        crew.makes(RecordInstallation(tuple(machines), all_well=True), _MAKER)
        crew.told("installed", machines=len(machines))


def fail(crew: Crew, story: Story) -> None:
    """Install on a machine that makes no sound afterwards: it waits for somebody's look."""
    waits = [one for one in story.of(Fate.WAITS_DECISION) if one.machine.type in _RUNS]
    for one in waits[:1]:
        silent = Machine(one.code, _FIRST, {"sound": Result.FAIL.value})
        crew.makes(RecordInstallation((silent,), all_well=True), _MAKER)
        crew.told("silent", device=short(one.code))


def fill_bench(crew: Crew, story: Story) -> None:
    """Put machines on the bench for Monday; some were tried already."""
    waits = [
        one
        for one in named(story, Fate.SHELF, Fate.WAITS_DECISION, lots=(3, 2, 1))
        if one.machine.type in _RUNS
    ][:_BENCH]
    for one in waits:
        crew.clock.later(seconds=20)
        crew.makes(BenchAdd(one.machine.serial), _MAKER)
    crew.makes(BenchChoose(_FIRST), _MAKER)
    for one in waits[:2]:
        crew.makes(BenchRestWell(one.code), _MAKER)
    for one in waits[2:3]:
        for test in ("starts", "display"):
            crew.makes(BenchAnswer(one.code, test, Result.PASS.value), _MAKER)
        crew.makes(BenchAnswer(one.code, "sleep", Result.FAIL.value), _MAKER)
    crew.told("bench", machines=len(waits))
