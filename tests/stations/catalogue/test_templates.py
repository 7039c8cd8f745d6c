"""A model says by which list its devices are graded and by which guide they are taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_lot
from kit import make_workshop
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations import modelling
from serkut_desk.stations.catalogue.commands import SetModel
from serkut_desk.stations.dismantling import queries as apart
from serkut_desk.stations.grading import drafts
from serkut_desk.stations.intake.commands import ReceiveDevice

if TYPE_CHECKING:
    from pathlib import Path


def test_a_model_brings_its_own_list_guide_and_weight(tmp_path: Path) -> None:
    workshop = make_workshop(tmp_path)
    desk = workshop.desk
    command = ReceiveDevice(
        lot=make_lot(workshop).code,
        serial="R52N1234567",
        type=DeviceType.TABLET,
        manufacturer="Lenovo",
        model="Duet 3",
    )
    code = desk.do(workshop.worker, command).device
    now = workshop.clock.now()

    def shown() -> tuple[str, str, int | None]:
        with desk.database.reading() as work:
            device = work.devices.by_code(code)
            assert device is not None
            checklist = drafts.under_way(work, code, now).checklist.type.value
            weight = modelling.weight_of(work, device)
        return checklist, apart.sheet(desk, workshop.worker, code).guide.key, weight

    assert shown() == ("tablet", "tablet", None)
    told = SetModel(of="lenovo duet 3", checklist="laptop", guide="laptop", weight_g=1100)
    desk.do(workshop.first, told)
    assert shown() == ("laptop", "laptop", 1100)
    desk.do(workshop.first, SetModel(of="lenovo duet 3", checklist="", guide=""))
    assert shown() == ("tablet", "tablet", 1100)
