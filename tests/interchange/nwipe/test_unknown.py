"""What a log says of a drive in words of no known version is for a person, never a success."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from serkut_desk.domain.evidence import DriveResult, ReasonCode, ReportRun, Verdict
from serkut_desk.interchange.evidence import ReportKind, read_report

LOGS = Path(__file__).parents[1] / "data" / "nwipe"
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "wipe-reports" / "nwipe"
SEVEN = (LOGS / "vm/B_alldrives/v0.42/nwipe_log_vm_alldrives_dodshort.txt").read_text("utf-8")
NOTE = "[2026/11/21 21:36:30]  "
BEGIN = "[2026/11/21 21:36:31]  notice: [SUCCESS] Blanked device /dev/sdd"


def run_of(text: str) -> ReportRun:
    (run,) = read_report("log.txt", text.encode()).runs
    return run


def with_line(line: str) -> DriveResult:
    """Return the first drive of a good log into which somebody wrote a line."""
    assert BEGIN in SEVEN
    run = run_of(SEVEN.replace(BEGIN, f"{line}\n{BEGIN}"))
    others = {drive.verdict for drive in run.drives[1:]}
    assert others == {Verdict.PASSED}
    return run.drives[0]


def codes(drive: DriveResult) -> set[ReasonCode]:
    return {reason.code for reason in drive.reasons}


@pytest.mark.parametrize(
    "line",
    [
        "[2026/11/21 21:36:30]    info: /dev/sda: SANITIZE action 'block erase' was successful.",
        "[2026/11/21 21:36:30]  notice: Skipped 4096 sectors of /dev/sda",
        "[2026/11/21 21:36:30] warning: sda: the drive stopped answering",
        "[2026/11/21 21:36:30] mystery: something about /dev/sda",
        "sd 0:0:0:0: [sda] tag#16 FAILED Result: hostbyte=DID_OK",
        "I/O error, dev sda, sector 30720",
        "[2026/11/21 21:36:30]  notice:   /dev/sda was left out",
    ],
)
def test_an_unknown_line_about_a_drive_is_for_a_person(line: str) -> None:
    drive = with_line(line)
    assert (drive.verdict, ReasonCode.UNKNOWN_LINES in codes(drive)) == (Verdict.REVIEW, True)


@pytest.mark.parametrize(
    "line",
    [
        f"{NOTE}info: /dev/sda: 00.21%, round 1 of 1, pass 1 of 35, eta 01:02:03, [writing]",
        "[2026/11/21 21:59:30]    info: /dev/sda: Success",
        "[2026/11/21 21:36:30]  notice: hddtemp: /dev/sda temp1_crit 60C",
        "[2026/11/21 21:36:30]   debug: whatever /dev/sda said",
        "[2026/11/21 21:36:30]    info: Requesting wipe thread cancellation for /dev/sda",
        "[2026/11/21 21:36:30]  notice: /dev/sdaa is another drive",
    ],
)
def test_known_lines_change_nothing(line: str) -> None:
    drive = with_line(line)
    assert (drive.verdict, drive.unknown_lines) == (Verdict.PASSED, ())
    # Whoever asks how far it is, at its end or later, does not move its end.
    assert f"{drive.ended:%H:%M:%S}" == "21:36:35"


@pytest.mark.parametrize(
    "line",
    [
        "[2026/11/21 21:36:30]    info: /dev/sda: >>> FAILURE! <<<: code -1",
        "[2026/11/21 21:36:30] warning: Partial write on '/dev/sda', 512 bytes short.",
        f"{NOTE}warning: Skipping verification of pass 3/3 on /dev/sda due to 1 pass errors.",
    ],
)
def test_trouble_is_trouble_whatever_its_level(line: str) -> None:
    drive = with_line(line)
    assert (drive.verdict, ReasonCode.ERROR_LINES in codes(drive)) == (Verdict.REVIEW, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| Fdatasync I\\O Errors", "| Fdatasync I\\O Errors | Sectors lost"),
        ("| Percentage Erased", "| Percentage Erased | Percentage left"),
        ("* Drive Status *", "* Drives that were lost *"),
        ("| Model/Serial Number", "| Model/Serial Number | Mood"),
    ],
)
def test_unknown_tables_and_columns_are_for_a_person(old: str, new: str) -> None:
    assert old in SEVEN
    run = run_of(SEVEN.replace(old, new))
    assert run.unknown_tables
    assert {drive.verdict for drive in run.drives} == {Verdict.REVIEW}


@pytest.mark.skipif(not SHARED.exists(), reason="the files are not beside the checkout")
def test_every_sample_beside_the_checkout_gives_what_is_expected() -> None:
    """The logs as `expected.json` has them: by none of them it was found wrong.

    That the solid-state drive of `C_ioerrors` passes is what its log alone supports; the kernel's
    messages beside it, which the import hears, say otherwise.
    """
    expected: list[dict[str, Any]] = json.loads((SHARED / "expected.json").read_text("utf-8"))
    told = {(str(one["file"]), int(one["run"])) for one in expected}
    for one in expected:
        runs = read_report(one["file"], (SHARED / one["file"]).read_bytes()).runs
        assert {(one["file"], run.index) for run in runs} <= told
        run = runs[one["run"]]
        assert {drive.device: drive.verdict.value for drive in run.drives} == {
            drive["device"]: drive["verdict"] for drive in one["drives"]
        }
    kinds = {
        file.relative_to(SHARED).as_posix(): read_report(file.name, file.read_bytes()).kind
        for file in SHARED.rglob("*")
        if file.is_file() and file.suffix in (".txt", ".log")
    }
    logs = {name for name, kind in kinds.items() if kind is ReportKind.NWIPE_LOG}
    assert logs == {name for name, _ in told}
    assert set(kinds) - logs == {"vm/C_ioerrors/dmesg.txt"}
    assert kinds["vm/C_ioerrors/dmesg.txt"] is ReportKind.KERNEL_LOG
