from __future__ import annotations

from dataclasses import replace

import pytest

from serkut_desk.domain.evidence import (
    DriveResult,
    ErrorCounters,
    FinalLine,
    HiddenAreas,
    ReasonCode,
    ReportRun,
    Verdict,
    VerifyMode,
)
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.verdict import VERDICT_RULES, StatusWord, judge, status_word

CLEAN = DriveResult(
    device="/dev/sda",
    serial_raw="A1234567",
    serial="A1234567",
    method="DoD Short",
    technique=SanitisationTechnique.OVERWRITE,
    passes=3,
    passes_planned=3,
    verify=VerifyMode.LAST,
    status="Erased",
    counters=ErrorCounters(0, 0, 0),
    hidden_areas=HiddenAreas.NONE,
    listed=True,
    begun=True,
    direct_io=True,
)
RUN = ReportRun(
    index=0,
    tool="nwipe",
    final=FinalLine.COMPLETED,
    final_text="Nwipe successfully completed.",
    has_error_summary=True,
    drives=(CLEAN,),
)


def judged(drive: DriveResult, run: ReportRun = RUN) -> DriveResult:
    return judge(replace(run, drives=(drive,))).drives[0]


def test_a_clean_drive_passes_with_nothing_to_say() -> None:
    assert (judged(CLEAN).verdict, judged(CLEAN).reasons) == (Verdict.PASSED, ())


def test_judging_again_changes_nothing_and_names_the_rules() -> None:
    once = judge(RUN)
    assert once.rules == VERDICT_RULES
    assert judge(once) == once


@pytest.mark.parametrize(
    ("change", "verdict", "code"),
    [
        ({"status": "-FAILED-"}, Verdict.FAILED, ReasonCode.STATUS_FAILED),
        ({"status": "UABORTED"}, Verdict.ABORTED, ReasonCode.STATUS_ABORTED),
        ({"status": "INSANITY"}, Verdict.INSANE, ReasonCode.STATUS_INSANE),
        ({"status": "Done"}, Verdict.REVIEW, ReasonCode.STATUS_UNKNOWN),
        ({"status": None}, Verdict.NOT_WIPED, ReasonCode.NO_ROW),
        ({"status": None, "in_use": True}, Verdict.NOT_WIPED, ReasonCode.IN_USE),
        ({"counters": ErrorCounters(0, 0, 1)}, Verdict.FAILED, ReasonCode.ERRORS_COUNTED),
        ({"counters": None}, Verdict.REVIEW, ReasonCode.COUNTERS_MISSING),
        ({"bytes_erased": 1, "bytes_total": 2}, Verdict.FAILED, ReasonCode.BYTES_DIFFER),
        ({"begun": False}, Verdict.REVIEW, ReasonCode.NO_START_LINE),
        ({"passes": 2}, Verdict.REVIEW, ReasonCode.PASSES_MISSING),
        ({"passes": 0, "passes_planned": None}, Verdict.REVIEW, ReasonCode.PASSES_MISSING),
        ({"technique": SanitisationTechnique.UNKNOWN}, Verdict.REVIEW, ReasonCode.METHOD_UNKNOWN),
        (
            {"technique": SanitisationTechnique.VERIFY_ONLY},
            Verdict.VERIFY_ONLY,
            ReasonCode.NOTHING_WRITTEN,
        ),
        ({"trouble": ("error: x",)}, Verdict.REVIEW, ReasonCode.ERROR_LINES),
    ],
)
def test_what_is_missing_decides(
    change: dict[str, object], verdict: Verdict, code: ReasonCode
) -> None:
    drive = judged(replace(CLEAN, **change))  # type: ignore[arg-type] # the table mixes field types
    assert drive.verdict is verdict
    assert drive.reasons[0].code is code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"serial": None}, ReasonCode.SERIAL_MISSING),
        ({"serial_disagrees": True}, ReasonCode.SERIAL_DISAGREES),
        ({"serial_cut": True}, ReasonCode.SERIAL_CUT),
        ({"hidden_areas": HiddenAreas.DETECTED}, ReasonCode.HIDDEN_DETECTED),
        ({"hidden_areas": HiddenAreas.UNKNOWN}, ReasonCode.HIDDEN_UNKNOWN),
        ({"verify": VerifyMode.OFF}, ReasonCode.VERIFY_OFF),
        ({"direct_io": False}, ReasonCode.CACHED_IO),
        ({"retries": 2}, ReasonCode.RETRIED),
    ],
)
def test_doubts_beside_the_verdict_do_not_change_it(
    change: dict[str, object], code: ReasonCode
) -> None:
    drive = judged(replace(CLEAN, **change))  # type: ignore[arg-type] # the table mixes field types
    assert drive.verdict is Verdict.PASSED
    assert [reason.code for reason in drive.reasons] == [code]


def test_without_a_final_line_nothing_passes() -> None:
    run = replace(RUN, final=None, final_text="")
    assert judged(CLEAN, run).verdict is Verdict.REVIEW
    assert judged(replace(CLEAN, status=None), run).verdict is Verdict.INCOMPLETE
    assert judged(replace(CLEAN, status=None, begun=False), run).verdict is Verdict.NOT_STARTED


def test_only_an_old_run_may_lack_counters() -> None:
    drive = replace(CLEAN, counters=None)
    old = replace(RUN, has_error_summary=False, final_text="Nwipe successfully exited.")
    assert judged(drive, old).verdict is Verdict.PASSED
    assert judged(drive, old).reasons[0].code is ReasonCode.COUNTERS_UNKNOWN
    newer = replace(old, final_text=RUN.final_text)
    assert judged(drive, newer).verdict is Verdict.REVIEW


def test_an_erasure_summary_must_name_every_erased_drive() -> None:
    drive = judged(CLEAN, replace(RUN, has_erasure_summary=True))
    assert (drive.verdict, drive.reasons[0].code) == (Verdict.REVIEW, ReasonCode.BYTES_MISSING)


def test_one_failed_drive_hides_no_other() -> None:
    run = judge(replace(RUN, drives=(replace(CLEAN, status="-FAILED-"), CLEAN)))
    assert [drive.verdict for drive in run.drives] == [Verdict.FAILED, Verdict.PASSED]


def test_status_cells() -> None:
    assert status_word(" Erased ") is StatusWord.ERASED
    assert status_word("-FAILED-") is StatusWord.FAILED
    assert status_word("Not Erased") is StatusWord.UNKNOWN
