"""Splits a file into runs: logs are opened for append, and one file may hold several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import FinalLine

if TYPE_CHECKING:
    from serkut_desk.interchange.nwipe.lines import Line

BANNER = re.compile(r"(nwipe \d+\.\d+\S*|ShredOS v?\d\S*)\Z")
# All parts have a bound, so that no line can make a pattern slow. The rest of the line may be cut
# off: the drive is listed all the same.
FOUND = re.compile(
    r"Found (/dev/[^\s,]{1,200})(?:, {0,20}([^,]{0,20}?) {0,20}, {0,20}"
    r"(.{0,100}), {0,20}([^,]{0,20}), {0,20}S/N=(.{0,200})\Z)?"
)
INVOKING = re.compile(r"Invoking method '(.{0,80})' on (?:device )?'?(/dev/[^\s']{1,200}?)'?\.?\Z")

# The whole sentence counts: a line that was cut off is no final line.
_FINAL = (
    ("Nwipe successfully completed. See summary table for details.", FinalLine.COMPLETED),
    ("Nwipe successfully exited.", FinalLine.COMPLETED),
    (
        "Nwipe exited with errors, check the log & summary table for individual drive status.",
        FinalLine.ERRORS,
    ),
    (
        "Nwipe was aborted by the user. Check the summary table for the drive status.",
        FinalLine.ABORTED,
    ),
)
_FINAL_BY_TEXT = dict(_FINAL)


def final_line(line: Line) -> FinalLine | None:
    """Return how the program ended, if this is its last line. Only at level info: see `fatal`."""
    return _FINAL_BY_TEXT.get(line.text.strip()) if line.level == "info" else None


def split_runs(lines: list[Line]) -> list[list[Line]]:
    """Return the lines of each run.

    A run ends after its final line. A run that was killed has none: there the next begins at a
    banner after a drive was found, or where drives are found again after work or for a second
    time (0.34 and older print no banner).
    """
    runs: list[list[Line]] = []
    current: list[Line] = []
    found: set[str] = set()
    begun = False
    for line in lines:
        listed = FOUND.match(line.text) if line.level else None
        banner = line.level == "info" and BANNER.match(line.text.strip())
        again = listed is not None and (begun or listed[1] in found)
        if (banner and (found or begun)) or again:
            runs.append(current)
            current, found, begun = [], set(), False
        current.append(line)
        if listed is not None:
            found.add(listed[1])
        begun = begun or (bool(line.level) and INVOKING.match(line.text) is not None)
        if final_line(line) is not None:
            runs.append(current)
            current, found, begun = [], set(), False
    runs.append(current)
    return [run for run in runs if any(_is_of_a_run(line) for line in run)]


def _is_of_a_run(line: Line) -> bool:
    if not line.level:
        return "| Status |" in line.raw
    return bool(
        FOUND.match(line.text)
        or INVOKING.match(line.text)
        or BANNER.match(line.text.strip())
        or final_line(line)
    )
