"""Answers are kept one by one, belong to the device, and a hazard stops it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factories import make_device
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.inspection import Answer
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations.devices.commands import CorrectDevice, ReleaseStop
from serkut_desk.stations.grading import queries
from serkut_desk.stations.grading.commands import (
    AnswerCheck,
    AnswerMeasure,
    AnswerZone,
    CleanZones,
)

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.journal import Entry
    from serkut_desk.stations.handling import Command

UNKNOWN = make_code(CodeKind.DEVICE, 99)
SURFACE = (("unmarked", False), ("not_at_50", True), ("not_at_20", False))
SMOOTH = (*SURFACE, ("smooth", True), ("whole", True))


def entries(workshop: Workshop, device: str) -> list[Entry]:
    with workshop.desk.database.reading() as work:
        return list(work.journal.about(device))


def test_an_answer_is_kept_at_once_and_another_maker_goes_on(workshop: Workshop) -> None:
    device = make_device(workshop).code
    before = len(entries(workshop, device))
    kept = workshop.desk.do(workshop.worker, AnswerCheck(device, "cord", Result.PASS))
    assert (kept.answered, kept.asked, kept.stop) == (1, 34, None)
    workshop.desk.do(workshop.other, AnswerMeasure(device, "battery_percent", 71))
    workshop.desk.do(workshop.worker, AnswerZone(device, "lid", SMOOTH))
    found = queries.look(workshop.desk, workshop.other, device)
    assert found.begun
    assert found.answers.checks == {"cord": Answer(Result.PASS)}
    assert found.answers.measures == {"battery_percent": 71}
    assert found.answers.zones == {"lid": dict(SMOOTH)}
    assert len(found.asked) - len(found.left) == 2  # the other parts of the surface are open
    assert found.preview is None
    # Work in progress: no entry, nothing outside the draft.
    assert len(entries(workshop, device)) == before


def test_one_key_says_that_there_are_no_other_marks(workshop: Workshop) -> None:
    device = make_device(workshop).code
    workshop.desk.do(workshop.worker, AnswerZone(device, "lid", SMOOTH))
    workshop.desk.do(workshop.worker, CleanZones(device))
    found = queries.look(workshop.desk, workshop.worker, device)
    assert "surfaces" not in {one.key for one in found.left}
    assert found.answers.zones["lid"] == dict(SMOOTH)


def test_a_reason_belongs_to_not_possible_only(workshop: Workshop) -> None:
    device = make_device(workshop).code
    workshop.desk.do(workshop.worker, AnswerCheck(device, "wifi", Result.PASS, "no_tool"))
    workshop.desk.do(workshop.worker, AnswerCheck(device, "usb", Result.NOT_POSSIBLE, "no_tool"))
    found = queries.look(workshop.desk, workshop.worker, device).answers.checks
    assert found == {"wifi": Answer(Result.PASS), "usb": Answer(Result.NOT_POSSIBLE, "no_tool")}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AnswerCheck(UNKNOWN, "cord", Result.PASS), "device_unknown"),
        (AnswerCheck("", "pixels_few", Result.PASS), "check_not_due"),
        (AnswerCheck("", "keys", Result.NOT_FITTED), "check_always_fitted"),
        (AnswerMeasure("", "battery_percent", 900), "measure_out_of_range"),
        (AnswerZone("", "lid", SURFACE), "zone_incomplete"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(
    workshop: Workshop, command: Command[object], code: str
) -> None:
    device = make_device(workshop).code
    asked = command if getattr(command, "device") else replace(command, device=device)  # type: ignore[type-var]  # noqa: B009 - commands are dataclasses with a device
    with pytest.raises(Refused) as refused:
        workshop.desk.do(workshop.worker, asked)
    assert refused.value.code == code
    assert not queries.look(workshop.desk, workshop.worker, device).begun


def test_no_to_a_hazard_stops_the_device_and_is_asked_again(workshop: Workshop) -> None:
    device = make_device(workshop).code
    workshop.desk.do(workshop.worker, AnswerCheck(device, "cord", Result.PASS))
    kept = workshop.desk.do(workshop.worker, AnswerCheck(device, "battery_flat", Result.FAIL))
    assert kept.stop is not None
    assert kept.stop.kind is StopKind.SWOLLEN_BATTERY
    found = queries.look(workshop.desk, workshop.worker, device)
    assert found.state is DeviceState.HAZARD_STOP
    assert found.against is not None
    assert found.against.code == "battery_hazard"
    with pytest.raises(Refused, match="battery_hazard"):
        workshop.desk.do(workshop.worker, AnswerCheck(device, "keys", Result.PASS))
    workshop.desk.do(workshop.first, ReleaseStop(kept.stop.id, "akku poistettu", "Palolaatikko"))
    after = queries.look(workshop.desk, workshop.worker, device)
    assert after.against is None
    assert list(after.answers.checks) == ["cord"]


def test_a_stop_in_the_records_already_is_not_raised_twice(workshop: Workshop) -> None:
    device = make_device(workshop).code
    first = workshop.desk.do(workshop.worker, AnswerCheck(device, "no_leak", Result.FAIL))
    assert first.stop is not None
    with workshop.desk.database.reading() as work:
        assert len(work.stops.open_ones()) == 1


def test_a_device_of_another_kind_begins_anew(workshop: Workshop) -> None:
    device = make_device(workshop).code
    workshop.desk.do(workshop.worker, AnswerCheck(device, "cord", Result.PASS))
    workshop.desk.do(workshop.first, CorrectDevice(device, "väärä tyyppi", type=DeviceType.DESKTOP))
    found = queries.look(workshop.desk, workshop.worker, device)
    assert not found.begun
    assert found.checklist.type is DeviceType.DESKTOP
    assert not found.answers.checks


def test_the_records_answer_what_nobody_is_asked(workshop: Workshop) -> None:
    laptop, monitor = make_device(workshop), make_device(workshop, type="monitor")
    found = queries.look(workshop.desk, workshop.worker, laptop.code)
    assert found.filled == {"serial": Result.PASS, "media": Result.FAIL, "wiped": Result.FAIL}
    assert not {"serial", "media", "wiped"} & {one.key for one in found.asked}
    empty = queries.look(workshop.desk, workshop.worker, monitor.code)
    assert empty.filled["wiped"] is Result.NOT_FITTED
