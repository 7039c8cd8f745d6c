"""Files that were brought in, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli


def test_files_are_listed_looked_at_settled_and_saved(cli: Cli, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    report = log(Drive("(S/N: unknown)"))
    (stick / "one.log").write_bytes(report)
    (stick / "two.log").write_bytes(report)
    (stick / "letter.txt").write_bytes(b"Dear all")
    done = cli("wipes", "import", stick)
    assert {one["file"].rsplit("/", 1)[-1]: one["place"] for one in done.document["files"]} == {
        "letter.txt": "unreadable",
        "one.log": "unknown_medium",
        "two.log": "duplicate",
    }
    assert "Tuntematon levy" in cli("wipes", "inbox", as_json=False).out
    listed = cli("evidence", "list", "--waiting").document
    assert [one["name"] for one in listed["files"]] == ["one.log", "letter.txt"]
    by_name = {one["name"]: one for one in listed["files"]}
    shown = cli("evidence", "show", by_name["one.log"]["number"]).document
    words = cli("evidence", "show", shown["number"], as_json=False).out
    assert "Lokissa ei ole levyn sarjanumeroa." in words
    (drive,) = shown["drives"]
    assert (drive["verdict"], drive["match"], drive["reasons"][0]) == (
        "PASSED",
        "unknown",
        "serial_missing",
    )
    assert cli("evidence", "candidates", drive["run"]).document == []
    letter = by_name["letter.txt"]["number"]
    assert cli("evidence", "again", letter).code == "still_unreadable"
    assert cli("evidence", "settle", letter).document == {"settled": 1}
    assert cli("evidence", "clock", drive["run"]).document == {"run": drive["run"], "drives": 1}
    target = tmp_path / "copy.log"
    saved = cli("evidence", "save", shown["sha256"][:12], target)
    assert saved.document["name"] == "one.log"
    assert target.read_bytes() == report
