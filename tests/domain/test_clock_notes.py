from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from serkut_desk.domain.clock_notes import clock_flags, drive_duration_differs, own_flags
from serkut_desk.domain.evidence import ClockFlag, DriveResult, ReportRun

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC).replace(tzinfo=None)
RUN = ReportRun(index=0, tool="nwipe", started=START, ended=START + timedelta(hours=1))
HELSINKI = ZoneInfo("Europe/Helsinki")


def test_a_good_clock_has_no_flags() -> None:
    received = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
    intake = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    assert clock_flags(RUN, received=received, intake=intake, zone=HELSINKI) == ()


def test_the_zone_decides_what_is_future_or_before_intake() -> None:
    received = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
    intake = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
    assert clock_flags(RUN, received=received, intake=None, zone=UTC) == (ClockFlag.FUTURE,)
    helsinki = clock_flags(RUN, received=received, intake=intake, zone=HELSINKI)
    assert helsinki == (ClockFlag.BEFORE_INTAKE,)


def test_flags_of_the_report_itself() -> None:
    assert own_flags(replace(RUN, started=START.replace(year=2001))) == (ClockFlag.BEFORE_2015,)
    assert own_flags(replace(RUN, backwards_seconds=7200)) == (ClockFlag.WENT_BACKWARDS,)
    assert own_flags(replace(RUN, backwards_seconds=1)) == ()
    assert own_flags(replace(RUN, jump_seconds=7800)) == (ClockFlag.JUMP,)


def test_durations_are_computed_from_line_times() -> None:
    drive = DriveResult(
        device="/dev/sda", started=START, ended=START + timedelta(seconds=1), table_seconds=7201
    )
    assert drive_duration_differs(drive)
    assert not drive_duration_differs(replace(drive, table_seconds=60))
    assert not drive_duration_differs(replace(drive, table_seconds=None))
    long = replace(drive, ended=START + timedelta(hours=10), table_seconds=36000 + 900)
    assert not drive_duration_differs(long)
    assert own_flags(replace(RUN, drives=(drive,))) == (ClockFlag.DURATION_MISMATCH,)
