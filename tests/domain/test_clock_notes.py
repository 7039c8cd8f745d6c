from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from serkut_desk.domain.clock_notes import (
    Skew,
    SkewSource,
    Times,
    clock_flags,
    drive_duration_differs,
    hours_and_minutes,
    may_be_local_time,
    own_flags,
    skew_of,
)
from serkut_desk.domain.evidence import ClockFlag, DriveResult, ReportRun

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC).replace(tzinfo=None)
RUN = ReportRun(index=0, tool="nwipe", started=START, ended=START + timedelta(hours=1))
HELSINKI = ZoneInfo("Europe/Helsinki")


def test_a_good_clock_has_no_flags() -> None:
    received = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
    intake = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    times = Times(received=received, intake=intake, zone=HELSINKI)
    assert clock_flags(RUN, times) == ()
    assert skew_of(RUN, times) is None


def test_the_zone_decides_what_is_future_or_before_intake() -> None:
    received = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
    intake = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
    ahead = Times(received=received, zone=UTC)
    assert clock_flags(RUN, ahead) == (ClockFlag.FUTURE,)
    assert skew_of(RUN, ahead) == Skew(5400, SkewSource.RECEIVED)
    helsinki = clock_flags(RUN, Times(received=received, intake=intake, zone=HELSINKI))
    assert helsinki == (ClockFlag.BEFORE_INTAKE,)


def test_a_stick_that_tells_another_time_shows_how_far_the_clock_was_off() -> None:
    received = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
    for minutes, expected in ((130, 7800), (-50, -3000), (5, None)):
        written = datetime(2026, 11, 21, 13, 0, tzinfo=UTC) - timedelta(minutes=minutes)
        times = Times(received=received, written=written, zone=UTC)
        skew = skew_of(RUN, times)
        assert skew == (None if expected is None else Skew(expected, SkewSource.FILE))
        assert clock_flags(RUN, times) == ((ClockFlag.FILE_TIME_DIFFERS,) if skew else ())
    # What the desk's own clock proves comes first; a report without an end shows nothing.
    early = Times(received=received - timedelta(hours=12), written=received, zone=UTC)
    assert skew_of(RUN, early) == Skew(5 * 3600, SkewSource.RECEIVED)
    assert skew_of(replace(RUN, ended=None), early) is None


def test_two_or_three_hours_ahead_can_be_local_time() -> None:
    told = {minutes: may_be_local_time(minutes * 60) for minutes in (120, 130, 175, 60, -120, 300)}
    assert told == {120: True, 130: True, 175: True, 60: False, -120: False, 300: False}


def test_a_difference_in_days_hours_and_minutes() -> None:
    assert hours_and_minutes(7800) == (0, 2, 10)
    assert hours_and_minutes(-7829) == (0, 2, 10)
    assert hours_and_minutes(2 * 86400 + 59) == (2, 0, 1)


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
