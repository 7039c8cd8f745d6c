"""`install` at the command line."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from cli.desk_cli import Cli
from stations.certificates.counter import new_seal
from stations.installation.bench_hands import LAPTOP_WELL, BenchHands

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop

MINT = "Mint työpöytä"


@pytest.fixture
def hands(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BenchHands:
    """Give a workshop with two laptops on the shelf."""
    monkeypatch.setenv("SERKUT_PIN", "4711")
    folder = tmp_path / "stick"
    folder.mkdir()
    return BenchHands(workshop, folder, seal=new_seal(workshop))


@pytest.fixture
def cli(hands: BenchHands, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Cli:
    """Give the program as the first supervisor, with one image added."""
    made = Cli(hands.workshop.desk.folder.root, capsys, hands.boss.person)
    # The clock of the tests stands in another time.
    assert made("place", "add", "Hylly 1").status == 0
    made("clock", "confirm")
    file = tmp_path / "mint.iso"
    file.write_bytes(b"mint")
    system = ("--system", "linux mint", "--version", "22.2", "--edition", "Cinnamon")
    added = made("install", "image", "add", MINT, *system, "--file", file)
    assert added.status == 0, added.err
    assert added.document["sha256"] == hashlib.sha256(b"mint").hexdigest()
    assert (added.document["system"], added.document["file_name"]) == ("Linux Mint", "mint.iso")
    return made


def test_images_and_what_models_prefer(cli: Cli) -> None:
    preferred = ("install", "image", "prefer", "ThinkPad T480", "--manufacturer", "Lenovo")
    assert cli(*preferred, "--image", MINT.upper()).document["image"] == MINT
    listed = cli("install", "image", "list").document
    assert [one["image"] for one in listed["images"]] == [MINT]
    assert listed["preferred"] == [
        {"manufacturer": "Lenovo", "model": "ThinkPad T480", "image": MINT}
    ]
    said = cli("install", "image", "list", as_json=False).out
    assert "Linux Mint 22.2 Cinnamon" in said
    assert cli(*preferred, "--none").document["image"] is None
    assert cli(*preferred).status == 2
    assert cli("install", "image", "retire", MINT).document["retired_at"] is not None
    assert cli("install", "image", "retire", MINT).code == "install_image_retired"
    key = "VK7JG-NPHTM-C97JM-9MPGT-3V66T"
    words = ("--system", "Windows", "--version", "11", "--sha256", "ab" * 32)
    refused = cli("install", "image", "add", key, *words)
    assert (refused.status, refused.code) == (1, "licence_key_not_kept")
    assert key not in refused.out + refused.err


def test_two_laptops_are_recorded_shown_and_ended(cli: Cli, hands: BenchHands) -> None:
    one, other = hands.laptop(1), hands.laptop(2)
    waiting = cli("install", "list", "--waiting").document
    assert [line["device"] for line in waiting] == [one.code, other.code]
    record = ("install", "record", one.code, other.serial, "--image", MINT)
    assert cli(*record).code == "install_tests_missing"
    assert cli(*record, "--test", "sound").code == "install_test_form"
    tests = ("--test", "updates=pass", "--test", f"{other.serial}:sound=fail")
    done = cli(*record, *tests, "--all-well").document["installations"]
    assert [(line["device"], line["passed"], line["failed"]) for line in done] == [
        (one.code, True, []),
        (other.code, False, ["sound"]),
    ]
    (shown,) = cli("install", "show", other.code).document
    assert (shown["version"], shown["results"]["sound"], shown["ended_at"]) == (
        "22.2",
        "fail",
        None,
    )
    assert "sound: vika" in cli("install", "show", other.code, as_json=False).out
    assert len(cli("install", "list").document) == 2
    assert (
        "Linux Mint 22.2 Cinnamon asennettu" in cli("device", "show", one.code, as_json=False).out
    )
    ended = cli("install", "end", one.code, "--reason", "levy rikki").document
    assert ended == {"device": one.code, "ended": "Linux Mint 22.2 Cinnamon"}
    assert cli("install", "show", one.code).document[0]["ended_reason"] == "levy rikki"
    assert cli("undo").status == 1


def test_an_installers_file(cli: Cli, hands: BenchHands, tmp_path: Path) -> None:
    device = hands.laptop(1)
    file = tmp_path / "tulos.json"
    said = {
        "format": "serkut-desk-install",
        "version": 1,
        "image": {"sha256": hashlib.sha256(b"mint").hexdigest()},
        "machines": [{"serial": device.serial, "tests": LAPTOP_WELL}],
    }
    file.write_text(json.dumps(said), encoding="utf-8")
    done = cli("install", "import", file).document
    assert [line["device"] for line in done["installations"]] == [device.code]
    assert cli("install", "import", file).document == {
        "installations": [],
        "already": [device.code],
    }
    assert cli("undo").document["devices"] == [device.code]
    file.write_text("{", encoding="utf-8")
    assert cli("install", "import", file).code == "install_result_wrong"
