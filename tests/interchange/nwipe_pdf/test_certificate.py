"""What certificates of nwipe support, alone: every proof there, or a person looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from certificates_of_nwipe import BEGIN, Pages, certificate, pages_of, swapped
from serkut_desk.domain.evidence import (
    DriveResult,
    ErrorCounters,
    HiddenAreas,
    ReasonCode,
    ReportRun,
    Verdict,
    VerifyMode,
)
from serkut_desk.interchange.evidence import Outcome, ReportKind, read_report
from serkut_desk.interchange.nwipe_pdf import pages as reading

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "wipe-reports" / "nwipe" / "vm"
# What each genuine certificate supports, by the beginning of its file's name.
GENUINE = {
    "nwipe_report_2026-11-21-21-36-31_Model_QEMU_QEMU_HARDDISK": ["PASSED"],
    "nwipe_report_2026-11-21-21-36-35_Model_QEMU_NVMe_Ctrl": ["PASSED"],
    "nwipe_report_2026-11-21-21-36-35_Model_SAMSUNG_MZ7LN256": ["PASSED"],
    "nwipe_report_2026-11-21-21-36-35_Model_SD_QEMU": ["PASSED"],
    "nwipe_report_2026-11-21-21-36-35_Model_SEAGATE_ST300MM0006": ["PASSED"],
    "nwipe_report_2026-11-21-21-36-35_Model_Virtio_Block_Device": ["PASSED"],
    "nwipe_report_2026-11-21-21-36-35_Model_WDC_WD5000LPLX_6": ["PASSED"],
    "nwipe_system_report_2026-11-21-21-36-35": ["PASSED"] * 7,
    "nwipe_report_2026-11-21-21-49-01_Model_QEMU_NVMe_Ctrl": ["FAILED"],
    "nwipe_report_2026-11-21-21-49-01_Model_TOSHIBA_MQ01ABD0": ["FAILED"],
    "nwipe_report_2026-11-21-21-49-03_Model_ST500LM000": ["PASSED"],
    # The drive had unreadable sectors; that 0.38 read its cache does not show on the certificate.
    "nwipe_report_2026-11-21-21-49-04_Model_KINGSTON_SA400S3": ["PASSED"],
}
SDA = pages_of("0.42_sda")


def run_of(pages: Pages) -> ReportRun:
    report = read_report("x", certificate(pages))
    assert (report.outcome, report.kind) == (Outcome.READ, ReportKind.NWIPE_CERTIFICATE)
    (run,) = report.runs
    assert run.paper
    return run


def drive_of(pages: Pages) -> DriveResult:
    (drive,) = run_of(pages).drives
    return drive


def codes(drive: DriveResult) -> set[ReasonCode]:
    return {reason.code for reason in drive.reasons}


@pytest.mark.skipif(not SHARED.exists(), reason="the genuine files are not beside the checkout")
def test_every_genuine_certificate_gives_what_is_expected() -> None:
    files = sorted(SHARED.rglob("*.pdf"))
    assert len(files) == len(GENUINE)
    for file in files:
        want = next(want for name, want in GENUINE.items() if file.name.startswith(name))
        (run,) = read_report(file.name, file.read_bytes()).runs
        assert [drive.verdict.value for drive in run.drives] == want, file.name


def test_a_certificate_of_one_drive_tells_what_no_log_does() -> None:
    run = run_of(SDA)
    (drive,) = run.drives
    assert (drive.verdict, codes(drive)) == (
        Verdict.PASSED,
        {ReasonCode.CACHED_IO, ReasonCode.PAPER_ALONE},
    )
    assert (drive.serial_raw, drive.bus, drive.model) == (
        "WD-WX61AA81XXQA",
        "ATA",
        "WDC WD5000LPLX-6",
    )
    assert (drive.capacity, drive.bytes_erased, drive.passes) == (25165824, 25165824, 3)
    assert (drive.verify, drive.hidden_areas) == (VerifyMode.LAST, HiddenAreas.NONE)
    assert drive.counters == ErrorCounters(0, 0, 0)
    assert dict(drive.known)["model_full"] == "WDC WD5000LPLX-60ZNTT1"
    assert dict(drive.known)["firmware"] == "02.01A02"
    assert dict(drive.known)["wwn"] == "5 0014ee 2bb1234aa"
    assert dict(run.known) == {
        "tag": "DP-2026-00123",
        "technician": "Testi Teknikko T-007",
        "organisation": "Digipaja, Helsingin kaupunki",
        "customer": "Kasvatus ja koulutus (KASKO)",
    }
    assert (run.host.system_serial, run.tool_version, run.at_least) == (
        "5CG8XXQ0V1",
        "0.42",
        "0.42",
    )


def test_a_report_of_a_whole_computer_tells_of_every_drive() -> None:
    run = run_of(pages_of("0.42_system"))
    assert [drive.serial for drive in run.drives] == [
        "WDWX61AA81XXQA",
        "S3TUNX0K4XXXQ1",
        "S0K1XXQ3",
        None,
        None,
        None,
        "S444NX0M3XXXQ2",
    ]
    assert {drive.verdict for drive in run.drives} == {Verdict.PASSED}
    # Its own writing has `_` for every other sign; the SMART page knows better.
    assert run.drives[0].serial_raw == "WD-WX61AA81XXQA"
    assert run.drives[0].model == "WDC WD5000LPLX-6"
    assert dict(run.drives[6].known)["firmware"] == "7.2.22"
    assert run.host.asset_tag == "HKI-104233"
    assert not run.drives[3].known


def test_older_certificates_say_it_in_other_words() -> None:
    failed, erased = drive_of(pages_of("0.38_failed")), drive_of(pages_of("0.38_erased"))
    assert (failed.verdict, failed.counters) == (Verdict.FAILED, ErrorCounters(1, 0, 1))
    # It counts bytes that were touched at least once, on failed drives as well.
    assert failed.bytes_erased == failed.bytes_total
    assert (erased.verdict, erased.verify) == (Verdict.PASSED, VerifyMode.ALL)
    assert not run_of(pages_of("0.38_erased")).known


def test_a_warning_about_hidden_areas_is_told_apart() -> None:
    pages = pages_of("0.42_usb_warning")
    drive = drive_of(pages)
    assert (drive.verdict, drive.hidden_areas) == (Verdict.PASSED, HiddenAreas.UNKNOWN)
    hot = drive_of(swapped(pages, "HPA/DCO data unavailable, can not determine hidden", "Too hot"))
    assert (hot.verdict, ReasonCode.PAPER_WARNS in codes(hot)) == (Verdict.REVIEW, True)
    assert drive_of(swapped(SDA, "ERASED", "ERASED See Warning !")).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    "proof",
    [
        "ERASED",
        "0/0/0/0 ",
        "25165824, (100.00%) ",
        " 25 MB, 25165824 bytes ",
        "1/1",
        "Zeros ",
        "Last",
        "2026/11/21 21:36:12 ",
        "2026/11/21 21:36:35",
        "DoD Short ",
    ],
)
def test_what_is_not_shown_is_not_proven(proof: str) -> None:
    pages = [
        [text for text in page if number or text[2].strip() != proof.strip()]
        for number, page in enumerate(SDA)
    ]
    assert sum(map(len, pages)) == sum(map(len, SDA)) - 1
    assert drive_of(pages).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("ERASED", "FAILED", Verdict.FAILED),
        ("ERASED", "ABORTED", Verdict.ABORTED),
        ("ERASED", "INSANITY", Verdict.INSANE),
        ("ERASED", "SPARKLING", Verdict.REVIEW),
        ("0/0/0/0", "1/0/0/0", Verdict.FAILED),
        ("0/0/0/0", "0/0/7/0", Verdict.FAILED),
        ("0/0/0/0", "0/0/0/9", Verdict.PASSED),
        ("0/0/0/0", "0/0/0", Verdict.REVIEW),
        ("0/0/0/0", "-", Verdict.REVIEW),
        ("(pass/sync/verify/retries)", "(pass/sync/verify/vanished)", Verdict.REVIEW),
        ("25165824, (100.00%)", "25165312, (100.00%)", Verdict.FAILED),
        ("25165824, (100.00%)", "25165824, (99.99%)", Verdict.REVIEW),
        ("1/1", "0/1", Verdict.REVIEW),
        ("DoD Short", "Verify Zeros (0x00)", Verdict.VERIFY_ONLY),
        ("DoD Short", "Bright New Method", Verdict.REVIEW),
        ("DoD Short", "HMG IS5 Enhanced", Verdict.REVIEW),
        ("SplitMix64", "SplitMix64 Grade:", Verdict.PASSED),
        ("Throughput:", "Grade:", Verdict.REVIEW),
        ("Information:", "Information: bad sectors 7", Verdict.REVIEW),
        ("00:00:23", "02:00:23", Verdict.PASSED),
    ],
)
def test_what_a_certificate_says_otherwise(old: str, new: str, verdict: Verdict) -> None:
    drive = drive_of(swapped(SDA, old, new))
    assert drive.verdict is verdict
    if new == "02:00:23":
        # Hours of another drive; the times beside it are the drive's own.
        assert ReasonCode.CLOCK_DOUBTFUL in codes(drive)


def test_a_status_may_stand_below_its_label_and_only_once() -> None:
    below = [[(x, y - 8 if text.strip() == "ERASED" else y, text) for x, y, text in SDA[0]]]
    assert drive_of(below).verdict is Verdict.PASSED
    twice = [[*SDA[0], (300, 155, "FAILED")], *SDA[1:]]
    assert drive_of(twice).verdict is Verdict.FAILED
    other = [[*SDA[0], (60, 155, "Rounds(completed/requested): 0/1")], *SDA[1:]]
    assert drive_of(other).verdict is Verdict.REVIEW


def test_serials_that_disagree_are_never_taken_for_one() -> None:
    edited = [[(x, y, t.replace("WD-WX61AA81XXQA", "WD-OTHER1234")) for x, y, t in SDA[0]]]
    drive = drive_of([*edited, *SDA[1:]])
    assert (drive.serial_raw, drive.serial_disagrees) == ("WD-OTHER1234", True)
    twins = swapped(pages_of("0.42_system"), "S3TUNX0K4XXXQ1", "WD_WX61AA81XXQA", 6)
    doubled = [one for one in run_of(twins).drives if ReasonCode.SERIAL_DOUBLED in codes(one)]
    assert len(doubled) == 2


def test_a_certificate_with_another_status_is_the_same_run_told_otherwise() -> None:
    one, other = run_of(SDA), run_of(swapped(SDA, "ERASED", "FAILED"))
    assert one.fingerprint == other.fingerprint
    assert one.fingerprint != run_of(pages_of("0.38_erased")).fingerprint


@pytest.mark.parametrize(
    "data",
    [
        certificate(SDA).replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction 9 0 R"),
        certificate(SDA).replace(b"<< /Length", b"<< /Filter /FlateDecode /Length", 1),
        certificate(SDA).replace(b"/Root 3 0 R", b"/Root 3 0 R /Encrypt 9 0 R"),
        certificate(SDA).replace(b"%PDF-1.3", b"%PDF-1.7"),
        BEGIN + b"(Disk Erasure Report) Tj",
        certificate(SDA)[: len(BEGIN) + 4000],
        certificate([]) + b"(System Erasure Report) Tj",
    ],
    ids=["action", "packed", "encrypted", "version", "title", "cut", "empty"],
)
def test_what_nwipe_does_not_write_tells_of_no_run(data: bytes) -> None:
    report = read_report("x", data)
    assert report.runs == () or {d.verdict for d in report.runs[0].drives} != {Verdict.PASSED}
    assert report.outcome in (Outcome.UNREADABLE, Outcome.READ)


def test_reading_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    assert len(reading.read_pages(certificate([SDA[0]] * 3))) == 2
    monkeypatch.setattr(reading, "LIMIT", 1000)
    assert reading.read_pages(certificate(SDA)) == []


def test_a_page_with_endless_texts_and_what_is_packed_by_a_short_name_tell_nothing() -> None:
    pages = pages_of("0.42_sda")
    assert reading.read_pages(certificate(pages))
    row = pages[0][0]
    assert reading.read_pages(certificate([[*pages[0], *[row] * 5000], *pages[1:]])) == []
    good = certificate(pages)
    for packed in (b"/Filter /Fl", b"/Filter[/Fl]", b"/Filter 9 0 R"):
        assert not reading.looks_genuine(good + b"%" + packed)
    assert reading.looks_genuine(good + b"%/Filter /DCTDecode")
