"""The appendix of a lot's certificate: rows of one height, so that thousands of them are quick.

Each page is drawn column by column with as few calls as possible; nothing is broken into lines,
what is too long is cut. A device has a row for each of its media.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.flow import (
    COLUMN,
    FOOT,
    HEADING,
    INK,
    LEFT,
    RIGHT,
    RULE,
    TINY_CODE,
    colour,
)
from serkut_desk.documents.paper_words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.documents.flow import Flow
    from serkut_desk.documents.lot_certificate_model import LotCertificatePage
    from serkut_desk.documents.paper_words import PaperWords

_ROW: Final = 12.6
_HEAD: Final = 18.0
_BASELINE: Final = 3.6
_GAP: Final = 6.0
_MEDIA_COLUMNS: Final = ("device", "serial", "medium", "kind", "level", "number")
_MEDIA_WIDTHS: Final = (66.0, 110.0, 112.0, 80.0, 72.28, 68.0)
_ADVANCE: Final = 0.6  # of the face for codes, in its size
_LEFT_COLUMNS: Final = ("device", "serial", "why")
_LEFT_WIDTHS: Final = (66.0, 150.0, 292.28)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table's title; heads, widths and faces of its columns."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    fonts: tuple[str, ...]


def appendix_tables(flow: Flow, page: LotCertificatePage, words: PaperWords) -> None:
    """Put the rows of the media, and those of what is left out, on pages of their own."""
    code, plain = TINY_CODE.font, fonts.REGULAR
    media = _Table(
        words.say("certificate.lot.appendix"),
        tuple(words.say(f"certificate.lot.column.{name}") for name in _MEDIA_COLUMNS),
        _MEDIA_WIDTHS,
        (code, code, code, plain, plain, code),
    )
    _put(flow, media, list(_media_rows(page, words)))
    left = _Table(
        words.say("certificate.lot.left_out"),
        tuple(words.say(f"certificate.lot.column.{name}") for name in _LEFT_COLUMNS),
        _LEFT_WIDTHS,
        (code, code, plain),
    )
    rows = [
        (one.device, one.serial or NOTHING, words.word("certificate.lot.why", one.why))
        for one in page.left_out
    ]
    if rows:
        _put(flow, left, rows)


def _media_rows(page: LotCertificatePage, words: PaperWords) -> Iterator[tuple[str, ...]]:
    kinds = {medium.kind for row in page.rows for medium in row.media}
    levels = {medium.level for row in page.rows for medium in row.media}
    kind_words = {kind: words.word("kind", kind) for kind in kinds}
    level_words = {level: words.word("level", level) for level in levels}
    for row in page.rows:
        serial = row.serial or NOTHING
        if not row.media:
            yield row.device, serial, NOTHING, NOTHING, NOTHING, row.number
        for medium in row.media:
            kind, level = kind_words[medium.kind], level_words[medium.level]
            yield row.device, serial, medium.serial or NOTHING, kind, level, row.number


def _put(flow: Flow, table: _Table, rows: Sequence[tuple[str, ...]]) -> None:
    at = 0
    while at < len(rows):
        flow.new_page()
        room = int((flow.y - HEADING.leading - _HEAD - FOOT) // _ROW)
        flow.draw(partial(_draw, table, rows[at : at + room], flow.y))
        flow.y = FOOT
        at += room


def _draw(table: _Table, rows: Sequence[tuple[str, ...]], top: float, canvas: Canvas) -> None:
    canvas.setFillColor(colour(HEADING.colour))
    canvas.setFont(HEADING.font, HEADING.size)
    canvas.drawString(LEFT, top - HEADING.size, table.title)
    first = top - HEADING.leading - _HEAD
    canvas.setStrokeColor(colour(RULE))
    canvas.setLineWidth(0.35)
    heights = [first - number * _ROW for number in range(len(rows) + 1)]
    canvas.lines([(LEFT, height, RIGHT, height) for height in heights])
    x = LEFT
    for number, (head, width) in enumerate(zip(table.heads, table.widths, strict=True)):
        canvas.setFillColor(colour(COLUMN.colour))
        canvas.setFont(COLUMN.font, COLUMN.size)
        canvas.drawString(x, first + _BASELINE, head)
        font, size = table.fonts[number], TINY_CODE.size
        text = canvas.beginText(x, first - _ROW + _BASELINE)
        text.setFillColor(colour(INK))
        text.setFont(font, size, leading=_ROW)
        for row in rows:
            text.textLine(_cut(row[number], font, size, width - _GAP))
        canvas.drawText(text)
        x += width


def _cut(text: str, font: str, size: float, width: float) -> str:
    # Letters of one width need no measuring.
    plain = font == fonts.MONO and text.isascii() and text.isprintable()
    if plain and len(text) * size * _ADVANCE <= width:
        return text
    return fonts.fit(text, font, (size,), width).text
