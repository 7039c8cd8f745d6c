from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean, luhn

from serkut_desk.domain.scan.numbers import ean_ok, luhn_ok, service_tag

DIGITS = st.text(alphabet="0123456789", min_size=8, max_size=20)


@given(DIGITS)
def test_luhn_agrees_with_the_library(digits: str) -> None:
    assert luhn_ok(digits) == luhn.is_valid(digits)
    assert luhn_ok(digits + str(luhn.calc_check_digit(digits)))


@given(
    st.sampled_from([7, 11, 12, 13]).flatmap(
        lambda n: st.text("0123456789", min_size=n, max_size=n)
    )
)
def test_ean_agrees_with_the_library(digits: str) -> None:
    right = str(ean.calc_check_digit(digits))
    assert [ean_ok(digits + check) for check in "0123456789"] == [
        check == right for check in "0123456789"
    ]


@given(st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=7, max_size=7))
def test_an_express_code_is_the_tag_in_base_36(tag: str) -> None:
    assert service_tag(str(int(tag, 36))) == tag
