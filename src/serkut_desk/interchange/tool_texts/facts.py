"""What one answer of a tool tells, before answers are put together by drive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.domain.firmware_verdict import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a drive says of itself; `bus` as in nwipe's lists, `-SSD` where it is solid state."""

    serial: str = ""
    model: str = ""
    firmware: str = ""
    capacity: int | None = None
    bus: str = ""
    known: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one section tells.

    Args:
        device: Path of the drive, "" where neither command nor answer names it.
        identity: What it says of itself, None where it says nothing.
        steps: What was done or seen, in order.
        program: The tool as the policy knows it, "" where it cannot be told.
        version: Of the tool, None where the answer does not tell it.
        clock: The computer's clock as the answer shows it, naive ISO text.
    """

    device: str = ""
    identity: Identity | None = None
    steps: tuple[Step, ...] = ()
    program: str = ""
    version: str | None = None
    clock: str = ""
