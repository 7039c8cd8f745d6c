from __future__ import annotations

import errno
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from serkut_desk import settings
from serkut_desk.cli import journal as journal_commands
from serkut_desk.cli import window
from serkut_desk.cli.main import main
from serkut_desk.domain.codes import parse_code
from serkut_desk.records import lock

if TYPE_CHECKING:
    from cli.desk_cli import Cli


def test_the_exact_forms_of_init_and_people_add(empty: Cli) -> None:
    empty.data.mkdir()
    made = empty("init", "--workshop", "Digipaja", "--supervisor", "TJ1")
    assert (made.status, made.err) == (0, "")
    supervisor = made.document["person"]
    assert parse_code(supervisor)
    added = empty("people", "add", "--role", "worker", "--name", "T07", person=supervisor)
    assert added.status == 0
    assert parse_code(added.document["person"])
    listed = empty("people", "list", person=supervisor).document
    assert [one["display"] for one in listed] == ["TJ1", "T07"]


def test_a_second_init_writes_over_nothing(cli: Cli) -> None:
    again = cli("init", "--workshop", "Toinen", "--supervisor", "TJ9")
    assert (again.status, again.code) == (3, "database_exists")
    assert len(cli("people", "list").document) == 1


def test_an_init_that_fails_leaves_no_workshop(empty: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERKUT_PIN", "12")
    weak = empty("init", "--workshop", "Digipaja", "--supervisor", "TJ1")
    assert (weak.status, weak.code) == (1, "pin_too_short")
    assert not list(empty.data.glob("*.sqlite3*"))
    monkeypatch.setenv("SERKUT_PIN", "4711")
    assert empty("init", "--workshop", "Digipaja", "--supervisor", "TJ1").status == 0


def test_init_without_a_pin_says_so(empty: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SERKUT_PIN")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    made = empty("init", "--workshop", "Digipaja", "--supervisor", "TJ1")
    assert (made.status, made.code) == (2, "pin_missing")


def test_a_rule_that_refuses_is_1_with_what_why_and_next(cli: Cli) -> None:
    refused = cli("people", "remove", cli.person)
    assert refused.status == 1
    error = refused.document["error"]
    assert error["code"] == "last_supervisor"
    assert all(error[part] for part in ("what", "why", "next"))
    assert error["what"] in refused.err


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("people",),
        ("people", "role"),
        ("people", "add"),
        ("people", "add", "--role", "king", "--name", "T1"),
        ("people", "list", "--what"),
        ("policy", "flash", "strict", "--reference", "R", "--date", "yesterday"),
        ("policy", "change", "--reference", "R", "--date", "2026-11-01", "--switch", "x"),
        ("policy", "change", "--reference", "R", "--date", "2026-11-01", "--required", "a.b=c"),
        ("--lang", "xx", "people", "list"),
    ],
)
def test_wrong_usage_is_2_and_still_one_document(cli: Cli, words: tuple[str, ...]) -> None:
    outcome = cli(*words)
    assert outcome.status == 2
    assert set(outcome.document["error"]) == {"code", "what", "why", "next"}
    assert "Traceback" not in outcome.err


def test_without_json_a_failure_is_only_on_standard_error(cli: Cli) -> None:
    outcome = cli("people", "remove", "HK0", as_json=False)
    assert (outcome.status, outcome.out) == (1, "")
    assert len(outcome.err.splitlines()) == 3


def test_sentences_are_finnish_unless_asked(cli: Cli) -> None:
    assert "käytössä" in cli("people", "remove", "HK0").err
    english = cli("--lang", "en", "people", "remove", "HK0")
    assert "badge" in english.err


def test_no_workshop_is_3_and_makes_no_folder(empty: Cli) -> None:
    outcome = empty("people", "list", person="HK0000000198")
    assert (outcome.status, outcome.code) == (3, "database_missing")
    assert not empty.data.exists()


def test_a_desk_that_holds_the_lock_is_3(cli: Cli) -> None:
    held = lock.hold(cli.data / "serkut.lock")
    try:
        outcome = cli("journal", "verify")
    finally:
        held.release()
    assert (outcome.status, outcome.code) == (3, "desk_in_use")
    assert cli("journal", "verify").status == 0


def test_a_newer_database_is_3_and_stays_untouched(cli: Cli) -> None:
    path = cli.data / "serkut.sqlite3"
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.execute("PRAGMA journal_mode = DELETE")
    raw.close()
    before = path.read_bytes()
    outcome = cli("journal", "verify")
    assert (outcome.status, outcome.code) == (3, "database_newer")
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode = DELETE")
    raw.close()
    # Opening sets the journal mode in bytes 18 to 20 and the change counter; nothing else moved.
    assert path.read_bytes()[100:] == before[100:]


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to be looked at" * 90])
def test_another_file_is_3(cli: Cli, content: bytes) -> None:
    (cli.data / "serkut.sqlite3").write_bytes(content)
    outcome = cli("journal", "verify")
    assert (outcome.status, outcome.code) == (3, "not_our_database")


