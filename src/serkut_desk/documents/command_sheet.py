"""Cards for the wall: bars that do what an F-key does, with a picture and three languages."""

from __future__ import annotations

from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A3, A4

from serkut_desk.documents import fonts
from serkut_desk.documents.barcodes import MM, QUIET_CODE128, code128_modules, draw_code128
from serkut_desk.documents.command_cards import CommandCard, Section, cards_of
from serkut_desk.documents.pictograms import draw_pictogram

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.texts import Texts

_LANGUAGES = ("fi", "sv", "en")
_COLOURS = {"stop": HexColor("#b3261e"), "good": HexColor("#17703a"), "plain": HexColor("#17222d")}
_MUTED = HexColor("#5a6b7b")
_LINE = HexColor("#b9c5cf")
_MARGIN = 13 * MM
_GAP = 5 * MM
_TALL = 58 * MM
_HEAD = 22 * MM
# Whole dots of a printer with 203 dots an inch, four and three of them.
_MODULE = 4 * 25.4 / 203 * MM
_NARROW = 3 * 25.4 / 203 * MM
_BARS = 13 * MM
_INSIDE = 6 * MM
_ON_A_PAGE = 8
_NAME_LINES = 2


class SheetSize(StrEnum):
    """The paper; on A3 everything is larger by half, to be read from two metres."""

    A4 = "a4"
    A3 = "a3"


_PAGES = {SheetSize.A4: A4, SheetSize.A3: A3}


def command_sheet_pdf(
    texts: Texts, *, size: SheetSize = SheetSize.A4, author: str = fonts.PRODUCER
) -> bytes:
    """Return the cards in two columns, whole sheets to hang up or to cut.

    Each section begins a sheet of its own; the stop cards come first, on red.
    """
    buffer = BytesIO()
    page = _PAGES[size]
    canvas = fonts.new_canvas(
        buffer,
        page,
        title=texts.say("command_sheet.title"),
        author=author,
        subject=texts.say("command_sheet.subject"),
        lang=texts.language,
    )
    sheets = [
        (section, cards[first : first + _ON_A_PAGE])
        for section in Section
        for cards in (cards_of(section),)
        for first in range(0, len(cards), _ON_A_PAGE)
    ]
    for at, (section, cards) in enumerate(sheets):
        # Both papers have the same shape: what fits one fits the other.
        canvas.scale(page[0] / A4[0], page[1] / A4[1])
        _page(canvas, section, cards, texts)
        canvas.setFillColor(_MUTED)
        canvas.setFont(fonts.REGULAR, 8)
        foot = f"{texts.say('command_sheet.title')}  {at + 1} / {len(sheets)}"
        canvas.drawRightString(A4[0] - _MARGIN, 7 * MM, foot)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _page(canvas: Canvas, section: Section, cards: Sequence[CommandCard], texts: Texts) -> None:
    """Draw one page of cards under its heading."""
    stop = section is Section.STOP
    width = (A4[0] - 2 * _MARGIN - _GAP) / 2
    top = A4[1] - _MARGIN
    if stop:
        canvas.setFillColor(_COLOURS["stop"])
        canvas.rect(0, top - 14 * MM, A4[0], A4[1] - top + 14 * MM, stroke=0, fill=1)
    canvas.setFillColor(white if stop else black)
    canvas.setFont(fonts.BOLD, 20)
    canvas.drawString(_MARGIN, top - 15, texts.say(f"command_sheet.{section.value}"))
    canvas.setFont(fonts.REGULAR, 10.5)
    canvas.setFillColor(white if stop else _MUTED)
    canvas.drawString(_MARGIN, top - 32, texts.say(f"command_sheet.{section.value}.how"))
    for index, card in enumerate(cards):
        row, column = divmod(index, 2)
        x = _MARGIN + column * (width + _GAP)
        y = top - _HEAD - (row + 1) * _TALL - row * _GAP
        _card(canvas, card, texts.language, (x, y, width))


