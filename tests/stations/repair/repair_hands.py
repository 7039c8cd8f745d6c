"""Devices on their way through repair, for tests."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_device
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.repair import RepairOutcome, StepKind
from serkut_desk.domain.repair_data import Subject
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.repair.commands import (
    AddStep,
    Closed,
    CloseOrder,
    OpenOrder,
    RecordSafetyTest,
    Tested,
)
from stations.grading.graded import grade

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command

SCREEN, PICTURE = 7, 2
DUE = date(2027, 5, 31)


def broken(workshop: Workshop, type_: str = "monitor", *, check: str = "even") -> Device:
    """Return a device that was graded, does not work and was decided for repair."""
    device = make_device(workshop, type=type_)
    grade(workshop, device.code, **{check: Result.FAIL})
    workshop.desk.do(workshop.first, Decide(device.code, Outcome.REPAIR, "kuva puuttuu"))
    return device


def opened(workshop: Workshop, device: Device | None = None, *, fault: int = PICTURE) -> str:
    """Return the code of an order that the maker has in hand."""
    device = device or broken(workshop)
    done = workshop.desk.do(
        workshop.worker, OpenOrder(device.code, fault, "näyttö on pimeä", take=True)
    )
    return done.order


def mend(
    workshop: Workshop, order: str, kind: StepKind = StepKind.MENDED, minutes: int = 10
) -> int:
    """Write down a step of the maker; return its number."""
    step = AddStep(order, kind, "juotos uusittu", minutes=minutes)
    done = workshop.desk.do(workshop.worker, step)
    assert done.step is not None
    return done.step


def measured(workshop: Workshop, order: str, **more: Any) -> Tested:
    """Record a test of a device of protection class II by a supervisor."""
    given: dict[str, Any] = {
        "subject": Subject.DEVICE,
        "protection_class": 2,
        "seen": True,
        "values": (("insulation", 5_000), ("touch_current", 40)),
        "instrument": "Mittari 1",
        "calibration_due": DUE,
    }
    return workshop.desk.do(workshop.first, RecordSafetyTest(order, **(given | more)))


def close(workshop: Workshop, order: str, outcome: RepairOutcome, **more: Any) -> Closed:
    """End an order as the maker does."""
    return workshop.desk.do(workshop.worker, CloseOrder(order, outcome, **more))


def refused(workshop: Workshop, command: Command[Any], by: Session | None = None) -> str:
    """Return why a command is refused; nothing changed."""
    with workshop.desk.database.reading() as work:
        before = work.journal.head()
    with pytest.raises(KnownFailure) as failure:
        workshop.desk.do(by or workshop.worker, command)
    with workshop.desk.database.reading() as work:
        assert work.journal.head() == before
    return failure.value.code


def entries(workshop: Workshop, subject: str) -> list[tuple[str, dict[str, Any]]]:
    """Return what the journal says about a subject."""
    with workshop.desk.database.reading() as work:
        return [(one.tag, json.loads(one.body)) for one in work.journal.about(subject)]
