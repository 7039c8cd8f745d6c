"""Wipe statement for a buyer, release request to a donor, incident paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.flow import CODE, LEFT, NOTE, STRONG, Span, Style
from serkut_desk.documents.paper_words import DASH, NOTHING, both, joined
from serkut_desk.documents.papers.frame import Sheet
from serkut_desk.documents.papers.goods import Head
from serkut_desk.domain.codes import short

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.documents.papers.stamp import Stamp
    from serkut_desk.domain.papers import (
        IncidentContent,
        ReleaseRequestContent,
        WipedMedium,
        WipeStatementContent,
    )

_CLAIM: Final = Style(font=fonts.SEMIBOLD, size=11)
_BOX: Final = 10.0
_MEDIA: Final = (150.0, 158.0, 110.0, 90.0)
_LOCKED: Final = (62.0, 130.0, 112.0, 92.0, 112.0)


def wipe_statement(stamp: Stamp, content: WipeStatementContent) -> bytes:
    """Return what a buyer may know of the wipe; nothing of it leads to the donor."""
    sheet = Sheet(stamp, bars=content.device)
    flow, words = sheet.flow, sheet.words
    key = "claim" if content.media else "claim_none"
    flow.paragraph(sheet.say(f"wipe_statement.{key}"), _CLAIM)
    flow.heading(sheet.say("device"))
    made = joined(content.description, words.word("type", content.type))
    approved = words.day(content.approved_on) if content.approved_on else ""
    sheet.facts(
        (sheet.say("make"), made),
        (sheet.say("column.serial"), content.serial),
        (sheet.say("wipe_statement.approved"), approved),
        (sheet.say("wipe_statement.certificate"), content.certificate),
    )
    if content.media:
        flow.heading(sheet.say("wipe_statement.media"))
        head = Head(sheet, ("medium", "method", "level", "done"), _MEDIA, ())
        head()
        for medium in content.media:
            flow.row(_medium(sheet, medium), _MEDIA, again=head)
        for level in dict.fromkeys(medium.level for medium in content.media):
            flow.down(3)
            flow.paragraph(sheet.say(f"level.{level}"), NOTE)
    flow.down(8)
    flow.paragraph(sheet.say("wipe_statement.note"))
    return sheet.finish()


def _medium(sheet: Sheet, medium: WipedMedium) -> tuple[tuple[Span, ...], ...]:
    words = sheet.words
    kind = words.word("kind", medium.kind)
    size = words.size(medium.capacity_bytes) if medium.capacity_bytes else ""
    where = [Span(sheet.say("wipe_statement.removed"), NOTE)] if medium.removed else []
    return (
        (Span(joined(kind, size)), *where),
        (Span(words.word("technique", medium.technique)),),
        (Span(words.word("level", medium.level)),),
        (Span(words.day(medium.done_on) if medium.done_on else NOTHING),),
    )


def release_request(stamp: Stamp, content: ReleaseRequestContent) -> bytes:
    """Return a request to free devices, with room for the answer."""
    sheet = Sheet(stamp)
    flow, words = sheet.flow, sheet.words
    until = words.day(content.answer_by) if content.answer_by else ""
    sheet.facts(
        (sheet.say("release_request.to"), content.receiver),
        (sheet.say("release_request.answer_by"), until),
    )
    flow.down(8)
    flow.paragraph(sheet.say("release_request.why"))
    flow.down(3)
    flow.paragraph(sheet.say("release_request.please"))
    if content.note:
        flow.down(3)
        flow.paragraph(content.note)
    flow.heading(sheet.say("release_request.devices", count=len(content.devices)))
    head = Head(sheet, ("code", "goods", "serial", "inventory", "lock"), _LOCKED, ())
    head()
    for one in content.devices:
        serials = [Span(text, CODE) for text in (one.serial, one.imei) if text]
        cells = (
            (Span(short(one.device)),),
            (Span(one.description or NOTHING), Span(words.word("type", one.type), NOTE)),
            tuple(serials) or (Span(NOTHING),),
            (Span(one.inventory or NOTHING, CODE),),
            (
                Span(sheet.say(f"lock.{one.lock}")),
                Span(sheet.say("since", day=words.day(one.found_on)), NOTE),
            ),
        )
        flow.row(cells, _LOCKED, below=(Span(one.note, NOTE),) if one.note else (), again=head)
    flow.heading(sheet.say("release_request.answer"), keep=110)
    for choice in ("freed", "refused", "not_ours"):
        flow.down(6)
        flow.need(_BOX + 4)
        flow.draw(partial(_box, flow.y - _BOX))
        flow.paragraph(sheet.say(f"release_request.{choice}"), x=LEFT + _BOX + 8)
    sheet.signatures(sheet.say("day_and_signature"), sheet.say("name_in_print"))
    return sheet.finish()


def _box(y: float, canvas: Canvas) -> None:
    """Draw a box to tick."""
    canvas.setStrokeGray(0)
    canvas.setLineWidth(0.8)
    canvas.rect(LEFT + 1, y - 1, _BOX, _BOX, stroke=1, fill=0)


def incident(stamp: Stamp, content: IncidentContent) -> bytes:
    """Return an incident paper for the binder and the city."""
    sheet = Sheet(stamp, bars=content.device)
    flow, words = sheet.flow, sheet.words
    flow.paragraph(sheet.say("incident.claim"), _CLAIM)
    flow.heading(sheet.say("device"))
    made = joined(content.description, words.word("type", content.type))
    sheet.facts(
        (sheet.say("column.code"), both(content.device)),
        (sheet.say("make"), made),
        (sheet.say("column.serial"), content.serial),
        (sheet.say("column.inventory"), content.inventory),
        (sheet.say("incident.sender"), joined(content.sender, short(content.lot))),
        (sheet.say("incident.data"), words.shared("data_state", content.data_state)),
    )
    if content.media:
        flow.heading(sheet.say("incident.media"))
        for medium in content.media:
            flow.paragraph(f"{DASH} {medium}")
    flow.heading(sheet.say("incident.what"))
    noticed = joined(words.moment(content.noticed_at), content.noticed_by)
    sheet.facts(
        (sheet.say("incident.noticed"), noticed),
        (sheet.say("incident.last_seen"), content.last_seen),
        (sheet.say("incident.circumstances"), content.circumstances),
    )
    flow.heading(sheet.say("incident.done"))
    told_at = words.moment(content.told_at) if content.told_at else ""
    told = joined(told_at, content.told) if content.told else sheet.say("incident.nobody")
    sheet.facts((sheet.say("incident.told"), told))
    if content.closed_at:
        sheet.facts(
            (sheet.say("incident.closed"), words.moment(content.closed_at)),
            (sheet.say("incident.outcome"), content.outcome),
            (sheet.say("incident.closed_by"), ", ".join(content.closed_by)),
        )
    else:
        flow.down(4)
        flow.paragraph(sheet.say("incident.open"), STRONG)
    sheet.signatures(sheet.say("day_and_signature"), sheet.say("name_in_print"))
    return sheet.finish()
