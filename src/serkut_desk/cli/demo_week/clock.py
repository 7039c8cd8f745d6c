"""The story's clock: it stands still until the story moves it, and never goes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

# Monday, seven o'clock in Helsinki. Always the same week, so that what it shows can be compared.
MONDAY = datetime(2026, 11, 16, 5, 0, tzinfo=UTC)
_SEVEN = 7


class StoryClock:
    """Time as the story tells it."""

    def __init__(self) -> None:
        self._at = MONDAY

    def now(self) -> datetime:
        """Return the story's time."""
        return self._at

    def steady(self) -> tuple[str, float]:
        """Return the seconds of the story."""
        return "demo", (self._at - MONDAY).total_seconds()

    def later(self, **passed: float) -> None:
        """Let time pass."""
        self._at += timedelta(**passed)

    def reach(self, moment: datetime) -> None:
        """Go on to a moment; an earlier one is left alone."""
        self._at = max(self._at, moment)

    def go(self, day: int, hour: int, minute: int = 0) -> None:
        """Go on to a time of the workshop's wall clock; earlier than now is left alone.

        Args:
            day: 0 is Monday.
            hour: On the wall clock.
            minute: Likewise.
        """
        wanted = MONDAY + timedelta(days=day, hours=hour - _SEVEN, minutes=minute)
        self.reach(wanted)