def test_a_full_disk_is_3_and_nothing_is_half_done(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = cli("journal", "verify").document["entries"]

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    outcome = cli("day", "close")
    assert (outcome.status, outcome.code) == (3, "disk_full")
    monkeypatch.undo()
    monkeypatch.setenv("SERKUT_PIN", "4711")
    assert cli("journal", "verify").document["entries"] == entries
    assert not [path for path in (cli.data / "files").rglob("*") if path.is_file()]


def test_a_bug_is_a_short_sentence_and_a_log(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(journal_commands, "_verify", broken)
    outcome = cli("journal", "verify")
    assert (outcome.status, outcome.code) == (3, "bug")
    assert "Traceback" not in outcome.err + outcome.out
    (log,) = (cli.data / "logs").iterdir()
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert str(log) in outcome.err


def test_a_makers_command_never_looks_at_a_pin(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    maker = cli("people", "add", "--role", "worker", "--name", "T07").document["person"]
    monkeypatch.setattr(
        "serkut_desk.stations.people.pins.fits", lambda *_: pytest.fail("a PIN was looked at")
    )
    assert cli("policy", "show", person=maker).status == 0
    outcome = cli("day", "close", person=maker)
    assert (outcome.status, outcome.code) == (1, "not_permitted")


def test_a_wrong_pin_and_no_pin_are_refused(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERKUT_PIN", "9999")
    assert cli("people", "list").code == "pin_wrong"
    monkeypatch.delenv("SERKUT_PIN")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    done = cli("people", "list")
    assert done.code == "pin_needed"
    assert "SERKUT_PIN" in done.err
    assert "SERKUT_PIN" in done.document["error"]["next"]
    assert cli("people", "list", person="").code in {"badge_unknown", "nobody_signed_in"}


def test_two_supervisors_and_what_needs_both(empty: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERKUT_SECOND_PIN", "2580")
    made = empty(
        *("init", "--workshop", "Digipaja", "--supervisor", "TJ1", "--supervisor", "TJ2"),
        *("--print-name", "Nimi Yksi", "--title", "työnjohtaja"),
    )
    first, second = made.document["people"]
    assert made.document["cannot"] == []
    adding = ("people", "add", "--role", "supervisor", "--name", "TJ3")
    assert empty(*adding, person=first).code == "second_supervisor_needed"
    assert empty(*adding, "--second", second, person=first).status == 0
    ordinary = ("--reference", "HEL 2026-000555")
    assert empty("lot", "data-class", "confidential", *ordinary, person=first).status == 0
    for lowering in (
        ("lot", "open", "--from", "Testi", "--data-class", "ordinary", *ordinary),
        ("lot", "data-class", "ordinary", *ordinary),
    ):
        assert empty(*lowering, person=first).code == "second_supervisor_needed"
        assert empty(*lowering, "--second", second, person=first).status == 0
    listed = empty("people", "list", person=first).document
    assert (listed[0]["name"], listed[1]["name"]) == ("Nimi Yksi", None)


def test_one_supervisor_is_told_what_cannot_be_done(empty: Cli) -> None:
    made = empty("init", "--workshop", "Digipaja", "--supervisor", "TJ1")
    assert any("tyhjennyksen" in line or "tyhjennystä" in line for line in made.document["cannot"])


def test_text_that_is_no_text_is_refused(cli: Cli) -> None:
    outcome = cli("people", "add", "--role", "worker", "--name", "T\udce47")
    assert (outcome.status, outcome.code) == (2, "argument_not_text")


def test_help_costs_no_database(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "KOMENTO" in capsys.readouterr().out


def test_the_locale_does_not_matter_and_a_reader_may_go_away(cli: Cli) -> None:
    cli("people", "add", "--role", "worker", "--name", "Ääkkönen")
    program = Path(sys.executable).with_name("serkut-desk")
    command = [str(program), "--data", str(cli.data), "--as", cli.person, "people", "list"]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "Ääkkönen" in done.stdout.decode("utf-8")

    gone, writing = os.pipe()
    os.close(gone)
    quiet = subprocess.run(
        [*command[:-2], "journal", "export"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (quiet.returncode, quiet.stderr) == (0, b"")


def test_what_is_printed_is_exactly_one_document(cli: Cli) -> None:
    for words in (("people", "list"), ("journal", "verify"), ("policy", "show"), ("day", "close")):
        outcome = cli(*words)
        assert json.loads(outcome.out) is not None, words
        assert outcome.status == 0


def test_badges_are_read_in_any_writing(cli: Cli) -> None:
    maker = cli("people", "add", "--role", "worker", "--name", "T07").document["person"]
    spoken = cli.person.lower()
    assert cli("people", "remove", f"{maker[:2]} {maker[2:]}", person=spoken).status == 0


@pytest.mark.parametrize(
    ("words", "language"), [((), ""), (("--lang", "en"), "en"), (("--lang=fi",), "fi")]
)
def test_no_command_at_all_opens_the_window(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], language: str
) -> None:
    asked: list[tuple[Path, str]] = []

    def opened(data: Path, spoken: str) -> int:
        asked.append((data, spoken))
        return 0

    monkeypatch.setattr(window, "open_window", opened)
    assert main(words) == 0
    assert asked == [(settings.default_data_folder(), language)]
