"""The documented ways in which genuine logs mislead, and those that edited ones try."""

from __future__ import annotations

from pathlib import Path

import pytest

from serkut_desk.domain.evidence import (
    DriveResult,
    HiddenAreas,
    ReasonCode,
    ReportRun,
    Verdict,
    VerifyMode,
)
from serkut_desk.interchange.evidence import read_report

LOGS = Path(__file__).parents[1] / "data" / "nwipe"
SEVEN = "vm/B_alldrives/v0.42/nwipe_log_vm_alldrives_dodshort.txt"
OLD = "vm/A_alldrives/v0.30/nwipe_log_vm_alldrives_dodshort.txt"
ONE = "nwipe-0.34deb_loop_dodshort_verify-last.log"
OLD_MIXED = "v0.30/nwipe-0.30_loop_FAILED_mixed.log"


def text(name: str) -> str:
    return (LOGS / name).read_text("utf-8")


def read(log: str) -> ReportRun:
    (run,) = read_report("log.txt", log.encode()).runs
    return run


def drive(run: ReportRun, device: str) -> DriveResult:
    (found,) = [one for one in run.drives if one.device == device]
    return found


def codes(one: DriveResult) -> set[ReasonCode]:
    return {reason.code for reason in one.reasons}


def edited(name: str, old: str, new: str) -> ReportRun:
    log = text(name)
    assert old in log
    return read(log.replace(old, new))


def test_a_flush_failure_keeps_an_old_erased_drive_from_passing() -> None:
    one = drive(read(text(OLD_MIXED)), "/dev/loop1")
    assert one.verdict is Verdict.REVIEW
    assert ReasonCode.ERROR_LINES in codes(one)


def test_a_counter_above_zero_fails_a_drive_that_the_table_calls_erased() -> None:
    run = edited(
        ONE,
        "     loop0 |           0 |                    0 |                    0",
        "!    loop0 |           0 |                    0 |                    2",
    )
    assert drive(run, "/dev/loop0").verdict is Verdict.FAILED


def test_counters_of_0_31_without_the_flush_column() -> None:
    log = (
        text(ONE)
        .replace(" | Fdatasync I\\O Errors", " |")
        .replace("                    0 |                    0", "                    0 |")
    )
    one = drive(read(log), "/dev/loop0")
    assert one.counters is not None
    assert one.counters.flush is None
    assert one.verdict is Verdict.PASSED


def test_a_busy_disk_without_a_row_is_not_wiped() -> None:
    extra = (
        "[2026/11/21 21:36:07]  notice: Found /dev/sde,  ATA    , BUSY,   25 MB, S/N=B1234567\n"
        "[2026/11/21 21:36:07] warning: /dev/sde is reported as IN USE (it could be mounted)\n"
    )
    log = text(SEVEN)
    at = log.index("[2026/11/21 21:36:08]    info: Automatically")
    one = drive(read(log[:at] + extra + log[at:]), "/dev/sde")
    assert (one.verdict, ReasonCode.IN_USE in codes(one)) == (Verdict.NOT_WIPED, True)


def test_a_run_that_only_skipped_is_not_wiped_though_it_ended_well() -> None:
    log = (
        "[2026/11/21 21:36:07]    info: nwipe 0.42\n"
        "[2026/11/21 21:36:07]  notice: Found /dev/sda,  ATA    , DISK,   25 MB, S/N=B1234567\n"
        "[2026/11/21 21:36:08]    info: Nwipe successfully completed. "
        "See summary table for details.\n"
    )
    assert drive(read(log), "/dev/sda").verdict is Verdict.NOT_WIPED


def test_a_short_name_that_two_drives_could_have_gives_neither_a_row() -> None:
    log = text(OLD)
    twin = "[2026/11/21 21:25:31]  notice: Found /dev/avme0n1, NVME, TWIN, 100 MB, S/N=T1234567\n"
    at = log.index("[2026/11/21 21:25:31]    info: Automatically")
    run = read(log[:at] + twin + log[at:])
    assert drive(run, "/dev/nvme0n1").verdict is Verdict.NOT_WIPED
    assert drive(run, "/dev/avme0n1").verdict is Verdict.NOT_WIPED


def test_fewer_bytes_than_the_drive_has_fail() -> None:
    run = edited(
        SEVEN,
        "       sda |          25165824 |         25165824 |           100.00%",
        "       sda |          25165823 |         25165824 |           100.00%",
    )
    assert drive(run, "/dev/sda").verdict is Verdict.FAILED
    assert drive(run, "/dev/sdb").verdict is Verdict.PASSED


