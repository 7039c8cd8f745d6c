"""What goes with a handover on paper: lines, totals, VAT, warranty."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from typing import TYPE_CHECKING, Final

from serkut_desk.documents.flow import CODE, COLUMN, LEFT, NOTE, PLAIN, STRONG, Span
from serkut_desk.documents.paper_words import MULTIPLIED, NOTHING, joined
from serkut_desk.domain.codes import short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from serkut_desk.documents.flow import Cell
    from serkut_desk.documents.papers.frame import Sheet
    from serkut_desk.domain.papers import PaperLine, VatShare

_PRICED: Final = (258.0, 90.0, 35.0, 50.0, 75.0)
_GIVEN: Final = (350.0, 118.0, 40.0)
_SERIALS: Final = (26.0, 58.0, 156.0, 112.0, 44.0, 52.0, 60.0)
_TOTAL_WIDTHS: Final = (170.0, 90.0)
_VAT_WIDTHS: Final = (60.0, 80.0, 70.0, 80.0)


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def name_of(sheet: Sheet, line: PaperLine) -> str:
    """Return what a line is about: maker and model, else the article."""
    return line.description or sheet.words.word("type", line.article)


def priced_lines(sheet: Sheet, lines: Sequence[PaperLine], sign: int = 1) -> None:
    """Put lines with their prices; `sign` is -1 on a credit note."""
    columns = ("goods", "warranty", "quantity", "vat", "price")
    head = _head(sheet, columns, _PRICED, right=(2, 3, 4))
    for line in lines:
        cells = (
            _goods(sheet, line),
            _warranty(sheet, line),
            (Span(str(line.quantity)),),
            (Span(sheet.words.percent(line.vat_permille)),),
            (Span(sheet.words.money(sign * line.price_cents), STRONG),),
        )
        sheet.flow.row(cells, _PRICED, again=head, right=(2, 3, 4))


def given_lines(sheet: Sheet, lines: Sequence[PaperLine]) -> None:
    """Put lines without prices."""
    head = _head(sheet, ("goods", "warranty", "quantity"), _GIVEN, right=(2,))
    for line in lines:
        cells = (_goods(sheet, line), _warranty(sheet, line), (Span(str(line.quantity)),))
        sheet.flow.row(cells, _GIVEN, again=head, right=(2,))


def serial_lines(sheet: Sheet, lines: Sequence[PaperLine]) -> None:
    """Put one narrow row for each device, numbered, and the totals."""
    words = sheet.words
    columns = ("row", "code", "goods", "serial", "grade", "warranty", "weight")
    head = _head(sheet, columns, _SERIALS, right=(0, 6))
    for number, line in enumerate(lines, 1):
        times = f"{line.quantity} {MULTIPLIED} " if line.quantity > 1 else ""
        cells = (
            (Span(str(number)),),
            (Span(short(line.device) if line.device else NOTHING),),
            (Span(times + name_of(sheet, line)),),
            (Span(line.serial or NOTHING, CODE),),
            (Span(line.grade or NOTHING),),
            (Span(_months(sheet, line, "months_short")),),
            (Span(words.weight(line.weight_g)),),
        )
        sheet.flow.row(cells, _SERIALS, again=head, right=(0, 6))
    kinds = Counter[str]()
    for line in lines:
        kinds[words.word("type", line.article)] += line.quantity
    by_kind = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
    weights = [line.weight_g for line in lines if line.weight_g is not None]
    unweighed = sum(line.weight_g is None for line in lines)
    weight = words.weight(sum(weights)) if weights else NOTHING
    if weights and unweighed:
        weight = joined(weight, sheet.say("unweighed", count=unweighed))
    sheet.flow.down(4)
    sheet.flow.paragraph(sheet.say("total_pieces", count=kinds.total(), kinds=by_kind), STRONG)
    sheet.flow.paragraph(sheet.say("total_weight", weight=weight))


def totals(sheet: Sheet, total_cents: int, rounding_cents: int, how: str, sign: int = 1) -> None:
    """Put the sum, cash rounding and what was paid, at the right edge.

    `how` is the whole sentence of the payment.
    """
    money = sheet.words.money
    rows = [(sheet.say("total"), money(sign * total_cents))]
    if rounding_cents:
        rows.append((sheet.say("rounding"), money(sign * rounding_cents)))
    sheet.flow.down(6)
    sheet.flow.need(20 * (len(rows) + 1))
    for label, amount in rows:
        _at_right(sheet, label, amount, bold=False)
    _at_right(sheet, how, money(sign * (total_cents + rounding_cents)), bold=True)


def vat_table(sheet: Sheet, shares: Sequence[VatShare], sign: int = 1) -> None:
    """Put how much VAT of each rate is in the total."""
    flow, money = sheet.flow, sheet.words.money
    if not shares:
        return
    flow.heading(sheet.say("vat_shares"))
    columns = ("vat", "net", "vat_amount", "gross")
    head = _head(sheet, columns, _VAT_WIDTHS, right=(0, 1, 2, 3))
    for share in shares:
        amounts = (share.net_cents, share.vat_cents, share.gross_cents)
        cells: list[Cell] = [(Span(sheet.words.percent(share.permille)),)]
        cells += [(Span(money(sign * amount)),) for amount in amounts]
        flow.row(cells, _VAT_WIDTHS, again=head, right=(0, 1, 2, 3))


def warranty(sheet: Sheet, terms: Sequence[str]) -> None:
    """Put the warranty's terms, and always that they take nothing from the law's rights."""
    flow = sheet.flow
    flow.heading(sheet.say("warranty_heading"))
    for paragraph in terms:
        flow.paragraph(paragraph)
        flow.down(2)
    flow.paragraph(sheet.say("statutory"), STRONG)


def back_here(sheet: Sheet) -> None:
    """Say how a device comes back: with this paper's bars."""
    sheet.flow.down(4)
    sheet.flow.paragraph(sheet.say("back_here"), NOTE)


