"""What the screen that checks certificates shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class CheckedView:
    """One checked paper.

    Args:
        key: Its place among what was checked, as text.
        name: Of the file, or that it is a QR code.
        number: Short, "" when nobody of ours signed it.
        tone: Of the answer.
        title: The answer in a word or two.
        lines: What it means.
        facts: Number, time, device, media, signer.
    """

    key: str
    name: str
    number: str
    tone: Tone
    title: str
    lines: tuple[str, ...]
    facts: tuple[Fact, ...]
