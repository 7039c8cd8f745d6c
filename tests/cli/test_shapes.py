"""The shapes of JSON that scripts and checks rely on, and that every command is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.cli.main import main
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli

COMMANDS = """
init | people add | people list | lot open | lot close | lot show | scan | intake | move
media add | media remove | media none | media destroy
wipes import | wipes record | wipes list | wipes approve
key create | key export | certificate issue | certificate verify | certificate revoke
device show | search | labels list | policy show | policy change
journal verify | journal export | journal checkpoint | day close
backup create | backup verify | backup restore | demo | self-check
"""
NAMES = [name.strip() for line in COMMANDS.split("\n") for name in line.split("|") if name.strip()]
SERIAL = "WD-WX61AA81XXQA"
LIST = """Laitetyyppi;Malli;Sarjanumero;IMEI;Käyttäjä
Kannettava;Lenovo ThinkPad L14;PF2ABC12;;A
Puhelin;Nokia X20;;3,56939E+14;B
Hiiri 24 kpl;;;;
Yhteensä;26;;;
"""
SCAN = {"text", "kind", "value", "also", "maker", "layout_fixed", "candidates"}
ROW = {
    *("row", "type", "manufacturer", "model", "serial", "inventory", "imei", "quantity"),
    *("problems", "notes"),
}
DRIVE = {"device", "serial", "model", "method", "verdict", "reasons", "match", "medium"}


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_there(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*name.split(), "--help"])
    assert ended.value.code == 0
    assert f"serkut-desk {name}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (
            "--type",
            "laptop desktop allinone monitor phone tablet printer network other",
        ),
    ],
)
def test_the_words_of_intake(option: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["intake", "--help"])
    assert f"{option} {{{','.join(words.split())}}}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("SD0000421757", "own", "SD0000421757"),
        ("1S20X2S0AB00PF3K9X17", "serial", "PF3K9X17"),
        ("490154203237518", "imei", "490154203237518"),
        ("00:1A:2B:3C:4D:5E", "mac", "00:1A:2B:3C:4D:5E"),
        ("4006381333931", "ean", "4006381333931"),
        ("https://example.org/x", "url", "https://example.org/x"),
    ],
)
def test_a_scan(empty: Cli, text: str, kind: str, value: str) -> None:
    (scan,) = empty("scan", text).document
    assert set(scan) >= SCAN
    assert (scan["text"], scan["kind"], scan["value"]) == (text, kind, value)
    assert scan["layout_fixed"] is False


def test_a_list_before_it_is_saved(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(LIST, encoding="utf-8")
    before = cli("journal", "verify").document
    shown = cli("lot", "open", "--from", "Testi", "--manifest", path, "--dry-run")
    assert shown.status == 0
    document = shown.document
    assert set(document) >= {"rows", "skipped", "ignored_columns", "problems"}
    assert [row["quantity"] for row in document["rows"]] == [1, 1, 24]
    assert [row["row"] for row in document["rows"]] == [2, 3, 4]
    assert all(set(row) >= ROW for row in document["rows"])
    # The number that a spreadsheet ruined stops its row; the total is no row at all.
    assert [bool(row["problems"]) for row in document["rows"]] == [False, True, False]
    assert [one["row"] for one in document["skipped"]] == [5]
    assert document["ignored_columns"] == ["Käyttäjä"]
    assert cli("journal", "verify").document == before


def test_from_intake_to_the_device(cli: Cli, tmp_path: Path) -> None:
    lot = cli("lot", "open", "--from", "Kasvatus ja koulutus").document["lot"]
    assert lot.startswith("ER")
    taken = cli(
        *("intake", lot, "--scan", "1S20X2S0AB00PF3K9X17", "--scan", "PF3K9X17"),
        *("--type", "laptop", "--medium", f"{SERIAL},hdd,500"),
    ).document
    assert taken["device"].startswith("SD")
    assert taken["duplicate"] is False
    assert [medium["serial"] for medium in taken["media"]] == [SERIAL]

    folder = tmp_path / "stick"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "wipe.log").write_bytes(log(Drive()))
    (folder / "wipe.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    (folder / "shopping.txt").write_text("milk, bread, and a longer line of words\n")
    files = cli("wipes", "import", folder).document["files"]
    assert all(set(file) >= {"file", "sha256", "outcome", "runs"} for file in files)
    outcomes = {file["file"].rpartition("/")[2]: file["outcome"] for file in files}
    assert outcomes == {
        "wipe.log": "read",
        "wipe.pdf": "attachment",
        "shopping.txt": "not_a_report",
    }
    (run,) = next(file["runs"] for file in files if file["outcome"] == "read")
    assert set(run) >= {"started", "ended", "results"}
    (drive,) = run["results"]
    assert set(drive) >= DRIVE
    assert (drive["device"], drive["match"], drive["medium"]) == ("/dev/sda", "matched", SERIAL)

    shown = cli("device", "show", taken["device"]).document
    assert set(shown) >= {"record", "media", "papers", "timeline"}
    verified = cli("journal", "verify").document
    assert (verified["ok"], len(verified["head"])) == (True, 64)
    assert verified["entries"] >= 3
