"""Waste codes on both sides of the change, and what every fraction leaves under on any day."""

from __future__ import annotations

import copy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.waste import WasteList, overlapping, waste_list

CODES = shipped.json_resource("waste", "codes.json")
FRACTIONS = shipped.json_resource("waste", "fractions.json")
LISTED = waste_list(CODES, FRACTIONS)
LAST_OLD, FIRST_NEW = date(2026, 12, 8), date(2026, 12, 9)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("fraction", "before", "after"),
    [
        ("battery_lithium", "16 06 05", "16 06 07*"),
        ("battery_lithium_damaged", "16 06 05", "16 06 07*"),
        ("battery_coin_lithium", "16 06 05", "16 06 07*"),
        ("battery_coin", "16 06 05", "16 06 09*"),
        ("battery_nimh", "16 06 05", "16 06 08*"),
        ("battery_alkaline", "16 06 04", "16 06 04*"),
        ("battery_nicd", "16 06 02*", "16 06 02*"),
        ("battery_lead", "16 06 01*", "16 06 01*"),
        ("battery_mixed", "20 01 33*", "16 06 13*"),
        ("circuit_boards", "16 02 16", "16 02 16"),
        ("plastics_bfr", "16 02 15*", "16 02 15*"),
        ("ccfl_lamps", "16 02 15*", "16 02 15*"),
        ("remains", "16 02 14", "16 02 14"),
    ],
)
def test_codes_change_from_one_day_to_the_next(fraction: str, before: str, after: str) -> None:
    assert LISTED.code_on(fraction, LAST_OLD).marked == before
    assert LISTED.code_on(fraction, FIRST_NEW).marked == after


@given(day=DAYS)
def test_every_fraction_has_a_code_in_force_on_every_day(day: date) -> None:
    listed = {one.code for one in LISTED.in_force(day)}
    for key in LISTED.fractions:
        assert LISTED.code_on(key, day).code in listed


def test_no_code_stands_twice_on_one_day() -> None:
    assert overlapping(LISTED.codes) == ()
    assert overlapping([*LISTED.codes, LISTED.codes[0]]) == (LISTED.codes[0].code,)


@pytest.mark.parametrize("gone", ["16 06 05", "20 01 33", "20 01 34"])
def test_withdrawn_codes_stay_in_the_list_but_not_in_force(gone: str) -> None:
    assert gone in {one.code for one in LISTED.codes}
    assert gone in {one.code for one in LISTED.in_force(LAST_OLD)}
    assert gone not in {one.code for one in LISTED.in_force(FIRST_NEW)}


def test_the_day_of_the_change_is_one_line_of_data() -> None:
    earlier = copy.deepcopy(CODES)
    earlier["cut_over"] = "2026-11-09"
    listed: WasteList = waste_list(earlier, FRACTIONS)
    assert listed.code_on("battery_lithium", date(2026, 11, 8)).marked == "16 06 05"
    assert listed.code_on("battery_lithium", date(2026, 11, 9)).marked == "16 06 07*"
    before, after = listed.cut_over - timedelta(days=1), listed.cut_over
    assert not listed.code_on("battery_alkaline", before).hazardous
    assert listed.code_on("battery_alkaline", after).hazardous


def test_what_burns_is_marked_even_before_its_code_is_hazardous() -> None:
    assert LISTED.is_hazardous("battery_lithium", LAST_OLD)
    assert not LISTED.is_hazardous("battery_nimh", LAST_OLD)
    assert LISTED.is_hazardous("battery_nimh", FIRST_NEW)
    assert not LISTED.is_hazardous("ferrous", FIRST_NEW)


def test_a_code_without_a_finnish_name_shows_the_english_one() -> None:
    new = LISTED.code_on("battery_lithium", FIRST_NEW)
    assert new.name("fi") == new.name("en") == "waste lithium-based batteries"
    old = LISTED.code_on("battery_lithium", LAST_OLD)
    assert old.name("fi") == "muut paristot ja akut"


def test_the_source_names_the_corrigendum() -> None:
    assert "2025/934" in LISTED.source
    assert "32025D0934R(01)" in LISTED.source


def test_broken_data_are_found() -> None:
    with pytest.raises(KeyError):
        LISTED.code_on("gold", FIRST_NEW)
    twice = {**FRACTIONS, "fractions": [*FRACTIONS["fractions"], FRACTIONS["fractions"][0]]}
    with pytest.raises(ValueError, match="twice"):
        waste_list(CODES, twice)
    without = {**CODES, "codes": []}
    with pytest.raises(LookupError):
        waste_list(without, FRACTIONS).code_on("ferrous", FIRST_NEW)


def test_every_fraction_has_its_picture_and_its_words() -> None:
    from serkut_desk.documents import pictograms  # noqa: PLC0415 - drawn only here
    from serkut_desk.texts import Texts  # noqa: PLC0415 - as above

    for key, one in LISTED.fractions.items():
        assert pictograms._shapes(one.icon)
        for language in ("fi", "en"):
            assert Texts(language).say(f"fraction.{key}")
            assert Texts(language).say(f"fraction.{key}.packing")
