"""The stick: run for real on a loop device, with drives behind fake tools that keep state."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from interchange.stick.bench import BADGE, NVME, SHELLS, SIZE, SSD, Stick
from serkut_desk.domain.evidence import HiddenAreas, ReasonCode, Verdict
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.domain.stick_samples import BLOCK

_KIT = Path(__file__).parents[3] / "resources"
A = Attestation


def codes(stick: Stick) -> set[ReasonCode]:
    return {one.code for one in stick.result().reasons}


def test_nvme_sanitize_waits_for_the_drive_and_reads_back(stick: Stick) -> None:
    hostile = "TEST \\x22$(reboot)\\x22 \\x5c `x` \\xe4"
    stick.drive("nvme", NVME, MODEL=hostile)
    status, said = stick.wipe(NVME, tag="SD0000000195")
    assert (status, "DONE" in said, "50 %" in said, "100 %" in said) == (0, True, True, True)
    file = json.loads(stick.data())
    assert file["target"]["model"].encode("latin-1") == b'TEST "$(reboot)" \\ `x` \xe4'
    assert stick.written[0].name.startswith(f"serkut-wipe-{NVME}-20")
    drive, run = stick.result(), stick.run()
    assert (drive.verdict, drive.reasons) == (Verdict.PASSED, ())
    assert drive.attested == {A.STATUS_CONFIRMED, A.READ_BACK, A.COMMAND_SUPPORTED}
    assert drive.technique is SanitisationTechnique.NVME_SANITIZE_BLOCK_ERASE
    assert (drive.serial, drive.model, drive.bus) == (NVME, 'TEST "NVMe"', "NVME")
    assert (drive.capacity, run.program, run.tool_version) == (SIZE, "nvme-cli", "2.3")
    assert (run.tool, run.performed_by) == ("serkut-wipe", BADGE)
    content = Path(stick.device).read_bytes()
    assert content.count(0) == SIZE
    samples = file["samples"]
    assert [int(one["at"]) for one in samples[:5]] == [0, BLOCK, 2 * BLOCK, 3 * BLOCK, 4 * BLOCK]
    assert {(one["bytes"], one["looks"]) for one in samples} == {(str(BLOCK), "zero")}
    # Hashes of what was there, and nothing of it.
    assert b"personal" not in stick.data()
    assert not list(stick.root.glob("serkut-wipe.*"))


@pytest.mark.parametrize(
    ("mode", "word", "verdict", "reason"),
    [
        ("stuck", "NOT DONE", Verdict.INCOMPLETE, ReasonCode.STILL_RUNNING),
        ("ignored", "FAILED", Verdict.FAILED, ReasonCode.SAMPLES_UNCHANGED),
        ("swapped", "another drive now", Verdict.NOT_STARTED, ReasonCode.NEVER_STARTED),
    ],
)
def test_nvme_drives_that_do_not_do_it(
    stick: Stick, mode: str, word: str, verdict: Verdict, reason: ReasonCode
) -> None:
    stick.drive("nvme", NVME, mode=mode)
    if mode == "stuck":
        policy = stick.root / "kit" / "policy.txt"
        told = policy.read_text().replace("poll_seconds=0", "poll_seconds=1")
        policy.write_text(told.replace("wait_seconds=60", "wait_seconds=1"))
    status, said = stick.wipe(NVME)
    assert status == 1
    assert word in said
    assert stick.result().verdict is verdict
    assert reason in codes(stick)
    assert Attestation.READ_BACK not in stick.result().attested
    if mode == "swapped":
        assert b"personal" in Path(stick.device).read_bytes()


def test_a_format_says_its_level_and_shows_its_end(stick: Stick) -> None:
    stick.drive("nvme", NVME, mode="format")
    status, said = stick.wipe(NVME)
    assert status == 0
    assert "nvme_format_ses1. It gives level clear, required is purge" in said
    assert "level is not enough" in said
    drive = stick.result()
    assert drive.verdict is Verdict.PASSED
    assert {A.ALL_NAMESPACES, A.STATUS_CONFIRMED, A.READ_BACK} <= drive.attested


def test_an_enhanced_erase_sets_a_password_that_the_drive_takes_away(stick: Stick) -> None:
    stick.shell = SHELLS[1 % len(SHELLS)]
    stick.drive("sata", SSD)
    status, said = stick.wipe(SSD)
    assert (status, "ata_secure_erase_enhanced" in said) == (0, True)
    drive = stick.result()
    assert drive.verdict is Verdict.PASSED
    wanted = {A.STATUS_CONFIRMED, A.READ_BACK, A.COMMAND_SUPPORTED, A.UNLOCKED_AFTER}
    # Two minutes were promised and it took none.
    assert drive.attested == wanted
    assert (drive.bus, drive.hidden_areas) == ("ATA-SSD", HiddenAreas.NONE)
    assert not (stick.root / "state" / "password").exists()


@pytest.mark.parametrize(
    ("mode", "verdict", "reason"),
    [
        # "bad/missing sense data" with exit status 0: the drive took no password.
        ("sense", Verdict.NOT_STARTED, ReasonCode.NEVER_STARTED),
        ("sanitize", Verdict.PASSED, None),
    ],
)
def test_ata_drives(stick: Stick, mode: str, verdict: Verdict, reason: ReasonCode | None) -> None:
    if mode == "sanitize" and shutil.which("busybox"):
        stick.busybox_alone()
    stick.drive("sata", SSD, mode=mode)
    status, _ = stick.wipe(SSD)
    assert status == (0 if verdict is Verdict.PASSED else 1)
    assert stick.result().verdict is verdict
    assert reason is None or reason in codes(stick)


@pytest.mark.skipif(not shutil.which("nwipe"), reason="no nwipe here")
def test_nwipe_overwrites_this_drive_and_no_other(stick: Stick) -> None:
    stick.drive("sata", SSD, ROTA="1")
    status, said = stick.wipe(SSD)
    assert (status, "overwrite" in said) == (0, True)
    drive, run = stick.result(), stick.run()
    assert (drive.verdict, drive.passes, drive.device) == (Verdict.PASSED, 3, stick.device)
    assert drive.final_blank
    assert drive.counters is not None
    assert Attestation.READ_BACK in drive.attested
    assert (drive.serial, run.program) == (SSD, "nwipe")
    assert Path(stick.device).read_bytes().count(0) == SIZE
    (log,) = (stick.root / "out").glob("*.nwipe.log")
    assert log.name == json.loads(stick.data())["log"]["name"]
    called = json.loads(stick.data())["commands"][-1]["command"]
    assert [word for word in called if word.startswith("/dev/")] == [stick.device]
    assert "--autonuke" in called


def test_a_check_only_reads(stick: Stick) -> None:
    before = Path(stick.device).read_bytes()
    status, said = stick.wipe(NVME, "check", verify="full-sample")
    assert (status, "READ" in said) == (0, True)
    # Whoever finds texts on a drive that should be empty says so.
    assert stick.result().verdict is Verdict.FAILED
    assert stick.result().technique is SanitisationTechnique.VERIFY_ONLY
    assert ReasonCode.SAMPLES_STRUCTURED in codes(stick)
    assert Path(stick.device).read_bytes() == before
    assert json.loads(stick.data())["commands"] == []


@pytest.mark.parametrize(
    ("number", "verdict"), [(signal.SIGKILL, Verdict.INCOMPLETE), (signal.SIGTERM, Verdict.ABORTED)]
)
def test_what_is_stopped_in_the_middle(stick: Stick, number: int, verdict: Verdict) -> None:
    stick.drive("nvme", NVME, mode="killed")
    stick.stopped(NVME, number, stick.root / "state" / "left")
    assert stick.result().verdict is verdict
    assert stick.result().attested == frozenset()


def test_nothing_else_is_ever_a_target(stick: Stick) -> None:
    """Refused before anything is written, and no file is left."""
    other = f'NAME="sdz" TYPE="disk" SERIAL="{NVME}"\n'
    link = stick.root / "link"
    link.symlink_to(stick.device)
    refused: list[tuple[str, dict[str, str], dict[str, str], str]] = [
        ("another serial", {}, {"serial": "S0OTHER99"}, "not the drive's serial"),
        ("unconfirmed", {}, {"confirmed": "S0OTHER99"}, "another drive"),
        ("a wrong badge", {}, {"operator": "HK0000000112"}, "badge"),
        ("a symlink", {}, {"device": str(link)}, "no whole disk"),
        ("a path", {}, {"device": "/dev/disk/by-id/x"}, "no whole disk"),
        ("a partition", {"TYPE": "part"}, {}, "no whole disk"),
        ("no serial", {"SERIAL": ""}, {}, "no serial"),
        ("read-only", {"RO": "1"}, {}, "read-only"),
        ("an odd kind", {"TRAN": "fc"}, {}, "what kind"),
        ("removable", {"RM": "1"}, {}, "--removable"),
    ]
    for name, told, given, word in refused:
        stick.drive("nvme", NVME, **told)
        status, said = stick.wipe(NVME, **given)
        assert (status in {1, 2}, word in said) == (True, True), (name, said)
    stick.drive("nvme", NVME)
    with (stick.root / "state" / "drives").open("a") as drives:
        drives.write(other)
    status, said = stick.wipe(NVME)
    assert (status, "same serial" in said) == (1, True)
    stick.drive("sata", SSD, mode="frozen")
    status, said = stick.wipe(SSD)
    assert (status, "Suspend" in said) == (1, True)
    assert stick.written == []
    assert b"personal" in Path(stick.device).read_bytes()


@pytest.mark.skipif(not shutil.which("mkfs.ext2"), reason="no mkfs.ext2 here")
def test_what_is_mounted_and_what_holds_the_results_is_refused(stick: Stick) -> None:
    place = stick.root / "mounted"
    place.mkdir()
    subprocess.run(["mkfs.ext2", "-q", "-F", stick.device], check=True, capture_output=True)
    mounted = subprocess.run(["mount", stick.device, str(place)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        status, said = stick.wipe(NVME)
        assert (status, "in use" in said) == (1, True)
        status, said = stick.wipe(NVME, out=str(place))
        assert (status, "runs from" in said) == (1, True)
    finally:
        subprocess.run(["umount", str(place)], check=True)
    assert stick.written == []


def test_a_person_is_asked_for_badge_name_and_serial(stick: Stick) -> None:
    (stick.root / "kit" / "results").mkdir()
    # A scanner that sends two Enters answers nothing twice.
    told = f"{BADGE.lower()}\n\n{stick.name}\n\n{NVME[:6]}-{NVME[6:]}\n\nME10\n"
    done = stick.call("start", told=told)
    assert (done.returncode, "Wrong characters" in done.stderr) == (1, True)
    assert "SANICAP 3, FNA 0" in done.stderr
    assert "nvme_sanitize_block_erase. It gives level purge" in done.stderr
    done = stick.call("list", "--removable")
    assert (done.returncode, "5 MB" in done.stderr or "0 GB" in done.stderr) == (0, True)
    assert b"personal" in Path(stick.device).read_bytes()


def test_the_policy_is_read_strictly(stick: Stick) -> None:
    policy = stick.root / "kit" / "policy.txt"
    whole = policy.read_text()
    for change, word in (
        (whole + "nvme_method=trust_me\n", "odd line"),
        (whole.replace("nvme=nvme_", "nvme=$(reboot) nvme_"), "odd line"),
        (whole.replace("samples=1\n", ""), "lacks a line"),
        ("nonsense", "cannot be read"),
    ):
        policy.write_text(change)
        status, said = stick.wipe(NVME)
        assert (status, word in said) == (3, True)


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="no shellcheck here")
def test_shellcheck_has_nothing_to_say(tmp_path: Path) -> None:
    for folder in ("stick", "collector"):
        for part in (_KIT / folder).iterdir():
            shutil.copy(part, tmp_path)
    done = subprocess.run(
        ["shellcheck", "-a", "-x", "-P", "SCRIPTDIR", "-s", "sh", "serkut-wipe"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == ""
