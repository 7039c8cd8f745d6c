from __future__ import annotations

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
        code = insert_device(
            desk, cli.person, lot, type="desktop", model="OptiPlex", serial="D1"
        ).code
    cli("decide", code, "dismantle", "--reason", "ei käynnisty")
    return code


def test_a_desktop_to_grams(cli: Cli, device: str) -> None:
    (line,) = cli("dismantle", "list").document["devices"]
    assert (line["code"], line["begun"]) == (device, None)
    begun = cli("dismantle", "start", device, "--weight", "8430").document
    assert (begun["guide"], begun["next"]) == ("desktop", "power_off")
    assert begun["balance"]["weight_in_g"] == 8430
    assert cli("dismantle", "put", device, "AS1", "--weight", "5").code == "container_unknown"
    for step in ("power_off", "battery"):
        cli("dismantle", "step", device, step)
    undone = cli("dismantle", "step", device, "battery", "--undo").document
    assert undone["next"] == "battery"
    cli("dismantle", "step", device, "battery")
    medium = cli("dismantle", "medium", device, "W1", "--kind", "ssd", "--weight", "600").document
    assert medium["medium"].startswith("LV")
    assert cli("dismantle", "step", device, "media").status == 0
    cli("dismantle", "step", device, "power_supply", "--none")
    words = ("dismantle", "part", device, "memory", "--weight", "20", "--specification", "8 GB")
    part = cli(*words).document
    assert (part["type"], part["balance"]["parts_g"]) == ("memory", 20)
    assert cli("dismantle", "back", device, part["part"]).document["balance"]["parts_g"] == 0
    part = cli(*words).document
    iron = cli("container", "open", "ferrous", "--tare", "900").document["container"]
    put = cli("dismantle", "put", device, iron, "--weight", "7800").document
    assert (put["fraction"], put["balance"]["remainder_g"]) == ("ferrous", 10)
    assert cli("dismantle", "undo", device).document["balance"]["fractions_g"] == 0
    cli("dismantle", "put", device, iron, "--weight", "7700")
    for step in ("parts", "fractions"):
        cli("dismantle", "step", device, step)
    early = cli("dismantle", "finish", device)
    assert (early.status, early.code) == (1, "dismantling_left_over")
    assert "Jäikö pöydälle" in cli("dismantle", "finish", device, as_json=False).err
    shown = cli("dismantle", "show", device).document
    assert [one["result"] for one in shown["steps"]].count("done") == 6
    assert shown["expected"]["ferrous"] == 5648
    done = cli("dismantle", "finish", device, "--reason", "ruuvit hukassa").document
    assert done["balance"]["remainder_g"] == 110
    found = cli("dismantle", "balance").document
    assert (found["weight_in_g"], found["parts_g"], found["media_g"]) == (8430, 20, 600)
    assert found["fractions"] == {"ferrous": 7700}
    assert cli("dismantle", "balance", "--month", "1999-01").document["devices"] == []
    assert cli("dismantle", "balance", "--model", "opti plex").document == found
    assert cli("dismantle", "balance", "--month", "tammi").status == 2
    said = cli("dismantle", "show", device, as_json=False).out
    assert "Puuttuu" in said
    texts = [line["text"] for line in cli("device", "show", device).document["timeline"]]
    assert "Purku aloitettiin" in texts
    assert "Laite purettiin: sisään 8430 g, jäi 110 g" in texts


def test_a_weight_is_grams_or_the_scale(cli: Cli, device: str) -> None:
    wrong = cli("dismantle", "start", device, "--weight", "8,4")
    assert (wrong.status, wrong.code) == (2, "scale_number")
    none = cli("dismantle", "start", device, "--weight", "scale")
    assert (none.status, none.code) == (1, "scale_missing")
    assert cli("dismantle", "list").document["devices"][0]["begun"] is None


def test_what_is_whole_is_cancelled(cli: Cli, device: str) -> None:
    cli("dismantle", "start", device)
    assert cli("dismantle", "show", device).document["balance"]["verdict"] == "unweighed"
    cli("dismantle", "weigh", device, "--weight", "8000")
    done = cli("dismantle", "cancel", device, "--reason", "menee korjaukseen").document
    assert done["state"] == "received"
    assert cli("dismantle", "balance").document["devices"] == []


def test_a_swollen_battery(cli: Cli, device: str) -> None:
    cli("stop", "raise", "swollen_battery", device)
    fire = cli("container", "open", "battery_lithium_damaged", "--tare", "900").document
    done = cli("dismantle", "battery", device, fire["container"], "--reason", "savuaa").document
    assert (done["weight_g"], done["state"]) == (None, "received")
    assert cli("stop", "list").document == []
