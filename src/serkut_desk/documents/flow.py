"""Pages that fill from top to bottom: text, lines, tables of rows, and `page n / m` at the foot.

What is drawn is first collected, page by page, because the foot needs the number of pages; then
it is drawn in one go on a plain canvas, which is several times faster than reportlab's own flow.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from serkut_desk.documents import fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from reportlab.pdfgen.canvas import Canvas

WIDTH: Final = 595.28
HEIGHT: Final = 841.89
LEFT: Final = 43.5
RIGHT: Final = WIDTH - LEFT
TOP: Final = HEIGHT - 38
FOOT: Final = 48
INNER: Final = 4.5
_GAP: Final = 3.2
_BEFORE_HEADING: Final = 9.0

# Pure black: a printer that knows no grey breaks any other colour into dots.
INK: Final = 0x000000
MUTED: Final = 0x4A5967
ACCENT: Final = 0x0B5E5E
RULE: Final = 0xAEBBC6

BODY: Final = 9
SMALL: Final = 7.8
LEADING: Final = 1.3

colour = lru_cache(HexColor)
_wrap = lru_cache(maxsize=8192)(fonts.wrap)


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: face, size in points, colour as 0xRRGGBB."""

    font: str = fonts.REGULAR
    size: float = BODY
    colour: int = INK

    @property
    def leading(self) -> float:
        """From one baseline to the next, in points."""
        return self.size * LEADING


PLAIN: Final = Style()
LABEL: Final = Style(colour=MUTED)
NOTE: Final = Style(size=SMALL, colour=MUTED)
STRONG: Final = Style(font=fonts.SEMIBOLD)
CODE: Final = Style(font=fonts.MONO, size=8)
TINY_CODE: Final = Style(font=fonts.MONO, size=7.2)
HEADING: Final = Style(font=fonts.SEMIBOLD, size=10, colour=ACCENT)
COLUMN: Final = Style(font=fonts.SEMIBOLD, size=7.8, colour=MUTED)


@dataclass(frozen=True, slots=True)
class Span:
    """A text in one style; several spans stand under each other in a cell."""

    text: str
    style: Style = PLAIN


Cell = tuple[Span, ...]
_Text = tuple[float, float, Style, str]
_Line = tuple[float, float, float, int, float]


class _Page:
    """What one page shows."""

    def __init__(self) -> None:
        self.texts: list[_Text] = []
        self.lines: list[_Line] = []
        self.drawings: list[Callable[[Canvas], None]] = []


