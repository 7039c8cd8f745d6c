"""`container` from opening to the packing list, as a script uses it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.desk_cli import Cli

RECYCLER = "Esimerkin kierrätys Oy"


@pytest.fixture
def boxed(cli: Cli) -> str:
    """Open a container with two parts in it."""
    code: str = cli("container", "open", "circuit_boards", "--tare", 1200).document["container"]
    for weight in (345, 155):
        made = cli("part", "add", "memory", "--supplier", "Osatukku Oy", "--weight", weight)
        cli("container", "put", code, made.document["part"])
    return code


def test_codes_on_both_sides_of_the_change(cli: Cli) -> None:
    before = cli("container", "codes", "--on", "2026-12-08").document
    after = cli("container", "codes", "--on", "9.12.2026").document
    assert before["fractions"]["battery_lithium"] == "16 06 05"
    assert after["fractions"]["battery_lithium"] == "16 06 07*"
    assert "16 06 05" not in {one["code"] for one in after["codes"]}
    assert {"code": "16 06 04*", "hazardous": True} in [
        {"code": one["code"], "hazardous": one["hazardous"]} for one in after["codes"]
    ]
    said = cli("container", "codes", "--on", "2026-12-09", as_json=False).out
    assert "16 06 07* waste lithium-based batteries" in said


def test_filling_taking_back_and_merging(cli: Cli, boxed: str) -> None:
    shown = cli("container", "show", boxed).document
    assert shown["container"]["inside_g"] == 500
    assert [one["weight_g"] for one in shown["contents"]] == [155, 345]
    assert cli("container", "undo", boxed).document["inside_g"] == 345
    other = cli("container", "open", "circuit_boards", "--tare", 900, "--limit-kg", 1).document
    merged = cli("container", "merge", boxed, other["container"]).document
    assert (merged["moved_g"], merged["inside_g"]) == (345, 345)
    listed = cli("container", "list").document
    assert [one["code"] for one in listed] == [other["container"]]
    assert len(cli("container", "list", "--all").document) == 2
    full = cli("container", "put", other["container"], "OS0000000000", "--weight", 1)
    assert (full.status, full.code) == (1, "container_source_unknown")
    mass = cli("container", "mass").document
    assert mass["into_g"] == mass["found_g"] == mass["elsewhere_g"] == 345


def test_changing_and_moving(cli: Cli, boxed: str) -> None:
    cli("container", "change", boxed, "--name", "Tynnyri", "--limit-kg", 2, "--limit-days", 0)
    cli("container", "move", boxed, "Piha")
    line = cli("container", "show", boxed).document["container"]
    assert (line["name"], line["limit_g"], line["limit_days"]) == ("Tynnyri", 2000, None)
    assert line["place"] == "Piha"
    said = cli("container", "list", as_json=False).out
    assert "AS 1  Piirilevyt  16 02 16  500" in said


def test_from_seal_to_packing_list(cli: Cli, boxed: str, tmp_path: Path) -> None:
    assert cli("container", "seal", boxed, "S-1").document["state"] == "sealed"
    cli("container", "unseal", boxed, "--reason", "vielä yksi")
    cli("container", "seal", boxed, "S-2")
    weighed = cli("container", "weigh", boxed, 1693).document
    assert (weighed["net_g"], weighed["difference_g"]) == (493, -7)
    number = cli("container", "ship", "open", RECYCLER).document["shipment"]
    cli("container", "ship", "add", number, boxed)
    cli("container", "ship", "remove", number, boxed)
    assert cli("container", "ship", "cancel", number).document["state"] == "cancelled"
    number = cli("container", "ship", "open", RECYCLER, "--vehicle", "abc-1").document["shipment"]
    cli("container", "ship", "add", number, boxed)
    set_ = cli("container", "recycler-code", RECYCLER, "circuit_boards", "PCB-2").document
    assert set_ == {"recycler": RECYCLER, "fraction": "circuit_boards", "code": "PCB-2"}
    sent = cli("container", "ship", "send", number, "--out", tmp_path / "out").document
    assert (sent["number"], sent["hazardous"]) == ("PK-1", False)
    assert Path(sent["pdf"]).read_bytes().startswith(b"%PDF")
    listed = cli("container", "ship", "list").document
    assert [one["state"] for one in listed] == ["left", "cancelled"]
    assert cli("container", "weigh", boxed, 1700).code == "container_is_shipped"
    papers = cli("paper", "list", "--kind", "packing_list").document["papers"]
    assert [one["number"] for one in papers] == ["PK-1"]
