"""`photo`, `lot things`, `device accessory` and `device weigh` as a script uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pictures import jpeg, opened

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli


@pytest.fixture
def lot(cli: Cli) -> str:
    """Open a lot with one device in it."""
    code: str = cli("lot", "open", "--from", "Kirjasto").document["lot"]
    cli("intake", code, "--scan", "PF1ABC23", "--type", "laptop")
    return code


def device(cli: Cli) -> str:
    found: str = cli("search", "PF1ABC23").document["devices"][0]["code"]
    return found


def test_a_photograph_from_its_file_to_its_removal(cli: Cli, lot: str, tmp_path: Path) -> None:
    camera, out = tmp_path / "IMG_1.jpg", tmp_path / "out.jpg"
    camera.write_bytes(jpeg((120, 80)))
    added = cli("photo", "add", device(cli), camera, "--purpose", "damage").document
    assert (added["new"], added["photo"]["purpose"]) == (True, "damage")
    assert "source_digest" not in added["photo"]
    again = cli("photo", "add", device(cli), camera).document
    assert (again["new"], again["photo"]) == (False, added["photo"])
    number = added["photo"]["id"]
    assert cli("photo", "list", device(cli)).document == [added["photo"]]
    cli("photo", "export", number, "--out", out)
    assert opened(out.read_bytes()).size == (120, 80)
    assert cli("photo", "remove", number).document["photo"]["id"] == number
    assert cli("photo", "list", device(cli)).document == []
    gone = cli("photo", "export", number, "--out", out)
    assert (gone.status, gone.code) == (1, "photo_removed")
    nothing = cli("photo", "add", lot, tmp_path / "none.jpg")
    assert (nothing.status, nothing.code) == (3, "photo_file_unread")
    (tmp_path / "x.heic").write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 20)
    assert cli("photo", "add", lot, tmp_path / "x.heic").code == "photo_heic"


def test_things_of_a_lot(cli: Cli, lot: str) -> None:
    kinds = cli("lot", "things", "kinds").document
    assert (kinds[1]["key"], kinds[1]["card"]) == ("mouse", "KO0000020232")
    line = cli("lot", "things", "add", lot, "mouse", "--count", 24, "--weight", 2150).document
    assert line["total"] == {"kind": "mouse", "count": 24, "weight_g": 2150}
    cli("lot", "things", "add", lot, "mouse", "--count", 6)
    listed = cli("lot", "things", "list", lot).document
    assert listed["sums"] == [{"kind": "mouse", "count": 30, "weight_g": 2150}]
    undone = cli("lot", "things", "undo", line["line"]["id"]).document
    assert undone["total"] == {"kind": "mouse", "count": 6, "weight_g": None}
    assert "Hiiri" in cli("lot", "things", "list", lot, as_json=False).out
    assert cli("lot", "things", "add", lot, "mouse").code == "things_nothing"


def test_what_belongs_to_a_device_and_what_it_weighs(cli: Cli, lot: str) -> None:
    del lot
    code = device(cli)
    made = cli("device", "accessory", "add", code, "charger", "--note", "65 W").document
    assert cli("device", "accessory", "list", code).document == [made["accessory"]]
    cli("device", "accessory", "undo", made["accessory"]["id"])
    assert cli("device", "accessory", "list", code).document == []
    weighed = cli("device", "weigh", code, "--weight", 1623).document
    assert (weighed["weight_g"], weighed["before_g"], weighed["weighed"]) == (1623, None, "key")
    assert cli("device", "weigh", code, "--scale").code == "scale_missing"
    assert cli("device", "show", code).document["record"]["weight_g"] == 1623
