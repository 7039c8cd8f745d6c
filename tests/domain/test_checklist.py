"""The shipped lists hold what the screens and the rules lean on."""

from __future__ import annotations

import pytest

from domain.grading_cases import LISTS, RULES
from serkut_desk import shipped
from serkut_desk.domain.checklist import (
    Affects,
    CheckKind,
    Checklist,
    parse_checklists,
    words_in,
)
from serkut_desk.domain.device_types import DeviceType

EVERY = list(LISTS.by_type.values())
# As many answers as a sensible inspection takes; zones count as one.
MOST = 34
# F-keys that a part of the surface can have on the screen.
MOST_ZONES = 6


@pytest.mark.parametrize("checklist", EVERY, ids=lambda one: one.type.value)
def test_a_list_asks_a_sensible_number_of_facts(checklist: Checklist) -> None:
    asked = [
        one
        for one in checklist.checks.values()
        if one.kind is not CheckKind.FILLED and one.when is None
    ]
    assert 0 < len(asked) <= MOST
    assert len(checklist.zones) <= MOST_ZONES
    assert checklist.zones_check is not None


@pytest.mark.parametrize("checklist", EVERY, ids=lambda one: one.type.value)
def test_every_sentence_is_short_and_stands_in_both_languages(checklist: Checklist) -> None:
    for check in checklist.checks.values():
        assert set(check.words) >= {"fi", "en"}
        assert len(words_in(check.words, "fi").split()) <= 7
        assert check.kind is CheckKind.FILLED or words_in(check.how, "fi")
        assert check.group in checklist.groups
        assert shipped.resource("icons", f"{check.icon}.svg").is_file()
    for zone in checklist.zones.values():
        assert shipped.resource("icons", f"{zone.icon}.svg").is_file()
        assert zone.questions[0].key == "unmarked"
    for reason in checklist.reasons.values():
        assert shipped.resource("icons", f"{reason.icon}.svg").is_file()


@pytest.mark.parametrize("checklist", EVERY, ids=lambda one: one.type.value)
def test_what_decides_about_the_letter_is_mandatory(checklist: Checklist) -> None:
    named = {key for step in RULES.steps for key in step.passed} | {"pixels", "pixels_few"}
    for key, check in checklist.checks.items():
        if key in named or check.hazard or check.lock:
            assert check.mandatory, key
        if check.affects is Affects.LOOKS and check.kind is CheckKind.ANSWER:
            assert key in named, key


def test_a_list_for_every_kind_is_needed() -> None:
    document = dict(shipped.json_resource("grading", "2026-01-01_checks.json"))
    document["classes"] = {
        name: one for name, one in document["classes"].items() if name != "monitor"
    }
    with pytest.raises(ValueError, match="every kind"):
        parse_checklists(document)


def test_an_unknown_language_speaks_english() -> None:
    check = LISTS.by_type[DeviceType.MONITOR].checks["cleaned"]
    assert words_in(check.words, "sv") == words_in(check.words, "en")
