"""Fingerprints of a run: the same run in two files, and the same log with another serial."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.interchange.nwipe.split import FOUND, INVOKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.evidence import DriveResult, ReportRun
    from serkut_desk.interchange.nwipe.lines import Line

_IDENTITY = re.compile(
    r"S/N=.*|has serial number .*"
    r"|((?:system|chassis|baseboard)-(?:serial-number|uuid|asset-tag)) = .*"
)
_STATUS_CELLS = 5
# Fewer times, or times that all fall together, can be alike by chance: a computer without a clock
# starts at the same second at every boot, and what it says first takes it the same time.
_FEWEST_TIMES = 10
_FEWEST_SECONDS = 3
# A shorter one could be a part of any word.
_SERIAL_LENGTH = 4
# Each sign of a log is held against each serial; no genuine log has so many of both.
_MOST_STEPS = 300_000_000


def fingerprint(run: ReportRun) -> str:
    """Return the digest of what identifies a run, the same in every file that holds it."""
    footer = run.footer.time.isoformat() if run.footer and run.footer.time else ""
    return _digest(
        (
            "run",
            run.started.isoformat() if run.started else "",
            run.banner or "",
            run.host.system_serial,
            footer,
            *sorted(f"{drive.device} {drive.serial or ''}" for drive in run.drives),
            *(f"{key}={value}" for key, value in run.options.values),
        )
    )


def body_digest(lines: list[Line], drives: Iterable[DriveResult], serials: set[str]) -> str | None:
    """Return the digest of a run without serials and asset tags of drives and computer.

    Two runs with the same digest and different serials contradict each other: no two wipes
    follow each other line by line and second by second. None where no drive was started, since
    such logs can be alike without anybody's fault.
    """
    if not any(drive.begun for drive in drives):
        return None
    long = sorted((text for text in serials if len(text) >= _SERIAL_LENGTH), key=len, reverse=True)
    steps = len(long) * sum(len(line.raw) for line in lines)
    few = 0 < steps <= _MOST_STEPS
    known = re.compile("|".join(map(re.escape, long))) if few else None
    return _digest(("body", *(_anonymous(line, known) for line in lines if line.raw.strip())))


def _anonymous(line: Line, known: re.Pattern[str] | None) -> str:
    raw = line.raw
    if line.stamp is None and raw.count("|") >= _STATUS_CELLS - 1:
        # The cell of model and serial, of which no one can say where the slash stands.
        raw = raw.rsplit("|", 1)[0]
    raw = _IDENTITY.sub(lambda match: match[1] or "", raw)
    return " ".join((known.sub("#", raw) if known else raw).split())


def times_digest(lines: list[Line], drives: Iterable[DriveResult]) -> str | None:
    """Return the digest of when each line was written, and of nothing that is written there.

    Whoever swaps a serial and one more character escapes `body_digest`; the times are left. No
    two genuine wipes share every second of every line, whatever their drives are. Neither paths
    nor text are in it, since they are as easily edited. None where no drive was started, and
    where the times are too few to tell.
    """
    times = [line.stamp.isoformat() for line in lines if line.stamp is not None]
    if len(times) < _FEWEST_TIMES or len(set(times)) < _FEWEST_SECONDS:
        return None
    if not any(drive.begun for drive in drives):
        return None
    return _digest(("times", *times))


def head_key(lines: list[Line]) -> str:
    """Return the digest of a run's beginning, until the work starts.

    A log that was taken while the wipe ran, and the complete one later, have the same key.
    """
    head: list[str] = []
    listed = False
    for line in lines:
        if INVOKING.match(line.text) or line.raw.startswith("***"):
            break
        listed = listed or FOUND.match(line.text) is not None
        if listed and line.text.startswith("Program options"):
            break
        if line.raw.strip():
            head.append(" ".join(line.raw.split()))
    return _digest(("head", *head))


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
