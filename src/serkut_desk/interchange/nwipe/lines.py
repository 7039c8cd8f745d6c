"""From bytes to lines with time and level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

# Longer than any genuine line; the rest of such a line is not looked at.
LINE_LENGTH = 4096

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])")
_BREAK = re.compile(r"\r\n|\r|\n")
_STAMP = re.compile(r"\[((?:19|20|21)\d\d/\d\d/\d\d \d\d:\d\d:\d\d)\] ?(.*)", re.DOTALL)
_LEVEL = re.compile(
    r" *(?:nwipe: +)?(debug|info|notice|warning|error|fatal|sanity): ?(.*)", re.DOTALL
)
_DEVICE = re.compile(r"/dev/[\w!/.:+-]*[\w!]")
_MARKS = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `level` is empty for table rows and continuations, `stamp` None without a time.

    `width` is the line's length in the file, before a broken-off part was joined.
    """

    raw: str
    stamp: datetime | None
    level: str
    text: str
    width: int

    @property
    def devices(self) -> tuple[str, ...]:
        """Return the full paths of the drives that the line names."""
        return tuple(_DEVICE.findall(self.text)) if "/dev/" in self.text else ()


def decode(data: bytes) -> str:
    """Return the text of a report; never fails. Logs saved by an editor may be UTF-16."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return data.decode("utf-8-sig", "replace")


def read_lines(text: str) -> list[Line]:
    """Return the lines without escapes and line ends; a broken-off ` on /dev/x` is joined."""
    found: list[Line] = []
    for whole in _BREAK.split(_ANSI.sub("", text)):
        raw = whole[:LINE_LENGTH].rstrip()
        if raw.startswith(" on /dev/") and found and found[-1].level:
            first = found.pop()
            found.append(_line(first.raw + raw, first.width))
        else:
            found.append(_line(raw, len(raw)))
    return found


def _line(raw: str, width: int) -> Line:
    stamped = _STAMP.match(raw)
    if stamped is None:
        return Line(raw, None, "", raw, width)
    levelled = _LEVEL.match(stamped[2])
    level, text = (levelled[1], levelled[2]) if levelled else ("", stamped[2])
    return Line(raw, _time(stamped[1]), level, text, width)


def _time(text: str) -> datetime | None:
    try:
        # Naive on purpose: the log says no zone (DTZ007 wants one).
        return datetime.strptime(text, "%Y/%m/%d %H:%M:%S")  # noqa: DTZ007 - as said above
    except ValueError:
        return None
