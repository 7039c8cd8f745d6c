"""An edited line, accessory or photograph is found by the check of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_device
from pictures import jpeg
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.intake.photo_commands import AddPhoto, RemovePhoto
from serkut_desk.stations.intake.thing_commands import AddAccessory, CountThings, UndoThings

if TYPE_CHECKING:
    from kit import Workshop


def test_what_was_edited_beside_the_devices_is_found(workshop: Workshop) -> None:
    desk, worker, database = workshop.desk, workshop.worker, workshop.desk.database
    device = make_device(workshop)
    with database.reading() as work:
        lot = work.lots.by_id(device.lot_id).code
    desk.do(worker, CountThings(lot, "mouse", 24))
    desk.do(worker, UndoThings(desk.do(worker, CountThings(lot, "keyboard", 2)).line.id))
    desk.do(worker, AddAccessory(device.code, "charger"))
    for seed in range(4):
        desk.do(worker, AddPhoto(device.code, jpeg(seed=seed), PhotoPurpose.DEVICE))
    desk.do(worker, UndoLast())
    desk.do(worker, RemovePhoto(2))
    desk.do(worker, RemovePhoto(3))
    desk.do(worker, UndoLast())

    def found(*edits: str) -> set[str | None]:
        """Return what is found after some edits, which do not last."""
        with database.work() as work:
            for edit in edits:
                work.connection.exec_driver_sql(edit)
            return {one.about for one in check_records(work.connection)}

    assert found() == set()
    for edit, about in (
        ("UPDATE thing_line SET count = 25 WHERE id = 1", lot),
        ("UPDATE thing_line SET undone_at = NULL, undone_by = NULL WHERE id = 2", lot),
        ("DELETE FROM thing_line WHERE id = 1", lot),
        ("UPDATE accessory SET kind = 'dock'", device.code),
        ("UPDATE accessory SET undone_at = at, undone_by = 'X'", device.code),
        ("UPDATE photo SET sha256 = 'abc' WHERE id = 1", device.code),
        ("UPDATE photo SET removed_at = NULL, removed_by = NULL WHERE id = 2", device.code),
        ("UPDATE photo SET removed_at = NULL, removed_by = NULL WHERE id = 4", device.code),
        ("DELETE FROM photo WHERE id = 1", device.code),
    ):
        assert found(edit) == {about}, edit