def _goods(sheet: Sheet, line: PaperLine) -> Cell:
    words = sheet.words
    kind = words.word("type", line.article) if line.description else ""
    grade = sheet.say("grade", grade=line.grade) if line.grade else ""
    ids = joined(short(line.device), line.serial) if line.device else line.serial
    under = [Span(text, NOTE) for text in (" · ".join(p for p in (kind, grade) if p),) if text]
    return (
        Span(name_of(sheet, line), STRONG),
        *under,
        *([Span(ids, CODE)] if ids else []),
    )


def _months(sheet: Sheet, line: PaperLine, key: str = "months") -> str:
    return sheet.say(key, months=line.warranty_months) if line.warranty_months else NOTHING


def _warranty(sheet: Sheet, line: PaperLine) -> Cell:
    if not line.warranty_months:
        return (Span(NOTHING),)
    until = months_later(sheet.stamp.issued_on, line.warranty_months)
    return (
        Span(_months(sheet, line)),
        Span(sheet.say("until", day=sheet.words.day(until)), NOTE),
    )


def _head(
    sheet: Sheet, columns: Sequence[str], widths: Sequence[float], right: Sequence[int]
) -> Head:
    head = Head(sheet, columns, widths, right)
    head()
    return head


class Head:
    """The head of a table, put again on each new page."""

    def __init__(
        self, sheet: Sheet, columns: Sequence[str], widths: Sequence[float], right: Sequence[int]
    ) -> None:
        self._sheet, self._widths, self._right = sheet, widths, right
        self._cells = [(Span(sheet.say(f"column.{column}"), COLUMN),) for column in columns]

    def __call__(self) -> None:
        """Put it."""
        self._sheet.flow.row(self._cells, self._widths, right=self._right)


def _at_right(sheet: Sheet, label: str, amount: str, *, bold: bool) -> None:
    style = STRONG if bold else PLAIN
    flow = sheet.flow
    room = flow.right - LEFT - sum(_TOTAL_WIDTHS)
    cells = ((Span(""),), (Span(label, style),), (Span(amount, style),))
    flow.row(cells, (room, *_TOTAL_WIDTHS), right=(1, 2))
