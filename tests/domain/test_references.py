from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso11649

from serkut_desk.domain.references import grouped, is_reference, reference_number, rf_reference

KNOWN = (
    *("1232", "1234561", "20260000011", "868516259619897", "559582243294671"),
    *("69875672083435364", "868624", "1357914", "91901000011"),
)


@pytest.mark.parametrize("reference", KNOWN)
def test_published_examples(reference: str) -> None:
    assert reference_number(reference[:-1]) == reference


@pytest.mark.parametrize("body", ["12", "012", "1a3", "", "1" * 20, "\uff11\uff12\uff13"])
def test_what_is_no_body_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        reference_number(body)


@pytest.mark.parametrize(
    ("reference", "rf"),
    [("868516259619897", "RF09868516259619897"), ("1234561", "RF341234561")],
)
def test_rf_examples(reference: str, rf: str) -> None:
    assert rf_reference(reference) == rf


def test_a_wrong_check_digit_gives_no_rf() -> None:
    with pytest.raises(ValueError, match="1234560"):
        rf_reference("1234560")


@given(st.integers(100, 10**19 - 1))
def test_every_number_is_a_good_reference_and_rf(number: int) -> None:
    reference = reference_number(str(number))
    assert is_reference(reference)
    rf = rf_reference(reference)
    assert iso11649.is_valid(rf)
    for text in (reference, rf):
        assert grouped(text).replace(" ", "") == text


def test_groups() -> None:
    assert grouped("868516259619897") == "86851 62596 19897"
    assert grouped("20260000011") == "2 02600 00011"
    assert grouped("RF09868516259619897") == "RF09 8685 1625 9619 897"
