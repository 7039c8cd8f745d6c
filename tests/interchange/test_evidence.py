from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serkut_desk.domain.evidence import ReasonCode, ReportRun, Verdict
from serkut_desk.domain.report_links import Relation, differing, relation, told
from serkut_desk.interchange.evidence import LIMIT, Outcome, ReportKind, read_report, sniff

LOGS = Path(__file__).parent / "data" / "nwipe"
EXPECTED: list[dict[str, Any]] = json.loads((LOGS / "expected.json").read_text("utf-8"))
FILES = sorted({str(report["file"]) for report in EXPECTED})
ENDS = (b"successfully completed.", b"successfully exited.", b"exited with errors,", b"was aborted")
SEVEN = "vm/B_alldrives/v0.42/nwipe_log_vm_alldrives_dodshort.txt"
OLD = "vm/A_alldrives/v0.30/nwipe_log_vm_alldrives_dodshort.txt"
MIXED = "v0.40/nwipe-0.40_loop_FAILED_mixed.log"
KILLED = "nwipe-0.34deb_loop_KILLED_powerloss.log"


def log(name: str) -> bytes:
    return (LOGS / name).read_bytes()


def only_run(data: bytes) -> ReportRun:
    report = read_report("log.txt", data)
    assert report.outcome is Outcome.READ
    assert len(report.runs) == 1
    return report.runs[0]


def verdicts(run: ReportRun) -> dict[str, str]:
    return {drive.device: drive.verdict.value for drive in run.drives}


@pytest.mark.parametrize("want", EXPECTED, ids=lambda want: str(want["file"]))
def test_every_log_gives_what_is_expected_drive_by_drive(want: dict[str, Any]) -> None:
    report = read_report(want["file"], log(want["file"]))
    assert report.sha256 == want["sha256"]
    run = report.runs[want["run"]]
    assert want["banner"] in (None, run.banner)
    assert run.started is not None
    assert run.started.isoformat() == want["started"]
    assert run.ended is not None
    assert run.ended.isoformat() == want["ended"]
    assert (run.final is None) == (want["final"] is None)
    assert run.host.system_serial == want["host"].get("system-serial-number", "")
    assert [drive.device for drive in run.drives] == [drive["device"] for drive in want["drives"]]
    for drive, wanted in zip(run.drives, want["drives"], strict=True):
        assert drive.verdict == wanted["verdict"]
        for name in ("serial", "serial_raw", "model", "bus", "method"):
            assert getattr(drive, name) == wanted[name], name
        assert drive.size_text == wanted["size"]


@pytest.mark.parametrize("name", FILES)
def test_no_truncation_at_a_line_ever_passes_without_the_final_line(name: str) -> None:
    lines = log(name).splitlines(keepends=True)
    for end in range(len(lines)):
        head = b"".join(lines[:end])
        report = read_report(name, head)
        if any(sign in head for sign in ENDS):
            continue
        assert all(
            drive.verdict is not Verdict.PASSED for run in report.runs for drive in run.drives
        )


