"""What tests of the home view begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_device, make_lot, make_medium, make_run
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.ui.stations.home.panel import HomePanel

if TYPE_CHECKING:
    from kit import Workshop
    from ui.window_kit import Window


def home(window: Window) -> HomePanel:
    """Return the open home view."""
    found = window.shell.panel
    assert isinstance(found, HomePanel)
    return found


def fill(workshop: Workshop) -> None:
    """Let something wait in many queues: received, to wipe, failed, to approve, a lot, places."""
    lot = make_lot(workshop)
    with workshop.desk.database.work(workshop.first.person) as work:
        place = work.places.make("Hylly A3")
        work.commit()
    for _ in range(3):
        make_device(workshop, lot=lot)
    for _ in range(12):
        make_medium(workshop, make_device(workshop, lot=lot, model="Latitude 5400"))
    failed = make_medium(workshop, make_device(workshop, lot=lot, model="OptiPlex 7060"))
    make_run(workshop, failed, verdict=Verdict.FAILED)
    lot = make_lot(workshop, data_class=DataClass.ORDINARY)
    for by in (workshop.worker.person, workshop.first.person, workshop.first.person):
        device = make_device(workshop, lot=lot, model="EliteBook 840")
        with workshop.desk.database.work(by) as work:
            work.devices.change(device.id, place_id=place.id)
            work.commit()
        medium = make_medium(workshop, device, kind=MediumKind.HDD, by=workshop.worker.person)
        make_run(workshop, medium, performed_by=by, imported_by=by)
    make_device(workshop, lot=lot, type="monitor", manufacturer="Dell", model="P2419H")


def device_code(number: int) -> str:
    """Return the code of a device by its number."""
    return make_code(CodeKind.DEVICE, number)
