from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.model_keys import code_key, tac_of, words_of
from serkut_desk.stations.modelling import rules


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("HP", "EliteBook 840 G5"), ("Hewlett-Packard", "HP Elitebook 840G5")),
        (("HP Inc.", "elite-book 840 g5"), ("hp", "EliteBook  840 G5")),
        (("Dell Inc.", "Latitude 5420"), ("DELL", "Dell Latitude 5420")),
        (("Lenovo", "ThinkPad T480"), ("LENOVO", "ThinkPad-T480")),
        (("Näyttö Oy", "Räätälöity 3"), ("naytto oy", "raataloity 3")),
    ],
)
def test_two_writings_of_one_model_share_their_keys(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    keys = [
        (rules().maker_key(maker), rules().model_key(maker, model)) for maker, model in (one, other)
    ]
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [("EliteBook 840 G5", "EliteBook 840 G6"), ("ThinkPad T480", "ThinkPad T480s")],
)
def test_two_models_do_not(one: str, other: str) -> None:
    assert rules().model_key("HP", one) != rules().model_key("HP", other)


def test_a_model_that_is_called_as_its_maker_keeps_its_name() -> None:
    assert rules().model_key("Nokia", "Nokia") == "nokia"
    assert rules().model_key("", "HP EliteBook") == "hpelitebook"


@pytest.mark.parametrize(
    ("code", "stem"),
    [
        ("3JX27EA#UUW", "3JX27EA"),
        ("20L6S0AB00", "20L6"),
        ("20L6-S0AB00", "20L6"),
        ("MKGP3KS/A", "MKGP3"),
        ("ABC123", ""),
        ("", ""),
    ],
)
def test_the_stem_of_a_product_number_names_the_model(code: str, stem: str) -> None:
    assert rules().stem_of(code) == stem


def test_what_is_too_short_is_no_product_number() -> None:
    assert code_key("3jx27ea #uuw") == "3JX27EAUUW"
    assert code_key("A/A") == ""


def test_a_phone_is_known_by_the_code_of_its_type_approval() -> None:
    assert tac_of("352099001761481") == "TAC 35209900"
    assert tac_of("") == ""


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_keys_that_are_their_own_keys(maker: str, model: str) -> None:
    key = rules().model_key(maker, model)
    assert rules().model_key("", key) == key
    assert all(word.isalnum() and word == word.casefold() for word in words_of(model))


@pytest.mark.parametrize(
    ("maker", "model", "plain"),
    [
        ("HP", "HP ProBook 450 G2", "ProBook 450 G2"),
        ("HP", "Hewlett-Packard Compaq 8200", "Compaq 8200"),
        ("Dell Inc.", "Latitude 5420", "Latitude 5420"),
        ("Nokia", "Nokia", "Nokia"),
        ("", "HP EliteBook", "HP EliteBook"),
    ],
)
def test_a_plain_model_says_its_maker_not_once_more(maker: str, model: str, plain: str) -> None:
    assert rules().plain_model(maker, model) == plain
    assert rules().model_key(maker, plain) == rules().model_key(maker, model)
