"""Splits what a person saved from a terminal into the answers of single commands."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SECTIONS = 500
_TOOLS = r"hdparm|nvme|smartctl|sg_sanitize|mmc"
_WORDS = r"(?:sudo\s+|time\s+|exec\s+|LC_ALL=\S+\s+|LANG=\S+\s+)*"
# What stands after a prompt, or a line that is a command by its looks: a tool and a device.
_PROMPT = re.compile(
    rf"(?:[^#$%>+]{{0,80}}[#$%>]|\+{{1,3}})\s*{_WORDS}(?P<command>(?:/\S*/)?(?:{_TOOLS})\s.*)\Z"
)
_BARE = re.compile(rf"\s*{_WORDS}(?P<command>(?:/\S*/)?(?:{_TOOLS})\s.*/dev/\S+.*)\Z")
_STATUS = re.compile(
    r"\s*(?:rc|exit(?:[ _]?(?:status|code))?|\$\?)\s*[=:]\s*(-?\d{1,4})\s*\Z", re.IGNORECASE
)
_SEVERAL = re.compile(r"&&|\|\||;")
# How answers begin, for texts without commands.
_BEGINS = re.compile(
    r"/dev/\S+:\s*\Z|smartctl \d|NVME Identify Controller:|Node\s+.*\bSN\b"
    r"|Sanitize Progress\s|Success formatting namespace|[\[{]\s*\Z"
)
_HDPARM_HEAD = re.compile(r"/dev/\S+:\s*\Z")
# hdparm says these before the line with the device.
_BEFORE_HEAD = re.compile(
    r"\s*\Z|SG_IO: |security_password: |SANITIZE feature set is not|Setting \w+ password",
    re.IGNORECASE,
)
# A prompt at which nobody typed anything.
_IDLE_PROMPT = re.compile(r"(?:\S{1,60}@\S{1,60}\s?)?[#$%]\s*\Z")
_JSON_START = re.compile(r"\s*[\[{]")


@dataclass(slots=True)
class Section:
    """One answer: the command as words where it was saved, its lines, its exit status."""

    command: tuple[str, ...] | None = None
    lines: list[str] = field(default_factory=list)
    exit_status: int | None = None

    @property
    def tool(self) -> str:
        """Name of the program, "" where the command is not known."""
        return self.command[0].rpartition("/")[2] if self.command else ""

    @property
    def text(self) -> str:
        """All its lines."""
        return "\n".join(self.lines)

    @property
    def device(self) -> str:
        """The device that the command names last, "" where it names none."""
        named = [word for word in self.command or () if word.startswith("/dev/")]
        return named[-1] if named else ""


class TooManySectionsError(Exception):
    """A text has more answers than a person collects."""


def sections(text: str) -> list[Section]:
    """Return the answers in a text in their order.

    Raises:
        TooManySectionsError: There are more than `MOST_SECTIONS`.
    """
    found: list[Section] = []
    for one in _split(text):
        found.append(one)
        if len(found) > MOST_SECTIONS:
            raise TooManySectionsError
    return found


def _split(text: str) -> Iterator[Section]:
    current = Section()
    depth = 0
    for line in text.split("\n"):
        command = _command(line) if depth == 0 else None
        if command is not None:
            yield current
            current = Section(command or None)
            continue
        if _IDLE_PROMPT.match(line):
            continue
        status = _STATUS.match(line)
        if status is not None:
            worse = int(status[1])
            current.exit_status = current.exit_status or worse
            continue
        if depth == 0 and current.command is None and _BEGINS.match(line):
            following = Section()
            if _HDPARM_HEAD.match(line):
                _take_back(current, following)
            yield current
            current = following
        depth = _deeper(depth, line, current)
        # An answer begins with its first word.
        if current.lines or line.strip():
            current.lines.append(line)
    yield current


def _command(line: str) -> tuple[str, ...] | None:
    """Return the words of a command line, () for several commands in one, None for no command."""
    if len(line) > 1000 or "/dev/" not in line:  # noqa: PLR2004 - no command that a person types
        return None
    found = _PROMPT.match(line) or _BARE.match(line)
    if found is None:
        return None
    command = found["command"]
    if _SEVERAL.search(command):
        return ()
    command = re.split(r"\s*(?:\||\d?>)", command, maxsplit=1)[0]
    try:
        return tuple(shlex.split(command))
    except ValueError:
        return tuple(command.split())


def _take_back(current: Section, following: Section) -> None:
    """Move to hdparm's answer what it said before the line with its device."""
    while current.lines and _BEFORE_HEAD.match(current.lines[-1]):
        following.lines.append(current.lines.pop())
    following.lines.reverse()


def _deeper(depth: int, line: str, current: Section) -> int:
    """Follow braces, so that nothing inside JSON is taken for a command."""
    if depth == 0 and (current.lines or not _JSON_START.match(line)):
        return 0
    depth += line.count("{") + line.count("[") - line.count("}") - line.count("]")
    return max(depth, 0)
