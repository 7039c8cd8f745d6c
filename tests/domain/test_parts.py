"""Kinds of parts as shipped, what may be done where, and how models are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.parts import (
    TABLE,
    PartAction,
    PartState,
    demand,
    fits,
    part_types,
)
from serkut_desk.domain.permissions import Permission
from serkut_desk.texts import Texts

TYPES = part_types(shipped.json_resource("parts", "types.json"))


def test_every_kind_has_an_icon_a_weight_and_words_in_every_language() -> None:
    for kind in TYPES.types.values():
        assert shipped.resource("icons", f"{kind.icon}.svg").is_file()
        assert kind.weight_g > 0
        for language in ("fi", "en"):
            said = Texts(language).say(f"part.type.{kind.word}")
            assert TYPES.of(said) is kind
    assert [kind.word for kind in TYPES.types.values() if kind.storage] == ["storage"]
    assert TYPES.types["battery"].needs is Permission.BATTERY


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("memory", "memory"),
        ("Muistikampa", "memory"),
        (" SSD ", "storage"),
        ("muistikortti", "storage"),
        ("WLAN-kortti", "wireless"),
        ("power supply", "power_supply"),
    ],
)
def test_a_kind_is_known_by_any_of_its_words(said: str, word: str) -> None:
    assert TYPES.of(said).word == word


def test_no_word_names_two_kinds() -> None:
    words = [word.casefold() for kind in TYPES.types.values() for word in kind.words]
    assert len(words) == len(set(words))
    with pytest.raises(Misused, match="part_type_unknown"):
        TYPES.of("lentokone")


@pytest.mark.parametrize(
    ("manufacturer", "model"),
    [
        ("Lenovo", "ThinkPad T480"),
        ("", "Lenovo ThinkPad T480"),
        ("LENOVO", "lenovo thinkpad t-480"),
        ("", "ThinkPad T480 (i5, 8 GB)"),
    ],
)
def test_writings_of_one_model_have_one_key(manufacturer: str, model: str) -> None:
    assert TYPES.model_key(manufacturer, model) == "THINKPADT480"


def test_different_models_have_different_keys() -> None:
    assert TYPES.model_key("Lenovo", "ThinkPad T490") != TYPES.model_key("Lenovo", "ThinkPad T480")
    # A maker alone is no model that everything of theirs would fit.
    assert TYPES.model_key("HP", "HP") == "HP"
    assert TYPES.model_key("", "") == ""


@given(st.text(max_size=20), st.text(max_size=40))
def test_a_key_is_its_own_key(manufacturer: str, model: str) -> None:
    key = TYPES.model_key(manufacturer, model)
    assert key == "" or key.isalnum()
    assert TYPES.model_key(manufacturer, f" {model} ") == key


def test_whether_it_fits_is_unknown_until_somebody_said() -> None:
    assert fits((), "T480") is None
    assert fits(("T480",), "") is None
    assert fits(("T480", "T470"), "T470") is True
    assert fits(("T480",), "L14") is False


def test_every_state_refuses_what_the_table_does_not_list() -> None:
    for action in PartAction:
        for state in PartState:
            if state in TABLE[action]:
                demand(action, state, "OS1")
            else:
                with pytest.raises(Refused, match="part_"):
                    demand(action, state, "OS1")
