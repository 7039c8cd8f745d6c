from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_97_10

from serkut_desk.domain.codes import HIGHEST, CodeKind, OwnCode, make_code, parse_code, short

CODES = st.builds(make_code, st.sampled_from(CodeKind), st.integers(0, HIGHEST))


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        (CodeKind.DEVICE, 4217, "SD0000421757"),
        (CodeKind.DEVICE, 0, make_code(CodeKind.DEVICE, 0)),
        (CodeKind.BADGE, HIGHEST, make_code(CodeKind.BADGE, HIGHEST)),
    ],
)
def test_a_code_says_its_kind_and_number(kind: CodeKind, number: int, code: str) -> None:
    assert make_code(kind, number) == code
    assert parse_code(code) == OwnCode(kind, number)
    assert str(OwnCode(kind, number)) == code
    assert short(code) == f"{kind} {number}"


@pytest.mark.parametrize("number", [-1, HIGHEST + 1])
def test_a_number_that_does_not_fit_is_no_code(number: int) -> None:
    with pytest.raises(ValueError, match="8 digits"):
        make_code(CodeKind.DEVICE, number)


@pytest.mark.parametrize(
    "text",
    ["", "SD", "SD0000421758", "SD000042175", "SD00004217577", "XX0000421757", "SD00004217\uff157"],
)
def test_what_is_no_code(text: str) -> None:
    assert parse_code(text) is None
    assert short(text) == text


@given(CODES)
def test_codes_read_back_blind_to_case_and_spaces(code: str) -> None:
    own = parse_code(code)
    assert own is not None
    assert str(own) == code
    assert mod_97_10.is_valid(code)
    assert parse_code(f" {code[:2].lower()} {code[2:6]} {code[6:]}\r\n") == own


@given(CODES)
def test_every_single_wrong_character_is_caught(code: str) -> None:
    for place, right in enumerate(code):
        for wrong in set(string.ascii_uppercase + string.digits) - {right}:
            assert parse_code(code[:place] + wrong + code[place + 1 :]) is None


@given(CODES)
def test_every_transposition_of_neighbours_is_caught(code: str) -> None:
    for place in range(len(code) - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        if swapped != code:
            assert parse_code(swapped) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    parse_code(text)
    short(text)
