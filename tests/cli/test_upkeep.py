from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Unavailable

if TYPE_CHECKING:
    import pytest

    from cli.desk_cli import Cli


def test_a_journal_edited_by_force_is_found_and_told_where(cli: Cli) -> None:
    for number in range(3):
        cli("people", "add", "--role", "worker", "--name", f"T{number}")
    whole = cli("journal", "verify").document
    assert (whole["ok"], whole["entries"], len(whole["head"])) == (True, 4, 64)
    raw = sqlite3.connect(cli.data / "serkut.sqlite3")
    for (trigger,) in raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        raw.execute(f"DROP TRIGGER {trigger}")
    raw.commit()
    guards = cli("journal", "verify")
    assert (guards.status, guards.document["why"]) == (1, "guards")
    raw.execute("UPDATE journal SET body = body || ' ' WHERE seq = 2")
    raw.commit()
    raw.close()
    broken = cli("journal", "verify")
    assert broken.status == 1
    assert {"ok": False, "first_bad": 2, "why": "content"}.items() <= broken.document.items()
    assert cli("people", "add", "--role", "worker", "--name", "T9").code == "journal_unguarded"


def test_an_export_has_exactly_the_stored_fields(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "journal.jsonl"
    done = cli("journal", "export", "--out", target)
    assert done.document["entries"] == 1
    (line,) = target.read_text(encoding="utf-8").splitlines()
    raw = sqlite3.connect(cli.data / "serkut.sqlite3")
    raw.row_factory = sqlite3.Row
    assert json.loads(line) == dict(raw.execute("SELECT * FROM journal").fetchone())
    raw.close()
    assert cli("journal", "export").document == [json.loads(line)]


def test_a_checkpoint_shows_a_tail_that_was_cut_off(cli: Cli, tmp_path: Path) -> None:
    kept = tmp_path / "checkpoint.json"
    cli("people", "add", "--role", "worker", "--name", "T1")
    assert cli("journal", "checkpoint", "--out", kept).document["seq"] == 2
    assert cli("journal", "verify", "--against", kept).document["ok"]
    raw = sqlite3.connect(cli.data / "serkut.sqlite3")
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("DELETE FROM journal_subject WHERE seq > 1")
    raw.execute("DELETE FROM journal WHERE seq > 1")
    for _, sql in triggers:
        raw.execute(sql)
    raw.commit()
    raw.close()
    assert cli("journal", "verify").document["ok"]
    cut = cli("journal", "verify", "--against", kept)
    assert (cut.status, cut.document["why"], cut.document["first_bad"]) == (1, "cut", 2)
    raw = sqlite3.connect(cli.data / "serkut.sqlite3")
    raw.execute("DROP TRIGGER journal_no_delete")
    raw.commit()
    raw.close()
    both = cli("journal", "verify", "--against", kept).document["findings"]
    assert both == [{"why": "guards", "first_bad": None}, {"why": "cut", "first_bad": 2}]


def test_the_first_command_of_the_day_makes_the_daily_backup(cli: Cli, tmp_path: Path) -> None:
    assert cli("backup", "create").code == "backup_folder_missing"
    assert cli("backup", "folder", cli.data / "inside").code == "backup_folder_same"
    folder = tmp_path / "second"
    assert cli("backup", "folder", folder, "--keep", "3").code == "backup_days_too_few"
    assert cli("backup", "folder", folder, "--keep", "20").status == 0
    (made,) = cli("backup", "list").document
    assert cli("backup", "verify", made["backup"]).document["ok"]
    assert len(cli("backup", "list").document) == 1
    entries = cli("journal", "export").document
    assert [(one["tag"], one["actor"]) for one in entries[-1:]] == [
        ("backup:upkeep:made", "program")
    ]


def test_a_daily_backup_that_fails_is_told_and_the_command_stays_done(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Unavailable("copy_failed", path="X", said="no room")

    monkeypatch.setattr("serkut_desk.stations.upkeep.backing_up.make", refuse)
    outcome = cli("backup", "folder", tmp_path / "second")
    assert outcome.status == 0
    assert "no room" in outcome.err
    assert outcome.document == {"folder": str(tmp_path / "second")}


def test_backup_create_verify_list_and_restore(cli: Cli, tmp_path: Path) -> None:
    made = cli("backup", "create", "--to", tmp_path / "second").document
    assert (made["verified"], made["signed"], made["entries"]) == (True, False, 1)
    verified = cli("backup", "verify", made["backup"], person="").document
    assert {"ok": True, "entries": 1, "head": made["head"]}.items() <= verified.items()

    lost = cli("people", "add", "--role", "worker", "--name", "T1").document["person"]
    before = cli("journal", "verify").document
    restored = cli("backup", "restore", made["backup"]).document
    assert (restored["lost"], restored["lost_entries"]) == (before["head"], 2)
    assert cli("policy", "show", person=lost).code == "badge_unknown"
    newest = cli("journal", "export").document[-1]
    assert newest["tag"] == "backup:upkeep:restored"
    assert json.loads(newest["body"])["lost_hash"] == before["head"]
    assert cli("journal", "verify").document["ok"]
    aside = sqlite3.connect(Path(restored["aside"]) / "serkut.sqlite3")
    assert aside.execute("SELECT count(*) FROM person WHERE code = ?", (lost,)).fetchone() == (1,)
    aside.close()


def test_a_backup_comes_back_in_an_empty_folder_by_its_own_people(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = cli("backup", "create", "--to", tmp_path / "second").document
    cli.data = tmp_path / "new"
    monkeypatch.setenv("SERKUT_PIN", "9999")
    assert cli("backup", "restore", made["backup"]).code == "pin_wrong"
    assert not list(cli.data.glob("*.sqlite3*"))
    monkeypatch.setenv("SERKUT_PIN", "4711")
    restored = cli("backup", "restore", made["backup"])
    assert (restored.status, restored.document["aside"]) == (0, None)
    assert cli("people", "list").status == 0


def test_a_broken_backup_is_told_and_not_restored(cli: Cli, tmp_path: Path) -> None:
    made = Path(cli("backup", "create", "--to", tmp_path / "second").document["backup"])
    assert cli("backup", "verify", tmp_path).code == "not_a_backup"
    raw = sqlite3.connect(made / "serkut.sqlite3")
    raw.execute("DROP TRIGGER journal_no_update")
    raw.execute("UPDATE journal SET actor = 'HK0'")
    raw.commit()
    raw.close()
    bad = cli("backup", "verify", made)
    assert (bad.status, bad.document["why"]) == (1, "journal")
    assert cli("backup", "restore", made).code == "backup_broken"
    assert cli("journal", "verify").document["ok"]


def test_a_policy_change_holds_from_tomorrow(cli: Cli) -> None:
    change = ("--reference", "HEL 2026-004711", "--date", "2026-11-01")
    done = cli(
        "policy", "change", "--required", "ordinary.hdd=purge", "--min-passes", "hdd=5", *change
    )
    assert done.document["version"] == 2
    shown = cli("policy", "show").document
    assert (shown["version"], shown["required"]["ordinary"]["hdd"]) == (1, "clear")
    assert [one["version"] for one in shown["versions"]] == [1, 2]
    flash = cli("policy", "flash", "clear_accepted", *change)
    assert flash.document["version"] == 3
    assert cli("policy", "flash", "clear_accepted", *change).code == "nothing_changes"
    tried = cli("policy", "change", "--tool", "blancco=7.0", "--dry-run", *change).document
    assert (tried["version"], tried["no_more"], tried["kept"]) == (4, 0, 0)
    assert tried["changes"] == [{"where": "tools.blancco", "before": "", "after": "7.0"}]
    history = cli("policy", "history").document["versions"]
    assert [len(one["changes"]) for one in history] == [0, 2, 2]
    assert history[1]["changes"][1]["where"] == "required.ordinary.hdd"
    donor = ("--donor", "Nobody:ordinary.hdd=destroy")
    assert cli("policy", "change", *donor, *change).code == "donor_unknown"
    tags = [entry["tag"] for entry in cli("journal", "export").document]
    assert tags[-2:] == ["policy:upkeep:changed", "policy:upkeep:flash-decided"]


def test_the_flash_decision_of_the_first_start_holds_at_once(empty: Cli) -> None:
    made = empty(
        *("init", "--workshop", "Digipaja", "--supervisor", "TJ1", "--flash", "clear_accepted"),
        *("--reference", "HEL 2026-1", "--date", "1.11.2026"),
    )
    shown = empty("policy", "show", person=made.document["person"]).document
    assert shown["flash"] == {"decision": "clear_accepted", "reference": "HEL 2026-1"}
    assert shown["required"]["ordinary"]["ssd"] == "clear"


def test_the_day_report_is_a_paper_with_the_head(cli: Cli) -> None:
    head = cli("journal", "verify").document
    closed = cli("day", "close").document
    assert (closed["head"], closed["seq"]) == (head["head"], head["seq"])
    assert Path(closed["report"]).read_bytes().startswith(b"%PDF-")
    assert cli("day", "close").status == 0


def test_a_clock_in_order_needs_no_confirmation(cli: Cli) -> None:
    assert cli("clock", "confirm").code == "clock_not_doubted"


def test_self_check_opens_migrates_and_prints(cli: Cli) -> None:
    found = cli("self-check", person="").document
    assert found["ok"]
    assert found["revision"] == "0006"
    assert found["pdf_bytes"] > 1000
