"""What a ZPL printer answers to `~HS`: three lines of numbers between STX and ETX."""

from __future__ import annotations

from dataclasses import dataclass

ASK = b"~HS"
LINES = 3
_STX, _ETX = b"\x02", b"\x03"
_FIRST_FIELDS, _SECOND_FIELDS = 12, 11


@dataclass(frozen=True, slots=True)
class HostStatus:
    """The printer's state, as far as it stops a label."""

    paper_out: bool
    paused: bool
    head_open: bool
    ribbon_out: bool
    not_ready: bool
    """Buffer full, memory lost, too cold or too hot."""

    @property
    def trouble(self) -> str | None:
        """The code of the first failure, or None when a label can be printed.

        A printer out of paper or with its head open is paused too: the cause comes first.
        """
        for wrong, code in (
            (self.head_open, "printer_head_open"),
            (self.paper_out, "printer_out_of_paper"),
            (self.ribbon_out, "printer_out_of_ribbon"),
            (self.paused, "printer_paused"),
            (self.not_ready, "printer_not_ready"),
        ):
            if wrong:
                return code
        return None


def is_complete(answer: bytes) -> bool:
    """Tell whether all three lines have come."""
    return answer.count(_ETX) >= LINES


def parse_status(answer: bytes) -> HostStatus | None:
    """Return what the printer said, or None when it is no status."""
    lines = [
        part.partition(_STX)[2].decode("ascii", "replace").split(",")
        for part in answer.split(_ETX)
        if _STX in part
    ]
    if len(lines) < LINES or len(lines[0]) < _FIRST_FIELDS or len(lines[1]) < _SECOND_FIELDS:
        return None
    first, second = ([value.strip() for value in line] for line in lines[:2])
    return HostStatus(
        paper_out=first[1] == "1",
        paused=first[2] == "1",
        head_open=second[2] == "1",
        ribbon_out=second[3] == "1" and second[4] == "1",  # only where it prints with a ribbon
        not_ready="1" in (first[5], first[9], first[10], first[11]),
    )
