"""Weights: typed grams, tolerances, when a reading is believed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.weighing import (
    HEAVIEST_G,
    SAME_MARKED,
    SAME_UNMARKED,
    Reading,
    ReadingKind,
    ScaleProtocol,
    ScaleSettings,
    Steady,
    checked_scale,
    grams_words,
    milligrams,
    parse_grams,
    scale_from,
    scale_to,
)

SCALE = ScaleSettings("Vaaka 1", "/dev/ttyUSB0", ScaleProtocol.AND, 2400, "7E1", 100, 200)


@pytest.mark.parametrize(
    ("typed", "grams"),
    [
        ("1214", 1214),
        (" 1 214 g", 1214),
        ("1\u00a0214", 1214),
        ("0", None),
        ("", None),
        ("12,5", None),
        ("-3", None),
        ("1kg", None),
        ("SD0000421757", None),
        ("٣", None),
        (str(HEAVIEST_G), HEAVIEST_G),
        (str(HEAVIEST_G + 1), None),
        ("9" * 400, None),
    ],
)
def test_typed_grams(typed: str, grams: int | None) -> None:
    assert parse_grams(typed) == grams


@given(st.integers(1, HEAVIEST_G))
def test_written_grams_are_read_again(grams: int) -> None:
    assert parse_grams(grams_words(grams)) == grams


@pytest.mark.parametrize(
    ("grams", "value"), [("0.49", 0), ("0.5", 1), ("123.5", 124), ("-0.5", -1), ("1214", 1214)]
)
def test_whole_grams(grams: str, value: int) -> None:
    assert Reading(ReadingKind.STABLE, Decimal(grams)).value_g == value


@pytest.mark.parametrize(
    ("step_mg", "error_mg", "tolerance"),
    [(100, 0, 1), (100, 500, 1), (100, 501, 2), (1000, 2000, 3), (5000, 5000, 8), (1, 0, 1)],
)
def test_tolerance_is_the_error_and_half_a_step(
    step_mg: int, error_mg: int, tolerance: int
) -> None:
    assert replace(SCALE, step_mg=step_mg, error_mg=error_mg).tolerance_g == tolerance


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_the_tolerance_covers_what_rounding_takes(step_mg: int, error_mg: int) -> None:
    tolerance = replace(SCALE, step_mg=step_mg, error_mg=error_mg).tolerance_g
    assert tolerance * 1000 >= error_mg + max(step_mg, 1000) / 2


def test_a_marked_reading_is_believed_when_it_comes_again() -> None:
    steady, reading = Steady(), Reading(ReadingKind.STABLE, Decimal(12))
    kinds = [steady.feed(reading).kind for _ in range(SAME_MARKED + 1)]
    assert kinds == [ReadingKind.MOVING, ReadingKind.STABLE, ReadingKind.STABLE]


def test_a_scale_without_a_mark_has_to_repeat_itself() -> None:
    steady, reading = Steady(), Reading(ReadingKind.UNMARKED, Decimal(12))
    kinds = [steady.feed(reading).kind for _ in range(SAME_UNMARKED)]
    assert kinds == [ReadingKind.MOVING] * (SAME_UNMARKED - 1) + [ReadingKind.STABLE]


def test_another_value_or_a_pulled_cable_begins_anew() -> None:
    steady, reading = Steady(), Reading(ReadingKind.STABLE, Decimal(12))
    steady.feed(reading)
    steady.feed(Reading(ReadingKind.STABLE, Decimal(13)))
    assert steady.feed(reading).kind is ReadingKind.MOVING
    steady.forget()
    assert steady.feed(reading).kind is ReadingKind.MOVING


def test_overload_is_said_at_once() -> None:
    assert Steady().feed(Reading(ReadingKind.OVER)).kind is ReadingKind.OVER


@pytest.mark.parametrize(
    ("text", "found"), [("0,1", 100), ("1", 1000), (".5", 500), ("2.345", 2345), ("0", 0)]
)
def test_grams_of_a_plate(text: str, found: int) -> None:
    assert milligrams(text, "step") == found


@pytest.mark.parametrize("text", ["", "x", "-1", "1,2345", "1e3", "1001", "1,2,3"])
def test_no_grams_of_a_plate(text: str) -> None:
    with pytest.raises(Misused, match="scale_number"):
        milligrams(text, "step")


def test_settings_come_back_as_they_were_stored() -> None:
    assert scale_from(scale_to(SCALE)) == SCALE
    assert checked_scale(replace(SCALE, name="  Vaaka 1 ")) == SCALE


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "scale_name"),
        ({"name": "x" * 61}, "scale_name"),
        ({"port": ""}, "scale_port"),
        ({"port": "a\nb"}, "scale_port"),
        ({"baud": 1234}, "scale_baud"),
        ({"frame": "9N9"}, "scale_frame"),
        ({"step_mg": 0}, "scale_number"),
        ({"error_mg": -1}, "scale_number"),
    ],
)
def test_settings_that_make_no_sense(changed: dict[str, str], code: str) -> None:
    with pytest.raises(Misused, match=code):
        checked_scale(replace(SCALE, **changed))  # type: ignore[arg-type]  # wrong values on purpose
