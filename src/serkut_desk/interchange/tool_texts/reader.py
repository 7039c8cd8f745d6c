"""Reads what a person saved from tools of drives: one answer in a file, or several glued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.interchange.tool_texts.assemble import Told, assemble
from serkut_desk.interchange.tool_texts.hdparm import read_hdparm
from serkut_desk.interchange.tool_texts.nvme import read_nvme
from serkut_desk.interchange.tool_texts.others import read_others
from serkut_desk.interchange.tool_texts.sections import TooManySectionsError, sections
from serkut_desk.interchange.tool_texts.smartctl import read_smartctl

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.interchange.tool_texts.facts import Answer
    from serkut_desk.interchange.tool_texts.sections import Section

# A person's file; what a machine writes all day long is none.
LIMIT = 4 * 1024 * 1024
# No tool prints a longer one but JSON, which is never looked at by patterns of lines.
_LONGEST_LINE = 2000
_JSON = frozenset("{[")
_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")


def read_tool_texts(data: bytes, comparable: Callable[[str], str | None]) -> Told | None:
    """Return what outputs of tools tell; None where the bytes hold none of them.

    Args:
        data: The whole file. Any bytes are taken and none raises.
        comparable: The form of a serial in which serials are compared, None for what is none.
    """
    if len(data) > LIMIT:
        return None
    text = _text(data)
    try:
        answers = [answer for one in sections(text) for answer in _read(one)]
    except TooManySectionsError:
        return None
    return assemble(answers, comparable) if answers else None


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        text = data.decode("utf-8-sig", "replace")
    text = _ANSI.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return "\n".join(
        line if len(line) <= _LONGEST_LINE or line.lstrip()[:1] in _JSON else line[:_LONGEST_LINE]
        for line in text.split("\n")
    )


def _read(section: Section) -> list[Answer]:
    """Return what the first reader makes of an answer that knows it."""
    smart = read_smartctl(section)
    if smart is not None:
        return [smart]
    found = read_nvme(section)
    if found is not None:
        return found
    other = read_hdparm(section) or read_others(section)
    return [other] if other is not None else []
