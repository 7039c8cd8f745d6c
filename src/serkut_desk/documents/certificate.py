"""The wipe certificate: statement first, then what an auditor looks for, in that order.

One page when it fits, more when there are many media. Nothing depends on colour. The original
reports and the text of the QR are attached before the paper is sealed (`signing.sign_pdf`).
A medium that was taken out has a page of the same kind, with the devices that it was in.
"""

from __future__ import annotations

import io
from typing import Final

from serkut_desk.documents import fonts
from serkut_desk.documents.attachments import attach
from serkut_desk.documents.certificate_head import STATEMENT_FILE, framed, head
from serkut_desk.documents.certificate_media import media_table
from serkut_desk.documents.certificate_model import CertificatePage, Destroyed
from serkut_desk.documents.certificate_sections import (
    approval_section,
    device_section,
    grounds_section,
    medium_section,
    notes_section,
    seal_section,
)
from serkut_desk.documents.flow import HEIGHT, WIDTH, Flow
from serkut_desk.documents.paper_words import PaperWords, both
from serkut_desk.domain.codes import short

_AIR: Final = (1.0, 0.7, 0.5, 0.35)


def certificate_pdf(page: CertificatePage, language: str = "fi") -> bytes:
    """Return the certificate as PDF, not sealed yet; the same page gives the same bytes.

    Args:
        page: What it says.
        language: `fi`, `sv` or `en`.
    """
    words = PaperWords(language)
    title = words.say(_title(page))
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
    statement = (STATEMENT_FILE, page.statement.encode("ascii"))
    files = (*page.evidence, *page.attached)
    attach(canvas, [statement, *((file.name, file.content) for file in files)])
    canvas.save()
    return buffer.getvalue()


def _title(page: CertificatePage) -> str:
    return "certificate.title" if page.loose is None else "certificate.medium.title"


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
        header=f"{words.say(_title(page))} · {both(page.number)}",
        footer=words.say("certificate.footer", policy=policy.name, version=policy.version),
        page_of=lambda number, total: words.say(
            "page_of", paper=short(page.number), page=number, pages=total
        ),
        air=air,
    )
    head(
        flow,
        workshop=page.workshop,
        part_of=page.workshop_part_of,
        number=page.number,
        statement=page.statement,
        title=words.say(_title(page)),
        subtitle=words.say("certificate.subtitle"),
    )
    moment = words.moment(page.issued_at)
    framed(flow, _claim(page, words), words.say("certificate.describes", moment=moment))
    if page.loose is not None:
        medium_section(flow, page.loose, page.media[0], words)
    device_section(flow, page, words)
    if page.media:
        flow.heading(words.say("certificate.media"), keep=90)
        media_table(flow, page.media, words)
    notes_section(flow, page, words)
    grounds_section(flow, page, words)
    approval_section(flow, page, words)
    seal_section(flow, page.workshop, page.seal, words)
    return flow


def _claim(page: CertificatePage, words: PaperWords) -> str:
    if not page.media:
        return words.say("certificate.claim.none")
    destroyed = sum(isinstance(medium.outcome, Destroyed) for medium in page.media)
    kind = "mixed" if destroyed else "wiped"
    if destroyed == len(page.media):
        kind = "destroyed"
    if page.loose is not None:
        return words.say(f"certificate.medium.claim.{kind}")
    return words.say(
        f"certificate.claim.{kind}",
        done=sum(medium.settled for medium in page.media),
        count=len(page.media),
    )
