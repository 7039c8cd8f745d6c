"""Reads the kernel's messages (`dmesg`), which ShredOS keeps beside its logs."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import islice

from serkut_desk.domain.kernel_log import KernelLog
from serkut_desk.interchange.nwipe.lines import decode

_STAMPED = re.compile(r"\[ {0,5}(\d{1,7})\.(\d{6})\] (.{0,400})")
_CLOCK = re.compile(r"setting system clock to (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d) UTC")
_SCSI = re.compile(r"scsi (\d+:\d+:\d+:\d+): Direct-Access {1,8}(.{8}) (.{16})")
_NAMED = re.compile(r"sd (\d+:\d+:\d+:\d+): \[(sd[a-z]{1,3})\]")
_ERRORS = (
    re.compile(r"(?:blk_update_request: )?(?:I/O|critical \w+) error, dev (\w{2,20}),"),
    re.compile(r"Buffer I/O error on dev(?:ice)? (\w{2,20}),"),
    re.compile(r"sd [\d:]+: \[(\w{2,20})\] .*(?:Sense Key : (?:Medium|Hardware) Error)"),
    re.compile(r"(nvme\d{1,4}n\d{1,4}): I/O Cmd.*I/O Error"),
)
_BEGIN = re.compile(rb"\A(?:\xef\xbb\xbf)?\[ {0,5}\d{1,7}\.\d{6}\] Linux version ")
_MOST_LINES = 500_000
_KEPT = 20


def looks_like_kernel_log(data: bytes) -> bool:
    """Tell whether bytes are the kernel's messages from the beginning of a boot."""
    return _BEGIN.match(data) is not None


def read_kernel_log(data: bytes) -> KernelLog | None:
    """Return what a kernel tells of its drives, None where it does not tell when that was."""
    booted: datetime | None = None
    seconds = 0
    buses: dict[str, str] = {}
    models: dict[str, str] = {}
    errors: dict[str, list[str]] = {}
    for line in islice(decode(data).splitlines(), _MOST_LINES):
        stamped = _STAMPED.match(line)
        if stamped is None:
            continue
        seconds, text = int(stamped[1]), stamped[3]
        clock = _CLOCK.search(text)
        if clock is not None and booted is None:
            booted = _moment(clock[1], seconds)
        bus = _SCSI.match(text)
        if bus is not None:
            # ATA drives have their model alone, others their maker before it.
            maker = "" if bus[2].strip() == "ATA" else bus[2].strip()
            buses[bus[1]] = f"{maker} {bus[3].strip()}".strip()
        named = _NAMED.match(text)
        if named is not None and named[1] in buses:
            models.setdefault(named[2], buses[named[1]])
        for pattern in _ERRORS:
            found = pattern.search(text)
            if found is not None:
                kept = errors.setdefault(found[1], [])
                kept += [text.strip()] if len(kept) < _KEPT else []
                break
    if booted is None:
        return None
    ended = booted + timedelta(seconds=seconds)
    return KernelLog(booted, ended, models, {name: tuple(said) for name, said in errors.items()})


def _moment(text: str, seconds: int) -> datetime | None:
    try:
        return datetime.fromisoformat(text) - timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return None
