"""What is doubtful about the times in a report.

The wiped computer's clock may stand in 2001, run in local time or be set in the middle. So the
order of things follows when a report was received, and these flags are printed beside the times.
No flag changes a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import ClockFlag, DriveResult, ReportRun

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

# No computer that is wiped today was wiped before; a clock that says so has lost its battery.
EARLIEST_YEAR = 2015
# Two clocks of one workshop differ by minutes without anybody's fault.
TOLERANCE = timedelta(minutes=10)
# Threads write lines a moment out of order.
BACKWARDS_SECONDS = 5
# The table's duration ends a little later than the drive's last line.
DURATION_SECONDS = 120


def drive_duration_differs(drive: DriveResult) -> bool:
    """Tell whether the table's HH:MM:SS and the times of the drive's lines tell different stories.

    Some versions add the hours of another drive, or count through a clock that was set.
    """
    if drive.table_seconds is None or drive.started is None or drive.ended is None:
        return False
    seen = (drive.ended - drive.started).total_seconds()
    return abs(drive.table_seconds - seen) > max(DURATION_SECONDS, abs(seen) * 0.05)


def own_flags(run: ReportRun) -> tuple[ClockFlag, ...]:
    """Return the flags that show in the report itself, in the order of `ClockFlag`."""
    return tuple(_own_flags(run))


def _own_flags(run: ReportRun) -> Iterator[ClockFlag]:
    times = [time for time in (run.started, run.ended) if time is not None]
    if any(time.year < EARLIEST_YEAR for time in times):
        yield ClockFlag.BEFORE_2015
    if run.backwards_seconds > BACKWARDS_SECONDS:
        yield ClockFlag.WENT_BACKWARDS
    if run.jump_seconds > 0:
        yield ClockFlag.JUMP
    if any(drive_duration_differs(drive) for drive in run.drives):
        yield ClockFlag.DURATION_MISMATCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What is known of the time of a report beside what it says itself.

    Args:
        received: When the report came to the desk, aware.
        intake: When the device came in, aware, if it is known.
        written: When the file was written by its stick's file system, aware; None where that is
            not known, or somebody else may have written it.
        zone: The zone in which the wiped computer's clock is taken to run.
    """

    received: datetime
    intake: datetime | None = None
    written: datetime | None = None
    zone: tzinfo


def clock_flags(run: ReportRun, times: Times) -> tuple[ClockFlag, ...]:
    """Return all flags of a run, also those that need other clocks."""
    return (*_flags_beside(run, times), *own_flags(run))


def _flags_beside(run: ReportRun, times: Times) -> Iterator[ClockFlag]:
    intake, zone = times.intake, times.zone
    started = None if run.started is None else _instant(run.started, zone)
    if intake is not None and started is not None and started < intake - TOLERANCE:
        yield ClockFlag.BEFORE_INTAKE
    if run.ended is None:
        return
    ended = _instant(run.ended, zone)
    if ended > times.received + TOLERANCE:
        yield ClockFlag.FUTURE
    if times.written is not None and abs(ended - times.written) > TOLERANCE:
        yield ClockFlag.FILE_TIME_DIFFERS


class SkewSource(StrEnum):
    """By which other clock a computer's clock was found wrong; `skew.<word>` in the texts."""

    # The report came before it was made: the clock was ahead by at least this.
    RECEIVED = "received"
    # The stick's file system says another time; the file may have been copied later.
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Skew:
    """How far a wiped computer's clock seems to have been off: ahead is positive, in seconds."""

    seconds: int
    source: SkewSource


def skew_of(run: ReportRun, times: Times) -> Skew | None:
    """Return how wrong the computer's clock seems to have been, None where nothing shows that.

    An estimate that is shown to people; no time is ever corrected by it (reference 5.5). What the
    desk's own clock proves comes before what a file system says.
    """
    if run.ended is None:
        return None
    ended = _instant(run.ended, times.zone)
    ahead = ended - times.received
    if ahead > TOLERANCE:
        return Skew(round(ahead.total_seconds()), SkewSource.RECEIVED)
    if times.written is not None and abs(ended - times.written) > TOLERANCE:
        return Skew(round((ended - times.written).total_seconds()), SkewSource.FILE)
    return None


def may_be_local_time(seconds: int) -> bool:
    """Tell whether a clock that ran in Finnish time and was read as UTC would be off by this."""
    return any(abs(seconds - hours * 3600) <= 2 * TOLERANCE.total_seconds() for hours in (2, 3))


def hours_and_minutes(seconds: int) -> tuple[int, int, int]:
    """Return the size of a difference as days, hours and minutes, rounded to the minute."""
    minutes = round(abs(seconds) / 60)
    return minutes // 1440, minutes // 60 % 24, minutes % 60


def _instant(naive: datetime, zone: tzinfo) -> datetime:
    return naive if naive.tzinfo else naive.replace(tzinfo=zone)
