"""A lot's hand-over receipt, which two parties sign, and its reconciliation for the sender."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.flow import CODE, COLUMN, NOTE, PLAIN, STRONG, Span, Style
from serkut_desk.documents.paper_words import NOTHING, joined
from serkut_desk.documents.papers.frame import Sheet
from serkut_desk.documents.papers.goods import Head
from serkut_desk.domain.codes import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.documents.flow import Cell
    from serkut_desk.documents.papers.stamp import Stamp
    from serkut_desk.domain.lot_papers import (
        LotCage,
        LotItem,
        LotPaperContent,
        LotReceiptContent,
        LotSeal,
        LotThing,
        ReconciliationContent,
    )

_CLAIM: Final = Style(font=fonts.SEMIBOLD, size=11)
_BIG: Final = Style(font=fonts.SEMIBOLD, size=15)
_SMALL: Final = Style(size=7.4)
_SMALL_CODE: Final = Style(font=fonts.MONO, size=7)
# Sixty devices, cages and signatures go on two pages.
_AIR: Final = 0.42
_COUNTS: Final = 508.0
_CAME: Final = (27.0, 66.0, 150.0, 105.0, 80.0, 50.0, 30.0)
_OPEN: Final = (30.0, 132.0, 104.0, 82.0, 160.0)
_EXTRA: Final = (66.0, 118.0, 96.0, 74.0, 50.0, 104.0)
_THINGS: Final = (30.0, 238.0, 80.0, 80.0, 80.0)
_CAGES: Final = (96.0, 96.0, 250.0, 66.0)


def lot_receipt(stamp: Stamp, content: LotReceiptContent) -> bytes:
    """Return the hand-over receipt; without a closing day it says that it is the count so far."""
    sheet = Sheet(stamp, bars=content.lot, air=_AIR)
    flow, words = sheet.flow, sheet.words
    _about(sheet, content)
    if content.closed_on is None:
        flow.down(4)
        flow.paragraph(
            sheet.say("lot_receipt.interim", moment=words.moment(stamp.issued_at)), _CLAIM
        )
    _counts(sheet, content)
    _came(sheet, content.came)
    _extra(sheet, content.extra)
    _missing(sheet, content.missing, "lot.missing" if content.closed_on else "lot.not_yet")
    _things(sheet, content.things)
    _cages(sheet, content.cages)
    flow.down(8)
    flow.paragraph(sheet.say("lot_receipt.claim"))
    sheet.signatures(sheet.say("lot_receipt.given"), sheet.say("lot_receipt.taken"))
    return sheet.finish()


def reconciliation(stamp: Stamp, content: ReconciliationContent) -> bytes:
    """Return how list and goods agree: first what does not, then all that came."""
    sheet = Sheet(stamp, bars=content.lot, air=_AIR)
    _about(sheet, content)
    _counts(sheet, content)
    agrees = not (content.extra or content.missing)
    sheet.flow.down(4)
    sheet.flow.paragraph(
        sheet.say("reconciliation.agrees" if agrees else "reconciliation.differs"), _CLAIM
    )
    _missing(sheet, content.missing, "lot.missing")
    _missing(sheet, content.beside, "lot.beside")
    _extra(sheet, content.extra)
    _things(sheet, content.things)
    _cages(sheet, content.cages)
    _came(sheet, content.came)
    sheet.flow.down(6)
    sheet.flow.paragraph(sheet.say("reconciliation.later"), NOTE)
    return sheet.finish()


def _about(sheet: Sheet, content: LotPaperContent) -> None:
    words = sheet.words
    days = (content.expected_on, content.arrived_on, content.closed_on)
    expected, arrived, closed = (words.day(day) if day else "" for day in days)
    sheet.facts(
        (sheet.say("lot.sender"), " · ".join(filter(None, (content.sender, content.contact_role)))),
        (sheet.say("lot.order"), content.order_reference),
        (sheet.say("lot.expected_on"), expected if expected != arrived else ""),
        (sheet.say("lot.arrived_on"), arrived),
        (sheet.say("lot.closed_on"), closed),
        (sheet.say("lot.replaces"), content.replaces),
    )


def _counts(sheet: Sheet, content: LotPaperContent) -> None:
    """Put the figures side by side, large."""
    pieces = sum(one.count or 0 for one in content.things)
    listed = [
        ("lot.count.expected", str(content.expected)),
        ("lot.count.received", str(content.received)),
        ("lot.count.extra", str(len(content.extra))),
        ("lot.count.missing", str(len(content.missing))),
    ]
    if content.late:
        listed.append(("lot.count.late", str(len(content.late))))
    if not content.has_list:
        listed = [("lot.count.received", str(content.received))]
    figures = [*listed, ("lot.count.things", str(pieces))]
    heads: list[Cell] = [(Span(sheet.say(key), COLUMN),) for key, _ in figures]
    cells: list[Cell] = [(Span(figure, _BIG),) for _, figure in figures]
    sheet.flow.down(4)
    widths = [_COUNTS / len(figures)] * len(figures)
    sheet.flow.row(heads, widths)
    sheet.flow.row(cells, widths)
    if not content.has_list:
        sheet.flow.down(2)
        sheet.flow.paragraph(sheet.say("lot.no_list"), NOTE)


def _came(sheet: Sheet, items: Sequence[LotItem]) -> None:
    if not items:
        return
    sheet.flow.heading(sheet.say("lot.came", count=len(items)))
    columns = ("row", "code", "goods", "serial", "inventory", "cage", "list_row")
    right = (0, 6)
    head = Head(sheet, columns, _CAME, right)
    head()
    for number, one in enumerate(items, 1):
        texts = (
            (str(number), _SMALL),
            (one.device, _SMALL_CODE),
            (_name(sheet, one), _SMALL),
            _serial(sheet, one),
            (one.inventory or NOTHING, _SMALL_CODE),
            (one.cage or NOTHING, _SMALL),
            (str(one.row) if one.row else NOTHING, _SMALL),
        )
        cells = [(Span(text, style),) for text, style in texts]
        sheet.flow.row(cells, _CAME, again=head, right=right)


def _missing(sheet: Sheet, items: Sequence[LotItem], title: str) -> None:
    if not items:
        return
    sheet.flow.heading(sheet.say(title, count=len(items)))
    columns = ("list_row", "goods", "serial", "inventory", "why")
    head = Head(sheet, columns, _OPEN, (0,))
    head()
    for one in items:
        cells: tuple[Cell, ...] = (
            (Span(str(one.row) if one.row else NOTHING, _SMALL),),
            (Span(_name(sheet, one), _SMALL),),
            (Span(*_serial(sheet, one)),),
            (Span(one.inventory or NOTHING, _SMALL_CODE),),
            _why(sheet, one, "missing_reason"),
        )
        sheet.flow.row(cells, _OPEN, again=head, right=(0,))


def _extra(sheet: Sheet, items: Sequence[LotItem]) -> None:
    if not items:
        return
    sheet.flow.heading(sheet.say("lot.extra", count=len(items)))
    head = Head(sheet, ("code", "goods", "serial", "inventory", "cage", "why"), _EXTRA, ())
    head()
    for one in items:
        cells: tuple[Cell, ...] = (
            (Span(one.device, _SMALL_CODE),),
            (Span(_name(sheet, one), _SMALL),),
            (Span(*_serial(sheet, one)),),
            (Span(one.inventory or NOTHING, _SMALL_CODE),),
            (Span(one.cage or NOTHING, _SMALL),),
            _why(sheet, one, "extra_reason"),
        )
        sheet.flow.row(cells, _EXTRA, again=head)


def _why(sheet: Sheet, one: LotItem, group: str) -> Cell:
    """Return the reason, a person's own words, and what is known of another lot."""
    late = group == "missing_reason"
    # That an earlier lot missed it is said below, with the row.
    told = one.reason and (late or not one.other_lot)
    reason = sheet.say(f"lot.{group}.{one.reason}") if told else ""
    spans = [Span(joined(reason, one.note), _SMALL)] if reason or one.note else []
    if one.other_lot and late:
        day = sheet.words.day(one.came_on) if one.came_on else NOTHING
        came = sheet.say("lot.came_late", day=day, lot=short(one.other_lot))
        spans.append(Span(joined(came, one.device), _SMALL))
    elif one.other_lot:
        lot, row = short(one.other_lot), one.other_row
        of_old = sheet.say("lot.of_old", lot=lot, row=row) if row else sheet.say("lot.old", lot=lot)
        spans.append(Span(of_old, _SMALL))
    return tuple(spans) or (Span(NOTHING, _SMALL),)


