"""The story's clock: it stands still until the story moves it, and never goes back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from serkut_desk.domain.clock import HELSINKI, local

# The rules that the story leans on hold by then.
_EARLIEST = date(2026, 11, 16)
_OPENS, CLOSES = time(7), time(16)
FRIDAY = 4


def last_monday(now: datetime) -> date:
    """Return the Monday of the last working week that is over, so that nothing lies ahead."""
    today = local(now)
    monday = today.date() - timedelta(days=today.weekday())
    if today < datetime.combine(monday + timedelta(days=FRIDAY), CLOSES, HELSINKI):
        monday -= timedelta(days=7)
    return max(monday, _EARLIEST)


class StoryClock:
    """Time as the story tells it.

    Args:
        monday: The first day.
    """

    def __init__(self, monday: date) -> None:
        self.monday = monday
        self._start = self._moment(0, _OPENS)
        self._at = self._start

    def now(self) -> datetime:
        """Return the story's time."""
        return self._at

    def steady(self) -> tuple[str, float]:
        """Return the seconds of the story."""
        return "demo", (self._at - self._start).total_seconds()

    def later(self, **passed: float) -> None:
        """Let time pass."""
        self._at += timedelta(**passed)

    def reach(self, moment: datetime) -> None:
        """Go on to a moment; an earlier one is left alone."""
        self._at = max(self._at, moment)

    def go(self, day: int, hour: int, minute: int = 0) -> None:
        """Go on to a time of the workshop's wall clock; an earlier one is left alone.

        Args:
            day: 0 is Monday.
            hour: On the wall clock.
            minute: Likewise.
        """
        self.reach(self._moment(day, time(hour, minute)))

    def _moment(self, day: int, hour: time) -> datetime:
        here = datetime.combine(self.monday + timedelta(days=day), hour, HELSINKI)
        return here.astimezone(UTC)
