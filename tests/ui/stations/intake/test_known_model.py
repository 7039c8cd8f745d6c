"""The form of the device at hand says what the catalogue takes it for, before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_lot
from kit import make_workshop
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.stations.intake.state import IntakeState
from serkut_desk.texts import Texts
from serkut_desk.ui.stations.intake.deeds import Deed, DeedKind, carry_out
from serkut_desk.ui.stations.intake.views import FieldView
from serkut_desk.ui.stations.intake.wording import form_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_scanned_product_number_fills_the_form(tmp_path: Path) -> None:
    workshop = make_workshop(tmp_path)
    desk, lot = workshop.desk, make_lot(workshop).code
    first = ReceiveDevice(
        lot=lot,
        scans=("1S20L6S0AB00PF1ABC23",),
        sure=True,
        type=DeviceType.LAPTOP,
        model="ThinkPad T480",
    )
    desk.do(workshop.worker, first)
    state = IntakeState(lot=lot, type="monitor")
    scan = Deed(DeedKind.SCAN, "1S20L6000AMXPF1ABC24")
    outcome = carry_out(desk, workshop.worker, state, scan)
    form = form_of(outcome.state, outcome.at_hand, "", Texts("fi"))
    assert form.model == FieldView("Lenovo ThinkPad T480", "model is known")
    assert (form.type_key, form.type_source) == ("laptop", "model is known")
    # What a person chooses wins.
    chosen = Deed(DeedKind.SET, "device_type=tablet")
    outcome = carry_out(desk, workshop.worker, outcome.state, chosen)
    assert form_of(outcome.state, outcome.at_hand, "", Texts("fi")).type_key == "tablet"
