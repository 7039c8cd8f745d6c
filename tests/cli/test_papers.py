"""Papers, reports and the seller on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stations.reports.figures_kit import FACTS

if TYPE_CHECKING:
    from cli.desk_cli import Cli


def _lot(cli: Cli) -> str:
    return str(cli("lot", "open", "--from", "Kasvatus ja koulutus").document["lot"])


def _month(cli: Cli) -> str:
    lot = _lot(cli)
    return str(cli("report", "lot", lot).document["opened_on"][:7])


def test_the_seller_is_given_and_shown(cli: Cli) -> None:
    assert cli("workshop", "seller").document == {"seller": None}
    given = [word for name, text in FACTS.items() for word in (f"--{name.replace('_', '-')}", text)]
    assert cli("workshop", "seller", *given).document["seller"] == FACTS
    changed = cli("workshop", "seller", "--phone", "040 123 4567").document["seller"]
    assert changed == {**FACTS, "phone": "040 123 4567"}
    wrong = cli("workshop", "seller", "--business-id", "1234567-8")
    assert (wrong.status, wrong.code) == (2, "business_id_wrong")
    assert cli("workshop", "seller").document["seller"] == changed
    assert FACTS["name"] in cli("workshop", "seller", as_json=False).out


def test_a_lot_is_told_and_then_made(cli: Cli, tmp_path: Path) -> None:
    lot = _lot(cli)
    told = cli("report", "lot", lot).document
    assert (told["lot"], told["rows"], told["number"], told["files"]) == (lot, [], None, [])
    made = cli("report", "lot", lot, "--out", tmp_path / "out").document
    assert made["number"] == "RE-1"
    files = [Path(name) for name in made["files"]]
    assert [path.name for path in files] == ["RE-1.pdf", "RE-1.xlsx"]
    assert files[0].read_bytes().startswith(b"%PDF")
    assert files[1].read_bytes().startswith(b"PK")
    assert lot in cli("report", "lot", lot, as_json=False).out


def test_a_month_is_told_and_then_made(cli: Cli, tmp_path: Path) -> None:
    month = _month(cli)
    told = cli("report", "month", month).document
    assert (told["month"], told["lots"], told["number"]) == (month, 1, None)
    made = cli("report", "month", month, "--out", tmp_path).document
    assert made["number"] == "KK-1"
    assert "Avattuja eriä  1" in cli("report", "month", month, as_json=False).out
    assert cli("report", "month", "2026-13").code == "month_wrong"
    assert cli("report", "month", "2999-01").code == "month_not_begun"


def test_papers_are_listed_copied_and_taken_out(cli: Cli, tmp_path: Path) -> None:
    month = _month(cli)
    cli("report", "month", month, "--out", tmp_path)
    (row,) = cli("paper", "list").document["papers"]
    assert {"number": "KK-1", "kind": "month_report", "copies": 0, "sheet": True}.items() <= (
        row.items()
    )
    assert cli("paper", "list", "--kind", "receipt").document == {"papers": []}
    copy = cli("paper", "reprint", "kk1").document
    assert (copy["number"], copy["copy"]) == ("KK-1", 1)
    assert Path(copy["file"]).read_bytes().startswith(b"%PDF")
    assert cli("paper", "list").document["papers"][0]["copies"] == 1
    out = cli("paper", "export", "KK-1", "--out", tmp_path / "taken").document
    assert [Path(name).name for name in out["files"]] == ["KK-1.pdf", "KK-1.xlsx"]
    assert Path(out["files"][0]).read_bytes() == (tmp_path / "KK-1.pdf").read_bytes()
    assert cli("paper", "export", "KU-1", "--out", tmp_path).code == "paper_unknown"
    assert "KK-1" in cli("paper", "list", as_json=False).out


def test_a_maker_gets_no_figures(cli: Cli) -> None:
    maker = cli("people", "add", "--role", "worker", "--name", "T07").document["person"]
    for words in (("paper", "list"), ("report", "month", "2026-11"), ("paper", "reprint", "KU-1")):
        assert cli(*words, person=maker).code == "not_permitted"
