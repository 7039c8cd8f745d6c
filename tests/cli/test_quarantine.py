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


def test_a_lock_from_report_to_release(cli: Cli, device: str, tmp_path: Path) -> None:
    done = cli("quarantine", "report", device, "mdm", "--note", "kysyy tiliä").document
    assert done == {"device": device, "lock": "mdm", "already": False}
    said = cli("quarantine", "report", device, "mdm", as_json=False).out
    assert said == f"{device} oli jo karanteenissa tästä syystä.\n"
    (line,) = cli("quarantine", "list").document
    assert (line["device"], line["step"], line["donor"]) == (
        device,
        "request",
        "Kasvatus ja koulutus",
    )
    assert "Pyydä vapautus" in cli("quarantine", "list", as_json=False).out
    early = cli("quarantine", "answer", device, "released", "--note", "x")
    assert (early.status, early.code) == (1, "release_not_requested")
    words = ("quarantine", "request", device, "--by", "7.12.2026", "--out", tmp_path / "out")
    asked = cli(*words).document
    assert asked["devices"] == [device]
    assert Path(asked["pdf"]).read_bytes().startswith(b"%PDF")
    assert Path(asked["sheet"]).read_bytes().startswith(b"PK")
    answered = cli("quarantine", "answer", device, "released", "--note", "tuki").document
    assert answered == {"device": device, "locks": ["mdm"], "answer": "released"}
    freed = cli("quarantine", "free", device, "--reason", "poistettu hallinnasta").document
    assert (freed["outcome"], freed["left"], freed["state"]) == ("freed", [], "received")
    assert cli("quarantine", "list").document == []
    shown = cli("device", "show", device).document
    assert [line["text"] for line in shown["timeline"]][1:] == [
        "Siirtyi karanteeniin: lukko tai epäily",
        f"Vapautusta pyydettiin: {asked['number']}",
        "Lähettäjän vastaus kirjattiin: tuki",
        "Karanteenin syy poistui: poistettu hallinnasta",
    ]


def test_stolen_goods_are_not_let_out_by_one(
    cli: Cli, device: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = cli("people", "add", "--role", "supervisor", "--name", "TJ2").document["person"]
    monkeypatch.setenv("SERKUT_SECOND_PIN", "1234")
    nothing = cli("quarantine", "report", device, "stolen")
    assert (nothing.status, nothing.code) == (2, "text_missing")
    cli("quarantine", "report", device, "stolen", "--note", "5500/R/1/26")
    apart = ("quarantine", "dismantle", device, "--reason", "x", "--second", second)
    assert cli(*apart).code == "stolen_not_released"
    cli("quarantine", "request", device)
    cli("quarantine", "answer", device, "released", "--note", "omistaja luopui")
    free = ("quarantine", "free", device, "--reason", "omistaja luopui")
    assert cli(*free).code == "second_supervisor_needed"
    assert cli(*free, "--second", cli.person).status == 1
    done = cli(*free, "--second", second, "--lock", "stolen")
    assert (done.status, done.document["locks"]) == (0, ["stolen"])
