"""Figures as instruments show them, and back to what is kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import START
from serkut_desk.stations.repair import queries
from serkut_desk.ui.stations.repair import figures

CONDUCTOR, INSULATION, _, TOUCH = queries.quantities(1, START)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("0,15", 150), ("0.15", 150), ("2", 2000), (" 1 000 ", 1_000_000), ("0,3", 300)],
)
def test_what_is_written_in_ohms_is_kept_in_thousandths(text: str, kept: int) -> None:
    assert figures.parse(CONDUCTOR, text) == kept


@pytest.mark.parametrize("text", ["", "-1", "0,1234", "1,2,3", "n. 2", "1e3", "٣", ","])
def test_what_is_no_figure_is_none(text: str) -> None:
    assert figures.parse(INSULATION, text) is None


@given(st.integers(min_value=0, max_value=999_999_999))
def test_what_is_shown_reads_back_as_it_was(value: int) -> None:
    shown = figures.shown(TOUCH, value).removesuffix(" mA")
    assert figures.parse(TOUCH, shown) == value


def test_limits_and_their_sides() -> None:
    assert figures.limit_words(CONDUCTOR, 200) == "At most 0,3 Ω"
    assert figures.limit_words(CONDUCTOR, 1000) == "At most 0,4 Ω"
    assert figures.limit_words(INSULATION, 200) == "At least 1 MΩ"
    assert figures.keeps(CONDUCTOR, 300, 200)
    assert not figures.keeps(CONDUCTOR, 301, 200)
    assert figures.keeps(INSULATION, 1000, 200)
    assert not figures.keeps(INSULATION, 999, 200)


def test_days() -> None:
    assert figures.parse_day(" 1.2.2027 ") == date(2027, 2, 1)
    assert figures.parse_day("31.2.2027") is None
    assert figures.day_words(date(2027, 2, 1)) == "1.2.2027"
