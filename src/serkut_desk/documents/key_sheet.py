"""The key sheet for the wall: the fingerprint large, and how to check a certificate with it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.barcodes import draw_qr, qr_modules
from serkut_desk.documents.flow import (
    CODE,
    HEIGHT,
    INK,
    LABEL,
    LEFT,
    NOTE,
    RIGHT,
    WIDTH,
    Flow,
    Style,
    colour,
)
from serkut_desk.documents.paper_words import PaperWords

if TYPE_CHECKING:
    from datetime import date

    from reportlab.pdfgen.canvas import Canvas

_TITLE: Final = Style(font=fonts.SEMIBOLD, size=26)
_NAME: Final = Style(font=fonts.SEMIBOLD, size=13)
_SECTION: Final = Style(font=fonts.SEMIBOLD, size=14)
_STEP: Final = Style(size=12)
_COMMAND: Final = Style(font=CODE.font, size=10.5)
_FINGERPRINT: Final = Style(font=fonts.MONO_BOLD, size=21)
_OLDER: Final = Style(font=fonts.MONO_BOLD, size=8)
_PAIRS_A_LINE: Final = 8
_QR_MODULE: Final = 3.6


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderKey:
    """A key that was in use before.

    Args:
        fingerprint: Its fingerprint.
        since: Its first day.
        until: Its last day.
        vouched: It vouched for the key that came after it.
        stolen: From when on nothing that it seals is believed.
    """

    fingerprint: str
    since: date
    until: date | None
    vouched: bool = False
    stolen: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySheet:
    """Everything on the sheet; `until` is the day on which another key took over.

    `older` are the keys before this one, the newest first.
    """

    workshop: str
    fingerprint: str
    since: date
    until: date | None = None
    older: tuple[OlderKey, ...] = ()


def key_sheet_pdf(sheet: KeySheet, language: str = "fi") -> bytes:
    """Return the sheet as PDF; the same sheet gives the same bytes."""
    words = PaperWords(language)
    title = words.say("key_sheet.title")
    buffer = io.BytesIO()
    canvas = fonts.new_canvas(
        buffer,
        (WIDTH, HEIGHT),
        title=title,
        author=sheet.workshop,
        subject=sheet.fingerprint,
        lang=language,
    )
    flow = Flow(
        header=title,
        footer=words.say("key_sheet.footer", workshop=sheet.workshop),
        page_of=lambda number, total: words.say("page_of", paper=title, page=number, pages=total),
    )
    _head(flow, sheet, words)
    _fingerprint(flow, sheet, words)
    _steps(flow, words)
    _older(flow, sheet, words)
    flow.render(canvas)
    canvas.save()
    return buffer.getvalue()


def _head(flow: Flow, sheet: KeySheet, words: PaperWords) -> None:
    flow.paragraph(sheet.workshop, _NAME)
    flow.down(8)
    flow.paragraph(words.say("key_sheet.title"), _TITLE)
    flow.paragraph(words.say("key_sheet.subtitle"), LABEL)
    flow.down(10)
    since = words.day(sheet.since)
    flow.paragraph(
        words.say("key_sheet.since", day=since)
        if sheet.until is None
        else words.say("key_sheet.retired", since=since, until=words.day(sheet.until)),
        _STEP,
    )


def _fingerprint(flow: Flow, sheet: KeySheet, words: PaperWords) -> None:
    flow.down(18)
    flow.paragraph(words.say("key_sheet.fingerprint"), _SECTION)
    flow.down(6)
    pairs = sheet.fingerprint.split(":")
    lines = [
        ":".join(pairs[start : start + _PAIRS_A_LINE])
        for start in range(0, len(pairs), _PAIRS_A_LINE)
    ]
    top = flow.y
    side = len(qr_modules(sheet.fingerprint)) * _QR_MODULE
    left = RIGHT - side

    def code(canvas: Canvas) -> None:
        canvas.setFillColor(colour(INK))
        draw_qr(canvas, sheet.fingerprint, left, top - side, module_width=_QR_MODULE)

    flow.draw(code)
    flow.down(14)
    for line in lines:
        flow.paragraph(line, _FINGERPRINT)
    flow.y = min(flow.y, top - side) - 8
    flow.paragraph(words.say("key_sheet.qr"), NOTE)


def _steps(flow: Flow, words: PaperWords) -> None:
    flow.down(18)
    flow.paragraph(words.say("key_sheet.how"), _SECTION)
    for number in (1, 2, 3, 4):
        flow.down(6)
        flow.paragraph(
            f"{number}.  {words.say(f'key_sheet.step{number}')}", _STEP, width=RIGHT - LEFT
        )
        if number == 3:  # noqa: PLR2004 - the step that ends with "this command"
            flow.down(3)
            flow.paragraph(words.say("certificate.check_command"), _COMMAND, x=LEFT + 18)


def _older(flow: Flow, sheet: KeySheet, words: PaperWords) -> None:
    """List the keys before this one: who holds an old certificate finds its key here."""
    if not sheet.older:
        return
    flow.down(18)
    flow.paragraph(words.say("key_sheet.older"), _SECTION)
    for one in sheet.older:
        flow.down(8)
        since = words.day(one.since)
        said = [
            words.say("key_sheet.since", day=since)
            if one.until is None
            else words.say("key_sheet.retired", since=since, until=words.day(one.until))
        ]
        if one.vouched:
            said.append(words.say("key_sheet.vouched"))
        if one.stolen is not None:
            said.append(words.say("key_sheet.stolen", day=words.day(one.stolen)))
        flow.paragraph(one.fingerprint, _OLDER)
        flow.paragraph(" ".join(said), NOTE)
