"""What a command answers, and how it is printed."""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DONE = 0
REFUSED = 1
MISUSED = 2
UNAVAILABLE = 3


_STEERING: Final = {
    code: f"\\u{code:04x}"
    for code in (
        *(one for one in range(0x20) if chr(one) not in "\n\t"),
        *range(0x7F, 0xA0),
        *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a command.

    Args:
        document: What `--json` prints: anything that JSON holds.
        lines: What is printed without `--json`.
        status: Exit status: 0 done, 1 refused by a rule.
    """

    document: object
    lines: Sequence[str] = ()
    status: int = DONE


def speak_utf8() -> None:
    """Write UTF-8 whatever the environment's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_answer(answer: Answer, *, as_json: bool) -> None:
    """Print the one document, or the lines."""
    if as_json:
        _print(sys.stdout, _json(answer.document))
    elif answer.lines:
        _print(sys.stdout, "\n".join(answer.lines))


def print_failure(sentences: Mapping[str, str], *, as_json: bool) -> None:
    """Say what is wrong, why and what to do next: on standard error, with `--json` on both."""
    spoken = [sentences[part] for part in ("what", "why", "next")]
    _print(sys.stderr, "\n".join(line for line in spoken if line))
    if as_json:
        _print(sys.stdout, _json({"error": dict(sentences)}))


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)


def _print(stream: TextIO, text: str) -> None:
    """Write and flush; a reader that has gone away, as `head` does, is no failure.

    Signs that steer a terminal, or turn the direction of writing, come out by their number, as in
    JSON: names and serial numbers from others' files could repaint an answer with them.
    """
    try:
        stream.write(text.translate(_STEERING) + "\n")
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more at exit; that must go nowhere, and quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
