from __future__ import annotations

import pytest

from serkut_desk.stations.model_search import ModelIndex, words_for

NAMES = (
    ("HP", "EliteBook 840 G5"),
    ("HP", "EliteBook 840 G6"),
    ("HP", "EliteDesk 800 G3"),
    ("HP", "ProBook 450 G7"),
    ("Lenovo", "ThinkPad T480"),
    ("Lenovo", "ThinkPad T480s"),
    ("Dell", "Latitude 5420"),
    ("Dell", "OptiPlex 7050"),
    ("Apple", "iPhone 12"),
    ("Samsung", "Galaxy Xcover 5"),
)


@pytest.fixture(scope="module")
def index() -> ModelIndex:
    made = ModelIndex()
    for number, name in enumerate(NAMES):
        made.put(number, words_for([name], [f"CODE{number}00"]))
    return made


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("hp elitebok 840 g5", "EliteBook 840 G5"),
        ("elite book 840g5", "EliteBook 840 G5"),
        ("hewlett elitebook 840 g6", "EliteBook 840 G6"),
        ("thinkpd t480", "ThinkPad T480"),
        ("ThinkPad T480S", "ThinkPad T480s"),
        ("lattitude", "Latitude 5420"),
        ("del optiplx", "OptiPlex 7050"),
        ("galaxi xcover", "Galaxy Xcover 5"),
        ("IPHONE", "iPhone 12"),
        ("code600", "Latitude 5420"),
        ("840 g6 elitebook", "EliteBook 840 G6"),
    ],
)
def test_what_is_meant_comes_first_however_it_is_spelled(
    index: ModelIndex, text: str, first: str
) -> None:
    assert NAMES[index.find(text, 5)[0].model][1] == first


def test_the_example_of_the_issue(index: ModelIndex) -> None:
    found = {NAMES[hit.model][1] for hit in index.find("hp elitebok", 9)}
    assert found == {"EliteBook 840 G5", "EliteBook 840 G6"}


def test_another_figure_is_another_model(index: ModelIndex) -> None:
    assert index.find("850", 5) == []
    assert index.find("  ", 5) == []


def test_what_is_forgotten_is_not_found() -> None:
    made = ModelIndex()
    made.put(1, words_for([("HP", "EliteBook 840")], ()))
    made.put(1, words_for([("HP", "ProBook 450")], ()))
    assert made.find("elitebook", 5) == []
    assert [hit.model for hit in made.find("probook", 5)] == [1]
    made.drop(1)
    assert made.find("probook", 5) == []
