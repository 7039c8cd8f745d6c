"""Devices are repaired: orders in every column of the board, and three that come to their end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import arrivals, grading, proving, spares
from serkut_desk.cli.demo_week.fates import TO_REPAIR, Fate
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.repair import Barrier, OrderMove, RepairOutcome, StepKind
from serkut_desk.domain.repair_data import Subject
from serkut_desk.stations.repair.commands import (
    AddStep,
    CloseOrder,
    OpenOrder,
    RecordDiagnosis,
    RecordSafetyTest,
    ReservePart,
    SendOut,
    SetState,
    TakeOrder,
    TakeOutMedium,
    UsePart,
    WantPart,
)

if TYPE_CHECKING:
    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Arrived, Story

REPAIRER = "Esimerkin näyttöhuolto Oy"
# Numbers of the fault lists: of computers, and for the monitor of other devices.
_FAULTS = {
    Fate.ORDER_WAITING: 16,
    Fate.ORDER_IN_WORK: 4,
    Fate.ORDER_WANTS: 16,
    Fate.ORDER_OUTSIDE: 5,
    Fate.ORDER_TO_TEST: 16,
    Fate.ORDER_FIXED: 4,
    Fate.DISK_SWAPPED: 10,
    Fate.BEYOND_REPAIR: 8,
}
_FIRST, _THIRD = 0, 2
_METER = "Mittari 1"
# Measured values, all within their limits: a machine with a protective conductor, or a charger.
_EARTHED = (
    ("protective_conductor", 120),
    ("insulation", 18_000),
    ("conductor_current", 410),
)
_DOUBLE = (("insulation", 20_000), ("touch_current", 25))


def begin(crew: Crew, story: Story, lot: int) -> None:
    """Open work orders for a lot's devices, and do on each what its state needs."""
    devices = [one for one in story.of(*TO_REPAIR, lot=lot) if one.fate in _FAULTS]
    for one in devices:
        crew.clock.later(minutes=4)
        taken = one.fate is not Fate.ORDER_WAITING
        problem = _words(crew, "problem", one)
        crew.makes(OpenOrder(one.code, _FAULTS[one.fate], problem, take=taken), _FIRST)
        if taken:
            found = _words(crew, "found", one)
            crew.makes(RecordDiagnosis(one.code, found, minutes=15), _FIRST)
        _go_on(crew, story, one)
    crew.told("orders", orders=len(devices))


def _words(crew: Crew, what: str, one: Arrived) -> str:
    return crew.told.texts.say(f"demo.{what}.{one.fate.value}")


def _go_on(crew: Crew, story: Story, one: Arrived) -> None:
    """Bring an order to the column where it waits."""
    if one.fate is Fate.ORDER_IN_WORK:
        crew.makes(ReservePart(one.code, story.parts[spares.KEYBOARD]), _FIRST)
    elif one.fate is Fate.ORDER_WANTS:
        crew.makes(WantPart(one.code, "cable", specification="USB 3.0, 9+10 pin"), _FIRST)
        crew.makes(SetState(one.code, OrderMove.WAIT_PART), _FIRST)
    elif one.fate is Fate.ORDER_OUTSIDE:
        crew.leads(TakeOrder(one.code))
        crew.leads(SendOut(one.code, REPAIRER, _words(crew, "sent", one)))
    elif one.fate is Fate.ORDER_TO_TEST:
        _mend(crew, one, _FIRST)
        crew.makes(SetState(one.code, OrderMove.TO_TEST), _FIRST)
    elif one.fate is Fate.ORDER_FIXED:
        # Somebody else goes on in the middle of the work.
        crew.makes(SetState(one.code, OrderMove.HAND_ON), _FIRST)
    elif one.fate is Fate.BEYOND_REPAIR:
        ended = CloseOrder(
            one.code, RepairOutcome.BEYOND_REPAIR, _words(crew, "end", one), Barrier.PARTS_DEAR
        )
        crew.makes(ended, _FIRST)
        crew.told("beyond", device=short(one.code))


def _mend(crew: Crew, one: Arrived, maker: int) -> None:
    step = AddStep(one.code, StepKind.MENDED, _words(crew, "step", one), minutes=25)
    crew.makes(step, maker)


def harvest_in(crew: Crew, story: Story) -> None:
    """Put the keyboard of another machine into the laptop, test it, and end its order."""
    for one in story.of(Fate.ORDER_FIXED):
        crew.makes(TakeOrder(one.code), _THIRD)
        crew.makes(UsePart(one.code, story.parts["harvested keyboard"], minutes=20), _THIRD)
        _end(crew, one)


def swap_disk(crew: Crew, story: Story) -> None:
    """Put a proven disk of a machine that is no more into another, and prove that one anew."""
    for one in story.of(Fate.DISK_SWAPPED):
        crew.makes(TakeOrder(one.code), _THIRD)
        for drive in one.machine.drives:
            out = TakeOutMedium(one.code, drive.serial, place=arrivals.DISKS, minutes=5)
            crew.makes(out, _THIRD)
        crew.makes(UsePart(one.code, story.parts["disk"], minutes=15), _THIRD)
        _end(crew, one)
        proving.approve_again(crew, one.code)
    story.certificates += proving.certify(crew)


def grade_again(crew: Crew, story: Story) -> None:
    """Answer what a repair may have changed, and bring what works to the shelf."""
    mended = story.of(Fate.ORDER_FIXED, Fate.DISK_SWAPPED)
    for one in mended:
        grading.inspect_again(crew, one, _THIRD)
        grading.to_shelf(crew, one)
    arrivals.shelve(crew, mended, arrivals.READY)


def _end(crew: Crew, one: Arrived) -> None:
    """Test a device electrically, and end its order as fixed."""
    crew.clock.later(minutes=20)
    tried = AddStep(one.code, StepKind.TRIED, _words(crew, "step", one), minutes=10)
    crew.makes(tried, _THIRD)
    crew.makes(SetState(one.code, OrderMove.TO_TEST), _THIRD)
    laptop = one.machine.type is DeviceType.LAPTOP
    test = RecordSafetyTest(
        one.code,
        Subject.POWER_SUPPLY if laptop else Subject.DEVICE,
        2 if laptop else 1,
        seen=True,
        values=_DOUBLE if laptop else _EARTHED,
        instrument=_METER,
        calibration_due=local(crew.clock.now()).date() + timedelta(days=190),
    )
    passed = crew.leads(test).passed
    assert passed, "the values are within their limits"
    crew.makes(TakeOrder(one.code), _THIRD)
    crew.makes(CloseOrder(one.code, RepairOutcome.FIXED), _THIRD)
    crew.told("fixed", device=short(one.code))
