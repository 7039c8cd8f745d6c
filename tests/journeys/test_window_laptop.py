"""A laptop from the delivery list to its new owner with a commitment, by scanner and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import steps
from serkut_desk.domain.terms import number_key
from ui.stations.intake.kit import label, make_list

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.hands import Hands

LAPTOP, HOST, DISK = label(1), "PF2ABC00", "WD-WCC6Y5XH01"
NUMBER = "MS-2026-118834"


def test_a_laptop_from_the_list_to_a_commitment(hands: Hands, tmp_path: Path) -> None:
    people = hands.window.workshop
    manifest = tmp_path / "lista.csv"
    manifest.write_text(make_list(1), encoding="utf-8")
    hands.come(people.first)
    steps.open_lot(hands, manifest, ordinary=True)

    hands.come(people.worker)
    hands.press("F2")
    steps.receive(hands, HOST, LAPTOP)
    hands.go("wiping")
    hands.scan(LAPTOP, DISK)
    hands.press("F2")
    steps.bring_report(hands, HOST, DISK, tmp_path / "tikku")

    hands.come(people.other)
    steps.approve(hands)
    hands.come(people.worker)
    steps.grade(hands, LAPTOP)
    hands.come(people.first)
    steps.shelve(hands, LAPTOP)

    hands.go("handover")
    hands.press("F2")
    hands.scan(LAPTOP)
    hands.sees("2 asiaa puuttuu", "Papereita ei ole merkitty nähdyiksi.")
    hands.fill(
        {
            "Maksusitoumuksen numero": NUMBER,
            "Myöntänyt yksikkö": "Itäinen palvelu",
            "Enintään": "150",
            "Voimassa asti": "30.11.2026",
        }
    )
    hands.press("F3")
    hands.sees("Voidaan luovuttaa")
    hands.press("F10")
    hands.sees("LU 1 on luovutettu", "145,00 €")

    assert steps.state(hands, LAPTOP) == "left"
    assert steps.certificates(hands, LAPTOP) == ["valid"]
    with hands.desk.database.reading() as work:
        commitment = work.handovers.commitment(number_key(NUMBER))
        assert commitment is not None
        assert (commitment.used_cents, commitment.limit_cents) == (14_500, 15_000)
    # The city pays: who takes the laptop gets a slip that says nothing of it.
    slip, statement = steps.papers(hands)
    assert (slip.kind, statement.kind) == ("slip", "wipe_statement")
    assert HOST in str(slip.content)
    assert NUMBER not in str(slip.content)
    steps.intact(hands)
