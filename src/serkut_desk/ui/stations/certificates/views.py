"""What the certificates screen shows, already in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.ui.parts.facts import Fact
    from serkut_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """A device for which a certificate can be issued; `device` is its code."""

    device: str
    short: str
    make: str
    serial: str
    media: str
    approved: str


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """A certificate in the list; `about` is the device, medium or lot that it speaks of."""

    number: str
    short: str
    about: str
    about_short: str
    make: str
    issued: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot with how many of its devices have a certificate, and its own certificate in words."""

    lot: str
    short: str
    sender: str
    issued: str
    ready: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class MediumRow:
    """A medium that was taken out and has no certificate; `device` is where it was."""

    medium: str
    short: str
    model: str
    serial: str
    device: str


@dataclass(frozen=True, slots=True)
class PaperView:
    """The chosen certificate, or the device that waits for one, for the right side."""

    title: str
    subtitle: str
    tone: Tone
    answer: str
    why: str = ""
    facts: tuple[Fact, ...] = ()
