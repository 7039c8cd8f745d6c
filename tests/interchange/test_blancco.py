"""Blancco's XML: what it may support, and that nothing passes on a word alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.evidence import ReasonCode, ReportRun, Verdict
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.report_links import Relation, relation, told
from serkut_desk.interchange.evidence import Outcome, ReportKind, read_report
from serkut_desk.stations.rules import shipped_policy

SAMPLE = (
    Path(__file__).parent / "data" / "blancco" / "SYNTHETIC_blancco_drive_eraser_report.xml"
).read_text("utf-8")
# The sample's own standard names several techniques at once.
CLEAR = SAMPLE.replace("NIST 800-88 Purge - ATA", "NIST 800-88 Clear")
ENTRY = '<entry name="{}" type="{}">{}</entry>'


def runs(text: str) -> tuple[ReportRun, ...]:
    report = read_report("report.xml", text.encode())
    assert report.kind is ReportKind.BLANCCO
    return report.runs


def verdict(text: str) -> tuple[Verdict, list[ReasonCode]]:
    (run,) = runs(text)
    (drive,) = run.drives
    return drive.verdict, [one.code for one in drive.reasons]


def test_what_the_report_says_is_kept_and_marked_as_not_proven() -> None:
    (run,) = runs(CLEAR)
    (drive,) = run.drives
    assert drive.verdict is Verdict.PASSED
    assert [one.code for one in drive.reasons] == [
        ReasonCode.UNPROVEN_FORMAT,
        ReasonCode.SIGNATURE_NOT_CHECKED,
    ]
    assert (drive.serial, drive.bus, drive.capacity) == ("S3TUNX0K4XXXQ1", "ATA-SSD", 256060514304)
    assert drive.technique is SanitisationTechnique.OVERWRITE
    assert (run.program, run.tool_version) == ("blancco", "7.9.1")
    assert (run.host.system_serial, run.host.asset_tag) == ("5CG8XXQ0V1", "HKI-104233")
    assert run.started is not None
    assert run.started.isoformat() == "2026-11-20T09:50:00"
    assert ("firmware_rounds", "1") in drive.known
    assert "Testi Teknikko" not in repr(run)
    # Nothing that is read here counts until a supervisor has put the program into the policy.
    assert not shipped_policy().tool_approved(run.program, run.tool_version)
    assert drive.attested == frozenset()


@pytest.mark.parametrize(
    ("change", "wanted", "reason"),
    [
        ((">Successful<", ">Failed<"), Verdict.FAILED, ReasonCode.STATUS_FAILED),
        ((">Successful<", ">Cancelled<"), Verdict.ABORTED, ReasonCode.STATUS_ABORTED),
        ((">Successful<", ">Erased with exceptions<"), Verdict.REVIEW, ReasonCode.STATE_NOT_KNOWN),
        ((">Successful<", "><"), Verdict.REVIEW, ReasonCode.STATE_NOT_KNOWN),
        (
            (ENTRY.format("failed_sectors", "uint", 0), ENTRY.format("failed_sectors", "uint", 3)),
            Verdict.FAILED,
            ReasonCode.ERRORS_COUNTED,
        ),
        (
            (ENTRY.format("total_errors", "uint", 0), ENTRY.format("total_errors", "uint", 1)),
            Verdict.FAILED,
            ReasonCode.ERRORS_COUNTED,
        ),
        (
            (ENTRY.format("total_errors", "uint", 0), ""),
            Verdict.REVIEW,
            ReasonCode.COUNTERS_MISSING,
        ),
        (
            ("NIST 800-88 Clear", "NIST 800-88 Purge - ATA"),
            Verdict.REVIEW,
            ReasonCode.METHOD_UNKNOWN,
        ),
        (
            ('<entries name="target">', '<entry name="imei">1</entry><entries name="target">'),
            Verdict.REVIEW,
            ReasonCode.METHOD_UNKNOWN,
        ),
        (
            (
                '<entries name="target">',
                '<exception><message>Remapped</message></exception><entries name="target">',
            ),
            Verdict.REVIEW,
            ReasonCode.EXCEPTION_TOLD,
        ),
    ],
)
def test_anything_but_a_clean_success_does_not_pass(
    change: tuple[str, str], wanted: Verdict, reason: ReasonCode
) -> None:
    old, new = change
    assert old in CLEAR
    found, codes = verdict(CLEAR.replace(old, new))
    assert found is wanted
    assert codes[0] is reason
    assert ReasonCode.UNPROVEN_FORMAT in codes


def test_several_media_and_several_erasures_of_one() -> None:
    start = CLEAR.index('<entries name="erasure">')
    end = CLEAR.index("</entries>\n   </blancco_erasure_report>")
    erasure = CLEAR[start:end]
    other = erasure.replace("S3TUNX0K4XXXQ1", "S3TUNX0K4XXXQ2").replace(
        '>0</entry><entry name="type"', '>1</entry><entry name="type"'
    )
    again = erasure.replace("09:50:00", "08:00:00").replace(">Successful<", ">Failed<")
    found = runs(CLEAR[:start] + again + erasure + other + CLEAR[end:])
    assert [(run.index, run.drives[0].verdict) for run in found] == [
        (0, Verdict.FAILED),
        (1, Verdict.PASSED),
        (2, Verdict.PASSED),
    ]
    assert len({run.fingerprint for run in found}) == 3


def test_the_same_erasure_in_another_file_is_one_run_and_an_edited_one_contradicts() -> None:
    (run,) = runs(CLEAR)
    (same,) = runs(CLEAR.replace("<document_id", "<!-- exported again --><document_id"))
    (failed,) = runs(CLEAR.replace(">Successful<", ">Failed<"))
    (other,) = runs(CLEAR.replace("S3TUNX0K4XXXQ1", "S9OTHER0000001"))
    assert relation(told(run), told(same)) is Relation.SAME
    assert relation(told(failed), told(run)) is Relation.CONTRADICTS
    # The same report under another serial: one of the two was edited.
    assert relation(told(run), told(other)) is Relation.CONTRADICTS


@pytest.mark.parametrize(
    "data",
    [
        '<!DOCTYPE r [<!ENTITY a "b">]><root><report><blancco>&a;</blancco></report></root>',
        '<!DOCTYPE r SYSTEM "file:///etc/passwd"><root><report><blancco_data/></report></root>',
        "<root><report><blancco_data>",
        "<root><report><blancco_data/></report></root>",
        "<root>" + "<report><blancco>" * 3000,
        "<root><report><blancco>" + "<a>" * 200 + "</a>" * 200 + "</blancco></report></root>",
    ],
)
def test_what_is_hostile_or_holds_no_erasure_is_unreadable(data: str) -> None:
    report = read_report("x.xml", data.encode())
    assert (report.outcome, report.runs) in [
        (Outcome.UNREADABLE, ()),
        (Outcome.NOT_A_REPORT, ()),
    ]


@given(
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 120), st.binary(max_size=10)),
        min_size=1,
        max_size=5,
    )
)
def test_no_mutation_crashes_or_passes_without_proof(
    edits: list[tuple[float, int, bytes]],
) -> None:
    data = CLEAR.encode()
    for where, length, new in edits:
        at = int(where * len(data))
        data = data[:at] + new + data[at + length :]
    for run in read_report("x.xml", data).runs:
        for drive in run.drives:
            if drive.verdict is Verdict.PASSED and run.program == "blancco":
                assert drive.status == "Successful"
                assert drive.counters is not None
                assert drive.counters.total == 0
                assert "exception" not in data.decode("utf-8", "replace")
