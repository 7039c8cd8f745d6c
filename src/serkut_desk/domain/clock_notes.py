"""What is doubtful about the times in a report.

The wiped computer's clock may stand in 2001, run in local time or be set in the middle. So the
order of things follows when a report was received, and these flags are printed beside the times.
No flag changes a verdict.
"""

from __future__ import annotations

from datetime import datetime, timedelta
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


def clock_flags(
    run: ReportRun, *, received: datetime, intake: datetime | None, zone: tzinfo
) -> tuple[ClockFlag, ...]:
    """Return all flags of a run, also those that need the desk's own clock.

    Args:
        run: The run; its times have no zone.
        received: When the report came to the desk, aware.
        intake: When the device came in, aware, if it is known.
        zone: The zone in which the wiped computer's clock is taken to run.
    """
    flags: list[ClockFlag] = []
    if (
        intake is not None
        and run.started is not None
        and _instant(run.started, zone) < intake - TOLERANCE
    ):
        flags.append(ClockFlag.BEFORE_INTAKE)
    if run.ended is not None and _instant(run.ended, zone) > received + TOLERANCE:
        flags.append(ClockFlag.FUTURE)
    return (*flags, *own_flags(run))


def _instant(naive: datetime, zone: tzinfo) -> datetime:
    return naive.replace(tzinfo=zone)
