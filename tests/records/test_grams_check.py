"""Whoever writes grams, containers or shipments past the program is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from apart import keyed, scaled, to_take_apart
from boxes import container, fill, sealed
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    ChangeContainer,
    MergeContainers,
    OpenShipment,
    SendShipment,
    UndoFilling,
)
from serkut_desk.stations.dismantling.commands import StartDismantling, WeighIn

if TYPE_CHECKING:
    from kit import Workshop


def _wrong(workshop: Workshop, change: str) -> list[str | None]:
    """Return what would be found if somebody wrote this into the file; nothing is kept."""
    with workshop.desk.database.work() as work:
        assert check_records(work.connection) == ()
        work.connection.execute(text(change))
        return [one.about for one in check_records(work.connection)]


def _shipped(workshop: Workshop) -> str:
    """Return a container that left with a shipment, after everything that may happen to one."""
    code, other = container(workshop), container(workshop)
    fill(workshop, code, 500)
    fill(workshop, other, 300)
    workshop.desk.do(workshop.worker, MergeContainers(other, code))
    fill(workshop, code, 50)
    workshop.desk.do(workshop.worker, UndoFilling(code))
    workshop.desk.do(workshop.first, ChangeContainer(code, tare=keyed(1300)))
    sealed(workshop, code, 2100)
    number = workshop.desk.do(workshop.first, OpenShipment("Kierrätys Oy")).shipment
    workshop.desk.do(workshop.first, AddToShipment(number, code))
    workshop.desk.do(workshop.first, SendShipment(number))
    return code


CHANGES = (
    "UPDATE fraction_line SET weight_g = weight_g + 1 WHERE id = 1",
    "UPDATE fraction_line SET undone_at = at, undone_by = by WHERE id = 1",
    "UPDATE fraction_line SET undone_at = NULL, undone_by = NULL",
    "UPDATE fraction_line SET fraction = 'ferrous' WHERE id = 2",
    "DELETE FROM fraction_line WHERE id = 2",
    "UPDATE container SET gross_g = 9000 WHERE state = 'shipped'",
    "UPDATE container SET tare_g = 1 WHERE state = 'shipped'",
    "UPDATE container SET waste_code = '20 03 01' WHERE state = 'shipped'",
    "UPDATE container SET fraction = 'ferrous' WHERE state = 'shipped'",
    "UPDATE container SET state = 'sealed' WHERE state = 'shipped'",
    "UPDATE part SET state = 'stock', container_id = NULL WHERE id = 1",
    "UPDATE part SET container_id = 2 WHERE id = 1",
    "UPDATE shipment SET state = 'cancelled'",
)


def test_grams_written_past_the_program_are_found(workshop: Workshop) -> None:
    _shipped(workshop)
    for change in CHANGES:
        assert _wrong(workshop, change) != [], change


BALANCES = (
    "UPDATE dismantling SET weight_in_g = 1000",
    "UPDATE dismantling SET tolerance_g = 900",
    ("UPDATE dismantling SET state = 'cancelled', closed_at = started_at, closed_by = started_by"),
)


def test_another_balance_of_a_device_is_found(workshop: Workshop) -> None:
    device = to_take_apart(workshop, type="monitor")
    workshop.desk.do(workshop.worker, StartDismantling(device.code, scaled(4100)))
    workshop.desk.do(workshop.worker, WeighIn(device.code, scaled(4000)))
    for change in BALANCES:
        assert _wrong(workshop, change) == [device.code], change


def test_a_part_given_up_past_the_program_is_found(workshop: Workshop) -> None:
    code = container(workshop)
    fill(workshop, code)
    kept = fill(workshop, code)
    workshop.desk.do(workshop.worker, UndoFilling(code))
    change = "UPDATE part SET state = 'scrapped', container_id = 1 WHERE id = 2"
    assert _wrong(workshop, change) == [kept]
