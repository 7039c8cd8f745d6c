"""Badges from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.desk_cli import Cli


def test_a_badge_is_printed_to_a_file_or_to_the_papers(cli: Cli, tmp_path: Path) -> None:
    made = cli("people", "add", "--role", "worker", "--name", "T07", as_json=False)
    code, hint = made.out.splitlines()
    assert hint == f"Tulosta kortti: serkut-desk people badge {code}"
    out = tmp_path / "badge.pdf"
    done = cli("people", "badge", code.lower(), "--out", out)
    assert done.document == {"path": str(out), "badges": [code]}
    assert out.read_bytes().startswith(b"%PDF")
    kept = Path(cli("people", "badge", code, cli.person).document["path"])
    assert kept.is_relative_to(cli.data)
    assert kept.read_bytes().startswith(b"%PDF")


def test_a_badge_is_printed_only_for_people_who_are_here_by_who_may(cli: Cli) -> None:
    worker = cli("people", "add", "--role", "worker", "--name", "T07").document["person"]
    assert cli("people", "badge", worker, person=worker).code == "not_permitted"
    assert cli("people", "badge", "HK0000000111").code == "badge_unknown"


def test_a_permission_is_given_and_ends(cli: Cli) -> None:
    worker = cli("people", "add", "--role", "worker", "--name", "T07").document["person"]
    given = cli("people", "grant", worker, "battery")
    assert given.document == {"person": worker, "granted": ["battery"]}
    assert cli("people", "grant", worker, "mains").code == "grant_not_possible"
    (line,) = [one for one in cli("people", "list").document if one["person"] == worker]
    assert line["granted"] == ["battery"]
    plain = cli("people", "revoke", worker, "battery", as_json=False)
    assert plain.out.split() == [worker]
    assert cli("people", "revoke", worker, "battery").code == "grant_missing"
