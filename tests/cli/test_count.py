from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factories import insert_device, insert_lot
from serkut_desk import bootstrap

if TYPE_CHECKING:
    from cli.desk_cli import Cli


@pytest.fixture
def devices(cli: Cli) -> list[str]:
    """Two laptops and a monitor on one shelf."""
    with bootstrap.open_desk(cli.data) as desk:
        lot = insert_lot(desk, cli.person)
        made = [insert_device(desk, cli.person, lot, serial=f"PF2ABC1{n}").code for n in range(2)]
        made.append(insert_device(desk, cli.person, lot, serial="CN1", type="monitor").code)
    cli("move", *made, "Hylly 3")
    return made


def test_a_place_is_counted(cli: Cli, devices: list[str]) -> None:
    opened = cli("count", "open", "Hylly 3").document
    assert (opened["begun"], opened["counted"], opened["expected"]) == (True, 0, 3)
    done = cli("count", "scan", "Hylly 3", devices[0], "PF2ABC11", "ZZZ").document
    assert [one["seen"] for one in done["scans"]] == ["found", "found", "unknown"]
    assert (done["counted"], done["expected"]) == (2, 3)
    assert cli("count", "list", as_json=False).out.endswith("Hylly 3  2/3\n")
    shown = cli("count", "show", "Hylly 3").document
    assert [one["code"] for one in shown["unseen"]] == [devices[2]]
    refused = cli("count", "close", "Hylly 3")
    assert (refused.status, refused.code) == (1, "count_devices_missing")
    closed = cli("count", "close", "Hylly 3", "--missing", "1").document
    assert (closed["missing"], closed["with_data"]) == ([devices[2]], [])
    assert cli("device", "show", devices[2]).document["state"] == "missing"
    assert "Ei tietoja" in cli("count", "missing", as_json=False).out
    found = cli("count", "found", devices[2], "--place", "Hylly 3", "--note", "kaapissa").document
    assert (found["state"], found["reopened"], found["pdf"]) == ("waiting_grade", False, None)


def test_what_bears_data_is_closed_by_two(
    cli: Cli, devices: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = cli("people", "add", "--role", "supervisor", "--name", "TJ2").document["person"]
    monkeypatch.setenv("SERKUT_SECOND_PIN", "1234")
    laptop = devices[0]
    missed = cli("count", "report", laptop, "--circumstances", "ei häkissä").document
    assert missed == {"device": laptop, "bears_data": True, "told": ""}
    lost = ("count", "lost", laptop, "--note", "ei löydy", "--second", second)
    assert cli(*lost).code == "incident_not_told"
    assert cli("count", "told", laptop, "tietosuojavastaava").document["told"] == (
        "tietosuojavastaava"
    )
    paper = cli("count", "paper", laptop, "--out", tmp_path / "p").document
    assert Path(paper["pdf"]).read_bytes().startswith(b"%PDF")
    assert cli(*lost[:-2]).code == "second_supervisor_needed"
    done = cli(*lost, "--out", tmp_path / "p").document
    assert (done["outcome"], done["state"]) == ("lost", "missing")
    assert Path(done["pdf"]).name == f"{done['paper']}.pdf"
    back = ("count", "found", laptop, "--place", "Hylly 3", "--note", "palautettiin")
    assert cli(*back).code == "second_supervisor_needed"
    assert cli(*back, "--second", second).document["reopened"] is True
