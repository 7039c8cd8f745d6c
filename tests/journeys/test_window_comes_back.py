"""What comes back or is held, by scanner and keys: a return that is sold again, a locked phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import by_hand
from journeys import steps
from serkut_desk.cli.demo_week import drawn
from serkut_desk.domain.media import MediumKind
from serkut_desk.stations.wiping.commands import RecordPhone

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.hands import Hands
    from journeys.street import Street
    from serkut_desk.domain.devices import Device

HOST, DISK = "PF2ABC77", "WD-WX61AA810077"
_RESET = {
    "account": "before",
    "mdm": "never",
    "encryption": "on",
    "encryption_known": "settings",
    "reset": "settings",
    "screen": "seen",
    "lock_after": "not_asked",
    "sim": "removed",
    "card": "none",
}


def test_a_return_is_wiped_again_and_sold_again(
    hands: Hands, street: Street, tmp_path: Path
) -> None:
    people = street.workshop
    laptop = street.device(HOST)
    street.declare(laptop, DISK)
    street.wipe(laptop, DISK)
    street.shelve(laptop)
    street.give(laptop)
    people.clock.tick(days=10)

    hands.come(people.first)
    hands.go("returns")
    hands.scan(steps.barcode(hands, "receipt"))
    hands.sees("Takuu voimassa", "Miksi laite palautuu?")
    hands.press("F2", "F10")
    hands.sees("SD 1 otettiin takaisin", "Laite pitää tyhjentää, hyväksyä ja luokitella uudelleen.")
    hands.press("F5")
    hands.write("Miksi?", "ei korjata")
    hands.write("Paljonko hyvitetään?", "145,00")
    hands.press("F10")
    hands.sees("Hyvityslasku HY-1")
    assert steps.state(hands, laptop.code) == "waiting_wipe"
    assert steps.certificates(hands, laptop.code) == ["revoked"]

    # Its old proof leads nowhere: it is not sold before it is wiped again.
    hands.go("handover")
    hands.press("F7")
    hands.scan(laptop.code)
    hands.sees("Saako luovuttaa?")
    assert "1 / 1" not in hands.words
    hands.press("F9")

    hands.come(people.worker)
    hands.go("wiping")
    hands.scan(laptop.code)
    hands.sees("Käynnistä se tikulta")
    steps.bring_report(hands, HOST, DISK, tmp_path / "tikku")
    hands.come(people.other)
    steps.approve(hands)
    hands.come(people.worker)
    steps.grade(hands, laptop.code)
    hands.come(people.first)
    steps.shelve(hands, laptop.code)
    hands.go("handover")
    hands.press("F7")
    hands.scan(laptop.code)
    hands.press("F10")
    hands.sees("LU 3 on luovutettu", "KU-2")

    assert steps.state(hands, laptop.code) == "left"
    assert steps.certificates(hands, laptop.code) == ["revoked", "valid"]
    issued = [paper.kind for paper in steps.papers(hands)]
    first, again = ["receipt", "wipe_statement"], ["receipt", "wipe_statement"]
    assert issued == [*first, "credit_note", *again]
    steps.intact(hands)


def _reset(street: Street, phone: Device, folder: Path) -> None:
    """Wipe a phone as makers do, and answer its checklist."""
    street.declare(phone, "R58N123-FLASH", MediumKind.PHONE)
    photo = folder / "alku.png"
    photo.write_bytes(drawn.picture(3))
    street.workshop.desk.do(
        street.worker,
        RecordPhone("R58N123-FLASH", "android", "R58N123", "13", tuple(_RESET.items()), photo),
    )


def test_a_locked_phone_is_released_and_graded_again(
    hands: Hands, street: Street, tmp_path: Path
) -> None:
    people = street.workshop
    phone = street.device("R58N123", type="phone", manufacturer="Samsung", model="Galaxy A52")
    _reset(street, phone, tmp_path)
    street.approve(phone)
    street.issue(phone)
    by_hand.grade(people.desk, people.worker, phone.code)

    hands.come(people.worker)
    hands.go("quarantine")
    hands.scan(phone.code)
    hands.press("F3")
    hands.sees("Karanteenissa", "Liimaa uusi tarra. Vie laite karanteenihyllyyn.")
    assert steps.state(hands, phone.code) == "quarantine"

    hands.come(people.first)
    hands.go("quarantine")
    hands.scan(phone.code)
    hands.sees("Lähettäjältä ei ole vielä kysytty.")
    hands.press("F5")
    hands.sees("Vapautuspyyntö VP-1")
    hands.press("F9", "F6", "F2")
    hands.write("Mistä vastaus tuli", "yksikön tuki")
    hands.press("F10", "F7")
    hands.write("Miksi?", "hallinta poistettu")
    hands.press("F10")
    hands.sees("Karanteenissa ei ole mitään.")
    assert steps.state(hands, phone.code) == "waiting_grade"

    hands.come(people.worker)
    steps.grade(hands, phone.code)
    assert steps.state(hands, phone.code) == "waiting_decision"
    hands.come(people.first)
    steps.shelve(hands, phone.code)
    assert steps.state(hands, phone.code) == "on_shelf"
    assert [paper.kind for paper in steps.papers(hands)] == ["release_request"]
    steps.intact(hands)
