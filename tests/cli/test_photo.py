"""`photo`, `lot things`, `device accessory` and `device weigh` as a script uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pictures import jpeg, opened

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli


def test_pictures_things_and_weights(cli: Cli, tmp_path: Path) -> None:
    lot = cli("lot", "open", "--from", "Kirjasto").document["lot"]
    code = cli("intake", lot, "--scan", "PF1ABC23", "--type", "laptop").document["device"]

    camera, out = tmp_path / "IMG_1.jpg", tmp_path / "out.jpg"
    camera.write_bytes(jpeg((120, 80)))
    added = cli("photo", "add", code, camera, "--purpose", "damage").document
    assert (added["new"], added["photo"]["purpose"]) == (True, "damage")
    assert "source_digest" not in added["photo"]
    again = cli("photo", "add", code, camera).document
    assert (again["new"], again["photo"]) == (False, added["photo"])
    number = added["photo"]["id"]
    assert cli("photo", "list", code).document == [added["photo"]]
    cli("photo", "export", number, "--out", out)
    assert opened(out.read_bytes()).size == (120, 80)
    assert cli("photo", "remove", number).document["photo"]["id"] == number
    assert cli("photo", "list", code).document == []
    nothing = cli("photo", "add", lot, tmp_path / "none.jpg")
    assert (nothing.status, nothing.code) == (3, "photo_file_unread")

    kinds = cli("lot", "things", "kinds").document
    assert (kinds[1]["key"], kinds[1]["card"]) == ("mouse", "KO0000020232")
    line = cli("lot", "things", "add", lot, "mouse", "--count", 24, "--weight", 2150).document
    assert line["total"] == {"kind": "mouse", "count": 24, "weight_g": 2150}
    listed = cli("lot", "things", "list", lot).document
    assert listed["sums"] == [line["total"]]
    undone = cli("lot", "things", "undo", line["line"]["id"]).document
    assert undone["total"] == {"kind": "mouse", "count": 0, "weight_g": None}

    made = cli("device", "accessory", "add", code, "charger", "--note", "65 W").document
    assert cli("device", "accessory", "list", code).document == [made["accessory"]]
    cli("device", "accessory", "undo", made["accessory"]["id"])
    assert cli("device", "accessory", "list", code, as_json=False).out == "Ei tavaroita.\n"
    weighed = cli("device", "weigh", code, "--weight", 1623).document
    assert (weighed["weight_g"], weighed["before_g"], weighed["weighed"]) == (1623, None, "key")
    assert cli("device", "weigh", code, "--scale").code == "scale_missing"