def _serial(sheet: Sheet, one: LotItem) -> tuple[str, Style]:
    """Return the number that a device is known by, else why its serial is missing."""
    if one.serial or one.imei or not one.serial_reason:
        return one.serial or one.imei or NOTHING, _SMALL_CODE
    return sheet.words.shared("intake.no_serial", one.serial_reason), _SMALL


def _name(sheet: Sheet, one: LotItem) -> str:
    return one.description or (sheet.words.word("type", one.type) if one.type else NOTHING)


def _things(sheet: Sheet, things: Sequence[LotThing]) -> None:
    if not things:
        return
    words, right = sheet.words, (0, 2, 3, 4)
    sheet.flow.heading(sheet.say("lot.things"))
    columns = ("list_row", "things", "listed", "counted", "weight")
    head = Head(sheet, columns, _THINGS, right)
    head()
    for one in things:
        cells: tuple[Cell, ...] = (
            (Span(str(one.row) if one.row else NOTHING, _SMALL),),
            (Span(one.name, _SMALL),),
            (Span(NOTHING if one.expected is None else str(one.expected), _SMALL),),
            (Span(NOTHING if one.count is None else str(one.count), _SMALL),),
            (Span(words.weight(one.weight_g), _SMALL),),
        )
        sheet.flow.row(cells, _THINGS, again=head, right=right)


