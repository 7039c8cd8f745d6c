"""Logs as nwipe writes them, made up drive by drive."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = datetime(2026, 11, 23, 6, 0)  # noqa: DTZ001 - a log's clock has no zone
SIZE = 500107862016
_COMPLETED = "Nwipe successfully completed. See summary table for details."
_WITH_ERRORS = (
    "Nwipe exited with errors, check the log & summary table for individual drive status."
)


def later(hours: int) -> datetime:
    """Return a time for another run."""
    return BEGIN + timedelta(hours=hours)


# Makes of a log one that only tells of cached reading, as all before 0.39.
CACHED = (b"Using direct I/O (O_DIRECT)", b"Using cached I/O")
# What nwipe writes where hdparm told nothing of hidden sectors, with its own misspelling.
UNKNOWN_HIDDEN = "[UNKNOWN] We can't find the HPA line, has hdparm ouput unknown/changed? /dev/{}"


@dataclass(frozen=True)
class Drive:
    """One drive of a log."""

    serial: str = "WD-WX61AA81XXQA"
    name: str = "sda"
    bus: str = "ATA"
    model: str = "WDC WD5000LPLX-6"
    status: str = " Erased "
    errors: int = 0
    hidden: str = "No hidden sectors on /dev/{}"

    def but(self, **changes: str | int) -> Drive:
        """Return the drive with something else."""
        return replace(self, **changes)  # type: ignore[arg-type] # names are checked by replace


def log(
    *drives: Drive,
    host: str = "",
    begin: datetime = BEGIN,
    method: str = "DoD Short",
    passes: int = 3,
    verify: str = "1 (last pass)",
    version: str = "0.40",
    end: bool = True,
    busy: tuple[Drive, ...] = (),
) -> bytes:
    """Return a log of one run; without `end` it stops in the middle of the last pass.

    Args:
        drives: Drives that were wiped.
        host: The computer's serial.
        begin: The log's first time.
        method: As nwipe names it.
        passes: Writing passes.
        verify: As in the options.
        version: In the banner.
        end: Whether the program came to its end.
        busy: Drives that were listed and left out.
    """
    lines: list[str] = []
    clock = begin

    def say(text: str, level: str = "notice") -> None:
        nonlocal clock
        clock += timedelta(seconds=1)
        lines.append(f"[{clock:%Y/%m/%d %H:%M:%S}] {level:>7}: {text}")

    say(f"nwipe {version}", "info")
    for drive in (*drives, *busy):
        say(f"Found /dev/{drive.name}, {drive.bus:8}, {drive.model},  500 GB, S/N={drive.serial}")
        say(drive.hidden.format(drive.name), "info")
    for drive in busy:
        say(f"/dev/{drive.name} is reported as IN USE (it could be mounted)", "warning")
    if host:
        say(f"system-serial-number = {host}", "info")
    say("Program options are set as follows...")
    say(f"  banner   = nwipe {version}")
    say(f"  method   = {method}")
    say("  quiet    = 0")
    say("  rounds   = 1")
    say(f"  verify   = {verify}")
    for drive in drives:
        for text in _work(drive.name, drive.serial, method, passes, verify, end=end):
            say(text)
    if not end:
        return ("\n".join(lines) + "\n").encode()
    lines += _tables(drives)
    letter = {"0": "NV", "1": "VL", "2": "VA"}[verify[0]]
    clock += timedelta(seconds=1)
    lines.append(f"[{clock:%Y/%m/%d %H:%M:%S}] Total Throughput    9 MB/s, {method}, 1R+B+{letter}")
    lines.append("*" * 80)
    bad = any("Erased" not in drive.status for drive in drives)
    say(_WITH_ERRORS if bad else _COMPLETED, "info")
    return ("\n".join(lines) + "\n").encode()


def _work(
    name: str, serial: str, method: str, passes: int, verify: str, *, end: bool
) -> Iterator[str]:
    path = f"/dev/{name}"
    yield f"Using direct I/O (O_DIRECT) on device '{path}'."
    yield f"{path} has serial number {serial}"
    yield f"{path}, sect/blk/dev 512/4096/{SIZE}"
    yield f"Invoking method '{method}' on {path}"
    yield f"Starting round 1 of 1 on {path}"
    for number in range(1, passes + 1):
        yield f"Starting pass {number}/{passes}, round 1/1, on {path}"
        if not end and number == passes:
            return
        yield f"{SIZE} bytes written to {path}"
        yield f"Finished pass {number}/{passes}, round 1/1, on {path}"
    yield f"Finished final round 1 of 1 on {path}"
    yield f"Blanking device {path}"
    yield f"{SIZE} bytes written to {path}"
    if verify[0] != "0":
        yield f"Verifying that {path} is empty."
        yield f"{SIZE} bytes read from {path}"
        yield f"[SUCCESS] Verified that {path} is empty."
    yield f"[SUCCESS] Blanked device {path}"


def _tables(drives: tuple[Drive, ...]) -> list[str]:
    return [
        "",
        f"{' Error Summary ':*^80}",
        "!   Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors",
        "-" * 80,
        *(f"{one.name:>10} | {one.errors:>11} | {0:>20} | {0:>20}" for one in drives),
        "*" * 80,
        "",
        f"{' Drive Status ':*^80}",
        "!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number",
        "-" * 80,
        *(
            f"{one.name:>10} |{one.status}|  9 MB/s | 00:00:05 | {one.model}/{one.serial}"
            for one in drives
        ),
        "-" * 80,
    ]
