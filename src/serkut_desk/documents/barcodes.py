"""Code 128 bars and QR modules as vectors; the libraries only say which modules are dark.

A thermal head prints whole dots, so bars must begin and end on dots: callers give positions that
lie on a `DotGrid` and a `clear` of a tenth of a dot, by which each dark shape stays inside its
dots. Otherwise a printer that blackens every dot it touches widens some bars and not others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import segno
from barcode.codex import Code128

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
"""Points in a millimetre."""
QUIET_CODE128 = 10
"""Modules that stay white on each side of the bars (ISO/IEC 15417)."""
QUIET_QR = 4
"""Modules that stay white around a QR code (ISO/IEC 18004)."""

_NON_ZERO = 1  # overlapping shapes stay dark


@dataclass(frozen=True, slots=True)
class DotGrid:
    """The dots of a printer on a page, counted from its upper left corner.

    Args:
        dpi: Dots per inch.
        height: Height of the page in points.
    """

    dpi: int
    height: float

    @property
    def dot(self) -> float:
        """Side of a dot in points."""
        return 72 / self.dpi

    @property
    def clear(self) -> float:
        """How far dark shapes stay inside their dots, in points."""
        return self.dot / 10

    def dots(self, millimetres: float) -> int:
        """Return the whole number of dots nearest to a length."""
        return round(millimetres / 25.4 * self.dpi)

    def x(self, dots: int) -> float:
        """Return the position of a column's left edge in points."""
        return dots * self.dot

    def y(self, dots: int) -> float:
        """Return the position of a row's upper edge in points from the page's foot."""
        return self.height - dots * self.dot


@lru_cache(maxsize=4096)
def code128_modules(text: str) -> str:
    """Return the modules of a Code 128 symbol as a string of 1 (dark) and 0.

    Raises:
        ValueError: `text` is empty or holds something else than printable ASCII.
    """
    if not text or not text.isascii() or not text.isprintable():
        raise ValueError(text)
    return str(Code128(text).build()[0])


@lru_cache(maxsize=4096)
def qr_modules(text: str, error: str = "Q") -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR symbol, True for dark, without its white border.

    Args:
        text: What it holds.
        error: At least this level of error correction: L, M, Q or H.
    """
    symbol = segno.make_qr(text, error=error)
    return tuple(tuple(bool(module) for module in row) for row in symbol.matrix)


def _runs(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Yield first and one past the last index of each dark run."""
    begin: int | None = None
    for index, dark in enumerate((*row, False)):
        if dark and begin is None:
            begin = index
        elif not dark and begin is not None:
            yield begin, index
            begin = None


def draw_code128(
    canvas: Canvas,
    text: str,
    x: float,
    y: float,
    *,
    height: float,
    module_width: float,
    clear: float = 0.0,
) -> float:
    """Draw the bars of `text` with their lower left corner at `x`, `y`; all in points.

    The caller keeps `QUIET_CODE128` modules white on both sides.

    Returns:
        The width of the bars.
    """
    modules = code128_modules(text)
    path = canvas.beginPath()
    for begin, end in _runs(tuple(module == "1" for module in modules)):
        width = (end - begin) * module_width - 2 * clear
        path.rect(x + begin * module_width + clear, y + clear, width, height - 2 * clear)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=_NON_ZERO)
    return len(modules) * module_width


def draw_qr(
    canvas: Canvas,
    text: str,
    x: float,
    y: float,
    *,
    module_width: float,
    error: str = "Q",
    clear: float = 0.0,
) -> float:
    """Draw a QR symbol with its lower left corner at `x`, `y`; all in points.

    The caller keeps `QUIET_QR` modules white around it.

    Returns:
        The side of the symbol.
    """
    rows = qr_modules(text, error)
    side = len(rows)
    path = canvas.beginPath()

    def rectangle(left: int, top: int, right: int, bottom: int) -> None:
        path.rect(
            x + left * module_width + clear,
            y + (side - bottom) * module_width + clear,
            (right - left) * module_width - 2 * clear,
            (bottom - top) * module_width - 2 * clear,
        )

    # Rows and columns both: with `clear`, rows alone would leave white hairs between them.
    for index, row in enumerate(rows):
        for begin, end in _runs(row):
            rectangle(begin, index, end, index + 1)
    if clear:
        for index, column in enumerate(zip(*rows, strict=True)):
            for begin, end in _runs(column):
                rectangle(index, begin, index + 1, end)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=_NON_ZERO)
    return side * module_width
