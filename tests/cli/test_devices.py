from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factories import insert_device, insert_lot
from serkut_desk import bootstrap

if TYPE_CHECKING:
    from cli.desk_cli import Cli


@pytest.fixture
def device(cli: Cli) -> str:
    with bootstrap.open_desk(cli.data) as desk:
        lot = insert_lot(desk, cli.person)
        return insert_device(desk, cli.person, lot, serial="PF2ABC12").code


def test_move_show_search_and_undo(cli: Cli, device: str) -> None:
    moved = cli("move", device, "Hylly 3").document
    assert (moved["name"], moved["made"], moved["devices"]) == ("Hylly 3", True, [device])
    shown = cli("device", "show", device.lower()).document
    assert (shown["device"], shown["state"]) == (device, "received")
    assert shown["record"]["place"] == "Hylly 3"
    assert shown["record"]["serial"] == "PF2ABC12"
    assert shown["media"] == shown["papers"] == []
    assert [line["tag"] for line in shown["timeline"]] == [
        "device:intake:received",
        "device:devices:moved",
    ]
    assert shown["timeline"][1]["text"] == "Siirrettiin paikkaan Hylly 3"
    assert cli("search", "pf2", "abc12").document["device"] == device
    assert cli("search", "nothing", "like", "it").document["devices"] == []
    assert cli("place", "list").document == [
        {"place": moved["place"], "name": "Hylly 3", "devices": 1}
    ]
    undone = cli("undo").document
    assert (undone["undone"], undone["devices"]) == ("device:devices:moved", [device])
    cli("move", device, "Hylly 3")
    assert cli("undo", as_json=False).out == f"Siirto peruutettiin: {device}.\n"
    assert cli("device", "show", device).document["record"]["place"] is None


def test_show_in_words(cli: Cli, device: str) -> None:
    shown = cli("device", "show", device, as_json=False)
    assert "Otettiin vastaan" in shown.out
    assert "Kirjaa joka väline" in shown.out


def test_a_stop_needs_no_badge(cli: Cli, device: str) -> None:
    raised = cli("stop", "raise", "swollen_battery", person="")
    assert raised.status == 0
    assert raised.document["device"] is None
    named = cli("stop", "raise", "swollen_battery", device).document
    assert named["device"] == device
    assert [one["device"] for one in cli("stop", "list").document] == [device]
    refused = cli("move", "SD1", "Hylly")
    assert (refused.status, refused.code) == (1, "device_unknown")
    released = cli("stop", "release", named["stop"], "--reason", "akku pois", "--place", "Laatikko")
    assert released.status == 0
    assert cli("stop", "list").document == []
    again = cli("stop", "raise", "leaking_battery", person="").document["stop"]
    words = ("stop", "release", again, "--reason", "akku pois", "--place", "Laatikko")
    said = cli(*words, as_json=False).out
    assert said == f"Pysäytys {again} on purettu: Vaara on ohi, akku on paikassaan.\n"
    kinds = {one["kind"]: one for one in cli("stop", "kinds").document}
    assert kinds["glass"]["outcomes"] == ["cleaned_up", "cleaned_hurt", "no_glass"]
    assert "Lasiastia" in cli("stop", "kinds", as_json=False).out
    glass = cli("stop", "raise", "glass").document["stop"]
    ended = cli("stop", "release", glass, "--outcome", "no_glass").document
    assert ended == {"stop": glass, "released": True, "outcome": "no_glass"}


def test_correct(cli: Cli, device: str) -> None:
    made = cli("device", "correct", device, "--reason", "luettu väärin", "--serial", "pf2abc13")
    assert made.document["serial"] == "PF2ABC13"


def test_labels(cli: Cli, device: str) -> None:
    job = cli("labels", "reprint", device, "--reason", "repesi").document["job"]
    assert [one["job"] for one in cli("labels", "list").document] == [job]
    (printed,) = cli("labels", "print").document["printed"]
    assert Path(printed["path"]).read_bytes().startswith(b"%PDF")
    other = cli("labels", "reprint", device, "--reason", "repesi").document["job"]
    assert cli("labels", "cancel", other).document == {"job": other, "cancelled": True}
    said = cli("labels", "reprint", device, "--reason", "repesi", as_json=False).out
    assert said == f"Tarra {device} odottaa jonossa numerolla {other + 1}.\n"
    said = cli("labels", "cancel", other + 1, as_json=False).out
    assert said == f"Tarra {other + 1} on poistettu jonosta.\n"
    roll = cli("labels", "roll", 2).document
    assert len(roll["codes"]) == 2
    assert Path(roll["path"]).is_file()
    cards = Path(cli("labels", "cards").document["path"])
    assert cards.name == "command-cards-fi.pdf"
    assert cards.read_bytes().startswith(b"%PDF")


def test_a_printer_that_cannot_print_is_status_3_and_the_label_waits(cli: Cli, device: str) -> None:
    made = cli("labels", "printer", "set", "Dymo", "--kind", "system").document
    assert made["default"] == "Dymo"
    cli("labels", "reprint", device, "--reason", "repesi")
    held = cli("labels", "print")
    assert held.status == 3
    assert held.document["held"][0]["code"] == "printer_needs_window"
    assert "tulostaa vain ohjelman ikkunasta" in cli("labels", "list", as_json=False).out
    assert cli("labels", "printer", "remove", "Dymo").document["default"] == "pdf"
    assert cli("labels", "print").status == 0
    assert [one["name"] for one in cli("labels", "printer", "list").document["known"]] == ["pdf"]


def test_places_are_made_once(cli: Cli) -> None:
    assert cli("place", "add", "Hylly 1").document["name"] == "Hylly 1"
    again = cli("place", "add", "hylly1")
    assert (again.status, again.code) == (1, "place_exists")
