from __future__ import annotations

from datetime import date

import pytest

from serkut_desk.domain.labels import Label, blank_roll, day_text, device_label, medium_label


def test_a_device_label_says_what_is_known() -> None:
    label = device_label(
        code="SD0000421757",
        model="Lenovo ThinkPad L14",
        serial="",
        lot="",
        day=date(2026, 3, 7),
        state="EI TYHJENNETTY",
        serial_word="S/N",
    )
    assert label.short == "SD 4217"
    assert label.serial == ""
    assert label.foot == "7.3.2026"
    assert not label.is_blank


def test_a_medium_label_names_its_device() -> None:
    label = medium_label(
        code="LV0000000148",
        kind="SSD 256 Gt",
        serial="S4EVNX0",
        device="SD0000421757",
        day=date(2026, 11, 21),
        state="TYHJENNETTY",
        serial_word="S/N",
    )
    assert label.serial == "S/N S4EVNX0"
    assert label.foot == "SD 4217 · 21.11.2026"


def test_a_roll_holds_codes_only() -> None:
    (label,) = blank_roll(["SD0000421757"])
    assert label.is_blank
    assert label == Label(code="SD0000421757")


@pytest.mark.parametrize("code", ["", "SD0000421758", "sd0000421757", " SD0000421757", "PF2ABC12"])
def test_only_our_own_codes_in_normal_form(code: str) -> None:
    with pytest.raises(ValueError, match=code or "^$"):
        Label(code=code)


def test_days_are_written_without_leading_zeros() -> None:
    assert day_text(date(2026, 1, 2)) == "2.1.2026"
