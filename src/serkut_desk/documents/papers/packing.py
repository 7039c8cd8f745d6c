"""Packing list for a recycler: container by container, and totals by waste code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from serkut_desk.documents import fonts
from serkut_desk.documents.barcodes import draw_code128
from serkut_desk.documents.flow import CODE, INNER, LEFT, NOTE, PLAIN, STRONG, Span, Style
from serkut_desk.documents.paper_words import NOTHING
from serkut_desk.documents.papers.frame import Sheet
from serkut_desk.documents.papers.goods import Head
from serkut_desk.domain.codes import short

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from serkut_desk.documents.flow import Cell
    from serkut_desk.documents.papers.stamp import Stamp
    from serkut_desk.domain.packing import PackedContainer, PackingListContent, WasteName

_WIDTHS: Final = (112.0, 114.0, 58.0, 66.0, 53.0, 50.0, 55.0)
_TOTALS: Final = (70.0, 328.0, 50.0, 60.0)
_FIGURES: Final = (4, 5, 6)
_CLAIM: Final = Style(font=fonts.SEMIBOLD, size=11)
_BAR_MODULE: Final = 0.8
_BAR_HEIGHT: Final = 20.0
# A line as high as the bars that are drawn over it.
_ROOM: Final = Span("\N{NO-BREAK SPACE}", Style(size=(_BAR_HEIGHT + 3) / 1.3))


def packing_list(stamp: Stamp, content: PackingListContent) -> bytes:
    """Return what leaves to a recycler, with bars to scan each container there and here."""
    sheet = Sheet(stamp)
    flow, words = sheet.flow, sheet.words
    sheet.facts(
        (sheet.say("packing_list.to"), content.recycler),
        (sheet.say("packing_list.left"), words.day(content.left_on)),
        (sheet.say("packing_list.vehicle"), content.vehicle),
        (sheet.say("packing_list.note"), content.note),
    )
    flow.heading(sheet.say("packing_list.containers", count=len(content.containers)))
    columns = ("container", "fraction", "waste_code", "seal", "gross_g", "tare_g", "net_g")
    head = Head(sheet, columns, _WIDTHS, _FIGURES)
    head()
    for one in content.containers:
        flow.row(_cells(sheet, one), _WIDTHS, again=head, right=_FIGURES)
        flow.draw(partial(_bars, one.code, LEFT + INNER, flow.y + INNER))
    flow.heading(sheet.say("packing_list.by_code"))
    _totals(sheet, content)
    flow.down(10)
    key = "hazardous" if content.hazardous else "harmless"
    flow.paragraph(sheet.say(f"packing_list.{key}"), _CLAIM)
    flow.down(3)
    flow.paragraph(sheet.say("packing_list.codes"), NOTE)
    sheet.signatures(sheet.say("packing_list.sender"), sheet.say("packing_list.receiver"))
    return sheet.finish()


def _cells(sheet: Sheet, one: PackedContainer) -> tuple[Cell, ...]:
    words = sheet.words
    named = [Span(one.name, NOTE)] if one.name else []
    own = sheet.say("packing_list.own", code=one.recycler_code) if one.recycler_code else ""
    return (
        (Span(f"{short(one.code)} · {one.code}", CODE), _ROOM),
        (
            Span(words.shared("fraction", one.fraction), STRONG),
            *named,
            *([Span(own, NOTE)] if own else []),
        ),
        (Span(one.waste_code, STRONG if one.hazardous else PLAIN),),
        (Span(one.seal or NOTHING),),
        (Span(words.kilograms(one.gross_g)),),
        (Span(words.kilograms(one.tare_g)),),
        (Span(words.kilograms(one.net_g), STRONG),),
    )


def _totals(sheet: Sheet, content: PackingListContent) -> None:
    words, right = sheet.words, (2, 3)
    head = Head(sheet, ("waste_code", "name", "pieces", "net_g"), _TOTALS, right)
    head()
    for named in content.names:
        held = [one for one in content.containers if one.waste_code == named.code]
        hazardous = any(one.hazardous for one in held)
        cells: tuple[Cell, ...] = (
            (Span(named.code, STRONG if hazardous else PLAIN),),
            (Span(_name(sheet, named)),),
            (Span(str(len(held))),),
            (Span(words.kilograms(sum(one.net_g for one in held))),),
        )
        sheet.flow.row(cells, _TOTALS, again=head, right=right)
    total: tuple[Cell, ...] = (
        (Span(sheet.say("packing_list.total"), STRONG),),
        (Span(""),),
        (Span(str(len(content.containers)), STRONG),),
        (Span(words.kilograms(content.net_g), STRONG),),
    )
    sheet.flow.row(total, _TOTALS, right=right)


def _name(sheet: Sheet, named: WasteName) -> str:
    return named.name_en if sheet.words.language == "en" else named.name_fi


def _bars(code: str, x: float, y: float, canvas: Canvas) -> None:
    canvas.setFillGray(0)
    draw_code128(canvas, code, x, y, height=_BAR_HEIGHT, module_width=_BAR_MODULE)
