"""Intake asks the catalogue when neither the list nor a person says what a device is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_lot
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Refused
from serkut_desk.stations import modelling
from serkut_desk.stations.devices.commands import CorrectDevice, UndoLast
from serkut_desk.stations.intake import session as screen
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.stations.intake.effects import Say, Tone
from serkut_desk.stations.intake.looking import Field, Source, at_hand
from serkut_desk.stations.intake.state import IntakeState

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.lots import Lot
    from serkut_desk.stations.intake.results import Received


@pytest.fixture
def lot(workshop: Workshop) -> Lot:
    return make_lot(workshop)


def receive(workshop: Workshop, lot: Lot, *scans: str, **known: Any) -> Received:
    command = ReceiveDevice(lot=lot.code, scans=scans, sure=True, **known)
    return workshop.desk.do(workshop.worker, command)


def test_a_product_number_that_is_known_says_what_the_machine_is(
    workshop: Workshop, lot: Lot
) -> None:
    first = receive(
        workshop, lot, "1S20L6S0AB00PF1ABC23", type=DeviceType.LAPTOP, model="ThinkPad T480"
    )
    assert first.from_catalogue == ()
    # Another configuration of the same machine type: nobody said anything of it.
    second = receive(workshop, lot, "1S20L6000AMXPF1ABC24")
    assert (second.type, second.manufacturer, second.model) == (
        DeviceType.LAPTOP,
        "Lenovo",
        "ThinkPad T480",
    )
    assert second.from_catalogue == ("type", "model")
    with workshop.desk.database.reading() as work:
        (model,) = work.catalogue.listed()
        bodies = [
            json.loads(work.journal.about(code)[-1].body) for code in (first.device, second.device)
        ]
        assert work.catalogue.family_counts([model.id]) == {model.id: 2}
    assert [body["catalogue"] for body in bodies] == [model.id, model.id]
    assert bodies[1]["from_catalogue"] == ["type", "model"]
    # The screen says so, before and after.
    state = IntakeState(lot=lot.code, texts=("1S20L6000AMXPF1ABC25",))
    seen = at_hand(workshop.desk, workshop.worker, state).fields
    assert seen["model"] == Field("ThinkPad T480", Source.CATALOGUE)
    assert seen["type"] == Field("laptop", Source.CATALOGUE)
    _, effects = screen.saved(state, second)
    said = next(one for one in effects if isinstance(one, Say))
    assert (said.tone, said.key) == (Tone.DONE, "intake.say.saved_known")


def test_what_a_person_says_wins_over_the_catalogue(workshop: Workshop, lot: Lot) -> None:
    receive(workshop, lot, "1S20L6S0AB00PF1ABC23", type=DeviceType.LAPTOP, model="ThinkPad T480")
    other = receive(
        workshop, lot, "1S20L6S0AB00PF1ABC26", type=DeviceType.TABLET, model="ThinkPad X1"
    )
    assert (other.type, other.model, other.from_catalogue) == (DeviceType.TABLET, "ThinkPad X1", ())


def test_a_kind_without_data_is_believed_only_when_confirmed(workshop: Workshop, lot: Lot) -> None:
    receive(
        workshop,
        lot,
        serial="CN0AAA1",
        type=DeviceType.MONITOR,
        manufacturer="Dell",
        model="U2419H",
        product="0XYZ12A",
    )
    with pytest.raises(Refused) as failure:
        receive(workshop, lot, serial="CN0AAA2", product="0XYZ12A")
    assert failure.value.code == "type_needed"
    usual = receive(
        workshop, lot, serial="CN0AAA3", product="0XYZ12A", usual_type=DeviceType.LAPTOP
    )
    assert (usual.type, usual.model) == (DeviceType.LAPTOP, "U2419H")


def test_a_corrected_name_wins_over_the_number_and_can_be_undone(
    workshop: Workshop, lot: Lot
) -> None:
    told = {"type": DeviceType.LAPTOP, "model": "ThinkPad T480"}
    code = receive(workshop, lot, "1S20L6S0AB00PF1ABC23", **told).device

    def model() -> str | None:
        with workshop.desk.database.reading() as work:
            device = work.devices.by_code(code)
            assert device is not None
            found = modelling.model_of(work, device.id)
        return found.model if found else None

    correct = CorrectDevice(device=code, model="ThinkPad T490", reason="Luettiin väärin")
    workshop.desk.do(workshop.first, correct)
    assert model() == "ThinkPad T490"
    # The number goes on naming the first model, until a supervisor moves it.
    assert receive(workshop, lot, "1S20L6S0AB00PF1ABC27").model == "ThinkPad T480"
    clear = CorrectDevice(device=code, model="", reason="Ei tiedetä")
    workshop.desk.do(workshop.first, clear)
    assert model() is None
    workshop.desk.do(workshop.first, UndoLast())
    assert model() == "ThinkPad T490"


def test_what_an_undone_receipt_taught_names_nothing(workshop: Workshop, lot: Lot) -> None:
    receive(workshop, lot, "1S20L6S0AB00PF1ABC23", type=DeviceType.LAPTOP, model="ThinkPad T490")
    workshop.desk.do(workshop.worker, UndoLast())
    told = {"type": DeviceType.LAPTOP, "model": "ThinkPad T480"}
    receive(workshop, lot, "1S20L6S0AB00PF1ABC23", **told)
    workshop.clock.tick(seconds=20)
    after = receive(workshop, lot, "1S20L6S0AB00PF1ABC24")
    assert (after.model, after.from_catalogue) == ("ThinkPad T480", ("type", "model"))
    # What another device taught first stays when a later receipt is undone.
    workshop.desk.do(workshop.worker, UndoLast())
    assert receive(workshop, lot, "1S20L6S0AB00PF1ABC25").model == "ThinkPad T480"
