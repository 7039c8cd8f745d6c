"""The catalogue is corrected, merged and taken apart again; nothing of it is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_device
from kit import make_workshop
from serkut_desk.domain.catalogue import ModelSource
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.events import Tag
from serkut_desk.stations import modelling
from serkut_desk.stations.catalogue import queries
from serkut_desk.stations.catalogue.commands import (
    AddModel,
    AddModelCode,
    KeepApart,
    MergeModels,
    RemoveModelCode,
    SetModel,
    SplitModel,
)
from serkut_desk.stations.handling import Task
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.stations.handling import Command


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return make_workshop(tmp_path)


def taught(
    workshop: Workshop, *, product: str = "", slots: int | None = None, **device: str
) -> int:
    """Receive a device that teaches its model, and return the model's number."""
    made = make_device(workshop, **device)  # type: ignore[arg-type] # only texts are given
    with workshop.desk.database.work(workshop.worker.person) as work:
        work.devices.change(made.id, product=product)
        person = work.people.by_code(workshop.worker.person)
        assert person is not None
        task = Task(work, workshop.desk, person, workshop.worker)
        found = modelling.learn(
            task, work.devices.by_id(made.id), source=ModelSource.DEVICE, slots=slots
        )
        work.journal.append(Tag.DEVICE_CHANGED, made.code, reason="-", before={}, after={})
        work.commit()
    assert found is not None
    return found.id


def model(workshop: Workshop, number: int) -> ProductModel:
    with workshop.desk.database.reading() as work:
        found = work.catalogue.by_id(number)
    assert found is not None
    return found


def do(workshop: Workshop, command: Command[Any]) -> Any:
    return workshop.desk.do(workshop.first, command)


def refused(workshop: Workshop, command: Command[Any], *, maker: bool = False) -> str:
    """Return why a command is refused; nothing changed, and there are sentences for it."""
    with workshop.desk.database.reading() as work:
        before = work.journal.head()
    with pytest.raises(KnownFailure) as failure:
        workshop.desk.do(workshop.worker if maker else workshop.first, command)
    with workshop.desk.database.reading() as work:
        assert work.journal.head() == before
    for language in ("fi", "en"):
        said = Texts(language).failure(failure.value)
        assert all(said[piece] for piece in ("what", "why", "next"))
        assert "{" not in "".join(said.values())
    return failure.value.code


def last_entry(workshop: Workshop, number: int) -> tuple[str, dict[str, Any]]:
    with workshop.desk.database.reading() as work:
        entry = work.journal.about(f"model-{number}")[-1]
    said = Texts("fi").say("event." + entry.tag.replace(":", "."), **json.loads(entry.body))
    assert "{" not in said
    return entry.tag, json.loads(entry.body)


def found(workshop: Workshop, text: str) -> list[int]:
    return [one.model for one in queries.listing(workshop.desk, workshop.worker, text)]


def test_a_supervisor_corrects_and_a_maker_looks(workshop: Workshop) -> None:
    number = taught(workshop, model="ThinkPad T480")
    command = SetModel(
        of=str(number), weight_g=1650, slots=2, guide="laptop", checklist="laptop", confirmed=True
    )
    assert refused(workshop, command, maker=True) == "not_permitted"
    do(workshop, command)
    now = model(workshop, number)
    assert (now.typical_weight_g, now.storage_slots, now.guide, now.confirmed) == (
        1650,
        2,
        "laptop",
        True,
    )
    tag, body = last_entry(workshop, number)
    assert tag == Tag.MODEL_CHANGED
    assert body["before"]["storage_slots"] is None
    assert body["after"]["storage_slots"] == 2
    page = queries.page(workshop.desk, workshop.worker, "lenovo thinkpad t480")
    assert (page.line.slots, page.line.devices, len(page.devices)) == (2, 1, 1)
    assert refused(workshop, command) == "nothing_to_change"
    for wrong, code in (
        (SetModel(of="999", slots=1), "model_unknown"),
        (SetModel(of="x" * 500, slots=1), "model_unknown"),
        (SetModel(of=str(number), slots=65), "model_slots_wrong"),
        (SetModel(of=str(number), weight_g=-1), "model_weight_wrong"),
        (SetModel(of=str(number), weee_category="toys"), "model_word_unknown"),
        (SetModel(of=str(number), model="???"), "model_name_empty"),
        (SetModel(of=str(number), photo=b"no picture"), "photo_unreadable"),
    ):
        assert refused(workshop, wrong) == code
    do(workshop, SetModel(of=str(number), slots_unknown=True, weee_category="", weight_g=0))
    now = model(workshop, number)
    assert (now.storage_slots, now.weee_category, now.typical_weight_g) == (None, None, None)


def test_another_name_leaves_the_old_writing_behind(workshop: Workshop) -> None:
    number = taught(workshop, manufacturer="HP", model="Elitebok 840 G5")
    other = do(workshop, AddModel(manufacturer="HP", model="ProBook 450", type=DeviceType.LAPTOP))
    assert refused(workshop, SetModel(of=str(number), model="probook 450")) == "model_exists"
    do(workshop, SetModel(of=str(number), model="EliteBook 840 G5"))
    # The list goes on writing it wrong, and it is still this model.
    assert taught(workshop, manufacturer="HP", model="Elitebok 840 G5") == number
    assert taught(workshop, manufacturer="HP", model="HP EliteBook 840G5") == number
    page = queries.page(workshop.desk, workshop.worker, str(number))
    assert [one.name for one in page.writings] == ["HP Elitebok 840 G5"]
    assert page.line.devices == 3
    # Back again: the two writings change places.
    do(workshop, SetModel(of=str(number), model="Elitebok 840 G5"))
    page = queries.page(workshop.desk, workshop.worker, "hp elitebook 840 g5")
    assert (page.line.model, page.line.name) == (number, "Elitebok 840 G5")
    assert [one.name for one in page.writings] == ["HP EliteBook 840 G5"]
    # Only how it is spelled: no writing more.
    do(workshop, SetModel(of=str(other.model), model="Probook  450"))
    assert queries.page(workshop.desk, workshop.worker, str(other.model)).writings == ()