@pytest.mark.parametrize("name", [SEVEN, OLD, "v0.40/nwipe-0.40_loop_dodshort.log"])
def test_a_final_line_cut_at_any_byte_does_not_pass(name: str) -> None:
    whole = log(name).rstrip()
    start = whole.rindex(b"\n") + 1
    assert Verdict.PASSED in verdicts(only_run(whole)).values()
    for end in range(start, len(whole)):
        assert "PASSED" not in verdicts(only_run(whole[:end])).values()


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(FILES),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 300), st.binary(max_size=12)),
        min_size=1,
        max_size=8,
    ),
)
def test_no_mutation_crashes(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    data = log(name)
    for where, length, new in edits:
        at = int(where * len(data))
        data = data[:at] + new + data[at + length :]
    report = read_report(name, data)
    assert report.outcome in set(Outcome)
    assert report.size == len(data)


@settings(max_examples=100, deadline=None)
@given(name=st.sampled_from(FILES), drop=st.sets(st.integers(0, 600), max_size=40))
def test_leaving_lines_out_never_makes_a_drive_look_cleaner(name: str, drop: set[int]) -> None:
    lines = log(name).splitlines(keepends=True)
    # Only lines that speak of errors prove a fault by being there; all else proves by being there.
    bad = (b"error", b"fatal", b"failure", b"FAILED", b"!", b"Verify ")
    kept = [line for at, line in enumerate(lines) if at not in drop or any(b in line for b in bad)]
    before = {
        drive.device: drive.verdict
        for run in read_report(name, log(name)).runs
        for drive in run.drives
    }
    for run in read_report(name, b"".join(kept)).runs:
        for drive in run.drives:
            if drive.verdict is Verdict.PASSED:
                assert before.get(drive.device) is Verdict.PASSED


@given(data=st.binary(max_size=300))
def test_any_bytes_get_an_outcome(data: bytes) -> None:
    report = read_report("x", data)
    assert report.runs == () or report.outcome is Outcome.READ


@pytest.mark.parametrize(
    ("data", "outcome", "kind"),
    [
        (b"", Outcome.UNREADABLE, ReportKind.EMPTY),
        (b" \r\n\t\n", Outcome.UNREADABLE, ReportKind.EMPTY),
        (b"%PDF-1.3\n(Disk Erasure Report)", Outcome.UNREADABLE, ReportKind.NWIPE_CERTIFICATE),
        (b"%PDF-1.7\n...", Outcome.ATTACHMENT, ReportKind.PDF),
        (b'<?xml version="1.0"?><root/>', Outcome.ATTACHMENT, ReportKind.XML),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', Outcome.NOT_A_REPORT, ReportKind.TEXT),
        (b'{"json_format_version": [1, 0]}', Outcome.ATTACHMENT, ReportKind.JSON),
        (b"\n/dev/sda:\n issuing sanitize\n", Outcome.ATTACHMENT, ReportKind.TOOL_TEXT),
        (b"Shopping: milk, nwipe 0.42", Outcome.NOT_A_REPORT, ReportKind.TEXT),
        (b"MZ\x90\x00\x03", Outcome.NOT_A_REPORT, ReportKind.BINARY),
    ],
)
def test_files_are_told_apart_by_content(data: bytes, outcome: Outcome, kind: ReportKind) -> None:
    report = read_report("misleading.log", data)
    assert (report.outcome, report.kind, report.runs) == (outcome, kind, ())


def test_a_file_over_the_limit_is_not_looked_into() -> None:
    assert sniff(bytes(LIMIT + 1)) is ReportKind.TOO_LARGE
    assert read_report("big.log", bytes(LIMIT + 1)).outcome is Outcome.UNREADABLE


def test_a_file_made_of_far_too_many_drives_or_runs_is_unreadable() -> None:
    found = "[2026/11/21 21:17:53]  notice: Found /dev/{},  ATA, x, 1 MB, S/N=A\n"
    drives = "".join(found.format(f"x{n}") for n in range(1001))
    runs = found.format("sda") * 1001
    for text in (drives, runs):
        report = read_report("x.log", text.encode())
        assert (report.outcome, report.kind) == (Outcome.UNREADABLE, ReportKind.TOO_MANY_PARTS)


@pytest.mark.parametrize("name", FILES)
def test_line_ends_marks_colours_and_encodings_change_nothing(name: str) -> None:
    plain = read_report(name, log(name)).runs
    for data in (
        b"\xef\xbb\xbf" + log(name).replace(b"\n", b"\r\n"),
        log(name).decode().encode("utf-16"),
        b"\x1b[1;31m" + log(name).replace(b"]", b"]\x1b[0m"),
    ):
        assert read_report(name, data).runs == plain


def test_appended_runs_are_told_apart_and_counted_from_0() -> None:
    names = [MIXED, KILLED, SEVEN, KILLED, OLD]
    data = b"".join(map(log, names))
    runs = read_report("appended.log", data).runs
    assert [run.index for run in runs] == [0, 1, 2, 3, 4]
    for run, name in zip(runs, names, strict=True):
        assert verdicts(run) == verdicts(only_run(log(name)))


def test_a_killed_run_never_borrows_the_end_of_the_next() -> None:
    killed, passed = log(KILLED), log("nwipe-0.34deb_loop_dodshort_verify-last.log")
    runs = read_report("appended.log", killed + passed).runs
    assert [list(verdicts(run).values()) for run in runs] == [["INCOMPLETE"], ["PASSED"]]


def test_the_same_log_with_another_serial_is_a_contradiction() -> None:
    run = only_run(log(SEVEN))
    edited = only_run(log(SEVEN).replace(b"WD-WX61AA81XXQA", b"WD-WX61AA81ZZZZ1"))
    assert edited.body_digest == run.body_digest is not None
    assert edited.fingerprint != run.fingerprint
    assert {d.serial for d in edited.drives} != {d.serial for d in run.drives}


def test_the_same_log_with_another_computer_is_a_contradiction() -> None:
    run = only_run(log(SEVEN))
    edited = only_run(log(SEVEN).replace(b"5CG8XXQ0V1", b"5CG8OTHER1"))
    assert edited.body_digest == run.body_digest
    assert edited.host.system_serial == "5CG8OTHER1"


def test_a_serial_swapped_with_one_more_letter_shows_by_the_times() -> None:
    run = only_run(log(SEVEN))
    swapped = log(SEVEN).replace(b"WD-WX61AA81XXQA", b"WD-WX61AA81ZZZZ1")
    edited = only_run(swapped.replace(b"info: ", b"info: a ", 1))
    assert edited.body_digest != run.body_digest
    assert edited.times_digest == run.times_digest is not None
    assert relation(told(run), told(edited)) is Relation.CONTRADICTS
    assert "/dev/sda" in differing(told(run), told(edited))


def test_times_tell_of_no_sample_what_its_words_do_not() -> None:
    tales = [told(only_run(log(name))) for name in FILES]
    for one, other in permutations(tales, 2):
        assert relation(one, other) is relation(replace(one, times=""), other)


def test_few_times_are_alike_by_chance() -> None:
    lines = log(SEVEN).split(b"\n")
    short = [line for line in lines if line.startswith(b"[")][:9]
    rest = [line for line in lines if not line.startswith(b"[")]
    assert only_run(b"\n".join(short + rest)).times_digest is None


def test_different_wipes_have_different_bodies() -> None:
    bodies = [only_run(log(name)).body_digest for name in FILES]
    assert len(set(bodies)) == len(FILES)


@pytest.mark.parametrize("sign", ["S/N=", "has serial number ", "WDC WD5000LPLX-6/"])
def test_a_serial_edited_in_one_place_shows(sign: str) -> None:
    data = log(SEVEN).replace(f"{sign}WD-WX61AA81XXQA".encode(), f"{sign}WD-OTHER1234".encode())
    drive = only_run(data).drives[0]
    assert drive.device == "/dev/sda"
    assert ReasonCode.SERIAL_DISAGREES in {reason.code for reason in drive.reasons}


def test_a_growing_file_keeps_its_head() -> None:
    whole = log(SEVEN)
    half = whole[: whole.index(b"Finished pass 1/3")]
    assert only_run(half).head_key == only_run(whole).head_key
    assert only_run(half).fingerprint != only_run(whole).fingerprint
    assert only_run(half).head_key != only_run(log(OLD)).head_key
    assert set(verdicts(only_run(half)).values()) == {"INCOMPLETE", "NOT_STARTED"}


def test_a_doubled_serial_is_said_and_changes_no_verdict() -> None:
    doubled = {
        drive.device: drive.verdict.value
        for drive in only_run(log(OLD)).drives
        if ReasonCode.SERIAL_DOUBLED in {reason.code for reason in drive.reasons}
    }
    assert doubled == {"/dev/sdb": "PASSED", "/dev/sdc": "PASSED"}