def _card(
    canvas: Canvas, card: CommandCard, language: str, place: tuple[float, float, float]
) -> None:
    x, y, width = place
    colour = _COLOURS[card.tone]
    stop = card.tone == "stop"
    canvas.setStrokeColor(colour if stop else _LINE)
    canvas.setLineWidth(3 if stop else 0.8)
    canvas.roundRect(x, y, width, _TALL, 3 * MM, stroke=1, fill=0)

    side = 13 * MM
    top = y + _TALL - _INSIDE
    canvas.setStrokeColor(colour)
    draw_pictogram(canvas, card.icon, x + _INSIDE, top - side, side)
    if card.struck:
        _strike(canvas, x + _INSIDE, top - side, side)
    key = _key(canvas, card.key, x + width - _INSIDE, top) if card.key else 0.0
    left = x + _INSIDE + side + 4 * MM
    _words(canvas, card, language, (left, top, x + width - _INSIDE - left), key)
    _foot(canvas, card, language, place)


def _words(
    canvas: Canvas,
    card: CommandCard,
    language: str,
    place: tuple[float, float, float],
    key: float,
) -> None:
    """Draw the card's name, the reader's language large and the others below it."""
    left, top, room = place
    order = (language, *(each for each in _LANGUAGES if each != language))
    main, *others = (each for each in order if each in card.words)
    words, size = _name(card.words[main], room - key - 3 * MM)
    canvas.setFillColor(_COLOURS[card.tone])
    canvas.setFont(fonts.BOLD, size)
    baseline = top - size * 0.75
    for word in words:
        canvas.drawString(left, baseline, word)
        baseline -= size * 1.2
    baseline -= 1.5
    canvas.setFillColor(_MUTED)
    for other in others:
        fitted = fonts.fit(card.words[other], fonts.REGULAR, (10, 9, 8), room)
        canvas.setFont(fonts.REGULAR, fitted.size)
        canvas.drawString(left, baseline, fitted.text)
        baseline -= 12.5


def _name(words: str, room: float) -> tuple[tuple[str, ...], float]:
    """Return a card's name as it fits best, and its size: one large line, else two smaller ones."""
    for size in (17.0, 15.0, 13.0):
        if fonts.text_width(words, fonts.BOLD, size) <= room:
            return (words,), size
    for size in (13.5, 12.0, 11.0):
        lines = fonts.wrap(words, fonts.BOLD, size, room)
        if len(lines) <= _NAME_LINES:
            return lines, size
    return (fonts.fit(words, fonts.BOLD, (10,), room).text,), 10.0


def _strike(canvas: Canvas, x: float, y: float, side: float) -> None:
    """Cross a picture out, with a white border so that the stroke is seen over lines."""
    canvas.saveState()
    canvas.setLineCap(1)
    for width, colour in ((side / 5, white), (side / 12, _COLOURS["stop"])):
        canvas.setLineWidth(width)
        canvas.setStrokeColor(colour)
        canvas.line(x + side * 0.08, y + side * 0.08, x + side * 0.92, y + side * 0.92)
    canvas.restoreState()


def _key(canvas: Canvas, key: str, right: float, top: float) -> float:
    """Draw the key's name in a box that ends at `right`; return its width."""
    width = fonts.text_width(key, fonts.SEMIBOLD, 10) + 10
    canvas.setFillColor(white)
    canvas.setStrokeColor(_MUTED)
    canvas.setLineWidth(0.8)
    canvas.roundRect(right - width, top - 15.5, width, 15.5, 3, stroke=1, fill=1)
    canvas.setFillColor(black)
    canvas.setFont(fonts.SEMIBOLD, 10)
    canvas.drawCentredString(right - width / 2, top - 11.3, key)
    return width


def _foot(
    canvas: Canvas, card: CommandCard, language: str, place: tuple[float, float, float]
) -> None:
    """Draw the help sentence, the bars and the code below them."""
    x, y, width = place
    bars = y + 10.5 * MM
    canvas.setFillColor(black)
    sentence = card.help.get(language, "")
    help_line = fonts.fit(sentence, fonts.REGULAR, (10, 9, 8, 7.5), width - 2 * _INSIDE)
    canvas.setFont(fonts.REGULAR, help_line.size)
    canvas.drawString(x + _INSIDE, bars + _BARS + 2.8 * MM, help_line.text)
    count = len(code128_modules(card.code))
    fits = (count + 2 * QUIET_CODE128) * _MODULE <= width
    module = _MODULE if fits else _NARROW
    left = x + (width - count * module) / 2
    draw_code128(canvas, card.code, left, bars, height=_BARS, module_width=module)
    canvas.setFont(fonts.MONO, 8)
    canvas.drawCentredString(x + width / 2, y + _INSIDE - 1, card.code)
