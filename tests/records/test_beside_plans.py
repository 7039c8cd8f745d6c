"""Things, accessories, weights and pictures are found by an index, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asked import statements
from factories import make_device
from pictures import jpeg
from records.test_query_plans import _SMALL, scans
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations import photo_views, thing_views
from serkut_desk.stations.intake.photo_commands import AddPhoto, RemovePhoto
from serkut_desk.stations.intake.thing_commands import (
    AddAccessory,
    CountThings,
    UndoAccessory,
    UndoThings,
    WeighDevice,
)

if TYPE_CHECKING:
    from kit import Workshop


def test_nothing_beside_the_devices_reads_a_whole_table(workshop: Workshop) -> None:
    desk, worker = workshop.desk, workshop.worker
    device = make_device(workshop)
    with desk.database.reading() as work:
        lot = work.lots.by_id(device.lot_id).code
    with statements(workshop) as asked:
        line = desk.do(worker, CountThings(lot, "mouse", 24)).line.id
        belonging = desk.do(worker, AddAccessory(device.code, "charger")).accessory.id
        desk.do(worker, WeighDevice(device.code, Weighed(1600, Weighing.KEY, 5)))
        photo = desk.do(worker, AddPhoto(device.code, jpeg(), PhotoPurpose.DEVICE)).photo
        thing_views.things_of_lot(desk, worker, lot)
        thing_views.accessories_of(desk, worker, device.code)
        photo_views.strip(desk, worker, device.code)
        photo_views.taken(desk, worker, (photo.source_digest, "0" * 64))
        desk.do(worker, UndoThings(line))
        desk.do(worker, UndoAccessory(belonging))
        desk.do(worker, RemovePhoto(photo.id))
    with desk.database.reading() as work:
        read = {step.split()[1] for step in scans(work, asked)}
    # What cannot grow, one row of the journal, a row for each policy there ever was.
    assert read <= {*_SMALL, "journal", "policy_version"}