def test_doubles_become_one_and_two_again(workshop: Workshop) -> None:
    kept = taught(workshop, manufacturer="HP", model="EliteBook 840 G5", product="3JX27EA#UUW")
    double = taught(
        workshop, manufacturer="HP", model="840 G5 Notebook", product="3JX27EA#ABC", slots=2
    )
    # The numbers begin the same, so the second device was taken for the first model at once.
    assert double == kept
    double = taught(workshop, manufacturer="HP", model="Elitebok 840 G5", product="4QZ11EA#UUW")
    do(workshop, SetModel(of=str(kept), slots_unknown=True))
    do(workshop, SetModel(of=str(double), weight_g=1500, slots=1))
    pairs = queries.likely_doubles(workshop.desk, workshop.first)
    assert [(one.one.model, one.other.model) for one in pairs] == [(kept, double)]
    assert found(workshop, "elitebok 840")[0] == double

    merged = do(workshop, MergeModels(str(double), str(kept)))
    assert (merged.model, merged.devices, merged.codes) == (kept, 1, 1)
    assert set(merged.filled) == {"typical_weight_g", "storage_slots"}
    page = queries.page(workshop.desk, workshop.worker, "4QZ11EA#UUW")
    assert (page.line.model, page.line.devices, page.line.slots) == (kept, 3, 1)
    assert page.codes == ("3JX27EA#ABC", "3JX27EA#UUW", "4QZ11EA#UUW")
    assert [one.model for one in page.writings] == [double]
    assert queries.likely_doubles(workshop.desk, workshop.first) == ()
    assert found(workshop, "elitebok 840 g5") == [kept]
    # A device of the double's name is the one model now, and goes with the double afterwards.
    assert taught(workshop, manufacturer="HP", model="Elitebok 840 G5") == kept
    for again in (MergeModels(str(double), str(kept)), MergeModels(str(kept), str(double))):
        assert refused(workshop, again) == "model_same"
    do(workshop, SetModel(of=str(double), weight_g=1480))  # names the one that it is now

    do(workshop, SplitModel(str(double)))
    tag, body = last_entry(workshop, double)
    assert (tag, body["emptied"]) == (Tag.MODEL_SPLIT, ["storage_slots"])
    assert model(workshop, kept).storage_slots is None
    assert model(workshop, kept).typical_weight_g == 1480
    assert model(workshop, double).typical_weight_g == 1500
    first = queries.page(workshop.desk, workshop.worker, str(kept))
    second = queries.page(workshop.desk, workshop.worker, str(double))
    assert (first.line.devices, second.line.devices) == (2, 2)
    assert second.codes == ("4QZ11EA#UUW",)
    assert found(workshop, "elitebok 840 g5")[0] == double
    assert queries.likely_doubles(workshop.desk, workshop.first) == ()
    assert refused(workshop, SplitModel(str(double))) == "model_not_merged"


def test_of_three_that_are_one_each_comes_out_with_its_own(workshop: Workshop) -> None:
    names = ("OptiPlex 7050", "Optiplex 7050 tower", "Optiplx 7050")
    one, two, three = (
        taught(workshop, manufacturer="Dell", model=name, type="desktop") for name in names
    )
    do(workshop, MergeModels(str(three), str(two)))
    do(workshop, MergeModels(str(two), str(one)))
    assert queries.page(workshop.desk, workshop.worker, str(three)).line.model == one
    assert queries.page(workshop.desk, workshop.worker, str(one)).line.devices == 3
    do(workshop, SplitModel(str(two)))
    assert queries.page(workshop.desk, workshop.worker, str(three)).line.model == two
    assert queries.page(workshop.desk, workshop.worker, str(one)).line.devices == 1
    laptop = taught(workshop, manufacturer="Dell", model="OptiPlex 7051")
    assert refused(workshop, MergeModels(str(laptop), str(one))) == "model_types_differ"
    # Taking apart said it already.
    assert refused(workshop, KeepApart(str(two), str(one))) == "models_apart_already"
    other = taught(workshop, manufacturer="Dell", model="Optiplex 7050 desktop", type="desktop")
    do(workshop, KeepApart(str(one), str(other)))
    assert last_entry(workshop, one)[0] == Tag.MODELS_APART


def test_a_product_number_names_one_model(workshop: Workshop) -> None:
    one = taught(workshop, model="ThinkPad T480", product="20L6S0AB00")
    two = taught(workshop, model="ThinkPad T490", product="20N2S0AB00")
    assert refused(workshop, AddModelCode(str(one), "20l6-s0ab00")) == "model_code_known"
    assert refused(workshop, AddModelCode(str(one), "20N2S0AB00")) == "model_code_taken"
    assert refused(workshop, AddModelCode(str(one), "A")) == "model_code_wrong"
    moved = do(workshop, AddModelCode(str(one), "20N2S0AB00", move=True))
    assert (moved.model, moved.was) == (one, two)
    assert queries.page(workshop.desk, workshop.worker, "20N2S0AB00").line.model == one
    assert last_entry(workshop, two)[0] == Tag.MODEL_CODE_ADDED
    do(workshop, RemoveModelCode(str(one), "20N2S0AB00"))
    assert refused(workshop, RemoveModelCode(str(one), "20N2S0AB00")) == "model_code_unknown"
    assert found(workshop, "20N2S0AB00") == []
