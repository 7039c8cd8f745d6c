"""Cards for the wall: bars that do what an F-key does, with a picture and three languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4

from serkut_desk import shipped
from serkut_desk.documents import fonts
from serkut_desk.documents.barcodes import MM, draw_code128
from serkut_desk.documents.pictograms import draw_pictogram
from serkut_desk.domain.codes import CodeKind, make_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.texts import Texts

_LANGUAGES = ("fi", "sv", "en")
_COLOURS = {"stop": HexColor("#b3261e"), "good": HexColor("#17703a"), "plain": HexColor("#17222d")}
_MUTED = HexColor("#5a6b7b")
_LINE = HexColor("#b9c5cf")
_MARGIN = 13 * MM
_GAP = 5 * MM
_TALL = 60 * MM
_HEAD = 17 * MM
_MODULE = 0.5 * MM
_BARS = 13 * MM
_INSIDE = 6 * MM
_ON_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class CommandCard:
    """One command: what its card says, by language, and the key that does the same."""

    code: str
    group: str
    name: str
    key: str
    icon: str
    tone: str
    words: Mapping[str, str]
    help: Mapping[str, str]
    struck: bool = False
    """The picture is crossed out: there is none of it."""


@cache
def command_cards() -> tuple[CommandCard, ...]:
    """Return the shipped commands, in the order of their numbers."""
    return tuple(
        CommandCard(
            code=make_code(CodeKind.COMMAND, each["number"]),
            **{key: value for key, value in each.items() if key != "number"},
        )
        for each in shipped.json_resource("vocabularies", "commands.json")["commands"]
    )


def command_sheet_pdf(texts: Texts, *, author: str = fonts.PRODUCER) -> bytes:
    """Return the cards on A4 in two columns, whole sheets to hang up or to cut."""
    buffer = BytesIO()
    canvas = fonts.new_canvas(
        buffer,
        A4,
        title=texts.say("command_sheet.title"),
        author=author,
        subject=texts.say("command_sheet.subject"),
        lang=texts.language,
    )
    cards = command_cards()
    for first in range(0, len(cards), _ON_A_PAGE):
        _page(canvas, cards[first : first + _ON_A_PAGE], texts)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _page(canvas: Canvas, cards: Sequence[CommandCard], texts: Texts) -> None:
    """Draw one page of cards under its heading."""
    width = (A4[0] - 2 * _MARGIN - _GAP) / 2
    top = A4[1] - _MARGIN
    canvas.setFillColor(black)
    canvas.setFont(fonts.BOLD, 18)
    canvas.drawString(_MARGIN, top - 14, texts.say("command_sheet.title"))
    canvas.setFont(fonts.REGULAR, 10.5)
    canvas.setFillColor(_MUTED)
    canvas.drawString(_MARGIN, top - 31, texts.say("command_sheet.how"))
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
    key = _key(canvas, card.key, x + width - _INSIDE, top)
    left = x + _INSIDE + side + 4 * MM
    room = x + width - _INSIDE - left
    order = (language, *(each for each in _LANGUAGES if each != language))
    main, *others = (each for each in order if each in card.words)
    line = fonts.fit(card.words[main], fonts.BOLD, (17, 15, 13, 11.5), room - key - 3 * MM)
    if line.size <= 11.5:  # noqa: PLR2004 - too small for the main word: let it take two lines
        words = fonts.wrap(card.words[main], fonts.BOLD, 13.5, room - key - 3 * MM)
        line = fonts.Fitted("", 13.5)
    else:
        words = (line.text,)
    canvas.setFillColor(colour)
    canvas.setFont(fonts.BOLD, line.size)
    baseline = top - line.size * 0.75
    for word in words:
        canvas.drawString(left, baseline, word)
        baseline -= line.size * 1.2
    baseline -= 1.5
    canvas.setFillColor(_MUTED)
    for other in others:
        fitted = fonts.fit(card.words[other], fonts.REGULAR, (10, 9, 8), room)
        canvas.setFont(fonts.REGULAR, fitted.size)
        canvas.drawString(left, baseline, fitted.text)
        baseline -= 12.5
    canvas.setFillColor(black)
    _foot(canvas, card, main, place)


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
    help_line = fonts.fit(card.help[language], fonts.REGULAR, (10, 9, 8), width - 2 * _INSIDE)
    canvas.setFont(fonts.REGULAR, help_line.size)
    canvas.drawString(x + _INSIDE, bars + _BARS + 2.8 * MM, help_line.text)
    wide = 123 * _MODULE
    draw_code128(
        canvas, card.code, x + (width - wide) / 2, bars, height=_BARS, module_width=_MODULE
    )
    canvas.setFont(fonts.MONO, 8)
    canvas.drawCentredString(x + width / 2, y + _INSIDE - 1, card.code)
