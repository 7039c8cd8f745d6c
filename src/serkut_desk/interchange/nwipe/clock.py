"""Steps of the wiped computer's clock, as far as the lines show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.interchange.nwipe.drives import bytes_moved

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.interchange.nwipe.lines import Line

_JUMP_SECONDS = 600
# No drive that works is slower than this; a pass that seems so has a clock jump in it.
_BYTES_PER_SECOND = 100_000
# No single pass takes a week.
_WEEK_SECONDS = 7 * 86_400


def clock_steps(lines: list[Line]) -> tuple[int, int]:
    """Return the largest step backwards and the largest sure jump forwards, in seconds.

    A long silence alone is no jump: a pass over a large drive is silent for hours, and a person
    may take time before the screen. It is one when it ends with bytes so few that no drive takes
    that long, or lasts over a week.
    """
    back = jump = 0
    last: datetime | None = None
    for line in lines:
        if line.stamp is None:
            continue
        if last is not None:
            step = int((line.stamp - last).total_seconds())
            back = max(back, -step)
            if step > _JUMP_SECONDS and _impossible(step, bytes_moved(line.text)):
                jump = max(jump, step)
        last = line.stamp
    return back, jump


def _impossible(step: int, moved: int | None) -> bool:
    too_slow = moved is not None and moved < step * _BYTES_PER_SECOND
    return too_slow or step > _WEEK_SECONDS
