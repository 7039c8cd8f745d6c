"""What one device of a kind tells of the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factories import make_device
from kit import make_workshop
from serkut_desk.domain.catalogue import ModelSource
from serkut_desk.domain.events import Tag
from serkut_desk.stations import modelling
from serkut_desk.stations.handling import Task

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.domain.devices import Device


def learned(
    workshop: Workshop, device: Device, *, slots: int | None = None, **known: object
) -> ProductModel | None:
    """Let a device teach as a handler does, with one entry."""
    with workshop.desk.database.work(workshop.worker.person) as work:
        if known:
            work.devices.change(device.id, **known)
        person = work.people.by_code(workshop.worker.person)
        assert person is not None
        task = Task(work, workshop.desk, person, workshop.worker)
        found = modelling.learn(
            task,
            work.devices.by_id(device.id),
            source=ModelSource.DEVICE,
            slots=slots,
        )
        work.journal.append(Tag.DEVICE_CHANGED, device.code, reason="-", before={}, after={})
        work.commit()
    return found


def known(workshop: Workshop, **asked: str) -> ProductModel | None:
    with workshop.desk.database.reading() as work:
        return modelling.known_model(work, **{"manufacturer": "", "model": "", **asked})


def test_the_first_of_its_kind_tells_of_the_next(tmp_path: Path) -> None:
    workshop = make_workshop(tmp_path)
    first = make_device(workshop, model="ThinkPad T480")
    made = learned(workshop, first, slots=2, product="20L6S0AB00", weight_g=1650)
    assert made is not None
    assert (made.manufacturer, made.model, made.type) == ("Lenovo", "ThinkPad T480", "laptop")
    assert (made.storage_slots, made.typical_weight_g, made.weee_category) == (2, 1650, "screens")
    assert (made.confirmed, made.source) == (False, ModelSource.DEVICE)

    # By name however it is written, by its number, and by what the numbers of a model share.
    for asked in (
        {"manufacturer": "LENOVO", "model": "Lenovo Thinkpad T-480"},
        {"model": "thinkpad t480"},
        {"code": "20L6S0AB00"},
        {"code": "20L6-000AMX"},
    ):
        found = known(workshop, **asked)
        assert found is not None, asked
        assert found.id == made.id
    assert known(workshop, code="20L7000AMX") is None
    assert known(workshop, manufacturer="Dell", model="ThinkPad T480") is None

    # The next one is linked, fills blanks only, and changes nothing that stands.
    second = make_device(workshop, model="Thinkpad T480")
    again = learned(workshop, second, slots=4, weight_g=9000)
    assert again is not None
    assert (again.id, again.storage_slots, again.typical_weight_g) == (made.id, 2, 1650)
    with workshop.desk.database.reading() as work:
        assert modelling.slots_of(work, second.id) == 2
        assert work.catalogue.device_counts([made.id]) == {made.id: 2}


def test_a_number_wins_over_a_name_and_a_phone_is_known_by_its_imei(tmp_path: Path) -> None:
    workshop = make_workshop(tmp_path)
    phone = make_device(
        workshop, type="phone", manufacturer="Nokia", model="XR20", imei="352099001761481"
    )
    made = learned(workshop, phone)
    assert made is not None
    found = known(workshop, imei="352099009999999")
    assert found is not None
    assert found.id == made.id
    other = make_device(
        workshop, type="phone", manufacturer="HMD", model="Nokia phone", imei="352099001761499"
    )
    again = learned(workshop, other)
    assert again is not None
    assert again.id == made.id


def test_without_maker_and_model_nothing_is_learned(tmp_path: Path) -> None:
    workshop = make_workshop(tmp_path)
    assert learned(workshop, make_device(workshop, model="")) is None
    assert learned(workshop, make_device(workshop, manufacturer="", model="T480")) is None
    with workshop.desk.database.reading() as work:
        assert work.catalogue.listed() == []


def test_one_slip_lets_no_series_past_the_data_gate(tmp_path: Path) -> None:
    workshop = make_workshop(tmp_path)
    slip = learned(workshop, make_device(workshop, type="monitor", model="ThinkCentre M90a"))
    assert slip is not None
    assert modelling.believed_type(slip) is None
    assert modelling.believed_type(replace(slip, confirmed=True)) == "monitor"
    right = learned(workshop, make_device(workshop, type="allinone", model="ThinkCentre M90a"))
    assert right is not None
    assert (right.id, right.type, right.weee_category) == (slip.id, "allinone", "screens")
    assert modelling.believed_type(right) == "allinone"
