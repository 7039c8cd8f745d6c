"""What the wiped computer's kernel wrote about its drives: it can only speak against a wipe.

A wiping program that reads from the computer's memory instead of the drive sees no error where
the kernel sees many. So a drive of which the kernel tells errors, in the same boot as the run, is
for a person, however clean its log is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import HELSINKI
from serkut_desk.domain.evidence import Reason, ReasonCode
from serkut_desk.domain.matching import CUT_MODEL
from serkut_desk.domain.serials import serial_key
from serkut_desk.domain.verdict import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

# A clock in UTC told as a Finnish one is so much off at most.
ZONE = timedelta(hours=3)
# Between the last line of the kernel and the end of the run, and the other way round.
SLACK = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class KernelLog:
    """One boot of a computer. Drives are named as in `/dev`, without it.

    Args:
        booted: When it began, in UTC without zone, by the computer's own clock.
        ended: The last line, likewise.
        models: What each drive said it is; the names mean nothing outside this boot.
        errors: Lines about errors of each drive, a few of them.
    """

    booted: datetime
    ended: datetime
    models: Mapping[str, str]
    errors: Mapping[str, tuple[str, ...]]

    @property
    def kept(self) -> dict[str, Any]:
        """What is kept of it for a log that comes later, as plain data."""
        return {
            "booted": self.booted.isoformat(),
            "ended": self.ended.isoformat(),
            "models": dict(self.models),
            "errors": {name: list(lines) for name, lines in self.errors.items()},
        }

    def in_local_time(self) -> KernelLog:
        """Return the same boot as a log tells of it that was written in Finnish time."""
        shift = self.booted.replace(tzinfo=HELSINKI).utcoffset() or timedelta()
        return replace(self, booted=self.booted + shift, ended=self.ended + shift)


def kernel_kept(kept: Mapping[str, Any]) -> KernelLog:
    """Return the boot of which this was kept."""
    return KernelLog(
        datetime.fromisoformat(kept["booted"]),
        datetime.fromisoformat(kept["ended"]),
        kept["models"],
        {name: tuple(lines) for name, lines in kept["errors"].items()},
    )


def same_boot(
    kernel: KernelLog, drives: Mapping[str, str], started: datetime, ended: datetime
) -> bool:
    """Tell whether a run was made in a boot: by its times, and by the models of its drives.

    Args:
        kernel: The boot, in the time in which the run is told.
        drives: Model of each drive of the run, by its name without `/dev/`.
        started: The run's first line.
        ended: Its last line.
    """
    if not (kernel.booted - SLACK <= started and ended <= kernel.ended + SLACK):
        return False
    both = [(model, kernel.models[name]) for name, model in drives.items() if name in kernel.models]
    return bool(both) and all(_model(one) == _model(other) for one, other in both)


def errors_told(lines: tuple[str, ...]) -> Reason:
    """Say that the kernel met errors on a drive."""
    facts = (("count", len(lines)), ("first", shortened(lines[0])))
    return Reason(ReasonCode.KERNEL_ERRORS, facts)


def _model(text: str) -> str:
    return serial_key(text[:CUT_MODEL])
