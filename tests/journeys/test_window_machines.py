"""A machine tells of itself: its file is matched and chosen from, and what blocked goes on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from journeys import steps
from serkut_desk.domain.codes import short
from serkut_desk.domain.errors import Refused
from stations.snapshots.machines import Drive, Machine
from stations.wiping.logs import BEGIN, log
from stations.wiping.logs import Drive as Wiped

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.hands import Hands
    from journeys.street import Street

HOST, DISK, HIDDEN = "PF1ABC23", "WD-WX61AA810001", "S3PTNX0K100017"


def to_machines(hands: Hands) -> None:
    """Go through the door above the search, by Tab and arrow."""
    hands.go("devices")
    hands.turn("Laitteet ja haku", "Konetiedot")
    assert hands.window.shell.open_key == "snapshots"


def taken_over(hands: Hands, code: str) -> None:
    """Assert that the record says what was chosen."""
    with hands.desk.database.reading() as work:
        device = work.devices.by_code(code)
        assert device is not None
        media = work.media.of_device(device.id)
    assert device.model == "ThinkPad T480", "the supervisor took the machine's word"
    assert [(one.serial, one.proposed) for one in media] == [(DISK, False), (HIDDEN, False)]


def test_a_disk_that_nobody_declared_blocks_until_it_is_accepted(
    hands: Hands, street: Street, tmp_path: Path
) -> None:
    people = street.workshop
    laptop = street.device(HOST, model="ThinkPad L480")
    street.declare(laptop, DISK)
    machine = Machine(
        drives=(Drive(DISK, rotation=5400), Drive(HIDDEN, rotation=7200, path="/dev/sdb"))
    )
    told = tmp_path / "machine.json"
    told.write_bytes(machine.data())

    hands.come(people.worker)
    to_machines(hands)
    hands.press("F5")
    hands.pick_file("F3", told)
    hands.sees("1 kone tuotiin", "1 levy, jota kukaan ei ole kirjannut", "löytyi laite")
    hands.pick("Näytä koneet")
    hands.sees(f"Tämä on {short(laptop.code)}", "Laite odottaa, kunnes levy on hyväksytty.")
    assert steps.state(hands, laptop.code) == "waiting_review"

    # The declared disk is proven clean, and still the laptop goes nowhere.
    street.bring(log(Wiped(DISK), host=HOST))
    with pytest.raises(Refused):
        street.approve(laptop)
    hands.come(people.first)
    hands.go("handover")
    hands.press("F7")
    hands.scan(laptop.code)
    hands.sees("ei voi vielä luovuttaa", "välineitä, joita kukaan ei ole kirjannut: 1.")

    # A maker ticks what the machine is right about; what somebody wrote is a supervisor's.
    hands.come(people.worker)
    to_machines(hands)
    hands.scan(laptop.code)
    hands.press("F2", "F3")
    hands.sees("Ota 2 valittua")
    hands.press("F10")
    hands.sees("1 levy on sisällä", "Työnjohtaja valitsee loput")
    assert steps.state(hands, laptop.code) == "waiting_wipe"
    hands.come(people.first)
    to_machines(hands)
    hands.scan(laptop.code)
    hands.press("F10")
    hands.sees("4 tietoa otettiin käyttöön", "Uusi tarra on jonossa")
    street.bring(log(Wiped(HIDDEN), host=HOST, begin=BEGIN + timedelta(hours=2)))
    street.approve(laptop, media=2)
    street.issue(laptop)
    street.shelve(laptop)
    hands.go("handover")
    hands.scan(laptop.code)
    hands.press("F10")
    hands.sees("on luovutettu")
    assert steps.state(hands, laptop.code) == "left"
    taken_over(hands, laptop.code)
    steps.intact(hands)