@pytest.mark.parametrize("sign", ["*** HIDDEN SECTORS DETECTED ! ***", "HIDDEN AREA DETECTED!"])
def test_hidden_areas_are_told_and_change_no_verdict(sign: str) -> None:
    one = drive(
        edited(SEVEN, "info: No hidden sectors on /dev/sda", f"warning:  {sign} on /dev/sda"),
        "/dev/sda",
    )
    assert (one.hidden_areas, one.verdict) == (HiddenAreas.DETECTED, Verdict.PASSED)
    run = read(text(SEVEN))
    assert drive(run, "/dev/sda").hidden_areas is HiddenAreas.NONE
    assert drive(run, "/dev/sdc").hidden_areas is HiddenAreas.UNKNOWN
    assert drive(run, "/dev/nvme0n1").hidden_areas is HiddenAreas.NOT_APPLICABLE


def test_a_log_without_serials_proves_no_drive() -> None:
    log = text(ONE).replace("S/N=", "S/N=XXXXXXXXXXXXXXX").replace("quiet    = 0", "quiet    = 1")
    one = drive(read(log), "/dev/loop0")
    assert one.serial is None
    assert ReasonCode.SERIALS_HIDDEN in codes(one)


def test_a_serial_cut_at_80_columns_is_not_compared() -> None:
    lines = [line for line in text(SEVEN).splitlines() if "has serial number" not in line]
    wide = "\n".join(lines).replace("WDC WD5000LPLX-6,   25 MB", "WDC WD5,   25 MB")
    one = drive(read("\n".join(line[:80] for line in wide.splitlines())), "/dev/sda")
    assert one.serial is None
    assert ReasonCode.SERIAL_CUT in codes(one)


def test_a_whole_serial_elsewhere_helps_a_cut_one() -> None:
    one = drive(read("\n".join(line[:80] for line in text(SEVEN).splitlines())), "/dev/sda")
    assert one.serial == "WDWX61AA81XXQA"
    assert ReasonCode.SERIAL_CUT not in codes(one)


def test_hours_of_another_drive_are_a_doubtful_clock_only() -> None:
    run = edited(SEVEN, "5388 KB/s | 00:00:23", "5388 KB/s | 02:00:23")
    assert run.clock_flags == ("duration_mismatch",)
    assert drive(run, "/dev/sda").verdict is Verdict.PASSED
    assert ReasonCode.CLOCK_DOUBTFUL in codes(drive(run, "/dev/sda"))
    huge = edited(SEVEN, "5388 KB/s | 00:00:23", "5388 KB/s | 19088741:31:58")
    negative = edited(SEVEN, "5388 KB/s | 00:00:23", "5388 KB/s | -1:-59:-43")
    assert huge.clock_flags == negative.clock_flags == ("duration_mismatch",)
    assert drive(negative, "/dev/sda").table_seconds == -(3600 + 59 * 60 + 43)


def test_a_clock_set_back_or_forward_is_flagged() -> None:
    log = text(ONE)
    at = log.rindex("\n", 0, log.index("33554432 bytes written"))
    head, tail = log[:at], log[at:]
    assert "went_backwards" in read(head + tail.replace(" 21:10:", " 19:10:")).clock_flags
    assert "jump" in read(head + tail.replace(" 21:10:", " 23:20:")).clock_flags


def test_the_blanking_is_what_was_done_not_what_the_footer_says() -> None:
    run = edited(ONE, "[SUCCESS] Blanked device", "something about")
    assert run.footer is not None
    assert run.footer.final_blank is True
    assert drive(run, "/dev/loop0").final_blank is False


def test_another_label_than_the_passes_made_does_not_pass() -> None:
    run = edited("nwipe-0.34deb_loop_zero_verify-last.log", "Fill With Zeros", "DoD Short")
    one = drive(run, "/dev/loop0")
    assert (one.passes, one.passes_planned, one.verdict) == (1, 3, Verdict.REVIEW)
    assert ReasonCode.PASSES_MISSING in codes(one)


def test_an_unknown_method_is_for_a_person() -> None:
    one = drive(edited(ONE, "DoD Short", "Bright New Method"), "/dev/loop0")
    assert one.verdict is Verdict.REVIEW
    assert ReasonCode.METHOD_UNKNOWN in codes(one)


