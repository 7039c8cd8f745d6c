"""The top of every certificate: workshop, title, QR with the signed statement, the framed claim.

The QR's modules are half a millimetre, which is four dots of a 203 dpi printer; the number stands
at its left for eyes and for typing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.barcodes import QUIET_QR, draw_qr, qr_modules
from serkut_desk.documents.flow import (
    CODE,
    INK,
    LABEL,
    LEFT,
    PLAIN,
    RIGHT,
    TOP,
    Flow,
    Style,
    colour,
)
from serkut_desk.documents.paper_words import both

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

STATEMENT_FILE: Final = "statement.txt"
"""Name under which the text of the QR is attached to every certificate."""
QR_MODULE: Final = 4 / 203 * 72
QR_ERROR: Final = "M"

_TITLE: Final = Style(font=fonts.SEMIBOLD, size=20)
_NAME: Final = Style(font=fonts.SEMIBOLD, size=11)
_CLAIM: Final = Style(font=fonts.SEMIBOLD, size=10.5)
_BOX_INNER: Final = 10.0


def head(
    flow: Flow,
    *,
    workshop: str,
    part_of: str,
    number: str,
    statement: str,
    title: str,
    subtitle: str,
) -> None:
    """Put workshop and title at the left, the QR and the number at the right."""
    side = len(qr_modules(statement, QR_ERROR)) * QR_MODULE
    left, foot = RIGHT - side, TOP - side

    def code(canvas: Canvas) -> None:
        canvas.setFillColor(colour(INK))
        draw_qr(canvas, statement, left, foot, module_width=QR_MODULE, error=QR_ERROR)

    flow.draw(code)
    quiet = QUIET_QR * QR_MODULE
    said = both(number)
    end = left - 2 * quiet
    flow.text(end - fonts.text_width(said, CODE.font, CODE.size), foot, said, CODE)
    room = end - LEFT
    flow.paragraph(workshop, _NAME, width=room)
    flow.paragraph(part_of, PLAIN, width=room)
    flow.down(6)
    flow.paragraph(title, _TITLE, width=room)
    flow.paragraph(subtitle, LABEL, width=room)
    flow.y = min(flow.y - CODE.size, foot) - 2 * quiet


def framed(flow: Flow, claim: str, *lines: str) -> None:
    """Put the claim in a frame, and plain lines under it."""
    top = flow.y
    room = RIGHT - LEFT - 2 * _BOX_INNER
    flow.down(8)
    flow.paragraph(claim, _CLAIM, x=LEFT + _BOX_INNER, width=room)
    for line in lines:
        flow.paragraph(line, x=LEFT + _BOX_INNER, width=room)
    flow.down(8)
    foot = flow.y

    def frame(canvas: Canvas) -> None:
        canvas.setStrokeColor(colour(INK))
        canvas.setLineWidth(1.5)
        canvas.roundRect(LEFT, foot, RIGHT - LEFT, top - foot, 4)

    flow.draw(frame)
