"""`mapping` as a supervisor uses it: look, try, save, read, retire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interchange.test_supplier import GOOD, XML, table

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli

COLUMNS = (
    *("--column", "serial=Kiintolevyn sarjanumero"),
    *("--column", "technique=Menetelmä"),
    *("--column", "result=Tulos"),
    *("--column", "started=Alkoi"),
)
WORDS = (
    *("--technique", "Purge (block)=ata_sanitize_block_erase"),
    *("--result", "Hyväksytty=PASSED"),
    *("--read-back", "Kaikki=all"),
    *("--times", "d.m.y"),
)


def test_a_mapping_from_the_first_look_to_its_end(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(table(GOOD, GOOD.replace("Hyväksytty", "Ehkä")))
    looked = cli("mapping", "try", file).document
    assert (looked["format"], looked["rows"]) == ("csv", 2)
    assert looked["columns"][0] == "Kiintolevyn sarjanumero"

    tried = cli("mapping", "make", "Levyt Oy", *COLUMNS, *WORDS, "--try", file)
    assert [one["verdict"] for one in tried.document["rows"]] == ["PASSED", "REVIEW"]

    made = cli("mapping", "make", "Levyt Oy", *COLUMNS, *WORDS).document
    assert (made["version"], made["program"]) == (1, "supplier:levyt oy")
    assert cli("mapping", "show", "levyt oy").document == made
    said = cli("mapping", "try", file, "--mapping", "Levyt Oy", as_json=False).out
    assert "S3TUNX0K4XXXQ1  ATA Sanitize" in said
    taken = cli("wipes", "import", file).document["files"][0]
    assert (taken["outcome"], taken["kind"]) == ("read", "supplier")
    run = taken["runs"][0]["results"][0]["run"]
    paper = tmp_path / "other.pdf"
    paper.write_bytes(b"%PDF-1.4 its own paper")
    digest = cli("wipes", "import", paper).document["files"][0]["sha256"]
    assert cli("evidence", "attach", digest, run).document == {"run": run, "sha256": digest}

    assert cli("mapping", "retire", "Levyt Oy").document == {"name": "Levyt Oy", "version": 1}
    (listed,) = cli("mapping", "list").document
    assert listed["retired_at"] is not None
    assert cli("journal", "verify").status == 0


def test_what_is_not_understood_is_said(cli: Cli, tmp_path: Path) -> None:
    wrong = cli("mapping", "make", "X", "--column", "colour=Väri")
    assert (wrong.status, wrong.code) == (2, "mapping_pair")
    assert cli("mapping", "make", "X", *WORDS).code == "mapping_required"
    file = tmp_path / "list.xml"
    file.write_text(XML, "utf-8")
    looked = cli("mapping", "try", file).document
    assert looked["record"] == "export/job"
    assert looked["records"][0] == "export/job"
    assert "disk/serial" in looked["columns"]
