"""Money to the cent: VAT, cash rounding, discounts, and how it is written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.money import (
    HIGHEST_CENTS,
    cash_rounding,
    euros,
    parse_euros,
    share_of,
    split,
    vat_in,
    vat_parts,
)

CENTS = st.integers(0, HIGHEST_CENTS)
PERMILLE = st.sampled_from([0, 100, 135, 140, 240, 255])


@pytest.mark.parametrize(
    ("gross", "permille", "vat"),
    [(100, 255, 20), (10_000, 255, 2_032), (10_000, 135, 1_189), (0, 255, 0), (500, 0, 0)],
)
def test_vat_vectors(gross: int, permille: int, vat: int) -> None:
    assert vat_in(gross, permille) == vat


@given(CENTS, PERMILLE)
def test_vat_is_the_nearest_cent_and_a_half_goes_up(gross: int, permille: int) -> None:
    exact = Fraction(gross * permille, 1000 + permille)
    distance = vat_in(gross, permille) - exact
    assert -Fraction(1, 2) < distance <= Fraction(1, 2)


@given(CENTS, PERMILLE)
def test_what_is_given_back_contains_as_much(gross: int, permille: int) -> None:
    assert vat_in(-gross, permille) == -vat_in(gross, permille)


@given(st.lists(st.tuples(CENTS, PERMILLE), max_size=12))
def test_parts_add_up_to_the_whole(lines: list[tuple[int, int]]) -> None:
    parts = vat_parts(lines)
    assert sum(part.gross_cents for part in parts) == sum(cents for cents, _ in lines)
    assert all(part.net_cents + part.vat_cents == part.gross_cents for part in parts)
    rates = [part.permille for part in parts]
    assert rates == sorted(set(rates), reverse=True)


@pytest.mark.parametrize(
    ("total", "added"),
    [(0, 0), (1, -1), (2, -2), (3, 2), (4, 1), (5, 0), (6, -1), (7, -2), (8, 2), (9, 1)],
)
def test_cash_vectors(total: int, added: int) -> None:
    assert cash_rounding(total) == added
    assert cash_rounding(total + 990) == added
    assert cash_rounding(-total) == -added


@given(st.integers(-HIGHEST_CENTS, HIGHEST_CENTS))
def test_cash_is_paid_in_five_cents(total: int) -> None:
    added = cash_rounding(total)
    assert (total + added) % 5 == 0
    assert abs(added) <= 2


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=10), st.integers(0, 1000), st.data())
def test_a_discount_is_spread_to_the_cent_and_within_each_limit(
    prices: list[int], limit: int, data: st.DataObject
) -> None:
    caps = [share_of(price, limit) for price in prices]
    cents = data.draw(st.integers(0, sum(caps)))
    parts = split(cents, prices, caps)
    assert sum(parts) == cents
    assert all(0 <= part <= cap for part, cap in zip(parts, caps, strict=True))


def test_a_discount_follows_the_prices() -> None:
    assert split(1_000, [9_000, 1_000], [9_000, 1_000]) == (900, 100)
    assert split(10, [100, 100, 100], [100, 100, 100]) == (4, 3, 3)


@pytest.mark.parametrize("cents", [-1, 31])
def test_a_discount_that_does_not_fit_is_a_mistake(cents: int) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        split(cents, [100], [30])


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (9500, "95,00\u00a0€"),
        (5, "0,05\u00a0€"),
        (123_456_789, "1\u00a0234\u00a0567,89\u00a0€"),
        (-250, "\u22122,50\u00a0€"),
    ],
)
def test_money_is_written_as_in_finland(cents: int, text: str) -> None:
    assert euros(cents) == text


@given(CENTS)
def test_what_is_written_is_read(cents: int) -> None:
    assert parse_euros(euros(cents)) == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [("95", 9500), (" 95,5 ", 9550), ("1 234.50 €", 123_450), ("0", 0), ("150,00€", 15_000)],
)
def test_typed_sums(text: str, cents: int) -> None:
    assert parse_euros(text) == cents


@pytest.mark.parametrize(
    "text", ["", "-5", "5,123", "abc", "1,2,3", "€", "1e5", "99999999999", "٣", "5,"]
)
def test_what_is_no_sum(text: str) -> None:
    assert parse_euros(text) is None


@given(st.text(max_size=20))
def test_any_text_is_a_sum_or_none(text: str) -> None:
    found = parse_euros(text)
    assert found is None or 0 <= found <= HIGHEST_CENTS
