"""The shipped guides, and the order that no guide can change."""

from __future__ import annotations

import copy
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from serkut_desk import shipped
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.dismantling import (
    Guide,
    StepKind,
    StepResult,
    before,
    next_step,
    want_key,
    want_number,
)
from serkut_desk.domain.guide_reader import parse_guides
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import HAZARDS
from serkut_desk.stations.dismantling import guides

_NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Helsinki"))
_MOST_WORDS = 7


@pytest.fixture(params=list(DeviceType))
def guide(request: pytest.FixtureRequest) -> Guide:
    """Give the guide of each kind of device."""
    return guides.guides_at(_NOW).of_type(request.param.value)


def test_every_step_has_one_short_sentence_and_its_picture(guide: Guide) -> None:
    for step in guide.steps:
        assert len(step.words["fi"].split()) <= _MOST_WORDS
        assert step.words["en"].count(".") == 1
        assert shipped.resource("dismantling", "pictures", f"{step.picture}.svg").is_file()
    for hazard in guide.hazards:
        assert len(hazard.words["fi"].split()) <= _MOST_WORDS
        assert shipped.resource("dismantling", "pictures", f"{hazard.picture}.svg").is_file()


def test_every_fraction_that_a_guide_names_is_one_of_the_house(guide: Guide) -> None:
    known = {one["key"] for one in shipped.json_resource("waste", "fractions.json")["fractions"]}
    rules = guides.guides_at(_NOW)
    assert rules.early <= known
    for hazard in guide.hazards:
        assert hazard.fractions <= known
    if guide.expected is not None:
        assert set(guide.expected.fractions) <= known
        assert sum(guide.expected.fractions.values()) in range(
            guide.expected.of_g - 10, guide.expected.of_g + 1
        )


def test_battery_before_everything_and_media_before_grams(guide: Guide) -> None:
    order = [step.kind for step in guide.steps]
    assert order[:2] == [StepKind.WEIGH, StepKind.POWER_OFF]
    assert order[-1] is StepKind.FRACTIONS
    settled: set[str] = set()
    for step in guide.steps:
        assert before(guide, step.kind, settled) is None
        found = next_step(guide, settled)
        assert found is step
        settled.add(step.key)
    assert next_step(guide, settled) is None
    for kind in (StepKind.BATTERY, StepKind.MEDIA):
        keys = {step.key for step in guide.steps if step.kind is not kind}
        if len(keys) == len(guide.steps):
            continue
        assert before(guide, StepKind.FRACTIONS, keys) is not None
    without = {step.key for step in guide.steps if step.kind is not StepKind.BATTERY}
    if len(without) < len(guide.steps):
        for kind in (StepKind.MEDIA, StepKind.PARTS, StepKind.HAZARD):
            missing = before(guide, kind, without)
            assert missing is not None
            assert missing.kind is StepKind.BATTERY


def test_only_who_may_takes_a_battery_out_and_nobody_skips_one(guide: Guide) -> None:
    for step in guide.steps:
        assert StepResult.SKIPPED not in step.may
        if step.kind is StepKind.BATTERY:
            assert step.may[StepResult.DONE] is Permission.BATTERY


def test_what_stops_the_work_has_its_own_container() -> None:
    rules = guides.guides_at(_NOW)
    for kind in HAZARDS:
        assert "battery_lithium_damaged" in rules.stopped_by(kind)
        assert "battery_lithium" not in rules.stopped_by(kind)


def test_expectations_follow_the_weight() -> None:
    laptop = guides.guides_at(_NOW).guides["laptop"]
    assert laptop.expected is not None
    assert laptop.expected.for_weight(1500)["displays"] == 300
    assert "León" in laptop.expected.source


def test_a_wish_is_a_step_with_its_number() -> None:
    assert want_number(want_key(12)) == 12
    assert want_number("battery") is None
    assert want_number("want:x") is None


@pytest.mark.parametrize("fault", ["type", "step", "twice", "language", "kind"])
def test_a_broken_file_is_refused(fault: str) -> None:
    table = copy.deepcopy(shipped.json_resource("dismantling", "2026-01-01_guides.json"))
    steps = table["guides"]["phone"]["steps"]
    if fault == "type":
        del table["types"]["phone"]
    elif fault == "step":
        del steps[0]
    elif fault == "twice":
        steps.append(steps[1])
    elif fault == "language":
        steps[1]["words"]["fi"] = ""
    else:
        steps[1]["kind"] = "dance"
    with pytest.raises(ValueError, match=r".+"):
        parse_guides(table)
