"""Vans at the door by scanner and keys: every list of the reference material, and a short one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from journeys import steps
from journeys.door import Door
from kit import PIN
from printing.zebra import free_port, plugged_in
from serkut_desk.domain.codes import CodeKind, make_code, short
from serkut_desk.stations.labels import queries as labels

if TYPE_CHECKING:
    from journeys.hands import Hands

LISTS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "manifests"
given = pytest.mark.skipif(
    not LISTS.is_dir(), reason="the reference lists do not lie beside the checkout"
)
STOP_CARD, DAMAGED = make_code(CodeKind.COMMAND, 1), make_code(CodeKind.COMMAND, 41)
SENDER = "Sosiaali- ja terveystoimi"
SEALS = ("0012345", "0012346")
OWN = """Laite;Valmistaja;Malli;Sarjanumero;Kpl
Kannettava;Lenovo;ThinkPad L14;PF2ABC00;1
Kannettava;Lenovo;ThinkPad L14;PF2ABC01;1
Kannettava;Lenovo;ThinkPad L14;PF2ABC02;1
Hiiri;Logitech;B100;;24
"""


def told(name: str) -> dict[str, list[Any]]:
    """Return what a list of the reference material holds, by its own account."""
    found: dict[str, dict[str, list[Any]]] = json.loads(
        (LISTS / "expected.json").read_text(encoding="utf-8")
    )
    return found[name]


def read_seals(door: Door, wrong: str) -> None:
    """Read two seals of which the second is wrong: it is frozen, and a supervisor decides."""
    hands = door.hands
    hands.come(door.people.worker)
    hands.go("intake")
    hands.sees("Tulossa tänään")
    hands.press("F2")
    hands.scan(SEALS[0])
    hands.sees("Sinetti täsmää", "Lue sinetti: Häkki 2")
    hands.scan(wrong)
    hands.sees("Sinetti ei täsmää", "Häkki 2 on pysäytetty. Älä avaa. Kutsu työnjohtaja.")
    # No key of a maker decides, and the right seal does not help either.
    assert {"F7", "F11"}.isdisjoint(one.key for one in hands.actions)
    hands.scan(SEALS[1])
    hands.sees("Häkki 2 · Pysäytetty")
    hands.press("F5")
    hands.scan(SEALS[0])
    hands.sees("Häkki 1 · Avattu")
    hands.press("F10")

    hands.come(door.people.first)
    hands.sees("Sinetti ei täsmää", "Häkki on pysäytetty. Päätä, otetaanko se vastaan.")
    hands.go("intake")
    hands.pick("Muuta", "Erä", "Sinetit", "Otetaan vastaan")
    hands.sees("Kirjoita ensin, miksi.")
    hands.write("Miksi?", "Kuljettaja vaihtoi sinetin")
    hands.pick("Otetaan vastaan")
    hands.sees("Häkki 2 · Tullut")
    hands.press("F5")
    hands.scan(wrong)
    hands.sees("Häkki 2 · Avattu")
    hands.press("F10")


def close(door: Door, *reasons: str) -> str:
    """Close the lot as the supervisor at the desk, with a reason by its key for each row."""
    hands = door.hands
    hands.go("intake")
    hands.pick("Sulje erä")
    if reasons:
        assert "ilman syytä" in hands.refused("F10")
        hands.press(*reasons)
    hands.press("F10")
    hands.sees("on valmis")
    assert door.details().lot.state == "closed"
    return door.paper("lot_receipt")


def comes_later(door: Door, sender: str, serial: str) -> None:
    """Let what was missing turn up in another lot: it is linked, and the closed lot stays."""
    hands, closed, before = door.hands, door.lot, door.counts()
    hands.pick("Avaa erä")
    hands.write("Lähettäjä", sender)
    hands.press("F10")
    hands.sees("on auki")
    hands.come(door.people.worker)
    hands.go("intake")
    hands.press("F2")
    hands.scan(serial)
    hands.scan(door.roll())
    hands.pick("Pöytäkone")
    hands.sees(f"Puuttui erästä {short(closed)}. Liitetty.")
    hands.come(door.people.first)
    hands.go("intake")
    hands.pick("Muuta", "Erä", "Täsmäytys", f"{short(closed)} · {sender} · 1 tuli myöhemmin")
    hands.sees("on valmis")
    paper = door.paper("reconciliation")
    assert serial in paper
    assert "tulimyöhemmin" in paper
    assert door.counts() == before, "what comes later does not reopen the lot"


def stop_in_the_middle(door: Door) -> None:
    """A maker sees a swollen battery with a device at hand: STOP until a supervisor comes."""
    hands = door.hands
    hands.scan(STOP_CARD)
    hands.sees("STOP")
    hands.scan(door.people.worker.person)
    assert hands.window.shell.gate.stop_screen is not None
    hands.scan(door.people.first.person)
    hands.scan(PIN)
    hands.sees("Miten pysäytys päättyi?", "Akku on turvonnut")
    hands.write("Mitä tehtiin?", "akku irrotettu")
    hands.press("F10")
    hands.sees("Pysäytys on päättynyt")
    hands.come(door.people.worker)
    hands.sees("Liimaa uusi tarra ja lue se", "Löytyi luettelosta")


def labels_go_to(door: Door, port: int) -> None:
    """Choose a label printer in the network, as the supervisor at the desk."""
    hands = door.hands
    hands.go("labels")
    hands.pick("Toinen tulostin")
    hands.choose("Yhteystapa", "Tarratulostin verkossa")
    hands.fill({"Millä nimellä kutsutte sitä": "Ovi", "Osoite": "127.0.0.1", "Portti": str(port)})
    hands.press("F10")
    hands.sees("Tarrat menevät nyt: Ovi")


def waiting(door: Door) -> list[str]:
    """Return the codes of the labels that wait for their printer."""
    return [one.code for one in labels.waiting(door.hands.desk, door.people.worker)]


def the_rest_by_bursts(door: Door, serials: list[str], missing: str) -> None:
    """Receive what is left of the form but one, monitors under a type that stays."""
    hands = door.hands
    # Monitors are no device of which the catalogue alone is believed that it holds no data.
    hands.pick("Muuta", "Laitetyyppi", "Näyttö")
    door.burst("CN0GJC1P7444SBTFDAP", "CNK902S5R9")
    hands.pick("Muuta", "Laitetyyppi")
    hands.answer("Ei mikään")
    left = [one for one in serials if one not in {*door.serials(), "PHCGJ8A3SA", missing}]
    door.burst(*left)
    # The list has this row twice; the machine comes once.
    hands.scan("CND921334Y")
    hands.sees("On jo täällä")
    assert door.counts() == (23, 22, 0, 1)


@given
def test_a_hundred_and_twenty_in_sealed_cages(hands: Hands) -> None:
    name = "sote_poistot_2026-11.csv"
    door, people = Door(hands), hands.window.workshop
    serials = told(name)["serials"]
    hands.come(people.first)
    door.announce(SENDER, LISTS / name, "23.11.2026", *SEALS)
    read_seals(door, "0099999")
    hands.come(people.worker)
    hands.go("intake")
    # Every sticker in any order; which of the two cages is asked once.
    hands.scan("HKI-0092511", "00:1A:2B:3C:4D:5E", "CND70540UN")
    hands.sees("Mistä häkistä laitteet tulevat?", "Verkko-osoite ohitettu")
    hands.press("F2")
    hands.sees("Löytyi luettelosta", "Verkko-osoite ohitettu")
    hands.scan(door.roll())
    hands.sees("vastaanotettu", "HP EliteDesk 800 G4 SFF")
    rest = [one for one in serials if one != "CND70540UN"]
    # The label first, then the machine; once more, it is here already.
    hands.scan(door.roll(), rest[0], rest[0])
    hands.sees("On jo täällä", "SD 5002")
    hands.scan("5CG1234XYZ")
    hands.sees("Ei luettelossa")
    hands.scan(door.roll())
    hands.pick("Pöytäkone")
    hands.sees("Ei luettelossa: sininen vaunu")
    door.burst(*rest[1:50], rest[7], rest[8])
    hands.scan("Häkki 2")
    hands.sees("Häkki | Häkki 2")
    hands.come(people.first)
    hands.go("intake")
    paper = door.receipt()
    assert "Väliaikainen" in paper
    assert all(one in paper for one in ("CND70540UN", *rest[:50], "5CG1234XYZ"))
    came, missing = paper.split("Eivätolevielätulleet")
    assert rest[49] in came
    assert rest[49] not in missing
    assert rest[50] not in came
    assert rest[50] in missing
    hands.come(people.worker)
    hands.go("intake")
    door.burst(*rest[50:-2])
    assert door.counts() == (120, 119, 1, 2)

    hands.come(people.first)
    paper = close(door, "F7", "F2", "F2")
    assert all(one in paper for one in (*serials, "5CG1234XYZ"))
    assert "Väliaikainen" not in paper
    assert sorted((*serials[:-2], "5CG1234XYZ")) == door.serials()
    assert door.listed() == sorted(serials)
    comes_later(door, SENDER, serials[-1])
    steps.intact(hands)


@given
def test_a_form_without_types_and_many_alike(hands: Hands) -> None:
    name = "lomake_kirjasto.xlsx"
    door, people = Door(hands), hands.window.workshop
    found = told(name)
    serials = found["serials"]
    hands.come(people.first)
    door.open("Kaupunginkirjasto", LISTS / name)
    hands.come(people.worker)
    hands.go("intake")
    hands.scan("CN00DFRM7444TYSM9LB", door.roll())
    hands.pick("Näyttö")
    hands.press("F5")
    alike = ["CN0E25JB74448HNEHD7", "CN0680JA74442FJVXH5", "CN05TWGL7444JRT26MD"]
    door.burst(*alike)
    hands.press("F5")
    hands.scan("CND833UVVX")
    stop_in_the_middle(door)
    hands.scan(door.roll())
    # Too quick: taken back, and received anew under another label.
    hands.press("F9")
    hands.sees("Peruutettu")
    door.take("CND833UVVX")
    # A sticker that nobody can read: its reason, and the inventory number finds the row.
    hands.press("F7")
    hands.pick("Sarjanumeroa ei voi lukea")
    door.take("88016")
    for serial, word in (
        ("MDLTC9F", "Pöytäkone"),
        ("CNK726GAAD", "Näyttö"),
        ("R9ABF0EE", "Pöytäkone"),
    ):
        hands.scan(serial, door.roll())
        hands.pick(word)
        hands.sees("vastaanotettu")
    the_rest_by_bursts(door, serials, missing="CND6340845")
    hands.press("F6")
    hands.pick("Monta samaa laatikossa", "Laturi", "+10", "+1", "Tallenna")
    hands.sees("Laturi: 11")
    hands.pick("Valmis")
    hands.come(people.first)
    hands.go("intake")
    hands.pick("Muuta", "Erä", "Laske luettelon rivit")
    hands.write("HIIRIÄ JA NÄPPÄIMISTÖJÄ, LAATIKKO", "24")
    hands.press("F10")
    hands.sees("Rivi 31: 24 / 24")
    assert [line.counted for line in door.details().many] == found["quantities"]
    paper = close(door, "F3")
    assert all(one in paper for one in serials)
    # The printer's number nobody could read; the list tells it, and why it was not read is kept.
    assert door.serials() == sorted(one for one in serials if one != "CND6340845")
    assert door.listed() == sorted(serials)
    assert waiting(door) == []
    steps.intact(hands)


@given
def test_labels_that_are_wrong_and_a_printer_whose_cable_is_pulled(hands: Hands) -> None:
    name = "poistolista_koulu.xlsx"
    door, people = Door(hands), hands.window.workshop
    serials = told(name)["serials"]
    port = free_port()
    hands.come(people.first)
    labels_go_to(door, port)
    door.open("Koulu", LISTS / name)
    hands.come(people.worker)
    hands.go("intake")
    first = door.take(serials[0])
    second = door.take(serials[1])
    # A label that stands on a device already, one of a disk, then the right one.
    hands.scan(serials[2], first)
    hands.sees("Tarra kuuluu toiselle laitteelle.", "Ota uusi tarra.")
    hands.scan(make_code(CodeKind.MEDIUM, 7))
    hands.sees("Tämä ei ole laitteen tarra.")
    third = door.roll()
    hands.scan(third)
    hands.sees(f"{short(third)} vastaanotettu")
    # Two labels changed places, and the printer's cable is pulled.
    hands.pick("Muuta", "Tarra väärässä laitteessa", "Aloita alusta")
    hands.scan(second, serials[0])
    hands.sees("Irrota väärä tarra.")
    hands.press("F10")
    hands.sees("1 tarra odottaa tulostinta", "ei ota tarraa vastaan")
    assert waiting(door) == [second]
    hands.scan(serials[2])
    hands.sees("On jo täällä")
    with plugged_in(port, 2) as printer:
        hands.scan(DAMAGED)
    assert waiting(door) == []
    assert all(one.encode() in printer.got for one in (second, third))
    hands.come(people.first)
    hands.go("intake")
    hands.scan(serials[3])
    with plugged_in(port, 1) as printer:
        hands.pick("Tallenna ja tulosta")
    hands.come(people.worker)
    hands.go("intake")
    door.burst(*serials[4:])
    assert door.counts() == (48, 48, 0, 0)
    hands.come(people.first)
    paper = close(door)
    assert all(one in paper for one in serials)
    assert door.serials() == sorted(serials) == door.listed()
    steps.intact(hands)


@given
def test_phones_by_their_imei_and_a_row_that_names_none(hands: Hands) -> None:
    name = "puhelimet_mdm.csv"
    door, people = Door(hands), hands.window.workshop
    found = told(name)
    hands.come(people.first)
    door.open("Kotihoito", LISTS / name, identify=True)
    hands.come(people.worker)
    hands.go("intake")
    door.burst(*found["imeis"])
    hands.sees("29 | / 30")
    # The row whose number a spreadsheet has ruined names no phone: this one comes beside it.
    hands.scan("354672110000120")
    hands.sees("Ei luettelossa")
    hands.scan(door.roll())
    hands.sees("sininen vaunu")
    assert door.counts() == (30, 30, 1, 1)
    hands.come(people.first)
    paper = close(door, "F5", "F2")
    assert all(one in paper for one in (*door.named(), "354672110000120"))
    assert {*found["serials"], "356938038506490"} <= set(door.named())
    assert [one for one in door.serials() if one] == sorted(found["serials"])
    assert door.imeis() == sorted((*found["imeis"], "354672110000120"))
    # Who used a phone stands nowhere.
    for never in found["never"]:
        assert never not in paper
    steps.intact(hands)


def test_a_short_list_in_cages(hands: Hands, tmp_path: Path) -> None:
    manifest = tmp_path / "lista.csv"
    manifest.write_text(OWN, encoding="utf-8")
    door, people = Door(hands), hands.window.workshop
    port = free_port()
    hands.come(people.first)
    labels_go_to(door, port)
    door.announce(SENDER, manifest, "23.11.2026", *SEALS)
    read_seals(door, "0099999")
    hands.come(people.worker)
    hands.go("intake")
    hands.scan("PF2ABC00")
    hands.pick("Häkki 1")
    hands.scan(door.roll())
    hands.sees("vastaanotettu")
    hands.scan("PF2ABC00")
    hands.sees("On jo täällä")
    hands.scan(DAMAGED)
    assert len(waiting(door)) == 1
    hands.sees("1 tarra odottaa tulostinta")
    hands.come(people.first)
    hands.go("labels")
    with plugged_in(port, 1):
        hands.press("F10")
    assert waiting(door) == []
    hands.go("intake")
    assert "PF2ABC00" in door.receipt()
    hands.come(people.worker)
    hands.go("intake")
    door.take("PF2ABC01")
    hands.scan("5CG1234XYZ", door.roll())
    hands.pick("Kannettava")
    assert door.counts() == (3, 3, 1, 1)
    hands.come(people.first)
    hands.go("intake")
    paper = close(door, "F2", "F2")
    assert all(one in paper for one in ("PF2ABC00", "PF2ABC01", "PF2ABC02", "5CG1234XYZ"))
    comes_later(door, SENDER, "PF2ABC02")
    steps.intact(hands)
