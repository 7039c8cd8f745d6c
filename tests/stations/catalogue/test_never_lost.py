"""However models are merged and taken apart, every device and product number stays with its own."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from factories import make_lot
from kit import make_workshop
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Refused
from serkut_desk.stations import model_search
from serkut_desk.stations.catalogue.commands import MergeModels, SetModel, SplitModel
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.stations.modelling import known_model

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command

NAMES = ("Alfa 100", "Beeta 200", "Gamma 300", "Delta 400")
PAIR = st.tuples(st.integers(1, 4), st.integers(1, 4))


def command_of(what: str, one: int, other: int, *, grams: int) -> Command[Any]:
    """Return what a step does."""
    if what == "merge":
        return MergeModels(str(one), str(other))
    return SplitModel(str(one)) if what == "split" else SetModel(of=str(one), weight_g=grams)


def tried(workshop: Workshop, command: Command[Any]) -> None:
    """Do what can be done; else say why not, by its rules."""
    code = ""
    try:
        workshop.desk.do(workshop.first, command)
    except Refused as refused:
        code = refused.code
    assert code in {"", "model_same", "model_not_merged"}


def holds(desk: Desk) -> None:
    """Each device counts once, each number and each name finds what stands, as search does."""
    with desk.database.reading() as work:
        standing = [one.id for one in work.catalogue.listed()]
        assert sum(work.catalogue.family_counts(standing).values()) == len(NAMES)
        for number, name in enumerate(NAMES, 1):
            by_code = known_model(work, manufacturer="", model="", code=f"PN{number}00{number}EA")
            by_name = known_model(work, manufacturer="HP", model=name)
            assert by_code is not None
            assert by_code == by_name
            assert by_code.id in standing
            hits = model_search.find(desk.database, work, name)
            assert [hit.model for hit in hits] == [by_code.id]


@settings(max_examples=4, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["merge", "split", "set"]), PAIR), max_size=9))
def test_what_was_merged_comes_apart_as_it_was(steps: list[tuple[str, tuple[int, int]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workshop = make_workshop(Path(folder))
        desk, lot = workshop.desk, make_lot(workshop).code
        for at, name in enumerate(NAMES, 1):
            command = ReceiveDevice(
                lot=lot,
                serial=f"SN77{at}",
                type=DeviceType.LAPTOP,
                manufacturer="HP",
                model=name,
                product=f"PN{at}00{at}EA",
            )
            desk.do(workshop.worker, command)
        desk.do(workshop.first, SetModel(of="1", slots=2))
        for at, (what, (one, other)) in enumerate(steps):
            tried(workshop, command_of(what, one, other, grams=1000 + at))
            holds(desk)
        for number in range(1, 5):
            tried(workshop, SplitModel(str(number)))
        with desk.database.reading() as work:
            assert work.catalogue.family_counts([1, 2, 3, 4]) == dict.fromkeys((1, 2, 3, 4), 1)
            for number in range(1, 5):
                found = work.catalogue.by_code(f"PN{number}00{number}EA")
                assert found is not None
                assert (found.id, found.merged_into_id) == (number, None)
        desk.database.close()
