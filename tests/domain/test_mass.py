"""The balance of a device taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.mass import Balance, Load, Verdict, balance

_GRAMS = st.lists(st.integers(1, 5000))


@given(
    weight=st.integers(1, 30000),
    parts=_GRAMS,
    media=_GRAMS,
    fractions=_GRAMS,
    off=st.integers(0, 9),
)
def test_in_is_what_came_out_and_what_is_left(
    weight: int, parts: list[int], media: list[int], fractions: list[int], off: int
) -> None:
    made = balance(
        Load(weight, off), parts=parts, media=media, fractions=[Load(g, off) for g in fractions]
    )
    assert made.remainder is not None
    assert weight == made.parts + made.media + made.fractions + made.remainder
    assert made.tolerance == off * (1 + len(parts) + len(media) + len(fractions))


@pytest.mark.parametrize(
    ("out", "verdict"),
    [
        (8402, Verdict.WITHIN),
        (8430, Verdict.WITHIN),
        (8460, Verdict.WITHIN),
        (8399, Verdict.MISSING),
        (8320, Verdict.MISSING),
        (8461, Verdict.TOO_MUCH),
    ],
)
def test_the_error_of_the_weighings_alone_says_what_a_remainder_means(
    out: int, verdict: Verdict
) -> None:
    assert Balance(8430, fractions=out, tolerance=30).verdict is verdict


def test_without_a_weight_there_is_no_remainder() -> None:
    made = balance(None, parts=[20])
    assert (made.out, made.remainder, made.verdict) == (20, None, Verdict.UNWEIGHED)
