"""Collects what the lines of a run say about each drive."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import HiddenAreas
from serkut_desk.interchange.nwipe.split import FOUND, INVOKING

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.interchange.nwipe.lines import Line

_SERIAL = re.compile(r"(/dev/\S+) has serial number (.*)\Z")
_SECTORS = re.compile(r"(/dev/\S+), sect/blk/dev \d+/\d+/(\d{1,18})\Z")
_GEOMETRY = re.compile(r"(/dev/\S+): Device geometry is as follows")
_TOTAL_BYTES = re.compile(r" *Total device bytes +[=:] *(\d{1,18})\Z")
_PASS = re.compile(
    r"(Starting|Finished|Verifying) pass (\d{1,4})(?:/| of )(\d{1,4}), "
    r"round (\d{1,4})(?:/| of )(\d{1,4}),"
)
_MOVED = re.compile(r"(\d{1,18}) bytes (?:written to|read from) ")
# Errors of the question about hidden areas: they say that those are unknown, nothing of the wipe.
_PROBE = re.compile(r"SG_IO bad/missing sense data hdparm|HPA_status|retrieving DCO")
_HIDDEN = (
    (re.compile(r"HIDDEN (?:SECTORS|AREA)S? DETECTED"), HiddenAreas.DETECTED),
    (re.compile(r"INDETERMINATE|\[UNKNOWN\]|may not support HPA"), HiddenAreas.UNKNOWN),
    (re.compile(r"No hidden sectors on "), HiddenAreas.NONE),
)
_BAD_LEVELS = frozenset({"error", "fatal", "sanity"})
_BAD_WORDS = (
    "flush failure",
    "[FAILURE]",
    "Partial read on",
    "Partial write on",
    ">>> FAILURE! <<<",
    ": Failure: ",
    "Skipping verification of pass",
)
# What is said of a drive whenever somebody asks, also long after its end.
_ASKED = re.compile(r"/dev/\S+: (?:\d{1,3}\.\d\d%|Success\Z)|get temperature|Temperature limits")
# Kept per drive; a dying drive can write thousands of lines.
_TROUBLE_KEPT = 20

PassKey = tuple[int, int]


@dataclass(slots=True)
class DriveNotes:
    """Everything collected about one drive; each serial with the width of its line."""

    device: str
    bus: str = ""
    model: str = ""
    size_text: str = ""
    serials: list[tuple[str, int]] = field(default_factory=list)
    capacity: int | None = None
    methods: list[str] = field(default_factory=list)
    listed: bool = False
    in_use: bool = False
    direct_io: bool = False
    hidden: set[HiddenAreas] = field(default_factory=set)
    finished: set[PassKey] = field(default_factory=set)
    verifying: set[PassKey] = field(default_factory=set)
    passes_said: int = 0
    verified: bool = False
    blanked: bool = False
    retries: int = 0
    trouble: list[str] = field(default_factory=list)
    started: datetime | None = None
    ended: datetime | None = None

    @property
    def begun(self) -> bool:
        """Tell whether a method was invoked on the drive."""
        return bool(self.methods)


class Collector:
    """Reads the lines of one run in order; `drives` keeps the order in which they are named."""

    def __init__(self) -> None:
        self.drives: dict[str, DriveNotes] = {}
        self.work_began = False
        self.unnamed_errors: list[str] = []
        self._geometry: DriveNotes | None = None

    def read(self, line: Line) -> None:
        """Take what one levelled line says."""
        found = FOUND.match(line.text)
        if found is not None:
            self._found(found, line)
        invoked = INVOKING.match(line.text)
        if invoked is not None:
            self._invoked(invoked, line)
        self._size(line.text)
        named = [self.drives[path] for path in set(line.devices) if path in self.drives]
        for notes in named:
            _about(notes, line)
        if (
            line.level in _BAD_LEVELS
            and self.work_began
            and not line.devices
            and not _PROBE.search(line.text)
        ):
            self.unnamed_errors.append(line.text)

    def _found(self, match: re.Match[str], line: Line) -> None:
        notes = self.drives.setdefault(match[1], DriveNotes(match[1]))
        notes.listed = True
        if match[2] is None:
            notes.serials.append(("", line.width))
        else:
            notes.bus, notes.model, notes.size_text = match[2], match[3].strip(), match[4]
            notes.serials.append((match[5].strip(), line.width))

    def _invoked(self, match: re.Match[str], line: Line) -> None:
        notes = self.drives.setdefault(match[2], DriveNotes(match[2]))
        notes.methods.append(match[1])
        notes.started = notes.started or line.stamp
        self.work_began = True

    def _size(self, text: str) -> None:
        """Take exact bytes; in 0.41+ they stand some lines below the drive's name."""
        sectors = _SECTORS.match(text)
        if sectors is not None and sectors[1] in self.drives:
            self.drives[sectors[1]].capacity = int(sectors[2])
        geometry = _GEOMETRY.match(text)
        if geometry is not None:
            self._geometry = self.drives.get(geometry[1])
        total = _TOTAL_BYTES.match(text)
        if total is not None and self._geometry is not None:
            self._geometry.capacity = int(total[1])
            self._geometry = None


def _about(notes: DriveNotes, line: Line) -> None:
    """Take what a line says that names the drive."""
    text = line.text
    serial = _SERIAL.match(text)
    if serial is not None:
        notes.serials.append((serial[2].strip(), line.width))
    for pattern, hidden in _HIDDEN:
        if pattern.search(text):
            notes.hidden.add(hidden)
            break
    notes.in_use = notes.in_use or "IN USE" in text
    notes.direct_io = notes.direct_io or "Using direct I/O" in text
    notes.retries += line.level == "warning" and "(attempt " in text
    _progress(notes, line)
    if line.level in _BAD_LEVELS and _PROBE.search(text):
        notes.hidden.add(HiddenAreas.UNKNOWN)
        return
    bad = line.level in _BAD_LEVELS or any(word in text for word in _BAD_WORDS)
    if bad and len(notes.trouble) < _TROUBLE_KEPT:
        notes.trouble.append(f"{line.level}: {text}")


def _progress(notes: DriveNotes, line: Line) -> None:
    text = line.text
    match = _PASS.match(text)
    if match is not None:
        key = (int(match[4]), int(match[2]))
        notes.passes_said = max(notes.passes_said, int(match[3]) * int(match[5]))
        if match[1] == "Finished":
            notes.finished.add(key)
        elif match[1] == "Verifying":
            notes.verifying.add(key)
    notes.verified = notes.verified or "Verifying " in text or "Verified " in text
    notes.blanked = notes.blanked or text.startswith("[SUCCESS] Blanked device")
    # The program's own end is not the drive's.
    if notes.begun and line.stamp and not text.startswith("Nwipe ") and not _ASKED.match(text):
        notes.ended = line.stamp


def bytes_moved(text: str) -> int | None:
    """Return how many bytes a line says were written or read, None for other lines."""
    match = _MOVED.match(text)
    return int(match[1]) if match else None
