from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli

LIST = """Laitetyyppi;Malli;Sarjanumero;Käyttäjä
Kannettava;Lenovo ThinkPad L14;PF2ABC12;etunimi.sukunimi@example.org
Hiiri 24 kpl;;;
""".encode()


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "lista.csv"
    path.write_bytes(LIST)
    return path


def _open(cli: Cli, *words: object) -> str:
    made = cli("lot", "open", "--from", "Kasvatus ja koulutus", *words)
    assert made.status == 0, made.err
    return str(made.document["lot"])


def test_a_dry_run_shows_the_list_and_saves_nothing(cli: Cli, manifest: Path) -> None:
    shown = cli("lot", "open", "--from", "Testi", "--manifest", manifest, "--dry-run")
    assert shown.status == 0
    document = shown.document
    assert [(row["serial"], row["quantity"]) for row in document["rows"]] == [
        ("PF2ABC12", 1),
        ("", 24),
    ]
    assert document["ignored_columns"] == ["Käyttäjä"]
    assert "sukunimi" not in shown.out
    assert document["new_sender"] is True
    again = cli("lot", "open", "--from", "Testi", "--manifest", manifest, "--dry-run").document
    assert again["new_sender"] is True
    assert "lot" not in document
    plain = cli("lot", "open", "--from", "T", "--manifest", manifest, "--dry-run", as_json=False)
    assert "Käyttäjä" in plain.out


def test_a_thread_from_the_list_to_the_closed_lot(cli: Cli, manifest: Path) -> None:
    lot = _open(cli, "--manifest", manifest)
    words = ("intake", lot, "--scan", "SD0000421757", "--scan", "1S20X2S0AB00PF2ABC12")
    received = cli(*words, "--medium", "S4EVNF0M,nvme,256")
    assert received.status == 0, received.err
    document = received.document
    assert (document["device"], document["duplicate"], document["row"]) == (
        "SD0000421757",
        False,
        2,
    )
    assert document["media"] == [
        {
            "medium": 1,
            "code": None,
            "serial": "S4EVNF0M",
            "kind": "nvme",
            "source": "person",
            "gb": 256.0,
            "state": "not_wiped",
        }
    ]
    again = cli(*words).document
    assert (again["device"], again["duplicate"]) == ("SD0000421757", True)
    assert cli("lot", "count", lot, 3, 23).document["counted"] == 23
    shown = cli("lot", "show", lot).document
    assert (shown["received"], shown["missing"], shown["counted"]) == (1, 0, 23)
    assert shown["missing_rows"] == []
    assert cli("lot", "close", lot).document["state"] == "closed"
    refused = cli("intake", lot, "--scan", "5CG9421XYZ", "--type", "laptop")
    assert (refused.status, refused.code) == (1, "lot_closed")


def test_what_is_missing_is_shown_and_given_a_reason(cli: Cli, manifest: Path) -> None:
    lot = _open(cli, "--manifest", manifest)
    assert cli("lot", "close", lot, "--missing", "2").code == "missing_form"
    assert cli("lot", "close", lot, "--missing", "2=aliens").status == 2
    assert cli("lot", "close", lot).code == "missing_without_reason"
    assert cli("lot", "close", lot, "--others", "kept", "--note", "2:x").code == "pair_form"
    assert cli("lot", "close", lot, "--others", "kept", "--extra", "SD1=x").code == "extra_form"
    closed = cli("lot", "close", lot, "--missing", "2=kept", "--note", "2=opettajalla")
    assert (closed.status, closed.document["receipt"]) == (0, "VK-1")
    (line,) = cli("lot", "show", lot).document["missing_rows"]
    assert (line["row"], line["reason"], line["note"]) == (2, "kept", "opettajalla")


def test_a_lot_without_a_list_takes_what_comes(cli: Cli) -> None:
    lot = _open(cli)
    taken = cli("intake", lot, "--scan", "1S20X2S0AB00PF3K9X07", "--type", "laptop").document
    assert (taken["serial"], taken["product"], taken["manufacturer"]) == (
        "PF3K9X07",
        "20X2S0AB00",
        "Lenovo",
    )
    refused = cli("intake", lot, "--scan", "1S20X2S0AB00PF3K9X17")
    assert (refused.status, refused.code) == (1, "type_needed")
    assert cli("intake", lot, "--scan", "X", "--type", "spaceship").status == 2
    assert cli("intake", lot, "--scan", "X", "--medium", "A,floppy,1").code == "medium_kind"
    plain = cli("intake", lot, "--no-serial", "unreadable", "--type", "printer", as_json=False)
    assert plain.status == 0
    assert "vastaanotettu" in plain.out


def test_files_that_are_missing_or_no_list(cli: Cli, tmp_path: Path) -> None:
    words = ("lot", "open", "--from", "Testi", "--manifest")
    assert cli(*words, tmp_path / "none.csv").status == 3
    assert cli(*words, tmp_path).status == 3
    paper = tmp_path / "a.pdf"
    paper.write_bytes(b"%PDF-1.7\n")
    assert (cli(*words, paper).status, cli(*words, paper, "--dry-run").code) == (1, "list_is_pdf")
    assert cli("lot", "open", "--from", "Testi", "--dry-run").code == "manifest_missing"
    assert cli("lot", "open", "--from", " ").status == 2


def test_a_problem_list_is_accepted_only_when_told(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Malli;Sarjanumero\nLenovo T480;\n", encoding="utf-8")
    words = ("lot", "open", "--from", "Testi", "--manifest", path)
    assert cli(*words).code == "list_has_problems"
    assert cli(*words, "--accept-problems").status == 0
    assert cli(*words, "--accept-problems").code == "list_known"


def test_the_city_decides_the_data_class(cli: Cli) -> None:
    words = ("lot", "data-class", "ordinary", "--reference", "HEL 2026-000555")
    assert cli(*words).document["data_class"] == "ordinary"
    shown = cli("lot", "show", _open(cli)).document
    assert shown["data_class_reference"] == "HEL 2026-000555"


def test_scan_needs_no_workshop(empty: Cli) -> None:
    scanned = empty(
        "scan",
        "1S21M4S5VD00PF62SDPW",
        "VK7JG-NPHTM-C97JM-9MPGT-3V66T",
        "35341246118",
        "SD0000421757",
    )
    assert scanned.status == 0
    serial, secret, tag, own = scanned.document
    assert (serial["kind"], serial["value"], serial["also"]) == (
        "serial",
        "PF62SDPW",
        {"product": "21M4S5VD00"},
    )
    assert (secret["kind"], "VK7JG" in scanned.out) == ("secret", False)
    assert (tag["kind"], tag["value"]) == ("serial", "G8H9K12")
    assert own["kind"] == "own"
    assert {"text", "layout_fixed", "candidates", "maker"} <= set(serial)
    assert not empty.data.exists()
    assert "PF62SDPW" in empty("scan", "1S21M4S5VD00PF62SDPW", as_json=False).out


def test_what_an_open_lot_expects_wins(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Malli;Sarjanumero\nNokia;0098299\n", encoding="utf-8")
    assert cli("scan", "0098299").document[0]["kind"] == "unknown"
    _open(cli, "--manifest", path)
    (scan,) = cli("scan", "0098299").document
    assert (scan["kind"], scan["value"]) == ("serial", "0098299")
    # Without a badge nothing of the workshop is shown.
    assert cli("scan", "0098299", person="").document[0]["kind"] == "unknown"
