"""Media and wipes on the command line, as checks from outside drive them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from serkut_desk.cli.demo_week import drawn
from serkut_desk.stations.wiping.phones import shipped_platforms
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli

SERIAL = "WD-WX61AA81XXQA"
FORM = f"{SERIAL},hdd,500"


@pytest.fixture
def worker(cli: Cli) -> str:
    return str(cli("people", "add", "--role", "worker", "--name", "T07").document["person"])


def receive(cli: Cli, worker: str, *media: str) -> str:
    """Receive a laptop in a lot whose data are ordinary."""
    lot = cli(
        *("lot", "open", "--from", "Kasvatus ja koulutus"),
        *("--data-class", "ordinary", "--reference", "HEL 2026-1"),
    )
    words = [word for one in media for word in ("--medium", one)]
    scan = "1S20X2S0AB00PF3K9X17"
    done = cli(
        "intake", lot.document["lot"], "--scan", scan, "--type", "laptop", *words, person=worker
    )
    assert done.status == 0, done.err
    return str(done.document["device"])


def report(folder: Path, data: bytes, name: str = "wipe.log") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_clean_hard_disk_goes_all_the_way(cli: Cli, worker: str, tmp_path: Path) -> None:
    device = receive(cli, worker, FORM)
    path = report(tmp_path, log(Drive()))
    done = cli("wipes", "import", path, "--performed-by", worker, person=worker)
    assert done.status == 0
    (file,) = done.document["files"]
    assert (file["file"], file["outcome"]) == (str(path), "read")
    (run,) = file["runs"]
    assert run["started"] == "2026-11-23T06:00:01"
    (result,) = run["results"]
    assert result["device"] == "/dev/sda"
    assert result["serial"] == SERIAL
    assert result["verdict"] == "PASSED"
    assert result["reasons"] == []
    assert result["match"] == "matched"
    assert result["medium"] == SERIAL
    again = cli("wipes", "import", path, person=worker)
    assert (again.status, again.document["files"][0]["outcome"]) == (0, "duplicate")
    approved = cli("wipes", "approve", device, "--media-count", 1, "--seen", "opened")
    assert approved.status == 0, approved.err
    assert approved.document["approved"][0]["data_state"] == "proven"
    assert cli("wipes", "list").document == []
    (row,) = cli("media", "list", device).document
    assert (row["situation"], row["required"], row["reached"]) == ("done", "clear", "clear")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (log(Drive(bus="ATA-SSD")), "medium_not_enough"),
        (log(Drive(status="-FAILED-", errors=1)), "medium_wipe_failed"),
        (log(Drive(status="UABORTED")), "medium_wipe_failed"),
        (log(Drive(), method="Verify Zeros (0x00)", passes=0), "medium_not_wiped"),
    ],
)
def test_what_is_not_clean_is_refused(
    cli: Cli, worker: str, tmp_path: Path, data: bytes, code: str
) -> None:
    device = receive(cli, worker, FORM)
    cli("wipes", "import", report(tmp_path, data), "--performed-by", worker, person=worker)
    refused = cli("wipes", "approve", device, "--media-count", 1, "--seen", "opened")
    assert (refused.status, refused.code) == (1, code)


def test_an_import_says_what_could_not_be_read(cli: Cli, worker: str, tmp_path: Path) -> None:
    empty = report(tmp_path, b"", "empty.log")
    good = report(tmp_path, log(Drive()))
    done = cli("wipes", "import", tmp_path / "empty.log", good, person=worker)
    assert done.status == 1
    assert [file["outcome"] for file in done.document["files"]] == ["unreadable", "read"]
    gone = cli("wipes", "import", empty.with_name("gone.log"), person=worker)
    assert (gone.status, gone.code) == (3, "path_missing")
    assert "gone.log" in gone.err


def test_media_are_added_listed_accepted_and_taken_out(
    cli: Cli, worker: str, tmp_path: Path
) -> None:
    device = receive(cli, worker, FORM)
    added = cli("media", "add", device, "Z1D4K9PM,ssd,256", "--model", "MZ7", person=worker)
    assert (added.status, added.document["kind"], added.document["gb"]) == (0, "ssd", 256)
    out = cli("media", "remove", "Z1D4K9PM", person=worker)
    assert out.document["code"].startswith("LV")
    lent = report(tmp_path, log(Drive(), Drive("S4X1", "sdb", "USB"), host="PF3K9X17"))
    cli("wipes", "import", lent, "--performed-by", worker, person=worker)
    assert cli("media", "accept", "S4X1", "--kind", "usb", person=worker).status == 0
    confirmed = cli("media", "confirm", "S4X1", "--kind", "usb")
    assert confirmed.status == 0, confirmed.err
    assert cli("media", "confirm", "S4X1").code == "confirm_one_thing"
    assert cli("media", "none", device, person=worker).code == "media_declared"
    plain = cli("media", "list", device, as_json=False)
    assert len(plain.out.splitlines()) == 3
    other = receive_printer(cli, worker)
    assert cli("media", "none", other, person=worker).document["persons"] == 1
    assert cli("media", "none", other).document["device_state"] == "waiting_grade"


def receive_printer(cli: Cli, worker: str) -> str:
    lot = cli("lot", "open", "--from", "Kirjasto").document["lot"]
    done = cli("intake", lot, "--serial", "CNB1234567", "--type", "printer", person=worker)
    assert done.status == 0, done.err
    return str(done.document["device"])


def test_runs_are_recorded_assigned_named_and_set_aside(
    cli: Cli, worker: str, tmp_path: Path
) -> None:
    device = receive(cli, worker, FORM)
    paper = report(tmp_path, b"a photo", "photo.jpg")
    destroyed = cli(
        *("media", "destroy", SERIAL, "--how", "destroy_shred", "--second", cli.person),
        *("--particles", "H-4", "--evidence", paper),
        person=worker,
    )
    assert destroyed.status == 0, destroyed.err
    assert [one["serial"] for one in destroyed.document["media"]] == [SERIAL]
    assert set(destroyed.document["devices"]) == {device}
    recorded = cli(
        *("wipes", "record", SERIAL, "--technique", "degauss", "--evidence", paper),
        *("--attest", "dead_afterwards", "--ended", "2026-11-23T09:12", "--performed-by", worker),
        *("--reason", "no report"),
    )
    assert (recorded.status, recorded.document["technique"]) == (0, "degauss")
    said = cli("wipes", "show", SERIAL, as_json=False).out
    assert "Tuhottu. Kaksi tekijää kirjasi sen." in said
    assert "Kirjattu käsin: tyhjennetty." in said
    assert "ilman virheitä" not in said, "no program's log is there"
    bad = cli(
        *("wipes", "record", SERIAL, "--technique", "degauss", "--evidence", paper),
        *("--ended", "x", "--reason", "no report"),
    )
    assert (bad.status, bad.code) == (2, "time_form")
    aside = cli("wipes", "set-aside", recorded.document["run"], "--reason", "wrong machine")
    assert aside.document["set_aside_by"] == cli.person
    lent = report(tmp_path, log(Drive("(S/N: unknown)"), host="PF3K9X17", begin=later(4)))
    cli("wipes", "import", lent, person=worker)
    found = cli("wipes", "list", device).document
    run = next(row["run"] for row in found if row["situation"] == "proposed")
    assigned = cli("wipes", "assign", run, SERIAL)
    assert (assigned.status, assigned.document["match"]) == (0, "matched")
    named = cli("wipes", "performer", run, worker, person=worker)
    assert named.document["performed_by"] == worker
    shown = cli("wipes", "show", SERIAL)
    assert len(shown.document["attempts"]) == 3
    assert cli("wipes", "show", SERIAL, as_json=False).out.count("(") >= 3
    assert cli("wipes", "withdraw", device, "--reason", "x").code == "approval_missing"
    json.dumps(shown.document)


def test_a_medium_that_was_taken_out_goes_on_only_when_it_is_proven(
    cli: Cli, worker: str, tmp_path: Path
) -> None:
    device = receive(cli, worker, FORM)
    words = ("--weight", 95, "--place", "Hylly 4")
    out = cli("media", "out", SERIAL, *words, person=worker).document
    assert (out["removed"], out["state"]) == (True, "not_wiped")
    assert cli("media", "place", out["code"], "Hylly 5", person=worker).status == 0
    assert cli("media", "stock", out["code"], person=worker).code == "medium_not_wiped"
    assert cli("media", "fit", out["code"], device, person=worker).code == "no_work_order"
    path = report(tmp_path, log(Drive()))
    cli("wipes", "import", path, "--performed-by", worker, person=worker)
    cli("media", "confirm", SERIAL, "--kind", "hdd")
    cli("wipes", "approve", device, "--media-count", 1, "--seen", "opened")
    stocked = cli("media", "stock", out["code"], person=worker).document
    assert (stocked["medium"], stocked["weight_g"]) == (out["medium"], 95)
    assert stocked["part"].startswith("OS")
    used = cli("media", "used", out["code"], "--reason", "varmuuskopio", person=worker).document
    assert (used["state"], used["device_state"]) == ("not_wiped", "waiting_wipe")


def test_a_phone_is_recorded_by_its_checklist(cli: Cli, worker: str, tmp_path: Path) -> None:
    receive(cli, worker, "R58N123FLASH,phone,64")
    photo = report(tmp_path, drawn.picture(1), "start.png")
    questions = shipped_platforms()["ios"].questions
    answers = [f"--answer={one.key}={one.answers[0]}" for one in questions]
    given = ("wipes", "phone", "R58N123FLASH", "--platform", "ios", "--scanned", "PF3K9X17")
    rest = ("--os-version", "iOS 17", "--photo", photo)
    done = cli(*given, *rest, *answers, person=worker)
    assert (done.status, done.document["technique"]) == (0, "ios_factory_reset"), done.err
    assert done.document["performed_by"] == worker
    assert cli(*given, *rest, "--answer", "account", person=worker).code == "not_a_pair"
    missing = cli(*given, *rest, *answers[1:], person=worker)
    assert (missing.status, missing.code) == (2, "phone_answers_incomplete")
