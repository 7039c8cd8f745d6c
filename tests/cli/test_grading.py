from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from factories import insert_device, insert_lot
from serkut_desk import bootstrap

if TYPE_CHECKING:
    from cli.desk_cli import Cli


@pytest.fixture
def device(cli: Cli) -> str:
    with bootstrap.open_desk(cli.data) as desk:
        lot = insert_lot(desk, cli.person)
        return insert_device(desk, cli.person, lot, type="monitor", model="P2419H").code


def answer_all(cli: Cli, device: str) -> None:
    for check in cli("grade", "show", device).document["checks"]:
        if check["kind"] == "answer" and check["asked"] and not check["answered"]:
            assert cli("grade", "answer", device, check["check"], "pass").status == 0
    assert cli("grade", "clean", device).status == 0


def test_a_device_is_graded_and_decided(cli: Cli, device: str) -> None:
    words = ["unmarked=no", "not_at_50=yes", "not_at_20=no", "smooth=yes", "whole=yes"]
    kept = cli("grade", "zone", device, "bezel", *words).document
    assert (kept["answered"], kept["asked"], kept["stop"]) == (0, 15, None)
    assert cli("grade", "finish", device).code == "inspection_incomplete"
    answer_all(cli, device)
    done = cli("grade", "finish", device).document
    assert (done["grade"], done["functional"], done["state"]) == ("B", "ok", "waiting_decision")
    assert done["reasons"][0]["text"] == "Jälki näkyy 20 cm päästä: näytön reunat"
    assert done["like"] == {"looks": "C5", "function": "F4"}
    changed = cli("grade", "override", device, "C", "--reason", "katsottu uudelleen").document
    assert (changed["computed"], changed["grade"]) == ("B", "C")
    decided = cli("decide", device, "shelf", "--reason", "valmis").document
    assert decided["state"] == "on_shelf"
    shown = cli("grade", "show", device).document
    assert (shown["inspection"]["grade"], shown["inspection"]["override"]) == ("C", "C")
    assert shown["decision"]["reason"] == "valmis"
    (line,) = cli("grade", "list").document
    assert (line["device"], line["state"], line["grade"]) == (device, "on_shelf", "C")
    history = cli("grade", "history", device).document
    assert [one["checklist_version"] for one in history["inspections"]] == [1]


def test_the_same_in_words(cli: Cli, device: str) -> None:
    answer_all(cli, device)
    said = cli("grade", "finish", device, as_json=False).out
    assert said.splitlines() == [
        "A  Toimii",
        "  Ei jälkiä",
        "Vastaa R2-luokkia C6 / F4 (oma arvio)",
    ]
    shown = cli("grade", "show", device, as_json=False).out
    assert "Näyttö palaa tasaisesti" in shown
    assert device in cli("grade", "list", as_json=False).out
    assert "  A" in cli("grade", "history", device, as_json=False).out
    decided = cli("decide", device, "repair", "--reason", "nappi", as_json=False).out
    assert decided == f"{device}: Korjaukseen.\n"


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (("answer", "cord", "not_possible"), "reason_missing", 2),
        (("answer", "cord", "maybe"), "usage", 2),
        (("answer", "even", "not_fitted"), "check_always_fitted", 1),
        (("zone", "lid", "unmarked=yes"), "zone_unknown", 2),
        (("zone", "bezel", "unmarked"), "question_unknown", 2),
        (("measure", "cord", "5"), "check_not_answered_so", 2),
        (("override", "B", "--reason", "syy"), "not_graded", 1),
    ],
)
def test_what_makes_no_sense_is_refused(
    cli: Cli, device: str, words: tuple[Any, ...], code: str, status: int
) -> None:
    verb, *rest = words
    found = cli("grade", verb, device, *rest)
    assert (found.code, found.status) == (code, status)


def test_no_to_a_hazard_stops(cli: Cli, device: str) -> None:
    kept = cli("grade", "answer", device, "no_leak", "fail").document
    assert [one["stop"] for one in cli("stop", "list").document] == [kept["stop"]]
    told = cli("grade", "answer", device, "cord", "pass")
    assert told.code == "battery_hazard"


def test_an_advice_with_its_sources_and_a_harvest(cli: Cli, device: str) -> None:
    none = cli("advice", device).document
    assert (none["advised"], none["why"]["code"]) == (None, "unknown")
    answer_all(cli, device)
    cli("grade", "finish", device)
    found = cli("advice", device).document
    assert found["advised"] == "shelf"
    assert sorted(found["sources"]) == ["boavizta", "negaoctet"]
    assert "ODbL" in found["sources"]["boavizta"]
    ways = {one["way"]: one for one in found["options"]}
    assert list(ways) == ["shelf", "repair", "harvest", "dismantle"]
    assert ways["shelf"]["price_cents"] == {"value": 4500, "basis": "list", "count": 0}
    assert ways["shelf"]["kg_co2e"]["low"] < ways["shelf"]["kg_co2e"]["high"]
    assert ways["dismantle"]["price_cents"] is None
    assert all(len(one["reasons"]) == 3 for one in ways.values())
    said = cli("advice", device, as_json=False).out
    assert "* Hyllyyn  45,00\u00a0€  5 min" in said
    assert "Boavizta (ODbL)" in said
    decided = cli("decide", device, "harvest", "--reason", "osia tarvitaan").document
    assert decided["outcome"] == "dismantle"
    assert decided["plan"] == "harvest"
    assert decided["advised"] == "shelf"
    shown = cli("grade", "show", device).document["decision"]
    assert (shown["plan"], shown["advised"]) == ("harvest", "shelf")
