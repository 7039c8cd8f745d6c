"""`snapshot` from the stick to the record, as a script uses it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from serkut_desk import shipped
from stations.snapshots.machines import Drive, Machine

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli


def test_from_the_stick_to_the_record(cli: Cli, tmp_path: Path) -> None:
    lot = cli("lot", "open", "--from", "Kasvatus ja koulutus").document["lot"]
    made = cli("intake", lot, "--scan", "PF1ABC23", "--type", "laptop").document["device"]
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "machine.json").write_bytes(Machine().data())
    (stick / "other.json").write_bytes(
        Machine(serial="PF7", board="", uuid="", drives=(Drive("S77"),)).data()
    )
    (stick / "readme.txt").write_text("Lue tämä ensin")
    done = cli("snapshot", "import", stick)
    assert done.status == 1  # one of them is no list
    files = {one["file"].rpartition("/")[2]: one for one in done.document["files"]}
    assert files["machine.json"]["outcome"] == "matched"
    assert files["machine.json"]["device"] == made
    assert files["other.json"]["outcome"] == "unknown"
    assert files["readme.txt"]["error"].startswith("snapshot_")

    number = files["machine.json"]["snapshot"]
    listed = cli("snapshot", "list").document
    assert {one["number"] for one in listed} == {one["snapshot"] for one in files.values()} - {None}
    shown = cli("snapshot", "show", number).document
    by_what = {one["what"]: one for one in shown["lines"]}
    assert by_what["model"]["state"] == "new"
    assert by_what["medium"]["state"] == "proposed"
    said = cli("snapshot", "show", number, as_json=False).out
    assert "8 Gt (8 DDR4)" in said
    assert "83 % jäljellä, 412 latausta" in said
    assert "S3PTNX0K100017" in said

    taken = cli("snapshot", "apply", number, "--take", "all").document
    assert taken["device"] == made
    assert len(taken["accepted"]) == 1
    other = files["other.json"]["snapshot"]
    assert cli("snapshot", "match", other, made).status == 2  # no number names it: why?
    matched = cli("snapshot", "match", other, made, "--reason", "Label was unreadable").document
    assert matched["outcome"] == "matched"
    aside = cli("snapshot", "set-aside", other, "--reason", "Wrong machine").document
    assert (aside["outcome"], aside["device"]) == ("set_aside", None)
    assert cli("snapshot", "list").document == []
    assert len(cli("snapshot", "list", "--all").document) == 2
    assert cli("journal", "verify").status == 0
    the_collector_goes_onto_a_stick(cli, tmp_path)


def the_collector_goes_onto_a_stick(cli: Cli, tmp_path: Path) -> None:
    """Copy it, and over nothing but an older one."""
    copied = cli("snapshot", "collector", "--to", tmp_path).document["path"]
    target = tmp_path / "serkut-collect"
    assert copied == str(target)
    assert target.read_bytes() == shipped.resource("collector", "serkut-collect").read_bytes()
    assert os.access(target, os.X_OK)
    # A newer one goes over an older one, but over nothing else.
    assert cli("snapshot", "collector", "--to", tmp_path).status == 0
    target.unlink()
    target.write_text("a letter")
    assert cli("snapshot", "collector", "--to", tmp_path).status == 1
    assert target.read_text() == "a letter"
    assert cli("snapshot", "collector", "--to", tmp_path / "nowhere").status == 3