def _cages(sheet: Sheet, cages: Sequence[LotCage]) -> None:
    if not cages:
        return
    sheet.flow.heading(sheet.say("lot.cages", count=len(cages)))
    head = Head(sheet, ("cage", "seal_told", "seals_found", "devices"), _CAGES, (3,))
    head()
    for one in cages:
        told = one.seal or sheet.say("lot.no_seal")
        found = [_reading(sheet, each) for each in one.readings]
        if one.state != "opened":
            found.append(Span(sheet.say(f"lot.cage_state.{one.state}"), _SMALL))
        kind = sheet.say(f"lot.cage_kind.{one.kind}")
        cells: tuple[Cell, ...] = (
            (Span(one.name if kind in one.name.lower() else f"{one.name} ({kind})", STRONG),),
            (Span(told, CODE if one.seal else PLAIN),),
            tuple(found),
            (Span(str(one.devices)),),
        )
        sheet.flow.row(cells, _CAGES, again=head, right=(3,))


def _reading(sheet: Sheet, one: LotSeal) -> Span:
    """Return a reading in one sentence; a wrong seal stands out."""
    what = sheet.say("lot.seal_right" if one.matches else "lot.seal_wrong")
    if not one.seal:
        what = sheet.say("lot.seal_none" if one.matches else "lot.seal_gone")
    decided = sheet.say(f"lot.seal_decision.{one.decision}") if one.decision else ""
    said = (
        sheet.say(f"lot.stage.{one.stage}"),
        sheet.words.moment(one.at),
        what,
        "" if one.matches else one.seal,
        decided,
        one.reason,
    )
    text = " · ".join(part for part in said if part)
    return Span(text, _SMALL if one.matches else Style(font=fonts.SEMIBOLD, size=7.4))
