"""`return` on the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.desk_cli import Cli
from serkut_desk.domain.labels import day_text
from stations.certificates.counter import new_seal
from stations.returns.till import Till

if TYPE_CHECKING:
    from kit import Workshop


@pytest.fixture
def till(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Till:
    """Give a workshop that sells, in the program's own time."""
    monkeypatch.setenv("SERKUT_PIN", "4711")
    folder = tmp_path / "stick"
    folder.mkdir()
    workshop.clock.set_wall(datetime.now(UTC))
    made = Till(workshop, folder, seal=new_seal(workshop))
    made.know_seller()
    return made


@pytest.fixture
def cli(till: Till, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Give the program as the first supervisor of that workshop."""
    return Cli(till.workshop.desk.folder.root, capsys, till.boss.person)


def test_take_list_show_and_settle(cli: Cli, till: Till) -> None:
    device = till.device("MO1", type="monitor")
    handover = till.sell(device, cents=4998)
    taken = cli("return", "take", device.code, "--fault", "screen", "--note", "viiru")
    assert taken.status == 0, taken.out
    assert taken.document["return"] == "PAL-1"
    assert (taken.document["handover"], taken.document["in_warranty"]) == (handover, True)
    assert (taken.document["state"], taken.document["data_state"]) == ("waiting_grade", "no_media")
    listed = cli("return", "list").document["returns"]
    assert [(one["return"], one["fault"], one["note"]) for one in listed] == [
        ("PAL-1", "screen", "viiru")
    ]
    wrong = cli("return", "settle", "PAL-1", "refund", "--reason", "x", "--refund", "paljon")
    assert (wrong.status, wrong.code) == (2, "refund_no_sum")
    much = cli("return", "settle", "PAL-1", "refund", "--reason", "x", "--refund", "49,99")
    assert (much.status, much.code) == (1, "refund_too_much")
    done = cli("return", "settle", "PAL-1", "refund", "--reason", "ei korjata")
    if done.status == 1 and done.code == "paper_clock_doubted":
        assert cli("clock", "confirm").status == 0
        done = cli("return", "settle", "PAL-1", "refund", "--reason", "ei korjata")
    assert done.status == 0, done.out
    assert (done.document["refund_cents"], done.document["rounding_cents"]) == (4998, 2)
    assert done.document["credit"] == "HY-1"
    assert Path(done.document["file"]).read_bytes().startswith(b"%PDF")
    assert cli("return", "list").document == {"returns": []}
    assert len(cli("return", "list", "--all").document["returns"]) == 1
    shown = cli("return", "show", device.code)
    assert (shown.document["remedy"], shown.document["credit"]) == ("refund", "HY-1")


def test_the_lines_say_it_in_words(cli: Cli, till: Till) -> None:
    device = till.device("MO1", type="monitor")
    till.sell(device)
    taken = cli("return", "take", device.code, "--fault", "screen", as_json=False)
    assert taken.out.startswith("PAL-1  SD 1  ")
    lines = cli("return", "show", "pal-1", as_json=False).out.splitlines()
    today = day_text(till.workshop.clock.now().date())
    assert "Näyttö viallinen" in lines[0]
    assert "Takuu voimassa" in lines[1]
    assert today.split(".")[2] in lines[0]
    exchange = cli("return", "settle", "PAL-1", "exchange", "--reason", "uusi", as_json=False)
    if exchange.status != 0:
        assert cli("clock", "confirm").status == 0
        exchange = cli("return", "settle", "PAL-1", "exchange", "--reason", "uusi", as_json=False)
    assert "Vaihdetaan toiseen" in exchange.out
    assert "LU 2" in cli("return", "show", "PAL-1", as_json=False).out


def test_twice_is_refused_with_status_1(cli: Cli, till: Till) -> None:
    device = till.device("MO1", type="monitor")
    till.sell(device)
    assert cli("return", "take", device.code, "--fault", "screen").status == 0
    again = cli("return", "take", device.code, "--fault", "screen")
    assert (again.status, again.code) == (1, "return_already")
    maker = cli("return", "list", person=till.worker.person)
    assert maker.status == 1
