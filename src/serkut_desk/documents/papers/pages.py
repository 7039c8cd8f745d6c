"""Draws any issued paper from its stamp and its frozen content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from serkut_desk.documents.papers import handover, lots, packing, reports, statements
from serkut_desk.domain.papers import PaperKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.documents.papers.stamp import Stamp
    from serkut_desk.domain.papers import Content

_DRAWN_BY: Final[dict[PaperKind, Callable[[Stamp, Any], bytes]]] = {
    PaperKind.RECEIPT: handover.receipt,
    PaperKind.SLIP: handover.slip,
    PaperKind.DELIVERY_NOTE: handover.delivery_note,
    PaperKind.INVOICE: handover.invoice,
    PaperKind.CREDIT_NOTE: handover.credit_note,
    PaperKind.WIPE_STATEMENT: statements.wipe_statement,
    PaperKind.RELEASE_REQUEST: statements.release_request,
    PaperKind.INCIDENT: statements.incident,
    PaperKind.LOT_REPORT: reports.lot_report,
    PaperKind.MONTH_REPORT: reports.month_report,
    PaperKind.PACKING_LIST: packing.packing_list,
    PaperKind.LOT_RECEIPT: lots.lot_receipt,
    PaperKind.RECONCILIATION: lots.reconciliation,
}


def paper_pdf(stamp: Stamp, content: Content) -> bytes:
    """Return a paper as PDF; the same stamp and content give the same bytes."""
    return _DRAWN_BY[stamp.kind](stamp, content)
