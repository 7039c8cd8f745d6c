"""The framed word beside a label's id: one line where it fits, else two, else a smaller id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.documents import fonts
from serkut_desk.domain.labels import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

CAP = 0.727
"""Height of Inter's capitals, in parts of its size."""


@dataclass(frozen=True, slots=True)
class FramedWord:
    """Lines of the framed word and their size in points."""

    lines: tuple[str, ...]
    size: float

    @property
    def width(self) -> float:
        """Width of the longest line in points."""
        return max(fonts.text_width(line, fonts.BOLD, self.size) for line in self.lines)

    def baselines(self, top: float, bottom: float) -> tuple[float, ...]:
        """Return where the lines stand between two heights; all in points."""
        cap = self.size * CAP
        count = len(self.lines)
        free = top - bottom - count * cap
        # In two lines the dots of `Ä` need room above: a share more over a line that has them.
        shares = [1 if count == 1 or line.isascii() else 2 for line in self.lines]
        share = free / (sum(shares) + 1)
        return tuple(
            top - sum(shares[:number]) * share - number * cap for number in range(1, count + 1)
        )


def _spaced(text: str) -> str:
    # A single space of a bold face vanishes on a thermal head at this size.
    return fonts.clean(text).replace(" ", "  ")


def _halves(word: str) -> tuple[str, str] | None:
    """Return the two lines of the most even break at a space or soft hyphen."""
    breaks = [index for index, character in enumerate(word) if character in f" {SOFT_HYPHEN}"]
    if not breaks:
        return None

    def split(index: int) -> tuple[str, str]:
        hyphen = "-" if word[index] == SOFT_HYPHEN else ""
        return _spaced(word[:index]) + hyphen, _spaced(word[index + 1 :])

    return min((split(index) for index in breaks), key=lambda pair: max(map(len, pair)))


def fit_word(
    word: str, width: float, sizes: Sequence[float], two_line_sizes: Sequence[float]
) -> FramedWord | None:
    """Return the word at the largest size that fits, or None when it does not.

    Args:
        word: One or more words; a soft hyphen says where one may be broken.
        width: Points that the longest line may take.
        sizes: Points for one line, the wanted one first.
        two_line_sizes: Points for two lines, tried when one line does not fit.
    """
    halves = _halves(word)
    plans: list[tuple[tuple[str, ...], Sequence[float]]] = [((_spaced(word),), sizes)]
    if halves:
        plans.append((halves, two_line_sizes))
    for lines, points in plans:
        for size in points:
            framed = FramedWord(lines, size)
            if framed.width <= width:
                return framed
    return None


def cut_word(word: str, width: float, size: float) -> FramedWord:
    """Return the word on one line, cut with an ellipsis: the last resort."""
    return FramedWord((fonts.fit(word, fonts.BOLD, (size,), width).text,), size)
