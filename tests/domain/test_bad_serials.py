from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.bad_serials import serial_rules

RULES = serial_rules(shipped.json_resource("wiping", "serials.json"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Unknown",
        "(S/N: unknown)",
        "(no ATA pass thru)",
        "_S_N__unknown_",
        "???????????????",
        "XXXXXXXXXXXXXXX",
        "00000000",
        "N/A",
        "none",
        "Not Specified",
    ],
)
def test_texts_that_are_no_serial(text: str) -> None:
    assert RULES.comparable(text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("WD-WX61AA81XXQA", "WDWX61AA81XXQA"),
        (" s3tunx0k4xxxq1 ", "S3TUNX0K4XXXQ1"),
        ("(S/N: 123)", "SN123"),
    ],
)
def test_serials_in_their_form_for_comparing(text: str, key: str) -> None:
    assert RULES.comparable(text) == key


@pytest.mark.parametrize(
    "key",
    [
        "0123456789ABCDE",
        "152D00539000",
        "DD564198838A1",
        "RANDOM3F2A",
        "000000000001",
        "AB" * 64,
        "11111111",
        "A1",
    ],
)
def test_serials_that_many_drives_share(key: str) -> None:
    assert RULES.is_unreliable(key)


@pytest.mark.parametrize("key", ["WDWX61AA81XXQA", "S3TUNX0K4XXXQ1", "0BGXXD3", "50026B7782XXF2"])
def test_ordinary_serials_are_reliable(key: str) -> None:
    assert not RULES.is_unreliable(key)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Not Specified",
        "None",
        "N/A",
        "To be filled by O.E.M.",
        "Default string",
        "System Serial Number",
        "Chassis Serial Number",
        "Unknown",
        "0123456789",
        "123456789",
        "XXXXXXXX",
        "??????",
        "00000000",
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        "03000200-0400-0500-0006-000700080009",
    ],
)
def test_placeholders_of_computers(text: str) -> None:
    assert RULES.host_key(text) is None


def test_a_computers_serial() -> None:
    assert RULES.host_key("5CG8XXQ0V1") == "5CG8XXQ0V1"


@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    key = RULES.comparable(text)
    assert key is None or key.isalnum()
    RULES.host_key(text)
    RULES.is_unreliable(key or "")
