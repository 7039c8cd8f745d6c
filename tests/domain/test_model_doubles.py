from __future__ import annotations

from kit import START
from serkut_desk.domain.catalogue import ModelSource, ProductModel
from serkut_desk.domain.model_doubles import Why, doubles
from serkut_desk.stations.catalogue.queries import _alike
from serkut_desk.stations.modelling import rules


def model(number: int, name: str, maker: str = "HP", kind: str = "laptop") -> ProductModel:
    return ProductModel(
        number,
        maker,
        rules().maker_key(maker),
        name,
        rules().model_key(maker, name),
        kind,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        ModelSource.DEVICE,
        False,  # noqa: FBT003 - as the row has it
        None,
        START,
        "HK",
        number,
    )


def pairs(*models: ProductModel, apart: tuple[tuple[int, int], ...] = ()) -> list[tuple[int, int]]:
    found = doubles(models, {}, apart, rules().variants, _alike)
    return [(one.one, one.other) for one in found]


def test_another_writing_of_one_name_is_a_likely_double() -> None:
    long, short = model(1, "EliteBook 840 G5 Notebook PC"), model(2, "EliteBook 840G5")
    wrong, other = model(3, "Elitebok 840 G5"), model(4, "EliteBook 840 G6")
    assert pairs(long, short, wrong, other) == [(1, 2), (1, 3), (2, 3)]


def test_two_models_of_a_series_are_none() -> None:
    assert pairs(model(1, "ThinkPad T480"), model(2, "ThinkPad T480s")) == []
    assert pairs(model(1, "iPhone 12"), model(2, "iPhone 12 Pro")) == []
    assert pairs(model(1, "Dock 3"), model(2, "Dock 3", kind="other")) == []
    assert pairs(model(1, "E243"), model(2, "E243", maker="Dell")) == []


def test_who_said_that_two_are_not_one_is_not_asked_again() -> None:
    assert pairs(model(1, "E243 display"), model(2, "E243"), apart=((1, 2),)) == []


def test_shared_product_numbers_come_first() -> None:
    models = (model(1, "E243 x"), model(2, "E243"), model(3, "Foo"), model(4, "Bar 9"))
    stems = {3: {"20L6"}, 4: {"20L6"}, 9: {"20L6"}}
    found = doubles(models, stems, (), rules().variants, _alike)
    assert [(one.one, one.other, one.why) for one in found] == [
        (3, 4, Why.CODE),
        (1, 2, Why.NAME),
    ]