class Flow:
    """Pages being filled. All measures are in points from the lower left corner.

    Args:
        header: One line at the top of every page after the first.
        footer: The left half of every page's foot.
        page_of: Gives the right half from page and number of pages.
        air: How much white there is around rows and sections; 1 is calm, 0.3 is dense.
        size: Width and height of a page in points.
        black: Draw every text in pure black, for papers that are printed on anything.
        on_every_page: Draws more on each page, such as the mark of a copy.
    """

    def __init__(
        self,
        *,
        header: str,
        footer: str,
        page_of: Callable[[int, int], str],
        air: float = 1.0,
        size: tuple[float, float] = (WIDTH, HEIGHT),
        black: bool = False,
        on_every_page: Callable[[Canvas], None] | None = None,
    ) -> None:
        self.right = size[0] - LEFT
        self._top = size[1] - (HEIGHT - TOP)
        self._black = black
        self._on_every_page = on_every_page
        self._gap = _GAP * air
        self._before_heading = _BEFORE_HEADING * air
        self._header = header
        self._footer = footer
        self._page_of = page_of
        self._pages = [_Page()]
        self.y = self._top

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return len(self._pages)

    def text(self, x: float, y: float, text: str, style: Style = PLAIN) -> None:
        """Put one line of text with its baseline at `y` on this page."""
        self._pages[-1].texts.append((x, y, style, text))

    def rule(
        self, y: float, *, x: float = LEFT, x2: float | None = None, width: float = 0.5
    ) -> None:
        """Put a horizontal line on this page; it ends at the right margin unless told."""
        end = self.right if x2 is None else x2
        self._pages[-1].lines.append((x, end, y, RULE, min(width, 0.35) if self._black else width))

    def draw(self, drawing: Callable[[Canvas], None]) -> None:
        """Let `drawing` draw on this page by itself."""
        self._pages[-1].drawings.append(drawing)

    def down(self, points: float) -> None:
        """Leave a space."""
        self.y -= points

    def need(self, points: float) -> None:
        """Begin a new page unless `points` are left on this one."""
        if self.y - points < FOOT:
            self.new_page()

    def new_page(self) -> None:
        """Begin a new page with its header."""
        self._pages.append(_Page())
        self.y = self._top
        self.text(LEFT, self.y - SMALL, self._header, NOTE)
        self.rule(self.y - SMALL - 6)
        self.down(SMALL + 18)

    def paragraph(
        self, text: str, style: Style = PLAIN, *, x: float = LEFT, width: float | None = None
    ) -> None:
        """Put text over as many lines as it needs."""
        room = self.right - LEFT if width is None else width
        for line in _wrap(text, style.font, style.size, room):
            self.need(style.leading)
            self.text(x, self.y - style.size, line, style)
            self.down(style.leading)

    def heading(self, text: str, *, keep: float = 40) -> None:
        """Begin a section; `keep` points of what follows stay on the same page."""
        self.down(self._before_heading)
        self.need(HEADING.leading + 4 + keep)
        self.text(LEFT, self.y - HEADING.size, text, HEADING)
        self.down(HEADING.leading + 3)

    def row(
        self,
        cells: Sequence[Cell],
        widths: Sequence[float],
        *,
        below: Cell = (),
        again: Callable[[], None] | None = None,
        right: Collection[int] = (),
    ) -> None:
        """Put a row of a table with a line under it; it never breaks over two pages.

        Args:
            cells: One for each column.
            widths: Of the columns, in points.
            below: Goes under the cells over the whole width.
            again: Puts the head of the table; called when a new page is begun.
            right: Which columns are set to the right, as figures are.
        """
        laid = [_lines(cell, width - 2 * INNER) for cell, width in zip(cells, widths, strict=True)]
        under = _lines(below, sum(widths) - 2 * INNER)
        before = self.pages
        # Cells whose text is smaller still stand on the row's first baseline.
        first = max(lines[0].style.size for lines in laid if lines)
        tall = max(_height(lines) + first - lines[0].style.size for lines in laid if lines)
        below_gap = 1.8 if under else 0
        self.need(tall + below_gap + _height(under) + 2 * self._gap)
        if again and self.pages > before:
            again()
        self.down(self._gap)
        x = LEFT
        for number, (lines, width) in enumerate(zip(laid, widths, strict=True)):
            end = x + width - INNER if number in right else None
            self._column(x + INNER, lines, self.y - first, end)
            x += width
        self.down(tall + below_gap)
        self._column(LEFT + INNER, under, self.y - NOTE.size)
        self.down(_height(under) + self._gap)
        self.rule(self.y)

    def facts(self, label: str, *values: Span, label_width: float = 150) -> None:
        """Put a row of a label and its value."""
        self.row(((Span(label, LABEL),), values), (label_width, self.right - LEFT - label_width))

    def _column(
        self, x: float, lines: list[Span], baseline: float, end: float | None = None
    ) -> None:
        """Put lines from `x` on, or up to `end`."""
        for line in lines:
            style = line.style
            start = x if end is None else end - fonts.text_width(line.text, style.font, style.size)
            self.text(start, baseline, line.text, style)
            baseline -= line.style.leading

    def render(self, canvas: Canvas) -> None:
        """Draw all pages; the caller saves the canvas."""
        total = self.pages
        for number, page in enumerate(self._pages, 1):
            for drawing in page.drawings:
                canvas.saveState()
                drawing(canvas)
                canvas.restoreState()
            if self._on_every_page:
                canvas.saveState()
                self._on_every_page(canvas)
                canvas.restoreState()
            lines = [*page.lines, (LEFT, self.right, FOOT - 8, RULE, 0.5)]
            _draw_lines(canvas, lines, black=self._black)
            right = self._page_of(number, total)
            foot = FOOT - 19
            width = fonts.text_width(right, NOTE.font, NOTE.size)
            _draw_texts(
                canvas,
                [
                    *page.texts,
                    (LEFT, foot, NOTE, self._footer),
                    (self.right - width, foot, NOTE, right),
                ],
                black=self._black,
            )
            canvas.showPage()


def _lines(cell: Cell, width: float) -> list[Span]:
    return [
        Span(line, span.style)
        for span in cell
        for line in _wrap(span.text, span.style.font, span.style.size, width)
    ]


def _height(lines: list[Span]) -> float:
    return sum(line.style.leading for line in lines)


def _draw_lines(canvas: Canvas, lines: list[_Line], *, black: bool) -> None:
    for x, x2, y, ink, width in lines:
        canvas.setStrokeColor(colour(INK if black else ink))
        canvas.setLineWidth(width)
        canvas.line(x, y, x2, y)


def _draw_texts(canvas: Canvas, texts: list[_Text], *, black: bool) -> None:
    for x, y, style, text in texts:
        canvas.setFillColor(colour(INK if black else style.colour))
        canvas.setFont(style.font, style.size)
        canvas.drawString(x, y, text)
