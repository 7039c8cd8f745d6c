from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.channels import Payment
from serkut_desk.domain.returning import (
    Fault,
    Remedy,
    Verdict,
    months_after,
    paid_back,
    parse_faults,
    remedies,
    warranty_of,
)
from serkut_desk.texts import Texts

_FAULT = Fault("screen", "monitor-off", warranty=True)
_DAMAGE = Fault("damaged", "zap-off", warranty=False)
_TABLE = shipped.json_resource("returns", "2026-01-01_faults.json")


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 11, 21), 36, date(2029, 11, 21)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
    ],
)
def test_months_run_by_the_calendar(day: date, months: int, last: date) -> None:
    assert months_after(day, months) == last


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 240))
def test_months_never_end_early_and_never_jump_a_month(day: date, months: int) -> None:
    last = months_after(day, months)
    assert (last.year * 12 + last.month) - (day.year * 12 + day.month) == months
    assert last.day <= day.day
    assert last >= day


def test_the_last_day_belongs_to_the_warranty() -> None:
    handed = date(2026, 11, 21)
    last = warranty_of(handed, 12, 12, date(2027, 11, 21))
    assert (last.verdict(_FAULT), last.presumed) == (Verdict.WITHIN, True)
    after = warranty_of(handed, 12, 12, date(2027, 11, 22))
    assert (after.verdict(_FAULT), after.presumed) == (Verdict.ENDED, False)


def test_a_warranty_speaks_of_faults_only() -> None:
    warranty = warranty_of(date(2026, 11, 21), 36, 12, date(2026, 12, 1))
    assert warranty.verdict(None) is Verdict.WITHIN
    assert warranty.verdict(_DAMAGE) is Verdict.NOT_COVERED
    none = warranty_of(date(2026, 11, 21), 0, 12, date(2026, 12, 1))
    assert (none.until, none.verdict(_FAULT)) == (None, Verdict.WITHOUT)


def test_cash_goes_back_in_cash() -> None:
    assert [paid_back(cents, Payment.CASH) for cents in (9500, 9498, 9497, 1)] == [0, 2, -2, -1]
    assert paid_back(9498, Payment.CARD) == 0


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_no_refund_is_rounded_above_what_was_paid(one: int, other: int) -> None:
    less, paid = sorted((one, other))
    assert less + paid_back(less, Payment.CASH) <= paid + paid_back(paid, Payment.CASH)


def test_nothing_is_given_back_where_nothing_was_paid() -> None:
    assert Remedy.REFUND in remedies(1)
    assert Remedy.REFUND not in remedies(0)


def test_every_fault_has_words_and_a_picture() -> None:
    listed = parse_faults(_TABLE)
    for fault in listed.faults:
        assert shipped.resource("icons", f"{fault.icon}.svg").is_file()
        for language in ("fi", "en"):
            assert Texts(language).has(f"fault.{fault.code}")
    assert listed.named("screen") in listed.faults
    assert listed.named("nothing") is None


def test_a_list_with_a_code_twice_is_no_list() -> None:
    with pytest.raises(ValueError, match="code of its own"):
        parse_faults({**_TABLE, "faults": [_TABLE["faults"][0]] * 2})
