"""`model`: the catalogue as a script uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli


def test_the_catalogue_by_script(cli: Cli, tmp_path: Path) -> None:
    one = cli("model", "add", "HP", "EliteBook 840 G5", "--type", "laptop").document["model"]
    two = cli("model", "add", "HP", "EliteBook 840 G5 Notebook", "--type", "laptop").document
    cli("model", "set", one, "--slots", 2, "--weight", 1480, "--category", "screens")
    cli("model", "code", one, "3JX27EA#UUW")
    (found,) = cli("model", "find", "hp", "elitebok", "--limit", 1).document
    assert (found["manufacturer"], found["slots"], found["weight_g"]) == ("HP", 2, 1480)
    taken = cli("model", "code", two["model"], "3jx27ea#uuw")
    assert (taken.status, taken.code) == (1, "model_code_taken")
    (pair,) = cli("model", "doubles").document
    assert {pair["one"]["model"], pair["other"]["model"]} == {one, two["model"]}
    said = cli("model", "doubles", as_json=False).out
    assert "Nimi on melkein sama" in said
    merged = cli("model", "merge", two["model"], one).document
    assert (merged["model"], merged["merged"]) == (one, two["model"])
    page = cli("model", "show", "3JX27EA#UUW").document
    assert [writing["model"] for writing in page["writings"]] == [two["model"]]
    assert page["history"][0]["tag"] == "model:catalogue:merged"
    assert cli("model", "split", two["model"]).document["model"] == two["model"]
    again = cli("model", "apart", one, two["model"])
    assert (again.status, again.code) == (1, "models_apart_already")
    assert len(cli("model", "list").document) == 2
    assert cli("model", "list", "--unconfirmed").document == []
    assert "Yhtään mallia" in cli("model", "find", "zzzz", as_json=False).out
    cli("model", "code", one, "3JX27EA#UUW", "--remove")
    assert "EliteBook 840 G5" in cli("model", "show", one, as_json=False).out
    none = cli("model", "set", one, "--photo", tmp_path / "none.jpg")
    assert (none.status, none.code) == (3, "path_missing")
