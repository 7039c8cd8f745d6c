"""Labels in ZPL II, the language of Zebra printers and those that imitate them.

Every field is plain ASCII: what is not a harmless character is written as hexadecimal UTF-8
(`^FH` with `^CI28`), so that no text from a list can become a command to the printer.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.label_template import QR_MODULES, LabelTemplate, label_template
from serkut_desk.domain.labels import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.label_template import SymbolDots
    from serkut_desk.domain.labels import Label

DEFAULT_DPI = 203
_HARMLESS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;/()+-=#")
_ELLIPSIS = "..."
# The printer's own face 0 is a condensed bold; these shares of its height are on the safe side.
_NARROW = frozenset("iljtfI1.,:;'!|()[] -/")
_NARROW_SHARE, _COMMON_SHARE, _WIDE_SHARE = 0.36, 0.56, 0.68
_WIDE = frozenset("MWmw@%ÅÄÖÆ")
_CAP = 0.72  # its capitals, in parts of its height
_EM = 1.2  # height of the face that looks like a point size of ours: it fills less of its box


@cache
def template() -> LabelTemplate:
    """Return the shipped template, the same as for PDF."""
    return label_template(shipped.json_resource("labels", "device_62x29.json"))


def label_zpl(label: Label, *, dpi: int = DEFAULT_DPI) -> bytes:
    """Return one label as a complete ZPL format.

    Args:
        label: What stands on it.
        dpi: Dots per inch of the printer.

    Raises:
        ValueError: The bars do not fit at this resolution: a bug of the caller.
    """
    writer = _Writer(template(), dpi)
    return writer.label(label).encode("ascii")


def field(text: str) -> str:
    """Return `text` for a field that begins with `^FH_`, harmless whatever it holds."""
    kept = (
        "" if kind == "Cf" else " " if kind.startswith("C") else character
        for character, kind in ((each, unicodedata.category(each)) for each in text)
    )
    line = " ".join("".join(kept).split())
    return "".join(
        character
        if character in _HARMLESS
        else "".join(f"_{byte:02X}" for byte in character.encode())
        for character in line
    )


def _width(text: str, height: float) -> float:
    """Return an upper estimate of a line's width in dots."""

    def share(character: str) -> float:
        if character in _NARROW:
            return _NARROW_SHARE
        if character in _WIDE or ord(character) > 0x24F:  # noqa: PLR2004 - beyond Latin letters
            return _WIDE_SHARE
        return _COMMON_SHARE

    return height * sum(share(character) for character in text)


def _framed_lines(word: str, height: float, room: float) -> tuple[str, ...]:
    """Return the framed word on one line where it fits at its least height, else on two."""
    whole = word.replace(SOFT_HYPHEN, "")
    breaks = [at for at, mark in enumerate(word) if mark in f" {SOFT_HYPHEN}"]
    if _width(whole, height) <= room or not breaks:
        return (whole,)

    def split(at: int) -> tuple[str, str]:
        hyphen = "-" if word[at] == SOFT_HYPHEN else ""
        first, second = word[:at] + hyphen, word[at + 1 :]
        return first.replace(SOFT_HYPHEN, ""), second.replace(SOFT_HYPHEN, "")

    return min(map(split, breaks), key=lambda pair: max(_width(one, height) for one in pair))


