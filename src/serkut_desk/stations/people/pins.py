"""PINs: how they are kept, checked, and slowed down when wrong."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from serkut_desk.domain.errors import Refused

if TYPE_CHECKING:
    from datetime import datetime

SHORTEST = 4
LONGEST = 12
# Two wrong PINs are a slip of the finger; from the third on each doubles the wait.
FREE_FAILURES = 2
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)

_hasher = PasswordHasher()


def hashed(pin: str) -> str:
    """Return the argon2 hash of a new PIN.

    Raises:
        Refused: `pin_not_digits`, `pin_too_short` or `pin_too_easy`.
    """
    if not (pin.isascii() and pin.isdigit()):
        raise Refused("pin_not_digits")
    if not SHORTEST <= len(pin) <= LONGEST:
        raise Refused("pin_too_short", shortest=SHORTEST, longest=LONGEST)
    if len(set(pin)) == 1:
        raise Refused("pin_too_easy")
    return _hasher.hash(pin)


def fits(pin_hash: str, pin: str) -> bool:
    """Tell whether `pin` is the one that was hashed."""
    try:
        return _hasher.verify(pin_hash, pin)
    except VerificationError:
        return False


def wait_after(failures: int) -> timedelta:
    """Return how long no PIN is looked at after this many wrong ones in a row."""
    late = failures - FREE_FAILURES
    if late <= 0:
        return timedelta(0)
    doublings: int = 2 ** min(late - 1, 20)
    return min(FIRST_WAIT * doublings, LONGEST_WAIT)


def waiting(now: datetime, not_before: datetime) -> int:
    """Return how many whole seconds are left to wait, 0 when none."""
    left = (not_before - now).total_seconds()
    return max(0, round(left + 0.5)) if left > 0 else 0
