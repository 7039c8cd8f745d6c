"""A lot from its announcement to its reconciliation, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli

LIST = b"Tyyppi;Malli;Sarjanumero\nKannettava;Lenovo ThinkPad L14;PF2ABC12\n"


def test_a_lot_from_its_announcement_to_its_reconciliation(cli: Cli, tmp_path: Path) -> None:
    words = ("lot", "announce", "--from", "Kirjasto", "--on", "1.12.2099", "--order", "NT-118")
    assert cli(*words, "--cage", "=").code == "cage_form"
    made = cli(*words, "--contact-role", "lähituki", "--cage", "H 1=00-12", "--pallet", "Lava")
    assert made.status == 0, made.err
    lot = made.document["lot"]
    assert made.document["expected"] is True
    changed = cli("lot", "change", lot, "--on", "2.12.2099").document
    assert changed["expected_on"] == "2099-12-02"
    path = tmp_path / "lista.csv"
    path.write_bytes(LIST)
    assert len(cli("lot", "load", lot, path).document["rows"]) == 1
    assert cli("lot", "cage", lot, "--cage", "H 2=0013").document["changed"] == ["H 2"]
    assert len(cli("lot", "uncage", lot, "H 2").document["cages"]) == 2
    (listed,) = cli("lot", "list").document["lots"]
    assert (listed["lot"], listed["cages"], listed["late"]) == (lot, 2, False)
    assert "Tulossa 2.12.2099" in cli("lot", "list", as_json=False).out
    right = cli("lot", "seal", lot, "van", "0012")
    assert (right.status, right.document["matches"], right.document["left"]) == (0, True, 1)
    wrong = cli("lot", "seal", lot, "arrival", "9", "--cage", "H 1")
    assert (wrong.status, wrong.document["state"]) == (1, "frozen")
    assert cli("lot", "arrive", lot).document["already"] is True
    said = ("--reason", "kuljettaja vaihtoi")
    decided = cli("lot", "decide", lot, "H 1", "accepted", *said).document
    assert decided["cages"][0]["state"] == "arrived"
    assert cli("lot", "seal", lot, "opening", "9").document["state"] == "opened"
    assert cli("lot", "seal", lot, "opening", "--cage", "Lava").document["unsealed"] is True
    shown = cli("lot", "cages", lot).document["cages"]
    assert [len(one["readings"]) for one in shown] == [3, 1]
    first = cli("lot", "receipt", lot, "--out", tmp_path).document
    assert (first["number"], first["interim"], first["replaces"]) == ("VK-1", True, None)
    assert (tmp_path / "VK-1.pdf").is_file()
    assert cli("lot", "reconcile", lot).code == "lot_still_open"
    assert cli("lot", "close", lot, "--others", "comes_later").document["receipt"] == "VK-2"
    today = cli("lot", "open", "--from", "Kirjasto").document["lot"]
    late = cli(
        "intake", today, "--scan", "SD0000421757", "--serial", "PF2ABC12", "--type", "laptop"
    )
    assert late.status == 0, late.out
    (one,) = cli("lot", "late", lot).document["late"]
    assert (one["device"], one["row"], one["lot"]) == ("SD0000421757", 2, today)
    shown_again = cli("lot", "show", lot).document
    assert (shown_again["late"], shown_again["missing"]) == ([one], 1)
    assert cli("lot", "late", lot, "SD0000421757").code == "late_known"
    done = cli("lot", "reconcile", lot, "--out", tmp_path, "--language", "en").document
    assert [path.rsplit("/", 1)[-1] for path in done["files"]] == ["TA-1.pdf", "TA-1.xlsx"]
    assert cli("journal", "verify").status == 0


def test_a_device_comes_out_of_the_cage_that_is_named(cli: Cli) -> None:
    words = ("lot", "announce", "--from", "Kirjasto", "--on", "1.12.2099")
    lot = cli(*words, "--cage", "H 1=12", "--cage", "H 2=13").document["lot"]
    for seal in ("12", "13"):
        cli("lot", "seal", lot, "arrival", seal)
        cli("lot", "seal", lot, "opening", seal)
    device = ("intake", lot, "--scan", "SD0000421757", "--serial", "PF2ABC12", "--type", "laptop")
    assert cli(*device, "--cage", "H 3").code == "cage_not_listed"
    assert cli(*device, "--cage", "H 2").document["cage"] == "H 2"
    assert [one["devices"] for one in cli("lot", "cages", lot).document["cages"]] == [0, 1]