def test_methods_that_disagree_are_for_a_person() -> None:
    one = drive(
        edited(ONE, "Invoking method 'DoD Short'", "Invoking method 'PRNG Stream'"), "/dev/loop0"
    )
    assert ReasonCode.METHOD_DISAGREES in codes(one)
    assert one.verdict is Verdict.REVIEW


def test_a_removed_error_summary_does_not_turn_a_new_log_into_an_old_one() -> None:
    log = text(ONE)
    start, end = log.index("*****"), log.index("********************************* Drive Status")
    one = drive(read(log[:start] + log[end:]), "/dev/loop0")
    assert (one.verdict, ReasonCode.COUNTERS_MISSING in codes(one)) == (Verdict.REVIEW, True)


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("-FAILED-", Verdict.FAILED),
        ("UABORTED", Verdict.ABORTED),
        ("INSANITY", Verdict.INSANE),
        ("Sparkled", Verdict.REVIEW),
        ("        ", Verdict.REVIEW),
    ],
)
def test_status_words(cell: str, verdict: Verdict) -> None:
    assert drive(edited(ONE, "| Erased |", f"|{cell}|"), "/dev/loop0").verdict is verdict


def test_of_two_rows_the_worse_counts() -> None:
    row = "     loop0 | Erased |   0 B/s | 00:00:02 | Loopback device/\n"
    bad = row.replace(" Erased ", "-FAILED-")
    assert drive(edited(ONE, row, bad + row), "/dev/loop0").verdict is Verdict.FAILED
    assert drive(edited(ONE, row, row + bad), "/dev/loop0").verdict is Verdict.FAILED


@pytest.mark.parametrize("level", ["error", "fatal", "sanity"])
def test_an_error_that_names_no_drive_is_that_of_the_only_one(level: str) -> None:
    line = f"[2026/11/21 21:10:28] {level:>7}: nwipe_static_pass: fdatasync: Input/output error\n"
    log = text(ONE)
    at = log.index("[2026/11/21 21:10:29]  notice:") if "21:10:29]  notice" in log else -1
    at = at if at >= 0 else log.index("\n\n****")
    assert drive(read(log[:at] + line + log[at:]), "/dev/loop0").verdict is Verdict.REVIEW


def test_verification_off_is_told() -> None:
    one = drive(read(text("vm/E_clock/v0.38/nwipe_log_vm_rtc2001.txt")), "/dev/sdb")
    assert one.verify is VerifyMode.OFF
    assert ReasonCode.VERIFY_OFF in codes(one)
    assert one.capacity == 167772160


def test_a_footer_alone_cannot_claim_a_verification() -> None:
    log = text("vm/E_clock/v0.38/nwipe_log_vm_rtc2001.txt")
    claimed = log.replace("+NB+NV", "+NB+VA").replace("verify   = 0 (off)", "verify   = 2 (all)")
    assert drive(read(claimed), "/dev/sdb").verify is VerifyMode.OFF


def test_versions_are_proven_by_features() -> None:
    assert read(text(SEVEN)).tool_version == "0.42"
    old = read(text(OLD))
    assert (old.tool_version, old.at_most) == (None, "0.30")
    assert edited(SEVEN, "nwipe 0.42", "nwipe 0.34").tool_version is None
    run = edited(SEVEN, "info: nwipe 0.42", "info: ShredOS v2025.11_31_x86-64_0.42-nomodeset")
    assert (run.tool, run.tool_version) == ("ShredOS", "0.42")


def test_cached_reading_is_told() -> None:
    assert drive(read(text(SEVEN)), "/dev/sda").direct_io
    assert ReasonCode.CACHED_IO in codes(drive(read(text(ONE)), "/dev/loop0"))


def test_the_ground_facts_of_a_run() -> None:
    run = read(text(SEVEN))
    assert run.host.system_serial == "5CG8XXQ0V1"
    assert run.host.asset_tag == "HKI-104233"
    assert run.kernel.endswith("Debian 6.1.192-2 (2026-11-16)")
    assert run.options.verify is VerifyMode.LAST
    assert (run.options.rounds, run.options.prng) == (1, "SplitMix64")
    one = drive(run, "/dev/sda")
    assert (one.capacity, one.bytes_erased, one.passes, one.final_blank) == (
        25165824,
        25165824,
        3,
        True,
    )
    assert one.started is not None
    assert one.ended is not None
    assert (one.ended - one.started).seconds == 23
    rounds = read(text("nwipe-0.34deb_loop_prng_rounds3_noblank_verify-last.log"))
    assert (rounds.drives[0].passes, rounds.drives[0].final_blank) == (3, False)
