"""People's badges, the size of a bank card, on A4 sheets to cut. No names: a code and a role."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4

from serkut_desk.documents import fonts
from serkut_desk.documents.barcodes import MM, draw_code128, draw_qr
from serkut_desk.domain.codes import CodeKind, parse_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.texts import Texts

_WIDE, _TALL = 85.6 * MM, 54 * MM  # ISO/IEC 7810 ID-1
_COLUMNS, _ROWS = 2, 5
_MUTED = HexColor("#5a6b7b")
_CUT = HexColor("#b9c5cf")
_INSIDE = 6 * MM
_MODULE = 0.5 * MM
_QR_MODULE = 0.8 * MM


@dataclass(frozen=True, slots=True)
class Badge:
    """One card.

    Args:
        code: The badge's own code, `HK` and ten digits.
        shown: The person's code that screens show, such as `T07`; never a name.
        role: The word for the role, in the language of the card.

    Raises:
        ValueError: `code` is no badge.
    """

    code: str
    shown: str
    role: str

    def __post_init__(self) -> None:
        """Check the code."""
        own = parse_code(self.code)
        if own is None or own.kind is not CodeKind.BADGE or str(own) != self.code:
            raise ValueError(self.code)


def badges_pdf(badges: Iterable[Badge], texts: Texts, *, workshop: str) -> bytes:
    """Return ten cards a page, with lines to cut along.

    Raises:
        ValueError: No badges: a bug of the caller.
    """
    cards = tuple(badges)
    if not cards:
        raise ValueError(cards)
    buffer = BytesIO()
    canvas = fonts.new_canvas(
        buffer,
        A4,
        title=texts.say("badge.title"),
        author=workshop,
        subject=texts.say("badge.subject"),
        lang=texts.language,
    )
    left = (A4[0] - _COLUMNS * _WIDE) / 2
    top = (A4[1] + _ROWS * _TALL) / 2
    for index, badge in enumerate(cards):
        place = index % (_COLUMNS * _ROWS)
        if index and not place:
            canvas.showPage()
        row, column = divmod(place, _COLUMNS)
        x, y = left + column * _WIDE, top - (row + 1) * _TALL
        _card(canvas, badge, (x, y), (workshop, texts.say("badge.keep")))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _card(
    canvas: Canvas, badge: Badge, corner: tuple[float, float], words: tuple[str, str]
) -> None:
    x, y = corner
    workshop, keep = words
    canvas.setStrokeColor(_CUT)
    canvas.setLineWidth(0.4)
    canvas.rect(x, y, _WIDE, _TALL)

    top = y + _TALL - _INSIDE
    left, right = x + _INSIDE, x + _WIDE - _INSIDE
    side = 21 * _QR_MODULE
    canvas.setFillColor(black)
    draw_qr(canvas, badge.code, right - side, top - side, module_width=_QR_MODULE)
    room = right - side - 4 * _QR_MODULE - left

    lines = (
        (workshop, fonts.MEDIUM, (9.5, 9, 8, 7), 7.0, _MUTED),
        (badge.shown, fonts.BOLD, (30, 26, 22, 18, 14), 36.0, black),
        (badge.role, fonts.SEMIBOLD, (13, 12, 11, 10, 9), 53.5, black),
    )
    for text, font, sizes, below, colour in lines:
        line = fonts.fit(text, font, sizes, room)
        canvas.setFillColor(colour)
        canvas.setFont(font, line.size)
        canvas.drawString(left, top - below, line.text)

    canvas.setFillColor(black)
    bars = y + 10.5 * MM
    wide = 123 * _MODULE
    draw_code128(
        canvas, badge.code, x + (_WIDE - wide) / 2, bars, height=12 * MM, module_width=_MODULE
    )
    canvas.setFont(fonts.MONO, 8)
    canvas.drawString(left, y + _INSIDE - 1, badge.code)
    canvas.setFillColor(_MUTED)
    taken = fonts.text_width(badge.code, fonts.MONO, 8) + 3 * MM
    line = fonts.fit(keep, fonts.REGULAR, (8, 7.5, 7), right - left - taken)
    canvas.setFont(fonts.REGULAR, line.size)
    canvas.drawRightString(right, y + _INSIDE - 1, line.text)
