"""Certificates and logs of each version that prints any, as the program itself wrote them.

On every computer one drive was wiped and one failed; what was run otherwise is in the name.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from certificates_of_nwipe import Pages, certificate, pages_of, swapped
from serkut_desk.domain.evidence import (
    DriveResult,
    ErrorCounters,
    ReasonCode,
    ReportRun,
    Verdict,
    VerifyMode,
)
from serkut_desk.domain.report_pairs import DrivePair, PairField, of_drive, pairs_of
from serkut_desk.interchange.evidence import Outcome, ReportKind, read_report
from serkut_desk.interchange.nwipe_pdf.pages import read_pages

LOGS = Path(__file__).parents[1] / "data" / "nwipe"
MIXED = ("0.35", "0.36", "0.37", "0.39", "0.40", "0.41")
# Tag 0.39 calls itself so.
CALLED = {"0.39": "0.38.1"}
PNG = b"  /Filter /FlateDecode\r\n  /DecodeParms << /Predictor 15 "


def run_of(pages: Pages) -> ReportRun:
    report = read_report("x", certificate(pages))
    assert (report.outcome, report.kind) == (Outcome.READ, ReportKind.NWIPE_CERTIFICATE)
    return report.runs[0]


def log_of(version: str, kind: str = "mixed") -> ReportRun:
    name = f"v{version}/nwipe-{version}_loop_{kind}.log"
    return read_report(name, (LOGS / name).read_bytes()).runs[0]


def pairs(log: ReportRun, paper: ReportRun) -> tuple[DrivePair, ...]:
    return pairs_of(
        [of_drive(drive, log, number) for number, drive in enumerate(log.drives)],
        [of_drive(drive, paper, 100 + number) for number, drive in enumerate(paper.drives)],
    )


def codes(drive: DriveResult) -> set[ReasonCode]:
    return {reason.code for reason in drive.reasons}


@pytest.mark.parametrize("version", MIXED)
def test_a_certificate_of_each_version_says_what_its_log_says(version: str) -> None:
    log = log_of(version)
    assert log.tool_version == CALLED.get(version, version)
    for number, kind in enumerate(("erased", "failed")):
        run = run_of(pages_of(f"{version}_{kind}"))
        (drive,) = run.drives
        mine = log.drives[number]
        assert drive.verdict.value == mine.verdict.value == ("PASSED", "FAILED")[number]
        assert (run.tool_version, drive.verify) == (log.tool_version, VerifyMode.ALL)
        for name in ("serial", "model", "bus", "capacity", "method", "size_text", "hidden_areas"):
            assert getattr(drive, name) == getattr(mine, name), name
        assert (drive.unknown_lines, drive.final_blank) == ((), True)
        assert dict(run.known)["technician"] == "T-007"
        # The drive's own words are on another page, whose title is not the same in 0.35.
        assert dict(drive.known)["firmware"] == "01.01A01"
        (pair,) = pairs(log, run)
        assert (pair.log, pair.agrees, pair.opposed) == (number, True, False)


@pytest.mark.parametrize("version", MIXED)
def test_an_altered_status_is_never_a_success_beside_the_log(version: str) -> None:
    log = log_of(version)
    liar = run_of(swapped(pages_of(f"{version}_failed"), "FAILED", "ERASED"))
    assert liar.drives[0].verdict is Verdict.FAILED, "its counters are left"
    (pair,) = pairs(log, liar)
    assert [one.field for one in pair.differences] == [PairField.STATUS]
    spoilt = run_of(swapped(pages_of(f"{version}_erased"), "ERASED", "FAILED"))
    (pair,) = pairs(log, spoilt)
    assert (spoilt.drives[0].verdict, pair.opposed) == (Verdict.FAILED, True)
    errors = liar.drives[0].counters
    assert errors is not None
    said = f"{errors.passes}/{errors.flush}/{errors.verification}"
    cleaned = swapped(pages_of(f"{version}_failed"), "FAILED", "ERASED")
    cleaned_too = run_of(swapped(cleaned, said, "0/0/0"))
    assert cleaned_too.drives[0].verdict in (Verdict.REVIEW, Verdict.FAILED), "rounds are left"
    (pair,) = pairs(log, cleaned_too)
    assert {one.field for one in pair.differences} == {PairField.STATUS, PairField.ERRORS}


@pytest.mark.parametrize("name", ["0.36_aborted", "0.41_aborted"])
def test_an_aborted_drive_is_none_whatever_word_is_put_there(name: str) -> None:
    pages = pages_of(name)
    (drive,) = run_of(pages).drives
    # It counts bytes that were touched at least once.
    assert (drive.verdict, drive.bytes_erased) == (Verdict.ABORTED, drive.bytes_total)
    assert run_of(swapped(pages, "ABORTED", "ERASED")).drives[0].verdict is Verdict.REVIEW


@pytest.mark.parametrize("name", ["0.36_erased", "0.41_system", "0.42_reverse"])
def test_a_certificate_that_is_cut_off_proves_nothing(name: str) -> None:
    whole = certificate(pages_of(name))
    for tenth in range(1, 10):
        report = read_report("x", whole[: len(whole) * tenth // 10])
        found = {drive.verdict for run in report.runs for drive in run.drives}
        assert Verdict.PASSED not in found
        # Whatever is left of it, a person looks.
        assert found or report.outcome is Outcome.UNREADABLE
        assert report.kind is ReportKind.NWIPE_CERTIFICATE


def test_the_report_of_a_whole_computer_came_with_0_41() -> None:
    run = run_of(pages_of("0.41_system"))
    assert [one.verdict for one in run.drives] == [Verdict.PASSED, Verdict.FAILED]
    assert [one.model for one in run.drives] == ["Loopback device"] * 2
    assert run.drives[1].counters == ErrorCounters(2, 0, 0)
    assert run.host.asset_tag == "HKI-104299"
    found = pairs(log_of("0.41"), run)
    assert [(pair.log, pair.paper, pair.agrees) for pair in found] == [
        (0, 100, True),
        (1, 101, True),
    ]


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("0.35_erased", "0.35"),
        ("0.39_erased", "0.35"),
        ("0.40_erased", "0.40"),
        ("0.41_erased", "0.40"),
        ("0.41_system", "0.41"),
        ("0.42_reverse", "0.42"),
        ("0.42_scatter_system", "0.42"),
    ],
)
def test_a_version_is_proven_by_what_is_on_the_page(name: str, version: str) -> None:
    assert run_of(pages_of(name)).at_least == version


def test_the_direction_of_writing_is_no_other_method() -> None:
    run = run_of(pages_of("0.42_reverse"))
    (drive,) = run.drives
    assert (drive.method, drive.verdict, drive.passes) == ("DoD Short", Verdict.PASSED, 3)
    (pair,) = pairs(log_of("0.42", "reverse"), run)
    assert pair.agrees
    scattered = run_of(pages_of("0.42_scatter_system"))
    assert [one.method for one in scattered.drives] == ["Fill With Zeros"] * 2
    assert {one.verdict for one in scattered.drives} == {Verdict.PASSED}
    other = run_of(swapped(pages_of("0.42_reverse"), "DoD Short (R)", "DoD Short (Q)"))
    assert other.drives[0].verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("method", "passes", "verdict"),
    [
        ("Bruce Schneier 7-Pass", 7, Verdict.PASSED),
        ("BMB21-2019", 6, Verdict.PASSED),
        # It ends with a random pass; certificates from 0.36 on say zeros.
        ("RCMP TSSIT OPS-II", 0, Verdict.REVIEW),
    ],
)
def test_methods_by_certificate_alone(method: str, passes: int, verdict: Verdict) -> None:
    (drive,) = run_of(swapped(pages_of("0.41_erased"), "Fill With Zeros", method)).drives
    assert (drive.passes, drive.verdict) == (passes, verdict)


def test_hidden_serials_are_told_and_disagree_with_nothing() -> None:
    pages = pages_of("0.36_quiet")
    (drive,) = run_of(pages).drives
    assert drive.serial is None
    assert {ReasonCode.SERIALS_HIDDEN, ReasonCode.SERIAL_MISSING} <= codes(drive)
    assert ReasonCode.SERIAL_DISAGREES not in codes(drive)
    assert "wwn" not in dict(drive.known)
    assert dict(drive.known)["firmware"] == "01.01A01"
    # An edited one beside the drive's own still disagrees with it.
    one = [[(x, y, t.replace("TSTXXB1", "TSTXXC1")) for x, y, t in pages_of("0.36_erased")[0]]]
    (drive,) = run_of([*one, *pages_of("0.36_erased")[1:]]).drives
    assert ReasonCode.SERIAL_DISAGREES in codes(drive)


@pytest.mark.parametrize("tag", ["Empty Tag", "libconfig:tag error", "User_Defined_Tag"])
def test_a_tag_that_nobody_wrote_is_none(tag: str) -> None:
    pages = pages_of("0.40_erased")
    assert dict(run_of(pages).known)["tag"] == "DP-2026-00123"
    times = sum("DP-2026-00123" in text for page in pages for _, _, text in page)
    assert "tag" not in dict(run_of(swapped(pages, "DP-2026-00123", tag, times)).known)


def test_a_workshops_own_picture_does_no_harm_and_packed_text_is_not_read() -> None:
    pages = pages_of("0.42_reverse")
    good = certificate(pages)
    assert read_pages(good + b"%" + PNG + b">>") == read_pages(good)
    status = b"(ERASED)"
    at = good.index(status)
    start, end = good.rindex(b"<< /Length", 0, at), good.index(b"endstream", at)
    inner = good[good.index(b"stream\r\n", start) + 8 : end]
    rows = b"".join(b"\0" + inner[n : n + 1] for n in range(len(inner)))
    packed = zlib.compress(rows)
    head = b"<<\r\n" + PNG + b"/Colors 1 /Columns 1 >>\r\n  /Length %d >>stream\r\n" % len(packed)
    report = read_report("x", good[:start] + head + packed + b"\r\n" + good[end:])
    assert "ERASED" not in {one.status for run in report.runs for one in run.drives}
    assert Verdict.PASSED not in {one.verdict for run in report.runs for one in run.drives}
