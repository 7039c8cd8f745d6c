"""The frame of an issued paper: who issues, what it is, its number and bars, and its anchor.

Pure black only: these are printed on whatever printer there is.
"""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.barcodes import code128_modules, draw_code128
from serkut_desk.documents.flow import (
    CODE,
    FOOT,
    HEIGHT,
    LEFT,
    NOTE,
    PLAIN,
    STRONG,
    WIDTH,
    Flow,
    Span,
    Style,
)
from serkut_desk.documents.paper_words import PaperWords
from serkut_desk.domain.codes import short

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.documents.papers.stamp import Stamp

_NAME: Final = Style(font=fonts.SEMIBOLD, size=13)
_TITLE: Final = Style(font=fonts.SEMIBOLD, size=20)
_NUMBER: Final = Style(font=fonts.SEMIBOLD, size=11)
_COPY: Final = Style(font=fonts.BOLD, size=12)
_ANCHOR: Final = Style(font=fonts.MONO, size=7.8)
_RIGHT_BLOCK: Final = 235.0
_BAR_MODULE: Final = 1.0
_BAR_HEIGHT: Final = 30.0
_ANCHOR_HEIGHT: Final = 30.0


class Sheet:
    """A paper being drawn.

    Args:
        stamp: What it carries besides its content.
        bars: What its Code 128 holds, a code of ours; empty for none.
        landscape: Turn the page.
        air: White around rows and sections, as in `Flow`; less for long tables.
    """

    def __init__(
        self, stamp: Stamp, *, bars: str = "", landscape: bool = False, air: float = 1.0
    ) -> None:
        self.stamp = stamp
        self.words = PaperWords(stamp.language)
        self.size = (HEIGHT, WIDTH) if landscape else (WIDTH, HEIGHT)
        self.title = self.words.say(f"issued.{stamp.kind}.title")
        mark = partial(_copy_mark, self) if stamp.copy else None
        self.flow = Flow(
            header=f"{self.title} {stamp.name} · {stamp.workshop}",
            footer=f"{stamp.workshop} · {self.title} {stamp.name}",
            page_of=partial(_page_of, self.words, stamp.name),
            air=air,
            size=self.size,
            black=True,
            on_every_page=mark,
        )
        self._head(bars)

    def say(self, key: str, /, **fields: object) -> str:
        """Return the sentence `paper.issued.<key>`."""
        return self.words.say(f"issued.{key}", **fields)

    def finish(self) -> bytes:
        """Put the anchor at the foot of the last page and return the PDF."""
        self._anchor()
        buffer = io.BytesIO()
        canvas = fonts.new_canvas(
            buffer,
            self.size,
            title=f"{self.title} {self.stamp.name}",
            author=self.stamp.workshop,
            subject=self.stamp.name,
            lang=self.stamp.language,
        )
        self.flow.render(canvas)
        canvas.save()
        return buffer.getvalue()

    def _head(self, bars: str) -> None:
        flow, stamp = self.flow, self.stamp
        top = flow.y
        right = flow.right - _RIGHT_BLOCK
        flow.text(right, top - 17, self.title, _TITLE)
        numbered = self.say("number", number=stamp.name)
        flow.text(right, top - 36, numbered, _NUMBER)
        flow.text(right, top - 50, self.words.day(stamp.issued_on), PLAIN)
        lowest = top - 56
        if bars:
            flow.draw(partial(_bars, bars, right, top - 62 - _BAR_HEIGHT))
            flow.text(right, top - 73 - _BAR_HEIGHT, f"{short(bars)} · {bars}", CODE)
            lowest = top - 82 - _BAR_HEIGHT
        self._seller(right - LEFT - 12)
        flow.y = min(flow.y, lowest) - 6

    def _seller(self, width: float) -> None:
        flow, seller = self.flow, self.stamp.seller
        if seller is None:
            flow.paragraph(self.stamp.workshop, _NAME, width=width)
            return
        flow.paragraph(seller.name, _NAME, width=width)
        flow.down(2)
        if self.stamp.workshop not in seller.name:
            flow.paragraph(self.stamp.workshop, STRONG, width=width)
        business = self.say("business_id", number=seller.business_id)
        for line in (seller.street, seller.city, seller.phone, seller.email, business):
            flow.paragraph(line, PLAIN, width=width)

    def _anchor(self) -> None:
        flow, anchor = self.flow, self.stamp.anchor
        flow.need(_ANCHOR_HEIGHT)
        flow.y = min(flow.y, FOOT + _ANCHOR_HEIGHT)
        flow.paragraph(self.say("anchor", seq=anchor.seq), NOTE)
        flow.paragraph(anchor.hash, _ANCHOR)

    def facts(self, *pairs: tuple[str, str]) -> None:
        """Put labels and values, leaving out what is empty."""
        for label, value in pairs:
            if value:
                self.flow.facts(label, Span(value))

    def signatures(self, *labels: str) -> None:
        """Put lines to sign on, side by side, with what each is for."""
        flow = self.flow
        flow.need(60 + _ANCHOR_HEIGHT)
        flow.down(44)
        room = (flow.right - LEFT - 24 * (len(labels) - 1)) / len(labels)
        for number, label in enumerate(labels):
            x = LEFT + number * (room + 24)
            flow.rule(flow.y, x=x, x2=x + room, width=0.8)
            flow.text(x, flow.y - 11, label, NOTE)
        flow.down(16)


def _page_of(words: PaperWords, name: str, page: int, pages: int) -> str:
    return words.say("page_of", paper=name, page=page, pages=pages)


def _bars(code: str, x: float, y: float, canvas: Canvas) -> None:
    canvas.setFillGray(0)
    draw_code128(canvas, code, x, y, height=_BAR_HEIGHT, module_width=_BAR_MODULE)


def bars_width(code: str, module: float = _BAR_MODULE) -> float:
    """Return how wide the bars of a code are, in points."""
    return len(code128_modules(code)) * module


def _copy_mark(sheet: Sheet, canvas: Canvas) -> None:
    """Put the mark into the white above the text, on every page."""
    copy = sheet.stamp.copy
    assert copy is not None, "only copies have a mark"
    text = sheet.say("copy", number=copy.number, moment=sheet.words.moment(copy.made_at))
    width = fonts.text_width(text, _COPY.font, _COPY.size)
    x, y = (sheet.size[0] - width) / 2, sheet.size[1] - 27
    canvas.setLineWidth(1.2)
    canvas.setStrokeGray(0)
    canvas.rect(x - 8, y - 5, width + 16, _COPY.size + 8, stroke=1, fill=0)
    canvas.setFillGray(0)
    canvas.setFont(_COPY.font, _COPY.size)
    canvas.drawString(x, y, text)
