"""Labels of 62 x 29 mm as PDF: large id, framed data state, bars and QR on whole printer dots."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.documents import fonts
from serkut_desk.documents.barcodes import MM, DotGrid, draw_code128, draw_qr
from serkut_desk.documents.framed_word import CAP, cut_word, fit_word
from serkut_desk.documents.pictograms import draw_pictogram
from serkut_desk.domain.label_template import QR_MODULES, LabelTemplate, SymbolDots, label_template

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.documents.framed_word import FramedWord
    from serkut_desk.domain.labels import Label
    from serkut_desk.texts import Texts

DEFAULT_DPI = 300
_MODEL_LINES = 2
# Beside two lines of text, in millimetres from the top.
_ICON_TOP, _ICON_SIDE, _ICON_GAP = 8.6, 6.6, 1.2


@cache
def template() -> LabelTemplate:
    """Return the shipped template."""
    return label_template(shipped.json_resource("labels", "device_62x29.json"))


def labels_pdf(
    labels: Iterable[Label], texts: Texts, *, dpi: int = DEFAULT_DPI, author: str = fonts.PRODUCER
) -> bytes:
    """Return a PDF with one label a page.

    Args:
        labels: What stands on them; at least one.
        texts: Language of the file's title; the labels bring their own words.
        dpi: Dots per inch of the printer that bars are drawn for.
        author: The workshop.

    Raises:
        ValueError: No labels, or a resolution at which the bars do not fit: a bug of the caller.
    """
    plan = template()
    symbols = plan.symbols(dpi)
    if symbols.bar_module < 1:
        raise ValueError(dpi)
    pages = tuple(labels)
    if not pages:
        raise ValueError(pages)
    buffer = BytesIO()
    size = (plan.width * MM, plan.height * MM)
    title = pages[0].short if len(pages) == 1 else texts.say("label.title")
    canvas = fonts.new_canvas(
        buffer,
        size,
        title=title,
        author=author,
        subject=texts.say("label.subject"),
        lang=texts.language,
    )
    grid = DotGrid(dpi, size[1])
    for label in pages:
        _Page(canvas, plan, symbols, grid).draw(label)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Page:
    """One page that a label is drawn on."""

    canvas: Canvas
    plan: LabelTemplate
    symbols: SymbolDots
    grid: DotGrid
    # How far the lines stand from the left edge, to make room for a picture.
    indent: float = 0.0

    def draw(self, label: Label) -> None:
        """Draw everything."""
        self._symbols(label.code)
        self._foot(label)
        if label.is_blank:
            self._id_alone(label.short)
            return
        self._head(label)
        if label.icon:
            side = _ICON_SIDE * MM
            y = self._from_top(_ICON_TOP) - side
            draw_pictogram(self.canvas, label.icon, self._left, y, side)
            replace(self, indent=(_ICON_SIDE + _ICON_GAP) * MM)._lines(label)  # noqa: SLF001 - its own class
        else:
            self._lines(label)

    @property
    def _left(self) -> float:
        return self.plan.left * MM

    @property
    def _text_width(self) -> float:
        """Points between the left edge and the white border of the QR."""
        return self.grid.x(self.symbols.text_right) - self._left

    @property
    def _line_width(self) -> float:
        """Points that the lines have beside the picture."""
        return self._text_width - self.indent

    def _from_top(self, millimetres: float) -> float:
        return self.grid.height - millimetres * MM

    def _text(self, x: float, y: float, font: str, line: fonts.Fitted) -> None:
        self.canvas.setFont(font, line.size)
        self.canvas.drawString(x, y, line.text)

    def _symbols(self, code: str) -> None:
        grid, at = self.grid, self.symbols
        draw_code128(
            self.canvas,
            code,
            grid.x(at.bar_x),
            grid.y(at.bar_y + at.bar_height),
            height=at.bar_height * grid.dot,
            module_width=at.bar_module * grid.dot,
            clear=grid.clear,
        )
        side = at.qr_module * QR_MODULES
        draw_qr(
            self.canvas,
            code,
            grid.x(at.qr_x),
            grid.y(at.qr_y + side),
            module_width=at.qr_module * grid.dot,
            error=self.plan.qr_error,
            clear=grid.clear,
        )

    def _id_alone(self, short: str) -> None:
        line = fonts.fit(short, fonts.BOLD, self.plan.id_alone_sizes, self._text_width)
        top = self.grid.y(self.symbols.qr_y)
        side = QR_MODULES * self.symbols.qr_module * self.grid.dot
        self._text(self._left, top - (side + line.size * CAP) / 2, fonts.BOLD, line)

    def _head(self, label: Label) -> None:
        """Draw the id as large as it goes beside the framed word."""
        plan, room = self.plan, self._text_width
        around = (plan.frame_gap + 2 * plan.frame_padding) * MM
        line, word = fonts.fit(label.short, fonts.BOLD, plan.id_sizes, room), None
        if label.framed:
            for size in plan.id_sizes:
                line = fonts.Fitted(label.short, size)
                left = room - fonts.text_width(label.short, fonts.BOLD, size) - around
                word = fit_word(label.framed, left, plan.frame_sizes, plan.frame_two_line_sizes)
                if word:
                    break
            else:
                word = cut_word(label.framed, left, plan.frame_two_line_sizes[-1])
        baseline = self._from_top(plan.id_top + plan.id_height)
        self._text(self._left, baseline, fonts.BOLD, line)
        if word:
            self._frame(word, self._left + fonts.text_width(line.text, fonts.BOLD, line.size))

    def _frame(self, word: FramedWord, after: float) -> None:
        """Draw the word and its frame, as high as the id's capitals, on whole dots."""
        plan, dots = self.plan, self.grid.dots
        left = dots(after / MM + plan.frame_gap)
        right = left + dots(word.width / MM + 2 * plan.frame_padding)
        top, bottom = dots(plan.id_top), dots(plan.id_top + plan.id_height)
        line = max(2, dots(plan.frame_line))
        for box in (
            (left, top, right, top + line),
            (left, bottom - line, right, bottom),
            (left, top, left + line, bottom),
            (right - line, top, right, bottom),
        ):
            self._box(*box)
        middle = (self.grid.x(left) + self.grid.x(right)) / 2
        baselines = word.baselines(self.grid.y(top + line), self.grid.y(bottom - line))
        self.canvas.setFont(fonts.BOLD, word.size)
        for text, y in zip(word.lines, baselines, strict=True):
            self.canvas.drawCentredString(middle, y, text)

    def _box(self, left: int, top: int, right: int, bottom: int) -> None:
        grid, clear = self.grid, self.grid.clear
        self.canvas.rect(
            grid.x(left) + clear,
            grid.y(bottom) + clear,
            (right - left) * grid.dot - 2 * clear,
            (bottom - top) * grid.dot - 2 * clear,
            stroke=0,
            fill=1,
        )

    def _lines(self, label: Label) -> None:
        """Draw the model and the serial below the head."""
        plan = self.plan
        compact = bool(label.serial) and not self._one_line(label.line)
        if compact:
            baseline, leading = plan.model_two_lines.baseline, plan.model_two_line_leading
            sizes = plan.model_two_lines.sizes
        else:
            baseline, leading = plan.model.baseline, plan.serial.baseline - plan.model.baseline
            sizes = plan.model.sizes
        y = self._from_top(baseline)
        for line in self._model(label.line, sizes):
            self._text(self._left + self.indent, y, fonts.REGULAR, line)
            y -= leading * MM
        if label.serial:
            sizes = plan.serial_compact_sizes if compact else plan.serial.sizes
            line = fonts.fit(label.serial, fonts.MONO, sizes, self._line_width)
            self._text(
                self._left + self.indent, self._from_top(plan.serial.baseline), fonts.MONO, line
            )

    def _one_line(self, text: str) -> fonts.Fitted | None:
        """Return the model on one line, or None when it would be too small or cut."""
        sizes = [size for size in self.plan.model.sizes if size >= self.plan.model_wrap_below]
        line = fonts.fit(text, fonts.REGULAR, sizes, self._line_width)
        return line if line.text == fonts.clean(text) else None

    def _model(self, text: str, sizes: Sequence[float]) -> tuple[fonts.Fitted, ...]:
        """Return the model on one line, else on two at the largest size, cut at the smallest."""
        one = self._one_line(text)
        if one:
            return (one,)
        width = self._line_width
        for size in sizes:
            lines = fonts.wrap(fonts.clean(text), fonts.REGULAR, size, width)
            if len(lines) <= _MODEL_LINES:
                return tuple(fonts.Fitted(line, size) for line in lines)
        rest = " ".join(lines[1:])
        return (fonts.Fitted(lines[0], size), fonts.fit(rest, fonts.REGULAR, (size,), width))

    def _foot(self, label: Label) -> None:
        """Draw the whole code at the left and the lot and day at the right."""
        plan = self.plan
        y = self._from_top(plan.foot.baseline)
        code = fonts.Fitted(label.code, plan.foot.sizes[0])
        self._text(self._left, y, fonts.MONO, code)
        if not label.foot:
            return
        taken = fonts.text_width(code.text, fonts.MONO, code.size) + plan.frame_gap * MM
        room = (plan.right - plan.left) * MM - taken
        line = fonts.fit(label.foot, fonts.REGULAR, plan.foot.sizes, room)
        self.canvas.setFont(fonts.REGULAR, line.size)
        self.canvas.drawRightString(plan.right * MM, y, line.text)
