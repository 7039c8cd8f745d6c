from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.fi import hetu

from serkut_desk.domain.scan import ScanKind, ScanRules, classify, holds_secret, masked

KEY = "ABCDE-12345-FGHIJ-67890-KLMNO"
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
# Numbers from 900 on belong to nobody.
CODES = st.builds(
    lambda born, sign, individual: (
        f"{born:%d%m%y}{sign}{individual}{CHECKS[int(f'{born:%d%m%y}{individual}') % 31]}"
    ),
    st.dates(date(1930, 1, 1), date(1999, 12, 31)),
    st.sampled_from("-YXWVU"),
    st.integers(900, 999),
)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (KEY, "product_key"),
        (KEY.lower(), "product_key"),
        (KEY.replace("-", " "), "product_key"),
        (f"Product key: {KEY}.", "product_key"),
        ("VK7JGNPHTMC97JM9MPGT3V66T", "product_key"),
        ("-".join(["123456"] * 8), "recovery_key"),
        ("010594Y9032", "personal_code"),
        ("020594x903p", "personal_code"),
        ("040594V9030", "personal_code"),
        ("010516B903X", "personal_code"),
        ("https://example.fi/?id=010516B903X", "personal_code"),
        ("010516B903W", None),
        ("410516B903X", None),
        ("1010516B903X", None),
        ("5CG6412TLY", None),
        ("", None),
    ],
)
def test_secrets(rules: ScanRules, text: str, secret: str | None) -> None:
    assert holds_secret(text) == secret
    scan = classify(text, rules=rules)
    assert (scan.kind is ScanKind.SECRET) == (secret is not None)


@given(CODES)
def test_every_personal_code_is_found(code: str) -> None:
    assert hetu.is_valid(code, allow_temporary=True)
    assert holds_secret(f"x {code}") == "personal_code"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [(KEY, False), (KEY.replace("-", "+"), True), ("010594-9032", False), ("010594+9032", True)],
)
def test_a_secret_is_masked_everywhere(rules: ScanRules, text: str, *, fixed: bool) -> None:
    scan = classify(text, expected={text}, rules=rules)
    assert scan.kind is ScanKind.SECRET
    assert scan.layout_fixed == fixed
    assert not any(character.isalnum() for character in scan.text + scan.value)
    assert text not in repr(scan)


def test_a_mask_hides_letters_and_digits_only() -> None:
    assert masked("AB-12 ä") == "**-** *"
    assert len(masked("1" * 5000)) == 60
