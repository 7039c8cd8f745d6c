"""Out of the door by scanner and keys: a monitor, a workstation, twenty-five for a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import steps
from shelf import shelved
from ui.stations.intake.kit import label

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.hands import Hands
    from journeys.street import Street

MONITOR = label(2)
LIST = "Laite;Valmistaja;Malli;Sarjanumero\nNäyttö;Dell;P2419H;CN0ABC0001\n"


def test_a_monitor_from_the_list_to_a_sale_without_a_certificate(
    hands: Hands, tmp_path: Path
) -> None:
    people = hands.window.workshop
    manifest = tmp_path / "lista.csv"
    manifest.write_text(LIST, encoding="utf-8")
    hands.come(people.first)
    steps.open_lot(hands, manifest)
    hands.come(people.worker)
    hands.press("F2")
    steps.receive(hands, "CN0ABC0001", MONITOR)
    steps.grade(hands, MONITOR)
    hands.come(people.first)
    steps.shelve(hands, MONITOR)
    hands.go("handover")
    hands.press("F7")
    hands.scan(MONITOR)
    hands.sees("Voidaan luovuttaa", "Todistusta ei tarvita")
    hands.press("F10")
    hands.sees("LU 1 on luovutettu", "45,00 €")

    assert steps.state(hands, MONITOR) == "left"
    assert steps.certificates(hands, MONITOR) == []
    assert [paper.kind for paper in steps.papers(hands)] == ["receipt"]
    steps.intact(hands)


def test_a_workstation_stands_at_its_place(hands: Hands, street: Street) -> None:
    laptop = street.clean()
    street.issue(laptop)
    street.shelve(laptop)
    hands.come(street.workshop.first)
    hands.go("handover")
    hands.press("F6")
    hands.scan(laptop.code)
    assert "Tietoja puuttuu." in hands.refused("F10")
    assert steps.state(hands, laptop.code) == "on_shelf"
    hands.fill(
        {
            "Paikka": "Kallion kirjasto",
            "Asennuspäivä": "24.11.2026",
            "Mitä asennettiin": "Linux Mint 22",
            "Seuraava huolto": "1.5.2027",
        }
    )
    hands.press("F10")
    hands.sees("LU 1 on luovutettu", "Ei maksua", "Kallion kirjasto", "seuraava huolto 1.5.2027")

    assert steps.state(hands, laptop.code) == "left"
    assert [paper.kind for paper in steps.papers(hands)] == ["slip", "wipe_statement"]
    steps.intact(hands)


def test_twenty_five_go_to_a_project_with_one_note(hands: Hands, street: Street) -> None:
    laptops = [street.clean(number) for number in (1, 2)]
    street.issue(*laptops)
    for laptop in laptops:
        street.shelve(laptop)
    devices = laptops + [shelved(street.workshop) for _ in range(23)]
    hands.come(street.workshop.first)
    hands.go("handover")
    hands.press("F5")
    hands.fill({"Vastaanottava yhteisö": "Digitaidot ry", "Y-tunnus": "0201256-6"})
    hands.scan(devices[0].code)
    hands.burst(*(device.code for device in devices[1:]))
    hands.sees("25 / 25", "Laitteista 25/25 saa lähteä")
    hands.press("F10")
    hands.sees("LU 1 on luovutettu", "25 laitetta")

    assert {steps.state(hands, device.code) for device in devices} == {"left"}
    kinds = [paper.kind for paper in steps.papers(hands)]
    assert kinds == ["delivery_note", "invoice", "wipe_statement", "wipe_statement"]
    lines = steps.papers(hands)[0].content["content"]["lines"]
    assert [line["serial"] for line in lines] == [device.serial for device in devices]
    steps.intact(hands)
