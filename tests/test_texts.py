"""Sentences as they are said: a number chooses its word."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from serkut_desk.texts import Texts, catalogue, languages


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("fi", 1, "Avattiin 1 työmääräys."),
        ("fi", 2, "Avattiin 2 työmääräystä."),
        ("fi", 0, "Avattiin 0 työmääräystä."),
        ("en", 1, "1 work order was opened."),
        ("en", 60, "60 work orders were opened."),
    ],
)
def test_a_number_chooses_its_word(language: str, count: int, said: str) -> None:
    assert Texts(language).say("demo.orders", orders=count) == said


def test_other_forms_of_a_number_stay() -> None:
    assert Texts("fi").say("demo.cage", number=7) == "Häkki 7"


@pytest.mark.parametrize("language", languages())
def test_every_choice_of_words_has_two(language: str) -> None:
    for key, sentence in catalogue(language).items():
        for _, _, spec, _ in Formatter().parse(sentence):
            assert "|" not in (spec or "") or re.fullmatch(r"[^|]+\|[^|]+", spec or ""), key