class _Writer:
    """Writes labels for one resolution."""

    def __init__(self, plan: LabelTemplate, dpi: int) -> None:
        self.plan = plan
        self.dpi = dpi
        self.at: SymbolDots = plan.symbols(dpi)
        if self.at.bar_module < 1:
            raise ValueError(dpi)

    def dots(self, millimetres: float) -> int:
        return round(millimetres / 25.4 * self.dpi)

    def height(self, points: float) -> int:
        """Return the height of the printer's face that looks like `points` of ours."""
        return round(points / 72 * self.dpi * _EM)

    def label(self, label: Label) -> str:
        plan = self.plan
        parts = [
            "^XA",
            "^CI28",
            f"^PW{self.dots(plan.width)}^LL{self.dots(plan.height)}^LH0,0",
            "^JZN",  # a label that failed is printed again from our queue, not by the printer
            *self._symbols(label.code),
        ]
        if label.is_blank:
            size = self._fit(label.short, plan.id_alone_sizes, self._text_width)[1]
            middle = self.at.qr_y + QR_MODULES * self.at.qr_module // 2
            parts.append(self._text(label.short, size, middle + round(size * _CAP) // 2))
        else:
            parts += self._head(label)
            parts += self._lines(label)
        parts += self._foot(label)
        parts += ["^PQ1", "^XZ"]
        return "\n".join(parts) + "\n"

    @property
    def _left(self) -> int:
        return self.dots(self.plan.left)

    @property
    def _text_width(self) -> int:
        return self.at.text_right - self._left

    def _symbols(self, code: str) -> list[str]:
        at = self.at
        # Subsets are named, so that every printer makes the same 123 modules: B, then pairs.
        bars = f">:{code[:2]}>5{code[2:]}"
        return [
            f"^BY{at.bar_module},2.0,{at.bar_height}",
            f"^FO{at.bar_x},{at.bar_y}^BCN,{at.bar_height},N,N,N,N^FD{bars}^FS",
            # A QR field is moved down by the height of ^BY on many printers: make it one dot.
            "^BY1,2.0,1",
            f"^FO{at.qr_x},{at.qr_y}^BQN,2,{at.qr_module}^FD{self.plan.qr_error}A,{code}^FS",
        ]

    def _fit(self, text: str, sizes: Sequence[float], width: float) -> tuple[str, int]:
        """Return the line and its height in dots, cut at the smallest size."""
        heights = [self.height(size) for size in sizes]
        for height in heights:
            if _width(text, height) <= width:
                return text, height
        smallest = heights[-1]
        cut = text
        while cut and _width(cut + _ELLIPSIS, smallest) > width:
            cut = cut[:-1]
        return cut.rstrip() + _ELLIPSIS, smallest

    def _text(self, text: str, height: int, baseline: int, x: int | None = None) -> str:
        left = self._left if x is None else x
        return f"^FT{left},{baseline}^A0N,{height},{height}^FH_^FD{field(text)}^FS"

    def _head(self, label: Label) -> list[str]:
        plan = self.plan
        top, tall = self.dots(plan.id_top), self.dots(plan.id_height)
        if not label.framed:
            text, size = self._fit(label.short, plan.id_sizes, self._text_width)
            return [self._text(text, size, top + tall)]
        smallest = self.height(plan.frame_two_line_sizes[-1])
        around = self.dots(plan.frame_gap + 2 * plan.frame_padding)
        least = _width(label.short, self.height(plan.id_sizes[-1]))
        words = _framed_lines(label.framed, smallest, self._text_width - around - least)
        room = self._text_width - around - max(_width(word, smallest) for word in words)
        short, id_height = self._fit(label.short, plan.id_sizes, room)
        if short != label.short:  # the id is never cut: the word gives way
            short, id_height = label.short, self.height(plan.id_sizes[-1])
        left = self._left + round(_width(short, id_height)) + self.dots(plan.frame_gap)
        return [self._text(short, id_height, top + tall), *self._frame(words, left)]

    def _frame(self, words: Sequence[str], left: int) -> list[str]:
        """Draw one or two lines in a frame as high as the id."""
        plan = self.plan
        top, tall = self.dots(plan.id_top), self.dots(plan.id_height)
        padding = self.dots(plan.frame_padding)
        sizes = plan.frame_two_line_sizes
        sizes = sizes if len(words) > 1 else (*plan.frame_sizes, *sizes)
        room = self.at.text_right - left - 2 * padding
        fitted = [self._fit(word, sizes, room) for word in words]
        height = min(size for _, size in fitted)
        width = round(max(_width(word, height) for word, _ in fitted)) + 2 * padding
        cap = round(height * _CAP)
        gap = (tall - len(fitted) * cap) // (len(fitted) + 1)
        return [
            f"^FO{left},{top}^GB{width},{tall},{max(2, self.dots(plan.frame_line))}^FS",
            *(
                self._text(word, height, top + number * (gap + cap), left + padding)
                for number, (word, _) in enumerate(fitted, start=1)
            ),
        ]

    def _lines(self, label: Label) -> list[str]:
        plan = self.plan
        found = []
        for text, band in ((label.line, plan.model), (label.serial, plan.serial)):
            if text:
                line, height = self._fit(text, band.sizes, self._text_width)
                found.append(self._text(line, height, self.dots(band.baseline)))
        return found

    def _foot(self, label: Label) -> list[str]:
        plan = self.plan
        baseline = self.dots(plan.foot.baseline)
        height = self.height(plan.foot.sizes[0])
        parts = [self._text(label.code, height, baseline)]
        if label.foot:
            room = self.dots(plan.right - plan.left - plan.frame_gap) - _width(label.code, height)
            line, height = self._fit(label.foot, plan.foot.sizes, room)
            right = self.dots(plan.right) - round(_width(line, height))
            parts.append(self._text(line, height, baseline, right))
        return parts
