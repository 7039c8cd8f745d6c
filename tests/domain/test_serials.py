from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.serials import normal_serial, serial_key


@pytest.mark.parametrize(
    ("written", "normal", "key"),
    [
        ("pf62sdpw", "PF62SDPW", "PF62SDPW"),
        (" PF 62 SD\tPW \r\n", "PF62SDPW", "PF62SDPW"),
        ("WD-WCC4 E1234567", "WD-WCC4E1234567", "WDWCC4E1234567"),
        ("S3Z9.NB0K/12", "S3Z9.NB0K/12", "S3Z9NB0K12"),
        ("ab\u00a0cd\u200b12\x00", "ABCD12", "ABCD12"),
        ("\u202eABC\u202c", "ABC", "ABC"),
        ("\uff21\uff11", "A1", "A1"),
        ("", "", ""),
        (" - ", "-", ""),
    ],
)
def test_forms(written: str, normal: str, key: str) -> None:
    assert normal_serial(written) == normal
    assert serial_key(written) == key


@given(st.text())
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    normal = normal_serial(text)
    assert normal_serial(normal) == normal
    assert serial_key(normal) == serial_key(text)
    assert not any(mark.isspace() for mark in normal)
