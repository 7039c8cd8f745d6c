"""The certificate of a lot: a cover that counts, and an appendix with a row for every medium.

The appendix names the certificate of every device; what was done to a medium stands there. It is
attached as data, too: exactly the bytes whose hash the signed statement carries.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.appendix import appendix_tables
from serkut_desk.documents.attachments import attach
from serkut_desk.documents.certificate_head import STATEMENT_FILE, framed, head
from serkut_desk.documents.certificate_sections import place_section, seal_section
from serkut_desk.documents.flow import CODE, HEIGHT, TINY_CODE, WIDTH, Flow, Span
from serkut_desk.documents.paper_words import PaperWords, both, joined
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.statement import appendix_content, appendix_hash

if TYPE_CHECKING:
    from serkut_desk.documents.lot_certificate_model import LotCertificatePage

APPENDIX_FILE: Final = "appendix.json"
"""Name under which the appendix is attached as data."""


def lot_certificate_pdf(page: LotCertificatePage, language: str = "fi") -> bytes:
    """Return the certificate as PDF, not sealed yet; the same page gives the same bytes.

    Args:
        page: What it says.
        language: `fi`, `sv` or `en`.
    """
    words = PaperWords(language)
    title = words.say("certificate.lot.title")
    buffer = io.BytesIO()
    canvas = fonts.new_canvas(
        buffer,
        (WIDTH, HEIGHT),
        title=f"{title} {short(page.number)}",
        author=page.workshop,
        subject=page.number,
        lang=language,
    )
    flow = Flow(
        header=f"{title} · {both(page.number)}",
        footer=words.say("certificate.lot.footer", lot=short(page.lot)),
        page_of=lambda number, total: words.say(
            "page_of", paper=short(page.number), page=number, pages=total
        ),
    )
    _cover(flow, page, words)
    appendix_tables(flow, page, words)
    flow.render(canvas)
    appendix = appendix_content(row.stated for row in page.rows)
    statement = page.statement.encode("ascii")
    attach(canvas, [(STATEMENT_FILE, statement), (APPENDIX_FILE, appendix)])
    canvas.save()
    return buffer.getvalue()


def _cover(flow: Flow, page: LotCertificatePage, words: PaperWords) -> None:
    head(
        flow,
        workshop=page.workshop,
        part_of=page.workshop_part_of,
        number=page.number,
        statement=page.statement,
        title=words.say("certificate.lot.title"),
        subtitle=words.say("certificate.subtitle"),
    )
    framed(
        flow,
        words.say("certificate.lot.claim", devices=len(page.rows), media=page.media),
        words.say("certificate.describes", moment=words.moment(page.issued_at)),
    )
    _lot_section(flow, page, words)
    _level_section(flow, page, words)
    _left_out_section(flow, page, words)
    _grounds(flow, page, words)
    seal_section(flow, page.workshop, page.seal, words)


def _lot_section(flow: Flow, page: LotCertificatePage, words: PaperWords) -> None:
    flow.heading(words.say("certificate.lot.section"))
    flow.facts(words.say("certificate.code"), Span(both(page.lot), CODE))
    day = words.day(local(page.arrived_at))
    flow.facts(
        words.say("certificate.lot.sender"),
        Span(joined(page.source_unit, words.say("certificate.lot.arrived", day=day))),
    )
    flow.facts(
        words.say("certificate.lot.data_class"), Span(words.word("data_class", page.data_class))
    )
    total = len(page.rows) + len(page.left_out)
    flow.facts(
        words.say("certificate.lot.devices"),
        Span(words.say("certificate.lot.devices_value", here=len(page.rows), total=total)),
    )


def _level_section(flow: Flow, page: LotCertificatePage, words: PaperWords) -> None:
    flow.heading(words.say("certificate.lot.levels"))
    for level, count in page.levels:
        flow.facts(words.word("level", level), _pieces(count, words))
    empty = sum(not row.media for row in page.rows)
    if empty:
        flow.facts(words.say("certificate.lot.none_inside"), Span(words.count(empty)))


def _pieces(count: int, words: PaperWords) -> Span:
    word = "certificate.lot.medium_one" if count == 1 else "certificate.lot.media"
    return Span(words.say(word, count=words.count(count)))


def _left_out_section(flow: Flow, page: LotCertificatePage, words: PaperWords) -> None:
    flow.heading(words.say("certificate.lot.left_out"))
    reasons = Counter(one.why for one in page.left_out)
    for why, count in sorted(reasons.items()):
        flow.facts(words.word("certificate.lot.why", why), Span(words.count(count)))
    if not reasons:
        flow.paragraph(words.say("certificate.lot.nothing_left_out"))
    flow.paragraph(words.say("certificate.lot.only_devices"))


def _grounds(flow: Flow, page: LotCertificatePage, words: PaperWords) -> None:
    flow.heading(words.say("certificate.grounds"))
    label = words.say("certificate.policy")
    for policy in page.policies:
        said = words.say(
            "certificate.policy_value",
            name=policy.name,
            version=policy.version,
            day=words.day(policy.valid_from),
            reference=policy.reference,
        )
        flow.facts(label, Span(said))
        label = ""
    flow.facts(
        words.say("certificate.lot.appendix"),
        Span(words.say("certificate.lot.appendix_value")),
        Span(f"SHA-256 {appendix_hash(row.stated for row in page.rows)}", TINY_CODE),
    )
    place_section(flow, page.anchor, page.supersedes, words)
    flow.facts(words.say("certificate.lot.issuer"), Span(joined(*page.issuer)))
