"""The wipe certificate: statement first, then what an auditor looks for, in that order.

One page when it fits, more when there are many media. Nothing depends on colour. The original
reports are attached before the paper is sealed (`signing.sign_pdf`).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.attachments import attach
from serkut_desk.documents.barcodes import QUIET_QR, draw_qr, qr_modules
from serkut_desk.documents.certificate_media import media_table
from serkut_desk.documents.certificate_model import CertificatePage, Destroyed
from serkut_desk.documents.certificate_sections import (
    approval_section,
    device_section,
    grounds_section,
    notes_section,
    seal_section,
)
from serkut_desk.documents.flow import (
    CODE,
    HEIGHT,
    INK,
    LABEL,
    LEFT,
    PLAIN,
    RIGHT,
    TOP,
    WIDTH,
    Flow,
    Style,
    colour,
)
from serkut_desk.documents.paper_words import PaperWords, both
from serkut_desk.domain.codes import short

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_QR_MODULE: Final = 2.7
_QR_ERROR: Final = "Q"
_TITLE: Final = Style(font=fonts.SEMIBOLD, size=20)
_NAME: Final = Style(font=fonts.SEMIBOLD, size=11)
_STATEMENT: Final = Style(font=fonts.SEMIBOLD, size=10.5)
_BOX_INNER: Final = 10.0
_AIR: Final = (1.0, 0.7, 0.5, 0.35)


def certificate_pdf(page: CertificatePage, language: str = "fi") -> bytes:
    """Return the certificate as PDF, not sealed yet; the same page gives the same bytes.

    Args:
        page: What it says.
        language: `fi` or `en`.
    """
    words = PaperWords(language)
    title = words.say("certificate.title")
    buffer = io.BytesIO()
    canvas = fonts.new_canvas(
        buffer,
        (WIDTH, HEIGHT),
        title=f"{title} {short(page.number)}",
        author=page.workshop,
        subject=page.number,
        lang=language,
    )
    _laid_out(page, words).render(canvas)
    attach(canvas, [(report.name, report.content) for report in page.evidence])
    canvas.save()
    return buffer.getvalue()


def _laid_out(page: CertificatePage, words: PaperWords) -> Flow:
    """Return one calm page if it fits, one dense page if that fits, else several calm ones."""
    calm = _filled(page, words, _AIR[0])
    if calm.pages == 1:
        return calm
    tries = (_filled(page, words, air) for air in _AIR[1:])
    return next((flow for flow in tries if flow.pages == 1), calm)


def _filled(page: CertificatePage, words: PaperWords, air: float) -> Flow:
    policy = page.policy
    flow = Flow(
        header=f"{words.say('certificate.title')} · {both(page.number)}",
        footer=words.say("certificate.footer", policy=policy.name, version=policy.version),
        page_of=lambda number, total: words.say(
            "page_of", paper=short(page.number), page=number, pages=total
        ),
        air=air,
    )
    _top(flow, page, words)
    _statement(flow, page, words)
    device_section(flow, page, words)
    if page.media:
        flow.heading(words.say("certificate.media"), keep=90)
        media_table(flow, page.media, words)
    notes_section(flow, page, words)
    grounds_section(flow, page, words)
    approval_section(flow, page, words)
    seal_section(flow, page, words)
    return flow


def _top(flow: Flow, page: CertificatePage, words: PaperWords) -> None:
    side = len(qr_modules(page.number, _QR_ERROR)) * _QR_MODULE
    left, foot = RIGHT - side, TOP - side

    def code(canvas: Canvas) -> None:
        canvas.setFillColor(colour(INK))
        draw_qr(canvas, page.number, left, foot, module_width=_QR_MODULE, error=_QR_ERROR)

    flow.draw(code)
    number = both(page.number)
    flow.text(
        RIGHT - fonts.text_width(number, CODE.font, CODE.size),
        foot - QUIET_QR * _QR_MODULE - CODE.size / 2,
        number,
        CODE,
    )
    room = left - LEFT - 2 * QUIET_QR * _QR_MODULE
    flow.paragraph(page.workshop, _NAME, width=room)
    flow.paragraph(page.workshop_part_of, PLAIN, width=room)
    flow.down(6)
    flow.paragraph(words.say("certificate.title"), _TITLE, width=room)
    flow.paragraph(words.say("certificate.subtitle"), LABEL, width=room)
    flow.y = min(flow.y, foot - QUIET_QR * _QR_MODULE - CODE.size) - 10


def _statement(flow: Flow, page: CertificatePage, words: PaperWords) -> None:
    top = flow.y
    room = RIGHT - LEFT - 2 * _BOX_INNER
    flow.down(8)
    flow.paragraph(_claim(page, words), _STATEMENT, x=LEFT + _BOX_INNER, width=room)
    moment = words.moment(page.issued_at)
    flow.paragraph(
        words.say("certificate.describes", moment=moment), x=LEFT + _BOX_INNER, width=room
    )
    flow.down(8)
    foot = flow.y

    def frame(canvas: Canvas) -> None:
        canvas.setStrokeColor(colour(INK))
        canvas.setLineWidth(1.5)
        canvas.roundRect(LEFT, foot, RIGHT - LEFT, top - foot, 4)

    flow.draw(frame)


def _claim(page: CertificatePage, words: PaperWords) -> str:
    if not page.media:
        return words.say("certificate.claim.none")
    destroyed = sum(isinstance(medium.outcome, Destroyed) for medium in page.media)
    kind = "mixed" if destroyed else "wiped"
    if destroyed == len(page.media):
        kind = "destroyed"
    return words.say(
        f"certificate.claim.{kind}",
        done=sum(medium.settled for medium in page.media),
        count=len(page.media),
    )
