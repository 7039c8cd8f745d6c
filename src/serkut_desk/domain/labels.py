"""What stands on a 62 x 29 mm label, whatever draws it: PDF or a printer's own language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import parse_code, short

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

SOFT_HYPHEN = "\u00ad"
"""Where a framed word may be broken; printed as a hyphen only there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The printed lines of one label; an empty line is left white.

    Args:
        code: The twelve characters that bars and QR carry.
        framed: The word in the frame beside the large id, such as `EI TYHJENNETTY`.
        line: What it is: maker and model, the kind of medium, a sender, a place's name.
        serial: The serial with its title word, in a monospaced face.
        foot: Right of the small code: lot and day.
        icon: Picture left of the lines, where a printer can draw one; empty for none.

    Raises:
        ValueError: `code` is none of ours: a bug, codes are checked where they come in.
    """

    code: str
    framed: str = ""
    line: str = ""
    serial: str = ""
    foot: str = ""
    icon: str = ""

    def __post_init__(self) -> None:
        """Check the code: a label with a wrong one names nothing."""
        own = parse_code(self.code)
        if own is None or str(own) != self.code:
            raise ValueError(self.code)

    @property
    def short(self) -> str:
        """What eyes get: `SD 4217`."""
        return short(self.code)

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing but its code: a label printed ahead on a roll."""
        return not (self.framed or self.line or self.serial or self.foot)


def day_text(day: date) -> str:
    """Return a day as people here write it: `21.11.2026`."""
    return f"{day.day}.{day.month}.{day.year}"


def _foot(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _serial(word: str, serial: str) -> str:
    return f"{word} {serial}" if serial else ""


def device_label(
    *,
    code: str,
    model: str,
    serial: str,
    lot: str,
    day: date,
    state: str,
    serial_word: str,
    grade: str = "",
    whole: bool = True,
) -> Label:
    """Return a device's label.

    Args:
        code: The device's own code.
        model: Maker and model; may be empty and of any length.
        serial: As stored; empty when it has none.
        lot: The lot's own code, or empty.
        day: The day the label speaks of.
        state: The framed word for the data state, in the language of the label.
        serial_word: The title of the serial, such as `S/N`.
        grade: The words for the grade, empty before grading; they stand first in the foot.
        whole: Nothing lacks. What lacks has longer words, and the lot makes room for them.
    """
    return Label(
        code=code,
        framed=state,
        line=model,
        serial=_serial(serial_word, serial),
        foot=_foot(grade, short(lot) if whole or not grade else "", day_text(day)),
    )


def medium_label(
    *, code: str, kind: str, serial: str, device: str, day: date, state: str, serial_word: str
) -> Label:
    """Return the label of a storage medium outside its device; `kind` may name its size too."""
    return Label(
        code=code,
        framed=state,
        line=kind,
        serial=_serial(serial_word, serial),
        foot=_foot(short(device), day_text(day)),
    )


def part_label(
    *, code: str, kind: str, specification: str, fits: str, day: date, test: str
) -> Label:
    """Return the label of a part: what it is, what it fits, and the framed word of its test.

    `kind` and `specification` stand in the large line, what it fits below.
    """
    return Label(
        code=code,
        framed=test,
        line=_foot(kind, specification),
        serial=fits,
        foot=day_text(day),
    )


def order_label(*, code: str, device: str, model: str, day: date, word: str) -> Label:
    """Return the label of a work order, for the device or the tray with its screws."""
    return Label(code=code, framed=word, line=model, serial=short(device), foot=day_text(day))


def lot_label(*, code: str, sender: str, day: date, word: str) -> Label:
    """Return the label of a lot's cage or box; `word` is framed, such as `ERÄ`."""
    return Label(code=code, framed=word, line=sender, foot=day_text(day))


def place_label(*, code: str, name: str, word: str) -> Label:
    """Return the label of a shelf or a box; `word` is framed, such as `PAIKKA`."""
    return Label(code=code, framed=word, line=name)


def container_label(
    *, code: str, fraction: str, word: str, tare: str, name: str, day: date, icon: str
) -> Label:
    """Return the label of a container; `word` is framed: that it is one, or that it is dangerous.

    The fraction stands in the large line with its picture, what the empty container weighs below.
    """
    return Label(
        code=code,
        framed=word,
        line=fraction,
        serial=tare,
        foot=_foot(name, day_text(day)),
        icon=icon,
    )


def blank_roll(codes: Iterable[str]) -> tuple[Label, ...]:
    """Return labels for a roll printed ahead: id, bars and QR, no facts."""
    return tuple(Label(code=code) for code in codes)
