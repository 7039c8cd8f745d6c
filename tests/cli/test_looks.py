"""`look` from the draw to the closing of an incident, as a script uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from draws import drawing
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from cli.desk_cli import Cli

SERIAL = "WD-WX61AA81XXQA"


def test_from_the_draw_to_the_closing(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = cli("people", "add", "--role", "worker", "--name", "T07").document["person"]
    second = cli(
        "people", "add", "--role", "supervisor", "--name", "TJ2", "--title", "Työnjohtaja"
    ).document["person"]
    monkeypatch.setenv("SERKUT_SECOND_PIN", "1234")
    where = ("--data-class", "ordinary", "--reference", "HEL 2026-1")
    lot = cli("lot", "open", "--from", "Kasvatus ja koulutus", *where).document["lot"]
    form = ("--type", "laptop", "--medium", f"{SERIAL},hdd,500")
    device = cli("intake", lot, "--scan", "PF3K9X17", *form, person=worker).document["device"]
    report = tmp_path / "wipe.log"
    report.write_bytes(log(Drive()))
    cli("wipes", "import", report, "--performed-by", worker, person=worker)
    with drawing(chance=1000):
        done = cli("wipes", "approve", device, "--media-count", 1, "--seen", "opened")
        assert done.document["drawn"] == [SERIAL]
        assert cli("look", "draw").document["drawn"] == []
        listed = cli("look", "list").document
    assert [one["device"] for one in listed["waiting"]] == [device]
    assert [one["code"] for one in listed["waiting"][0]["against"]] == ["looker_approved"]
    assert listed["months"][0]["open"] == 1

    evidence = tmp_path / "reading.txt"
    evidence.write_text("00000000  53 61 6c 61 73 61 6e 61")
    told = ("--evidence", evidence, "--tool", "hexdump")
    words = ("look", "record", device, "--result", "failed", *told)
    assert cli(*words).code == "looker_approved"
    monkeypatch.setenv("SERKUT_PIN", "1234")
    failed = cli(*words, "--note", "Selvää tekstiä", person=second).document
    assert (failed["state"], failed["frozen"], failed["left"]) == ("failed", 1, [])
    (incident,) = cli("look", "incident").document
    assert (incident["device"], incident["left"], incident["revoke"]) == (device, 1, [])

    number = failed["incident"]
    lift = ("look", "lift", number, SERIAL, "--outcome", "looked_clean", "--reason", "uusi luku")
    assert cli(*lift, person=second).code == "freeze_no_ground"
    assert (
        cli("look", "release", device, "--reason", "rikki", person=second).code == "look_not_drawn"
    )
    ending = ("look", "close", number, "--conclusion", "unfounded", "--note", "Oma merkki")
    closing = (*ending, "--seen", 1)
    assert cli(*closing, person=second).code == "second_supervisor_needed"
    monkeypatch.setenv("SERKUT_SECOND_PIN", "4711")
    grown = cli(*ending, "--seen", 0, "--second", cli.person, person=second)
    assert grown.code == "incident_grew"
    done = cli(*closing, "--second", cli.person, person=second)
    assert (done.document["conclusion"], done.document["revoke"]) == ("unfounded", [])
    assert cli("look", "incident", person=second, as_json=False).status == 0
    assert cli("look", "list", person=second, as_json=False).status == 0
